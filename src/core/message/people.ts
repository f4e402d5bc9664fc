import type { Attendee, Brief } from "../brief/schema.js";
import { countryFlag, countryText, tellsCountry } from "./countries.js";
import type { Block, Span } from "./message.js";
import { restOf, type StoryView } from "./view.js";
import type { Say, Tongue } from "./words.js";

/** From so many countries on, flags sort the people of a list faster than words do. */
const flagsFrom = 3;

/** The attendees of a brief, hosts and chairs first, then the groups; null if it names nobody. */
export function peopleBlock({ id, brief }: StoryView, language: Tongue, say: Say): Block | null {
  const countries = new Set(brief.attendees.map(({ country }) => country).filter((country) => country !== null));
  const flags = countries.size >= flagsFrom;
  const items = [...brief.attendees]
    .sort((a, b) => rank(a) - rank(b))
    .map((attendee) => [...(flags ? flagOf(attendee) : []), ...person(attendee, brief, language, say)]);
  const groups = brief.groups.map((group): Span[] => [
    { type: "text", text: items.length === 0 ? group.text : say("also-present", { group: group.text }) },
  ]);
  if (items.length + groups.length === 0) return null;
  const label = items.length === 0 ? say("groups") : say("people", { kind: brief.kind, count: items.length });
  const rest = restOf(id, "people", say("more-people", { kind: brief.kind }));
  return { type: "list", label, items: [...items, ...groups], rest };
}

/** Whether a reader of that language sees a title in the story's own language, because no translation is known. */
export function keepsTitles(brief: Brief, language: Tongue): boolean {
  return brief.language !== language && brief.attendees.some((attendee) => titleText(attendee, brief, language).kept);
}

function rank(attendee: Attendee): number {
  if (isHost(attendee)) return 0;
  if (attendee.part === "chair") return 1;
  return attendee.part === "message" ? 3 : 2;
}

function flagOf({ country }: Attendee): Span[] {
  const flag = country === null ? null : countryFlag(country);
  return flag === null ? [] : [{ type: "flag", text: flag }];
}

function isHost(attendee: Attendee): boolean {
  return attendee.host || attendee.part === "host";
}

function person(attendee: Attendee, brief: Brief, language: Tongue, say: Say): Span[] {
  const name = [...attendee.honorifics, attendee.name].join(" ");
  const { title, kept } = titleText(attendee, brief, language);
  const country = countryToTell(attendee.country, title, brief, language);
  const spans: Span[] = [{ type: "bold", text: name }];
  if (title !== "") {
    spans.push({ type: "text", text: " — " }, { type: kept ? "italic" : "text", text: title });
    if (country !== "") spans.push({ type: "text", text: ` (${country})` });
  } else if (country !== "") {
    spans.push({ type: "text", text: ` — ${country}` });
  }
  const marks = marksOf(attendee, brief, say);
  if (marks.length > 0) spans.push({ type: "text", text: " · " }, { type: "bold", text: marks.join(", ") });
  return spans;
}

/** The country in words, unless a reader knows it: an office without one in a Turkish story is Turkey's to a Turkish reader. */
function countryToTell(country: Attendee["country"], title: string, brief: Brief, language: Tongue): string {
  if (country === null || tellsCountry(title, country)) return "";
  if (country === "TR" && language === "tr" && brief.language === "tr") return "";
  return countryText(country, language);
}

/** The title in the reader's language if it is known; `kept` says that it stayed in the story's. */
export function titleText(attendee: Attendee, brief: Brief, language: Tongue): { title: string; kept: boolean } {
  const written = attendee.title ?? [attendee.organisation, attendee.office].filter((part) => part !== null).join(" ");
  if (language === "en" && brief.language !== "en" && attendee.titleEn !== null) {
    return { title: attendee.titleEn, kept: false };
  }
  return { title: written, kept: written !== "" && brief.language !== language };
}

function marksOf(attendee: Attendee, brief: Brief, say: Say): string[] {
  const marks: string[] = [];
  if (isHost(attendee)) marks.push(say("part-host"));
  if (attendee.part === "chair") marks.push(say("part-chair"));
  if (attendee.part === "message") marks.push(say("part-message"));
  // In a statement everybody listed spoke: the label says so.
  if (attendee.part === "speaker" && brief.kind !== "statement") marks.push(say("part-speaker"));
  if (attendee.for !== null) marks.push(say("part-for", { whom: attendee.for }));
  return marks;
}
