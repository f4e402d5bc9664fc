import { expect, test } from "vitest";
import { createTurns } from "../../../src/chat/telegram/turns.js";

test("as many at once as allowed, in order for each chat, and what must not be dropped is not", async () => {
  const turns = createTurns({ atOnce: 2, perChat: 2, inAll: 6 });
  const begun: string[] = [];
  const gates: (() => void)[] = [];
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => gates.push(resolve));
  };
  const added = [
    turns.add("a", work("a1"), true),
    turns.add("a", work("a2"), true),
    turns.add("a", work("a3"), true),
    turns.add("a", work("a4"), false),
    turns.add("b", work("b1"), true),
    turns.add("c", work("c1"), true),
  ];
  expect(added).toEqual([true, true, false, true, true, true]);
  expect(turns.isFull()).toBe(false);
  turns.add("d", work("d1"), true);
  expect(turns.isFull()).toBe(true);
  await new Promise(setImmediate);
  expect(begun).toEqual(["a1", "b1"]);
  gates.shift()?.();
  await turns.room();
  await new Promise(setImmediate);
  expect(begun).toEqual(["a1", "b1", "c1"]);
  for (let open = gates.shift(); open !== undefined; open = gates.shift()) {
    open();
    await new Promise(setImmediate);
  }
  await turns.idle();
  expect(begun.filter((name) => name.startsWith("a"))).toEqual(["a1", "a2", "a4"]);
  expect(begun).toHaveLength(6);
});
