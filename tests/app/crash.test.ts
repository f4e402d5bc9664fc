import { cpSync } from "node:fs";
import { expect, test } from "vitest";
import type { Outcome } from "../../src/core/message/messenger.js";
import type { Database } from "../../src/store/tables.js";
import { hour, minute, start } from "../store/open.js";
import { temporaryFolder } from "../temporary.js";
import { figure } from "../torture/figure.js";
import { createProcess, createWorld, item, pageOf, unsynced } from "./rig.js";

/**
 * Kills a process at its n-th write, before or after the commit: from then on nothing that it does ever ends. What it sent
 * before stays sent, as on a real platform. Then another process opens the folder and goes on.
 */
function killAt(step: number, when: "before" | "after") {
  let steps = 0;
  let kill = () => {};
  const killed = new Promise<"killed">((resolve) => (kill = () => resolve("killed")));
  const never = new Promise<never>(() => {});
  const wrap = (database: Database): Database => ({
    ...unsynced(database),
    write: async (work) => {
      steps += 1;
      if (steps > step) return never;
      if (steps < step) return database.write(work);
      if (when === "after") await database.write(work);
      kill();
      return never;
    },
  });
  return { killed, wrap };
}

const chats = ["telegram:1", "telegram:2"];
const from = {
  feeds: [
    { id: "guncel", kind: "aa" as const, url: "https://aa.example/rss", language: "tr", every: 2 * minute },
    { id: "dunya", kind: "aa" as const, url: "https://aa.example/rss2", language: "tr", every: 2 * minute },
  ],
  topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
  subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
};

const one = item(2, "Kızılay iki", { published: start + hour });
const changed = pageOf({ ...one, title: "Kızılay değişti" }, ".");

/** A poll after an outage with posts and a digest, then an update, with all that is sent on the way. */
async function journey(
  { poll, readAll, deliver }: Awaited<ReturnType<typeof createProcess>>,
  world: ReturnType<typeof createWorld>,
) {
  const now = start + 30 * hour;
  await poll(now);
  await readAll(now);
  await sendAll(deliver, now);
  world.page(one.link, changed);
  world.page(item(3, "").link, pageOf(item(3, "Kızılay üç yeni", { published: now }), "."));
  await readAll(now + 15 * minute);
  await sendAll(deliver, now + 15 * minute);
  return "done" as const;
}

async function sendAll(deliver: Awaited<ReturnType<typeof createProcess>>["deliver"], from: number): Promise<void> {
  let now = from;
  for (;;) {
    const { next } = await deliver("telegram", now);
    if (next === null) return;
    now = Math.max(next, now);
  }
}

/** The folder of a process that read its feeds once and then ended. */
async function firstPolled(): Promise<string> {
  const world = createWorld();
  world.show("guncel", [item(1, "Spor")]);
  world.show("dunya", [item(1, "Spor")]);
  const process = await createProcess(world, { from });
  await process.all(start);
  await process.kill();
  return process.folder;
}

/** The world 30 hours later, and a copy of the folder. */
function afterOutage(folder: string) {
  const world = createWorld();
  const accepted = new Map<string, string>();
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const now = start + 30 * hour;
  world.show("guncel", [item(1, "Spor"), one, item(3, "Kızılay üç", { published: now })]);
  world.show("dunya", [
    item(1, "Spor"),
    item(4, "Kızılay dört", { published: start + hour }),
    item(5, "Kızılay beş", { published: now }),
  ]);
  for (let index = 0; index < 200; index += 1) {
    world.outcomes.push(async (post): Promise<Outcome> => {
      if (post.edits === null) accepted.set(post.delivery, `m-${post.delivery}`);
      return { kind: "sent", ref: `m-${post.delivery}` };
    });
  }
  return { world, folder: copy, accepted };
}

/** What each chat has at the end: new posts by delivery, with how often each came, and the last words of each message. */
function received(world: ReturnType<typeof createWorld>) {
  return chats.map((chat) => {
    const posts = world.posts.filter((post) => post.chat === chat);
    const copies = new Map<string, number>();
    const last = new Map<string, string>();
    for (const [index, post] of world.posts.entries()) {
      if (post.chat !== chat) continue;
      const key = post.edits?.replace(/^m-/u, "") ?? post.delivery;
      if (post.edits === null) copies.set(key, (copies.get(key) ?? 0) + 1);
      last.set(key.replace(/^.*?:(?=post|digest)/u, ""), world.told()[index] ?? "");
    }
    const order = [...new Set(posts.filter(({ edits }) => edits === null).map(({ delivery }) => delivery))];
    return { copies: [...copies.values()], last: Object.fromEntries(last), order };
  });
}

const wanted = ["Kızılay değişti + Kızılay dört", "Kızılay üç yeni", "Kızılay beş"];

test.each(["before", "after"] as const)(
  "killed %s any commit, nothing is lost, nothing out of order, at most what was in flight is doubled",
  async (when) => {
    const first = await firstPolled();
    let points = 0;
    for (const history of [false, true]) {
      // The first write of a process is its seed.
      for (let step = 2; ; step += 1) {
        const { world, folder, accepted } = afterOutage(first);
        const { killed, wrap } = killAt(step, when);
        const dying = await createProcess(world, { from, folder, wrap, owner: "dying" });
        const end = await Promise.race([journey(dying, world), killed]);
        points += 1;
        if (history) world.setHistory(accepted);
        const next = await createProcess(world, { from, folder, owner: `after-${step}` });
        await next.store.leases.endAll(start + 30 * hour + minute);
        await next.poll(start + 30 * hour + minute);
        await next.readAll(start + 30 * hour + minute);
        world.page(one.link, changed);
        world.page(item(3, "").link, pageOf(item(3, "Kızılay üç yeni", { published: start + 30 * hour }), "."));
        await next.readAll(start + 40 * hour);
        await sendAll(next.deliver, start + 40 * hour);
        const places = await next.db
          .selectFrom("deliveries")
          .select("id")
          .where("kind", "=", "post")
          .orderBy("place")
          .execute();
        for (const { copies, last, order } of received(world)) {
          const sent = order.filter((id) => id.includes(":post:"));
          expect(sent, `killed ${when} write ${step}`).toEqual(
            places.map(({ id }) => id).filter((id) => sent.includes(id)),
          );
          expect(sent).toHaveLength(2);
          const words = Object.values(last).map((title) => title.replace(/^\w+ /u, "").replace(" (partial)", ""));
          expect(words.sort(), `killed ${when} write ${step}`).toEqual([...wanted].sort());
          expect(Math.max(...copies), `killed ${when} write ${step}`).toBeLessThanOrEqual(history ? 1 : 2);
          expect(copies.filter((count) => count > 1).length).toBeLessThanOrEqual(1);
        }
        expect((await next.store.summary()).deliveries).toMatchObject({ owed: 0, sending: 0, dead: 0 });
        await next.kill();
        await dying.kill();
        if (end === "done") break;
      }
    }
    expect(points).toBeGreaterThan(30);
    figure({
      what: `killed ${when} each write`,
      runs: points,
      lost: 0,
      more: "doubled at most one a chat, with history none",
    });
  },
  180_000,
);
