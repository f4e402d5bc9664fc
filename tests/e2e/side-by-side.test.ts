import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { read, until } from "../cli/several.js";
import { laterStories, neighbours, owns, type Own, type Talk } from "./neighbours.js";
import { hour, story } from "./stories.js";

/** What tells of somebody's own things: words that stand in nobody else's answers. */
const marks = {
  all: ({ name, keyword, zone, person, story: { title } }: Own) => [name, zone, title, person, `“${keyword}”`],
  names: ({ name, keyword, zone }: Own) => [name, zone, `“${keyword}”`],
  titles: ({ name, story: { title } }: Own) => [name, title],
};

/** Each question with what of its own a chat is to be told by the answer. */
const questions: [line: string, mine: (own: Own) => string][] = [
  ["topics", ({ name }) => name],
  ["keyword list ozel", ({ keyword }) => keyword],
  ["latest", ({ story: { title } }) => title],
  ["latest ozel 3", ({ story: { title } }) => title],
  ["search Valisi katıldı", ({ story: { title } }) => title],
  ["decisions", ({ story: { title } }) => title],
  ["decisions ozel 3", ({ story: { title } }) => title],
  ["stats", ({ name }) => name],
  ["audit", ({ keyword }) => `“${keyword}”`],
  ["settings", ({ zone }) => zone],
  ["mute", ({ name }) => name],
  ["help", () => ""],
  ["status", () => ""],
  ["feed list", () => ""],
  ["admin list", () => ""],
];

/** What somebody may ask about another chat's things, and what of these the answer must not have: what stands in the question itself does not count. */
const probes: [line: (own: Own, topic: string, token: string) => string, mark: keyof typeof marks][] = [
  [({ story: { id } }) => `more people aa:${id}`, "all"],
  [({ story: { id } }) => `more decisions aa:${id}`, "all"],
  [({ story: { id } }) => `hush aa:${id}`, "all"],
  [({ story: { id } }) => `irrelevant aa:${id}`, "all"],
  [({ person }) => `who ${person}`, "titles"],
  [({ keyword }) => `search ${keyword}`, "titles"],
  [(_own, topic) => `latest ${topic}`, "all"],
  [(_own, topic) => `decisions ${topic}`, "all"],
  [(_own, topic) => `stats ${topic}`, "all"],
  [(_own, topic) => `subscribe ${topic}`, "all"],
  [(_own, topic) => `mute ${topic} 1d`, "all"],
  [(_own, topic) => `keyword list ${topic}`, "all"],
  [(_own, topic) => `keyword add ${topic} yabancı`, "all"],
  [(_own, topic) => `topic rename ${topic} Yabancı`, "all"],
  [(_own, topic) => `topic remove ${topic}`, "all"],
  [(_own, _topic, token) => `confirm ${token}`, "all"],
];

/** Asks in a chat and holds the answer to saying nothing of others' things. */
async function asked({ name, own, asks }: Talk, line: string, mine: string, mark: keyof typeof marks): Promise<string> {
  const told = await asks(line, mine);
  const foreign = owns.filter((one) => one !== own).flatMap(marks[mark]);
  expect({ name, line, foreign: foreign.filter((one) => told.includes(one)) }).toEqual({ name, line, foreign: [] });
  return told;
}

test(
  "two installed workspaces, two bots and their chats side by side: nothing of one is visible in another",
  { timeout: 300_000 },
  async () => {
    const { site, chats, slack, alike, end } = await neighbours();
    for (const [one, other] of alike) expect(one).toBe(other);

    // All call their topic the same, and none learns of it.
    for (const { asks, own } of chats) {
      await asks(`topic own ozel ${own.name} | ${own.name}`, own.name);
      await asks(`keyword add ozel ${own.keyword}`, `“${own.keyword}”`);
      await asks(`settings zone ${own.zone}`, own.zone);
    }
    const first = owns.map((own) => own.story);
    site.show("guncel", [...first, story(101, hour)]);
    await Promise.all(
      chats.map(async ({ own, seen }) => {
        while (!seen().includes(own.story.title)) await sleep(20);
      }),
    );

    await Promise.all(
      chats.map(async (chat) => {
        for (const [line, mine] of questions) await asked(chat, line, mine(chat.own), "all");
        // A trial looks at all that the feeds brought, which is everybody's.
        await asked(chat, "keyword test ozel için", "", "names");
      }),
    );

    const topics = await Promise.all(
      chats.map(async ({ asks, own }) => /ozel~\w+/u.exec(await asks("topics", own.name))?.[0] ?? ""),
    );
    const tokens = await Promise.all(
      chats.map(async ({ asks }) => /confirm ([\w-]+)/u.exec(await asks("topic remove ozel", "confirm "))?.[1] ?? ""),
    );
    expect(new Set(topics).size).toBe(chats.length);
    expect(new Set(tokens).size).toBe(chats.length);
    await Promise.all(
      chats.map(async (chat, index) => {
        for (const step of [1, 5, 6]) {
          const at = (index + step) % chats.length;
          const own = owns[at]!;
          for (const [line, mark] of probes) await asked(chat, line(own, topics[at] ?? "", tokens[at] ?? ""), "", mark);
          const link = `${site.url}${own.story.path}`;
          await asked(chat, `why ${link}`, "", "names");
          await asked(chat, `brief ${link}`, "", "names");
        }
      }),
    );

    // Windows, and the pages of the app.
    for (const [{ team, boss, channel }, own] of [
      [slack.one, owns[3]!],
      [slack.two, owns[4]!],
    ] as const) {
      const foreign = owns.filter((one) => one !== own).flatMap(marks.all);
      // Options too, which nobody sees before the list is opened.
      const modal = () => JSON.stringify(team.state.modals.get(boss.id)?.at(-1)?.body ?? null);
      for (const line of ["configure", "keywords"]) {
        await boss.slash(channel, "/tellal", line);
        await until(() => modal().includes(own.name));
        expect(foreign.filter((mark) => modal().includes(mark))).toEqual([]);
        await boss.closes();
      }
      await boss.opensHome();
      const home = () => read(team.state.homes.get(boss.id) ?? null);
      await until(() => home().includes(own.story.title));
      expect(home()).toContain(`#haber — ${own.name}`);
      expect(foreign.filter((mark) => home().includes(mark))).toEqual([]);
    }

    // An announcement goes to the chats of its own process.
    const [boss] = chats;
    const question = await boss!.asks("broadcast Yarın bakım var", "confirm ");
    await boss!.asks(`confirm ${/confirm ([\w-]+)/u.exec(question)?.[1]}`);
    await until(() => chats.slice(0, 5).every(({ seen }) => seen().includes("Yarın bakım var")));

    // What was asked about others changed nothing; a workspace that leaves takes nothing of its neighbours away.
    await slack.one.boss.uninstalls();
    site.show("guncel", [...laterStories, ...first, story(101, hour)]);
    const staying = chats.filter(({ own }) => own !== owns[3]);
    await Promise.all(
      staying.map(async ({ seen, own }) => {
        const title = laterStories[owns.indexOf(own)]?.title ?? "";
        while (!seen().includes(title)) await sleep(20);
      }),
    );

    for (const [index, { name, own, seen }] of chats.entries()) {
      const foreign = owns.filter((one) => one !== own).flatMap(({ name, zone }) => [name, zone]);
      const titles = laterStories.filter((_one, at) => at !== index || own === owns[3]).map(({ title }) => title);
      const strange = [...foreign, ...titles, ...(index < 5 ? [] : ["Yarın bakım var"]), "yabancı", "Yabancı"];
      // What the chat itself said is not the bot's.
      expect({ name, seen: strange.filter((mark) => seen().includes(mark)) }).toEqual({ name, seen: [] });
    }
    for (const { code, err } of await end()) {
      expect(code).toBe(0);
      expect(err).not.toContain('"level":"error"');
    }
  },
);
