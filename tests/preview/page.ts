import { readFileSync, writeFileSync } from "node:fs";
import { settingsPage, settingsScreen } from "../../src/app/commands/settings-screen.js";
import { defaultSettings, type ChatSettings } from "../../src/core/chat-settings.js";
import { digestPost } from "../../src/core/message/digest.js";
import type { Message } from "../../src/core/message/message.js";
import { postButtons, postOfLength } from "../../src/core/message/post-buttons.js";
import { followUpPost, storyPost, updatePost, withdrawalPost } from "../../src/core/message/posts.js";
import type { SlackBlock, SlackElement, SlackRich } from "../../src/core/message/slack-blocks.js";
import { renderSlack } from "../../src/core/message/slack.js";
import { createWords } from "../../src/core/message/words.js";
import { renderTelegram } from "../../src/core/message/telegram.js";
import { attendee, modelView, viewOf } from "../core/message/model-brief.js";

/**
 * Draws posts about as Telegram and Slack show them, side by side, for our own eyes:
 * `tsc -p bench/tsconfig.json && node dist/tests/preview/page.js preview.html`.
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
const other = viewOf(
  { kind: "aid", attendees: [], decisions: [], title: "Kızılay Konya'da kan bağışı kampanyası başlattı" },
  { id: "aa:2", topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" } }] },
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
  ["digest", digestPost([modelView, viewOf({ kind: "aid", attendees: [] }), other], "tr", words, "daily")],
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

function telegram(message: Message): string {
  const { text, keyboard } = renderTelegram(message);
  const rows = keyboard.map(
    (row) => `<div class="row">${row.map((button) => `<span>${escape(button.text)}</span>`).join("")}</div>`,
  );
  return `<div class="tg">${text.replaceAll("</blockquote>\n", "</blockquote>")}</div>${rows.join("")}`;
}

function slack(message: Message, interactive: boolean): string {
  return `<div class="sl">${renderSlack(message, { interactive }).blocks.map(blockHtml).join("")}</div>`;
}

function blockHtml(block: SlackBlock): string {
  if (block.type === "image") return `<div class="block">[${escape(block.alt_text)}]</div>`;
  if (block.type === "context")
    return `<div class="block context">${block.elements.map(({ text }) => escape(text)).join(" ")}</div>`;
  const parts =
    block.type === "actions"
      ? block.elements.map(({ text }) => `<button>${escape(text.text)}</button>`)
      : block.elements.map(partHtml);
  return `<div class="block">${parts.join("")}</div>`;
}

function partHtml(part: SlackRich): string {
  if (part.type === "rich_text_section") return `<div>${elements(part.elements)}</div>`;
  if (part.type === "rich_text_preformatted") return `<pre>${elements(part.elements)}</pre>`;
  if (part.type === "rich_text_quote") return `<blockquote>${elements(part.elements)}</blockquote>`;
  return part.type === "rich_text_list"
    ? `<ul>${part.elements.map((item) => `<li>${elements(item.elements)}</li>`).join("")}</ul>`
    : "";
}

function elements(parts: readonly SlackElement[]): string {
  return parts
    .map((part) => {
      if (part.type === "user") return `<mark>@${part.user_id}</mark>`;
      const text = part.type === "link" ? `<a href="${escape(part.url)}">${escape(part.text)}</a>` : escape(part.text);
      const bold = part.style?.bold === true ? `<b>${text}</b>` : text;
      return part.style?.italic === true ? `<i>${bold}</i>` : bold;
    })
    .join("");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

const style = `
body { margin: 16px; background: #cfd9d0; font: 15px/1.35 "Noto Sans", "Noto Color Emoji", sans-serif; }
section { display: grid; grid-template-columns: 430px 600px; gap: 24px; margin-bottom: 24px; align-items: start; }
h1 { grid-column: 1 / 3; font-size: 13px; margin: 0; color: #444; }
.tg, .sl { background: #fff; padding: 8px 12px; border-radius: 10px; overflow-wrap: break-word; }
.tg { white-space: pre-wrap; } .tg a, .sl a { color: #1264a3; text-decoration: none; }
.tg blockquote { margin: 0; padding: 2px 8px; border-left: 3px solid #3390ec; background: #eaf3fd; border-radius: 4px; }
.tg blockquote[expandable] { max-height: 4.1em; overflow: hidden; }
.row { display: flex; gap: 4px; margin-top: 4px; } .row span { flex: 1; text-align: center; background: #7d9a83; color: #fff; border-radius: 6px; padding: 6px; }
.block { margin: 8px 0; white-space: pre-wrap; } .block ul { margin: 0; padding-left: 26px; } .context { font-size: 12.5px; color: #616061; }
.sl blockquote { margin: 0; padding-left: 12px; border-left: 4px solid #ddd; } button { font: inherit; font-weight: 700; background: #fff; border: 1px solid #bbb; border-radius: 4px; padding: 4px 12px; }`;

const sections = shown.map(
  ([name, message]) =>
    `<section><h1>${name}</h1><div>${telegram(message)}</div>${slack(message, !name.includes("without"))}</section>`,
);
writeFileSync(
  process.argv[2] ?? "preview.html",
  `<!doctype html><meta charset="utf-8"><title>Posts</title><style>${style}</style>${sections.join("")}`,
);
