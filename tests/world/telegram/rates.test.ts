import { afterEach, expect, test } from "vitest";
import { createRates } from "./rates.js";
import { closeAll, refusalOf, send, start } from "./rig.js";
import { createState } from "./state.js";

afterEach(closeAll);

test("one message a second for one chat", async () => {
  const rig = await start();
  const person = rig.telegram.user({ started: true });
  await send(rig, person.id);
  rig.wait(999);
  expect(await refusalOf(() => send(rig, person.id))).toEqual({
    error_code: 429,
    description: "Too Many Requests: retry after 1",
  });
  rig.wait(1000);
  await send(rig, person.id);
  expect(rig.telegram.counts).toMatchObject({ messages: 2, tooMany: 1, impatient: 0 });
});

test("thirty messages a second for one bot, in any window", async () => {
  const rig = await start();
  const people = Array.from({ length: 31 }, () => rig.telegram.user({ started: true }));
  for (const { id } of people.slice(0, 15)) await send(rig, id);
  rig.wait(600);
  for (const { id } of people.slice(15, 30)) await send(rig, id);
  rig.wait(399);
  expect(await refusalOf(() => send(rig, people[30]!.id))).toMatchObject({ error_code: 429 });
  rig.wait(1000);
  await send(rig, people[30]!.id);
  expect(rig.telegram.counts.messages).toBe(31);
});

test.each(["group", "supergroup", "channel"] as const)("twenty messages a minute for one %s", async (type) => {
  const rig = await start();
  const { id } = rig.telegram[type]();
  for (let sent = 0; sent < 20; sent++) {
    await send(rig, id);
    rig.wait(1000);
  }
  const error = await send(rig, id).catch((error: unknown) => error);
  expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } });
  await send(rig, rig.telegram[type]().id);
  rig.wait(40_000);
  await send(rig, id);
  expect(rig.telegram.counts).toMatchObject({ messages: 22, tooMany: 1, impatient: 0 });
});

test("who does not wait as told is counted, and waits no less", async () => {
  const rig = await start();
  const person = rig.telegram.user({ started: true });
  rig.telegram.plan({ method: "sendMessage" }, { kind: "too many", retryAfter: 7 });
  expect(await refusalOf(() => send(rig, person.id))).toMatchObject({ error_code: 429 });
  rig.wait(6500);
  const error = await send(rig, person.id).catch((error: unknown) => error);
  expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
  rig.wait(500);
  await send(rig, person.id);
  expect(rig.telegram.counts).toMatchObject({ messages: 1, impatient: 1 });
});

test("edits in a group have twenty a minute of their own", async () => {
  const rig = await start();
  const { id } = rig.telegram.group();
  const { message_id: message } = await send(rig, id);
  for (let edit = 0; edit < 20; edit++) await rig.api.editMessageText(id, message, `Metin ${edit}`);
  expect(await refusalOf(() => rig.api.editMessageText(id, message, "Son"))).toMatchObject({ error_code: 429 });
  rig.wait(1000);
  await send(rig, id);
  rig.wait(59_000);
  await rig.api.editMessageText(id, message, "Son");
  expect(rig.telegram.counts).toMatchObject({ messages: 2, edits: 21, impatient: 0 });
});

test("what is refused for another reason costs nothing", async () => {
  const rig = await start();
  const person = rig.telegram.user({ started: true });
  await refusalOf(() => send(rig, person.id, ""));
  await send(rig, person.id);
  expect(rig.telegram.counts).toMatchObject({ messages: 1, tooMany: 0 });
});

test("limits can be others, and windows a little shorter for clocks that jitter", async () => {
  let now = 0;
  const counted = createRates({ chatPerSecond: 2, tolerance: 5 }, () => now);
  const chat = createState({ name: "Tellal", username: "tellal_bot" }).addChat("private", {});
  counted.take(chat, "message");
  counted.take(chat, "message");
  now = 994;
  expect(() => counted.take(chat, "message")).toThrow("Too Many Requests: retry after 1");
  now = 995;
  counted.take(chat, "message");
  expect(counted.counts).toMatchObject({ messages: 3, tooMany: 1 });
});
