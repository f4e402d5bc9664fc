import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRig, type Rig } from "./rig.js";

const secret = "a-Secret_of-the-webhook";
const address = "https://bot.example/telegram";
let rig: Rig;
let server: Server;
let url: string;

beforeEach(async () => {
  rig = await createRig({ webhook: { url: address, secret } });
  server = createServer((request, response) => rig.listener.webhook(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = server.address();
  url = `http://127.0.0.1:${typeof place === "object" && place !== null ? place.port : 0}`;
  rig.telegram.proxy("https://bot.example", url);
  void rig.listen();
  await rig.telegram.until(() => rig.telegram.calls.some(({ method }) => method === "setWebhook"));
});

afterEach(async () => {
  await rig.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const update = {
  update_id: 4711,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 7, type: "private", first_name: "A" },
    from: { id: 7, is_bot: false, first_name: "A" },
    text: "/topics",
  },
};

async function status(token: string | null, body: string = JSON.stringify(update), method = "POST"): Promise<number> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (token !== null) headers["x-telegram-bot-api-secret-token"] = token;
  const answer = await fetch(url, { method, headers, ...(method === "POST" && { body }) });
  return answer.status;
}

test("Telegram is told where, with the secret and only what is used; what it sends is answered", async () => {
  const set = rig.telegram.calls.find(({ method }) => method === "setWebhook");
  expect(set?.args).toEqual({
    url: address,
    secret_token: secret,
    allowed_updates: ["message", "channel_post", "callback_query", "my_chat_member"],
  });
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  person.says(person.chat, "/latest");
  await rig.telegram.until(() => person.chat.messages().length === 4);
  expect(rig.asks.map(({ words }) => words)).toEqual([["topics"], ["latest"]]);
  expect(await rig.stop()).toEqual({ kind: "stopped" });
});

test.each([
  ["no secret", null, 401],
  ["a wrong secret", "a-Secret_of-the-webhooks", 401],
  ["an empty secret", "", 401],
  ["the secret", secret, 200],
])("%s: %s", async (_, token, expected) => {
  expect(await status(token)).toBe(expected);
  expect(rig.asks).toHaveLength(expected === 200 ? 1 : 0);
});

test.each([
  ["no JSON", "nonsense", 400],
  ["JSON without a number", '{"message":{}}', 400],
  ["null", "null", 400],
  ["too large", JSON.stringify({ ...update, filler: "x".repeat(1_000_001) }), 413],
])("with the secret, %s: %s", async (_, body, expected) => {
  expect(await status(secret, body)).toBe(expected);
  expect(rig.asks).toEqual([]);
});

test("another method", async () => expect(await status(secret, "", "GET")).toBe(405));

test("an update that comes twice is heard once", async () => {
  expect([await status(secret), await status(secret)]).toEqual([200, 200]);
  expect(await status(secret, JSON.stringify({ ...update, update_id: 4712 }))).toBe(200);
  expect(rig.asks).toHaveLength(2);
});

test("an update that makes no sense costs nobody anything", async () => {
  expect(await status(secret, '{"update_id":1,"message":{"text":"/topics"}}')).toBe(200);
  expect(rig.lines.join("")).toContain("an update could not be read");
  expect(await status(secret)).toBe(200);
  expect(rig.asks).toHaveLength(1);
});

test("who breaks off leaves no trace", async () => {
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: ${secret}\r\nContent-Length: 500\r\n\r\n{"update_id"`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  expect(await status(secret)).toBe(200);
  expect(rig.asks).toHaveLength(1);
});

test("without a webhook there is nothing at its address", async () => {
  const other = await createRig();
  const plain = createServer((request, response) => other.listener.webhook(request, response));
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const place = plain.address();
  const port = typeof place === "object" && place !== null ? place.port : 0;
  expect(
    (await fetch(`http://127.0.0.1:${port}`, { method: "POST", headers: { "x-telegram-bot-api-secret-token": "" } }))
      .status,
  ).toBe(404);
  plain.closeAllConnections();
  await new Promise((resolve) => plain.close(resolve));
  await other.close();
});
