import { readAttendees } from "../../../src/core/brief/attendees.js";
import type { Doc } from "../../../src/core/brief/document.js";
import { readGroups } from "../../../src/core/brief/groups.js";
import { readDocument } from "../../../src/core/brief/read-document.js";
import type { Attendee } from "../../../src/core/brief/schema.js";
import { storyText } from "../../../src/core/story.js";
import { lexicon } from "../../lexicon.js";

/** A body whose paragraphs stand between `|`. */
function docOf(text: string, language: "tr" | "en", published: number | null = null): Doc {
  const body = text.split("|").map((part) => ({ kind: "paragraph" as const, text: part.trim() }));
  return readDocument(storyText({ title: "", spot: null, dateline: null, body }), { language, published });
}

export function attendeesOf(text: string, language: "tr" | "en" = "tr", published: number | null = null): Attendee[] {
  return readAttendees(docOf(text, language, published), lexicon[language]);
}

/** `Name part` of each attendee, in order. */
export function parts(text: string, language: "tr" | "en" = "tr"): string[] {
  return attendeesOf(text, language).map(({ name, part }) => `${name} ${part}`);
}

export function groupsOf(text: string, language: "tr" | "en" = "tr"): string[] {
  return readGroups(docOf(text, language), lexicon[language]).map((group) => group.text);
}
