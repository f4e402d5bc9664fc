import fc from "fast-check";
import { expect, test } from "vitest";
import { createTrie } from "../../../src/core/match/trie.js";

const walk = (trie: ReturnType<typeof createTrie>, path: readonly number[]): number =>
  path.reduce((node, letter) => (node < 0 ? node : trie.step(node, letter)), 0);

test("every path added is found at its own node, and no other path is", () => {
  const unit = fc.oneof(fc.integer({ min: 1, max: 127 }), fc.integer({ min: 1, max: 0xffff }));
  const path = fc.array(unit, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 300 }), path, (paths, stranger) => {
      const trie = createTrie();
      const nodes = new Map(paths.map((it) => [it.join(), trie.add(it)]));
      expect(new Set(nodes.values()).size).toBe(nodes.size);
      for (const it of paths) expect(walk(trie, it)).toBe(nodes.get(it.join()));
      const isPrefix = paths.some((it) => it.slice(0, stranger.length).join() === stranger.join());
      expect(walk(trie, stranger) >= 0).toBe(isPrefix);
    }),
  );
});
