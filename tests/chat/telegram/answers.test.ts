import { afterEach, expect, test } from "vitest";
import type { Ask, Reply } from "../../../src/core/message/ask.js";
import type { Message } from "../../../src/core/message/message.js";
import { textReply } from "../../../src/core/message/reply.js";
import { createRig, reply, type Rig, type RigOptions } from "./rig.js";

let rig: Rig;

afterEach(() => rig.close());

async function listening(options: RigOptions = {}): Promise<void> {
  rig = await createRig(options);
  void rig.listen();
}

const buttons = (text: string): Message => ({
  language: "en",
  preview: null,
  blocks: [
    { type: "paragraph", text: [{ type: "text", text }] },
    { type: "buttons", buttons: [{ label: "Toggle", action: "toggle tdt" }] },
  ],
});

/** `/menu` shows a button, which says who pressed it in place of what stood there. */
async function toggles(ask: Ask): Promise<Reply> {
  if (ask.words[0] === "menu") return { messages: [buttons("Menu")], replaces: false };
  return { messages: [buttons(`${ask.words.join(" ")}, admin: ${await ask.isAdmin()}`)], replaces: true };
}

test("each answer waits for its turn, in order, and all of them stand there", async () => {
  await listening({ answer: async () => reply("one", "two", "three") });
  const person = rig.telegram.user({ started: true });
  person.starts();
  await rig.telegram.until(() => person.chat.messages().length === 4);
  expect(person.chat.messages().map(({ text }) => text)).toEqual(["/start", "one", "two", "three"]);
  expect(rig.turns()).toEqual(Array.from({ length: 3 }, () => `turn telegram:${person.id}`));
});

test("in a group the answer hangs on the question", async () => {
  await listening();
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user });
  const { id } = owner.says(group, "/topics@tellal_bot");
  await rig.telegram.until(() => group.messages().length === 2);
  expect(group.messages()[1]?.replyTo).toBe(id);
});

test("silence where the ears are silent", async () => {
  await listening({ answer: async ({ words }) => (words[0] === "a" ? null : reply("b")) });
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/a");
  person.says(person.chat, "/b");
  await rig.telegram.until(() => person.chat.messages().length === 3);
  expect(person.chat.messages().map(({ text }) => text)).toEqual(["/a", "/b", "b"]);
});

test("a pressed button is acknowledged, and the answer takes the menu's place", async () => {
  await listening({ answer: toggles });
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/menu");
  await rig.telegram.until(() => person.chat.messages().length === 2);
  const query = person.presses(person.chat.messages()[1]!, "Toggle");
  await rig.telegram.until(() => query.answer !== null && person.chat.messages()[1]?.edits.length === 1);
  expect(person.chat.messages().map(({ text }) => text)).toEqual(["/menu", "toggle tdt, admin: true"]);
  // Pressed again, nothing changes, which is no fault.
  const again = person.presses(person.chat.messages()[1]!, "Toggle");
  await rig.telegram.until(() => again.answer !== null && rig.turns().length === 3);
  person.says(person.chat, "/menu");
  await rig.telegram.until(() => person.chat.messages().length === 4);
  expect(rig.lines.join("")).not.toContain("could not be sent");
});

test("a button that somebody else presses in a group is asked with their rights", async () => {
  await listening({
    answer: toggles,
    menu: [{ name: "menu", args: "", who: "anyone", summary: { tr: "M", en: "M" } }],
  });
  const [owner, member] = [rig.telegram.user(), rig.telegram.user()];
  const group = rig.telegram.supergroup({ owner: owner.user });
  member.joins(group);
  owner.says(group, "/menu");
  await rig.telegram.until(() => rig.telegram.posts().length === 1);
  for (const [who, text] of [
    [member, "toggle tdt, admin: false"],
    [owner, "toggle tdt, admin: true"],
  ] as const) {
    who.presses(rig.telegram.posts()[0]!, "Toggle");
    await rig.telegram.until(() => rig.telegram.posts()[0]?.text === text);
  }
  expect(rig.asks.map(({ from }) => from)).toEqual([owner, member, owner].map(({ id }) => `telegram:${id}`));
});

test("where the menu can no longer be edited, the answer stands below", async () => {
  await listening({ answer: toggles });
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/menu");
  await rig.telegram.until(() => person.chat.messages().length === 2);
  const description = "Bad Request: message can't be edited";
  rig.telegram.plan({ method: "editMessageText" }, { kind: "refused", error_code: 400, description });
  person.presses(person.chat.messages()[1]!, "Toggle");
  await rig.telegram.until(() => person.chat.messages().length === 3);
  expect(person.chat.messages().map(({ text }) => text)).toEqual(["/menu", "Menu", "toggle tdt, admin: true"]);
});

test("a press that came too late is answered all the same", async () => {
  await listening({ answer: toggles });
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/menu");
  await rig.telegram.until(() => person.chat.messages().length === 2);
  const description = "Bad Request: query is too old and response timeout expired or query ID is invalid";
  rig.telegram.plan({ method: "answerCallbackQuery" }, { kind: "refused", error_code: 400, description });
  person.presses(person.chat.messages()[1]!, "Toggle");
  await rig.telegram.until(() => person.chat.messages()[1]?.edits.length === 1);
});

test.each([
  ["tr", "Bizden kaynaklanan bir sorun çıktı."],
  ["de", "Something went wrong on our side."],
])(
  "a fault of ours is logged, and told in a sentence to a reader in %s; the next answer comes",
  async (language_code, text) => {
    await listening({
      async answer(ask) {
        if (ask.words[0] === "start") throw new Error("a bug");
        return reply("fine");
      },
    });
    const person = rig.telegram.user({ started: true, language_code });
    person.starts();
    person.says(person.chat, "/topics");
    await rig.telegram.until(() => person.chat.messages().length === 4);
    expect(person.chat.messages().map((message) => message.text)).toEqual([
      "/start",
      "/topics",
      expect.stringContaining(text),
      "fine",
    ]);
    expect(rig.lines.filter((line) => line.includes("a bug"))).toHaveLength(1);
  },
);

test("when Telegram does not say who administers, nobody is taken for one and nobody is told that they are not", async () => {
  await listening({
    answer: toggles,
    menu: [{ name: "topics", args: "", who: "anyone", summary: { tr: "M", en: "M" } }],
  });
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user });
  rig.telegram.plan({ method: "getChatMember" }, { kind: "bad gateway", accepted: true });
  owner.says(group, "/topics");
  await rig.telegram.until(() => rig.telegram.posts().length === 1);
  expect(rig.telegram.posts()[0]?.text).toContain("Something went wrong");
});

test("an answer that came too fast comes later; a blocked one tells that the chat is gone", async () => {
  await listening();
  const [hasty, gone] = [rig.telegram.user({ started: true }), rig.telegram.user({ started: true })];
  rig.telegram.plan(
    { method: "sendMessage", when: ({ args }) => args["chat_id"] === hasty.id },
    { kind: "too many", retryAfter: 1 },
  );
  hasty.says(hasty.chat, "/topics");
  gone.says(gone.chat, "/topics");
  gone.user.blocked = true;
  await rig.telegram.until(() => hasty.chat.messages().length === 2 && rig.told().length === 1);
  expect(rig.told()).toEqual([expect.stringContaining(`left telegram:${gone.id}: the person blocked the bot`)]);
});

test("one slow chat holds up no other, and each chat is answered in order", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await listening({
    async answer(ask) {
      if (ask.words[1] === "slow") await held;
      return reply(ask.words.join(" "));
    },
  });
  const [slow, fast] = [rig.telegram.user({ started: true }), rig.telegram.user({ started: true })];
  slow.says(slow.chat, "/topics slow");
  slow.says(slow.chat, "/topics after");
  for (let n = 0; n < 3; n += 1) fast.says(fast.chat, `/topics ${n}`);
  await rig.telegram.until(() => fast.chat.messages().length === 6);
  expect(slow.chat.messages()).toHaveLength(2);
  release();
  await rig.telegram.until(() => slow.chat.messages().length === 4);
  expect(
    slow.chat
      .messages()
      .map(({ text }) => text)
      .slice(2),
  ).toEqual(["topics slow", "topics after"]);
  expect(
    fast.chat
      .messages()
      .map(({ text }) => text)
      .slice(3),
  ).toEqual(["topics 0", "topics 1", "topics 2"]);
});

test("a chat that asks without end fills no one else's room", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await listening({
    async answer(ask) {
      if (ask.words[0] === "flood") await held;
      return reply(ask.words.join(" "));
    },
  });
  const [flood, calm] = [rig.telegram.user({ started: true }), rig.telegram.user({ started: true })];
  for (let n = 0; n < 500; n += 1) flood.says(flood.chat, "/flood");
  calm.says(calm.chat, "/topics");
  await rig.telegram.until(() => calm.chat.messages().length === 2);
  release();
  await rig.telegram.until(() => flood.chat.messages().length === 520);
  expect(rig.lines.filter((line) => line.includes("faster than it can be answered"))).toHaveLength(480);
});

test("a greeting and a sorry are posts like others: a text reply has no preview", async () => {
  await listening({ greeting: textReply("tr", "Merhaba!") });
  const owner = rig.telegram.user({ language_code: "tr" });
  const group = rig.telegram.group({ owner: owner.user, bot: "absent" });
  owner.addsBot(group);
  await rig.telegram.until(() => rig.telegram.posts().length === 1);
  expect(rig.told()).toEqual([`joined telegram:${group.id} tr`]);
  expect(rig.telegram.posts()[0]).toMatchObject({ text: "Merhaba!", preview: { is_disabled: true } });
});
