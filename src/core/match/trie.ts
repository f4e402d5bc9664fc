/** A trie of letters. A step costs nearly the same in a small and a large one. */
export interface Trie {
  /** The node at the end of a path, made where it is missing. */
  add(path: ArrayLike<number>): number;
  /** The node behind a letter, or -1. The root is 0. */
  step(node: number, letter: number): number;
}

const free = -1;
/** Loose letters are mostly ASCII. Nodes below this number are the root and its ASCII children, each with a row of its own. */
const rowSize = 128;

/**
 * An empty trie. Letters are UTF-16 units. Most walks end at the second letter, so the first two steps read a small dense
 * table that stays in the processor's cache; deeper branches stand in one open-addressed table.
 */
export function createTrie(): Trie {
  const rows = new Int32Array(rowSize * rowSize);
  let capacity = 1 << 10;
  let owners = new Int32Array(capacity).fill(free);
  let letters = new Uint16Array(capacity);
  let targets = new Int32Array(capacity);
  let nodes = rowSize;
  let branches = 0;

  /** The slot of a branch, or the empty one where it belongs. */
  function slot(node: number, letter: number): number {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (capacity - 1);
    while (owners[at] !== free && (owners[at] !== node || letters[at] !== letter)) at = (at + 1) & (capacity - 1);
    return at;
  }

  function put(node: number, letter: number, target: number): void {
    const at = slot(node, letter);
    owners[at] = node;
    letters[at] = letter;
    targets[at] = target;
  }

  function grow(): void {
    const old = { owners, letters, targets };
    capacity *= 2;
    owners = new Int32Array(capacity).fill(free);
    letters = new Uint16Array(capacity);
    targets = new Int32Array(capacity);
    old.owners.forEach((node, at) => {
      if (node !== free) put(node, old.letters[at] ?? 0, old.targets[at] ?? 0);
    });
  }

  function step(node: number, letter: number): number {
    if (node < rowSize && letter < rowSize) return (rows[node * rowSize + letter] ?? 0) || -1;
    const at = slot(node, letter);
    return owners[at] === free ? -1 : (targets[at] ?? -1);
  }

  function branch(node: number, letter: number): number {
    if (node === 0 && letter < rowSize) return (rows[letter] = letter);
    nodes += 1;
    if (node < rowSize && letter < rowSize) return (rows[node * rowSize + letter] = nodes);
    branches += 1;
    if (branches * 2 > capacity) grow();
    put(node, letter, nodes);
    return nodes;
  }

  return {
    step,
    add(path) {
      let node = 0;
      for (let i = 0; i < path.length; i += 1) {
        const letter = path[i] ?? 0;
        const next = step(node, letter);
        node = next < 0 ? branch(node, letter) : next;
      }
      return node;
    },
  };
}
