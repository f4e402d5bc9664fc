import { expect, test } from "vitest";
import { createPacing } from "../../src/feeds/pacing.js";

const rest = () => new Promise<void>((done) => setImmediate(done));

test("one at a time per host, urgent first, hosts side by side", async () => {
  const turn = createPacing({ delay: 0, clock: () => 0 });
  const log: string[] = [];
  const gates: (() => void)[] = [];
  const task = (name: string) => async () => {
    log.push(name);
    await new Promise<void>((open) => gates.push(open));
    return name;
  };
  const all = [
    turn("a", false, task("page 1")),
    turn("a", false, task("page 2")),
    turn("a", true, task("feed 1")),
    turn("a", true, task("feed 2")),
    turn("b", false, task("other")),
  ];
  await rest();
  expect(log).toEqual(["page 1", "other"]);
  for (let open = gates.shift(); open !== undefined; open = gates.shift()) {
    open();
    await rest();
  }
  expect(log).toEqual(["page 1", "other", "feed 1", "feed 2", "page 2"]);
  expect(await Promise.all(all)).toEqual(["page 1", "page 2", "feed 1", "feed 2", "other"]);
});

test("a task that throws gives its turn away", async () => {
  const turn = createPacing({ delay: 0, clock: () => 0 });
  const bad = turn("a", true, () => Promise.reject(new Error("no")));
  const good = turn("a", true, () => Promise.resolve("yes"));
  await expect(bad).rejects.toThrow("no");
  expect(await good).toBe("yes");
});

test("starts at one host lie the delay apart, by the given clock", async () => {
  const delay = 60;
  const turn = createPacing({ delay, clock: Date.now });
  const starts: number[] = [];
  const start = () => Promise.resolve(starts.push(Date.now()));
  await Promise.all([1, 2, 3].map(() => turn("a", false, start)));
  // A timer may end a millisecond early, never more.
  for (const [index, at] of starts.slice(1).entries())
    expect(at - (starts[index] ?? 0)).toBeGreaterThanOrEqual(delay - 2);
});

test("a clock that went on has paid the wait; one that was set back does not stretch it", async () => {
  let now = 1_000_000;
  const turn = createPacing({ delay: 30, clock: () => now });
  await turn("a", false, () => Promise.resolve());
  now -= 500_000;
  await turn("a", false, () => Promise.resolve());
  const patient = createPacing({ delay: 3_600_000, clock: () => now });
  await patient("a", false, () => Promise.resolve());
  now += 3_600_000;
  expect(await patient("a", false, () => Promise.resolve("at once"))).toBe("at once");
});

test("a stop ends all waits", async () => {
  const stop = new AbortController();
  const turn = createPacing({ delay: 3_600_000, clock: () => 0, signal: stop.signal });
  await turn("a", false, () => Promise.resolve());
  let ran = 0;
  const waiting = ["a", "a", "a"].map((host) => turn(host, false, () => Promise.resolve(ran++)));
  await rest();
  stop.abort();
  const outcomes = await Promise.allSettled([...waiting, turn("b", true, () => Promise.resolve(ran++))]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
  expect(ran).toBe(0);
});

test("many hosts are forgotten once they are idle", async () => {
  let now = 0;
  const turn = createPacing({ delay: 10, clock: () => now });
  for (let host = 0; host < 2_000; host++) {
    now += 100;
    await turn(`host ${host}`, false, () => Promise.resolve());
  }
  expect(await turn("host 0", false, () => Promise.resolve("again"))).toBe("again");
});
