import type { Mention } from "./mention.js";
import { mention } from "./mention.js";
import { officeByShape, opensName } from "./office-by-shape.js";
import { parenthesesAt } from "./parentheses.js";
import { endsName, particlesAt } from "./particles.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";
import { ofRegime } from "./regime.js";
import { readPlain } from "./untitled.js";
import {
  endsBefore,
  isAcronym,
  isEventWord,
  isPlaceInCase,
  isPartyBehindOffice,
  isPlainName,
  isShouted,
  nextRun,
  ownSuffix,
} from "./turkish-runs.js";

const longestTitle = 16;

/** All persons named in one Turkish sentence outside quotation marks, in order. Roles are filled in elsewhere. */
export function turkishMentions(scene: Scene, sentence: number): Mention[] {
  const mentions: Mention[] = [];
  for (let run = nextRun(scene, 0); run !== null; run = nextRun(scene, Math.max(run.to, run.from + 1))) {
    readRun(scene, run.from, run.to, sentence, mentions);
  }
  for (const one of mentions) ofRegime(scene, one);
  return mentions;
}

function readRun(scene: Scene, from: number, to: number, sentence: number, mentions: Mention[]) {
  const { words, tags } = scene;
  const has = (at: number, tag: number) => ((tags[at] ?? 0) & tag) !== 0;
  let at = from;
  while (at < to) {
    const head = nextHead(scene, at, to);
    if (head === -1) {
      readPlain(scene, at, to, sentence, mentions);
      return;
    }
    // `grubun üyeleri Kars Milletvekili Can Us`: the plural is of them all.
    if (opensList(scene, head, to)) {
      at = head + 1;
      continue;
    }
    let last = titleEnd(scene, head, to);
    // `Odalar ve Borsalar Birliği Başkanı (TOBB) Can Us`
    last += parenthesesAt(words, last + 1);
    const titleFrom = readTitleFrom(scene, at, head, from, sentence, mentions);
    // A rank behind another title is an honorific: `Genel Müdürü Büyükelçi Ali …`.
    let nameFrom = last + 1;
    while (last > titleFrom && has(last, Tag.rank) && has(last - 1, Tag.head)) last -= 1;
    while (nameFrom < to && has(nameFrom, Tag.honorific | Tag.rank) && !isLastWord(scene, nameFrom, to)) nameFrom += 1;
    for (let at = nameFrom; at <= nameFrom + 1; at += 1) if (isPartyBehindOffice(scene, at)) nameFrom = at + 1;
    const end = readName(scene, nameFrom, to);
    if (end === nameFrom) {
      at = Math.max(last + 1, nameFrom);
      if (words[at]?.key === "ve") at += 1;
      continue;
    }
    let honorificFrom = last + 1;
    let titleTo = last + 1;
    // Honorifics that stand before the title: `Prof. Dr.` alone, or a rank alone is a title of its own.
    let start = titleFrom;
    while (start < titleTo && has(start, Tag.honorific)) start += 1;
    const titled = start < titleTo;
    if (!titled) [honorificFrom, titleTo] = [titleFrom, titleFrom];
    mentions.push(
      mention(scene, sentence, {
        from: titleFrom,
        titleFrom: titled ? start : titleFrom,
        titleTo,
        honorificFrom,
        nameFrom,
        to: end,
      }),
    );
    at = end;
    if (words[at]?.key === "ve") at += 1;
  }
}

const partitive = /l[ae]r(?:[ıi]n)?d[ae]n$/u;

/** Whether a plural in small letters stands before titles in capitals. */
function opensList({ words, tags }: Scene, head: number, to: number): boolean {
  if (((tags[head] ?? 0) & (Tag.head | Tag.capital)) !== Tag.head || head + 1 >= to) return false;
  const next = nextOffice(tags, head + 1, Math.min(to, head + 10));
  const inside = Tag.institution | Tag.organisation | Tag.country | Tag.city | Tag.head;
  if (next === -1 || ((tags[next] ?? 0) & (Tag.capital | Tag.pluralHead)) !== Tag.capital) return false;
  const strange = tags.slice(head + 1, next).filter((tag) => (tag & inside) === 0).length;
  // `liderlerden Damagaram Sultanı X`
  if (partitive.test(words[head]?.key ?? "")) return strange < 2;
  return strange === 0 && ((tags[head] ?? 0) & Tag.pluralHead) !== 0;
}

const isLastWord = ({ tags }: Scene, at: number, to: number) =>
  at + 1 >= to || ((tags[at + 1] ?? 0) & (Tag.capital | Tag.particle)) === 0;

function nextHead({ words, tags }: Scene, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const tag = tags[at] ?? 0;
    // `First Lady'si`
    const owned = (tag & Tag.suffix) !== 0 && !ownSuffix.test(words[at]?.text ?? "");
    if ((tag & Tag.head) === 0 || owned) continue;
    // `Tahir Elçi`: an office word that ends the stretch and opens no name is a surname.
    const word = words[at];
    if (word !== undefined && (tag & Tag.alsoName) !== 0 && at > from && (at + 1 >= to || words[at + 1]?.key === "ve"))
      continue;
    // `Kızılhaç Başkanı Amir Baş`, `Amir Baş ile`
    const first = at === from || ((tags[at - 1] ?? 0) & Tag.head) !== 0;
    if (first && opensName(tags, at)) continue;
    return at;
  }
  return officeByShape({ words, tags }, from, to);
}

/** The last word of the title whose first office is at `head`: two offices joined by `ve`, an office of an office. */
function titleEnd({ words, tags }: Scene, head: number, to: number): number {
  let last = head;
  for (;;) {
    let at = last + 1;
    let inside = true;
    while (at < to && inside && at - last < longestTitle) {
      const tag = tags[at] ?? 0;
      const name = opensName(tags, at);
      if ((tag & Tag.head) !== 0 && (tag & Tag.suffix) === 0 && !name) break;
      inside =
        (tag & (Tag.institution | Tag.organisation | Tag.country)) !== 0 ||
        // `Grubu Başkanı AK Parti Bursa Milletvekili`, `Başdanışmanı Bursa Milletvekili`
        ((tag & Tag.city) !== 0 &&
          ((tags[at - 1] ?? 0) & (Tag.organisation | Tag.head)) !== 0 &&
          ((tags[at + 1] ?? 0) & Tag.head) !== 0) ||
        words[at]?.key === "ve" ||
        words[at]?.kind === "mark" ||
        (tag & Tag.capital) === 0 ||
        isAcronym(words[at]);
      if (name || (inside && (tag & Tag.particle) !== 0)) inside = false;
      if (inside) at += 1;
    }
    const second = words[last + 1]?.key === "ve" ? nextOffice(tags, last + 2, Math.min(to, last + 8)) : -1;
    if (!inside && second !== -1) {
      last = second;
      continue;
    }
    if (!inside || at >= to || at - last >= longestTitle || ((tags[at] ?? 0) & Tag.head) === 0) return last;
    last = at;
  }
}

function nextOffice(tags: readonly number[], from: number, to: number): number {
  for (let at = from; at < to; at += 1)
    if (((tags[at] ?? 0) & Tag.head) !== 0 && ((tags[at] ?? 0) & Tag.suffix) === 0) return at;
  return -1;
}

/** Where the title begins whose office is at `head`; whoever is named before a parting `ve` is read on the way. */
function readTitleFrom(
  scene: Scene,
  from: number,
  head: number,
  runFrom: number,
  sentence: number,
  mentions: Mention[],
): number {
  const { words } = scene;
  let start = head;
  let joined = false;
  for (let at = head - 1; at >= from && head - at < longestTitle; at -= 1) {
    if (words[at]?.key === "ve") {
      // `Türk İşbirliği ve Koordinasyon Ajansı`: within a known name.
      if (((scene.tags[at] ?? 0) & Tag.organisation) !== 0) {
        joined = true;
        continue;
      }
      const before = segmentFrom(scene, at, from);
      if (parts(scene, before, at)) {
        readPlain(scene, before, at, sentence, mentions);
        return start;
      }
      joined = true;
      continue;
    }
    if (endsBefore(scene, at)) return start;
    start = at;
  }
  // `9. Kolordu Komutanı`
  if (words[start - 1]?.text === "." && words[start - 2]?.kind === "number") return start - 2;
  return joined && start === runFrom ? acrossComma(scene, start) : start;
}

function segmentFrom({ words }: Scene, at: number, from: number): number {
  let start = at;
  while (start > from && words[start - 1]?.key !== "ve" && at - start < longestTitle) start -= 1;
  return start;
}

/** Whether `words[from..to]`, before a `ve`, are a part of the list of their own, not the first half of an institution. */
function parts(scene: Scene, from: number, to: number): boolean {
  const { words, tags } = scene;
  const last = words[to - 1];
  if (last === undefined) return true;
  if (((tags[to - 1] ?? 0) & Tag.suffix) !== 0) return true;
  let name = from;
  while (name < to && ((tags[name] ?? 0) & Tag.honorific) !== 0) name += 1;
  if (isPlainName(scene, name, to)) return true;
  if (to - from === 1 && isAcronym(last)) return true;
  if (/bir ?liği$/u.test(last.key) && /^(?:iş|işbir)/u.test(last.key)) return false;
  return /(?:lığı|liği|luğu|lüğü|derneği|cemiyeti|teşkilatı|kurumu|örgütü|federasyonu|vakfı|ajansı)$/u.test(last.key);
}

/** `Çevre, Şehircilik ve İklim Değişikliği Bakanı`: the words before the comma, if they are the institution's. */
function acrossComma({ words, tags, lexicon }: Scene, start: number): number {
  let found = start;
  for (let comma = start - 1; words[comma]?.text === "," && start - comma < longestTitle;) {
    let at = comma - 1;
    const wanted = Tag.institution | Tag.country | Tag.organisation | Tag.head;
    while (
      comma - at <= 5 &&
      words[at]?.capital === true &&
      (words[at - 1]?.capital === true || !isEventWord(words[at]?.base ?? "", lexicon)) &&
      ((tags[at] ?? 0) & wanted) !== 0 &&
      ((tags[at] ?? 0) & Tag.suffix) === 0
    )
      at -= 1;
    const edge = words[at];
    const clean =
      edge === undefined ||
      edge.text === "," ||
      edge.text === ";" ||
      edge.text === ":" ||
      (edge.kind === "word" && !edge.capital);
    const opened = ((tags[at + 1] ?? 0) & Tag.country) !== 0;
    if (at === comma - 1 || !(clean || opened) || ((tags[comma - 1] ?? 0) & (Tag.institution | Tag.head)) === 0) break;
    found = at + 1;
    // An office before the comma is the first of two: `Başbakan Yardımcısı, Turizm, Kültür ve Çevre Bakanı`.
    if (((tags[comma - 1] ?? 0) & Tag.head) !== 0) break;
    comma = at;
  }
  return found;
}

/** The end of the name that begins at `from`; `from` itself if there is none. */
function readName(scene: Scene, from: number, to: number): number {
  const { words, tags } = scene;
  let count = 0;
  let at = from;
  // `Halid bin Fahd bin Abdulaziz Al Suud`
  let most = 4;
  while (at < to && count < most) {
    const tag = tags[at] ?? 0;
    const word = words[at];
    if (word === undefined) break;
    if ((tag & Tag.capital) === 0) {
      const length = particlesAt(scene, at);
      if (length === 0) break;
      at += length;
      if (endsName(scene, at - 1)) break;
      most = 6;
      continue;
    }
    if (!namesA(scene, at, count, to)) break;
    at += 1;
    count += 1;
    if ((tag & Tag.suffix) !== 0) break;
  }
  return count === 0 ? from : at;
}

function namesA({ words, tags }: Scene, at: number, count: number, to: number): boolean {
  const tag = tags[at] ?? 0;
  const word = words[at];
  if (word === undefined) return false;
  if (isAcronym(word) && !(count > 0 && isShouted(words, tags, at))) return false;
  if (isPlaceInCase(tag)) return false;
  // `Bakan Us Türk Devletleri Teşkilatına gitti`
  if (count > 0 && (tag & (tags[at + 1] ?? 0) & Tag.organisation) !== 0) return false;
  const strange = tag & (Tag.head | Tag.country | Tag.organisation | Tag.institution | Tag.notName);
  if (strange === 0) return true;
  const followed =
    at + 1 < to &&
    ((tags[at + 1] ?? 0) & Tag.capital) !== 0 &&
    ((tags[at + 1] ?? 0) & (Tag.institution | Tag.head | Tag.country | Tag.notName)) === 0;
  if ((tag & Tag.alsoName) !== 0)
    return count === 0 ? followed || (tag & (Tag.head | Tag.organisation)) === 0 : !followed || count < 2;
  if (count === 0)
    return (
      followed &&
      (tag & (Tag.institution | Tag.people | Tag.city)) !== 0 &&
      (tag & Tag.head) === 0 &&
      (tag & Tag.organisation) === 0
    );
  return false;
}
