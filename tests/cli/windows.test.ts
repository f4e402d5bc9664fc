import { expect, test } from "vitest";
import { words, type Json } from "../world/slack/shapes.js";
import type { View } from "../world/slack/state.js";
import { read, settled, several, until } from "./several.js";

type World = Awaited<ReturnType<typeof several>>;

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

test("the window of /tellal configure sets digest, quiet hours and language, and says what is missing at its field", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  await form(one);
  const lacking = await one.boss.submits({ delivery: "daily", from: "22:00" });
  expect(lacking.errors).toEqual({ at: "Lütfen burayı doldurun.", to: "Lütfen burayı doldurun." });
  const nothing = await one.boss.submits({ kinds: [] });
  expect(nothing.errors).toEqual({ kinds: "En az biri açık kalmalı; yoksa hiç haber gelmez." });
  const always = await one.boss.submits({ from: "06:00", to: "05:00" });
  expect(always.errors).toEqual({ from: "Sessiz saatler günde en az dört saat boş bırakmalı." });
  expect((await world.store.chats.list()).map(({ address }) => address)).toEqual(["console"]);
  const chosen = {
    topics: ["tdt"],
    delivery: "weekly",
    at: "08:30",
    day: "5",
    from: "22:00",
    to: "07:00",
    disasters: ["on"],
    zone: "Asia/Baku",
    length: "short",
    kinds: ["meeting", "disaster"],
    stories: ["tr"],
    floor: "1",
    language: "en",
  };
  await one.boss.submits(chosen);
  expect(await world.store.chatSettings.of(one.chat)).toMatchObject({
    delivery: { kind: "weekly", at: 510, day: 5 },
    quiet: { from: 1_320, to: 420 },
    disasters: true,
    zone: "Asia/Baku",
    length: "short",
    withoutKinds: ["visit", "call", "agreement", "election", "statement", "aid", "news"],
    withoutLanguages: ["en"],
    floor: 0.2,
  });
  expect(read(await form(one))).toContain("Topics to follow");
});

test("the window of /tellal keywords shows what an expression would find, and adds it for who may", async () => {
  const world = await several();
  const first = await world.run();
  const one = await settled(world, first.install);
  await form(one, "keywords tdt");
  const refused = await one.boss.submits({ expression: "Aksakallar Heyeti" });
  expect(read(refused.modal)).toContain("yöneticileri");
  await first.end();
  await world.run({ ADMINS: `slack:${one.team.id}/${one.boss.id}` });
  expect(read(await form(one, "keywords tdt"))).toContain("[TDT]");
  const tried = await one.boss.submits({ expression: "Aksakallar Heyeti" });
  expect(read(tried.modal)).toContain("30 gün");
  expect(read(tried.modal)).toContain("[Aksakallar Heyeti]");
  expect((await world.store.topics.find("tdt"))?.keywords).toEqual(["TDT"]);
  await one.boss.submits({ expression: "Aksakallar Heyeti", what: "add" });
  expect((await world.store.topics.find("tdt"))?.keywords).toEqual(["TDT", "Aksakallar Heyeti"]);
  const faulty = await one.boss.submits({ expression: "(Aksakallar" });
  expect(read(faulty.modal)).toContain("^");
});

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
  const chosen = (name: string, value: string): Json => ({
    [name]: { type: "static_select", selected_option: { value } },
  });
  const whole = {
    ...(topics("kizilay") as object),
    delivery: chosen("delivery", "immediate"),
    zone: chosen("zone", "Europe/Istanbul"),
    length: chosen("length", "full"),
    floor: chosen("floor", "0"),
    kinds: { kinds: { type: "checkboxes", selected_options: [{ value: "meeting" }] } },
    stories: { stories: { type: "checkboxes", selected_options: [{ value: "tr" }] } },
    language: chosen("language", "tr"),
  };
  expect(await forge(world, one, view, {}, whole)).toContain("Kaydedildi.");
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

test.each([
  ["saved", { topics: ["kizilay"] }, "Kaydedildi. Kızılay'ı takip ediyorsunuz.", ["kizilay"]],
  ["wrong", { topics: ["kizilay"], delivery: "daily" }, "Lütfen burayı doldurun.", []],
] as const)(
  "what takes longer than Slack waits is shown when it is there: %s",
  async (_name, values, told, follows) => {
    const world = await several();
    const { install } = await world.run();
    const one = await settled(world, install);
    await form(one);
    const held = world.slack.plan("conversations.members", { hang: "before" });
    const { failure, modal } = await one.boss.submits({ ...values, topics: [...values.topics] });
    expect([failure, read(modal)]).toEqual([null, "…"]);
    expect(await world.store.chats.topicsOf(one.chat)).toEqual([]);
    held.release();
    await until(() => read(one.team.state.modals.get(one.boss.id)!.at(-1)!) === told);
    expect(await world.store.chats.topicsOf(one.chat)).toEqual(follows);
  },
);

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
