import { afterEach, beforeEach, expect, test } from "vitest";
import { createRig, menu, type Rig } from "./rig.js";

let rig: Rig;

beforeEach(async () => {
  rig = await createRig({ menu });
  void rig.listen();
});

afterEach(() => rig.close());

/** Lets something be said that may be ignored, then a command in private; what the ears heard of the former. */
async function heard(act: () => void): Promise<Rig["asks"]> {
  act();
  const last = rig.telegram.user({ first_name: "Son", started: true });
  last.says(last.chat, "/topics");
  await rig.telegram.until(() => last.chat.messages().length === 2);
  return rig.asks.filter(({ from }) => from !== `telegram:${last.id}`);
}

test("a person in private: any words, their language, and they administer the chat", async () => {
  const ayşe = rig.telegram.user({ language_code: "tr-TR", started: true });
  const [ask] = await heard(() => ayşe.says(ayşe.chat, "/Latest@tellal_bot  kizilay\n3 "));
  const id = `telegram:${ayşe.id}`;
  expect(ask).toMatchObject({ chat: id, from: id, words: ["Latest", "kizilay", "3"], language: "tr" });
  expect(await ask?.isAdmin()).toBe(true);
});

test.each([
  ["a deep link", "/start kizilay", ["start", "kizilay"]],
  ["a command of ours", "/topics", ["topics"]],
  ["an unknown command", "/tpics", ["tpics"]],
  ["another bot's command", "/topics@other_bot", null],
  ["plain words", "merhaba orada mısınız", ["merhaba", "orada", "mısınız"]],
  ["our name before the words", "@tellal_bot /topics", ["topics"]],
  ["our name alone", "@Tellal_Bot", ["help"]],
])("in private, %s: %s", async (_, text, words) => {
  const person = rig.telegram.user({ started: true });
  expect((await heard(() => person.says(person.chat, text))).map((ask) => ask.words)).toEqual(
    words === null ? [] : [words],
  );
});

test.each([
  ["a command of ours", "/topics", ["topics"]],
  ["one with our name", "/topics@TELLAL_bot kizilay", ["topics", "kizilay"]],
  ["an unknown one with our name", "/tpics@tellal_bot", ["tpics"]],
  ["an unknown one that names nobody, which is some other bot's", "/weather", null],
  ["another bot's command", "/topics@other_bot", null],
  ["plain words, where the bot hears all", "merhaba", null],
  ["our name before the words", "@tellal_bot latest tdt", ["latest", "tdt"]],
])("in a group, %s: %s", async (_, text, words) => {
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user, bot: "administrator" });
  expect((await heard(() => owner.says(group, text))).map((ask) => ask.words)).toEqual(words === null ? [] : [words]);
});

test("what stands behind the command keeps its lines, and whoever is answered is pointed at, a channel or bot is not", async () => {
  const [ayşe, can] = [rig.telegram.user(), rig.telegram.user()];
  const group = rig.telegram.supergroup({ owner: ayşe.user, bot: "administrator" });
  can.joins(group);
  const said = can.says(group, "merhaba");
  const asks = () => rig.asks.filter(({ from }) => from === `telegram:${ayşe.id}`);
  await heard(() => {
    ayşe.says(group, "/topics@tellal_bot  bir\n\niki  üç", { replyTo: said });
    ayşe.says(group, "@tellal_bot topics bir iki");
    ayşe.says(group, "/topics", { replyTo: ayşe.saysAnonymously(group, "duyuru") });
  });
  await rig.telegram.until(() => asks().length === 3);
  const [first, second, third] = asks();
  expect(first).toMatchObject({ behind: "bir\n\niki  üç", people: [`telegram:${can.id}`] });
  expect(second).toMatchObject({ behind: "bir iki", people: [] });
  expect(third).toMatchObject({ behind: "", people: [] });
});

type Person = ReturnType<Rig["telegram"]["user"]>;

/** Who asks → what is heard of them: their number, and whether they administer the chat. Null: nothing is. */
type Case = [
  name: string,
  ask: (people: Record<"owner" | "admin" | "member", Person>, group: ReturnType<Rig["telegram"]["group"]>) => void,
  from: "owner" | "admin" | "member" | "group" | null,
  isAdmin: boolean,
];

const cases: Case[] = [
  ["the owner", ({ owner }, group) => owner.says(group, "/topics"), "owner", true],
  ["an administrator", ({ admin }, group) => admin.says(group, "/topics"), "admin", true],
  ["a member", ({ member }, group) => member.says(group, "/topics"), "member", false],
  ["an unnamed administrator", ({ admin }, group) => admin.saysAnonymously(group, "/topics"), "group", true],
  [
    "a forwarded command",
    ({ owner, member }, group) => member.forwards(owner.says(owner.chat, "/topics"), group),
    null,
    false,
  ],
  ["an edited command", ({ owner }, group) => owner.edits(owner.says(group, "nothing"), "/topics"), null, false],
];

test.each(cases)("in a group, %s", async (_, act, from, isAdmin) => {
  const [owner, admin, member] = [rig.telegram.user(), rig.telegram.user(), rig.telegram.user()];
  const group = rig.telegram.supergroup({ owner: owner.user });
  for (const person of [admin, member]) person.joins(group);
  owner.promotes(admin, group);
  const asks = (await heard(() => act({ owner, admin, member }, group))).filter(
    ({ chat }) => chat === `telegram:${group.id}`,
  );
  const ids = { owner: owner.id, admin: admin.id, member: member.id, group: group.id };
  expect(asks.map((ask) => ask.from)).toEqual(from === null ? [] : [`telegram:${ids[from]}`]);
  for (const ask of asks) expect(await ask.isAdmin()).toBe(isAdmin);
});

test("a channel speaks in its own name, and who may write there administers it", async () => {
  const owner = rig.telegram.user();
  const channel = rig.telegram.channel({ owner: owner.user });
  const [ask] = await heard(() => owner.posts(channel, "/subscribe kizilay"));
  const address = `telegram:${channel.id}`;
  expect(ask).toMatchObject({ chat: address, from: address, words: ["subscribe", "kizilay"], language: null });
  expect(await ask?.isAdmin()).toBe(true);
  await rig.telegram.until(() => channel.messages().length === 2);
});

test("a forum's threads are chats of their own, its General is the forum; a chain of answers is no thread", async () => {
  const owner = rig.telegram.user();
  const forum = rig.telegram.forum({ owner: owner.user });
  const group = rig.telegram.supergroup({ owner: owner.user });
  const thread = forum.topic("Kızılay");
  const asks = await heard(() => {
    owner.says(forum, "/topics", { thread: thread.id });
    owner.says(forum, "/topics");
    owner.says(group, "/topics", { replyTo: owner.says(group, "/topics") });
  });
  expect(new Set(asks.map(({ chat }) => chat))).toEqual(
    new Set([`telegram:${forum.id}/${thread.id}`, `telegram:${forum.id}`, `telegram:${group.id}`]),
  );
  await rig.telegram.until(() => rig.telegram.posts().filter((post) => post.chat === forum.id).length === 2);
  const threads = rig.telegram
    .posts()
    .filter((post) => post.chat === forum.id)
    .map((post) => post.thread);
  expect(new Set(threads)).toEqual(new Set([thread.id, null]));
});

test.each([
  ["tr", "tr"],
  ["en-GB", "en"],
  ["az", null],
  ["trv", null],
  [undefined, null],
])("an app in %s", async (language_code, language) => {
  const person = rig.telegram.user({ started: true, ...(language_code !== undefined && { language_code }) });
  const [ask] = await heard(() => person.says(person.chat, "/topics"));
  expect(ask?.language).toBe(language);
});
