import { expect, test } from "vitest";
import { createByOne } from "../../src/cli/by-one.js";
import { openStore, start } from "../store/open.js";

const second = 1_000;

/** Two processes on one store, in a time that moves only when both wait. */
async function pair() {
  const { store } = await openStore();
  let now = start;
  const waiting: { until: number; wake: () => void }[] = [];
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const make = (owner: string, clock = () => now) =>
    createByOne({
      leases: store.leases,
      owner,
      clock,
      log,
      wait: (span, signal) =>
        new Promise((resolve) => {
          const wake = () => {
            signal.removeEventListener("abort", wake);
            resolve();
          };
          waiting.push({ until: now + span, wake });
          signal.addEventListener("abort", wake);
          if (signal.aborted) wake();
        }),
    });
  return {
    store,
    make,
    clock: () => now,
    /** Moves the time on by seconds, and lets the database answer after each. */
    pass: async (seconds: number) => {
      for (let passed = 0; passed < seconds; passed += 1) {
        now += second;
        for (const one of waiting.filter(({ until }) => until <= now)) {
          waiting.splice(waiting.indexOf(one), 1);
          one.wake();
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
  };
}

test("one of two hears; when its lease is taken from it, it stops and the other goes on", async () => {
  const { store, make, pass, clock } = await pair();
  const stop = new AbortController();
  const heard: string[] = [];
  const ours: Record<string, () => boolean> = {};
  const listen = (owner: string) =>
    make(owner).hearing("telegram:listen", (signal, isOurs) => {
      heard.push(`${owner} hears`);
      ours[owner] = isOurs;
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => {
          heard.push(`${owner} is still`);
          resolve({ kind: "stopped" });
        });
      });
    })(stop.signal);
  const one = listen("one");
  await pass(1);
  const two = listen("two");
  await pass(40);
  expect(heard).toEqual(["one hears"]);
  expect(ours["one"]?.()).toBe(true);

  await store.processes.leave("one", clock());
  await store.leases.take("telegram:listen", "three", 10 * second, clock());
  await pass(5);
  expect(heard).toEqual(["one hears", "one is still"]);
  expect(ours["one"]?.()).toBe(false);
  await pass(15);
  expect(heard).toHaveLength(3);
  stop.abort();
  expect(await Promise.all([one, two])).toEqual([{ kind: "stopped" }, { kind: "stopped" }]);
});

test("what one process is at, another leaves alone; afterwards it may", async () => {
  const { make } = await pair();
  let finish = () => {};
  const done: string[] = [];
  const first = make("one").once(
    "tidy",
    () => new Promise((resolve) => (finish = () => resolve(void done.push("one")))),
  );
  await expect.poll(() => finish.length, { timeout: 5_000 }).toBe(0);
  await make("two").once("tidy", async () => void done.push("two"));
  finish();
  await first;
  await make("two").once("tidy", async () => void done.push("two"));
  expect(done).toEqual(["one", "two"]);
});
