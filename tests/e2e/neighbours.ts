import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { p, type DemoStory } from "../../src/cli/demo/story.js";
import { createAaSite } from "../world/aa-site.js";
import { createSlack } from "../world/slack/slack.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { hour, story } from "./stories.js";

/** What one chat alone has: a topic with a keyword, a time zone, and a story that is about its topic. */
export interface Own {
  name: string;
  keyword: string;
  zone: string;
  person: string;
  story: DemoStory;
}

/** A chat in a person's hands. */
export interface Talk {
  name: string;
  own: Own;
  /** Says a command and gives all that is to be seen of the answer, buttons with what they carry too, once `mark` is in it. */
  asks: (line: string, mark?: string) => Promise<string>;
  /** All that the chat shows. */
  seen: () => string;
}

const rows: [keyword: string, city: string, person: string, goods: string, zone: string][] = [
  ["elma", "Isparta", "Aylin Tuna", "soğuk hava deposu", "Asia/Tbilisi"],
  ["armut", "Bursa", "Berk Soykan", "meyve suyu tesisi", "Asia/Manila"],
  ["kiraz", "Afyonkarahisar", "Cemre Aksu", "paketleme evi", "Asia/Seoul"],
  ["incir", "Aydın", "Deniz Uyar", "kurutma alanı", "Asia/Dubai"],
  ["ceviz", "Hakkari", "Ebru Çelik", "kırma atölyesi", "Europe/Rome"],
  ["üzüm", "Manisa", "Ferit Kılıç", "şıra fabrikası", "Europe/Oslo"],
  ["nar", "Mersin", "Gonca Arat", "ekşi imalathanesi", "Africa/Cairo"],
];

/** What a story about a keyword tells, `id` being its number on the site. */
function told(id: number, [keyword, city, person, goods]: (typeof rows)[number], title: string): DemoStory {
  return story(id, 0, {
    title,
    spot: `${city} Valisi ${person} toplantıya katıldı.`,
    path: `/tr/gundem/${city.toLowerCase()}/${id}`,
    tags: [],
    city,
    body: [
      p(`Toplantıya, ${city} Valisi ${person} katıldı.`),
      p(`Toplantıda, ${keyword} için ${goods} kurulmasına karar verildi.`),
    ],
  });
}

export const owns = rows.map((row, index): Own => {
  const [keyword, city, person, , zone] = row;
  const title = `${city} ilinde ${keyword} için toplandılar`;
  return { name: `${keyword} defteri`, keyword, zone, person, story: told(301 + index, row, title) };
});

/** A second story of each. */
export const laterStories = rows.map((row, index) =>
  told(401 + index, row, `${row[1]} bahçelerinde ${row[0]} fiyatı açıklandı`),
);

type Telegram = Awaited<ReturnType<typeof createTelegram>>;
type Slack = Awaited<ReturnType<typeof createSlack>>;
type Team = ReturnType<Slack["addTeam"]>;

interface InTelegram {
  telegram: Telegram;
  person: ReturnType<Telegram["user"]>;
  place: { id: number };
  thread?: number;
}

function telegramTalk(name: string, own: Own, { telegram, person, place, thread }: InTelegram): Talk {
  const here = () => telegram.posts().filter((post) => post.chat === place.id && post.thread === (thread ?? null));
  const shown = ({ text, buttons }: ReturnType<typeof here>[number]) =>
    [text, ...buttons.flat().map((button) => `[${button.text}] ${button.callback_data ?? ""}`)].join("\n");
  return {
    name,
    own,
    async asks(line, mark = "") {
      const before = here().length;
      const answer = () => here().slice(before).map(shown).join("\n");
      // Named, since in a group what no menu shows may be meant for another bot.
      const named = line.replace(/^\S+/u, `/$&@${telegram.bot.username}`);
      person.says(place, named, thread === undefined ? {} : { thread });
      await telegram.until(() => here().length > before && answer().includes(mark));
      return answer();
    },
    seen: () => here().map(shown).join("\n"),
  };
}

interface InSlack {
  boss: ReturnType<Team["addUser"]>;
  channel: ReturnType<Team["addChannel"]>;
}

function slackTalk(name: string, own: Own, { boss, channel }: InSlack): Talk {
  const shown = ({ text, post }: ReturnType<typeof boss.reads>[number]) => `${text}\n${JSON.stringify(post.blocks)}`;
  return {
    name,
    own,
    async asks(line, mark = "") {
      const before = boss.reads(channel).length;
      const answer = () => boss.reads(channel).slice(before).map(shown).join("\n");
      const { failure } = await boss.slash(channel, "/tellal", line, { within: 20_000 });
      if (failure !== null) throw new Error(`${line}: ${failure}`);
      while (!answer().includes(mark)) await sleep(10);
      return answer();
    },
    seen: () => boss.reads(channel).map(shown).join("\n"),
  };
}

const tokens = [
  "7000000011:AAtest-token-of-nobody-0123456789abcdef",
  "7000000012:AAtest-token-of-nobody-fedcba9876543210",
] as const;
const fast = "delivery: { telegram: { perChat: 1ms, perGroup: 1ms }, slack: { perChat: 1ms } }\n";

/**
 * The whole program twice on one site: a process with a bot and two workspaces that installed the app, another with a bot of its
 * own, which meets people and groups of the same numbers. Seven chats, each with a topic of its own that all call `ozel`.
 */
export async function neighbours() {
  const site = await createAaSite();
  const rates = { chatPerSecond: Infinity, groupPerMinute: Infinity, groupEditsPerMinute: Infinity };
  const telegram = await createTelegram({ token: tokens[0], rates });
  const second = await createTelegram({ token: tokens[1], rates });
  const slack = await createSlack({ rates: { channelGap: 0, jitter: 0 }, home: true });
  site.show("guncel", [story(101, hour)]);

  const ayse = telegram.user({ first_name: "Ayşe", language_code: "tr", started: true });
  const john = telegram.user({ first_name: "John", language_code: "en", started: true });
  const group = telegram.supergroup({ title: "Saha", owner: john.user });
  const forum = telegram.forum({ title: "Merkez", owner: john.user });
  const thread = forum.topic("Haberler").id;
  const elif = second.user({ first_name: "Elif", language_code: "tr", started: true });
  const mary = second.user({ first_name: "Mary", language_code: "en", started: true });
  const yard = second.supergroup({ title: "Saha", owner: mary.user });

  const envs = [0, 1].map(() => createFolder(site.url, ["guncel"], fast, ["console"], "1s").env);
  const running = [
    tellal(["start"], {
      ...envs[0],
      TELEGRAM_BOT_TOKEN: tokens[0],
      TELEGRAM_API_ROOT: telegram.url,
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
      SLACK_STATE_SECRET: "state-secret-of-nobody-0123456789",
      SLACK_SIGNING_SECRET: slack.app.signingSecret,
      SLACK_API_URL: slack.url,
      TELLAL_KEY: "key-of-nobody-that-seals-the-tokens",
      WEB_PORT: "0",
      ADMINS: `telegram:${ayse.id}`,
    }),
    tellal(["start"], {
      ...envs[1],
      TELEGRAM_BOT_TOKEN: tokens[1],
      TELEGRAM_API_ROOT: second.url,
      ADMINS: `telegram:${elif.id}`,
    }),
  ];
  onTestFinished(async () => {
    for (const { child } of running) child.kill("SIGKILL");
    await Promise.all([site.close(), telegram.close(), second.close(), slack.close()]);
  });
  for (const { seen } of running) while (!seen().includes("Kızılay gönüllüleri 101.")) await sleep(50);
  const port = /"port":(\d+)/u.exec(running[0]?.seen() ?? "")?.[1] ?? "";
  const url = `http://127.0.0.1:${port}`;
  slack.app.redirects.splice(0, 1, `${url}/slack/oauth_redirect`);
  await slack.http.at(`${url}/slack/events`);

  async function installed(name: string, locale: string) {
    const team = slack.addTeam({ name, installed: false });
    const boss = team.addUser(`${name}-boss`, { admin: true, locale });
    const channel = team.addChannel({ name: "haber", members: [boss] });
    const page = await boss.browser.installs(`${url}/slack/install`);
    if (page.status !== 200) throw new Error(page.text);
    await boss.invites(channel, { answers: 1 });
    return { team, boss, channel };
  }
  const one = await installed("kizilay", "tr-TR");
  const two = await installed("ifrc", "en-GB");

  const [elma, armut, kiraz, incir, ceviz, uzum, nar] = owns as [Own, Own, Own, Own, Own, Own, Own];
  const chats: Talk[] = [
    telegramTalk("a person", elma, { telegram, person: ayse, place: ayse.chat }),
    telegramTalk("a group", armut, { telegram, person: john, place: group }),
    telegramTalk("a thread", kiraz, { telegram, person: john, place: forum, thread }),
    slackTalk("a workspace", incir, one),
    slackTalk("another workspace", ceviz, two),
    telegramTalk("a person at the second bot", uzum, { telegram: second, person: elif, place: elif.chat }),
    telegramTalk("a group at the second bot", nar, { telegram: second, person: mary, place: yard }),
  ];
  return {
    site,
    chats,
    slack: { one, two },
    /** Numbers that the two bots' chats share. */
    alike: [
      [ayse.id, elif.id],
      [group.id, yard.id],
    ],
    /** Ends both as an operator does, and holds the fakes to their contracts. */
    end: async () => {
      for (const { child } of running) child.kill("SIGTERM");
      const ended = await Promise.all(running.map(({ ended }) => ended));
      for (const fake of [telegram, second]) fake.expectHonest();
      slack.check();
      return ended;
    },
  };
}
