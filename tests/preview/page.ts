import { readFileSync, writeFileSync } from "node:fs";
import { settingsPage, settingsScreen } from "../../src/app/commands/settings-screen.js";
import { defaultSettings, type ChatSettings } from "../../src/core/chat-settings.js";
import { digestPost } from "../../src/core/message/digest.js";
import type { Message } from "../../src/core/message/message.js";
import { postButtons, postOfLength } from "../../src/core/message/post-buttons.js";
import { followUpPost, storyPost, updatePost, withdrawalPost } from "../../src/core/message/posts.js";
import { createWords } from "../../src/core/message/words.js";
import { removeFolders } from "../temporary.js";
import { conversations, type Turn } from "./conversations.js";
import { escape, slack, slackWindow, style, telegram } from "./draw.js";
import { attendee, modelView, viewOf } from "../core/message/model-brief.js";

/**
 * Draws posts about as Telegram and Slack show them, side by side, for our own eyes:
 * `tsc -p bench/tsconfig.json && node dist/tests/preview/page.js preview.html`; conversations, windows and Slack's page in
 * `preview-1.html` and on.
 */
const locale = (language: string) => readFileSync(`config/locales/${language}.ftl`, "utf8");
const words = createWords({ tr: locale("tr"), en: locale("en") });
const crowd = Array.from({ length: 60 }, (_, index) =>
  attendee(`Kişi ${index + 1} Soyadı`, {
    title: ["Sağlık Bakan Yardımcısı", "Kızılay Başkanı", "IFRC Bölge Direktörü"][index % 3] ?? null,
    country: (["AZ", "KZ", "x-kktc"] as const)[index % 3] ?? null,
  }),
);
const arabic = [
  attendee("أحمد بن علي المنصوري", { title: "Katar Kızılayı Genel Sekreteri", country: "QA", host: true }),
  attendee("يوسف الخطيب", { title: "الأمين العام للهلال الأحمر", country: "JO" }),
  attendee("Fatma Meriç Yılmaz", { title: "Türk Kızılay Genel Başkanı", country: "TR" }),
];
const updated = Date.parse("2025-11-19T18:05:00+03:00");
const red = [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" } }];
const other = viewOf(
  {
    kind: "aid",
    attendees: [],
    decisions: [],
    title: "Kızılay Konya'da kan bağışı kampanyası başlattı",
    lead: "Konya'da üç gün sürecek kampanyada 2 bin ünite kan toplanması hedefleniyor.",
    place: { city: "Konya", country: "TR", start: 0, end: 1 },
  },
  { id: "aa:2", topics: red },
);
const aid = viewOf(
  {
    kind: "aid",
    attendees: [],
    decisions: [],
    title: "Kazakistan Kızılayı, Aktöbe'de 500 aileye yardım ulaştırdı",
    lead: "Selden etkilenen 500 aileye battaniye, ısıtıcı ve gıda kolisi dağıtıldı.",
    place: { city: "Aktöbe", country: "KZ", start: 0, end: 1 },
  },
  { id: "aa:3", topics: red },
);
const settings: ChatSettings = {
  ...defaultSettings,
  delivery: { kind: "weekly", day: 5, at: 18 * 60 },
  quiet: { from: 22 * 60, to: 7 * 60 },
  disasters: true,
  withoutKinds: ["statement", "news"],
};
function chosen(language: "tr" | "en") {
  const say = words(language);
  const muted = say("settings-muted-topic", { topic: "TDT", time: "20 Kasım 18:00" });
  return { settings, language, say, muted, now: updated, command: "/settings" };
}
function withButtons(post: Message, length: "headline" | "short" | "full"): Message {
  return { ...post, blocks: [...post.blocks, ...postButtons(modelView, post.language, length, words)] };
}
const shown: [string, Message][] = [
  ["post, tr", storyPost(modelView, "tr", words)],
  ["post, en", storyPost(modelView, "en", words)],
  ["short post with buttons", withButtons(postOfLength(storyPost(modelView, "tr", words), "short"), "short")],
  ["headline with buttons, en", withButtons(postOfLength(storyPost(modelView, "en", words), "headline"), "headline")],
  ["full post with buttons", withButtons(storyPost(modelView, "tr", words), "full")],
  ["digest", digestPost([modelView, other, aid], "tr", words, "daily")],
  ["digest after an outage, en", digestPost([modelView, other], "en", words)],
  ["settings", settingsScreen(chosen("tr"))],
  ["settings: delivery", settingsPage("delivery", chosen("tr"))],
  ["settings: quiet hours", settingsPage("quiet", chosen("tr"))],
  ["settings: zone", settingsPage("zone", chosen("tr"))],
  ["settings: kinds, en", settingsPage("kinds", chosen("en"))],
  ["settings: relevance", settingsPage("floor", chosen("tr"))],
  ["update", updatePost(viewOf({ decisions: [] }, { updated }), "tr", words)],
  ["withdrawal", withdrawalPost(modelView, "tr", words)],
  ["follow-up, partial", followUpPost(viewOf({ attendees: [], decisions: [] }, { partial: true }), "tr", words)],
  ["60 people", storyPost(viewOf({ attendees: crowd }), "tr", words)],
  ["60 people, Slack without a listener", storyPost(viewOf({ attendees: crowd }), "en", words)],
  ["low confidence", storyPost(viewOf({ confidence: 0.1 }), "tr", words)],
  ["right to left", storyPost(viewOf({ title: "منظمة الدول التركية تجتمع في باكو", attendees: arabic }), "tr", words)],
];

const told = await conversations(words);
function turnHtml(turn: Turn): string {
  const name = `<h1>/${escape(turn.said)}</h1>`;
  if ("form" in turn) return `<section>${name}<div></div>${slackWindow(turn.form)}</section>`;
  return turn.messages
    .map((message, index) => {
      const onTelegram = turn.said === "App Home" ? "<div></div>" : `<div>${telegram(message)}</div>`;
      return `<section>${index === 0 ? name : ""}${onTelegram}${slack(message, true)}</section>`;
    })
    .join("");
}

const sections = shown.map(
  ([name, message]) =>
    `<section><h1>${name}</h1><div>${telegram(message)}</div>${slack(message, !name.includes("without"))}</section>`,
);
const file = process.argv[2] ?? "preview.html";
const page = (title: string, parts: readonly string[]) =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${style}</style>${parts.join("")}`;
writeFileSync(file, page("Posts", sections));
for (const [number, [name, turns]] of Object.entries(told).entries()) {
  writeFileSync(
    file.replace(/(?:\.html)?$/u, `-${number + 1}.html`),
    page(name, [`<h3>${name}</h3>`, ...turns.map(turnHtml)]),
  );
}
removeFolders();
