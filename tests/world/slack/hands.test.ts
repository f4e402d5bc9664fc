import { afterEach, beforeEach, expect, test } from "vitest";
import { boltOn } from "./bolt.js";
import { client, said } from "./client.js";
import { createSlack, type SlackOptions } from "./slack.js";

const open: (() => Promise<unknown>)[] = [];
let world: Awaited<ReturnType<typeof createWorld>>;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A Slack whose app takes events and greets where it is let in. */
async function createWorld(options: SlackOptions = {}, scopes?: string[]) {
  const slack = await createSlack({ again: [], rates: { channelGap: 0, jitter: 0 }, ...options });
  open.push(() => slack.close());
  const team = slack.addTeam({ name: "yardim", ...(scopes === undefined ? {} : { scopes }) });
  const ayse = team.addUser("ayse", { admin: true });
  const mehmet = team.addUser("mehmet");
  const haber = team.addChannel({ name: "haber", bot: true, members: [ayse] });
  const gizli = team.addChannel({ name: "gizli", kind: "private", bot: true, members: [ayse] });
  const bos = team.addChannel({ name: "bos", members: [ayse] });
  const { app, stop } = boltOn(slack, team.token);
  app.event("member_joined_channel", async ({ event, say }) => {
    if (event.user === team.botUser) await say("Merhaba!");
  });
  await app.start();
  open.push(stop);
  const web = client(slack, team.token);
  return { slack, team, ayse, mehmet, haber, gizli, bos, web };
}

type World = typeof world;
const names = (w: World) => w.slack.told.map(({ event }) => event.type);

test.each<[what: string, act: (w: World) => Promise<unknown>, told: (w: World) => object[]]>([
  [
    "the bot is invited",
    (w) => w.ayse.invites(w.bos),
    (w) => [{ type: "member_joined_channel", user: w.team.botUser, channel: w.bos.id, inviter: w.ayse.id }],
  ],
  [
    "the bot goes in by itself",
    (w) => w.web.conversations.join({ channel: w.bos.id }),
    (w) => [{ type: "member_joined_channel", user: w.team.botUser, channel: w.bos.id }],
  ],
  ["it was there already", (w) => w.web.conversations.join({ channel: w.haber.id }), () => []],
  ["it is put out", (w) => w.ayse.removes(w.haber), (w) => [{ type: "channel_left", channel: w.haber.id }]],
  ["out of a private one", (w) => w.ayse.removes(w.gizli), (w) => [{ type: "group_left", channel: w.gizli.id }]],
  [
    "somebody comes",
    (w) => w.mehmet.joins(w.haber),
    (w) => [{ type: "member_joined_channel", user: w.mehmet.id, channel: w.haber.id }],
  ],
  [
    "somebody goes",
    (w) => w.ayse.leaves(w.haber),
    (w) => [{ type: "member_left_channel", user: w.ayse.id, channel: w.haber.id }],
  ],
  ["somebody comes where the bot is not", (w) => w.mehmet.joins(w.bos), () => []],
  ["a channel is archived", (w) => w.ayse.archives(w.haber), (w) => [{ type: "channel_archive", user: w.ayse.id }]],
  ["a private one", (w) => w.ayse.archives(w.gizli), () => [{ type: "group_archive" }]],
  [
    "and comes back",
    (w) => w.ayse.archives(w.haber).then(() => w.ayse.unarchives(w.haber)),
    () => [{ type: "channel_archive" }, { type: "channel_unarchive" }],
  ],
  ["a channel is deleted", (w) => w.ayse.deletes(w.haber), (w) => [{ type: "channel_deleted", channel: w.haber.id }]],
  ["a private one too", (w) => w.ayse.deletes(w.gizli), () => [{ type: "group_deleted" }]],
  [
    "a channel gets another id",
    (w) => w.ayse.changesId(w.haber),
    (w) => [{ type: "channel_id_changed", new_channel_id: w.haber.id }],
  ],
  [
    "the app is removed",
    (w) => w.ayse.uninstalls(),
    (w) => [{ type: "tokens_revoked", tokens: { oauth: [], bot: [w.team.botUser] } }, { type: "app_uninstalled" }],
  ],
])("told when %s", async (_what, act, told) => {
  await act(world);
  await Promise.all(world.slack.told.map((one) => one.settled));
  expect(world.slack.told.map(({ event }) => event)).toMatchObject(told(world));
  expect(world.slack.told.map(({ attempts }) => attempts.map((one) => one.kind))).toEqual(
    told(world).map(() => ["taken"]),
  );
});

test("who invites the bot sees how it greets", async () => {
  const { shown } = await world.ayse.invites(world.bos, { answers: 1 });
  expect(shown.map((one) => one.text)).toEqual(["Merhaba!"]);
});

const post = (w: World, channel: { id: string }) => said(w.web.chat.postMessage({ channel: channel.id, text: "a" }));
test.each<[what: string, act: (w: World) => Promise<unknown>, said: string]>([
  ["it was put out", (w) => w.ayse.removes(w.haber), "not_in_channel"],
  ["the channel was archived", (w) => w.ayse.archives(w.haber), "is_archived"],
  ["the channel was deleted", (w) => w.ayse.deletes(w.haber), "channel_not_found"],
  ["the app was removed", (w) => w.ayse.uninstalls(), "account_inactive"],
])("the bot cannot post after %s", async (_what, act, expected) => {
  expect(await post(world, world.haber)).toBe("ok");
  await act(world);
  expect(await post(world, world.haber)).toBe(expected);
});

test.each<[what: string, act: (w: World) => Promise<unknown>, why: string]>([
  ["a command from outside", (w) => w.mehmet.slash(w.haber, "/tellal", ""), "not in #haber"],
  ["a command in a private channel of others", (w) => w.mehmet.slash(w.gizli, "/tellal", ""), "sees no channel"],
  [
    "a command where nothing is said any more",
    (w) => w.ayse.archives(w.haber).then(() => w.ayse.slash(w.haber, "/tellal", "")),
    "is archived",
  ],
  [
    "a command of an app that is gone",
    (w) => w.ayse.uninstalls().then(() => w.ayse.slash(w.haber, "/tellal", "")),
    "not installed",
  ],
  [
    "a command by somebody who left",
    (w) => w.team.addUser("eski", { deactivated: true }).slash(w.haber, "/tellal", ""),
    "deactivated",
  ],
  ["a mention from outside", (w) => w.mehmet.mentions(w.haber, "topics"), "not in #haber"],
  ["inviting from outside", (w) => w.mehmet.invites(w.bos), "not in #bos"],
  ["inviting twice", (w) => w.ayse.invites(w.haber), "already"],
  ["putting out who is not there", (w) => w.ayse.removes(w.bos), "not in the channel"],
  ["deleting without the right", (w) => w.mehmet.deletes(w.haber), "no admin"],
  ["uninstalling without the right", (w) => w.mehmet.uninstalls(), "no admin"],
  [
    "a button that is not there",
    async (w) => {
      await post(w, w.haber);
      return w.ayse.presses(w.haber.seen()[0]!, "Takip et");
    },
    "no button",
  ],
  [
    "a button under a message that is gone",
    async (w) => {
      await post(w, w.haber);
      const [seen] = w.haber.seen();
      await w.web.chat.delete({ channel: w.haber.id, ts: seen!.ts });
      return w.ayse.presses(seen!, "Takip et");
    },
    "does not see",
  ],
  [
    "a button that was whispered to somebody else",
    async (w) => {
      await w.web.chat.postEphemeral({ channel: w.haber.id, user: w.ayse.id, text: "a" });
      return w.mehmet.presses(w.haber.whispers(w.ayse)[0]!, "Takip et");
    },
    "does not see",
  ],
])("Slack lets nobody do: %s", async (_what, act, why) => {
  await expect(act(world)).rejects.toThrow(why);
});

test.each<[what: string, options: SlackOptions, scopes: string[] | undefined, told: string[]]>([
  ["with all scopes", {}, undefined, ["app_mention", "channel_archive"]],
  ["without app_mentions:read", {}, ["channels:read", "chat:write"], ["channel_archive"]],
  ["without channels:read", {}, ["app_mentions:read", "chat:write"], ["app_mention"]],
  ["subscribed to one", { events: ["app_mention"] }, undefined, ["app_mention"]],
])("events come as far as the app may hear them: %s", async (_what, options, scopes, told) => {
  const w = await createWorld(options, scopes);
  await w.ayse.mentions(w.haber, "topics", { answers: 0 });
  await w.ayse.archives(w.haber);
  expect(names(w)).toEqual(told);
});
