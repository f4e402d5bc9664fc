import { expect, test } from "vitest";
import { createPresence } from "../../src/app/presence.js";
import { openStore, start } from "../store/open.js";
import { createProcess, createWorld, item } from "./rig.js";

const second = 1_000;

/** Processes on one database, whose clock is a test's; `down` are those whose connection to it has ended. */
async function company() {
  const { store } = await openStore();
  const up = new Set<number>();
  const logged: string[] = [];
  const note = (_: object, text: string) => void logged.push(text);
  let now = start;
  return {
    store,
    logged,
    pass: (span: number) => (now += span),
    clock: () => now,
    fall: (number: number) => void up.delete(number),
    join: (number: number) =>
      createPresence({
        store,
        number,
        owner: `p${number}`,
        clock: () => now,
        log: { info: note, warn: note, error: note },
        raise: async () => {
          up.add(number);
          return {
            isUp: () => up.has(number),
            others: async () => new Set(up),
            end: async () => void up.delete(number),
          };
        },
      }),
  };
}

test("a killed process's work is taken over at the next beat, that of a living one never", async () => {
  const { store, logged, join, fall, pass, clock } = await company();
  const [one, two] = [join(1), join(2)];
  await one.beat();
  await two.beat();
  await store.leases.take("work", "p1", 60 * second, clock());
  for (let beat = 0; beat < 20; beat += 1) {
    pass(3 * second);
    await one.beat();
    await two.beat();
  }
  expect(await store.leases.take("work", "p2", second, start + 59 * second)).toBeNull();
  fall(1);
  await two.beat();
  expect(await store.leases.take("work", "p2", second, start + 59 * second)).not.toBeNull();
  expect(await store.processes.list()).toMatchObject([{ number: 2 }]);
  expect(logged).toEqual(["a process is gone; its work is taken over"]);
});

test("who stands still loses what it had, sends nothing of it when it goes on, and begins anew", async () => {
  const { store, logged, join, pass, clock } = await company();
  const [one, two] = [join(1), join(2)];
  await one.beat();
  await two.beat();
  pass(second);
  const claimed = clock();
  expect(one.holds(claimed)).toBe(true);
  pass(6 * second);
  await two.beat();
  pass(6 * second);
  expect(one.holds(claimed)).toBe(false);
  expect(one.holds(clock())).toBe(false);
  await two.beat();
  expect(await store.processes.list()).toMatchObject([{ number: 2 }]);
  await one.beat();
  expect(one.holds(claimed)).toBe(false);
  expect(one.holds(clock())).toBe(true);
  expect(logged).toEqual([
    "a process is gone; its work is taken over",
    "this process was silent for too long: others have taken what it had",
  ]);
});

test("who is cut off from the database holds nothing from then on, and is there again once it gets through", async () => {
  const { join, fall, pass, clock } = await company();
  const one = join(1);
  await one.beat();
  pass(second);
  fall(1);
  expect(one.holds(clock())).toBe(false);
  await one.beat();
  expect(one.holds(clock() - 1)).toBe(false);
  expect(one.holds(clock())).toBe(true);
  await one.leave();
  expect(one.holds(clock())).toBe(false);
  expect(await one.others()).toBe(0);
});

test("a process that stood still between intent and call sends nothing, and the delivery is owed as before", async () => {
  const world = createWorld();
  let there = true;
  const process = await createProcess(world, {
    holds: (from) => there || from > start + second,
    until: async (at) => at,
  });
  world.show("guncel", [item(1, "Kızılay 1")]);
  await process.poll(start);
  await process.readAll(start);
  // It is there when it claims, and no longer when it is about to call.
  let asked = 0;
  const still = await createProcess(world, { folder: process.folder, owner: "p2", holds: () => (asked += 1) === 1 });
  expect(await still.deliver("console", start)).toMatchObject({ sent: 0, later: 1 });
  expect(world.posts).toEqual([]);
  there = false;
  expect(await process.deliver("console", start)).toMatchObject({ sent: 0, later: 0 });
  expect(await process.deliver("console", start + 2 * second)).toMatchObject({ sent: 1 });
  expect(world.posts).toMatchObject([{ repeat: false }]);
});
