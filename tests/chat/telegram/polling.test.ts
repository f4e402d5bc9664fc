import { afterEach, expect, test } from "vitest";
import { createRig, menu, reply, type Rig } from "./rig.js";

let rig: Rig;

afterEach(() => rig.close());

const polled = (rig: Rig) => rig.telegram.calls.filter(({ method }) => method === "getUpdates");

test("only what is used is asked for, in every call, and a webhook of the past is taken away", async () => {
  rig = await createRig();
  void rig.listen();
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => polled(rig).length === 2);
  expect(rig.telegram.calls.map(({ method }) => method).slice(0, 2)).toEqual(["getMe", "deleteWebhook"]);
  for (const { args } of polled(rig)) {
    expect(args["allowed_updates"]).toEqual(["message", "channel_post", "callback_query", "my_chat_member"]);
  }
});

test("stops when told to, at once, and does not hear the same again at the next start", async () => {
  rig = await createRig();
  void rig.listen();
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => person.chat.messages().length === 2 && polled(rig).length >= 2);
  expect(await rig.stop()).toEqual({ kind: "stopped" });
  await rig.telegram.heard();
  expect(rig.asks).toHaveLength(1);
});

test("what came while the last call was answered is confirmed before the end", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  rig = await createRig({
    async answer() {
      await held;
      return reply("late");
    },
    wait: () => held,
  });
  void rig.listen();
  const person = rig.telegram.user({ started: true });
  const plan = rig.telegram.plan({ method: "getUpdates", nth: 2 }, { kind: "hang", accepted: false });
  person.says(person.chat, "/topics");
  await plan.met;
  const stopped = rig.stop();
  await rig.telegram.heard();
  release();
  expect(await stopped).toEqual({ kind: "stopped" });
  plan.release();
});

test("an answer that never comes does not keep it from stopping", async () => {
  rig = await createRig({ answer: () => new Promise(() => {}) });
  void rig.listen();
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => polled(rig).length === 2);
  expect(await rig.stop()).toEqual({ kind: "stopped" });
});

test.each([
  ["a reset", { kind: "reset", accepted: false }, "ECONNRESET"],
  ["a bad gateway", { kind: "bad gateway", accepted: false }, "no JSON"],
  ["an error of the server", { kind: "server error", accepted: false }, "500"],
] as const)("%s is survived, with pauses that grow to a minute", async (_, fault, why) => {
  rig = await createRig();
  rig.telegram.plan({ method: "getUpdates", times: 8 }, fault);
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  void rig.listen();
  await rig.telegram.until(() => person.chat.messages().length === 2);
  expect(rig.pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  expect(rig.lines.filter((line) => line.includes(why))).toHaveLength(8);
  expect(rig.lines.join("")).toContain("Telegram is heard again");
});

test("a 429 is waited out as told", async () => {
  rig = await createRig();
  rig.telegram.plan({ method: "getUpdates" }, { kind: "too many", retryAfter: 9 });
  void rig.listen();
  await rig.telegram.until(() => polled(rig).length === 2);
  expect(rig.pauses).toEqual([9000]);
});

test("two that listen with one token: it says so, and goes on", async () => {
  rig = await createRig();
  void rig.listen();
  await rig.telegram.until(() => polled(rig).length === 1);
  await fetch(`${rig.telegram.url}/bot${rig.token}/getUpdates?allowed_updates=["message"]`);
  await rig.telegram.until(() => polled(rig).length === 3);
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => person.chat.messages().length === 2);
  expect(rig.lines.filter((line) => line.includes("another program listens with this bot's token"))).toHaveLength(1);
});

test("a webhook that somebody else set is told of, and taken away again", async () => {
  rig = await createRig();
  rig.telegram.proxy("https://else.example", "http://127.0.0.1:9");
  void rig.listen();
  await rig.telegram.until(() => polled(rig).length === 1);
  await fetch(`${rig.telegram.url}/bot${rig.token}/setWebhook?url=https://else.example/x`);
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => person.chat.messages().length === 2);
  expect(rig.lines.join("")).toContain("this bot has a webhook");
});

test.each([
  [401, "Unauthorized"],
  [404, "Not Found"],
])("a dead token ends it, with what to do: %i", async (error_code, description) => {
  rig = await createRig();
  rig.telegram.plan({ method: "getUpdates", nth: 2 }, { kind: "refused", error_code, description });
  const listening = rig.listen();
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  expect(await listening).toEqual({ kind: "closed", why: expect.stringContaining("@BotFather") });
});

test("a bot that cannot be asked for its name at the start is asked again", async () => {
  rig = await createRig({ menu });
  rig.telegram.plan({ method: "getMe", times: 2 }, { kind: "reset", accepted: false });
  void rig.listen();
  await rig.telegram.until(() => polled(rig).length === 1);
  expect(rig.pauses).toEqual([1000, 2000]);
  expect(await rig.listener.me()).toBe("tellal_bot");
});
