import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTelegramMessenger } from "../../../src/chat/telegram/messenger.js";
import type { Outcome } from "../../../src/core/message/messenger.js";
import { words } from "../../core/message/locales.js";
import type { Fault } from "../../world/telegram/script.js";
import { createTelegram } from "../../world/telegram/telegram.js";
import { postTo, token } from "./posts.js";

let telegram: Awaited<ReturnType<typeof createTelegram>>;
const now = 1_000_000;

function messenger(apiRoot = telegram.url) {
  return createTelegramMessenger({ token, apiRoot, words, clock: () => now, timeoutSeconds: 0.3 });
}

beforeEach(async () => {
  telegram = await createTelegram({ token });
});

afterEach(async () => {
  telegram.expectHonest();
  await telegram.close();
});

/** The kind of the outcome, and its words or numbers. */
function shown(outcome: Outcome): [kind: string, rest: string] {
  const { kind, ...rest } = outcome;
  return [kind, Object.values(rest).join(" ")];
}

type Said = [error_code: number, description: string, kind: Outcome["kind"], told: string];

const said: Said[] = [
  [401, "Unauthorized", "closed", "token"],
  [404, "Not Found", "closed", "token"],
  [403, "Forbidden: bot was blocked by the user", "gone", "blocked"],
  [403, "Forbidden: user is deactivated", "gone", "account was deleted"],
  [403, "Forbidden: bot can't initiate conversation with a user", "gone", "not started the bot"],
  [403, "Forbidden: bot can't send messages to bots", "gone", "another bot"],
  [403, "Forbidden: bot was kicked from the group chat", "gone", "removed"],
  [403, "Forbidden: bot was kicked from the supergroup chat", "gone", "removed"],
  [403, "Forbidden: bot is not a member of the channel chat", "gone", "no member"],
  [403, "Forbidden: the group chat was deleted", "gone", "deleted"],
  [403, "Forbidden: something new", "gone", "something new"],
  [400, "Bad Request: chat not found", "gone", "no such chat"],
  [400, "Bad Request: PEER_ID_INVALID", "gone", "no such chat"],
  [400, "Bad Request: group chat was upgraded to a supergroup chat", "gone", "supergroup"],
  [400, "Bad Request: need administrator rights in the channel chat", "gone", "administrator"],
  [400, "Bad Request: not enough rights to send text messages to the chat", "gone", "may not write"],
  [400, "Bad Request: have no rights to send a message", "gone", "may not write"],
  [400, "Bad Request: CHAT_WRITE_FORBIDDEN", "gone", "may not write"],
  [400, "Bad Request: message thread not found", "gone", "thread"],
  [400, "Bad Request: TOPIC_CLOSED", "gone", "thread was closed"],
  [400, "Bad Request: TOPIC_DELETED", "gone", "thread was deleted"],
  [400, "Bad Request: message is too long", "refused", "too long"],
  [400, "Bad Request: message text is empty", "refused", "empty"],
  [413, "Request Entity Too Large", "refused", "413"],
  [500, "Internal Server Error", "unknown", "500"],
  [502, "Bad Gateway", "unknown", "502"],
];

test.each(said)("%i %s is %s", async (error_code, description, kind, told) => {
  telegram.plan({ method: "sendMessage" }, { kind: "refused", error_code, description });
  const outcome = shown(await messenger().send(postTo(`telegram:${telegram.user({ started: true }).id}`)));
  expect(outcome).toEqual([kind, expect.stringContaining(told)]);
  expect(telegram.calls).toHaveLength(1);
});

const damage: [fault: Fault, told: string][] = [
  [{ kind: "reset", accepted: true }, "ECONNRESET"],
  [{ kind: "reset", accepted: false }, "ECONNRESET"],
  // Its library does not notice that the rest of an answer never comes.
  [{ kind: "half an answer", accepted: true }, "in time"],
  [{ kind: "bad gateway", accepted: true }, "no JSON"],
  [{ kind: "bad gateway", accepted: false }, "no JSON"],
  [{ kind: "server error", accepted: true }, "500"],
  [{ kind: "hang", accepted: true }, "in time"],
  [{ kind: "hang", accepted: false }, "in time"],
];

test.each(damage)("$kind, accepted: $accepted, is unknown and not tried again", async (fault, told) => {
  const { chat } = telegram.user({ started: true });
  const plan = telegram.plan({ method: "sendMessage" }, fault);
  const outcome = shown(await messenger().send(postTo(`telegram:${chat.id}`)));
  plan.release();
  expect(outcome).toEqual(["unknown", expect.stringContaining(told)]);
  expect(telegram.calls).toHaveLength(1);
  expect(chat.messages()).toHaveLength("accepted" in fault && fault.accepted ? 1 : 0);
});

test("a 429 is obeyed to the second, and not tried again by itself", async () => {
  telegram.plan({ method: "sendMessage" }, { kind: "too many", retryAfter: 17 });
  const outcome = await messenger().send(postTo(`telegram:${telegram.user({ started: true }).id}`));
  expect(outcome).toEqual({ kind: "later", at: now + 17_000, why: "Telegram asks for a pause of 17 s", slower: true });
  expect(telegram.calls).toHaveLength(1);
});

test("a group that became a supergroup has moved", async () => {
  const group = telegram.group();
  const next = group.migrate();
  const outcome = await messenger().send(postTo(`telegram:${group.id}`));
  expect(outcome).toEqual({ kind: "moved", to: `telegram:${next.id}` });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const unreached: [name: string, root: () => string | Promise<string>, why: string][] = [
  [
    "a refused connection",
    async () => `http://127.0.0.1:${await closedPort()}`,
    "Telegram cannot be reached (ECONNREFUSED)",
  ],
  ["a name that is not found", () => "http://telegram.invalid", "Telegram's name cannot be looked up"],
  ["TLS that fails", () => telegram.url.replace("http:", "https:"), "no TLS connection to Telegram"],
];

test.each(unreached)("%s is certainly not sent: later", async (_, root, why) => {
  const outcome = await messenger(await root()).send(postTo("telegram:1"));
  expect(outcome).toEqual({ kind: "later", at: now + 60_000, why: expect.stringContaining(why) });
  expect(telegram.calls).toEqual([]);
});
