import { expect, test } from "vitest";
import { createTelegramMessenger } from "../../../src/chat/telegram/messenger.js";
import type { Outcome } from "../../../src/core/message/messenger.js";
import { words } from "../../core/message/locales.js";
import type { Fault } from "../../world/telegram/script.js";
import { postTo, token } from "./posts.js";
import { createRig, menu, reply } from "./rig.js";

/** What is secret in a token stands behind the colon; letters of its own make it easy to find. */
const secret = token.slice(token.indexOf(":") + 1);

const faults: [string, Fault][] = [
  ["a reset", { kind: "reset", accepted: true }],
  ["a bad gateway", { kind: "bad gateway", accepted: true }],
  ["an error of the server", { kind: "server error", accepted: false }],
  ["a pause", { kind: "too many", retryAfter: 700 }],
  ["a refusal that repeats the address", { kind: "refused", error_code: 400, description: `/bot${token}/x` }],
  ["a dead token that is repeated", { kind: "refused", error_code: 401, description: `Unauthorized: ${token}` }],
];

const starts = new Set(["getMe", "deleteWebhook", "getUpdates"]);

test.each(faults)("whatever fails with %s, no outcome and no line shows the token", async (_, fault) => {
  const rig = await startRig(fault, (method) => !starts.has(method));
  const messenger = createTelegramMessenger({ token, apiRoot: rig.telegram.url, words, clock: () => 0 });
  const outcomes: Outcome[] = [
    await messenger.send(postTo("telegram:7")),
    await messenger.send(postTo("telegram:7", { edits: "5" })),
  ];
  await rig.telegram.until(() => rig.seen.some((line) => line.includes("what a chat asked for failed")));
  await rig.close();
  expect(outcomes.map(({ kind }) => kind)).not.toContain("sent");
  expectClean([JSON.stringify(outcomes), ...rig.seen, ...rig.lines]);
});

test.each(faults)("a start that fails with %s shows no token either", async (_, fault) => {
  const rig = await startRig(fault, () => true);
  await rig.telegram.until(() => rig.telegram.calls.length >= 1);
  expect(await rig.listener.me()).toBeNull();
  const deaf = await rig.stop();
  await rig.close();
  expectClean([JSON.stringify(deaf), ...rig.seen, ...rig.lines]);
});

/** A rig where someone asks a group's bot for what only administrators may, and where calls of these methods fail for good. */
async function startRig(fault: Fault, fails: (method: string) => boolean) {
  const rig = await createRig({ menu, answer: async (ask) => reply(String(await ask.isAdmin())) });
  rig.telegram.plan({ when: ({ method }) => fails(method), times: Infinity }, fault);
  const owner = rig.telegram.user();
  owner.says(rig.telegram.supergroup({ owner: owner.user }), "/topics");
  void rig.listen();
  return rig;
}

function expectClean(texts: string[]): void {
  expect(texts.length).toBeGreaterThan(0);
  for (const text of texts) expect(text).not.toContain(secret);
}
