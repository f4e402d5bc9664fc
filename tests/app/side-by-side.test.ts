import { expect, test } from "vitest";
import { deliveryRules } from "../../src/app/delivery-rules.js";
import { createEars } from "../../src/app/ears.js";
import { words } from "../core/message/locales.js";
import { start } from "../store/open.js";
import { briefOf } from "./plain-engine.js";
import { item, rig } from "./rig.js";

const red = item(1, "Kızılay toplandı", {
  body: "@Ayşe Kaya geldi. Depo kurulmasına karar verildi.",
  published: start + 1,
});
const ots = item(2, "TDT toplandı", {
  body: "@Can Demir geldi. Fon açılmasına karar verildi.",
  published: start + 2,
});

/** Two chats, each with a topic of its own, and a story of each. */
async function neighbours(chats: readonly [string, string]) {
  const { process, world } = await rig({ lanes: ["console", "telegram", "slack:T1", "slack:T2"] });
  const rules = deliveryRules({
    uncertain: "resend",
    telegram: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    slack: { perChat: 1_000 },
  });
  const ears = createEars({
    store: process.store,
    feeds: world.feeds,
    words,
    rules,
    admins: [],
    clock: () => start + 10,
    until: async (at) => at,
    breathe: async () => {},
    brief: briefOf,
  });
  async function says(chat: string, text: string): Promise<string> {
    const from = chat.replace("/C", "/U").replace(":-", ":");
    const asked = { chat, from, words: text.split(" "), language: "tr" as const, isAdmin: async () => true };
    return JSON.stringify((await ears.answer(asked))?.messages);
  }
  for (const [index, topic] of ["kizilay", "tdt"].entries()) {
    const chat = chats[index] ?? "";
    const owner = await process.store.chats.ensure(chat, "tr", start);
    await process.db.updateTable("topics").set({ owner }).where("id", "=", topic).execute();
    await process.db.deleteFrom("subscriptions").where("topic", "=", topic).execute();
    await process.store.chats.subscribe(owner, topic, start);
    await says(chat, `keyword add ${topic} sözcük-${topic}`);
  }
  world.show("guncel", [red, ots]);
  await process.poll(start + 5);
  await process.readAll(start + 5);
  return { process, world, says };
}

const pairs = [
  ["slack:T1/C1", "slack:T2/C2"],
  ["telegram:-7", "telegram:-8"],
  ["telegram:7", "telegram:8"],
  ["telegram:-7", "slack:T1/C1"],
] as const;

/** What may be asked, and what tells that the answer speaks of the story and topic of the one or of the other. */
const questions = [
  ["topics", "kizilay", "tdt"],
  ["keyword list kizilay", "sözcük-kizilay", "sözcük-tdt"],
  ["keyword list tdt", "sözcük-kizilay", "sözcük-tdt"],
  ["latest", "Kızılay toplandı", "TDT toplandı"],
  ["latest kizilay", "Kızılay toplandı", "TDT toplandı"],
  ["latest tdt", "Kızılay toplandı", "TDT toplandı"],
  ["search toplandı", "haber/1", "haber/2"],
  ["who Kaya", "Kızılay toplandı", "TDT toplandı"],
  ["who Demir", "Kızılay toplandı", "TDT toplandı"],
  ["decisions", "Depo kurulmasına", "Fon açılmasına"],
  ["more people aa:1", "Ayşe Kaya", "Can Demir"],
  ["more people aa:2", "Ayşe Kaya", "Can Demir"],
  [`why ${red.link}`, "ilgi %", "Can Demir"],
  [`why ${ots.link}`, "Ayşe Kaya", "ilgi %"],
  ["audit", "sözcük-kizilay", "sözcük-tdt"],
] as const;

test.each(pairs)("%s and %s side by side: nothing of one is visible in the other", async (...chats) => {
  const { says } = await neighbours(chats);
  const seen = new Set<string>();
  for (const [question, ofOne, ofOther] of questions) {
    const [one, other] = [await says(chats[0], question), await says(chats[1], question)];
    expect([question, one.includes(ofOther), other.includes(ofOne)]).toEqual([question, false, false]);
    if (one.includes(ofOne)) seen.add(`1 ${question}`);
    if (other.includes(ofOther)) seen.add(`2 ${question}`);
  }
  // Each is told of its own, so that silence is no proof.
  for (const question of ["topics", "latest", "search toplandı", "decisions", "audit"])
    expect([...seen]).toEqual(expect.arrayContaining([`1 ${question}`, `2 ${question}`]));
  expect([...seen]).toEqual(expect.arrayContaining([`1 why ${red.link}`, `2 why ${ots.link}`]));
});

test.each(pairs)("%s and %s side by side: each gets the posts of its own topic alone", async (...chats) => {
  const { process, world } = await neighbours(chats);
  for (const lane of ["telegram", "slack:T1", "slack:T2"]) while ((await process.deliver(lane, start + 10)).sent > 0);
  const posts = world.posts.map(({ chat, message }): [string, boolean] => [
    chat,
    JSON.stringify(message).includes("Kızılay toplandı"),
  ]);
  expect(posts).toHaveLength(2);
  expect(Object.fromEntries(posts)).toEqual({ [chats[0]]: true, [chats[1]]: false });
  expect(JSON.stringify(world.posts).match(/TDT toplandı/gu)).toHaveLength(1);
});

test.each(pairs)("%s and %s side by side: what one changed, the other does not take back", async (...chats) => {
  const { process, says } = await neighbours(chats);
  await says(chats[1], "audit undo");
  await says(chats[1], "audit undo");
  expect((await process.store.topics.find("kizilay"))?.keywords).toContain("sözcük-kizilay");
  expect((await process.store.topics.find("tdt"))?.keywords).not.toContain("sözcük-tdt");
});
