import type { Chat, Message, Update, User } from "grammy/types";
import { expect, test } from "vitest";
import { hear } from "../../../src/chat/telegram/hear.js";
import { adminCommands } from "../../app/commands/admin-commands.js";
import { figure } from "../../torture/figure.js";

/* What people of the fake world cannot do: bots, inline bots, channels that discuss, messages too old to be shown. */

const self = { username: "tellal_bot", commands: new Set(["topics"]) };
const group = { id: -1001, type: "supergroup", title: "Saha" } as const satisfies Chat;
const user: User = { id: 7, is_bot: false, first_name: "Ayşe" };
const bot: User = { id: 8, is_bot: true, first_name: "Bot", username: "some_bot" };
const channel = { id: -1002, type: "channel", title: "Kanal" } as const satisfies Chat;

function said(change: Partial<Message>): Update {
  const message = { message_id: 5, date: 1, chat: group, from: user, text: "/topics", ...change };
  return { update_id: 1, message: message as NonNullable<Update["message"]> };
}

test("the plain case is heard", () =>
  expect(hear(said({}), self)).toMatchObject({ kind: "ask", from: "telegram:7", admin: 7 }));

test.each<[string, Partial<Message>]>([
  ["another bot", { from: bot }],
  ["an inline bot's words", { via_bot: bot }],
  ["a forward from a person who hides", { forward_origin: { type: "hidden_user", date: 1, sender_user_name: "X" } }],
  ["a channel's post in the group that discusses it", { sender_chat: channel, is_automatic_forward: true }],
  ["a message that was edited", { edit_date: 2 }],
  ["a picture", { text: undefined as unknown as string }],
])("ignored: %s", (_, change) => expect(hear(said(change), self)).toBeNull());

type Kind = [
  what: string,
  kind: "message" | "edited_message" | "channel_post" | "edited_channel_post",
  change: Partial<Message>,
];
const admin: User = { id: 1, is_bot: false, first_name: "Admin" };
const home = { id: 1, type: "private", first_name: "Admin" } as const satisfies Chat;
const byAdmin = { type: "user", date: 1, sender_user: admin } as const;
const kinds: Kind[] = [
  ["a bot in a group", "message", { from: bot }],
  ["a bot in private", "message", { from: bot, chat: { id: 8, type: "private", first_name: "Bot" } }],
  ["a bot that took the administrator's name", "message", { from: { ...bot, first_name: "Admin" } }],
  ["a stranger who forwards what an administrator said", "message", { forward_origin: byAdmin }],
  ["an administrator who forwards it in private", "message", { from: admin, chat: home, forward_origin: byAdmin }],
  ["an administrator's words through an inline bot", "message", { from: admin, via_bot: bot }],
  ["an administrator's message that was edited", "edited_message", { from: admin, edit_date: 2 }],
  ["the same in private", "edited_message", { from: admin, chat: home, edit_date: 2 }],
  ["a post in a channel that was edited", "edited_channel_post", { chat: channel, edit_date: 2 }],
  ["a channel's forward", "channel_post", { chat: channel, forward_origin: byAdmin }],
  ["a channel's post in its discussion", "message", { sender_chat: channel, is_automatic_forward: true }],
];
const hearsAll = { ...self, commands: new Set(adminCommands.map((text) => text.split(" ", 1)[0] ?? "")) };

test.each(kinds)("no command of an administrator's is heard from %s", (_, kind, change) => {
  for (const command of adminCommands) {
    const { message } = said({ text: `/${command}`, ...change });
    expect(hear({ update_id: 1, [kind]: message }, hearsAll)).toBeNull();
    expect(hear(said({ text: `/${command}`, from: admin }), hearsAll)).toMatchObject({ from: "telegram:1" });
  }
  figure({
    what: "commands of administrators from those who may not",
    runs: adminCommands.length,
    harmless: adminCommands.length,
  });
});

test.each([
  ["a channel that writes in a group, which leads nothing there", channel, "telegram:-1002", false],
  ["an administrator who stays unnamed", group, "telegram:-1001", true],
])("heard by the number of the chat: %s", (_, sender_chat, from, admin) =>
  expect(hear(said({ sender_chat, from: bot }), self)).toMatchObject({ from, admin }),
);

test.each<[string, Partial<Message>, string]>([
  ["a thread of a forum", { is_topic_message: true, message_thread_id: 3 }, "telegram:-1001/3"],
  ["a chain of answers, which has a number too", { message_thread_id: 3 }, "telegram:-1001"],
])("where it is said: %s", (_, change, chat) => expect(hear(said(change), self)).toMatchObject({ chat }));

type Query = NonNullable<Update["callback_query"]>;

function pressed(change: Partial<Query>): Update {
  const message = { message_id: 5, date: 1, chat: group, from: bot };
  return {
    update_id: 1,
    callback_query: { id: "q", from: user, chat_instance: "1", message, data: "topics 2", ...change },
  };
}

test.each<[string, Partial<Query>, object]>([
  [
    "a button in a group: whoever presses is asked about",
    {},
    { from: "telegram:7", admin: 7, pressed: "5", words: ["topics", "2"] },
  ],
  [
    "in a channel too, where everybody may press",
    { message: { message_id: 5, date: 1, chat: channel } },
    { chat: "telegram:-1002", admin: 7 },
  ],
  [
    "in private",
    { message: { message_id: 5, date: 1, chat: { id: 7, type: "private", first_name: "Ayşe" } } },
    { admin: true },
  ],
  [
    "in a thread",
    { message: { message_id: 5, date: 1, chat: group, is_topic_message: true, message_thread_id: 3 } },
    { chat: "telegram:-1001/3" },
  ],
  ["under a message too old to be edited", { message: { message_id: 5, date: 0, chat: group } }, { pressed: null }],
])("%s", (_, change, ask) => expect(hear(pressed(change), self)).toMatchObject({ kind: "press", id: "q", ask }));

test.each<[string, Partial<Query>]>([
  ["no words", { data: "" }],
  ["a bot", { from: bot }],
  ["a thread that is not told", { message: { message_id: 5, date: 0, chat: { ...group, is_forum: true } } }],
])("a press of %s is acknowledged and asks for nothing", (_, change) =>
  expect(hear(pressed(change), self)).toMatchObject({ kind: "press", id: "q", ask: null }),
);

const rights = { can_send_messages: true, is_member: true };
const standings = {
  left: { status: "left" },
  kicked: { status: "kicked", until_date: 0 },
  member: { status: "member" },
  leads: { status: "administrator" },
  posts: { status: "administrator", can_post_messages: true },
  speaks: { status: "restricted", ...rights },
  silent: { status: "restricted", ...rights, can_send_messages: false },
  outside: { status: "restricted", ...rights, is_member: false },
};
type Standing = keyof typeof standings;

function stood(chat: Chat, before: Standing, after: Standing): Update {
  const [old_chat_member, new_chat_member] = [before, after].map((name) => ({ user: bot, ...standings[name] }));
  return { update_id: 1, my_chat_member: { chat, from: user, date: 1, old_chat_member, new_chat_member } } as Update;
}

test.each<["group" | "channel", Standing, Standing, "joined" | "left" | undefined]>([
  ["group", "left", "member", "joined"],
  ["group", "kicked", "leads", "joined"],
  ["group", "member", "leads", undefined],
  ["group", "leads", "member", undefined],
  ["group", "member", "silent", "left"],
  ["group", "member", "speaks", undefined],
  ["group", "silent", "speaks", "joined"],
  ["group", "silent", "outside", undefined],
  ["group", "speaks", "outside", "left"],
  ["group", "member", "left", "left"],
  ["group", "left", "kicked", undefined],
  ["channel", "left", "posts", "joined"],
  ["channel", "left", "leads", undefined],
  ["channel", "posts", "leads", "left"],
  ["channel", "posts", "kicked", "left"],
])("in a %s, from %s to %s: %s", (place, before, after, kind) =>
  expect(hear(stood(place === "group" ? group : channel, before, after), self)?.kind).toBe(kind),
);
