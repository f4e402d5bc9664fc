import { createEars } from "../../src/app/ears.js";
import { deliveryRules } from "../../src/app/delivery-rules.js";
import { stories } from "../../src/cli/demo/stories.js";
import { openTellal } from "../../src/cli/tellal.js";
import { loadConfig, loadLexicon } from "../../src/config.js";
import { createBriefer } from "../../src/core/brief/brief.js";
import type { Form, Values } from "../../src/core/message/form.js";
import type { Message } from "../../src/core/message/message.js";
import type { Tongue, Words } from "../../src/core/message/words.js";
import type { Feeds } from "../../src/feeds/outcome.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder } from "../world/tellal.js";

/** What somebody says and is answered, or a window that somebody fills in. */
export type Turn = { said: string; messages: readonly Message[] } | { said: string; form: Form };

/** 18:30 in Istanbul, on the day of the sample site. */
const now = Date.UTC(2025, 10, 19, 15, 30);

const lines: Record<Tongue, string[]> = {
  tr: [
    "start",
    "topics",
    "help",
    "help keyword",
    "tpics",
    "latest",
    "search toplantısında",
    "who Yılmaz",
    "decisions",
    "stats",
    "mute",
    "keyword list kizilay",
    'keyword test kizilay "afet lojistiği"',
    "keyword add kizilay protokol",
    "keyword add kizilay kan (bağışı",
    "keyword remove kizilay Kızlay",
    "keyword tst kizilay x",
    "topic add kan Kan bağışı | Blood donation",
    "topic rename kan Kan | Blood",
    "topic remove kan",
    "feed list",
    "feed check aa-guncel",
    "feed check aa-bozuk",
    "feed add x ftp://a.example",
    "feed pause aa-guncel",
    "admin list",
    "admin add telegram:77",
    "admin add ayse",
    "audit",
    "audit undo",
    "status",
    "broadcast Yarın 10.00 ile 11.00 arasında bakım yapılacak.",
  ],
  en: [
    "start",
    "help keyword",
    "search meeting",
    "who Yılmaz",
    "decisions",
    "keyword list kizilay",
    'keyword test kizilay "afet lojistiği"',
    "keyword add kizilay protokol",
    "keyword add kizilay kan (bağışı",
    "topic add blood Kan bağışı | Blood donation",
    "topic remove blood",
    "feed list",
    "feed check aa-guncel",
    "feed check aa-bozuk",
    "admin list",
    "admin add telegram:77",
    "audit",
    "status",
    "broadcast Maintenance tomorrow from 10:00 to 11:00.",
  ],
};
const strange = ["feed list", "audit", "keyword list kizilay", "topic remove kizilay", "broadcast merhaba"];

/** The whole program over the sample site: what an administrator, a stranger, and people at Slack's windows and page see. */
export async function conversations(words: Words) {
  const site = await createAaSite();
  for (const category of ["guncel", "dunya"]) {
    site.show(
      category,
      stories.filter(({ feeds }) => feeds.includes(category)),
    );
  }
  const { env, folder } = createFolder(site.url, ["guncel", "dunya"], "", ["console", "telegram:1", "slack:T1/C1"]);
  const stop = new AbortController();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const config = loadConfig({ env: { ...env, ADMINS: "telegram:1,slack:T1/U1" }, cwd: folder });
  const clock = () => now;
  const console = { write: async () => {}, paint: (text: string) => text, width: () => 80 };
  const tellal = await openTellal({
    config,
    clock,
    random: () => 0,
    log: log as never,
    console: console as never,
    signal: stop.signal,
  });
  try {
    await tellal.poll(now, true);
    while ((await tellal.pages(now)).tried > 0);
    const { store } = tellal;
    const ears = createEars({
      store,
      feeds: feedsOf(),
      brief: createBriefer(loadLexicon()),
      words,
      rules: deliveryRules(config.settings.delivery),
      admins: config.env.ADMINS,
      clock,
      until: async (at) => at,
      breathe: async () => {},
    });
    const feed = { id: "aa-bozuk", kind: "aa", url: `${site.url}/yok`, language: "tr", every: 300_000 } as const;
    await store.audit.change({ who: "telegram:9", owner: null }, { kind: "feed-add", feed }, now - 3 * 3_600_000);
    await store.names.note({ "telegram:1": "Elif Aksu", "telegram:9": "Deniz Uyar", "slack:T1/U1": "elif" }, now);
    const [story] = await store.report.unposted();

    async function talk(language: Tongue, chat: string, from: string, said: readonly string[]): Promise<Turn[]> {
      await store.chatSettings.speak(chat, language, now);
      const turns: Turn[] = [];
      for (const line of said) {
        const asked = line.split(" ");
        const ask = {
          chat,
          from,
          words: asked,
          behind: asked.slice(1).join(" "),
          language,
          isAdmin: async () => false,
        };
        turns.push({ said: line, messages: (await ears.answer(ask))?.messages ?? [] });
      }
      return turns;
    }

    async function windows(language: Tongue): Promise<Turn[]> {
      const chat = "slack:T1/C1";
      await store.chatSettings.speak(chat, language, now);
      const ask = (line: string) => ({
        chat,
        from: "slack:T1/U1",
        words: line.split(" "),
        language,
        isAdmin: async () => true,
      });
      const forms: Turn[] = [];
      for (const line of ["configure", "keywords kizilay"]) {
        const form = await ears.form(ask(line));
        if ("fields" in form) forms.push({ said: line, form });
      }
      const values: Values = { topic: "kizilay", expression: '"afet lojistiği"', what: "test" };
      const tried = await ears.fill(ask("keywords"), values);
      if (tried.kind === "form") forms.push({ said: "keywords: deneme", form: tried.form });
      const home = await ears.home({
        from: "slack:T1/U1",
        language,
        chats: [
          { address: "slack:T1/D1", name: null },
          { address: chat, name: "haber" },
        ],
      });
      return [...forms, { said: "App Home", messages: [home] }];
    }

    const link =
      story === undefined
        ? []
        : [`why ${site.url}${stories[0]?.path ?? ""}`, `why ${site.url}${stories[1]?.path ?? ""}`];
    return {
      "administrator, tr": await talk("tr", "telegram:1", "telegram:1", [...lines.tr, ...link]),
      "administrator, en": await talk("en", "telegram:1", "telegram:1", [...lines.en, ...link]),
      "stranger, tr": await talk("tr", "telegram:-7", "telegram:5", strange),
      "stranger, en": await talk("en", "telegram:-7", "telegram:5", strange),
      "Slack's windows and page, tr": await windows("tr"),
      "Slack's windows and page, en": await windows("en"),
    };
  } finally {
    stop.abort();
    await tellal.close();
    await site.close();
  }
}

/** Feeds for `/feed check`: one answers, one does not. */
function feedsOf(): Feeds {
  const items = stories.slice(0, 4).map(({ id, title, spot, published }) => ({
    id: `aa:${id}`,
    guid: null,
    link: `https://www.aa.com.tr/${id}`,
    title,
    spot,
    published,
    photo: null,
  }));
  const found = { etag: null, modified: null, hash: "", maxAge: null, movedTo: null, reader: "rss-parser" } as const;
  return {
    read: async ({ id }) =>
      id === "aa-bozuk" ? { kind: "later", status: 503, until: null } : { kind: "read", items, ...found },
    article: async () => ({ kind: "failed", why: "no such page", layout: false }),
  };
}
