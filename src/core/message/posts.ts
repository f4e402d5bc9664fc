import type { Brief, Decision, Place } from "../brief/schema.js";
import { safeUrl } from "./clean.js";
import { cutAt } from "./cut.js";
import { countryText } from "./countries.js";
import { dayText, timeText } from "./dates.js";
import type { Block, Message, Span } from "./message.js";
import { keepsTitles, peopleBlock } from "./people.js";
import { restOf, type StoryView } from "./view.js";
import type { Say, Tongue, Words } from "./words.js";

/** Below this confidence a post shows lead and link only: a wrong attendee costs more trust than a missing one. */
export const confidenceFloor = 0.35;

/** The post of a story that a chat sees for the first time. */
export function storyPost(view: StoryView, language: Tongue, words: Words): Message {
  return post(view, language, words(language), null);
}

/** The new version of a post: its full text could be read now, or it changed, with the agency's time of the change. */
export function updatePost(view: StoryView, language: Tongue, words: Words): Message {
  const say = words(language);
  return post(view, language, say, updateMark(view, language, say));
}

/** Pages give a time of change that is no later than their publication; that one tells of no change. */
function updateMark({ completed, partial, published, updated }: StoryView, language: Tongue, say: Say): string {
  if (completed === true && !partial) return say("completed");
  if (updated === null || published === null || updated <= published) return say("updated");
  return say("updated-at", { time: timeText(updated, language, say) });
}

/** The post of a story that continues a known one; it is sent as a reply to the first. */
export function followUpPost(view: StoryView, language: Tongue, words: Words): Message {
  const say = words(language);
  return post(view, language, say, say("follow-up"));
}

/** What replaces the post of a story whose page is gone: nothing of the brief is repeated, and the dead link is dropped. */
export function withdrawalPost(view: StoryView, language: Tongue, words: Words): Message {
  const say = words(language);
  return {
    language,
    preview: null,
    blocks: [
      paragraph([{ type: "bold", text: say("withdrawn") }]),
      { type: "heading", text: [{ type: "text", text: view.brief.title }] },
      paragraph([{ type: "text", text: say("withdrawn-note", { source: view.source }) }]),
      paragraph([{ type: "italic", text: sourceText(view, language, say) }]),
    ],
  };
}

function post(view: StoryView, language: Tongue, say: Say, mark: string | null): Message {
  const { brief } = view;
  const full = brief.confidence >= confidenceFloor;
  const blocks: (Block | null)[] = [
    mark === null ? null : paragraph([{ type: "bold", text: mark }]),
    paragraph(topicLine(view, language, say)),
    { type: "heading", text: [headline(view)] },
    full ? whereAndWhen(brief, language, say) : null,
    brief.lead === null || brief.lead === brief.title ? null : paragraph([{ type: "text", text: brief.lead }]),
    full ? peopleBlock(view, language, say) : null,
    full ? decisionsBlock(view, language, say) : null,
    view.partial
      ? paragraph([{ type: "italic", text: say(safeUrl(view.link) === null ? "partial-no-page" : "partial") }])
      : null,
    paragraph([{ type: "italic", text: noteText(view, language, say, full) }]),
  ];
  return { language, preview: safeUrl(view.link), blocks: blocks.filter((block) => block !== null) };
}

function paragraph(text: Span[]): Block {
  return { type: "paragraph", text };
}

/** The headline of a story, as a link where it has an address, within a length. */
export function headline(view: StoryView, longest = Infinity): Span {
  const url = safeUrl(view.link);
  const text = cutAt(view.brief.title, longest);
  return url === null ? { type: "text", text } : { type: "link", text, url };
}

function topicLine(view: StoryView, language: Tongue, say: Say): Span[] {
  const kind: Span = { type: "text", text: say(`kind-${view.brief.kind}`) };
  if (view.topics.length === 0) return [kind];
  const names = view.topics.map((topic) => topic.name[language]).join(", ");
  return [{ type: "bold", text: names }, { type: "text", text: " · " }, kind];
}

/** `Bakü, Azerbaycan`, the city as the story spells it. */
export function placeText(place: Place, language: Tongue): string {
  const country = place.country === null ? null : countryText(place.country, language);
  return [place.city, country].filter((part) => part !== null).join(", ");
}

function whereAndWhen(brief: Brief, language: Tongue, say: Say): Block | null {
  const facts: { label: string; value: Span[] }[] = [];
  const place = brief.place === null ? "" : placeText(brief.place, language);
  if (place !== "") facts.push({ label: say("place"), value: [{ type: "text", text: place }] });
  if (brief.date !== null) {
    const date = dayText(brief.date, language);
    const text = brief.date.basis === "text" ? date : say("date-published", { date });
    facts.push({ label: say("date"), value: [{ type: "text", text }] });
  }
  return facts.length === 0 ? null : { type: "facts", facts };
}

/** Decisions keep the story's words; a reader of the other language gets the kind of each in front. */
function decisionsBlock({ id, brief }: StoryView, language: Tongue, say: Say): Block | null {
  if (brief.decisions.length === 0) return null;
  const items = brief.decisions.map((decision) => decisionSpans(decision, brief.language, language, say));
  const label = say(decisionsLabel(brief.language, language), { count: items.length });
  return { type: "list", label, items, rest: restOf(id, "decisions", say("more-decisions")) };
}

/** A decision in the words of its story, which is in the language `story`. */
export function decisionSpans({ kind, text }: Decision, story: string, language: Tongue, say: Say): Span[] {
  const mark: Span[] = story === language ? [] : [{ type: "bold", text: `${say(`decision-${kind}`)}: ` }];
  return [...mark, { type: "text", text }];
}

function decisionsLabel(story: string, reader: Tongue): string {
  if (story === reader) return "decisions";
  if (story === "tr") return "decisions-in-turkish";
  return story === "en" ? "decisions-in-english" : "decisions";
}

function sourceText(view: StoryView, language: Tongue, say: Say): string {
  const time = view.published ?? view.updated;
  const source = view.source;
  return time === null ? say("source", { source }) : say("source-at", { source, time: timeText(time, language, say) });
}

function noteText(view: StoryView, language: Tongue, say: Say, full: boolean): string {
  const notes = [sourceText(view, language, say), say("extracted")];
  if (full && keepsTitles(view.brief, language)) notes.push(say("titles-kept"));
  return notes.join(" · ");
}
