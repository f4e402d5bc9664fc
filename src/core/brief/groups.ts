import type { Doc } from "./document.js";
import { englishGroup } from "./english-groups.js";
import type { Word } from "./event-words.js";
import { perForm } from "./forms.js";
import type { LanguageLexicon } from "./lexicon.js";
import type { PeopleLexicon } from "./people/lexicon.js";
import type { Read } from "./people/presence.js";
import { readPresence } from "./people/presence.js";
import { isEventWord } from "./people/turkish-runs.js";
import type { Group } from "./schema.js";

/** A group is a few words long; more would be a clause. */
const longest = 14;
const joints = new Set([
  "alongside",
  "did",
  "were",
  "ve",
  "ile",
  "and",
  "with",
  "birlikte",
  "sıra",
  "ayrıca",
  "as",
  "well",
  "by",
  "ise",
  "de",
  "da",
]);
/** A delegation is somebody of its own only beside another: `beraberindeki heyet`. */
const company = /(?:beraberindeki|gelen|eşliğindeki)/u;
const number =
  /^(?:\d[\d.]*|çok|sayıda|birçok|bazı|pek|yüzlerce|onlarca|binlerce|diğer|other|many|several|dozens|hundreds)$/u;

/**
 * Those who were there without being named, as written, without case ending: `çok sayıda davetli`, `ilgili kurumların
 * temsilcileri`. Looked for in the lists of those present only.
 */
export function readGroups(doc: Doc, lexicon: LanguageLexicon): Group[] {
  const groups: Group[] = [];
  const seen = new Set<string>();
  for (const read of readPresence(doc, lexicon.people)) {
    if (read.told.lists.length === 0) continue;
    const named = namedIn(read);
    for (const list of read.told.lists) {
      for (const { start, end } of groupsOf(read, list, lexicon.people, named)) {
        const text = doc.text.slice(start, end);
        const key = text.toLowerCase();
        if (!seen.has(key)) groups.push({ text, start, end });
        seen.add(key);
      }
    }
  }
  return groups.sort((a, b) => a.start - b.start);
}

/** Says something of `words[from..to]`. */
type Stretch = (from: number, to: number) => boolean;

/** Where those named in a sentence stand, told in a time that hardly grows with their number. */
interface Named {
  isNamed: Stretch;
  /** Index of the first mention that ends behind the word; -1 for none. */
  firstBehind: (at: number) => number;
}

function namedIn({ mentions }: Read): Named {
  const firstBehind = (at: number) => {
    let low = 0;
    let high = mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((mentions[middle]?.to ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low === mentions.length ? -1 : low;
  };
  return {
    isNamed: (from, to) => from < to && (mentions[firstBehind(from)]?.from ?? Number.POSITIVE_INFINITY) < to,
    firstBehind,
  };
}

const endsWithMany = perForm(({ key }) => /l[ae]r[ıi]?y?l[ae]$/u.test(key));

/** The groups of one list: its parts that end in a head (`temsilcileri`), whole. */
function groupsOf(
  { scene, mentions }: Read,
  list: { from: number; to: number },
  lexicon: PeopleLexicon,
  { isNamed, firstBehind }: Named,
): { start: number; end: number }[] {
  const { words } = scene;
  const found: { start: number; end: number }[] = [];
  let from = list.from;
  let next = firstBehind(list.from);
  for (let at = list.from; at <= list.to; at += 1) {
    const word = words[at];
    const mention = next === -1 ? undefined : mentions[next];
    if (mention !== undefined && at >= mention.from && at < list.to) {
      at = mention.to - 1;
      from = mention.to;
      next += 1;
      continue;
    }
    // `diğer yetkililerle çok sayıda konuk`: the ending says `with` and parts two groups.
    if (word !== undefined && at + 1 < list.to && endsWithMany(word) && headLength(word.key, lexicon) > 0) {
      const group = groupIn(words, from, at + 1, lexicon, isNamed);
      if (group !== null) found.push(group);
      from = at + 1;
      continue;
    }
    // `ve beraberindeki heyeti makamında kabul etti`: the company ends with its own noun.
    if (
      word !== undefined &&
      at + 1 < list.to &&
      (words[from]?.key === "beraberindeki" || words[at - 1]?.key === "gelen") &&
      word.key.startsWith("heyet") &&
      headLength(word.key, lexicon) > 0
    ) {
      const group = groupIn(words, from, at + 1, lexicon, isNamed);
      if (group !== null) found.push(group);
      from = at + 1;
      continue;
    }
    const parts = word === undefined || at === list.to || word.kind === "mark" || joints.has(word.key);
    if (!parts) continue;
    const group = groupIn(words, from, at, lexicon, isNamed);
    if (group !== null) found.push(group);
    from = at + 1;
  }
  return found;
}

/** `…, bürokratlar ve …`: one word between commas, in a list with people in it. */
function listed(words: readonly Word[], from: number, to: number, isNamed: Stretch): boolean {
  const next = words[to];
  const parts = next !== undefined && (next.text === "," || next.key === "ve" || next.key === "ile");
  return parts && words[from - 1]?.text === "," && isNamed(Math.max(0, from - 8), from);
}

function groupIn(
  words: readonly Word[],
  from: number,
  to: number,
  lexicon: PeopleLexicon,
  isNamed: Stretch,
): { start: number; end: number } | null {
  if (lexicon.language === "en") return isNamed(from, to) ? null : englishGroup(words, from, to, lexicon);
  from = afterAdverbials(words, from, to);
  // `vatandaşlar törene katıldı`: the event is not who came.
  while (to - 1 > from && isEventWord(words[to - 1]?.key ?? "", lexicon) && inPlace.test(words[to - 1]?.key ?? ""))
    to -= 1;
  const last = words[to - 1];
  const first = words[from];
  if (first === undefined || last === undefined || from >= to || to - from > longest || last.quoted) return null;
  if (last.capital || last.kind !== "word" || (last.key === "protokol" && !/^il(?:çe)?$/u.test(first.key))) return null;
  const head = headLength(last.key, lexicon);
  if (head === 0) return null;
  const bare = lexicon.language === "tr" && !isPlural(last.key.slice(0, head));
  if (
    bare &&
    !words.slice(from, to - 1).some(({ base }) => number.test(base)) &&
    !company.test(
      words
        .slice(from, to - 1)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return null;
  if (
    last.key.startsWith("heyet") &&
    !company.test(
      words
        .slice(from, to - 1)
        .map(({ key }) => key)
        .join(" "),
    )
  )
    return null;
  // One word alone says nothing (`üyeleri`), and what a person's title ends with is that person.
  const lone =
    to - from < 2 &&
    !(
      /l[ae]r$/u.test(last.key.slice(0, head)) &&
      (joints.has(words[from - 1]?.key ?? "") || listed(words, from, to, isNamed))
    );
  if (lone || isNamed(from, to)) return null;
  // `beraberindeki heyeti kabul etti`: here the ending is the case, not a possessive.
  const end = last.key.startsWith("heyeti") ? last.start + 5 : last.start + head;
  const lead = words[from + 1];
  const event =
    lead !== undefined &&
    lexicon.language === "tr" &&
    isEventWord(first.key, lexicon) &&
    // `Toplantıya 30 kişi`, `Törene iki kurumdan yetkililer`
    (lead.kind === "number" || (first.capital && to - from > 2 && inPlace.test(first.key)));
  return { start: event ? lead.start : first.start, end: Math.max(end, first.end) };
}

const inPlace = /(?:[dt][ae]|y[ae]|n[ae]|[ae])$/u;

const endings = [
  "nın",
  "nin",
  "nun",
  "nün",
  "ın",
  "in",
  "un",
  "ün",
  "yla",
  "yle",
  "la",
  "le",
  "na",
  "ne",
  "nı",
  "ni",
  "nu",
  "nü",
  "a",
  "e",
  "ı",
  "i",
];

/** How many letters of the word are a head of a group without its case ending; 0 for none. */
function headLength(key: string, { groupHeads, language }: PeopleLexicon): number {
  if (groupHeads.has(key)) return key.length;
  if (language === "en") return 0;
  for (const ending of endings) {
    if (key.endsWith(ending) && groupHeads.has(key.slice(0, -ending.length))) return key.length - ending.length;
  }
  return 0;
}

const isPlural = (head: string) => /l[ae]r[ıi]?$/u.test(head);

const adverbial = /(?:['’][dt][ae]|[ıiuü]nd[ae]|^ardından|^sonunda|^sonra|^kapsamında|^üzere)$/u;

/** Where the group begins behind place and time: `Toplantının sonunda rektörler`, `Forumu'nda iki ülkeden 300 kişi`. */
function afterAdverbials(words: readonly Word[], from: number, to: number): number {
  let start = from;
  for (let at = from; at < to - 1; at += 1)
    if (words[at]?.kind === "word" && adverbial.test(words[at]?.key ?? "")) start = at + 1;
  return start;
}
