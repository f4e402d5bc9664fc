import { cutAt } from "./cut.js";
import { dayText } from "./dates.js";
import type { Block, Message, Span } from "./message.js";
import { confidenceFloor, headline, placeText } from "./posts.js";
import type { StoryView } from "./view.js";
import type { Say, Tongue, Words } from "./words.js";

/**
 * Why several stories come as one post: `late` after an outage, `many` when a chat's pace would make them queue, `quiet` for what came in
 * quiet hours; else the chat wants them so.
 */
export type DigestReason = "late" | "many" | "quiet" | "hourly" | "daily" | "weekly";

/** So many stories find their place in one message of any platform, however long their texts are. */
export const storiesPerDigest = 10;

/** What a digest is, where its title does not say it. */
const noted: ReadonlySet<DigestReason> = new Set(["late", "many"]);

/** Several stories as one post, in the order of `views`: under each topic its stories, each with its headline and a brief of two lines. */
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
  const note = noted.has(reason) ? [paragraph([{ type: "text", text: say(`digest-${reason}-note`) }])] : [];
  const sources = [...new Set(views.map((view) => view.source))].join(", ");
  const end = paragraph([{ type: "italic", text: `${say("source", { source: sources })} · ${say("extracted")}` }]);
  return { language, preview: null, blocks: [title, ...note, ...topicLists(views, language, say), end] };
}

function paragraph(text: Span[]): Block {
  return { type: "paragraph", text };
}

/** A list for each topic, in the order in which they come. */
function topicLists(views: readonly StoryView[], language: Tongue, say: Say): Block[] {
  const groups = new Map<string, StoryView[]>();
  for (const view of views) {
    const topic = view.topics[0]?.name[language] ?? "";
    groups.set(topic, [...(groups.get(topic) ?? []), view]);
  }
  return [...groups].map(([topic, group]) => ({
    type: "list",
    label: topic === "" ? null : topic,
    items: group.map((view) => item(view, language, say)),
    rest: null,
  }));
}

/** So that every story of a digest has its place, in UTF-16 units; AA's titles are shorter. */
const longest = { title: 140, facts: 90, told: 110 };

function item(view: StoryView, language: Tongue, say: Say): Span[] {
  const lines = [cutAt(factsText(view, language, say), longest.facts), cutAt(toldText(view), longest.told)];
  return [
    headline(view, longest.title),
    ...lines.filter((line) => line !== "").flatMap((text): Span[] => [lineBreak, { type: "text", text }]),
  ];
}

const lineBreak: Span = { type: "break", text: "\n" };

function factsText({ brief }: StoryView, language: Tongue, say: Say): string {
  const parts = [say(`kind-${brief.kind}`)];
  if (brief.confidence >= confidenceFloor) {
    if (brief.place !== null) parts.push(placeText(brief.place, language));
    if (brief.date !== null) parts.push(dayText(brief.date, language));
    if (brief.attendees.length > 0) parts.push(say("digest-people", { count: brief.attendees.length }));
    if (brief.decisions.length > 0) parts.push(say("digest-decisions", { count: brief.decisions.length }));
  }
  return parts.filter((part) => part !== "").join(" · ");
}

/** What was decided says more than how the story begins. */
function toldText({ brief }: StoryView): string {
  const decision = brief.confidence >= confidenceFloor ? brief.decisions[0]?.text : undefined;
  const told = decision ?? brief.lead ?? "";
  return told === brief.title ? "" : told;
}
