import { InputFile } from "grammy";
import { afterEach, expect, test } from "vitest";
import { closeAll, known, png, refusalOf, type Rig, type Row, send, start, told } from "./rig.js";

afterEach(closeAll);

test.each<Row>([
  // Who and where
  ["a wrong token", (w) => w.raw("getMe", {}, "1:wrong"), 401, "Unauthorized"],
  ["a dead token", (w) => (w.telegram.dropToken(), w.api.getMe()), 401, "Unauthorized"],
  ["an unknown method", (w) => w.raw("sendFax", {}), 404, /^Not Found/],
  ["a chat that nobody knows", (w) => send(w, 42), 400, "Bad Request: chat not found"],
  ["a name that nobody has", (w) => send(w, "@nobody"), 400, "Bad Request: chat not found"],
  [
    "a person who never pressed start",
    (w) => send(w, w.telegram.user().id),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  [
    "a person who blocked the bot",
    (w) => {
      const person = known(w);
      person.blocks();
      return send(w, person.id);
    },
    403,
    "Forbidden: bot was blocked by the user",
  ],
  [
    "an edit for a person who blocked the bot",
    async (w) => {
      const person = known(w);
      const { message_id: id } = await send(w, person.id);
      person.blocks();
      return w.api.editMessageText(person.id, id, "Başka");
    },
    403,
    "Forbidden: bot was blocked by the user",
  ],
  [
    "a deleted account",
    (w) => {
      const person = known(w);
      person.deactivates();
      return send(w, person.id);
    },
    403,
    "Forbidden: user is deactivated",
  ],
  ...(["group", "supergroup", "channel"] as const).map((type): [string, (rig: Rig) => unknown, number, string] => [
    `a ${type} that removed the bot`,
    (w) => {
      const owner = w.telegram.user();
      const place = w.telegram[type]({ owner: owner.user });
      owner.removesBot(place);
      return send(w, place.id);
    },
    403,
    `Forbidden: bot was kicked from the ${type} chat`,
  ]),
  [
    "a group that the bot left",
    async (w) => {
      const { id } = w.telegram.supergroup();
      await w.api.leaveChat(id);
      return send(w, id);
    },
    403,
    "Forbidden: bot is not a member of the supergroup chat",
  ],
  [
    "a private group without the bot",
    (w) => send(w, w.telegram.group({ bot: "absent" }).id),
    400,
    "Bad Request: chat not found",
  ],
  [
    "a public channel without the bot",
    (w) => {
      w.telegram.channel({ username: "saha", bot: "absent" });
      return send(w, "@saha");
    },
    403,
    "Forbidden: bot is not a member of the channel chat",
  ],
  [
    "to show a private person's chat before they press start",
    (w) => w.api.getChat(w.telegram.user().id),
    400,
    "Bad Request: chat not found",
  ],
  [
    "to show a supergroup that removed the bot",
    (w) => {
      const owner = w.telegram.user();
      const place = w.telegram.supergroup({ owner: owner.user, username: "saha" });
      owner.removesBot(place);
      return w.api.getChat("@saha");
    },
    403,
    "Forbidden: bot was kicked from the supergroup chat",
  ],
  [
    "to name the members of a group that removed the bot",
    (w) => {
      const owner = w.telegram.user();
      const place = w.telegram.group({ owner: owner.user });
      owner.removesBot(place);
      return w.api.getChatAdministrators(place.id);
    },
    403,
    "Forbidden: bot was kicked from the group chat",
  ],
  [
    "a deleted channel",
    (w) => {
      const channel = w.telegram.channel();
      channel.delete();
      return send(w, channel.id);
    },
    400,
    "Bad Request: chat not found",
  ],
  [
    "a deleted group",
    (w) => {
      const group = w.telegram.group();
      group.delete();
      return send(w, group.id);
    },
    403,
    "Forbidden: the group chat was deleted",
  ],
  [
    "a channel without the right to post",
    (w) => {
      const owner = w.telegram.user();
      const channel = w.telegram.channel({ owner: owner.user });
      owner.promotesBot(channel, ["can_invite_users"]);
      return send(w, channel.id);
    },
    400,
    "Bad Request: need administrator rights in the channel chat",
  ],
  [
    "a group where members are silent",
    (w) => {
      const group = w.telegram.supergroup();
      group.withhold("can_send_messages");
      return send(w, group.id);
    },
    400,
    "Bad Request: not enough rights to send text messages to the chat",
  ],
  [
    "a group that restricts the bot to texts",
    (w) => {
      const group = w.telegram.supergroup();
      group.restrictBot("can_send_photos");
      return w.api.sendPhoto(group.id, new InputFile(png));
    },
    400,
    "Bad Request: not enough rights to send photos to the chat",
  ],
  [
    "a closed topic",
    (w) => {
      const forum = w.telegram.forum();
      const topic = forum.topic("Kararlar");
      forum.closeTopic(topic);
      return send(w, forum.id, "Toplantı", { message_thread_id: topic.id });
    },
    400,
    "Bad Request: TOPIC_CLOSED",
  ],
  [
    "an unknown topic",
    (w) => send(w, w.telegram.forum().id, "Toplantı", { message_thread_id: 99 }),
    400,
    "Bad Request: message thread not found",
  ],
  [
    "a topic where there are none",
    (w) => send(w, w.telegram.supergroup().id, "Toplantı", { message_thread_id: 1 }),
    400,
    "Bad Request: message thread not found",
  ],
])("Telegram refuses %s", async (_name, act, error_code, description) => {
  const rig = await start();
  expect(await refusalOf(() => act(rig))).toEqual({
    error_code,
    description: expect.stringMatching(told(description)),
  });
});

test("a group that became a supergroup names its new address, where the bot may write", async () => {
  const { telegram, api } = await start();
  const group = telegram.group();
  const next = group.migrate();
  const error = await api.sendMessage(group.id, "Toplantı").catch((error: unknown) => error);
  expect(error).toMatchObject({
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: next.id },
  });
  await api.sendMessage(next.id, "Toplantı");
  expect(next.messages().at(-1)).toMatchObject({ text: "Toplantı", bot: true });
});

test("what a bot should never ask is a fault that the test hears of", async () => {
  const { telegram, raw } = await start();
  telegram.expectHonest();
  await raw("sendMessage", { chat_id: telegram.user({ started: true }).id, text: "a", colour: 1 }).catch(() => {});
  expect(() => telegram.expectHonest()).toThrow("sendMessage: unknown parameter colour");
});
