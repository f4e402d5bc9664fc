import type { Doc } from "../document.js";
import { perText } from "../forms.js";
import type { Mention } from "./mention.js";

/** All mentions of one person. */
export interface Person {
  mentions: Mention[];
  /** Folded words of the fullest name. */
  names: string[];
}

const same: Record<string, string> = {
  ç: "c",
  j: "c",
  ş: "s",
  ğ: "g",
  ı: "i",
  y: "i",
  ö: "o",
  ü: "u",
  ə: "e",
  w: "v",
  q: "k",
  x: "h",
  â: "a",
  î: "i",
  û: "u",
};

/** Letters by which the papers spell one name differently, made one: Cakıpov, Çakıpov, Jakypov. For joining, never for display. */
const foldName = perText(foldLetters);

function foldLetters(text: string): string {
  const lower = text.replaceAll("İ", "i").replaceAll("I", "i").toLowerCase();
  let folded = lower.replace(/[çjşğıyöüəwqxâîû]/gu, (letter) => same[letter] ?? letter);
  if (/[^a-z]/u.test(folded)) folded = folded.normalize("NFD").replace(/[\u0300-\u036f'’‘ʼ´`.-]/gu, "");
  return folded.includes("h") ? folded.replaceAll("kh", "h").replaceAll(/([scg])h/gu, "$1") : folded;
}

/** `es-Sudani` is called `Sudani`, too. */
const article = /^[eaEA][lszrdtnşLSZRDTNŞ][-‐‑](?=\p{Lu})/u;
const bareName = (word: string) => foldName(word.replace(article, ""));

/** A case that the papers write onto a surname without an apostrophe: `Can Usalı ziyaret etti`. */
const bareCase = /(?:[ıiuü]n)?[ıiuü]$/u;

const ending = /(?:[nyi]?[iu]n|[iy]?l[ae]|[iy]?[aeiu]|n?d[ae]n?|t[ae]n?)$/u;

/**
 * Whether somebody of the story is called by the one word of a mention. A capital that belongs to nobody is no person, and
 * must not stand between a verb and its people.
 */
export function surnamesOf(text: string, mentions: readonly Mention[]): (mention: Mention) => boolean {
  const surnames = new Set<string>();
  for (const { short, titleStart, start, end } of mentions) {
    if (short && titleStart === null) continue;
    const surname = bareName(text.slice(start, end).split(/\s+/u).at(-1) ?? "");
    surnames.add(surname);
    const bare = surname.replace(bareCase, "");
    if (bare.length > 3) surnames.add(bare);
  }
  return ({ start, end }) => {
    const own = bareName(text.slice(start, end));
    return surnames.has(own) || surnames.has(own.replace(ending, ""));
  };
}

/**
 * Mentions put together by person: by full name, later by surname, or by title and surname. A name of one word that
 * belongs to nobody is somebody of his own if it has a title, and nobody if not.
 */
export function joinMentions(doc: Doc, mentions: readonly Mention[], headOf: (mention: Mention) => string): Person[] {
  const people: Person[] = [];
  const bySurname = new Map<string, Person[]>();
  /** By the surname without what may be its case, for who is later called without. */
  const byBare = new Map<string, Person[]>();
  /** By each word of the name with the surname: thousands of one surname are found as fast as one. */
  const byWords = new Map<string, Person[]>();
  const find = (own: readonly string[]) => {
    const surname = own.at(-1) ?? "";
    for (const word of own.slice(0, -1)) {
      const found = byWords.get(`${word} ${surname}`)?.find((person) => agrees(person.names, own));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const names = new Map<Mention, string[]>();
  for (const mention of mentions) {
    names.set(
      mention,
      doc.text
        .slice(mention.start, mention.end)
        .split(/\s+/u)
        .map(bareName)
        .filter((word) => word !== ""),
    );
  }
  const nameOf = (mention: Mention) => names.get(mention) ?? [];
  const add = (mention: Mention) => {
    const person: Person = { mentions: [mention], names: nameOf(mention) };
    people.push(person);
    const surname = person.names.at(-1) ?? "";
    push(bySurname, surname, person);
    const bare = surname.replace(bareCase, "");
    if (!mention.short && bare.length > 3 && bare !== surname) push(byBare, bare, person);
    for (const word of person.names.slice(0, -1)) push(byWords, `${word} ${surname}`, person);
  };
  // The full names first: a headline often has the surname before anybody was named in full.
  for (const mention of mentions) {
    if (mention.short) continue;
    const own = nameOf(mention);
    const surname = own.at(-1) ?? "";
    const stem = surname.replace(ending, "");
    const found = find(own) ?? (stem.length > 3 && stem !== surname ? find([...own.slice(0, -1), stem]) : undefined);
    if (found === undefined) add(mention);
    else {
      found.mentions.push(mention);
      if (own.length > found.names.length) found.names = own;
    }
  }
  for (const mention of mentions) {
    if (!mention.short) continue;
    const own = nameOf(mention)[0] ?? "";
    const stem = own.replace(ending, "");
    const called = bySurname.get(own) ?? (stem.length > 3 ? bySurname.get(stem) : undefined) ?? byBare.get(own);
    // `Başkan Us'un eşi Ece Us`: he is not she.
    const found = mention.role === "owner" ? called?.filter((person) => !isBehind(person, mention)) : called;
    if (found === undefined || found.length === 0) {
      if (mention.titleStart !== null) add(mention);
      continue;
    }
    choose(found, mention, headOf).mentions.push(mention);
  }
  return people;
}

function push(index: Map<string, Person[]>, key: string, person: Person) {
  const same = index.get(key);
  if (same === undefined) index.set(key, [person]);
  else same.push(person);
}

/** Same first name, or one name's words all in the other's. */
function agrees(a: readonly string[], b: readonly string[]): boolean {
  if (a[0] === b[0]) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length < long.length && short.every((word) => long.includes(word));
}

/** Not who is only named as somebody's: `Başkan Can Us'un eşi`. */
const isOfficial = ({ titleStart, role }: Mention) => titleStart !== null && role !== "owner" && role !== "passing";

const isBehind = ({ mentions }: Person, { sentence, to }: Mention) =>
  mentions.some((other) => other.sentence === sentence && other.from - to >= 0 && other.from - to <= 1);

/** Of several people of one surname the one with the same office, else the last one named before. */
function choose(people: readonly Person[], mention: Mention, headOf: (mention: Mention) => string): Person {
  const [only] = people;
  if (only === undefined) throw new Error("no person to choose from");
  if (people.length === 1) return only;
  const head = headOf(mention);
  if (head !== "") {
    const alike = people.find((person) => person.mentions.some((other) => headOf(other) === head));
    if (alike !== undefined) return alike;
  }
  // `eşi Nur Us`: of a couple the one with an office is called by the surname.
  const [official, other] = people.filter((person) => person.mentions.some(isOfficial));
  if (official !== undefined && other === undefined) return official;
  let latest = only;
  for (const person of people) {
    const at = person.mentions[0]?.start ?? 0;
    if (at <= mention.start && at >= (latest.mentions[0]?.start ?? 0)) latest = person;
  }
  return latest;
}
