import { Api, GrammyError, HttpError } from "grammy";
import { afterEach, expect, test } from "vitest";
import { closeAll, known, refusalOf, send, start } from "./rig.js";
import type { Fault } from "./script.js";

afterEach(closeAll);

test.each<[string, Fault, typeof HttpError | typeof GrammyError, number]>([
  ["the connection is reset before it is accepted", { kind: "reset", accepted: false }, HttpError, 0],
  ["it is accepted and the connection is reset", { kind: "reset", accepted: true }, HttpError, 1],
  ["a page with 502 comes, for nothing", { kind: "bad gateway", accepted: false }, HttpError, 0],
  ["a page with 502 comes", { kind: "bad gateway", accepted: true }, HttpError, 1],
  ["500 comes, for nothing", { kind: "server error", accepted: false }, GrammyError, 0],
  ["500 comes", { kind: "server error", accepted: true }, GrammyError, 1],
  ["429 comes", { kind: "too many", retryAfter: 3 }, GrammyError, 0],
  [
    "a refusal comes",
    { kind: "refused", error_code: 403, description: "Forbidden: CHAT_WRITE_FORBIDDEN" },
    GrammyError,
    0,
  ],
])("as planned, %s", async (_name, fault, type, accepted) => {
  const rig = await start();
  const person = known(rig);
  const plan = rig.telegram.plan({ method: "sendMessage" }, fault);
  await expect(send(rig, person.id)).rejects.toBeInstanceOf(type);
  expect(person.chat.messages()).toHaveLength(accepted);
  expect(plan.calls).toMatchObject([{ method: "sendMessage", accepted: accepted === 1, gone: false }]);
  rig.wait(3000);
  await send(rig, person.id);
  expect(person.chat.messages()).toHaveLength(accepted + 1);
});

// grammY does not notice that the rest will never come: it waits for its own time-out.
test.each([
  ["for nothing", false],
  ["for an accepted message", true],
])("as planned, half an answer comes %s", async (_name, accepted) => {
  const rig = await start();
  const person = known(rig);
  rig.telegram.plan({ method: "sendMessage" }, { kind: "half an answer", accepted });
  const api = new Api("123456:test-token", { apiRoot: rig.telegram.url, timeoutSeconds: 1 });
  await expect(api.sendMessage(person.id, "Toplantı")).rejects.toBeInstanceOf(HttpError);
  expect(person.chat.messages()).toHaveLength(accepted ? 1 : 0);
});

test("a fault meets the n-th call, those of one method, those that one wants, and no others", async () => {
  const rig = await start();
  const people = [known(rig), known(rig), known(rig), known(rig), known(rig)];
  const last = people[4]!.id;
  rig.telegram.plan({ method: "sendMessage", nth: 2, times: 2 }, { kind: "server error", accepted: false });
  rig.telegram.plan({ when: ({ args }) => args["chat_id"] === last }, { kind: "reset", accepted: false });
  const accepted: boolean[] = [];
  for (const { id } of people) {
    await rig.api.getMe();
    accepted.push(
      await send(rig, id).then(
        () => true,
        () => false,
      ),
    );
  }
  expect(accepted).toEqual([true, false, false, true, false]);
  await send(rig, last);
});

test("a cancelled fault meets nothing, and of two the first planned comes first", async () => {
  const rig = await start();
  rig.telegram.plan({}, { kind: "reset", accepted: false }).cancel();
  const first = rig.telegram.plan({ method: "getMe" }, { kind: "server error", accepted: false });
  const second = rig.telegram.plan({}, { kind: "refused", error_code: 403, description: "Forbidden: later" });
  expect(await refusalOf(() => rig.api.getMe())).toMatchObject({ error_code: 500 });
  expect([first.calls.length, second.calls.length]).toEqual([1, 0]);
  expect(await refusalOf(() => rig.api.getMe())).toEqual({ error_code: 403, description: "Forbidden: later" });
  await rig.api.getMe();
});

test.each([
  ["before it is accepted", false],
  ["after it was accepted", true],
])("a call hangs %s until it is let go", async (_name, accepted) => {
  const rig = await start();
  const person = known(rig);
  const plan = rig.telegram.plan({ method: "sendMessage" }, { kind: "hang", accepted });
  const sent = send(rig, person.id);
  await plan.met;
  await rig.api.getMe();
  await rig.telegram.until(() => person.chat.messages().length === (accepted ? 1 : 0));
  plan.release();
  expect(await sent).toMatchObject({ text: "Toplantı" });
  expect(person.chat.messages()).toHaveLength(1);
});

test("who hangs up before the call was accepted leaves nothing behind", async () => {
  const rig = await start();
  const person = known(rig);
  const plan = rig.telegram.plan({ method: "sendMessage" }, { kind: "hang", accepted: false });
  const impatient = new Api("123456:test-token", { apiRoot: rig.telegram.url });
  const hangUp = new AbortController();
  const sent = impatient
    .sendMessage(person.id, "Toplantı", {}, hangUp.signal as never)
    .catch((error: unknown) => error);
  await plan.met;
  hangUp.abort();
  expect(await sent).toBeInstanceOf(HttpError);
  await rig.telegram.until(() => plan.calls[0]?.gone === true);
  plan.release();
  await rig.api.getMe();
  expect(person.chat.messages()).toEqual([]);
});

test("a slow answer arrives whole", async () => {
  const rig = await start();
  rig.telegram.plan({ method: "getMe" }, { kind: "slow", milliseconds: 30 });
  expect(await rig.api.getMe()).toMatchObject({ username: "tellal_bot", is_bot: true });
});

test("a token that dies kills every later call", async () => {
  const rig = await start();
  const person = known(rig);
  await send(rig, person.id);
  rig.telegram.dropToken();
  expect(await refusalOf(() => send(rig, person.id))).toEqual({ error_code: 401, description: "Unauthorized" });
  expect(person.chat.messages()).toHaveLength(1);
});
