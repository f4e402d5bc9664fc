import type { Mention } from "./mention.js";
import { mention } from "./mention.js";
import type { Scene } from "./turkish-runs.js";
import { isAcronym, isPlainName } from "./turkish-runs.js";
import { phraseOf } from "./phrases.js";
import { has, inTitle, joinTitles, longest, portfolioAt, prepositions } from "./english-titles.js";
import { endsName, particlesAt } from "./particles.js";
import { parenthesesAt } from "./parentheses.js";
import { namedAsCity, titleEnd } from "./english-title-end.js";
import { Tag } from "./tag.js";

/** All persons named in one English sentence outside quotation marks, in order, with titles before and behind. */
export function englishMentions(scene: Scene, sentence: number): Mention[] {
  const mentions: Mention[] = [];
  const { words } = scene;
  for (let at = 0; at < words.length;) {
    if (!begins(scene, at)) {
      at += 1;
      continue;
    }
    const to = runEnd(scene, at);
    const found = readRun(scene, at, to, sentence, mentions);
    at = Math.max(found, at + 1);
  }
  joinTitles(scene, mentions);
  return mentions;
}

function begins(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (word === undefined || word.quoted || word.kind !== "word") return false;
  if (has(scene, at, Tag.capital))
    return !has(scene, at, Tag.notName) || has(scene, at, Tag.country | Tag.city | Tag.organisation | Tag.institution);
  return has(scene, at, Tag.head) && (!has(scene, at, Tag.pluralHead) || has(scene, at + 1, Tag.capital));
}

const dashes = new Set(["-", "–"]);

/** Capitals, small title words, and the prepositions and articles between them. */
function runEnd(scene: Scene, from: number): number {
  const { words } = scene;
  let at = from;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined || word.quoted) break;
    const aside = parenthesesAt(words, at);
    if (aside > 0) {
      at += aside;
      continue;
    }
    const portfolio = portfolioAt(scene, at);
    if (portfolio > 0) {
      at += portfolio;
      continue;
    }
    // `Deputy Prime Minister - Foreign Minister Ali Veli`
    if (dashes.has(word.text) && has(scene, at - 1, Tag.head) && has(scene, at + 1, Tag.head)) at += 1;
    else if (word.kind !== "word") break;
    if (has(scene, at, Tag.capital)) {
      if (
        at > from &&
        has(scene, at, Tag.notName) &&
        !has(scene, at, Tag.country | Tag.city | Tag.organisation | Tag.institution)
      )
        break;
      at += 1;
      continue;
    }
    const step = connects(scene, at);
    if (step === 0) break;
    at += step;
  }
  return at;
}

/** How many small words at `at` go on with a title or name. */
function connects(scene: Scene, at: number): number {
  const { words, lexicon } = scene;
  const key = words[at]?.key ?? "";
  const fits = (index: number) =>
    has(scene, index, Tag.capital | Tag.head | Tag.institution) && words[index]?.quoted === false;
  if (has(scene, at, Tag.head | Tag.institution) || lexicon.honorifics.has(key)) return 1;
  const particles = particlesAt(scene, at);
  if (particles > 0) return particles;
  if (key === "and") return fits(at + 1) ? 1 : 0;
  if (!prepositions.has(key)) return 0;
  // `Ambassador of Malta to Ankara Jane Roe`
  const sent = has(scene, at - 1, Tag.country) && words[at - 2]?.key === "of" && has(scene, at - 3, Tag.head);
  // `head of the Committee (ICRC) in Malta`
  const behind = words[at - 1]?.text === ")" ? at - 4 : at - 1;
  if (!sent && !has(scene, behind, Tag.head | Tag.institution | Tag.organisation)) return 0;
  if (words[at + 1]?.key === "the" && fits(at + 2)) return 2;
  return fits(at + 1) ? 1 : 0;
}

function readRun(scene: Scene, from: number, to: number, sentence: number, mentions: Mention[]): number {
  const { words } = scene;
  let at = from;
  while (at < to) {
    const head = nextHead(scene, at, to);
    if (head === -1) {
      readPlain(scene, at, to, sentence, mentions);
      return to;
    }
    const last = titleEnd(scene, head, to);
    const titleFrom = readTitleFrom(scene, at, head, sentence, mentions);
    let nameFrom = last + 1;
    let titleTo = last + 1;
    while (nameFrom < to && has(scene, nameFrom, Tag.honorific | Tag.rank) && has(scene, nameFrom + 1, Tag.capital))
      nameFrom += 1;
    // `Foreign Ministry Director Ambassador Jane Roe`: the rank is apart.
    while (
      titleTo - 1 > titleFrom &&
      words[titleTo - 1]?.key !== "general" &&
      has(scene, titleTo - 1, Tag.rank) &&
      titleTo - 1 > head
    )
      titleTo -= 1;
    const end = readName(scene, nameFrom, to);
    let start = titleFrom;
    while (start < head && has(scene, start, Tag.honorific)) start += 1;
    if (end === nameFrom) {
      // A title without a name behind it; whoever stands before it in the stretch is read as a name of his own.
      if (titleFrom > at) readPlain(scene, at, titleFrom, sentence, mentions);
      at = last + 1;
      if (words[at]?.key === "and") at += 1;
      continue;
    }
    mentions.push(
      mention(scene, sentence, {
        from: titleFrom,
        titleFrom: start,
        titleTo,
        honorificFrom: titleTo,
        nameFrom,
        to: end,
      }),
    );
    at = end;
    if (words[at]?.key === "and") at += 1;
  }
  return to;
}

function nextHead(scene: Scene, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    if (!has(scene, at, Tag.head) || has(scene, at, Tag.suffix)) continue;
    // `Stephen King`: an office word that ends the stretch behind a strange capital.
    if (has(scene, at, Tag.alsoName) && at > from && at + 1 >= to && !has(scene, at - 1, inTitle)) continue;
    return at;
  }
  return -1;
}

/** Where the title begins whose office is at `head`; who is named before a parting `and` is read on the way. */
function readTitleFrom(scene: Scene, from: number, head: number, sentence: number, mentions: Mention[]): number {
  const { words } = scene;
  let start = head;
  for (let at = head - 1; at >= from && head - at < longest; at -= 1) {
    const key = words[at]?.key ?? "";
    if (key === "and") {
      // `President A of the Malta Red Cross and Director B`
      const owner = words[from - 1]?.key === "the" ? from - 2 : from - 1;
      if (words[owner]?.key === "of" && mentions.at(-1)?.to === owner) return start;
      let before = at;
      while (before > from && words[before - 1]?.key !== "and" && at - before < longest) before -= 1;
      const strange = at - before === 1 && !has(scene, before, inTitle) && words[before]?.capital === true;
      if (isPlainName(scene, before, at) || strange || at - before < 1 || has(scene, at - 1, Tag.suffix)) {
        readPlain(scene, before, at, sentence, mentions);
        return start;
      }
      continue;
    }
    if (key === "the") return start;
    if (prepositions.has(key)) continue;
    // `Us's Turkish counterpart`, `Ministry's …` but not a name's
    if (has(scene, at, Tag.suffix) && !has(scene, at, inTitle) && words[at]?.capital === true) return start;
    start = at;
  }
  // `intelligence chief Ali Veli`: small words before the office that the stretch did not begin with.
  return start === from && words[start]?.capital === false ? lowerFrom(scene, start) : start;
}

function lowerFrom(scene: Scene, from: number): number {
  let start = from;
  while (
    start > 0 &&
    from - start < 4 &&
    has(scene, start - 1, Tag.institution) &&
    scene.words[start - 1]?.capital === false
  )
    start -= 1;
  return start;
}

function readName(scene: Scene, from: number, to: number): number {
  const { words } = scene;
  let count = 0;
  let at = from;
  let longestName = 4;
  while (at < to && count < longestName) {
    const word = words[at];
    if (word === undefined) break;
    if (!has(scene, at, Tag.capital)) {
      const length = particlesAt(scene, at);
      if (length === 0) break;
      at += length;
      // `Muhammad bin Nasser bin Jassem Al Thani`
      longestName = 7;
      if (endsName(scene, at - 1)) break;
      continue;
    }
    if (isAcronym(word) && !(count > 0 && word.text.length > 4)) break;
    if (
      has(scene, at, inTitle | Tag.notName) &&
      !has(scene, at, Tag.alsoName) &&
      !(has(scene, at, Tag.city) && (count > 0 || namedAsCity(scene, at, to)))
    )
      break;
    at += 1;
    count += 1;
    if (has(scene, at - 1, Tag.suffix)) break;
  }
  return count === 0 ? from : at;
}

function readPlain(scene: Scene, from: number, to: number, sentence: number, mentions: Mention[]) {
  const { words } = scene;
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && words[at]?.key !== "and") continue;
    let nameFrom = start;
    // `Malta's Ali Veli`
    const own = has(scene, start, Tag.suffix) || has(scene, start + 1, Tag.honorific | Tag.rank);
    const country = own ? phraseOf(words, start, scene.lexicon.countries) : null;
    if (country !== null && start + country.length < at) nameFrom += country.length;
    while (nameFrom < at && has(scene, nameFrom, Tag.honorific | Tag.rank)) nameFrom += 1;
    let end = at;
    for (let aside = nameFrom; aside < at; aside += 1) if (words[aside]?.text === "(") end = Math.min(end, aside);
    while (end > nameFrom && !has(scene, end - 1, Tag.capital) && !endsName(scene, end - 1)) end -= 1;
    const single = end - nameFrom === 1 && !has(scene, nameFrom, inTitle | Tag.notName) && !isAcronym(words[nameFrom]);
    if (single || isPlainName(scene, nameFrom, end)) {
      const honorificFrom = country === null ? start : start + country.length;
      const place = { from: start, titleFrom: start, titleTo: start, honorificFrom, nameFrom, to: end };
      mentions.push(Object.assign(mention(scene, sentence, place), { fromCountry: country?.value.code ?? null }));
    }
    start = at + 1;
  }
}
