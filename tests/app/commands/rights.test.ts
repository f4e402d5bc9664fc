import { expect, test } from "vitest";
import { plainPaint, renderConsole } from "../../../src/core/message/console.js";
import type { Ask, Reply } from "../../../src/core/message/ask.js";
import { minute, start } from "../../store/open.js";
import { figure } from "../../torture/figure.js";
import { item } from "../rig.js";
import { adminCommands } from "./admin-commands.js";
import { talk } from "./talk.js";

const admin = "telegram:1";

/** Ears whose one administrator is `telegram:1`, and what somebody in some chat is answered. */
async function hall() {
  const world = await talk({ admins: [admin] });
  async function ask(text: string, more: Partial<Ask> = {}): Promise<Reply> {
    const words = text.split(" ");
    const asked = { chat: "telegram:7", from: "telegram:7", language: "en", isAdmin: async () => true } as const;
    const reply = await world.ears.answer({ ...asked, words, behind: words.slice(1).join(" "), ...more });
    if (reply === null) throw new Error("no answer");
    return reply;
  }
  const shown = ({ messages }: Reply) =>
    messages.map((message) => renderConsole(message, { width: 500, paint: plainPaint })).join("\n");
  const say = async (text: string, more: Partial<Ask> = {}) => shown(await ask(text, more));
  /** The action of a button of an answer. */
  const action = ({ messages }: Reply, index: number) => {
    const buttons = messages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "buttons" ? block.buttons : [])),
    );
    const button = buttons[index];
    if (button === undefined || !("action" in button)) throw new Error("no such button");
    return button.action;
  };
  /** All that a command may change. */
  const state = async () =>
    JSON.stringify([
      await world.store.topics.list(),
      await world.store.feeds.list(),
      await world.store.admins.list(),
      await world.store.audit.list({ everybodys: true, owner: null }, 99),
      await world.process.db.selectFrom("confirmations").selectAll().execute(),
      await world.process.db.selectFrom("broadcasts").selectAll().execute(),
    ]);
  return { ...world, ask, say, shown, action, state };
}

const no = async () => false;
const strangers: [who: string, asker: Partial<Ask>][] = [
  ["a stranger in private", { chat: "telegram:7", from: "telegram:7" }],
  ["a member of a group", { chat: "telegram:-1007", from: "telegram:8", isAdmin: no }],
  ["an administrator of a group", { chat: "telegram:-1007", from: "telegram:9" }],
  ["an administrator of a group who stays unnamed", { chat: "telegram:-1007", from: "telegram:-1007" }],
  ["a channel", { chat: "telegram:-1008", from: "telegram:-1008" }],
  ["a channel that writes in a group", { chat: "telegram:-1007", from: "telegram:-1008", isAdmin: no }],
  ["the number that Telegram gives to all who stay unnamed", { chat: "telegram:-1007", from: "telegram:1087968824" }],
  [
    "somebody called as the administrator is",
    { chat: "telegram:7", from: "telegram:7", names: { "telegram:7": "telegram:1" } },
  ],
  ["a chat whose number begins as the administrator's", { chat: "telegram:1/2", from: "telegram:1/2" }],
  ["a workspace's member with the administrator's number", { chat: "slack:T1/C1", from: "slack:T1/1" }],
  ["a member of a Slack channel", { chat: "slack:T1/C1", from: "slack:T1/U1" }],
  ["a guest from another workspace", { chat: "slack:T1/C1", from: "slack:T2/U2", isAdmin: no }],
];
const sentences = [
  "Only Tellal administrators may use this command.",
  "Only administrators of this chat may use this command.",
  "Topics that everybody may follow are changed by Tellal administrators only.",
];

test.each(strangers)("%s gets one sentence for each admin command, and nothing changes", async (_who, asker) => {
  const { say, state, world } = await hall();
  const before = await state();
  for (const command of adminCommands)
    expect([command, sentences]).toEqual([command, expect.arrayContaining([await say(command, asker)])]);
  expect(await state()).toBe(before);
  expect(world.asked.feeds).toEqual([]);
  const harmless = adminCommands.length;
  figure({ what: "commands of administrators from those who may not", runs: harmless, harmless });
});

const boss = { chat: "telegram:1", from: admin };

test("a yes is taken from who was asked, where they were asked, once, in time, and while they may", async () => {
  const { ask, say, shown, action, time, store } = await hall();
  const group = { chat: "telegram:-1007", from: admin };
  const yes = action(await ask("topic remove kizilay", group), 0);
  const gone = "This question is not yours";
  expect(await say(yes, { ...group, from: "telegram:8" })).toContain(gone);
  expect(await say(yes, boss)).toContain(gone);
  expect(await say("confirm forged", group)).toContain(gone);
  expect(await say("confirm", group)).toContain(gone);
  const pressed = await ask(yes, group);
  expect(pressed.replaces).toBe(true);
  expect(shown(pressed)).toContain("Topic Red Crescent (kizilay) removed");
  expect(await say(yes, group)).toContain(gone);
  await say("audit undo", boss);

  const late = action(await ask("topic remove kizilay", boss), 0);
  time.now = start + 11 * minute;
  expect(await say(late, boss)).toContain(gone);

  await say("admin add telegram:5", boss);
  const friend = { chat: "telegram:5", from: "telegram:5" };
  const held = action(await ask("topic remove kizilay", friend), 0);
  await say("admin remove telegram:5", boss);
  expect(await say(held, friend)).toBe("Only Tellal administrators may use this command.");
  expect(await store.topics.find("kizilay")).not.toBeNull();
});

test.each(["telegram:-1008", "telegram:-1009/4"])(
  "%s asked in its own name: an administrator of it answers",
  async (chat) => {
    const { ask, say, action, store } = await hall();
    const itself = { chat, from: chat.split("/", 1)[0] ?? "" };
    await say("topic own tent Çadır | Tent", itself);
    const yes = action(await ask("topic remove tent", itself), 0);
    const gone = "This question is not yours";
    expect(await say(yes, { chat, from: "telegram:8", isAdmin: no })).toContain(gone);
    expect(await say(yes, { chat: "telegram:-1010", from: "telegram:9" })).toContain(gone);
    expect(await say(yes, { chat, from: "telegram:9" })).toContain("Topic Tent (tent) removed");
    expect((await store.topics.list()).map(({ id }) => id)).toEqual(["kizilay", "tdt"]);
    expect(await say(yes, { chat, from: "telegram:9" })).toContain(gone);
  },
);

test.each([
  ["telegram:7", "/"],
  ["slack:T1/C1", "/tellal "],
])("what %s is told to type begins with %s", async (chat, prefix) => {
  const { say } = await hall();
  const here = { chat, from: admin };
  expect(await say("keyword test", here)).toContain(`such as: ${prefix}keyword test`);
  expect(await say("keyword remove kizilay zzz", here)).toContain(`${prefix}keyword list shows them`);
  expect(await say("topic rename", here)).toContain(`such as: ${prefix}topic add`);
  expect(await say("topic add tent", here)).toContain(`such as: ${prefix}topic add`);
  expect(await say("feed add", here)).toContain(`such as: ${prefix}feed add`);
  expect(await say("audit x", here)).toContain(`(${prefix}audit undo)`);
  expect(await say("feed pause guncel", here)).toBe(
    `Feed guncel paused.\n\nTo take it back, type ${prefix}audit undo.`,
  );
});

test("a chat's own topics: changed by its administrators, seen and named nowhere else", async () => {
  const { ask, say, shown, action, store, process, world } = await hall();
  const ours = { chat: "slack:T1/C1", from: "slack:T1/U1" };
  const theirs = { chat: "slack:T2/C2", from: "slack:T2/U2" };
  expect(await say("topic add tent Çadır | Tent", ours)).toContain("Topic Tent (tent) opened");
  expect(await say("topic add tent Other | Other", theirs)).toContain("Topic Other (tent) opened");
  expect(await say("keyword add tent çadır", ours)).toContain("Keyword “çadır” added to Tent");
  expect(await say("keyword list tent", ours)).toContain("çadır");
  expect(await say("keyword list tent", theirs)).toBe("Other has no keyword yet.");
  expect(await say("keyword add tent x1", { ...ours, isAdmin: no, from: "slack:T1/U3" })).toBe(sentences[1]);
  expect(await say("topics", ours)).toContain("tent — Tent");
  expect(await say("topics", { chat: "telegram:7" })).not.toContain("tent");
  expect(await say("keyword list tent", boss)).toContain("There is no topic “tent”");
  expect(await say("audit", ours)).toContain("Keyword “çadır” added to Tent");
  expect(await say("audit", ours)).not.toContain("slack:T2");
  expect(await say("audit", boss)).toBe("Nothing has been changed yet.");
  // The audit of one is not undone from the other, nor by Tellal's administrators from elsewhere.
  expect(await say("audit undo", boss)).toBe("There is no change left to take back.");
  expect(await say("audit undo", ours)).toContain("This change was taken back: Keyword “çadır” added to Tent");
  const mine = (await store.topics.list()).find(({ name }) => name.en === "Tent");
  expect(mine?.keywords).toEqual([]);

  world.show("guncel", [item(1, "Kızılay çadır gönderdi")]);
  await process.poll(start);
  await process.readAll(start);
  const hits = [{ topic: mine?.id ?? "", relevance: 1, hits: "[]", story: "aa:1" }];
  await process.db.insertInto("matches").values(hits).execute();
  await store.chats.subscribe(await store.chats.ensure("telegram:7", "en", start), "kizilay", start);
  expect(await say("latest kizilay", { chat: "telegram:7" })).not.toContain("Tent");
  expect((await store.views.seenIn("slack:T1/C1", "aa:1"))?.view.topics.map(({ name }) => name.en)).toContain("Tent");
  expect((await store.views.seenIn("slack:T2/C2", "aa:1"))?.view.topics.map(({ name }) => name.en)).toEqual([
    "Red Crescent",
  ]);
  const yes = action(await ask("topic remove tent", ours), 0);
  expect(shown(await ask(yes, ours))).toContain("Topic Tent (tent) removed");
  expect(await say("keyword list tent", theirs)).toBe("Other has no keyword yet.");
});

test("own topics and their keywords are bounded, and what costs work is asked six times a minute", async () => {
  const { say, time } = await hall();
  for (let n = 0; n < 10; n += 1) expect(await say(`topic add t${n} T${n}`)).toContain("opened");
  expect(await say("topic add t10 T10")).toBe("A chat has at most 10 topics of its own.");
  for (let n = 0; n < 6; n += 1)
    expect(await say("keyword test t1 deprem")).toContain("It would have matched 0 stories");
  expect(await say("keyword test t1 deprem")).toBe("That was asked very often. Please try again in 1 minute.");
  expect(await say("keyword test t1 deprem", { from: "telegram:8" })).toContain("It would have matched");
  time.now += minute;
  expect(await say("keyword test t1 deprem")).toContain("It would have matched");
});

test("somebody is made an administrator by a number, a mention or an answered message, and may then act", async () => {
  const { say } = await hall();
  expect(await say("admin add 41", boss)).toContain("telegram:41");
  expect(await say("admin add", { ...boss, people: ["telegram:42"] })).toContain("telegram:42");
  expect(await say("admin add @x", { ...boss, people: ["slack:T1/U9"] })).toContain("slack:T1/U9");
  expect(await say("admin add", { ...boss, people: ["telegram:-1007"] })).toContain("Name a person");
  for (const from of ["telegram:41", "telegram:42", "slack:T1/U9"]) {
    expect(await say("feed pause guncel", { from })).toContain("Feed guncel paused");
    expect(await say("feed resume guncel", { from })).toContain("Feed guncel resumed");
  }
});

test("/help of a command shows its sub-commands, and a wrong one names the nearest", async () => {
  const { say } = await hall();
  expect(await say("help keyword")).toContain("/keyword test <topic> <expression> — Tries a keyword");
  expect(await say("help feed", { chat: "slack:T1/C1" })).toContain("/tellal feed check <feed> — Fetches a feed now");
  expect(await say("help latst")).toContain("Did you mean /latest?");
  expect(await say("feed chek guncel", boss)).toContain("Did you mean /feed check?");
});
