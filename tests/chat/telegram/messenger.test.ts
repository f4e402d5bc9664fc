import { afterEach, beforeEach, expect, test } from "vitest";
import { createTelegramMessenger } from "../../../src/chat/telegram/messenger.js";
import type { Message } from "../../../src/core/message/message.js";
import type { Messenger } from "../../../src/core/message/messenger.js";
import { textReply } from "../../../src/core/message/reply.js";
import { words } from "../../core/message/locales.js";
import { createTelegram } from "../../world/telegram/telegram.js";
import { postTo, token } from "./posts.js";

let telegram: Awaited<ReturnType<typeof createTelegram>>;
let messenger: Messenger;

beforeEach(async () => {
  telegram = await createTelegram({ token, rates: { chatPerSecond: Infinity } });
  messenger = createTelegramMessenger({ token, apiRoot: `${telegram.url}/`, words, clock: () => 0 });
});

afterEach(async () => {
  telegram.expectHonest();
  await telegram.close();
});

test("a post stands in the chat once, without a preview of links that it does not ask for", async () => {
  const { chat } = telegram.user({ started: true });
  const outcome = await messenger.send(postTo(`telegram:${chat.id}`));
  expect(chat.messages().map(({ id, text, preview }) => ({ id, text, preview }))).toEqual([
    {
      id: Number(outcome.kind === "sent" ? outcome.ref : NaN),
      text: "Five trucks left for the camp.",
      preview: { is_disabled: true },
    },
  ]);
});

const rich: Message = {
  language: "en",
  preview: "https://aa.example/1",
  blocks: [
    { type: "heading", text: [{ type: "link", text: "Aid & <script>", url: "https://aa.example/1" }] },
    {
      type: "buttons",
      buttons: [
        { label: "Read", url: "https://aa.example/1" },
        { label: "Mute", action: "mute kizilay 1d" },
      ],
    },
  ],
};

test("links, preview and buttons arrive; what is not ours is no markup", async () => {
  const { chat } = telegram.user({ started: true });
  await messenger.send(postTo(`telegram:${chat.id}`, { message: rich }));
  const [shown] = chat.messages();
  expect(shown?.text).toContain("Aid & <script>");
  expect(shown?.preview).toEqual({ url: "https://aa.example/1" });
  expect(shown?.buttons.flat()).toEqual([
    { text: "Read", url: "https://aa.example/1" },
    { text: "Mute", callback_data: "mute kizilay 1d" },
  ]);
});

test.each([
  ["tr", "Bu ileti ikinci kez gelmiş olabilir"],
  ["en", "This post may have reached you before"],
] as const)("a repeat says so first, in italics: %s", async (language, mark) => {
  const { chat } = telegram.user({ started: true });
  await messenger.send(postTo(`telegram:${chat.id}`, { message: textReply(language, "Haber."), repeat: true }));
  const [shown] = chat.messages();
  expect(shown?.text).toMatch(new RegExp(`^${mark}\n+Haber\\.$`, "u"));
  expect(shown?.entities).toContainEqual(expect.objectContaining({ type: "italic", offset: 0, length: mark.length }));
});

test("an answer hangs on the first post, and stands alone where that was deleted", async () => {
  const { chat } = telegram.user({ started: true });
  const first = await messenger.send(postTo(`telegram:${chat.id}`));
  const ref = first.kind === "sent" ? first.ref : "";
  await messenger.send(postTo(`telegram:${chat.id}`, { replyTo: ref }));
  expect((await messenger.send(postTo(`telegram:${chat.id}`, { replyTo: "999999" }))).kind).toBe("sent");
  expect(chat.messages().map(({ replyTo }) => replyTo)).toEqual([null, Number(ref), null]);
});

test("a thread gets its own posts; General is named by no number", async () => {
  const forum = telegram.forum();
  const thread = forum.topic("Kızılay");
  const outcomes = [
    await messenger.send(postTo(`telegram:${forum.id}/${thread.id}`)),
    await messenger.send(postTo(`telegram:${forum.id}/1`)),
    await messenger.send(postTo(`telegram:${forum.id}`)),
  ];
  expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "sent", "sent"]);
  const posts = telegram.posts();
  expect(posts.map((post) => post.thread)).toEqual([thread.id, null, null]);
});

test("a closed thread and a deleted one are gone, and their forum is not", async () => {
  const forum = telegram.forum();
  const [closed, deleted] = [forum.topic("A"), forum.topic("B")];
  forum.closeTopic(closed);
  forum.deleteTopic(deleted);
  expect(await messenger.send(postTo(`telegram:${forum.id}/${closed.id}`))).toMatchObject({ kind: "gone" });
  expect(await messenger.send(postTo(`telegram:${forum.id}/${deleted.id}`))).toMatchObject({ kind: "gone" });
  expect(await messenger.send(postTo(`telegram:${forum.id}`))).toMatchObject({ kind: "sent" });
});

test("an edit changes the post in place, keeps its reference, and may say the same again", async () => {
  const { chat } = telegram.user({ started: true });
  const first = await messenger.send(postTo(`telegram:${chat.id}`));
  const edits = first.kind === "sent" ? first.ref : "";
  const changed = postTo(`telegram:${chat.id}`, { message: textReply("en", "Six trucks."), edits });
  expect(await messenger.send(changed)).toEqual({ kind: "sent", ref: edits });
  expect(await messenger.send(changed)).toEqual({ kind: "sent", ref: edits });
  expect(chat.messages().map(({ text, edits: before }) => [text, before.length])).toEqual([["Six trucks.", 1]]);
});

test("an edit of a post that is gone is refused, with the reason", async () => {
  const { id } = telegram.user({ started: true });
  const outcome = await messenger.send(postTo(`telegram:${id}`, { edits: "4711" }));
  expect(outcome).toEqual({ kind: "refused", why: expect.stringContaining("the post to edit was deleted") });
});

test("HTML that Telegram cannot read goes out once more, as plain text", async () => {
  const { chat } = telegram.user({ started: true });
  const description = "Bad Request: can't parse entities: Unsupported start tag";
  telegram.plan({ when: ({ args }) => "parse_mode" in args }, { kind: "refused", error_code: 400, description });
  expect(await messenger.send(postTo(`telegram:${chat.id}`, { message: rich }))).toMatchObject({ kind: "sent" });
  const [shown] = chat.messages();
  expect(shown?.text).toContain("Aid & <script>");
  expect(shown?.buttons.flat()).toHaveLength(2);
  expect(telegram.calls).toHaveLength(2);
});

test("what people did to the bot is told apart", async () => {
  const blocker = telegram.user({ started: true });
  blocker.blocks();
  const leaver = telegram.user({ started: true });
  leaver.deactivates();
  const stranger = telegram.user();
  const group = telegram.group();
  group.withhold("can_send_messages");
  const chats = [
    blocker.chat.id,
    leaver.chat.id,
    stranger.chat.id,
    telegram.group({ bot: "absent" }).id,
    group.id,
    555,
  ];
  for (const chat of chats) expect(await messenger.send(postTo(`telegram:${chat}`))).toMatchObject({ kind: "gone" });
});

test("a dead token closes the lane", async () => {
  const { id } = telegram.user({ started: true });
  telegram.dropToken();
  expect(await messenger.send(postTo(`telegram:${id}`))).toMatchObject({ kind: "closed" });
});

test("history cannot be asked", async () =>
  expect(await messenger.history({ chat: "telegram:1", since: 0, replyTo: null })).toBeNull());
