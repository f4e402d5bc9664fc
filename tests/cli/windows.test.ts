import { expect, test } from "vitest";
import { words, type Json } from "../world/slack/shapes.js";
import type { View } from "../world/slack/state.js";
import { visibleOf } from "../world/slack/visible.js";
import { several, until } from "./several.js";

type World = Awaited<ReturnType<typeof several>>;

/** What a person reads in a window or on the page. */
const read = (view: View | null) =>
  visibleOf({ text: "", blocks: (view?.body["blocks"] ?? []) as Json[], linkNames: false }).text;

/** A workspace that has the app, and what a test does in it. */
async function settled(world: World, install: string, name = "kizilay") {
  const one = world.workspace(name);
  await one.boss.browser.installs(install);
  return one;
}

/** The window with a form, once it has taken the place of the one that was opened at once. */
async function form({ boss, channel, team }: ReturnType<World["workspace"]>, text = "configure"): Promise<View> {
  await boss.slash(channel, "/tellal", text);
  await until(() => words(team.state.modals.get(boss.id)?.at(-1)?.body["private_metadata"]) !== "");
  return team.state.modals.get(boss.id)!.at(-1)!;
}

test.each(["http", "socket"] as const)(
  "the window of /tellal configure follows and leaves topics: by %s",
  async (way) => {
    const world = await several({ way });
    const { install } = await world.run();
    const one = await settled(world, install);
    await one.boss.slash(one.channel, "/tellal", "subscribe tdt");
    expect(read(await form(one))).toContain("Takip edilecek konular [TDT]");
    const sent = await one.boss.submits({ topics: ["kizilay"] });
    expect([sent.failure, sent.errors]).toEqual([null, {}]);
    expect(read(sent.modal)).toBe("Kaydedildi. Kızılay'ı takip ediyorsunuz.");
    expect(await world.store.chats.topicsOf(one.chat)).toEqual(["kizilay"]);
    await form(one);
    await one.boss.submits({ topics: [] });
    expect(await world.store.chats.topicsOf(one.chat)).toEqual([]);
  },
);

test("the window opens at once, and the form comes when it is there", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  const held = world.slack.plan("users.info", { hang: "before" });
  const { modal } = await one.boss.slash(one.channel, "/tellal", "configure");
  expect(read(modal)).toBe("…");
  held.release();
  await until(() => read(one.team.state.modals.get(one.boss.id)!.at(-1)!).includes("Takip edilecek"));
});

test("who opens too late is told to try again", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  world.slack.plan("views.open", { error: "expired_trigger_id", when: "before" });
  const { shown, modal } = await one.boss.slash(one.channel, "/tellal", "configure");
  expect([modal, shown[0]?.text]).toEqual([null, "Pencere zamanında açılamadı. Lütfen yeniden deneyin."]);
});

/** Sends a window off as Slack would, with what somebody changed on the way. */
async function forge(
  world: World,
  one: ReturnType<World["workspace"]>,
  view: View,
  change: object,
  values: Json,
  as = one.boss.id,
) {
  const { answer, status } = await world.slack.http.say("interactive", {
    type: "view_submission",
    trigger_id: world.slack.trigger(one.team, one.boss),
    team: { id: one.team.id },
    user: { id: as, team_id: one.team.id },
    view: { ...view.body, id: view.id, state: { values }, ...change },
  });
  expect(status).toBe(200);
  return answer;
}

const topics = (...values: string[]): Json => ({
  topics: { topics: { type: "checkboxes", selected_options: values.map((value) => ({ value })) } },
});

test("forged states and values are refused in the window, and change nothing", async () => {
  const world = await several();
  const { install } = await world.run();
  const [one, two] = [await settled(world, install), await settled(world, install, "ifrc")];
  const secret = one.team.addChannel({ name: "gizli", kind: "private", bot: true });
  const mallory = one.team.addUser("mallory");
  const view = await form(one);
  const foreign = await form(two);
  const state = words(view.body["private_metadata"]);
  const stale = "Bu pencere eskimiş ya da size ait değil.";
  for (const forged of [
    "",
    "{}",
    "[]",
    "null",
    state.replace(one.channel.id, secret.id),
    `${state} `.slice(1),
    words(foreign.body["private_metadata"]),
  ]) {
    const answer = await forge(world, one, view, { private_metadata: forged }, topics("kizilay"));
    expect(answer).toContain('"response_action":"errors","errors":{"topics":');
    expect(answer).toContain(stale);
  }
  // Somebody else's window, and one's own after leaving the channel.
  expect(await forge(world, one, view, {}, topics("kizilay"), mallory.id)).toContain(stale);
  one.channel.state.members.delete(one.boss.id);
  expect(await forge(world, one, view, {}, topics("kizilay"))).toContain(stale);
  one.channel.state.members.add(one.boss.id);
  // Values that the form does not offer.
  for (const values of [
    topics("kizilay", "nobody"),
    { topics: { topics: { type: "plain_text_input", value: "kizilay" } } },
  ]) {
    expect(await forge(world, one, view, {}, values)).toContain("Bu artık burada seçilemiyor.");
  }
  expect(
    await forge(world, one, { ...view, body: { ...view.body, blocks: [] } }, { private_metadata: "" }, {}),
  ).toContain('"response_action":"update"');
  expect((await world.store.chats.list()).map(({ address }) => address)).toEqual(["console"]);
  expect(await forge(world, one, view, {}, topics("kizilay"))).toContain("Kaydedildi.");
});

test("a window that was open over a restart is out of date", async () => {
  const world = await several();
  const first = await world.run();
  const one = await settled(world, first.install);
  await form(one);
  await first.end();
  await world.run();
  const { errors } = await one.boss.submits({ topics: ["kizilay"] });
  expect(JSON.stringify(errors)).toContain("Kapatıp yeniden açın.");
});

test("a Slack that does not say who is in the channel makes no change", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  await form(one);
  world.slack.plan("conversations.members", { error: "fetch_members_failed", when: "before" }, { times: Infinity });
  const { modal } = await one.boss.submits({ topics: ["kizilay"] });
  expect(read(modal)).toContain("Bizden kaynaklanan bir sorun çıktı.");
  expect(await world.store.chats.topicsOf(one.chat)).toEqual([]);
});

test("the app's page shows what one's own channels follow, and nothing of others", async () => {
  const world = await several();
  const process = await world.run();
  const [one, two] = [await settled(world, process.install), await settled(world, process.install, "ifrc")];
  const secret = one.team.addChannel({ name: "gizli", kind: "private", bot: true });
  const ayse = one.team.addUser("ayse");
  const member = one.team.addUser("mehmet");
  secret.state.members.add(member.id);
  one.channel.state.members.add(ayse.id);
  for (const [channel, topic, at] of [
    [one.channel, "kizilay", one],
    [secret, "tdt", one],
    [two.channel, "tdt", two],
  ] as const) {
    const id = await world.store.chats.ensure(`slack:${at.team.id}/${channel.id}`, "tr", 1);
    await world.store.chats.subscribe(id, topic, 1);
  }
  const page = async (person: typeof ayse) => {
    await person.opensHome();
    const team = [one, two].find(({ team }) => team.state.people.has(person.id))!.team;
    await until(() => team.state.homes.has(person.id));
    return read(team.state.homes.get(person.id)!);
  };
  expect(await page(ayse)).toMatch(/#haber — Kızılay/u);
  expect(await page(ayse)).not.toMatch(/gizli|— TDT|guncel/u);
  expect(await page(member)).toMatch(/#gizli — TDT/u);
  expect(await page(member)).not.toMatch(/#haber/u);
  expect(await page(two.boss)).toMatch(/#haber — TDT/u);
});

test("admins see on the page how the feeds are", async () => {
  const world = await several();
  const first = await world.run();
  const one = await settled(world, first.install);
  await first.end();
  await world.run({ ADMINS: `slack:${one.team.id}/${one.boss.id}` });
  await one.boss.opensHome();
  await until(() => one.team.state.homes.has(one.boss.id));
  expect(read(one.team.state.homes.get(one.boss.id)!)).toContain("• guncel — en yeni haber: henüz yok");
});

test("from the page a channel is configured in a window, and one's own conversation too", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  await one.boss.opensHome();
  await until(() => one.team.state.homes.has(one.boss.id));
  await one.boss.pressesInView("Ayarla");
  await until(() => read(one.team.state.modals.get(one.boss.id)?.at(-1) ?? null).includes("Takip edilecek"));
  await one.boss.submits({ topics: ["tdt"] });
  const direct = one.team.direct(one.boss)!;
  expect(await world.store.chats.topicsOf(`slack:${one.team.id}/${direct.id}`)).toEqual(["tdt"]);
});

test("a forged button of the page reaches no channel that one is not in", async () => {
  const world = await several();
  const { install } = await world.run();
  const [one, two] = [await settled(world, install), await settled(world, install, "ifrc")];
  const secret = one.team.addChannel({ name: "gizli", kind: "private", bot: true });
  const other = one.team.addUser("ayse");
  await other.opensHome();
  await one.boss.opensHome();
  await until(() => one.team.state.homes.size === 2);
  const home = one.team.state.homes.get(one.boss.id)!;
  const targets = [secret.id, one.team.direct(other)!.id, two.channel.id, "../C1"].map(
    (id) => `slack:${one.team.id}/${id}`,
  );
  for (const address of [...targets, two.chat]) {
    for (const line of [`in ${address} configure`, `in ${address} topics`]) {
      const trigger = world.slack.trigger(one.team, one.boss);
      await world.slack.http.say("interactive", {
        type: "block_actions",
        team: { id: one.team.id },
        user: { id: one.boss.id, team_id: one.team.id },
        trigger_id: trigger,
        container: { type: "view", view_id: home.id },
        view: { ...home.body, id: home.id },
        actions: [{ type: "button", action_id: "tellal:0", block_id: "b", value: line }],
      });
      const modal = () => one.team.state.modals.get(one.boss.id)?.at(-1) ?? null;
      await until(() => read(modal()).includes("eskimiş"));
      await one.boss.closes();
    }
  }
});

test.each([
  ["no link", "merhaba", "Bu iletide AA haberine bağlantı yok."],
  ["a link to elsewhere", "https://example.org/x", "Bu iletide AA haberine bağlantı yok."],
])("the shortcut on a message with %s says so to who asked alone", async (_name, text, told) => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  one.channel.write(one.boss, text);
  const { shown } = await one.boss.shortcut("brief_link", one.boss.reads(one.channel)[0]);
  expect(shown.map(({ text, whispered }) => [text, whispered])).toEqual([[told, true]]);
});

test("a private channel that we are not in is told so by who subscribes it", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  const secret = one.team.addChannel({ name: "gizli", kind: "private", members: [one.boss] });
  const { shown } = await one.boss.slash(secret, "/tellal", "subscribe tdt");
  expect(shown[0]?.text).toContain("Henüz bu kanalda değilim");
  await one.boss.invites(secret);
  expect((await one.boss.slash(secret, "/tellal", "subscribe kizilay")).shown[0]?.text).not.toContain("davet edin");
});
