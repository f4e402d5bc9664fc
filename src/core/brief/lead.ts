import type { Doc, Sentence } from "./document.js";

/** UTF-16 units of a lead at most. */
const most = 280;

/**
 * What the story says in at most 280 characters: the spot, else the first paragraph, whole sentences as far as they
 * fit. A first sentence that is longer is cut behind a clause or a word and ends in `…`. Null for a story without text.
 */
export function readLead(doc: Doc): string | null {
  const spot = doc.sentences.filter(({ part }) => part === "spot");
  const first = doc.sentences.find(({ part }) => part === "paragraph");
  const paragraph = doc.sentences.filter(({ paragraph }) => paragraph === first?.paragraph);
  return leadOf(doc, spot) ?? leadOf(doc, paragraph);
}

function leadOf(doc: Doc, sentences: readonly Sentence[]): string | null {
  const first = sentences[0];
  if (first === undefined) return null;
  let end = first.end;
  for (const sentence of sentences) {
    if (sentence.end - first.start > most) break;
    end = sentence.end;
  }
  const text = doc.text.slice(first.start, end).replace(/\s+/gu, " ").trim();
  return text.length <= most ? text : cut(text);
}

function cut(text: string): string {
  const room = text.slice(0, most - 1);
  const clause = Math.max(room.lastIndexOf(", "), room.lastIndexOf("; "));
  const word = room.lastIndexOf(" ");
  const end =
    clause > most / 2 ? clause : word > 0 ? word : room.length - (isHigh(room.charCodeAt(room.length - 1)) ? 1 : 0);
  return `${room.slice(0, end).replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** The first half of a character of two units must not stand alone. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
