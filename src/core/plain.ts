import { furniture, withoutCredits } from "./boilerplate.js";
import { guessLanguage } from "./language.js";
import {
  bareCity,
  cutDateline,
  isCategory,
  isDateline,
  isFurnitureOfHead,
  isName,
  readByline,
  readDay,
} from "./plain-line.js";
import type { Article, Paragraph } from "./story.js";
import { plainLines } from "./plain-wrap.js";

/**
 * A story copied from the web page as plain text: optional furniture (date, category, tickers), title, spot, byline, photo
 * credit, dateline, paragraphs and subheads. Every part but the title may be missing; never fails, an empty text has an empty title.
 */
export function readPlain(text: string, language: string | null = null): Article {
  const lines = plainLines(text);
  const head = readHead(lines);
  const { body, tags } = readBody(lines.slice(head.end));
  const first = body[0];
  const inline = first && head.dateline === null ? cutDateline(first.text) : null;
  if (first && inline) first.text = inline.text;
  return {
    link: null,
    language: language ?? guessLanguage(text),
    title: head.title,
    spot: head.spot,
    author: head.author ?? inline?.author ?? null,
    dateline: head.dateline ?? inline?.city ?? null,
    published: head.published,
    updated: head.updated,
    section: head.section,
    body,
    photo: null,
    tags,
  };
}

interface Head extends Pick<Article, "title" | "spot" | "author" | "dateline" | "published" | "updated" | "section"> {
  /** Index of the first line of the body. */
  end: number;
}

function readHead(lines: readonly string[]): Head {
  const head: Head = {
    title: "",
    spot: null,
    author: null,
    dateline: null,
    published: null,
    updated: null,
    section: null,
    end: 0,
  };
  let at = 0;
  for (; at < lines.length - 1 && isAboveTitle(lines, at); at += 1) {
    const line = lines[at] ?? "";
    for (const part of [line, ...line.split(/\s*[|•]\s*/)]) {
      head.published ??= readDay(part);
      if (isCategory(part)) head.section = part;
    }
  }
  head.title = lines[at] ?? "";
  at = readSpot(lines, at + 1, head);
  at = readMarks(lines, at, head);
  const next = lines[at];
  if (next !== undefined && head.dateline === null && at + 1 < lines.length && isDateline(next) && !furniture(next)) {
    head.dateline = bareCity(next);
    at += 1;
  }
  head.end = at;
  return head;
}

/** The title is the first line that is neither date nor category nor other furniture. */
function isAboveTitle(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (isFurnitureOfHead(line) || furniture(line) !== null || !/\p{L}/u.test(line)) return true;
  // A category we do not know: up to three words, then a line that looks like a title (longer, without full stop), then a spot.
  const next = lines[at + 1] ?? "";
  const third = lines[at + 2] ?? "";
  return (
    line.length <= 25 &&
    line.split(" ").length <= 3 &&
    next.length >= 25 &&
    !isSentence(next) &&
    !isMark(next) &&
    third.length > 40 &&
    !isMark(third)
  );
}

const isSentence = (line: string) => /[.!?…]["”’']?$/.test(line);
const isMark = (line: string) => readByline(line) !== null || furniture(line) === "drop" || !/\p{L}/u.test(line);

/** Between title and byline stands the spot; without a byline it is the one sentence before a dateline or before two paragraphs or more. */
function readSpot(lines: readonly string[], from: number, head: Head): number {
  const near = lines.slice(from, from + 4);
  const byline = near.findIndex((line) => readByline(line) !== null);
  // A photo credit further down stands in the body.
  const credit = near.slice(0, 2).findIndex(isMark);
  const mark = byline >= 0 ? byline : credit;
  if (mark >= 0) {
    const spot = near.slice(0, mark).filter((line) => !isMark(line) && !isCategory(line));
    const last = spot.at(-1);
    const named = readByline(near[mark] ?? "")?.author ?? null;
    if (last !== undefined && named === null && isName(last)) head.author = spot.pop() ?? null;
    else if (last !== undefined && spot.length > 1 && isDateline(last)) head.dateline = bareCity(spot.pop() ?? "");
    head.spot = spot.join(" ") || null;
    return from + mark;
  }
  const [first = "", second = "", third] = near;
  const isBody = third === undefined || cutDateline(first) !== null || isDateline(first);
  if (isBody && !(isName(first) && isDateline(second))) return from;
  if (isName(first) && isDateline(second)) {
    head.author = first;
    return from + 1;
  }
  const oneSentence = first.length <= 320 && !/[.!?…]["”’']? +\p{Lu}/u.test(first.replace(/\b\p{L}{1,5}\. /gu, ""));
  if (!oneSentence && !isDateline(second)) return from;
  head.spot = first;
  if (third !== undefined && isName(second) && isDateline(third)) {
    head.author = second;
    return from + 2;
  }
  return from + 1;
}

/** Byline, dates and photo credit, on one line or on several. */
function readMarks(lines: readonly string[], from: number, head: Head): number {
  let at = from;
  for (; at < lines.length && isMark(lines[at] ?? ""); at += 1) {
    const byline = readByline(lines[at] ?? "");
    if (!byline) continue;
    head.author ??= byline.author;
    // What stands beside the author is surer than a date above the title.
    head.published = byline.published ?? head.published;
    head.updated ??= byline.updated;
  }
  return at;
}

interface Line {
  text: string;
  bullet: boolean;
}

function readBody(lines: readonly string[]): { body: Paragraph[]; tags: string[] } {
  const kept: Line[] = [];
  let ended = false;
  let tags: string[] = [];
  for (const [index, line] of lines.entries()) {
    const kind = furniture(line);
    if (kind === "tags") {
      tags = readTags(line, lines.slice(index + 1));
      break;
    }
    ended ||= kind === "end" && kept.length > 0;
    const text = line.replace(/^(?:[•·●▪◦■►🔹🔸]\s*|[-–—]\s+)/u, "");
    if (!ended && kind === null && /[\p{L}\p{N}]/u.test(text)) kept.push({ text, bullet: text !== line });
  }
  return { body: subheads(withoutCredits(kept)), tags };
}

function readTags(line: string, after: readonly string[]): string[] {
  const inline = line.split(":").slice(1).join(":");
  const below = after.findIndex((text) => furniture(text) !== null || text.length > 60 || isSentence(text));
  const listed = below < 0 ? after : after.slice(0, below);
  return [inline, ...listed]
    .flatMap((text) => text.split(","))
    .map((tag) => tag.trim().replace(/^#/, ""))
    .filter(Boolean);
}

/** A subhead is a short line without final punctuation, or wholly in quotation marks, alone between two paragraphs. */
function subheads(lines: readonly Line[]): Paragraph[] {
  const short = lines.map(({ text }) => looksLikeSubhead(text));
  return lines.map(({ text, bullet }, at) => {
    const before = lines[at - 1];
    const alone = before !== undefined && at + 1 < lines.length && !short[at - 1] && !short[at + 1];
    const listed = before !== undefined && (before.text.endsWith(":") || (bullet && before.bullet));
    const kind = short[at] && alone && !listed ? "subhead" : "paragraph";
    return { kind, text: text.replace(/^\*\s*(?=\S)/, "") };
  });
}

/** True of `Ankara merkezli sekretarya` and `"Birlikte daha güçlüyüz"`, not of a sentence; `core` alone cannot know where it stands. */
export function looksLikeSubhead(text: string): boolean {
  const quoted = /^["“](?<inner>[^"“”]+)["”]$/.exec(text)?.groups?.["inner"];
  if (quoted !== undefined) return text.length <= 160 && !/[.…:;,]$/.test(quoted);
  return (
    text.length <= 100 &&
    text.split(" ").length <= 12 &&
    /^[\p{Lu}\p{N}"“'‘]/u.test(text) &&
    !/[.!?…:;,]["”’']?$/.test(text)
  );
}
