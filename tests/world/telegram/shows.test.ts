import { InputFile } from "grammy";
import { afterEach, expect, test } from "vitest";
import { closeAll, known, png, send, start } from "./rig.js";

afterEach(closeAll);

test("a chat shows what a person reads: text, formats, buttons, replies, former words", async () => {
  const rig = await start();
  const forum = rig.telegram.forum({ title: "Saha" });
  const topic = forum.topic("Kararlar");
  const first = await send(rig, forum.id, " <b>Bakanlar</b> &amp; heyet\r\n<i> </i>", {
    parse_mode: "HTML",
    message_thread_id: topic.id,
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: [[{ text: "Aç", url: "https://a.example/1" }]] },
  });
  rig.wait(1000);
  await send(rig, forum.id, "Devamı", {
    message_thread_id: topic.id,
    disable_notification: true,
    reply_parameters: { message_id: first.message_id },
  });
  const edited = rig.wait(1000);
  await rig.api.editMessageText(forum.id, first.message_id, "Bakanlar toplandı");
  expect(forum.messages().slice(1)).toMatchObject([
    {
      from: "Tellal",
      bot: true,
      text: "Bakanlar toplandı",
      entities: [],
      buttons: [],
      thread: topic.id,
      edits: [{ text: "Bakanlar & heyet", entities: [{ type: "bold", offset: 0, length: 8 }], at: edited }],
    },
    { text: "Devamı", replyTo: first.message_id, silent: true, edits: [] },
  ]);
  expect(rig.telegram.posts()).toHaveLength(2);
  rig.telegram.expectHonest();
});

test("a reply to what is gone is sent without it where the bot allows that", async () => {
  const rig = await start();
  const person = known(rig);
  await send(rig, person.id, "Devamı", { reply_parameters: { message_id: 999, allow_sending_without_reply: true } });
  expect(person.chat.messages()).toMatchObject([{ text: "Devamı", replyTo: null }]);
});

test("exactly the longest text is accepted, whatever its tags weigh", async () => {
  const rig = await start();
  const person = known(rig);
  await send(rig, person.id, `<b>${"&amp;".repeat(4094)}🕊</b>`, { parse_mode: "HTML" });
  expect(person.chat.messages()[0]?.text).toHaveLength(4096);
});

test("formats beyond a hundred and links to nowhere are dropped without a word, and told to the test", async () => {
  const rig = await start();
  const person = known(rig);
  const links = `<a href="/tr/dunya">x</a>${"<b>a</b>".repeat(102)}`;
  const sent = await send(rig, person.id, links, { parse_mode: "HTML" });
  expect(sent).toHaveProperty("entities.length", 100);
  expect(rig.telegram.dropped.map(({ why }) => why)).toEqual([
    "not a web address",
    "more than 100 entities",
    "more than 100 entities",
  ]);
});

test("what Telegram washes out of a text: control characters, bidi overrides, blank edges", async () => {
  const rig = await start();
  const person = known(rig);
  await send(rig, person.id, "\n a\u0000b\u202ec\u0007\td \n");
  expect(person.chat.messages()[0]?.text).toBe("a bc  d");
});

test("a photo with its caption, as a file and by address", async () => {
  const rig = await start();
  const person = known(rig);
  await rig.api.sendPhoto(person.id, new InputFile(png, "harita 1.png"), {
    caption: "<b>Harita</b> ğ",
    parse_mode: "HTML",
    reply_markup: { inline_keyboard: [[{ text: "Aç", callback_data: "1" }]] },
  });
  rig.wait(1000);
  await rig.api.sendPhoto(person.id, "https://a.example/harita.png");
  expect(person.chat.messages()).toMatchObject([
    { photo: true, text: "Harita ğ", entities: [{ type: "bold", offset: 0, length: 6 }], buttons: [[{ text: "Aç" }]] },
    { photo: true, text: "" },
  ]);
  rig.telegram.expectHonest();
});

test("own messages can be deleted, and an administrator's hands reach further", async () => {
  const rig = await start();
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user });
  const said = owner.says(group, "Merhaba");
  const { message_id: id } = await send(rig, group.id);
  await rig.api.deleteMessage(group.id, id);
  await expect(rig.api.deleteMessage(group.id, said.id)).rejects.toThrow("message can't be deleted");
  owner.promotesBot(group);
  await rig.api.deleteMessage(group.id, said.id);
  expect(group.messages()).toEqual([]);
});

test("who is in a chat, who leads it and how many they are", async () => {
  const rig = await start();
  const owner = rig.telegram.user({ first_name: "Deniz" });
  const guest = rig.telegram.user({ first_name: "Umut" });
  const group = rig.telegram.supergroup({ owner: owner.user, title: "Saha", username: "saha" });
  guest.joins(group);
  expect(await rig.api.getChat("@saha")).toMatchObject({ id: group.id, type: "supergroup", title: "Saha" });
  expect(await rig.api.getChatMember(group.id, guest.id)).toMatchObject({ status: "member" });
  expect(await rig.api.getChatMember(group.id, rig.telegram.user().id)).toMatchObject({ status: "left" });
  expect(await rig.api.getChatMemberCount(group.id)).toBe(3);
  owner.promotes(guest, group);
  expect((await rig.api.getChatAdministrators(group.id)).map(({ status, user }) => [status, user.first_name])).toEqual([
    ["creator", "Deniz"],
    ["administrator", "Umut"],
  ]);
  guest.leaves(group);
  expect(await rig.api.getChatMemberCount(group.id)).toBe(2);
  rig.telegram.expectHonest();
});

test("a forum's first number is General's, so no topic is called 1", async () => {
  const rig = await start();
  const forum = rig.telegram.forum();
  expect(forum.topic("A").id).toBe(2);
});

test("menus are kept for each scope and language", async () => {
  const rig = await start();
  const group = rig.telegram.group();
  const scope = { type: "chat", chat_id: group.id } as const;
  const commands = [{ command: "topics", description: "Konular" }];
  await rig.api.setMyCommands(commands, { scope, language_code: "tr" });
  expect(await rig.api.getMyCommands({ scope, language_code: "tr" })).toEqual(commands);
  expect(await rig.api.getMyCommands({ scope })).toEqual([]);
  await rig.api.deleteMyCommands({ scope, language_code: "tr" });
  expect(await rig.api.getMyCommands({ scope, language_code: "tr" })).toEqual([]);
  await rig.api.setMyDescription("Haber verir", { language_code: "tr" });
  await rig.api.setMyShortDescription("Haber");
  expect(rig.telegram.profile.descriptions).toEqual(new Map([["tr", "Haber verir"]]));
  expect(rig.telegram.profile.shortDescriptions).toEqual(new Map([["", "Haber"]]));
  expect(await rig.api.getMyDescription({ language_code: "tr" })).toEqual({ description: "Haber verir" });
  expect(await rig.api.getMyShortDescription({ language_code: "tr" })).toEqual({ short_description: "" });
  await rig.api.sendChatAction(group.id, "typing");
  rig.telegram.expectHonest();
});

test("a bot may look where it may not write: public chats, groups it was removed from, people who blocked it", async () => {
  const rig = await start();
  const owner = rig.telegram.user({ started: true });
  const channel = rig.telegram.channel({ username: "saha", bot: "absent" });
  const group = rig.telegram.group({ owner: owner.user });
  owner.removesBot(group);
  owner.blocks();
  expect(await rig.api.getChat("@saha")).toMatchObject({ id: channel.id });
  expect(await rig.api.getChatMember("@saha", rig.telegram.bot.id)).toMatchObject({ status: "left" });
  expect(await rig.api.getChat(group.id)).toMatchObject({ id: group.id });
  expect(await rig.api.getChat(owner.id)).toMatchObject({ id: owner.id });
  rig.telegram.expectHonest();
});

test("a bot that leaves hears of it", async () => {
  const rig = await start();
  const group = rig.telegram.supergroup();
  await rig.api.leaveChat(group.id);
  expect(await rig.api.getUpdates()).toMatchObject([
    { my_chat_member: { from: { is_bot: true }, new_chat_member: { status: "left" } } },
  ]);
});

test("a person is offered the menu of the narrowest scope, in their language", async () => {
  const rig = await start();
  const owner = rig.telegram.user({ language_code: "tr", started: true });
  const guest = rig.telegram.user({ language_code: "en" });
  const group = rig.telegram.group({ owner: owner.user });
  guest.joins(group);
  const offer = (description: string, more: object) => rig.api.setMyCommands([{ command: "help", description }], more);
  const seen = () => [owner.menu(owner.chat), owner.menu(group), guest.menu(group)].map((menu) => menu[0]?.description);
  expect(seen()).toEqual([undefined, undefined, undefined]);
  await offer("default", {});
  await offer("default tr", { language_code: "tr" });
  expect(seen()).toEqual(["default tr", "default tr", "default"]);
  await offer("groups", { scope: { type: "all_group_chats" } });
  await offer("administrators", { scope: { type: "all_chat_administrators" } });
  expect(seen()).toEqual(["default tr", "administrators", "groups"]);
  await offer("this group", { scope: { type: "chat", chat_id: group.id } });
  await offer("this guest", { scope: { type: "chat_member", chat_id: group.id, user_id: guest.id } });
  await offer("private", { scope: { type: "all_private_chats" } });
  expect(seen()).toEqual(["private", "this group", "this guest"]);
});
