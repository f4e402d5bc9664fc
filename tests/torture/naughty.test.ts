import { sql } from "kysely";
import { expect, test } from "vitest";
import { parseKeyword } from "../../src/core/match/parse.js";
import { createMatcher } from "../../src/core/match/matcher.js";
import { readQuery } from "../../src/core/match/search.js";
import type { Message } from "../../src/core/message/message.js";
import { storyPost } from "../../src/core/message/posts.js";
import { renderConsole, plainPaint } from "../../src/core/message/console.js";
import { renderSlack } from "../../src/core/message/slack.js";
import { renderTelegram } from "../../src/core/message/telegram.js";
import { item, pageOf, read, rig } from "../app/rig.js";
import { talk } from "../app/commands/talk.js";
import { words } from "../core/message/locales.js";
import { attendee, viewOf } from "../core/message/model-brief.js";
import { readSlack } from "../core/message/slack-reader.js";
import { parseTelegram } from "../core/message/telegram-parser.js";
import { minute, start } from "../store/open.js";
import { messageFaults } from "../world/slack/blocks.js";
import type { Json } from "../world/slack/shapes.js";
import { figure, isFull } from "./figure.js";
import { naughty } from "./naughty-strings.js";

const all = Object.values(naughty).flat();
const unseen = /\p{Cc}|\p{Surrogate}|[\u2028-\u202E\uFEFF]/u;

/** Whether a message is one that all three platforms take, and nothing in it acts. */
function checkMessage(message: Message): void {
  const { text, preview, keyboard } = renderTelegram(message);
  const parsed = parseTelegram(text);
  expect(parsed.text.length).toBeLessThanOrEqual(4_096);
  expect(parsed.text.replaceAll("\n", "")).not.toMatch(unseen);
  expect(parsed.text).not.toMatch(/(?<![\p{L}\p{N}_])@\w/u);
  const rendered = renderSlack(message, { interactive: true });
  const { lines, links } = readSlack(rendered.blocks);
  expect(lines.join("")).not.toMatch(unseen);
  expect(rendered.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
  const addresses = [
    ...parsed.entities.flatMap(({ url }) => url ?? []),
    ...keyboard.flat().flatMap(({ url }) => url ?? []),
    ...(preview === null ? [] : [preview]),
    ...links,
  ];
  expect(addresses.filter((link) => !/^https?:\/\/|^tg:\/\/user\?id=\d+$/u.test(link))).toEqual([]);
  const shown = renderConsole(message, { width: 80, paint: plainPaint });
  expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u2028-\u202E\u2066-\u2069]|\p{Surrogate}/u);
}

/** Answers have forms that posts have not: Slack's own rules for all of its blocks hold for them. */
function checkAnswer(message: Message): void {
  const parsed = parseTelegram(renderTelegram(message).text);
  expect(parsed.text.length).toBeLessThanOrEqual(4_096);
  expect(parsed.text.replaceAll("\n", "")).not.toMatch(unseen);
  const { text, blocks } = renderSlack(message, { interactive: true });
  expect(messageFaults(JSON.parse(JSON.stringify(blocks)) as Json)).toEqual([]);
  expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
}

test("there are three hundred of them and more, none twice", () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(new Set(all).size).toBe(all.length);
});

test.each(Object.entries(naughty))("%s, in every field of a post, on every platform", (_, strings) => {
  for (const text of strings) {
    const view = viewOf(
      {
        title: text,
        lead: text,
        place: { city: text, country: "TR", start: 0, end: 0 },
        attendees: [attendee(text === "" ? "x" : text, { title: text, honorifics: [text], for: text })],
        groups: [{ text, start: 0, end: 0 }],
        decisions: [{ text: text === "" ? "x" : text, kind: "signed", start: 0, end: 0 }],
      },
      { link: text, source: text, topics: [{ id: "t", name: { tr: text, en: text } }] },
    );
    checkMessage(storyPost(view, "tr", words));
    checkMessage(storyPost(view, "en", words));
  }
});

test.each(Object.entries(naughty))("%s, as keyword and as question: read or refused with a place", (_, strings) => {
  const outside = strings.flatMap((text) => {
    readQuery(text);
    const parsed = parseKeyword(text);
    if (parsed.kind === "fault") return parsed.at > text.length ? [{ start: parsed.at, end: text.length }] : [];
    const matcher = createMatcher([{ id: "t", name: { tr: "t", en: "t" }, keywords: [text] }]);
    const fields = { title: text, body: `Kızılay ${text} toplandı.` };
    return matcher.match(fields).filter(({ field, start, end }) => end <= start || end > fields[field].length);
  });
  expect(outside).toEqual([]);
});

test("as titles of a feed: recorded letter by letter, sent, and found again", async () => {
  const { world, process } = await rig();
  const some = isFull ? all : all.filter((_, at) => at % 6 === 0);
  const items = some.map((text, at) => item(at + 1, `Kızılay ${text}`, { published: start + at, spot: text }));
  world.answer("guncel", read(items));
  for (const one of items) world.page(one.link, pageOf(one, one.spot ?? ""));
  await process.all(start + minute);
  const rows = await process.db.selectFrom("stories").select(["id", "title"]).execute();
  const kept = new Map(rows.map(({ id, title }) => [id, title]));
  // A database holds no half characters.
  const whole = (text = "") => text.replaceAll(/\p{Surrogate}|\uFFFD/gu, "\uFFFD").replaceAll(/\uFFFD+/gu, "\uFFFD");
  for (const one of items) expect([one.id, whole(kept.get(one.id))]).toEqual([one.id, whole(one.title)]);
  for (const { message } of world.posts) checkMessage(message);
  expect(await process.store.summary()).toMatchObject({ stories: some.length, deliveries: { owed: 0, dead: 0 } });
});

/** Each command that takes words of its user, from somebody who may do everything. */
const asked = (text: string) => [
  `keyword test kizilay ${text}`,
  `keyword add kizilay ${text}`,
  `keyword remove kizilay ${text}`,
  `keyword list ${text}`,
  `topic add ${text} ${text} | ${text}`,
  `topic rename tdt ${text}`,
  `topic remove ${text}`,
  `feed add ${text} ${text}`,
  `feed check ${text}`,
  `admin add ${text}`,
  `audit ${text}`,
  `search ${text}`,
  `who ${text}`,
  `latest ${text}`,
  `subscribe ${text}`,
  `mute ${text}`,
  `why ${text}`,
  `brief ${text}`,
  `broadcast ${text}`,
  `settings ${text}`,
  `confirm ${text}`,
  text,
];

test("in every command: an answer that can be shown, and a database that is whole", { timeout: 300_000 }, async () => {
  const boss = "telegram:1";
  const { ears, time, process, store } = await talk({ admins: [boss] });
  const some = isFull ? all : all.filter((_, at) => at % 12 === 0);
  let [runs, answers] = [0, 0];
  for (const text of some) {
    for (const said of asked(text)) {
      const list = said.split(/\s+/u).filter((word) => word !== "");
      const behind = said.slice(said.indexOf(" ") + 1);
      time.now += minute;
      runs += 1;
      const ask = { chat: boss, from: boss, language: "tr" as const, isAdmin: async () => true, words: list, behind };
      const reply = await ears.answer(ask);
      for (const message of reply?.messages ?? []) checkAnswer(message);
      answers += reply?.messages.length ?? 0;
    }
  }
  expect(answers).toBeGreaterThan(runs / 2);
  expect((await sql<object>`pragma integrity_check`.execute(process.db)).rows).toEqual([{ integrity_check: "ok" }]);
  expect((await sql<object>`pragma foreign_key_check`.execute(process.db)).rows).toEqual([]);
  const topics = await store.topics.list();
  expect(topics.map(({ id }) => id)).toEqual(expect.arrayContaining(["kizilay", "tdt"]));
  figure({
    what: "naughty strings, in fields, titles, keywords and commands",
    runs: 2 * all.length + all.length + runs,
    harmless: all.length,
    more: `${all.length} strings, ${runs} commands`,
  });
});
