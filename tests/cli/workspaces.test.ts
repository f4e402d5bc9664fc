import { expect, test } from "vitest";
import { textReply } from "../../src/core/message/reply.js";
import { several, until, type SeveralOptions } from "./several.js";

const post = (chat: string) => ({
  delivery: "d1",
  chat,
  replyTo: null,
  edits: null,
  repeat: false,
  message: textReply("tr", "Kızılay heyeti Bakü'de bir araya geldi."),
});

test.each<[string, SeveralOptions]>([
  ["signed requests", { way: "http" }],
  ["Socket Mode", { way: "socket" }],
  ["signed requests, with rotating tokens", { way: "http", rotates: true }],
])("two workspaces install the app while it runs, and each is heard and posted to: %s", async (_name, options) => {
  const world = await several(options);
  const process = await world.run();
  const [one, two] = [world.workspace("kizilay"), world.workspace("ifrc")];
  for (const { boss, channel, lane, chat } of [one, two]) {
    const page = await boss.browser.installs(process.install);
    expect(page.status).toBe(200);
    expect(page.text).toContain("Tellal artık Slack çalışma alanınızda.");
    expect(process.open.at(-1)).toBe(lane);
    const { shown } = await boss.slash(channel, "/tellal", "subscribe kizilay");
    expect(shown[0]?.text).toContain("Kızılay'ı takip ediyorsunuz.");
    expect(await process.lanes.messengers.get(lane)?.send(post(chat))).toMatchObject({ kind: "sent" });
    expect(channel.seen()).toHaveLength(1);
  }
  expect(await world.store.chats.topicsOf(one.chat)).toEqual(["kizilay"]);
  await two.boss.slash(two.channel, "/tellal", "unsubscribe kizilay");
  expect(await world.store.chats.topicsOf(one.chat)).toEqual(["kizilay"]);
  expect(await world.store.chats.topicsOf(two.chat)).toEqual([]);
});

test("the tokens that are kept can be read by nobody, and by nothing but their workspace", async () => {
  const world = await several({ rotates: true });
  const process = await world.run();
  const [one, two] = [world.workspace("kizilay"), world.workspace("ifrc")];
  await one.boss.browser.installs(process.install);
  await two.boss.browser.installs(process.install);
  const text = JSON.stringify(await world.kept());
  expect(world.slack.oauth.issued).toHaveLength(2);
  for (const { bot, refresh } of world.slack.oauth.issued)
    for (const token of [bot, refresh]) expect(text).not.toContain(token);
  const [a, b] = await world.kept();
  await world.store.installations.put(a!.team, b!.data, 1);
  expect(await process.lanes.workspaces?.token(a!.team)).toBeNull();
});

test("a new process serves who installed the app before, with a key that was changed too", async () => {
  const world = await several();
  const first = await world.run();
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(first.install);
  await first.end();
  const [before] = await world.kept();

  const changed = await world.run({
    TELLAL_KEY: "another-key-of-nobody-0123456789,key-of-nobody-that-seals-the-tokens",
  });
  expect(changed.open).toContain(one.lane);
  expect((await world.kept())[0]?.data).not.toBe(before?.data);
  await changed.end();
  const newest = await world.run({ TELLAL_KEY: "another-key-of-nobody-0123456789" });
  expect(newest.open).toContain(one.lane);
  expect(await newest.lanes.messengers.get(one.lane)?.send(post(one.chat))).toMatchObject({ kind: "sent" });
  await newest.end();

  const stranger = await world.run({ TELLAL_KEY: "a-third-key-that-sealed-nothing-here" });
  expect(stranger.open).toEqual(["console"]);
  expect(world.lines.join("")).toContain("sealed with another key");
});

test("a token that grows old is renewed once, however many want it, and what came back is kept", async () => {
  const world = await several({ rotates: true });
  world.slack.app.tokenLife = 60 * 60_000;
  const process = await world.run();
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(process.install);
  world.slack.app.tokenLife = 12 * 60 * 60_000;
  const messenger = process.lanes.messengers.get(one.lane)!;
  const sent = await Promise.all([1, 2, 3].map(() => messenger.send(post(one.chat))));
  expect(sent.map(({ kind }) => kind)).toEqual(["sent", "sent", "sent"]);
  expect(world.slack.oauth.issued).toHaveLength(2);
  expect(await process.lanes.workspaces?.token(one.team.id)).toBe(world.slack.oauth.issued[1]?.bot);
  await process.end();
  const second = await world.run();
  expect(await second.lanes.workspaces?.token(one.team.id)).toBe(world.slack.oauth.issued[1]?.bot);
  expect(world.slack.oauth.issued).toHaveLength(2);
});

test("while Slack does not renew a token that is still good, the old one serves", async () => {
  const world = await several({ rotates: true });
  world.slack.app.tokenLife = 60 * 60_000;
  const process = await world.run();
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(process.install);
  const ill = world.slack.plan("oauth.v2.access", { html: "before" }, { times: Infinity });
  const messenger = process.lanes.messengers.get(one.lane)!;
  expect(await messenger.send(post(one.chat))).toMatchObject({ kind: "sent" });
  expect(await messenger.send(post(one.chat))).toMatchObject({ kind: "sent" });
  expect(world.slack.oauth.issued).toHaveLength(1);
  ill.release();
  world.slack.app.tokenLife = 12 * 60 * 60_000;
  expect(await messenger.send(post(one.chat))).toMatchObject({ kind: "sent" });
  expect(world.slack.oauth.issued).toHaveLength(2);
});

test("a workspace that removes the app is forgotten, its neighbour is not, and it may come back", async () => {
  const world = await several();
  const process = await world.run();
  const [one, two] = [world.workspace("kizilay"), world.workspace("ifrc")];
  for (const { boss, channel } of [one, two]) {
    await boss.browser.installs(process.install);
    await boss.slash(channel, "/tellal", "subscribe kizilay");
  }
  await one.boss.uninstalls();
  await until(() => process.notices.length > 0);
  expect(process.notices).toEqual([expect.objectContaining({ kind: "closed", lane: one.lane })]);
  expect([...process.lanes.messengers.keys()]).toEqual(["console", two.lane]);
  expect(await world.store.chats.topicsOf(one.chat)).toEqual([]);
  expect(await world.store.chats.topicsOf(two.chat)).toEqual(["kizilay"]);
  const kept = await world.kept();
  expect(kept.map(({ team, data, revoked }) => [team, data === "", revoked !== null])).toEqual([
    [one.team.id, true, true],
    [two.team.id, false, false],
  ]);

  const page = await one.boss.browser.installs(process.install, { language: "en-GB" });
  expect(page.text).toContain("Tellal is now in your Slack workspace.");
  const { shown } = await one.boss.slash(one.channel, "/tellal", "subscribe kizilay");
  expect(shown[0]?.text).toContain("Kızılay");
  expect(await process.lanes.messengers.get(one.lane)?.send(post(one.chat))).toMatchObject({ kind: "sent" });
});

test("a removal that is told late ends no new installation", async () => {
  const world = await several();
  const process = await world.run();
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(process.install);
  await one.boss.uninstalls();
  await until(() => process.notices.length > 0);
  await one.boss.browser.installs(process.install);
  const late = world.slack.told.find(({ event }) => event.type === "app_uninstalled")!;
  await world.slack.http.say("events_api", { ...late.payload, event_id: "EvLATE" });
  await until(() => world.lines.join("").includes("but the workspace has us"));
  expect(process.open.at(-1)).toBe(one.lane);
  expect(await process.lanes.messengers.get(one.lane)?.send(post(one.chat))).toMatchObject({ kind: "sent" });
});

test("tokens that are renewed while the workspace removes the app do not bring it back", async () => {
  const world = await several({ rotates: true });
  world.slack.app.tokenLife = 60 * 60_000;
  const process = await world.run();
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(process.install);
  const held = world.slack.plan("oauth.v2.access", { hang: "after" });
  const asked = process.lanes.workspaces!.token(one.team.id);
  await held.arrived;
  await process.lanes.workspaces!.close(one.team.id, "the app was removed from the workspace");
  held.release();
  await asked;
  expect((await world.kept()).map(({ data }) => data)).toEqual([""]);
  expect(await process.lanes.workspaces!.token(one.team.id)).toBeNull();
  expect(await process.lanes.messengers.get(one.lane)?.send(post(one.chat))).toBeUndefined();
});

const tampered = (name: string, value: string | null) => (back: URL) => {
  if (value === null) back.searchParams.delete(name);
  else back.searchParams.set(name, value);
  return back;
};

test.each<[string, (back: URL) => URL]>([
  ["no state", tampered("state", null)],
  ["another state", tampered("state", "abc.def")],
  ["a changed state", (back) => tampered("state", `${back.searchParams.get("state")}A`)(back)],
  ["no code", tampered("code", null)],
  ["a code of nobody's", tampered("code", "111.222.333")],
])("an installation that was tampered with is refused: %s", async (_name, change) => {
  const world = await several();
  const process = await world.run();
  const one = world.workspace("kizilay");
  const page = await one.boss.browser.installs(process.install, { change });
  expect(page.status).toBe(400);
  expect(page.text).toContain("Kurulum tamamlanamadı");
  expect(await world.kept()).toEqual([]);
  expect(process.open).toEqual(["console"]);
});

test("a state is good once, in its own browser, for ten minutes, and for its process", async () => {
  const world = await several();
  const process = await world.run();
  const one = world.workspace("kizilay");
  const other = one.team.addUser("mallory");
  const { back, status } = await one.boss.browser.installs(process.install);
  expect(status).toBe(200);
  expect((await one.boss.browser.opens(back)).status).toBe(400);
  expect((await other.browser.opens(back)).status).toBe(400);
  // Somebody brings a victim's browser to an installation of their own.
  let stolen: URL | null = null;
  await one.boss.browser.installs(process.install, { change: (url) => ((stolen = url), new URL(process.url)) });
  expect((await other.browser.opens(stolen!)).status).toBe(400);
  // Too late.
  const late = await one.boss.browser.installs(process.install, {
    change: (url) => {
      world.clockAt(Date.now() + 11 * 60_000);
      return url;
    },
  });
  expect(late.status).toBe(400);
  expect(await world.kept()).toHaveLength(1);
});

test("who does not let the app in is told so, and nothing is kept", async () => {
  const world = await several();
  const process = await world.run();
  const one = world.workspace("kizilay");
  const page = await one.boss.browser.installs(process.install, { allow: false });
  expect([page.status, page.text]).toEqual([200, expect.stringContaining("Kurulumdan vazgeçildi")]);
  expect(await world.kept()).toEqual([]);
});

test.each([
  ["bad_client_secret", 400],
  ["internal_error", 400],
])("a Slack that gives no tokens (%s) is told to who installs", async (error, status) => {
  const world = await several();
  const process = await world.run();
  const one = world.workspace("kizilay");
  world.slack.plan("oauth.v2.access", { error, when: "before" });
  expect((await one.boss.browser.installs(process.install)).status).toBe(status);
  expect(await world.kept()).toEqual([]);
  expect((await one.boss.browser.installs(process.install)).status).toBe(200);
});

test("whoever is not installed is not heard", async () => {
  const world = await several();
  await world.run();
  const one = world.workspace("kizilay");
  await world.slack.http.say("slash_commands", {
    command: "/tellal",
    text: "subscribe kizilay",
    team_id: one.team.id,
    channel_id: one.channel.id,
    user_id: one.boss.id,
    response_url: "http://127.0.0.1:9/",
    trigger_id: "1",
  });
  await until(() => world.lines.join("").includes("another workspace"));
  expect(await world.store.chats.list()).toHaveLength(1);
});

test("a bot token's workspace and those that installed the app live side by side", async () => {
  const world = await several();
  const own = world.slack.addTeam({ name: "eski" });
  const ayse = own.addUser("ayse");
  const channel = own.addChannel({ name: "haber", bot: true, members: [ayse] });
  const process = await world.run({ SLACK_BOT_TOKEN: own.token });
  const one = world.workspace("kizilay");
  await one.boss.browser.installs(process.install);
  expect(process.open).toEqual(["console", `slack:${own.id}`, one.lane]);
  for (const [person, place] of [
    [ayse, channel],
    [one.boss, one.channel],
  ] as const) {
    expect((await person.slash(place, "/tellal", "topics")).shown[0]?.text).toContain("Kızılay");
  }
});

test("who installs or removes the app at one process is served, or no more, by the others", async () => {
  const world = await several();
  const [first, second] = [await world.run(), await world.run()];
  const one = world.workspace("kizilay");
  // Slack sends the browser back to whoever was opened last.
  await one.boss.browser.installs(second.install);
  expect([first, second].map(({ lanes }) => lanes.messengers.has(one.lane))).toEqual([false, true]);
  await first.lanes.workspaces?.refresh();
  expect(first.open.at(-1)).toBe(one.lane);
  expect(await first.lanes.messengers.get(one.lane)?.send(post(one.chat))).toMatchObject({ kind: "sent" });
  await first.lanes.workspaces?.close(one.lane.slice("slack:".length), "removed");
  await second.lanes.workspaces?.refresh();
  expect(second.lanes.messengers.has(one.lane)).toBe(false);
});
