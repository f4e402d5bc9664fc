import { WebAPIRequestError } from "@slack/web-api";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { failureOf } from "../../../src/chat/slack/failure.js";
import { outcomeOf } from "../../../src/chat/slack/outcome.js";
import { messengerOf, postTo, serverThat } from "./rig.js";

const post = postTo({ id: "T1" }, { id: "C1" });
const edit = { ...post, edits: "1700000000.000100" };

/** What becomes of a post that Slack answers in one way. */
async function outcomeWith(status: number, body: string, headers: Record<string, string> = {}, what = post) {
  const server = await serverThat((response) => response.writeHead(status, headers).end(body));
  const outcome = await messengerOf({ token: "xoxb-1-a", apiUrl: server.url }).send(what);
  await server.close();
  return { outcome, requests: server.requests() };
}

function no(error: string): string {
  return JSON.stringify({ ok: false, error });
}

test.each([
  ["ratelimited", "later"],
  ["rate_limited", "later"],
  ["message_limit_exceeded", "later"],
  ["team_added_to_org", "later"],
  ["channel_not_found", "gone"],
  ["is_archived", "gone"],
  ["restricted_action", "gone"],
  ["restricted_action_read_only_channel", "gone"],
  ["no_permission", "gone"],
  ["not_in_channel", "gone"],
  ["token_revoked", "closed"],
  ["token_expired", "closed"],
  ["account_inactive", "closed"],
  ["invalid_auth", "closed"],
  ["not_authed", "closed"],
  ["team_disabled", "closed"],
  ["user_removed_from_team", "closed"],
  ["accesslimited", "closed"],
  ["msg_blocks_too_long", "refused"],
  ["msg_too_long", "refused"],
  ["invalid_blocks", "refused"],
  ["invalid_blocks_format", "refused"],
  ["no_text", "refused"],
  ["missing_scope", "refused"],
  ["metadata_too_large", "refused"],
  ["invalid_arguments", "refused"],
  ["a_code_of_tomorrow", "refused"],
  ["fatal_error", "unknown"],
  ["internal_error", "unknown"],
  ["request_timeout", "unknown"],
  ["service_unavailable", "unknown"],
])("Slack answers %s to a post: %s", async (code, kind) => {
  expect((await outcomeWith(200, no(code))).outcome.kind).toBe(kind);
});

test.each([
  ["cant_update_message", "refused"],
  ["message_not_found", "refused"],
  ["edit_window_closed", "refused"],
  ["channel_not_found", "gone"],
  ["is_inactive", "gone"],
  ["update_failed", "unknown"],
  ["fatal_error", "unknown"],
])("Slack answers %s to an edit: %s", async (code, kind) => {
  expect((await outcomeWith(200, no(code), {}, edit)).outcome.kind).toBe(kind);
});

test.each([
  ["429 with seconds", 429, "", { "retry-after": "17" }, { kind: "later", at: 18_000 }],
  ["429 without", 429, "", {}, { kind: "later", at: 31_000 }],
  [
    "429 with a date",
    429,
    no("ratelimited"),
    { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" },
    { kind: "later", at: 31_000 },
  ],
  ["429 with zero", 429, "", { "retry-after": "0" }, { kind: "later", at: 1_000 }],
  ["JSON with 403", 403, no("invalid_auth"), {}, { kind: "closed" }],
  ["JSON with 400", 400, no("invalid_blocks"), {}, { kind: "refused" }],
  ["HTML with 403", 403, "<html>proxy</html>", {}, { kind: "unknown", cause: "HTTP 403" }],
  ["HTML with 502", 502, "<html>bad gateway</html>", {}, { kind: "unknown", cause: "HTTP 502" }],
  ["JSON with 503", 503, no("service_unavailable"), {}, { kind: "unknown", cause: "HTTP 503" }],
  ["JSON with 500 and a refusal's code", 500, no("invalid_blocks"), {}, { kind: "unknown", cause: "HTTP 500" }],
  ["HTML with 200", 200, "<html>maintenance</html>", {}, { kind: "unknown", cause: "an answer that is no JSON" }],
  ["nothing with 200", 200, "", {}, { kind: "unknown" }],
  ["JSON cut off with 200", 200, '{"ok":true,"ts":"17', {}, { kind: "unknown" }],
  ["a redirect", 302, "", { location: "http://127.0.0.1:9/" }, { kind: "unknown" }],
])("over HTTP, %s, in one request", async (_name, status, body, headers, outcome) => {
  const got = await outcomeWith(status, body, headers);
  expect(got.outcome).toMatchObject(outcome);
  expect(got.requests).toBe(1);
});

test("a body that breaks off after 200 is unknown", async () => {
  const server = await serverThat((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "900" });
    response.write('{"ok":true,');
    setImmediate(() => response.socket?.resetAndDestroy());
  });
  expect((await messengerOf({ token: "xoxb-1-a", apiUrl: server.url }).send(post)).kind).toBe("unknown");
  expect(server.requests()).toBe(1);
  await server.close();
});

test("a refused connection was not sent: again in a minute", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const outcome = await messengerOf({ token: "xoxb-1-a", apiUrl: `http://127.0.0.1:${port}/` }).send(post);
  expect(outcome).toEqual({ kind: "later", at: 61_000, why: "Slack was not reached: ECONNREFUSED" });
});

test("a server that speaks no TLS was not told anything", async () => {
  const server = await serverThat((response) => response.end("{}"));
  const outcome = await messengerOf({ token: "xoxb-1-a", apiUrl: `https://${server.origin}/` }).send(post);
  await server.close();
  expect(outcome).toMatchObject({ kind: "later", at: 61_000 });
  expect(server.requests()).toBe(0);
});

/** As the platform's fetch fails: the cause stands inside. */
function fetchFailed(code: string, more: object = {}) {
  const cause = Object.assign(new Error(code), { code, ...more });
  return new WebAPIRequestError(new TypeError("fetch failed", { cause }));
}

test.each([
  ["ENOTFOUND", "later"],
  ["EAI_AGAIN", "later"],
  ["ECONNREFUSED", "later"],
  ["ENETUNREACH", "later"],
  ["UND_ERR_CONNECT_TIMEOUT", "later"],
  ["CERT_HAS_EXPIRED", "later"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "later"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "later"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "later"],
  ["ECONNRESET", "unknown"],
  ["ETIMEDOUT", "unknown"],
  ["EPIPE", "unknown"],
  ["UND_ERR_SOCKET", "unknown"],
  ["UND_ERR_HEADERS_TIMEOUT", "unknown"],
  ["UND_ERR_BODY_TIMEOUT", "unknown"],
  ["A_CODE_OF_TOMORROW", "unknown"],
])("a connection that fails with %s: %s", (code, kind) => {
  expect(outcomeOf(failureOf(fetchFailed(code)), 0).kind).toBe(kind);
});

test.each([[undefined], [null], ["text"], [new Error("plain")], [{ code: "ECONNREFUSED" }]])(
  "what is no error of Slack's is unclear: %j",
  (error) => expect(failureOf(error).kind).toBe("unclear"),
);

test("a refusal names the missing scope", async () => {
  const body = JSON.stringify({ ok: false, error: "missing_scope", needed: "chat:write", provided: "commands" });
  expect((await outcomeWith(200, body)).outcome).toEqual({
    kind: "refused",
    why: "missing_scope; the token lacks the scope chat:write",
  });
});

test("a refusal tells Slack's remarks", async () => {
  const remark = "[ERROR] no more than 50 items allowed [json-pointer:/blocks]";
  const body = JSON.stringify({ ok: false, error: "invalid_blocks", response_metadata: { messages: [remark] } });
  expect((await outcomeWith(200, body)).outcome).toEqual({ kind: "refused", why: `invalid_blocks; ${remark}` });
});
