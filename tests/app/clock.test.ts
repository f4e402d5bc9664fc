import { expect, test } from "vitest";
import { hour, minute, start } from "../store/open.js";
import { createProcess, item, rig } from "./rig.js";

/** The process, or the one that is started in its place, goes on at a clock that was set back by a day. */
const back = start - 24 * hour;

test.each(["running on", "started anew"])("%s, a process whose clock was set back goes on at once", async (how) => {
  const { world, process } = await rig();
  const items = [1, 2, 3, 4].map((number) => item(number, `Kızılay ${number}`, { published: back + number }));
  world.show("guncel", items);
  await process.poll(start);
  // One is sent, the next is left *sending*, the third waits for its turn, and the page of the fourth is still owed.
  for (let page = 0; page < 3; page += 1) await process.pages(start);
  await process.deliver("console", start);
  world.outcomes.push({ kind: "unknown", cause: "reset" });
  await process.deliver("console", start);
  await process.db
    .insertInto("pacing")
    .values({ key: "lane:console", next: start })
    .onConflict((on) => on.column("key").doUpdateSet({ next: start }))
    .execute();
  await process.store.items.claim({ owner: "p0", span: 5 * minute }, start);
  await process.db
    .insertInto("leases")
    .values({ name: "feed:dunya", owner: "p0", until: start + minute, fence: 1 })
    .onConflict((on) => on.column("name").doUpdateSet({ until: start + minute }))
    .execute();

  const next = how === "running on" ? process : await createProcess(world, { folder: process.folder, owner: "p2" });
  if (how === "started anew") await next.store.leases.endAll(back);
  world.posts.length = 0;
  const asked = world.asked.feeds.length;
  for (let now = back; now <= back + 10 * minute; now += minute) await next.all(now);
  expect(world.told()).toEqual([2, 3, 4].map((number) => `post Kızılay ${number}`));
  expect(world.asked.feeds.length).toBeGreaterThanOrEqual(asked + 8);
  expect((await next.store.summary()).deliveries).toMatchObject({ owed: 0, sending: 0, dead: 0, sent: 4 });
});

test("nothing is hurried while the clock goes on: a *later* is kept over a start", async () => {
  const { world, process } = await rig();
  world.outcomes.push({ kind: "later", at: start + hour, why: "429" });
  world.show("guncel", [item(1, "Kızılay 1")]);
  await process.all(start);
  await process.store.leases.endAll(start + minute);
  for (let now = start + minute; now < start + hour; now += minute) await process.all(now);
  expect(world.posts).toHaveLength(1);
});

test("a process whose clock is some seconds behind another's takes that for no clock that was set back", async () => {
  const { world, process } = await rig();
  world.show("guncel", [item(1, "Kızılay 1")]);
  await process.poll(start);
  await process.store.deliveries.rest("console", start + minute);
  const behind = await createProcess(world, { folder: process.folder, owner: "p2" });
  const asked = world.asked.feeds.length;
  await behind.poll(start - 5_000);
  expect(world.asked.feeds).toHaveLength(asked);
  const rest = await process.db.selectFrom("pacing").select("next").where("key", "=", "lane:console").execute();
  expect(rest).toEqual([{ next: start + minute }]);
});
