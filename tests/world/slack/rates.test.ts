import { afterEach, expect, test } from "vitest";
import { client, said } from "./client.js";
import { createSlack, type SlackOptions } from "./slack.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function world(rates: SlackOptions["rates"] = {}) {
  const clock = { now: Date.UTC(2026, 9, 8, 9) };
  const slack = await createSlack({ clock: () => clock.now, rates });
  open.push(slack);
  const team = slack.addTeam({ name: "yardim" });
  const web = client(slack, team.token);
  const channel = (name: string) => team.addChannel({ name, bot: true });
  return { clock, slack, team, web, channel };
}

test("one post a second in a channel, other channels do not wait", async () => {
  const { clock, slack, web, channel } = await world();
  const [a, b] = [channel("a"), channel("b")];
  const post = (id: string) => said(web.chat.postMessage({ channel: id, text: "a" }));
  expect([await post(a.id), await post(a.id), await post(b.id)]).toEqual(["ok", 1, "ok"]);
  expect(slack.rates).toEqual({ refused: 1, impatient: 0 });
  clock.now += 500;
  expect(await post(a.id)).toBe(1);
  expect(slack.rates).toEqual({ refused: 2, impatient: 1 });
  clock.now += 500;
  expect(await post(a.id)).toBe("ok");
  expect(a.seen()).toHaveLength(2);
});

test("a channel is one channel by name too", async () => {
  const { web, channel } = await world();
  const a = channel("haberler");
  expect(await said(web.chat.postMessage({ channel: a.id, text: "a" }))).toBe("ok");
  expect(await said(web.chat.postMessage({ channel: "#haberler", text: "a" }))).toBe(1);
});

test.each([
  ["conversations.history", {}, 50],
  ["conversations.history", { marketplace: false }, 1],
  ["conversations.info", {}, 50],
  ["conversations.members", {}, 100],
])("%s with %j lets %i calls a minute through", async (method, rates, count) => {
  const { clock, web, channel } = await world(rates);
  const { id } = channel("a");
  for (let call = 0; call < count; call += 1) expect(await said(web.apiCall(method, { channel: id }))).toBe("ok");
  expect(await said(web.apiCall(method, { channel: id }))).toBe(60);
  clock.now += 60_000;
  expect(await said(web.apiCall(method, { channel: id }))).toBe("ok");
});

test("outside the Marketplace history comes 15 posts at a time", async () => {
  const { slack, team, web, channel } = await world({ marketplace: false });
  const a = channel("a");
  const ayse = team.addUser("ayse");
  for (let post = 0; post < 20; post += 1) a.write(ayse, String(post));
  const read = await web.conversations.history({ channel: a.id, limit: 200 });
  expect(read.messages).toHaveLength(15);
  expect(read.has_more).toBe(true);
  slack.check();
});

test("a workspace takes several hundred posts a minute", async () => {
  const { web, channel } = await world({ workspacePerMinute: 3 });
  const answers = [];
  for (const name of ["a", "b", "c", "d"])
    answers.push(await said(web.chat.postMessage({ channel: channel(name).id, text: "a" })));
  expect(answers).toEqual(["ok", "ok", "ok", 60]);
});

test("a 429 of the script is counted, and who calls again before is impatient", async () => {
  const { clock, slack, web, channel } = await world();
  const { id } = channel("a");
  slack.plan("chat.postMessage", { retryAfter: 7 });
  const post = () => said(web.chat.postMessage({ channel: id, text: "a" }));
  expect(await post()).toBe(7);
  clock.now += 3000;
  expect(await post()).toBe(4);
  expect(slack.rates).toEqual({ refused: 2, impatient: 1 });
  clock.now += 4000;
  expect(await post()).toBe("ok");
});
