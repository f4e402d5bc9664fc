/** A trie of letters whose branches stand in one open-addressed table, so that a step costs the same in a small and a large one. */
export interface Trie {
  /** The node at the end of a path, made where it is missing. */
  add(path: ArrayLike<number>): number;
  /** The node behind a letter, or -1. The root is 0. */
  step(node: number, letter: number): number;
}

const free = -1;

/** An empty trie. Letters are UTF-16 units; nodes are counted from 0. */
export function createTrie(): Trie {
  let capacity = 1 << 10;
  let owners = new Int32Array(capacity).fill(free);
  let letters = new Uint16Array(capacity);
  let targets = new Int32Array(capacity);
  let branches = 0;

  /** The slot of a branch, or the empty one where it belongs. */
  function slot(node: number, letter: number): number {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (capacity - 1);
    while (owners[at] !== free && (owners[at] !== node || letters[at] !== letter)) at = (at + 1) & (capacity - 1);
    return at;
  }

  function grow(): void {
    const old = { owners, letters, targets };
    capacity *= 2;
    owners = new Int32Array(capacity).fill(free);
    letters = new Uint16Array(capacity);
    targets = new Int32Array(capacity);
    for (let i = 0; i < old.owners.length; i += 1) {
      const node = old.owners[i] ?? free;
      if (node !== free) put(slot(node, old.letters[i] ?? 0), node, old.letters[i] ?? 0, old.targets[i] ?? 0);
    }
  }

  function put(at: number, node: number, letter: number, target: number): void {
    owners[at] = node;
    letters[at] = letter;
    targets[at] = target;
  }

  return {
    add(path) {
      let node = 0;
      for (let i = 0; i < path.length; i += 1) {
        const letter = path[i] ?? 0;
        let at = slot(node, letter);
        if (owners[at] === free) {
          if (branches * 2 >= capacity) {
            grow();
            at = slot(node, letter);
          }
          branches += 1;
          put(at, node, letter, branches);
        }
        node = targets[at] ?? 0;
      }
      return node;
    },
    step(node, letter) {
      const at = slot(node, letter);
      return owners[at] === free ? -1 : (targets[at] ?? -1);
    },
  };
}
