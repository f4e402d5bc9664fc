import { createServer } from "node:http";
import { Bot, type Context, webhookCallback } from "grammy";
import { afterEach, expect, test } from "vitest";
import { closeAll, refusalOf, type Rig, start } from "./rig.js";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await closeAll();
});

/** The real grammY polls; what it hears is written down. */
async function poll(rig: Rig, allowed: Parameters<Bot["start"]>[0] = {}) {
  const bot = new Bot("123456:test-token", { client: { apiRoot: rig.telegram.url } });
  const heard: Context["update"][] = [];
  bot.use((context) => void heard.push(context.update));
  await new Promise<void>((resolve) => void bot.start({ ...allowed, onStart: () => resolve() }));
  stops.push(() => bot.stop());
  return { bot, heard };
}

test("a person's life with the bot, as grammY hears it", async () => {
  const rig = await start();
  const { heard } = await poll(rig);
  const person = rig.telegram.user({ first_name: "Deniz", username: "deniz", language_code: "tr" });
  person.starts("tdt");
  await rig.telegram.heard();
  await rig.api.sendMessage(person.id, "Seçin", {
    reply_markup: { inline_keyboard: [[{ text: "Tamam", callback_data: "ok" }]] },
  });
  const query = person.presses(person.chat.messages()[1]!, "Tamam");
  await rig.telegram.heard();
  await rig.api.answerCallbackQuery(query.id, { text: "Oldu" });
  const said = person.says(person.chat, "Merhaba");
  person.edits(said, "Merhaba!");
  person.forwards(person.chat.messages()[1]!, person.chat);
  person.blocks();
  person.unblocks();
  await rig.telegram.heard();
  expect(heard).toMatchObject([
    {
      message: {
        text: "/start tdt",
        entities: [{ type: "bot_command", offset: 0, length: 6 }],
        from: { first_name: "Deniz", language_code: "tr" },
        chat: { id: person.id, type: "private", username: "deniz" },
      },
    },
    { callback_query: { data: "ok", from: { id: person.id }, message: { text: "Seçin", from: { is_bot: true } } } },
    { message: { text: "Merhaba" } },
    { edited_message: { text: "Merhaba!", message_id: said.id } },
    { message: { text: "Seçin", forward_origin: { type: "user", sender_user: { username: "tellal_bot" } } } },
    { my_chat_member: { old_chat_member: { status: "member" }, new_chat_member: { status: "kicked" } } },
    { my_chat_member: { old_chat_member: { status: "kicked" }, new_chat_member: { status: "member" } } },
  ]);
  expect(query.answer).toEqual({ text: "Oldu", alert: false });
  rig.telegram.expectHonest();
});

test("a group's life with the bot: added, talked around, promoted, addressed anonymously, removed", async () => {
  const rig = await start();
  const { heard } = await poll(rig);
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user, title: "Saha", bot: "absent" });
  owner.addsBot(group);
  owner.says(group, "Bu bota değil");
  owner.says(group, "/topics@other_bot");
  owner.says(group, "/topics@Tellal_Bot");
  await rig.api.sendMessage(group.id, "Konular");
  owner.says(group, "Teşekkürler", { replyTo: group.messages().at(-1)! });
  owner.promotesBot(group);
  owner.saysAnonymously(group, "Şimdi her şeyi duyar");
  owner.removesBot(group);
  owner.says(group, "/topics");
  await rig.telegram.heard();
  expect(heard).toMatchObject([
    { my_chat_member: { chat: { title: "Saha" }, new_chat_member: { status: "member" } } },
    { message: { new_chat_members: [{ username: "tellal_bot" }] } },
    { message: { text: "/topics@Tellal_Bot" } },
    { message: { text: "Teşekkürler", reply_to_message: { text: "Konular" } } },
    { my_chat_member: { new_chat_member: { status: "administrator", can_manage_topics: true } } },
    { message: { from: { username: "GroupAnonymousBot" }, sender_chat: { id: group.id } } },
    { my_chat_member: { new_chat_member: { status: "kicked" } } },
  ]);
  expect(heard).toHaveLength(7);
  rig.telegram.expectHonest();
});

test("a channel's life with the bot: added as administrator, posts without a sender, edited posts", async () => {
  const rig = await start();
  const { heard } = await poll(rig);
  const owner = rig.telegram.user();
  const channel = rig.telegram.channel({ owner: owner.user, title: "Duyuru", bot: "absent" });
  owner.addsBot(channel);
  owner.edits(owner.posts(channel, "/topics"), "/topics tdt");
  await rig.api.sendMessage(channel.id, "Konular");
  owner.demotesBot(channel);
  owner.posts(channel, "Kimse duymaz");
  await rig.telegram.heard();
  expect(heard).toMatchObject([
    {
      my_chat_member: {
        chat: { type: "channel" },
        new_chat_member: { status: "administrator", can_post_messages: true },
      },
    },
    { channel_post: { text: "/topics", sender_chat: { title: "Duyuru" } } },
    { edited_channel_post: { text: "/topics tdt" } },
    { my_chat_member: { new_chat_member: { status: "left" } } },
  ]);
  expect(heard[1]?.channel_post).not.toHaveProperty("from");
  expect(channel.messages()[1]).toMatchObject({ text: "Konular", from: "Duyuru", bot: true });
  rig.telegram.expectHonest();
});

test("a group that becomes a supergroup says so in both", async () => {
  const rig = await start();
  const { heard } = await poll(rig);
  const group = rig.telegram.group();
  const next = group.migrate();
  await rig.telegram.heard();
  expect(heard).toMatchObject([
    { message: { chat: { id: group.id }, migrate_to_chat_id: next.id } },
    { message: { chat: { id: next.id }, migrate_from_chat_id: group.id } },
  ]);
});

test.each<[string, (rig: Rig) => void, (ids: number[]) => void]>([
  ["twice", (rig) => rig.telegram.twice(), ([a, b, c]) => expect([b! - a!, c! - a!]).toEqual([0, 1])],
  ["in the wrong order", (rig) => rig.telegram.swap(), ([a, b]) => expect(b! - a!).toBe(-1)],
])("an update comes %s", async (_name, plan, check) => {
  const rig = await start();
  const person = rig.telegram.user();
  plan(rig);
  person.starts();
  person.says(person.chat, "Merhaba");
  check((await rig.api.getUpdates()).map((update) => update.update_id));
});

test("updates wait until they are confirmed, in the number that is asked for", async () => {
  const rig = await start();
  const person = rig.telegram.user();
  person.starts();
  person.says(person.chat, "Bir");
  person.says(person.chat, "İki");
  const [first, second] = await rig.api.getUpdates({ limit: 2 });
  expect(await rig.api.getUpdates()).toHaveLength(3);
  expect(await rig.api.getUpdates({ offset: second!.update_id })).toHaveLength(2);
  expect(await rig.api.getUpdates({ offset: -1 })).toMatchObject([{ update_id: first!.update_id + 2 }]);
  expect(await rig.api.getUpdates({ offset: first!.update_id + 3 })).toEqual([]);
});

test("the kinds asked for stay until others are, and memberships of others come only when asked for", async () => {
  const rig = await start();
  const owner = rig.telegram.user();
  const group = rig.telegram.supergroup({ owner: owner.user, bot: "administrator" });
  const guest = () => rig.telegram.user().joins(group);
  const kinds = async () => {
    const updates = await rig.api.getUpdates();
    await rig.api.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1 });
    return updates.map((update) => Object.keys(update)[1]);
  };
  guest();
  expect(await kinds()).toEqual(["message"]);
  await rig.api.getUpdates({ allowed_updates: ["chat_member"] });
  guest();
  expect(await kinds()).toEqual(["chat_member"]);
  guest();
  expect(await kinds()).toEqual(["chat_member"]);
  await rig.api.getUpdates({ allowed_updates: [] });
  guest();
  expect(await kinds()).toEqual(["message"]);
});

test("a second poller ends the first", async () => {
  const rig = await start();
  const first = refusalOf(() => rig.api.getUpdates({ timeout: 50 }));
  await rig.telegram.until(() => rig.telegram.calls.length === 1);
  await rig.api.getUpdates();
  expect(await first).toEqual({
    error_code: 409,
    description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
});

test("a webhook gets each update with its secret, again until it says yes, and nobody may poll beside it", async () => {
  const rig = await start();
  const bot = new Bot("123456:test-token", { client: { apiRoot: rig.telegram.url } });
  const heard: unknown[] = [];
  bot.use((context) => void heard.push(context.message?.text));
  const handle = webhookCallback(bot, "http", { secretToken: "sesame" });
  let refusals = 1;
  const server = createServer((request, response) => {
    refusals -= 1;
    if (refusals < 0) void handle(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  stops.push(() => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  rig.telegram.proxy("https://bot.example", `http://127.0.0.1:${port}`);

  const waiting = refusalOf(() => rig.api.getUpdates({ timeout: 50 }));
  await rig.telegram.until(() => rig.telegram.calls.length === 1);
  await rig.api.setWebhook("https://bot.example/telegram", { secret_token: "sesame", allowed_updates: ["message"] });
  expect(await waiting).toMatchObject({ error_code: 409 });
  expect(await refusalOf(() => rig.api.getUpdates())).toMatchObject({ error_code: 409 });
  const person = rig.telegram.user();
  person.starts();
  person.blocks();
  person.says(person.chat, "Merhaba");
  await rig.telegram.heard();
  expect(heard).toEqual(["/start", "Merhaba"]);
  expect(await rig.api.getWebhookInfo()).toMatchObject({
    url: "https://bot.example/telegram",
    pending_update_count: 0,
    last_error_message: "Wrong response from the webhook: 503 Service Unavailable",
    allowed_updates: ["message"],
  });
  await rig.api.deleteWebhook();
  expect(await rig.api.getUpdates()).toEqual([]);
  rig.telegram.expectHonest();
});
