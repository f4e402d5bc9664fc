import { cutAt } from "./cut.js";
import { dayText } from "./dates.js";
import type { Block, Message, Span } from "./message.js";
import { confidenceFloor, headline, placeText } from "./posts.js";
import type { StoryView } from "./view.js";
import type { Say, Tongue, Words } from "./words.js";

/** Why several stories come as one post: `late` after an outage, `many` when a chat's pace would make them queue. */
export type DigestReason = "late" | "many";

/** Several stories as one post: each a headline with a line of kind, place, date and counts. */
export function digestPost(
  views: readonly StoryView[],
  language: Tongue,
  words: Words,
  reason: DigestReason = "late",
): Message {
  const say = words(language);
  const title: Block = {
    type: "heading",
    text: [{ type: "text", text: say(`digest-${reason}`, { count: views.length }) }],
  };
  const note: Block = { type: "paragraph", text: [{ type: "text", text: say(`digest-${reason}-note`) }] };
  const items = views.map((view) => line(view, language, say));
  const list: Block = { type: "list", label: null, items, rest: null };
  const sources = [...new Set(views.map((view) => view.source))].join(", ");
  const end: Block = {
    type: "paragraph",
    text: [{ type: "italic", text: `${say("source", { source: sources })} · ${say("extracted")}` }],
  };
  return { language, preview: null, blocks: [title, note, list, end] };
}

/** So that every story of a digest finds its place in one message of any platform; AA's titles are shorter. In UTF-16 units. */
const longestTitle = 140;

function line(view: StoryView, language: Tongue, say: Say): Span[] {
  const { brief } = view;
  const parts = [say(`kind-${brief.kind}`)];
  if (brief.confidence >= confidenceFloor) {
    if (brief.place !== null) parts.push(placeText(brief.place, language));
    if (brief.date !== null) parts.push(dayText(brief.date, language));
    if (brief.attendees.length > 0) parts.push(say("digest-people", { count: brief.attendees.length }));
    if (brief.decisions.length > 0) parts.push(say("digest-decisions", { count: brief.decisions.length }));
  }
  const title = headline(view);
  return [
    { ...title, text: cutAt(title.text, longestTitle) },
    { type: "text", text: ` — ${parts.filter((part) => part !== "").join(" · ")}` },
  ];
}
