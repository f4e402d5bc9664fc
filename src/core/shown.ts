import type { Brief } from "./brief/schema.js";
import { confidenceFloor } from "./message/posts.js";

/**
 * What a reader sees of a story, as a string to compare: the brief without its offsets, and whether the page was read. Two
 * versions that are shown alike need no update, however the page changed.
 */
export function shownOf(brief: Brief, partial: boolean): string {
  const full = brief.confidence >= confidenceFloor;
  return JSON.stringify([
    partial,
    full,
    brief.kind,
    brief.language,
    brief.title,
    brief.lead,
    ...(full ? details(brief) : []),
  ]);
}

function details(brief: Brief): unknown[] {
  return [
    brief.place === null ? null : [brief.place.city, brief.place.country],
    brief.date === null ? null : [brief.date.from, brief.date.to, brief.date.basis],
    brief.attendees.map((a) => [
      a.name,
      a.honorifics,
      a.title,
      a.titleEn,
      a.organisation,
      a.country,
      a.part,
      a.host,
      a.for,
    ]),
    brief.groups.map((group) => group.text),
    brief.decisions.map((decision) => [decision.kind, decision.text]),
  ];
}
