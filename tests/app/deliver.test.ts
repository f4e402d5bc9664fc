import { expect, test } from "vitest";
import type { Outcome } from "../../src/core/message/messenger.js";
import { hour, minute, start } from "../store/open.js";
import { createProcess, createWorld, item, rig } from "./rig.js";

type Rig = Awaited<ReturnType<typeof rig>>;

/** Stories 1..count are recorded and owed to the chats at these addresses. */
async function owing(
  count: number,
  addresses: string[],
  options: Parameters<typeof createProcess>[1] = {},
): Promise<Rig> {
  const { world, process } = await rig({
    from: { ...base, subscribe: addresses.map((chat) => ({ chat, topics: ["kizilay"] })) },
    ...options,
  });
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  world.show(
    "guncel",
    numbers.map((number) => item(number, `Kızılay ${number}`, { published: start + number })),
  );
  await process.poll(start);
  await process.readAll(start);
  return { world, process };
}

const base = {
  feeds: [{ id: "guncel", kind: "aa" as const, url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
  topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
};

function rows({ process }: Rig) {
  return process.db.selectFrom("deliveries").selectAll().orderBy("chat").orderBy("place").execute();
}

test.each<[string, Outcome, object]>([
  ["sent", { kind: "sent", ref: "m7" }, { sent: start, reference: "m7", dead: null, why: null, lease: null }],
  [
    "later",
    { kind: "later", at: start + hour, why: "429" },
    { sent: null, intent: null, due: start + hour, tries: 0, why: "429" },
  ],
  ["moved", { kind: "moved", to: "telegram:-1009" }, { sent: null, intent: null, due: start, tries: 0 }],
  ["gone", { kind: "gone", why: "blocked" }, { sent: null, dead: start, why: "blocked" }],
  ["refused", { kind: "refused", why: "too long" }, { sent: null, dead: start, why: "too long" }],
  ["unknown", { kind: "unknown", cause: "reset" }, { sent: null, intent: start, lease: start, tries: 1, why: "reset" }],
])("%s is one line", async (_, outcome, expected) => {
  const both = await owing(1, ["telegram:7"]);
  both.world.outcomes.push(outcome);
  await both.process.deliver("telegram", start);
  expect(await rows(both)).toMatchObject([expected]);
  expect(both.world.posts).toMatchObject([{ chat: "telegram:7", repeat: false, edits: null, replyTo: null }]);
});

test("a refused delivery is told to the admins once and never sent again; the next one follows", async () => {
  const both = await owing(2, ["console"]);
  both.world.outcomes.push({ kind: "refused", why: "broken" });
  expect(await both.process.deliver("console", start)).toMatchObject({ failed: 1, sent: 0 });
  expect(await both.process.deliver("console", start)).toMatchObject({ failed: 0, sent: 1 });
  expect(await both.process.deliver("console", start + hour)).toMatchObject({ sent: 0, next: null });
  expect(both.process.notices).toMatchObject([{ kind: "dead", chat: "console", why: "broken" }]);
});

test("a gone chat is owed nothing any more, now and later, until it is taken up again", async () => {
  const both = await owing(2, ["console"]);
  const { world, process } = both;
  world.outcomes.push({ kind: "gone", why: "kicked" });
  await process.deliver("console", start);
  expect(await process.deliver("console", start + hour)).toMatchObject({ sent: 0, next: null });
  expect(process.notices).toEqual([{ kind: "gone", chat: "console", why: "kicked" }]);
  expect((await process.store.summary()).deliveries).toEqual({ owed: 0, sending: 0, sent: 0, dead: 1, moot: 1 });
  await process.store.chats.ensure("console", "tr", start + hour);
  world.show("guncel", [item(2, "Kızılay 2"), item(3, "Kızılay son", { published: start + hour })]);
  await process.all(start + hour);
  expect(world.told().slice(1)).toEqual(["post Kızılay son"]);
});

test("a moved chat is posted to at its new address", async () => {
  const both = await owing(2, ["telegram:7"]);
  both.world.outcomes.push({ kind: "moved", to: "telegram:-1009" });
  await both.process.deliver("telegram", start);
  await both.process.deliver("telegram", start + 2_000);
  await both.process.deliver("telegram", start + 4_000);
  expect(both.world.posts.map(({ chat }) => chat)).toEqual(["telegram:7", "telegram:-1009", "telegram:-1009"]);
});

test("a chat that moved to one we know hands over what it is owed, without doubles", async () => {
  const both = await owing(2, ["telegram:7", "telegram:-1009"]);
  both.world.outcomes.push(
    (post) =>
      Promise.resolve(
        post.chat === "telegram:7" ? { kind: "moved", to: "telegram:-1009" } : { kind: "sent", ref: "x" },
      ),
    (post) =>
      Promise.resolve(
        post.chat === "telegram:7" ? { kind: "moved", to: "telegram:-1009" } : { kind: "sent", ref: "x" },
      ),
  );
  for (let step = 0; step < 5; step += 1) await both.process.deliver("telegram", start + step * 2_000);
  const received = both.world.posts
    .filter(({ chat }) => chat === "telegram:-1009")
    .map(({ delivery }) => delivery.split(":").slice(-1)[0]);
  expect(received).toEqual(["1", "2"]);
});

test("a chat that moved to one that was gone takes it up again, and nothing is stuck", async () => {
  const both = await owing(2, ["telegram:7"]);
  const { world, process } = both;
  const away = (chat: string): Outcome =>
    chat === "telegram:7" ? { kind: "moved", to: "telegram:-1009" } : { kind: "sent", ref: "x" };
  const heir = await process.store.chats.ensure("telegram:-1009", "tr", start);
  await process.db.updateTable("chats").set({ gone: start, why: "kicked" }).where("id", "=", heir).execute();
  world.outcomes.push((post) => Promise.resolve(away(post.chat)));
  for (let step = 0; step < 4; step += 1) await process.deliver("telegram", start + step * 2_000);
  expect(world.posts.map(({ chat }) => chat)).toEqual(["telegram:7", "telegram:-1009", "telegram:-1009"]);
  expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sent: 2 });
  expect(await process.store.chats.find("telegram:-1009")).toMatchObject({ gone: null, why: null });
});

test("an update that one chat has does not hide the withdrawal of the same version that a moved one is owed", async () => {
  const both = await owing(1, ["telegram:7", "telegram:-1009"]);
  const { world, process } = both;
  const { db } = process;
  const old = await process.store.chats.find("telegram:7");
  const heir = await process.store.chats.find("telegram:-1009");
  for (let step = 0; step < 2; step += 1) await process.deliver("telegram", start + step * 2_000);
  const edit = { ref: "aa:1@2", place: 9, created: start, due: start, tries: 0, fence: 0 };
  await db
    .insertInto("deliveries")
    .values([
      { ...edit, id: "held", chat: heir?.id ?? "", kind: "update", original: `${heir?.id}:post:aa:1`, sent: start },
      { ...edit, id: "owed", chat: old?.id ?? "", kind: "withdrawal", original: `${old?.id}:post:aa:1` },
    ])
    .execute();
  await db.insertInto("delivery_stories").values({ delivery: "owed", story: "aa:1", position: 0 }).execute();
  world.outcomes.push({ kind: "moved", to: "telegram:-1009" });
  for (let step = 2; step < 5; step += 1) await process.deliver("telegram", start + step * 2_000);
  expect(world.posts.slice(2).map(({ chat }) => chat)).toEqual(["telegram:7", "telegram:-1009"]);
});

test("an address that a messenger made up is no place to move to", async () => {
  const both = await owing(1, ["console"]);
  both.world.outcomes.push({ kind: "moved", to: "nowhere" });
  expect(await both.process.deliver("console", start)).toMatchObject({ failed: 1 });
});

test("order per chat is the order of recording, and a later holds back that chat only", async () => {
  const both = await owing(3, ["telegram:7", "telegram:8"]);
  const { world, process } = both;
  world.outcomes.push(
    (post) => Promise.resolve(later(post.chat)),
    (post) => Promise.resolve(later(post.chat)),
  );
  for (let now = start; now <= start + 40_000; now += 1_000) await process.deliver("telegram", now);
  const to = (chat: string) =>
    world.posts
      .filter((post) => post.chat === chat)
      .map(({ message }) => JSON.stringify(message).match(/Kızılay \d/u)?.[0]);
  expect(to("telegram:8")).toEqual(["Kızılay 1", "Kızılay 2", "Kızılay 3"]);
  expect(to("telegram:7")).toEqual(["Kızılay 1", "Kızılay 1", "Kızılay 2", "Kızılay 3"]);
  expect(world.posts.slice(2, 4).map(({ chat }) => chat)).toEqual(["telegram:8", "telegram:8"]);
});

test("chats that are owed the same take their turns in the order of their addresses, the same in each run", async () => {
  const addresses = ["telegram:6", "telegram:2", "telegram:5", "telegram:1", "telegram:4", "telegram:3"];
  const { process } = await owing(1, addresses);
  const pace = { perChat: 0, perCrowd: 0, perSend: 0, burst: 6 };
  const claimed = await process.store.deliveries.claim({ lane: "telegram", owner: "p1", span: minute }, pace, start);
  expect(claimed.map(({ chat }) => chat.address)).toEqual([...addresses].toSorted());
});

function later(chat: string): Outcome {
  return chat === "telegram:7" ? { kind: "later", at: start + 30_000, why: "429" } : { kind: "sent", ref: "x" };
}

test("one send at a time per chat, even when calls overlap", async () => {
  const both = await owing(3, ["console"]);
  let flying = 0;
  let most = 0;
  const slow = async (): Promise<Outcome> => {
    flying += 1;
    most = Math.max(most, flying);
    await new Promise((resolve) => setTimeout(resolve, 20));
    flying -= 1;
    return { kind: "sent", ref: "x" };
  };
  both.world.outcomes.push(slow, slow, slow);
  await Promise.all([1, 2, 3].map(() => both.process.deliver("console", start)));
  await both.process.deliver("console", start);
  await both.process.deliver("console", start);
  expect(most).toBe(1);
  expect(both.world.told()).toEqual(["post Kızılay 1", "post Kızılay 2", "post Kızılay 3"]);
});

test("pace per chat and per lane holds over a restart", async () => {
  const both = await owing(2, ["telegram:1", "telegram:2", "telegram:3"]);
  const { world, process } = both;
  // perSecond 8, and the margin of 1.2 %: two at once, paid for with 253 ms.
  expect(await process.deliver("telegram", start)).toMatchObject({ sent: 2, next: start + 253 });
  await process.kill();
  const next = await createProcess(world, { folder: process.folder, owner: "p2" });
  expect(await next.deliver("telegram", start + 252)).toMatchObject({ sent: 0, next: start + 253 });
  expect(await next.deliver("telegram", start + 253)).toMatchObject({ sent: 1, next: start + 1_012 });
  expect(await next.deliver("telegram", start + 1_011)).toMatchObject({ sent: 0 });
  // The second left in the second half of its round: its chat is free that much later.
  expect(await next.deliver("telegram", start + 1_139)).toMatchObject({ sent: 2, next: start + 1_392 });
  expect(await next.deliver("telegram", start + 1_392)).toMatchObject({ sent: 1, next: null });
});

test("a lane without a messenger keeps what it is owed", async () => {
  const both = await owing(1, ["slack:T1/C1"], { lanes: [] });
  expect(await both.process.deliver("slack:T1", start)).toMatchObject({ sent: 0, next: null });
  expect((await both.process.store.summary()).deliveries.owed).toBe(1);
});

test("a messenger that throws leaves that delivery unknown and stops no other", async () => {
  const both = await owing(1, ["telegram:1", "telegram:2"]);
  both.world.outcomes.push(() => Promise.reject(new Error("bug")));
  expect(await both.process.deliver("telegram", start)).toMatchObject({ sent: 1, unknown: 1 });
  expect(both.process.logged.filter((line) => line.level === "error")).toHaveLength(1);
});

test("the intent is committed before the messenger is asked", async () => {
  const both = await owing(1, ["console"]);
  let seen: unknown;
  both.world.outcomes.push(async () => {
    const other = await createProcess(createWorld(), { folder: both.process.folder });
    seen = await other.db.selectFrom("deliveries").select(["intent", "owner", "fence", "tries"]).execute();
    return { kind: "sent", ref: "x" };
  });
  await both.process.deliver("console", start);
  expect(seen).toEqual([{ intent: start, owner: "p1", fence: 1, tries: 1 }]);
});

test("a turn that a killed process had reserved is due when its chat may be sent to, not before", async () => {
  const { process } = await owing(1, ["telegram:7"]);
  const { deliveries, leases } = process.store;
  const pace = { perChat: 1_000, perCrowd: 1_000, perSend: 10, burst: 7 };
  expect(await deliveries.claim({ lane: "telegram", owner: "p0", span: hour }, pace, start)).toHaveLength(1);
  await leases.endAll(start + 100);
  expect(await deliveries.nextDue("telegram", 5_000, start + 100)).toBe(start + 1_000);
});
