import type { Word } from "../event-words.js";
import type { Mention } from "./mention.js";
import { Tag } from "./tag.js";
import { saysAnywhere } from "./says-anywhere.js";
import type { Scene } from "./turkish-runs.js";

/** Gives a title in the plural to the names that follow it in the same list: `Bakan Yardımcıları A, B ve C`. */
export function shareTitles({ words, tags }: Scene, mentions: Mention[]) {
  let owner: Mention | null = null;
  let index = 0;
  for (let at = 0; at < mentions.length; at += 1) {
    const mention = mentions[at];
    if (mention === undefined) continue;
    if (mention.titleStart !== null) {
      const plural = ((tags[mention.titleTo - 1] ?? 0) & Tag.pluralHead) !== 0;
      owner = plural ? mention : null;
      index = 0;
      continue;
    }
    const previous = mentions[at - 1];
    const own = pluralBefore({ words, tags }, mention);
    if (own !== null) {
      owner = mention;
      index = 0;
      Object.assign(mention, own);
      continue;
    }
    if (owner === null || previous === undefined || !linked(words, previous.to, mention.from) || mention.short) {
      owner = null;
      continue;
    }
    index += 1;
    Object.assign(mention, {
      titleStart: owner.titleStart,
      titleEnd: owner.titleEnd,
      titleFrom: owner.titleFrom,
      titleTo: owner.titleTo,
      shared: true,
      sharedIndex: index,
    });
    owner.shared = true;
  }
}

/** `Konsey üyeleri Azerbaycan'dan X, Kazakistan'dan Y`: the plural stands before where the first is from. */
function pluralBefore({ words, tags }: Pick<Scene, "words" | "tags">, mention: Mention) {
  const from = mention.from - 1;
  if (!isOrigin(words[from], tags[from] ?? 0) || ((tags[from - 1] ?? 0) & Tag.pluralHead) === 0) return null;
  let start = from - 1;
  while (
    ((tags[start - 1] ?? 0) & (Tag.capital | Tag.institution | Tag.head)) !== 0 &&
    words[start - 1]?.kind === "word"
  )
    start -= 1;
  return {
    titleFrom: start,
    titleTo: from,
    titleStart: words[start]?.start ?? null,
    titleEnd: words[from - 1]?.end ?? null,
    shared: true,
  };
}

export const isOrigin = (word: Word | undefined, tag: number) =>
  word !== undefined && (tag & Tag.country) !== 0 && /['’‘ʼ´`][dt][ae]n$/u.test(word.text);

const links = new Set([",", ";", "and", "ve", "ile", "veya", "de", "da", "ayrıca", "birlikte", "eşi"]);

/** Whether only commas, `ve` and `ile` stand between two members of a list. */
export function linked(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at += 1)
    if (!links.has(words[at]?.key ?? "") && !/['’][dt][ae]n$/u.test(words[at]?.key ?? "")) return false;
  return to > from;
}

export const representing = ["temsil"];

/** `Azerbaycan'ı A ile Bakan B; Özbekistan'ı C temsil etti`: all of one part are of the country that opens it. */
export function shareCountries({ words }: Scene, mentions: readonly Mention[]) {
  if (!saysAnywhere(words, representing) && !saysAnywhere(words, parting)) return;
  for (let at = 1; at < mentions.length; at += 1) {
    const before = mentions[at - 1];
    const mention = mentions[at];
    if (before === undefined || mention === undefined || before.fromCountry === null || mention.fromCountry !== null)
      continue;
    const link = words[before.to]?.key ?? "";
    if ((link === "," || link === "ve" || link === "ile") && mention.from === before.to + 1)
      mention.fromCountry = before.fromCountry;
  }
}

const parting = [";"];
