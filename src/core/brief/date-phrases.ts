import type { Day } from "./days.js";
import { dayOf, nearestYear, weekdayOf } from "./days.js";
import type { Word } from "./event-words.js";
import { listWith } from "./event-words.js";
import type { Form } from "./forms.js";
import { onceFor, perForm, wordOf } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";

/** A day or a run of days said in the text, `words[at..end]`. `open`: the words alone do not say that it is a time. */
export interface DatePhrase {
  from: Day;
  to: Day;
  at: number;
  end: number;
  /** It has a year of its own. */
  full: boolean;
  open: boolean;
}

const dayNumber = /^(?:0?[1-9]|[12]\d|3[01])$/u;
const numeric = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:'|$)/u;
const yearNumber = /^((?:19|20)\d{2})(?:'\p{L}+)?$/u;
const joins = new Set(["-", "–", "—", "ve", "ile", "and", "to", "through", "until"]);

const glued = /^(\p{L}+)([-\u2010\u2011])(\d{1,2})$/u;

const isGlued = perForm(({ kind, capital, key }) => kind === "word" && capital && glued.test(key));

/** `28 Kasım-2 Aralık`: the month and the day behind it are one word of the document and three here. */
export function unglue(words: readonly Word[]): readonly Word[] {
  if (!words.some(isGlued)) return words;
  return words.flatMap((word) => {
    const parts = word.kind === "word" && word.capital ? glued.exec(word.key) : null;
    if (parts === null) return [word];
    const cuts = [word.start, word.start + (parts[1]?.length ?? 0), word.end - (parts[3]?.length ?? 0), word.end];
    return [parts[1], parts[2], parts[3]].map((key = "", index): Word => {
      const form: Form = {
        key,
        base: key,
        capital: index === 0,
        text: word.text.slice((cuts[index] ?? 0) - word.start, (cuts[index + 1] ?? 0) - word.start),
        kind: index === 0 ? "word" : index === 1 ? "mark" : "number",
        answers: [],
      };
      return wordOf(form, cuts[index] ?? word.start, cuts[index + 1] ?? word.end, word.quoted);
    });
  });
}

/** Whether a date may begin with the word. */
const openersIn = onceFor((lexicon: EventsLexicon) => {
  const { months, weekdays, relativeDays } = lexicon;
  const days = new Set([...relativeDays.keys()].map((phrase) => phrase.split(" ")[0] ?? ""));
  return perForm(({ kind, key, base, capital }) => {
    if (kind !== "word") return kind === "number";
    return (capital && listWith(months, base) >= 0) || listWith(weekdays, key) >= 0 || days.has(key);
  });
});

/** All dates of a sentence outside quotation marks, in its order. `today` is the day of publication, null when unknown. */
export function readDates(words: readonly Word[], lexicon: EventsLexicon, today: Day | null): DatePhrase[] {
  const found: DatePhrase[] = [];
  const opensDate = openersIn(lexicon);
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    const phrase =
      word === undefined || word.quoted || !opensDate(word)
        ? null
        : word.kind === "number"
          ? (readNumeric(words, at) ?? readDayMonth(words, at, lexicon, today))
          : (readMonthDay(words, at, lexicon, today) ?? readRelative(words, at, lexicon, today));
    if (phrase !== null) found.push(phrase);
    at = phrase === null ? at + 1 : phrase.end;
  }
  return found;
}

function readNumeric(words: readonly Word[], at: number): DatePhrase | null {
  const parts = numeric.exec(words[at]?.key ?? "");
  if (parts === null) return null;
  const day = dayOf(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1]));
  return day === null ? null : { from: day, to: day, at, end: at + 1, full: true, open: false };
}

const isDay = (word: Word | undefined) => word !== undefined && dayNumber.test(word.key);

function monthAt(words: readonly Word[], at: number, { months }: EventsLexicon): number {
  const word = words[at];
  if (word === undefined || !word.capital || word.quoted) return -1;
  return listWith(months, word.base);
}

/** The year behind a day and month: its number and the index behind it. */
function yearAt(words: readonly Word[], at: number): { year: number | null; end: number } {
  const comma = words[at]?.key === "," ? 1 : 0;
  const found = yearNumber.exec(words[at + comma]?.key ?? "");
  return found === null ? { year: null, end: at } : { year: Number(found[1]), end: at + comma + 1 };
}

function resolve(month: number, date: number, year: number | null, today: Day | null): Day | null {
  if (year !== null) return dayOf(year, month, date);
  return today === null ? null : nearestYear(month, date, today);
}

/** `19 Kasım 2025`, `10-12 Ekim`, `28 Ekim-2 Kasım 2025`, `19 November 2025`. */
function readDayMonth(
  words: readonly Word[],
  at: number,
  lexicon: EventsLexicon,
  today: Day | null,
): DatePhrase | null {
  if (!isDay(words[at])) return null;
  const first = Number(words[at]?.key);
  const joined = joins.has(words[at + 1]?.key ?? "") && isDay(words[at + 2]);
  const monthIndex = joined ? at + 3 : at + 1;
  const month = monthAt(words, monthIndex, lexicon);
  if (month < 0) return null;
  let toMonth = month;
  let last = joined ? Number(words[at + 2]?.key) : first;
  let end = monthIndex + 1;
  const second = monthAt(words, end + 2, lexicon);
  const firstYear = yearAt(words, end);
  if (!joined && joins.has(words[end]?.key ?? "") && isDay(words[end + 1]) && second >= 0) {
    last = Number(words[end + 1]?.key);
    toMonth = second;
    end += 3;
  }
  const { year, end: behind } = end === monthIndex + 1 ? firstYear : yearAt(words, end);
  const to = resolve(toMonth, last, year, today);
  const from = resolve(month, first, year !== null && month > toMonth ? year - 1 : year, today);
  if (from === null || to === null || from > to) return null;
  const monthWord = words[end - 1];
  const next = words[behind];
  // `6 Şubat depremleri` names a thing; `6 Şubat'ta`, `6 Şubat günü`, `6 Şubat 2025'te` say when.
  const says =
    year !== null ||
    monthWord?.key.includes("'") === true ||
    /^(?:günü|tarih|saat|in|at)/u.test(next?.key ?? "") ||
    listWith(lexicon.weekdays, next?.base ?? "") >= 0 ||
    words[at - 1]?.key === "on" ||
    next === undefined;
  return { from, to, at, end: behind, full: year !== null, open: !says };
}

/** `Nov. 19, 2025`, `October 10-12`. */
function readMonthDay(
  words: readonly Word[],
  at: number,
  lexicon: EventsLexicon,
  today: Day | null,
): DatePhrase | null {
  const month = monthAt(words, at, lexicon);
  const dayWord = words[at + 1];
  if (month < 0 || dayWord === undefined) return null;
  const first = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(dayWord.key)?.[1] ?? Number.NaN);
  if (!(first >= 1 && first <= 31)) return null;
  const joined = joins.has(words[at + 2]?.key ?? "") && isDay(words[at + 3]) && monthAt(words, at + 4, lexicon) < 0;
  const last = joined ? Number(words[at + 3]?.key) : first;
  const { year, end } = yearAt(words, joined ? at + 4 : at + 2);
  const from = resolve(month, first, year, today);
  const to = resolve(month, last, year, today);
  if (from === null || to === null || from > to) return null;
  const before = words[at - 1]?.key ?? "";
  const next = words[end];
  const says =
    year !== null ||
    /^(?:on|from|between|until|by|for|for)$/u.test(before) ||
    next === undefined ||
    next.kind === "mark" ||
    next.key === "in";
  return { from, to, at, end, full: year !== null, open: !says };
}

/** `bugün`, `dün gece`, `çarşamba günü`, `on Wednesday`. */
function readRelative(
  words: readonly Word[],
  at: number,
  lexicon: EventsLexicon,
  today: Day | null,
): DatePhrase | null {
  const word = words[at];
  if (today === null || word === undefined) return null;
  const relative = relativeAt(words, at, lexicon.relativeDays);
  if (relative !== null) {
    const day = today + relative.offset;
    return { from: day, to: day, at, end: relative.end, full: false, open: false };
  }
  const weekday = listWith(lexicon.weekdays, word.key);
  if (weekday < 0) return null;
  const next = words[at + 1]?.key ?? "";
  const named = next === "günü" || (next === "" && word.capital) || lexicon.weekdays[0]?.includes("monday") === true;
  if (!named || (next !== "günü" && !word.capital)) return null;
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const day = today - back;
  return { from: day, to: day, at, end: next === "günü" ? at + 2 : at + 1, full: false, open: false };
}

/** How many days off `bugün` or `dün gece` is, and the index behind it; null for other words. */
function relativeAt(
  words: readonly Word[],
  at: number,
  days: EventsLexicon["relativeDays"],
): { offset: number; end: number } | null {
  const key = words[at]?.key ?? "";
  const pair = days.get(`${key} ${words[at + 1]?.key ?? ""}`);
  const offset = pair ?? days.get(key);
  return offset === undefined ? null : { offset, end: pair === undefined ? at + 1 : at + 2 };
}
