import type { Article } from "../story.js";
import type { Doc } from "./document.js";
import { beginsAt, fold } from "./event-words.js";
import { onceFor } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { Brief } from "./schema.js";

/** What the rating looks at. */
export type Rated = Pick<Brief, "kind" | "attendees" | "decisions" | "place" | "date"> & { digest: boolean };

/** Points of the rating; they start at `base` and end between 0 and 1. */
const points = {
  base: 0.5,
  /** Body of two paragraphs or more. */
  body: 0.1,
  /** Share of attendees whose title was found, times this. */
  titled: 0.2,
  /** Somebody without any title: the name was found by its shape alone. */
  untitled: -0.15,
  placed: 0.05,
  /** The date stands in the text. */
  dated: 0.05,
  decided: 0.05,
  /** A kind was told by cues. */
  kind: 0.05,
  /** A meeting with nobody, or with more people than a sentence holds. */
  odd: -0.15,
};
const crowd = 60;
/** Stories that mix events, and stories of which only title and spot are known. */
const ceilings = { digest: 0.1, bodiless: 0.4 };

/** How far a brief can be trusted, 0 to 1. Below a chat's floor a post shows lead and link only. */
export function rateConfidence(doc: Doc, { kind, attendees, decisions, place, date, digest }: Rated): number {
  const paragraphs = doc.parts.filter((part) => part.kind === "paragraph").length;
  let rate = points.base;
  if (paragraphs >= 2) rate += points.body;
  const titled = attendees.filter(({ title }) => title !== null).length;
  if (attendees.length > 0) rate += points.titled * (titled / attendees.length);
  if (titled < attendees.length) rate += points.untitled;
  if (place !== null) rate += points.placed;
  if (date?.basis === "text") rate += points.dated;
  if (decisions.length > 0) rate += points.decided;
  if (kind !== "news") rate += points.kind;
  if ((kind === "meeting" && attendees.length === 0) || attendees.length > crowd) rate += points.odd;
  if (paragraphs === 0) rate = Math.min(rate, ceilings.bodiless);
  if (digest) rate = Math.min(rate, ceilings.digest);
  return Math.round(Math.min(1, Math.max(0, rate)) * 100) / 100;
}

/** Whether a story mixes several events ("Morning Briefing", "60 saniyede bugün"): its brief is only a lead. */
export function isDigest(article: Pick<Article, "title" | "spot" | "language">, { digests }: EventsLexicon): boolean {
  const keys = (text: string) =>
    (fold(text, article.language).match(/[\p{L}\p{N}.]+(?:['’][\p{L}]+)?/gu) ?? []).map((key) => ({ key }));
  const title = keys(article.title);
  const spot = keys(article.spot ?? "");
  const { all, long } = digestsOf(digests);
  return (
    all.some((parts) => beginsAt(title, 0, parts)) ||
    long.some((parts) => spot.some((_, at) => beginsAt(spot, at, parts)))
  );
}

/** The beginnings cut into words; one word alone (`gündem`) says nothing within a spot. */
const digestsOf = onceFor((digests: readonly string[]) => {
  const all = digests.map((start) => start.split(" "));
  return { all, long: all.filter(({ length }) => length > 1) };
});
