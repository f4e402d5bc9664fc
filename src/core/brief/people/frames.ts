import { isPassive, pastOf, verbForms } from "../turkish-forms.js";
import type { Shape } from "../turkish-forms.js";
import type { AttendanceRow } from "../lexicon-people.js";

/** One row of the attendance table in one of its forms. `fixed`: words that have no forms (`ev sahipliğinde`). */
export interface Frame {
  row: AttendanceRow;
  /** The words before the last one. */
  before: string[];
  shape: Shape | "fixed";
  passive: boolean;
}

/** Frames by their last word (Turkish) or first word (English), longest first. */
export type FrameIndex = Map<string, Frame[]>;

/** `katılıyor`: told while it goes on; `katılmıştı` would be an old story. */
function presentOf(stem: string): string {
  const bare = /[aeıiuü]$/u.test(stem) && stem.length > 2 ? stem.slice(0, -1) : stem === "et" ? "ed" : stem;
  const vowel = /[aeıioöuü](?=[^aeıioöuü]*$)/u.exec(bare)?.[0] ?? "i";
  const high: Record<string, string> = { a: "ı", ı: "ı", e: "i", i: "i", o: "u", u: "u", ö: "ü", ü: "ü" };
  return `${bare}${high[vowel] ?? "i"}yor`;
}

/** `katıldıktan`, before `sonra`: it happened, and its subject goes on. */
const afterThat = (stem: string) => {
  const past = pastOf(stem);
  return `${past}kt${/[ıu]$/u.test(past) ? "a" : "e"}n`;
};

/** They end like a passive and are none. */
const active = new Set(["katıl", "bulun", "toplan"]);

/** Turkish rows in all their forms. A verb is written as its stem and a hyphen. */
export function turkishFrames(rows: readonly AttendanceRow[]): FrameIndex {
  const index: FrameIndex = new Map();
  for (const row of rows) {
    const words = row.says.split(" ");
    const last = words.at(-1) ?? "";
    const before = words.slice(0, -1);
    if (!last.endsWith("-")) {
      add(index, last, { row, before, shape: "fixed", passive: false });
      continue;
    }
    const stem = last.slice(0, -1);
    const passive = isPassive(stem) && !active.has(stem);
    for (const [form, shape] of verbForms(stem)) {
      if (shape !== "factObject" || reportable(row)) add(index, form, { row, before, shape, passive });
    }
    add(index, afterThat(stem), { row, before, shape: "converb", passive });
    add(index, presentOf(stem), { row, before, shape: "past", passive });
    add(index, `${presentOf(stem)}lar`, { row, before, shape: "past", passive });
  }
  return sorted(index);
}

/** `Us, Bakan Kaya ile görüştüğünü bildirdi`: who met whom may be told as reported. */
const reportable = ({ of, after }: AttendanceRow) => of.includes("with") && of.length <= 2 && after === undefined;

/** English rows as they stand, by their first word. */
export function englishFrames(rows: readonly AttendanceRow[]): FrameIndex {
  const index: FrameIndex = new Map();
  for (const row of rows) {
    const words = row.says.split(" ");
    add(index, words[0] ?? "", { row, before: words.slice(1), shape: "fixed", passive: false });
  }
  return sorted(index);
}

function add(index: FrameIndex, key: string, frame: Frame) {
  const same = index.get(key);
  if (same === undefined) index.set(key, [frame]);
  else same.push(frame);
}

function sorted(index: FrameIndex): FrameIndex {
  for (const same of index.values()) same.sort((a, b) => b.before.length - a.before.length);
  return index;
}
