import { expect, test } from "vitest";
import { createSeal } from "../../src/store/seal.js";

const one = createSeal(["the-first-key-of-nobody"]);
const two = createSeal(["the-second-key-of-nobody", "the-first-key-of-nobody"]);
const text = "xoxb-değerli-token";

test("what was locked opens for what it belongs to, and never looks the same twice", () => {
  const sealed = one.lock(text, "T1");
  expect(one.unlock(sealed, "T1")).toEqual({ text, former: false });
  expect(one.lock(text, "T1")).not.toBe(sealed);
  expect(sealed).not.toContain("token");
});

test("a former key opens and is told, and the newest locks", () => {
  expect(two.unlock(one.lock(text, "T1"), "T1")).toEqual({ text, former: true });
  expect(one.unlock(two.lock(text, "T1"), "T1")).toBeNull();
});

test.each<[string, (sealed: string) => string]>([
  ["another text", () => "hello"],
  ["nothing", () => ""],
  ["another making", (sealed) => sealed.replace(/^1/u, "2")],
  ["a changed body", (sealed) => sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA")],
  ["a changed tag", (sealed) => sealed.replace(/\.([\w-]{22})\./u, `.${"A".repeat(22)}.`)],
  ["a tag cut short", (sealed) => sealed.replace(/\.([\w-]{22})\./u, ".AAAA.")],
  ["a changed start", (sealed) => sealed.replace(/\.([\w-]{16})\./u, `.${"A".repeat(16)}.`)],
])("does not open: %s", (_name, change) => {
  expect(one.unlock(change(one.lock(text, "T1")), "T1")).toBeNull();
});

test("it opens for nothing else", () => {
  expect(one.unlock(one.lock(text, "T1"), "T2")).toBeNull();
});
