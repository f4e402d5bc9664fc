import { afterEach, beforeEach, expect, test } from "vitest";
import { client, said } from "./client.js";
import { createSlack } from "./slack.js";

const clock = { now: 0 };
let world: Awaited<ReturnType<typeof createWorld>>;
beforeEach(async () => {
  clock.now = Date.UTC(2026, 9, 8, 9);
  world = await createWorld();
});
afterEach(() => world.slack.close());

const button = { type: "button", text: { type: "plain_text", text: "Takip et" }, action_id: "follow", value: "tdt" };
const blocks = [{ type: "actions", elements: [button] }];

/** A Slack whose app takes everything, and gives away what it was told. */
async function createWorld() {
  const slack = await createSlack({ clock: () => clock.now, home: true, rates: { channelGap: 0, jitter: 0 } });
  const team = slack.addTeam({ name: "yardim" });
  const ayse = team.addUser("ayse", { admin: true });
  const haber = team.addChannel({ name: "haber", bot: true, members: [ayse] });
  const web = client(slack, team.token);
  const { WebSocket } = await import("ws");
  const socket = new WebSocket(String((await client(slack, slack.appToken).apps.connections.open()).url));
  const payloads: { response_url: string; trigger_id: string }[] = [];
  socket.on("message", (data: Buffer) => {
    const { envelope_id, payload } = JSON.parse(data.toString()) as {
      envelope_id?: string;
      payload: (typeof payloads)[number];
    };
    if (envelope_id === undefined) return;
    // Events carry no ticket and no address.
    if (payload.trigger_id !== undefined) payloads.push(payload);
    socket.send(JSON.stringify({ envelope_id }));
  });
  await expect.poll(() => slack.sockets.greeted()).toBe(1);
  const last = () => payloads.at(-1)!;
  const answer = async (message: object, url = last().response_url) => {
    const body = JSON.stringify(message);
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { error } = (await response.json()) as { error?: string };
    return error === undefined ? "ok" : `${response.status} ${error}`;
  };
  const typed = () => ayse.slash(haber, "/tellal", "topics", { answers: 0 });
  const posted = async () => {
    await web.chat.postMessage({ channel: haber.id, text: "Konu", blocks });
    return ayse.presses(haber.seen().at(-1)!, "follow", { answers: 0 });
  };
  const whispered = async () => {
    await web.chat.postEphemeral({ channel: haber.id, user: ayse.id, text: "Konu", blocks });
    return ayse.presses(haber.whispers(ayse).at(-1)!, "follow", { answers: 0 });
  };
  return { slack, team, ayse, haber, web, last, answer, typed, posted, whispered };
}

type Case = [what: string, come: (w: typeof world) => Promise<unknown>, answer: object, said: string];
const section = (length: number) => ({ type: "section", text: { type: "mrkdwn", text: "a".repeat(length) } });
test.each<Case>([
  ["a text", (w) => w.typed(), { text: "a" }, "ok"],
  ["blocks", (w) => w.typed(), { text: "a", blocks: [section(3000)] }, "ok"],
  ["blocks that are too long", (w) => w.typed(), { text: "a", blocks: [section(3001)] }, "400 invalid_blocks"],
  ["nothing", (w) => w.typed(), {}, "400 no_text"],
  ["40,001 characters", (w) => w.typed(), { text: "a".repeat(40_001) }, "400 msg_too_long"],
  ["a kind of our own", (w) => w.typed(), { text: "a", response_type: "loud" }, "400 invalid_payload"],
  ["the end of what was typed", (w) => w.typed(), { delete_original: true }, "400 invalid_payload"],
  ["29 minutes later", async (w) => (await w.typed(), (clock.now += 29 * 60_000)), { text: "a" }, "ok"],
  ["30 minutes later", async (w) => (await w.typed(), (clock.now += 30 * 60_000)), { text: "a" }, "404 expired_url"],
  [
    "after an archive",
    async (w) => (await w.typed(), w.ayse.archives(w.haber)),
    { text: "a" },
    "410 channel_is_archived",
  ],
  ["after a deletion", async (w) => (await w.typed(), w.ayse.deletes(w.haber)), { text: "a" }, "404 channel_not_found"],
  ["after an uninstall", async (w) => (await w.typed(), w.ayse.uninstalls()), { text: "a" }, "404 no_service"],
  [
    "for a post that is gone",
    async (w) => {
      await w.posted();
      await w.web.chat.delete({ channel: w.haber.id, ts: w.haber.seen()[0]!.ts });
    },
    { text: "a", replace_original: true },
    "404 message_not_found",
  ],
  [
    "in place of what a person wrote",
    (w) => {
      w.haber.write(w.ayse, "a");
      return w.ayse.shortcut("brief", w.haber.seen()[0], { answers: 0 });
    },
    { text: "b", replace_original: true },
    "403 cant_update_message",
  ],
])("an answer by address: %s", async (_what, come, answer, expected) => {
  await come(world);
  expect(await world.answer(answer)).toBe(expected);
  expect(world.slack.responses.at(-1)?.outcome).toBe(expected.replace(/^\d+ /, ""));
});

test("five answers, and a refused one is none of them", async () => {
  await world.typed();
  const answers = [];
  for (const text of ["1", "", "2", "3", "4", "5", "6"]) answers.push(await world.answer({ text }));
  expect(answers).toEqual(["ok", "400 no_text", "ok", "ok", "ok", "ok", "404 used_url"]);
  expect(world.haber.whispers(world.ayse)).toHaveLength(5);
  expect(await world.answer({ text: "a" }, world.last().response_url.replace(/x[^/]*$/, "x"))).toBe("404 no_service");
});

test.each([
  ["get", { method: "GET" }],
  ["no JSON", { method: "POST", body: "{" }],
  ["a list", { method: "POST", body: "[]" }],
])("an answer that is none: %s", async (_what, init) => {
  await world.typed();
  const response = await fetch(world.last().response_url, init);
  expect([response.status, await response.json()]).toEqual([400, { ok: false, error: "invalid_payload" }]);
});

test("a field that Slack does not know fails the test that sent it", async () => {
  await world.typed();
  await world.answer({ text: "a", colour: "red" });
  expect(() => world.slack.check()).toThrow("colour");
});

test.each(["posted", "whispered"] as const)("under a message that was %s: replaced, then removed", async (how) => {
  const { ayse, haber } = world;
  await world[how]();
  await world.answer({ text: "Tamam", blocks: [], replace_original: true });
  expect(ayse.reads(haber).map(({ text, edits }) => [text, edits])).toEqual([["Tamam", 1]]);
  await world.answer({ text: "Herkese", response_type: "in_channel", replace_original: false });
  expect(haber.seen().map((one) => one.text)).toContain("Herkese");
  await world.answer({ delete_original: true });
  expect(ayse.reads(haber).map((one) => one.text)).toEqual(["Herkese"]);
});

const modal = { type: "modal" as const, title: { type: "plain_text" as const, text: "Konu" }, blocks: [] };
const open = (w: typeof world, trigger_id = w.last().trigger_id) => said(w.web.views.open({ trigger_id, view: modal }));
const titled = (text: string) => ({ ...modal, title: { ...modal.title, text } });
type Opening = [what: string, call: (w: typeof world) => Promise<unknown>, said: string];
test.each<Opening>([
  ["at once", (w) => open(w), "ok"],
  ["twice", (w) => open(w).then(() => open(w)), "exchanged_trigger_id"],
  ["after three seconds", (w) => ((clock.now += 3000), open(w)), "expired_trigger_id"],
  ["with a ticket of nobody", (w) => open(w, "1.2.3"), "invalid_trigger_id"],
  [
    "in another workspace",
    (w) => {
      const other = client(w.slack, w.slack.addTeam({ name: "kriz" }).token);
      return said(other.views.open({ trigger_id: w.last().trigger_id, view: modal }));
    },
    "invalid_trigger_id",
  ],
  ["without a ticket", (w) => said(w.web.apiCall("views.open", { view: modal })), "invalid_arguments"],
  [
    "with a title of 25",
    (w) => said(w.web.views.open({ trigger_id: w.last().trigger_id, view: titled("a".repeat(25)) })),
    "invalid_arguments",
  ],
  ["above none", (w) => said(w.web.views.push({ trigger_id: w.last().trigger_id, view: modal })), "not_found"],
  [
    "above three",
    async (w) => {
      await open(w);
      for (const count of [2, 3, 4]) {
        await w.typed();
        const pushed = await said(w.web.views.push({ trigger_id: w.last().trigger_id, view: modal }));
        if (count === 4) return pushed;
      }
      return "";
    },
    "push_limit_reached",
  ],
  ["changed by nobody's id", (w) => said(w.web.views.update({ view_id: "V0", view: modal })), "not_found"],
  [
    "changed by an old hash",
    async (w) => {
      await open(w);
      const { id, hash } = w.team.state.modals.get(w.ayse.id)![0]!;
      await w.web.views.update({ view_id: id, hash, view: titled("Yeni") });
      return said(w.web.views.update({ view_id: id, hash, view: modal }));
    },
    "hash_conflict",
  ],
])("a modal %s", async (_what, call, expected) => {
  await world.typed();
  expect(await call(world)).toBe(expected);
  world.slack.check();
});

test("a home page is there for who opens it, if the app has one", async () => {
  const view = { type: "home" as const, blocks };
  await world.web.views.publish({ user_id: world.ayse.id, view });
  expect((await world.ayse.opensHome())?.body["type"]).toBe("home");
  expect(world.slack.told.map((one) => one.event.type)).toEqual(["app_home_opened"]);
  await world.ayse.pressesInView("Takip et");
  expect(world.last()).toMatchObject({ container: { type: "view" }, actions: [{ action_id: "follow", value: "tdt" }] });
  const bare = await createSlack();
  const team = bare.addTeam({ name: "kriz" });
  const refused = await said(client(bare, team.token).views.publish({ user_id: team.addUser("a").id, view }));
  await bare.close();
  expect(refused).toBe("not_enabled");
});
