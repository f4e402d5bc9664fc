import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { boltOn } from "./bolt.js";
import { client, said } from "./client.js";
import { createSlack, type SlackOptions } from "./slack.js";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function world(options: SlackOptions = {}) {
  const slack = await createSlack(options);
  open.push(() => slack.close());
  const team = slack.addTeam({ name: "yardim" });
  const ayse = team.addUser("ayse");
  const haber = team.addChannel({ name: "haber", bot: true, members: [ayse] });
  const web = client(slack, slack.appToken);
  const bolt = () => {
    const made = boltOn(slack, team.token);
    open.push(made.stop);
    return made;
  };
  const link = async () => String((await web.apps.connections.open()).url);
  return { slack, team, ayse, haber, web, bolt, link };
}

/** A connection without a library: what it was sent, and the word that ended it. */
async function raw(url: string) {
  const socket = new WebSocket(url);
  const heard: { type: string; reason?: string; envelope_id?: string; retry_attempt?: number }[] = [];
  let over: string | null = null;
  socket.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString()) as (typeof heard)[number]));
  socket.on("unexpected-response", (_request, response) => (over = `HTTP ${response.statusCode}`));
  socket.on("close", (code) => (over ??= String(code)));
  socket.on("error", () => {});
  open.push(async () => socket.terminate());
  await expect.poll(() => heard.length > 0 || over !== null).toBe(true);
  const acknowledge = (id: unknown) => socket.send(JSON.stringify({ envelope_id: id }));
  return { socket, heard, over: () => over, acknowledge };
}

test("Bolt answers a command by its address, to who typed it alone", async () => {
  const { slack, team, ayse, haber, bolt } = await world();
  const mehmet = team.addUser("mehmet");
  const { app } = bolt();
  app.command("/tellal", async ({ ack, respond, command }) => {
    await ack();
    await respond(`${command.text} takip ediliyor`);
  });
  await app.start();
  const { shown, failure } = await ayse.slash(haber, "/tellal", "subscribe a&b");
  expect([failure, shown.map((one) => [one.text, one.whispered])]).toEqual([
    null,
    [["subscribe a&b takip ediliyor", true]],
  ]);
  expect(slack.sockets.envelopes).toMatchObject([{ type: "slash_commands", outcome: "acknowledged" }]);
  expect([haber.whispers(mehmet), haber.seen()]).toEqual([[], []]);
  slack.check();
});

test("a button in a channel: Bolt changes its message, and answers who pressed it", async () => {
  const { slack, ayse, haber, team, bolt } = await world();
  const { app } = bolt();
  app.action({ type: "block_actions" }, async ({ ack, respond }) => {
    await ack();
    await respond({ text: "Takip ediliyor", blocks: [], replace_original: true });
    await respond({ text: "Yalnız sana", replace_original: false, response_type: "ephemeral" });
  });
  await app.start();
  const button = { type: "button", text: { type: "plain_text", text: "Takip et" }, action_id: "follow", value: "tdt" };
  const blocks = [{ type: "actions", elements: [button] }];
  await client(slack, team.token).chat.postMessage({ channel: haber.id, text: "Konu", blocks });
  const { shown } = await ayse.presses(ayse.reads(haber)[0]!, "Takip et", { answers: 2 });
  expect(shown.map(({ text, whispered, edits }) => [text, whispered, edits])).toEqual([
    ["Takip ediliyor", false, 1],
    ["Yalnız sana", true, 0],
  ]);
});

test("a mention is heard where the bot is, and nowhere else", async () => {
  const { slack, team, ayse, haber, bolt } = await world();
  const strange = team.addChannel({ name: "strange", members: [ayse] });
  const { app } = bolt();
  app.event("app_mention", async ({ event, say }) => void (await say(`Duydum: ${event.text}`)));
  await app.start();
  expect((await ayse.mentions(strange, "topics")).shown).toEqual([]);
  const { shown } = await ayse.mentions(haber, "topics");
  expect(shown.map((one) => one.text)).toEqual([`Duydum: @${team.botUser} topics`]);
  expect(slack.told.map(({ event, attempts }) => [event.type, attempts.length])).toEqual([["app_mention", 1]]);
});

test("a modal: opened by a command, sent back with a fault, then taken", async () => {
  const { slack, ayse, haber, bolt } = await world();
  const { app } = bolt();
  app.command("/tellal", async ({ ack, client, body }) => {
    await ack();
    const element = { type: "plain_text_input" as const, action_id: "word" };
    const label = { type: "plain_text" as const, text: "Kelime" };
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: "modal",
        callback_id: "add",
        title: { type: "plain_text", text: "Konu" },
        submit: { type: "plain_text", text: "Ekle" },
        blocks: [{ type: "input", block_id: "b", label, element }],
      },
    });
  });
  app.view("add", async ({ ack, view }) => {
    const word = view.state.values["b"]?.["word"]?.value;
    await (word === "?" ? ack({ response_action: "errors", errors: { b: "Kelime değil" } }) : ack());
  });
  await app.start();
  expect((await ayse.slash(haber, "/tellal", "add")).modal).toMatchObject({ body: { callback_id: "add" } });
  expect(await ayse.submits({ word: "?" })).toMatchObject({ errors: { b: "Kelime değil" }, failure: null });
  await expect(ayse.submits({})).rejects.toThrow("must be filled in");
  expect(await ayse.submits({ word: "deprem" })).toMatchObject({ errors: {}, failure: null, modal: null });
  await expect(ayse.submits({})).rejects.toThrow("no modal");
  slack.check();
});

test("a command that nobody takes in time fails before its person; what is said too late is known", async () => {
  const { slack, ayse, haber, link } = await world({ promptly: 60 });
  expect((await ayse.slash(haber, "/tellal", "topics")).failure).toBe("dispatch_failed");
  const peer = await raw(await link());
  expect((await ayse.slash(haber, "/tellal", "topics")).failure).toBe("operation_timeout");
  expect(slack.sockets.envelopes).toMatchObject([{ outcome: "missing" }]);
  peer.acknowledge(slack.sockets.envelopes[0]?.id);
  await expect.poll(() => slack.sockets.envelopes[0]?.outcome).toBe("late");
  peer.acknowledge("nothing");
  await expect.poll(() => slack.sockets.strays.length).toBe(1);
});

test("an event that is not taken comes three times more, with its number, then no more", async () => {
  const { slack, ayse, haber, link } = await world({ promptly: 150, again: [0, 0, 0] });
  const peer = await raw(await link());
  await ayse.mentions(haber, "topics", { answers: 0 });
  await slack.told[0]?.settled;
  const tries = peer.heard.filter(({ type }) => type === "events_api");
  expect(tries.map((one) => one.retry_attempt)).toEqual([0, 1, 2, 3]);
  expect(new Set(tries.map((one) => one.envelope_id)).size).toBe(4);
  expect(slack.sockets.envelopes.map((one) => one.outcome)).toEqual(["missing", "missing", "missing", "missing"]);
  expect(new Set(slack.sockets.envelopes.map((one) => JSON.stringify(one.payload))).size).toBe(1);
});

test("each envelope goes to one of several connections, to each in turn", async () => {
  const { slack, ayse, haber, link } = await world();
  const peers = [await raw(await link()), await raw(await link())];
  for (const peer of peers) {
    peer.socket.on("message", (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id?: string };
      if (id !== undefined) peer.acknowledge(id);
    });
  }
  for (const text of ["1", "2", "3", "4"]) await ayse.slash(haber, "/tellal", text, { answers: 0 });
  expect(slack.sockets.envelopes.map((one) => one.connection).sort((a, b) => a - b)).toEqual([1, 1, 2, 2]);
  expect(peers.map(({ heard }) => heard.filter((one) => one.type === "slash_commands").length)).toEqual([2, 2]);
});

test.each(["refresh", "warn", "disable", "cut"] as const)("Bolt comes again after: %s", async (end) => {
  const { slack, ayse, haber, bolt } = await world();
  const { app } = bolt();
  app.command("/tellal", async ({ ack }) => ack("Buradayım"));
  await app.start();
  slack.sockets[end]();
  await expect.poll(() => slack.sockets.greeted(), { timeout: 10_000 }).toBe(2);
  expect((await ayse.slash(haber, "/tellal", "")).shown.map((one) => one.text)).toEqual(["Buradayım"]);
});

test("an address is for one connection, and not for long", async () => {
  const clock = { now: Date.UTC(2026, 9, 8, 9) };
  const { link } = await world({ clock: () => clock.now });
  const url = await link();
  expect((await raw(url)).heard[0]?.type).toBe("hello");
  expect((await raw(url)).over()).toBe("HTTP 401");
  const late = await link();
  clock.now += 30_000;
  expect((await raw(late)).over()).toBe("HTTP 401");
  expect((await raw(late.replace(/ticket=[^&]+/, "ticket=forged"))).over()).toBe("HTTP 401");
});

test("an app holds ten connections", async () => {
  const { link } = await world({ rates: { tierFactor: 2 } });
  for (let count = 0; count < 10; count += 1) expect((await raw(await link())).heard[0]?.type).toBe("hello");
  expect((await raw(await link())).heard[0]).toEqual({ type: "disconnect", reason: "too_many_websockets" });
});

test.each<[string, (w: Awaited<ReturnType<typeof world>>) => Promise<unknown> | void, string | number]>([
  ["of the app", () => {}, "ok"],
  ["that was revoked", (w) => w.slack.killApp(), "invalid_auth"],
  ["without its scope", (w) => w.slack.app.tokenScopes.clear(), "missing_scope"],
  [
    "that opens too often",
    async (w) => {
      for (let call = 0; call < 10; call += 1) await w.link();
    },
    60,
  ],
])("Socket Mode with a token %s", async (_what, before, expected) => {
  const w = await world({ clock: () => Date.UTC(2026, 9, 8, 9) });
  await before(w);
  expect(await said(w.web.apps.connections.open())).toBe(expected);
  w.slack.check();
});
