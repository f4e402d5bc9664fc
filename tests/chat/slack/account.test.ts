import { afterEach, beforeEach, expect, test } from "vitest";
import { listening, signingSecret, until } from "./listening.js";

let world: Awaited<ReturnType<typeof listening>>;

beforeEach(async () => {
  world = await listening({ signingSecret });
});
afterEach(async () => {
  await world.end();
});

test("a dead bot token is told at once", async () => {
  world.team.kill("account_inactive");
  expect(await world.begin()).toMatchObject({ kind: "closed", why: expect.stringContaining("account_inactive") });
});

test("a Slack that does not say who we are is asked again", async () => {
  world.slack.plan("auth.test", { html: "before" }, { times: 3 });
  void world.begin();
  await until(() => world.slack.calls.filter(({ outcome }) => outcome === "ok").length === 1);
  expect(world.slack.calls).toHaveLength(4);
  expect(world.pauses).toEqual([1_000, 2_000, 4_000]);
});

test("a Slack that wants to be left alone before it says who we are is, for as long as it said", async () => {
  world.slack.plan("auth.test", { retryAfter: 77 });
  void world.begin();
  await until(() => world.pauses.length > 0);
  expect(world.pauses[0]).toBe(77_000);
});
