import { briefKinds, type BriefKind } from "../core/brief/schema.js";
import { fromIstanbul } from "../core/istanbul.js";
import type { Behind, StoryFilter } from "../store/archive.js";
import { idsOf, type Visit } from "./visit.js";

/** What was asked of the archive, as it was written; empty where nothing was. */
export interface Asked {
  words: string;
  topic: string;
  kind: BriefKind | "";
  country: string;
  person: string;
  from: string;
  to: string;
}

const day = 24 * 60 * 60_000;

/** Reads the form. What is not there, or of no known form, is not asked for. */
export function readAsked({ query, topics }: Visit): Asked {
  const kind = briefKinds.find((one) => one === query("kind"));
  const dateOf = (text: string) => (dayStart(text) === null ? "" : text);
  return {
    words: query("q"),
    topic: topics.some(({ id }) => id === query("topic")) ? query("topic") : "",
    kind: kind ?? "",
    country: /^(?:[A-Z]{2}|x-kktc)$/u.test(query("country")) ? query("country") : "",
    person: query("person"),
    from: dateOf(query("from")),
    to: dateOf(query("to")),
  };
}

/** The same for the store; `person` is the id that the name was found to be. The last day counts in full. */
export function filterOf(asked: Asked, person: string | null, visit: Visit): StoryFilter {
  const last = asked.to === "" ? null : dayStart(asked.to);
  return {
    topics: asked.topic === "" ? idsOf(visit.topics) : [asked.topic],
    kind: asked.kind === "" ? null : asked.kind,
    country: asked.country === "" ? null : asked.country,
    person,
    from: asked.from === "" ? null : dayStart(asked.from),
    to: last === null ? null : last + day,
  };
}

/** A link to the archive that asks the same, with some of it changed. */
export function archivePath(asked: Partial<Asked>, more: Record<string, string> = {}): string {
  const { words = "", ...rest } = asked;
  const given = Object.entries({ q: words, ...rest, ...more }).filter(([, value]) => value !== "");
  return given.length === 0 ? "/" : `/?${new URLSearchParams(given).toString()}`;
}

/** Where a page begins: behind the story that the link names. */
export function readBehind(text: string): Behind | null {
  const [, at = "", id = ""] = /^(\d{1,15})\.(.+)$/u.exec(text) ?? [];
  return id === "" ? null : { at: Number(at), id };
}

export function behindText({ at, id }: Behind): string {
  return `${at}.${id}`;
}

/** The midnight in Istanbul that begins a day. */
function dayStart(text: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text) ?? [];
  return date === undefined ? null : fromIstanbul({ year: Number(year), month: Number(month), day: Number(date) });
}
