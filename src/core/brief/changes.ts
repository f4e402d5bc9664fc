import type { Attendee, Brief } from "./schema.js";

/** One thing that differs between two briefs of a story, in the order in which a post tells it. Null stands for nothing. */
export type BriefChange =
  | { what: "title" | "lead" | "kind" | "place" | "date"; before: string | null; after: string | null }
  | { what: "attendee" | "decision"; before: string | null; after: null }
  | { what: "attendee" | "decision"; before: null; after: string };

/** What a reader sees changed from one brief of a story to the next. */
export function changesBetween(before: Brief, after: Brief): BriefChange[] {
  const single = (what: "title" | "lead" | "kind" | "place" | "date", read: (brief: Brief) => string | null) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [{ what, before: was, after: is }];
  };
  return [
    ...single("title", ({ title }) => title),
    ...single("kind", ({ kind }) => kind),
    ...single("lead", ({ lead }) => lead),
    ...single("place", ({ place }) => place && [place.city, place.country].filter((part) => part !== null).join(", ")),
    ...single("date", ({ date }) => date && (date.from === date.to ? date.from : `${date.from} – ${date.to}`)),
    ...lists("attendee", before.attendees.map(attendeeText), after.attendees.map(attendeeText)),
    ...lists(
      "decision",
      before.decisions.map(({ text }) => text),
      after.decisions.map(({ text }) => text),
    ),
  ];
}

function attendeeText({ honorifics, name, title }: Attendee): string {
  return [[...honorifics, name].join(" "), title].filter((part) => part !== null && part !== "").join(" — ");
}

function lists(what: "attendee" | "decision", before: readonly string[], after: readonly string[]): BriefChange[] {
  const gone = before.filter((text) => !after.includes(text)).map((text) => ({ what, before: text, after: null }));
  const fresh = after.filter((text) => !before.includes(text)).map((text) => ({ what, before: null, after: text }));
  return [...gone, ...fresh];
}
