import { cleanText } from "../core/message/clean.js";
import { titleText } from "../core/message/people.js";
import { confidenceFloor, placeText } from "../core/message/posts.js";
import type { StoryView } from "../core/message/view.js";
import { storyPath } from "./pieces.js";
import type { Syndicated } from "./syndication.js";

/** What people go to. */
const gatherings = new Set(["meeting", "visit", "agreement", "election"]);
const day = 24 * 60 * 60_000;

/** The meetings among some stories as iCalendar (RFC 5545), each on the whole of its day or days. */
export function calendarText({ title, base, views, language, words }: Syndicated): string {
  const events = views.flatMap((view) => eventLines(view, { base, language, words }));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tellal//Tellal//TR",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(title)}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(
  view: StoryView,
  { base, language, words }: Pick<Syndicated, "base" | "language" | "words">,
): string[] {
  const { brief } = view;
  const { date } = brief;
  if (date === null || brief.confidence < confidenceFloor || !gatherings.has(brief.kind)) return [];
  const [from, to] = [Date.parse(date.from), Date.parse(date.to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return [];
  const say = words(language);
  const people = brief.attendees.map((one) => {
    const { title } = titleText(one, brief, language);
    return `• ${[...one.honorifics, one.name].join(" ")}${title === "" ? "" : ` — ${title}`}`;
  });
  const decisions = brief.decisions.map(({ text }) => `• ${text}`);
  const text = [
    brief.lead ?? "",
    people.length === 0 ? "" : [say("people", { kind: brief.kind, count: people.length }), ...people].join("\n"),
    decisions.length === 0 ? "" : [say("decisions", { count: decisions.length }), ...decisions].join("\n"),
    `${say("source", { source: view.source })} · ${say("extracted")}`,
  ].filter((part) => part !== "");
  const place = brief.place === null ? "" : placeText(brief.place, language);
  const stamp = Math.max(view.updated ?? 0, view.published ?? 0, from);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(encodeURIComponent(view.id))}@tellal`,
    `DTSTAMP:${new Date(stamp).toISOString().replace(/[-:]|\.\d+/gu, "")}`,
    `DTSTART;VALUE=DATE:${dateText(from)}`,
    // The day behind the last one.
    `DTEND;VALUE=DATE:${dateText(Math.max(from, to) + day)}`,
    `SUMMARY:${escaped(brief.title)}`,
    ...(place === "" ? [] : [`LOCATION:${escaped(place)}`]),
    `DESCRIPTION:${escaped(text.join("\n\n"))}`,
    `URL:${base}${storyPath(view.id)}`,
    `CATEGORIES:${escaped(say(`kind-${brief.kind}`))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
}

function escaped(text: string): string {
  return text
    .split("\n")
    .map(cleanText)
    .join("\n")
    .replace(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll("\n", String.raw`\n`);
}

/** Lines are at most 75 bytes; what is longer goes on in the next one, behind a blank, and no letter is cut. */
function folded(line: string): string {
  let text = "";
  let bytes = 0;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (bytes + length > 74) {
      text += "\r\n ";
      bytes = 1;
    }
    text += letter;
    bytes += length;
  }
  return text;
}
