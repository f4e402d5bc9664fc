import type { Cell } from "./csv.js";
import { confidenceFloor } from "./message/posts.js";
import { impossible } from "./impossible.js";
import type { StoryView } from "./message/view.js";

export const exported = ["stories", "people", "decisions"] as const;
export type Exported = (typeof exported)[number];

/** The columns of each table, in their order; other programs read them, so they stay. */
export const columns: Record<Exported, readonly string[]> = {
  stories: [
    "id",
    "published",
    "title",
    "kind",
    "topics",
    "city",
    "country",
    "from",
    "to",
    "lead",
    "attendees",
    "decisions",
    "language",
    "source",
    "link",
  ],
  people: [
    "story",
    "published",
    "title",
    "kind",
    "topics",
    "city",
    "country",
    "from",
    "to",
    "name",
    "honorifics",
    "office",
    "officeEn",
    "organisation",
    "of",
    "part",
    "host",
    "for",
    "link",
  ],
  decisions: [
    "story",
    "published",
    "title",
    "kind",
    "topics",
    "city",
    "country",
    "from",
    "to",
    "decision",
    "text",
    "language",
    "link",
  ],
};

/** The rows of a table that a story brings: itself, one for each attendee, one for each decision. What no post shows is in none. */
export function rowsOf(what: Exported, view: StoryView): Record<string, Cell>[] {
  const { id, brief, language, source, link, topics } = view;
  const full = brief.confidence >= confidenceFloor;
  const shared = {
    published: view.published === null ? null : clockText(view.published),
    title: brief.title,
    kind: brief.kind,
    topics: topics.map((topic) => topic.id).join(" "),
    city: full ? (brief.place?.city ?? null) : null,
    country: full ? (brief.place?.country ?? null) : null,
    from: full ? (brief.date?.from ?? null) : null,
    to: full ? (brief.date?.to ?? null) : null,
    language,
    source,
    link,
  };
  const { attendees, decisions } = full ? brief : { attendees: [], decisions: [] };
  switch (what) {
    case "stories":
      return [{ ...shared, id, lead: brief.lead, attendees: attendees.length, decisions: decisions.length }];
    case "people":
      return attendees.map((one) => ({
        ...shared,
        story: id,
        name: one.name,
        honorifics: one.honorifics.join(" "),
        office: one.title ?? one.office,
        officeEn: one.titleEn,
        organisation: one.organisation,
        of: one.country,
        part: one.part,
        host: one.host ? 1 : 0,
        for: one.for,
      }));
    case "decisions":
      return decisions.map(({ kind, text }) => ({ ...shared, story: id, decision: kind, text }));
    default:
      return impossible(what);
  }
}

const clock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Istanbul",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** `2025-11-19 15:12`, in Istanbul: what spreadsheet programs of every language take for a time. */
function clockText(time: number): string {
  return clock.format(time);
}
