import type { Mention } from "./mention.js";
import { international } from "./mention.js";
import { phraseOf } from "./phrases.js";
import { parenthesesAt } from "./parentheses.js";
import { Tag } from "./tag.js";
import { linked } from "./turkish-shared.js";
import type { Scene } from "./turkish-runs.js";
import { isAcronym } from "./turkish-runs.js";

export const prepositions = new Set(["of", "to", "for", "at", "on", "in"]);
const articles = new Set(["the", "a", "an", "his", "her", "its", "their", "also", "then"]);
/** Words of a title at most. */
export const longest = 18;
/** What a word of a title may be. */
export const inTitle = Tag.head | Tag.institution | Tag.organisation | Tag.country | Tag.city;

/** Whether the word at `at` has one of the tags. */
export const has = ({ tags }: Scene, at: number, tag: number) => ((tags[at] ?? 0) & tag) !== 0;

const closers = new Set([",", ".", ";", ")", "—", "–"]);
const breaks = new Set([
  "who",
  "which",
  "that",
  "was",
  "were",
  "is",
  "has",
  "had",
  "said",
  "will",
  "as",
  "after",
  "before",
  "while",
  "when",
  "where",
  "with",
  "from",
  "by",
  "attended",
  "met",
  "during",
]);

/** `Minister of Culture, Youth and Sports`: how many words a portfolio goes on for behind a comma at `at`; 0 for none. */
export function portfolioAt(scene: Scene, at: number): number {
  const { words } = scene;
  // `the minister of economy, trade and industry`: all of them in small letters, or none.
  const capital = has(scene, at - 1, Tag.capital);
  const field = (index: number) => has(scene, index, Tag.institution) && has(scene, index, Tag.capital) === capital;
  if (words[at]?.text !== "," || !has(scene, at - 1, Tag.institution)) return 0;
  let last = false;
  for (let next = at + 1; next - at < longest; next += 1) {
    if (field(next)) continue;
    if (last) return has(scene, next, Tag.head) || !field(next - 1) ? 0 : next - at;
    if (words[next]?.text === "," && field(next - 1)) continue;
    if (words[next]?.key !== "and" || !field(next + 1)) return 0;
    last = true;
  }
  return 0;
}

/** Titles that stand apart by a comma: `Ali Veli, the president of X,` and `the president of X, Ali Veli,`. */
export function joinTitles(scene: Scene, mentions: Mention[]) {
  for (const one of mentions) originBehind(scene, one);
  for (let index = 0; index < mentions.length; index += 1) dashed(scene, mentions, index);
  for (let index = 0; index < mentions.length; index += 1) secondOffice(scene, mentions, index);
  for (let index = 0; index < mentions.length; index += 1) sharedBefore(scene, mentions, index);
  for (let index = 0; index < mentions.length; index += 1) {
    const one = mentions[index];
    if (one === undefined || one.titleStart !== null) continue;
    // `President, Ali Veli, Secretary-General, Can Us, and Director, Ece Al`: an office that is nobody's yet is the next one's.
    const before = one.short ? null : titleBefore(scene, one.from, mentions[index - 1]?.to ?? 0);
    if (before !== null) {
      place(scene, one, before, one.from - 1);
      one.from = before;
      continue;
    }
    const behind = titleBehind(scene, one.to, mentions[index + 1]?.from ?? scene.words.length);
    if (behind !== null) {
      place(scene, one, behind.from, behind.to);
      one.to = Math.max(one.to, behind.to);
    }
  }
}

/** `Malta's Deputy Prime Minister, Minister of Economy Ali Veli`: two offices of one, the first of them nobody else's. */
function secondOffice(scene: Scene, mentions: readonly Mention[], index: number) {
  const one = mentions[index];
  if (one === undefined || one.titleStart === null || one.short) return;
  const former = scene.words[one.titleFrom - 1]?.key === "former" ? one.titleFrom - 1 : one.titleFrom;
  const before = titleBefore(scene, former, mentions[index - 1]?.to ?? 0);
  if (before === null || scene.words[before]?.capital !== true) return;
  // `Ece Al, Head of the Delegation, Manager Can Us`: it is the first one's.
  const previous = mentions[index - 1];
  if (previous?.titleStart === null && !previous.short && before === previous.to + 1) return;
  const to = one.titleTo;
  place(scene, one, before, to);
  one.from = before;
}

function place({ words }: Scene, one: Mention, from: number, to: number) {
  one.titleFrom = from;
  one.titleTo = to;
  one.titleStart = words[from]?.start ?? null;
  one.titleEnd = words[to - 1]?.end ?? null;
}

function titleBehind(scene: Scene, from: number, limit: number): { from: number; to: number } | null {
  const { words } = scene;
  if (words[from]?.text !== ",") return null;
  let start = from + 1;
  // `Veli, who is the director of X,`
  if (words[start]?.key === "who" && words[start + 1]?.key === "is") start += 2;
  while (articles.has(words[start]?.key ?? "")) start += 1;
  let head = -1;
  let at = start;
  for (; at < words.length && at - start < longest; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted) return null;
    // `head of the Authority (AFAD)`
    if (word.text === ")" && words[at - 2]?.text === "(") continue;
    const portfolio = head === -1 ? 0 : portfolioAt(scene, at);
    if (portfolio > 0) {
      at += portfolio - 1;
      continue;
    }
    if (closers.has(word.text)) break;
    if (breaks.has(word.key)) break;
    if (word.key === "and" && (head === -1 || !has(scene, at + 1, Tag.institution | Tag.country))) break;
    if (head === -1) {
      if (has(scene, at, Tag.head) && !has(scene, at, Tag.pluralHead)) head = at;
      else if (
        at >= limit ||
        !(
          has(scene, at, inTitle) ||
          prepositions.has(word.key) ||
          (!word.capital && at - start < 4 && word.kind === "word")
        )
      )
        return null;
    }
  }
  if (head === -1 || head - start > 8) return null;
  // `…, Minister Ali Veli, …` is the next in a list, not a title of the one before.
  if (limit < at && limit <= head + 1 && has(scene, head + 1, Tag.capital) && !has(scene, head + 1, inTitle))
    return null;
  if (limit <= head) return null;
  return { from: start, to: at };
}

function titleBefore(scene: Scene, nameFrom: number, floor: number): number | null {
  const { words } = scene;
  if (words[nameFrom - 1]?.text !== ",") return null;
  const next = words[nameFrom]?.text;
  if (next === undefined) return null;
  let head = -1;
  for (let at = nameFrom - 2; at >= floor && nameFrom - at < longest; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) break;
    // `Secretary General of the Organization (OTS), Ali Veli`
    if (word.text === ")" && words[at - 2]?.text === "(") {
      at -= 2;
      continue;
    }
    if (closers.has(word.text) || breaks.has(word.key)) break;
    if (has(scene, at, Tag.head) && !has(scene, at, Tag.pluralHead)) head = at;
    else if (head !== -1 && (articles.has(word.key) || !has(scene, at, inTitle))) break;
    else if (
      head === -1 &&
      !has(scene, at, inTitle) &&
      !prepositions.has(word.key) &&
      word.key !== "the" &&
      !(word.key === "and" && has(scene, at - 1, Tag.capital) && has(scene, at + 1, Tag.capital)) &&
      !word.capital
    )
      break;
  }
  if (head === -1) return null;
  let start = head;
  while (start > floor && (has(scene, start - 1, inTitle) || isAcronym(words[start - 1])) && !words[start - 1]?.quoted)
    start -= 1;
  return start;
}

/** `Foreign Ministers Ali Veli of Malta and …`, `President Ali Veli of the Malta Red Cross`: what the office is of. */
function originBehind(scene: Scene, one: Mention) {
  const { words, lexicon } = scene;
  if (one.short) return;
  // `Veli (Malta)`, `Veli from Malta`
  const aside =
    words[one.to]?.text === "(" || words[one.to]?.key === "from"
      ? phraseOf(words, one.to + 1, lexicon.countries)
      : null;
  const closed = words[one.to]?.text !== "(" || words[one.to + 1 + (aside?.length ?? 0)]?.text === ")";
  if (aside !== null && closed && !aside.value.adjective) {
    one.fromCountry = aside.value.code;
    one.to += 1 + aside.length + (words[one.to]?.text === "(" ? 1 : 0);
    return;
  }
  if (words[one.to]?.key !== "of") return;
  const from = words[one.to + 1]?.key === "the" ? one.to + 2 : one.to + 1;
  if (words[from]?.capital !== true) return;
  const organisation = phraseOf(words, from, lexicon.organisations);
  const country = phraseOf(words, from, lexicon.countries);
  if (country !== null && country.length >= (organisation?.length ?? 0) && !country.value.adjective)
    one.fromCountry = country.value.code;
  else if (organisation !== null) one.fromCountry = organisation.value.country ?? international;
  else if (country !== null && has(scene, from + country.length, Tag.institution)) one.fromCountry = country.value.code;
  else return;
  let to = from + (organisation?.length ?? country?.length ?? 1);
  while (has(scene, to, Tag.institution | Tag.organisation) && words[to]?.capital === true) to += 1;
  one.to = to + parenthesesAt(words, to);
}

/** `foreign ministers of Malta – Ali Veli, Libya – Can Usta`: each behind his country, the office in the plural before the first. */
function dashed(scene: Scene, mentions: readonly Mention[], index: number) {
  const { words, lexicon } = scene;
  const one = mentions[index];
  if (one === undefined || one.short || one.titleStart !== null) return;
  if (!/^[–—-]$/u.test(words[one.from - 1]?.text ?? "") || !has(scene, one.from - 2, Tag.country)) return;
  let from = one.from - 2;
  while (has(scene, from - 1, Tag.country)) from -= 1;
  const country = phraseOf(words, from, lexicon.countries);
  if (country === null) return;
  one.fromCountry = country.value.code;
  const before = mentions[index - 1];
  const to = words[from - 1]?.key === "the" ? from - 2 : from - 1;
  if (words[to]?.key === "of" && has(scene, to - 1, Tag.pluralHead)) {
    let start = to - 1;
    while (has(scene, start - 1, inTitle) && !has(scene, start - 1, Tag.suffix)) start -= 1;
    place(scene, one, start, to);
    Object.assign(one, { shared: true, sharedIndex: 0 });
  } else if (before !== undefined && before.shared && from - before.to <= 2) {
    place(scene, one, before.titleFrom, before.titleTo);
    Object.assign(one, { shared: true, sharedIndex: (before.sharedIndex ?? 0) + 1 });
  }
}

/** `foreign ministers of Malta and Libya, Ali Veli and Can Usta,`: a title in the plural before the names it is of. */
function sharedBefore(scene: Scene, mentions: readonly Mention[], index: number) {
  const { words } = scene;
  const first = mentions[index];
  if (first === undefined || first.short || first.titleStart !== null || words[first.from - 1]?.text !== ",") return;
  const to = first.from - 1;
  let head = -1;
  let from = to;
  for (let at = to - 1; at >= (mentions[index - 1]?.to ?? 0) && to - at < longest; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted) break;
    const inside = has(scene, at, inTitle) && !has(scene, at, Tag.suffix);
    if (!inside && !(prepositions.has(word.key) && head === -1) && word.key !== "and" && word.text !== ",") break;
    if (has(scene, at, Tag.pluralHead)) head = at;
    if (inside) from = at;
  }
  if (head === -1) return;
  let shared = 0;
  for (let at = index; at < mentions.length; at += 1) {
    const one = mentions[at];
    if (one === undefined || one.titleStart !== null || one.short) break;
    if (at > index && !linked(words, mentions[at - 1]?.to ?? 0, one.from)) break;
    place(scene, one, from, to);
    Object.assign(one, { shared: true, sharedIndex: shared });
    shared += 1;
  }
  first.from = from;
}
