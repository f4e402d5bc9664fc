import { expect, test } from "vitest";
import { createSlackMessenger } from "../../src/chat/slack/messenger.js";
import { createTelegramMessenger } from "../../src/chat/telegram/messenger.js";
import type { Messenger } from "../../src/core/message/messenger.js";
import { words } from "../core/message/locales.js";
import { minute, start } from "../store/open.js";
import { figure } from "../torture/figure.js";
import { createSlack } from "../world/slack/slack.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { createProcess, createWorld, item } from "./rig.js";
import { createTime } from "./virtual-time.js";

const token = "7000000003:AAtest-token-of-nobody-0123456789abcdef";
const count = 50;

/** 50 chats that are owed one story, over a real client of the platform, with a clock that both of them go by. */
async function owed(platform: "telegram" | "slack", uncertain: "resend" | "skip") {
  const time = createTime(start);
  const telegram = await createTelegram({ token, clock: time.clock });
  const slack = await createSlack({ clock: time.clock });
  const team = slack.addTeam({ name: "kizilay" });
  const log = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
  const people = Array.from({ length: count }, (_, n) =>
    telegram.user({ first_name: `Kişi ${n}`, username: `kisi_${n}`, started: true }),
  );
  const rooms = Array.from({ length: count }, (_, n) => team.addChannel({ name: `oda-${n}`, bot: true }));
  const parts = { words, clock: time.clock };
  const messenger: Messenger =
    platform === "telegram"
      ? createTelegramMessenger({ ...parts, token, apiRoot: telegram.url })
      : createSlackMessenger({ ...parts, token: team.token, apiUrl: slack.url, interactive: false, log });
  const lane = platform === "telegram" ? "telegram" : `slack:${team.id}`;
  const chats =
    platform === "telegram" ? people.map(({ id }) => `telegram:${id}`) : rooms.map(({ id }) => `${lane}/${id}`);
  const world = createWorld();
  Object.assign(world.messenger, messenger);
  const process = await createProcess(world, {
    uncertain,
    lanes: [lane],
    pace: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    from: {
      feeds: [{ id: "guncel", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
    },
  });
  world.show("guncel", [item(1, "Kızılay toplandı")]);
  await process.poll(start);
  await process.readAll(start);
  return {
    telegram,
    slack,
    process,
    /** One round after the other, a second apart, until nothing is owed. */
    async play(rounds: number) {
      const skipped: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        skipped.push(...(await process.deliver(lane, time.clock())).skipped);
        time.pass(1_000);
      }
      return skipped;
    },
    seen: () =>
      platform === "telegram"
        ? people.map(({ chat }) => telegram.posts().filter((post) => post.chat === chat.id).length)
        : rooms.map((room) => room.seen().length),
    async close() {
      telegram.expectHonest();
      slack.check();
      await Promise.all([telegram.close(), slack.close()]);
    },
  };
}

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);

test("Slack accepts 50 posts and breaks off before it answers: none is lost, none comes twice", async () => {
  const world = await owed("slack", "resend");
  world.slack.plan("chat.postMessage", { reset: "after" }, { times: count });
  await world.play(90);
  expect(world.seen()).toEqual(Array.from({ length: count }, () => 1));
  expect((await world.process.store.summary()).deliveries).toMatchObject({ sent: count, owed: 0, sending: 0 });
  figure({ what: "Slack accepts, then breaks off", runs: count, lost: 0, doubled: 0 });
  await world.close();
});

test("Slack breaks off before it accepts: its history has none, and all are sent", async () => {
  const world = await owed("slack", "resend");
  world.slack.plan("chat.postMessage", { reset: "before" }, { times: count });
  await world.play(110);
  expect(world.seen()).toEqual(Array.from({ length: count }, () => 1));
  await world.close();
});

test("Telegram accepts 50 and breaks off: none is lost, each comes once more at most, marked as a repeat", async () => {
  const world = await owed("telegram", "resend");
  world.telegram.plan({ method: "sendMessage", times: count }, { kind: "reset", accepted: true });
  await world.play(90);
  expect(world.seen()).toEqual(Array.from({ length: count }, () => 2));
  const marked = world.telegram.posts().filter(({ text }) => text.startsWith(words("tr")("mark-repeat")));
  expect(marked).toHaveLength(count);
  figure({
    what: "Telegram accepts, then breaks off",
    runs: count,
    lost: 0,
    doubled: count,
    more: "each marked as a repeat",
  });
  expect(world.telegram.counts.tooMany).toBe(0);
  await world.close();
});

test("Telegram with `skip`: none comes twice, and each that was skipped is listed", async () => {
  const world = await owed("telegram", "skip");
  world.telegram.plan({ method: "sendMessage", times: count / 2 }, { kind: "reset", accepted: true });
  world.telegram.plan({ method: "sendMessage", times: count / 2 }, { kind: "bad gateway", accepted: false });
  const skipped = await world.play(60);
  expect(sum(world.seen())).toBe(count / 2);
  expect(new Set(skipped).size).toBe(count);
  const listed = world.process.logged.filter(({ text }) => text.startsWith("delivery was skipped"));
  expect(listed).toHaveLength(count);
  await world.close();
});
