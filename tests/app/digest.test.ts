import { expect, test } from "vitest";
import type { ArticleOutcome } from "../../src/feeds/outcome.js";
import { hour, minute, start } from "../store/open.js";
import { createProcess, createWorld, item, pageOf, read, rig } from "./rig.js";

const outage = 30 * hour;

/** A process whose feeds were read once, with `anchor` in each, and which then was down for 30 hours. */
async function afterOutage() {
  const { world, process } = await rig();
  const anchor = item(1, "Spor");
  world.show("guncel", [anchor]);
  world.show("dunya", [anchor]);
  await process.all(start);
  return { world, process, anchor };
}

test("at a first poll what is older than 24 h is recorded and not posted, the rest is posted", async () => {
  const { world, process } = await rig();
  world.show("guncel", [
    item(1, "Kızılay eski", { published: start - 25 * hour }),
    item(2, "Kızılay yeni", { published: start - 23 * hour }),
  ]);
  await process.all(start);
  expect(world.told()).toEqual(["post Kızılay yeni"]);
  expect((await process.store.summary()).fates).toMatchObject({ old: 1, posted: 1 });
  expect((await process.store.views.find("aa:1")).view.brief.title).toBe("Kızılay eski");
});

test("after an outage the late stories of all feeds come as one digest, the others as posts behind it", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  world.show("guncel", [
    anchor,
    item(2, "Kızılay iki", { published: start + hour }),
    item(3, "TDT üç", { published: now - hour }),
  ]);
  world.show("dunya", [anchor, item(4, "Kızılay dört", { published: start + 2 * hour })]);
  await process.all(now);
  expect(world.told()).toEqual(["digest Kızılay iki + Kızılay dört", "post TDT üç"]);
});

test("an item that an old feed and a new one show is late, not old", async () => {
  const world = createWorld();
  const process = await createProcess(world);
  world.answer("dunya", { kind: "failed", why: "reset" });
  world.answer("guncel", read([item(1, "Spor")]));
  await process.all(start);
  const late = item(2, "Kızılay", { published: start });
  world.show("dunya", [late]);
  world.show("guncel", [item(1, "Spor"), late]);
  await process.all(start + outage);
  expect(world.told()).toEqual(["digest Kızılay"]);
});

test("a digest waits for the last page of its batch, and holds back no post meanwhile", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  const slow = item(3, "Kızılay üç", { published: start + 2 * hour });
  world.show("guncel", [anchor, item(2, "Kızılay iki", { published: start + hour }), slow]);
  await process.poll(now);
  await process.pages(now);
  expect((await process.deliver("console", now)).sent).toBe(0);
  expect((await process.store.summary()).deliveries.owed).toBe(1);
  await process.pages(now);
  await process.deliver("console", now);
  expect(world.told()).toEqual(["digest Kızılay iki + Kızılay üç"]);
});

test("a digest waits for a feed of its batch that is still polled, and not for one that died with its process", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  world.show("guncel", [anchor, item(2, "Kızılay iki", { published: start + hour })]);
  world.answer("dunya", () => new Promise(() => {}));
  void process.poll(now);
  while ((await process.store.items.nextDue()) !== now) await new Promise((resolve) => setTimeout(resolve, 5));
  await process.readAll(now);
  expect((await process.deliver("console", now)).next).toBe(null);
  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  await next.store.leases.endAll(now);
  world.show("dunya", [anchor]);
  await next.all(now + minute);
  expect(world.told()).toEqual(["digest Kızılay iki"]);
});

test("a late story that is found only at a second reading has a digest of its own", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  const partial = item(3, "Toplantı", { published: start + hour });
  let page: ArticleOutcome = { kind: "failed", why: "reset", layout: false };
  world.page(partial.link, () => Promise.resolve(page));
  world.show("guncel", [anchor, item(2, "Kızılay iki", { published: start + hour }), partial]);
  await process.all(now);
  page = pageOf(partial, "Kızılay katıldı");
  await process.all(now + minute);
  expect(world.told()).toEqual(["digest Kızılay iki", "digest Toplantı"]);
});

test("many late stories come in parts, none is left out or told twice", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  const numbers = Array.from({ length: 45 }, (_, index) => index + 2);
  world.show("guncel", [
    anchor,
    ...numbers.map((number) => item(number, `Kızılay ${number}`, { published: start + number * minute })),
  ]);
  await process.all(now);
  const titles = world.told().flatMap((title) => title.replace("digest ", "").split(" + "));
  expect(world.posts).toHaveLength(5);
  expect(titles).toEqual(numbers.map((number) => `Kızılay ${number}`));
});

test("a story that changes after its digest edits the digest; a withdrawn one leaves it", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  const [two, three] = [
    item(2, "Kızılay iki", { published: start + hour }),
    item(3, "TDT üç", { published: start + hour }),
  ];
  world.show("guncel", [anchor, two, three]);
  await process.all(now);
  world.page(two.link, pageOf({ ...two, title: "Kızılay yeni" }, "."));
  await process.all(now + 15 * minute);
  world.page(three.link, { kind: "gone", status: 404 });
  await process.all(now + hour);
  expect(world.told()).toEqual(["digest Kızılay iki + TDT üç", "digest Kızılay yeni + TDT üç", "digest Kızılay yeni"]);
  expect(world.posts.map(({ edits }) => edits)).toEqual([null, "m1", "m1"]);
});

test("a crash between recording and sending loses no digest and doubles none", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  world.show("guncel", [
    anchor,
    item(2, "Kızılay iki", { published: start + hour }),
    item(3, "Kızılay üç", { published: start + hour }),
  ]);
  await process.poll(now);
  await process.pages(now);
  await process.kill();
  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  await next.store.leases.endAll(now + minute);
  await next.all(now + minute);
  await next.all(now + 2 * minute);
  expect(world.told()).toEqual(["digest Kızılay iki + Kızılay üç"]);
});

test("a digest of which every story was withdrawn before it was sent is not sent; one that came back is", async () => {
  const { world, process, anchor } = await afterOutage();
  const now = start + outage;
  const late = item(2, "Kızılay iki", { published: start + hour });
  world.show("guncel", [anchor, late]);
  await process.poll(now);
  await process.readAll(now);
  world.page(late.link, { kind: "gone", status: 410 });
  await process.all(now + 15 * minute);
  expect(world.posts).toEqual([]);
  world.page(late.link, pageOf(late, "."));
  await process.all(now + hour);
  expect(world.told()).toEqual(["digest Kızılay iki"]);
});
