import { afterEach, beforeEach, expect, test } from "vitest";
import { client, said } from "./client.js";
import type { Mishap } from "./script.js";
import { createSlack } from "./slack.js";

let slack: Awaited<ReturnType<typeof createSlack>>;
beforeEach(async () => {
  slack = await createSlack();
});
afterEach(() => slack.close());

function world(timeout = 0) {
  const team = slack.addTeam({ name: "yardim" });
  const channel = team.addChannel({ name: "haberler", bot: true });
  const web = client(slack, team.token, timeout);
  const post = () => said(web.chat.postMessage({ channel: channel.id, text: "a" }));
  return { team, channel, web, post };
}

test.each<[mishap: Mishap, answer: string | number, posted: number]>([
  [{ reset: "before" }, "slack_webapi_request_error", 0],
  [{ reset: "after" }, "slack_webapi_request_error", 1],
  [{ html: "before" }, 502, 0],
  [{ html: "after" }, 502, 1],
  [{ html: "after", status: 504 }, 504, 1],
  [{ error: "fatal_error", when: "after" }, "fatal_error", 1],
  [{ error: "internal_error", when: "after" }, "internal_error", 1],
  [{ error: "request_timeout", when: "before" }, "request_timeout", 0],
  [{ retryAfter: 3 }, 3, 0],
  [{ slow: 20 }, "ok", 1],
  [{ token: "token_revoked" }, "token_revoked", 0],
])("%j", async (mishap, answer, posted) => {
  const { channel, post } = world();
  const plan = slack.plan("chat.postMessage", mishap);
  expect(await post()).toBe(answer);
  expect(channel.seen()).toHaveLength(posted);
  expect(plan.hits).toBe(1);
});

test("a call that hangs is done when it is released, even if nobody waits any more", async () => {
  const { channel, post } = world(50);
  const plan = slack.plan("chat.postMessage", { hang: "before" });
  expect(await post()).toBe("slack_webapi_request_error");
  await plan.arrived;
  expect(channel.seen()).toHaveLength(0);
  plan.release();
  await expect.poll(() => channel.seen().length).toBe(1);
});

test("a call that was done may keep its answer", async () => {
  const { channel, post } = world();
  const plan = slack.plan("chat.postMessage", { hang: "after" });
  const waiting = post();
  await plan.arrived;
  await expect.poll(() => channel.seen().length).toBe(1);
  plan.release();
  expect(await waiting).toBe("ok");
});

test("mishaps are for the n-th call, so many times, and only where they say", async () => {
  const { team, channel, web, post } = world();
  const other = team.addChannel({ name: "other", bot: true });
  slack.plan(null, { html: "before" }, { nth: 2, times: 2, when: (call) => call.args["channel"] === channel.id });
  expect(await post()).toBe("ok");
  expect((await web.chat.postMessage({ channel: other.id, text: "a" })).ok).toBe(true);
  expect([await post(), await post()]).toEqual([502, 502]);
  expect(slack.calls.map((call) => call.outcome)).toEqual(["ok", "ok", "html 502", "html 502"]);
});

test("a token that was revoked stays dead", async () => {
  const { post } = world();
  slack.plan(null, { token: "account_inactive" });
  expect([await post(), await post()]).toEqual(["account_inactive", "account_inactive"]);
});
