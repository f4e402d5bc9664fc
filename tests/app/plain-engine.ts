import type { Posting } from "../../src/app/compose.js";
import type { Brief } from "../../src/core/brief/schema.js";
import type { Hit } from "../../src/core/match/topic.js";
import { broadcastPost } from "../../src/core/message/broadcast.js";
import { storyText } from "../../src/core/story.js";
import type { Article } from "../../src/core/story.js";
import { words } from "../core/message/locales.js";

/** Matches `Kızılay` and `TDT` as plain words: enough to tell the topics apart. */
export function match({ title, body }: { title: string; body: string }): Hit[] {
  return (["title", "body"] as const).flatMap((field) =>
    [["kizilay", "Kızılay"] as const, ["tdt", "TDT"] as const].flatMap(([topic, keyword]) => {
      const at = (field === "title" ? title : body).indexOf(keyword);
      return at < 0 ? [] : [{ topic, keyword, field, start: at, end: at + keyword.length, derived: false }];
    }),
  );
}

/** A brief whose decisions are the sentences that end in `karar verildi` and whose people stand as `@Name Surname`. */
export function briefOf(article: Article): Brief {
  const { text } = storyText(article);
  const decisions = [...text.matchAll(/[^.\n]*karar verildi/gu)];
  const people = [...text.matchAll(/@(\p{L}+ \p{L}+)/gu)];
  return {
    kind: "meeting",
    language: article.language,
    title: article.title,
    lead: article.spot,
    confidence: 0.9,
    place: null,
    date: null,
    attendees: people.map(({ 1: name = "", index }) => ({
      name,
      honorifics: [],
      title: null,
      titleEn: null,
      office: null,
      organisation: null,
      country: null,
      part: "present",
      host: false,
      for: null,
      start: index + 1,
      end: index + 1 + name.length,
      titleStart: null,
      titleEnd: null,
    })),
    groups: [],
    decisions: decisions.map(({ 0: found, index }) => ({
      text: found.trim(),
      kind: "decided",
      start: index,
      end: index + found.length,
    })),
    quotes: [],
    figures: [],
    background: null,
    text,
  };
}

export function compose(posting: Posting) {
  if (posting.kind === "broadcast") return broadcastPost(posting.text, posting.language, words);
  const { kind, stories, language } = posting;
  const title = `${kind} ${stories.map((view) => `${view.brief.title}${view.partial ? " (partial)" : ""}`).join(" + ")}`;
  return {
    language,
    preview: null,
    blocks: [{ type: "heading" as const, text: [{ type: "text" as const, text: title }] }],
  };
}
