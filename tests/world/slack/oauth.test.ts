import { afterEach, beforeEach, expect, test } from "vitest";
import { createSlack } from "./slack.js";

let slack: Awaited<ReturnType<typeof createSlack>>;
let now = 1_700_000_000_000;
beforeEach(async () => {
  slack = await createSlack({ rotates: true, clock: () => now });
  slack.app.redirects.push("https://app.example/back");
});
afterEach(async () => {
  await slack.close();
  slack.check();
});

type Answer = { ok: boolean; error?: string; access_token?: string; refresh_token?: string; expires_in?: number };

async function call(method: string, args: Record<string, string>, token?: string): Promise<Answer> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(slack.url + method, { method: "POST", headers, body: new URLSearchParams(args) });
  return (await response.json()) as Answer;
}

const access = (more: Record<string, string>) =>
  call("oauth.v2.access", { client_id: slack.app.clientId, client_secret: slack.app.clientSecret, ...more });

function consent(change: Record<string, string> = {}): URL {
  const team = slack.addTeam({ name: "kizilay", installed: false });
  const ayse = team.addUser("ayse");
  const url = new URL("../oauth/v2/authorize", slack.url);
  const asked = { client_id: slack.app.clientId, scope: "chat:write,commands", state: "s", ...change };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return slack.oauth.authorize(url, team.state, ayse.state, true);
}

const codeOf = (back: URL) => back.searchParams.get("code") ?? "";

test("a code brings tokens, once", async () => {
  const code = codeOf(consent());
  const answer = await access({ code });
  expect(answer).toMatchObject({ ok: true, scope: "chat:write,commands", token_type: "bot", expires_in: 43_200 });
  expect(await call("auth.test", {}, answer.access_token)).toMatchObject({ ok: true });
  expect(await access({ code })).toMatchObject({ ok: false, error: "invalid_code" });
});

test.each([
  [{ client_secret: "x" }, "bad_client_secret"],
  [{ client_id: "1.2" }, "invalid_client_id"],
  [{ code: "x" }, "invalid_code"],
  [{ redirect_uri: "https://other.example/" }, "bad_redirect_uri"],
  [{ grant_type: "x" }, "invalid_grant_type"],
  [{ grant_type: "refresh_token", refresh_token: "x" }, "invalid_refresh_token"],
])("no tokens for %j", async (change, error) => {
  expect(await access({ code: codeOf(consent()), ...change })).toMatchObject({ ok: false, error });
});

test("a code is too old after ten minutes", async () => {
  const code = codeOf(consent());
  now += 600_000;
  expect(await access({ code })).toMatchObject({ error: "invalid_code" });
});

test.each<[Record<string, string>, string]>([
  [{ client_id: "1.2" }, "invalid_client_id"],
  [{ redirect_uri: "https://other.example/" }, "bad_redirect_uri"],
  [{ scope: "admin" }, "invalid_scope"],
  [{ scope: "" }, "invalid_scope"],
])("Slack's page says what is wrong with %j", (change, error) => {
  expect(() => consent(change)).toThrow(error);
});

test("a refresh token is good once; the token before the last is dead, and each after its time", async () => {
  const first = await access({ code: codeOf(consent()) });
  const renew = (refresh_token = "") => access({ grant_type: "refresh_token", refresh_token });
  const second = await renew(first.refresh_token);
  expect(await renew(first.refresh_token)).toMatchObject({ error: "invalid_refresh_token" });
  expect(await call("auth.test", {}, first.access_token)).toMatchObject({ ok: true });
  const third = await renew(second.refresh_token);
  expect(await call("auth.test", {}, first.access_token)).toMatchObject({ error: "token_revoked" });
  now += 43_200_000;
  expect(await call("auth.test", {}, third.access_token)).toMatchObject({ error: "token_expired" });
});
