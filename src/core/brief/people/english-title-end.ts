import { has, inTitle, longest, portfolioAt, prepositions } from "./english-titles.js";
import { parenthesesAt } from "./parentheses.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";
import { isAcronym } from "./turkish-runs.js";

/** Through further offices and `of the Organization of …`, as long as the lexicon knows the words; a strange capital begins the name. */
export function titleEnd(scene: Scene, head: number, to: number): number {
  const { words } = scene;
  let last = head;
  for (let at = head + 1; at < to && at - head < longest; at += 1) {
    const key = words[at]?.key ?? "";
    if (has(scene, at, inTitle)) {
      if (namedAsCity(scene, at, to)) break;
      last = at;
      continue;
    }
    if (prepositions.has(key) || key === "the" || key === "and" || words[at]?.kind === "mark") continue;
    if (isAcronym(words[at])) {
      last = at;
      continue;
    }
    // `Minister of Digital Growth Ali Veli`: two capitals are left for the name.
    const before = words[at - 1]?.key ?? "";
    const capitals = countCapitals(scene, at, to);
    // `Mayor of Lindow (Avon) Ali Veli`, `Head of the Digital Bureau of Malta Ali Veli`: what goes on is no name.
    const aside = parenthesesAt(words, at + capitals);
    const more = words[at + capitals]?.key === "of" || portfolioAt(scene, at + capitals) > 0 || aside > 0;
    // `Minister of Digital Growth and Transport, Ali Veli`
    const fields =
      capitals === 1 || (capitals === 2 && (prepositions.has(before) || before === "the"))
        ? fieldsEnd(scene, at + capitals)
        : -1;
    if (fields !== -1) {
      last = fields;
      at = last;
      continue;
    }
    const goesOn = at + capitals < to && more;
    if (has(scene, at, Tag.capital) && (prepositions.has(before) || before === "the") && (capitals > 2 || goesOn)) {
      last = goesOn ? at + capitals + aside - 1 : townEnd(scene, at, capitals);
      at = last;
      continue;
    }
    // `Head of Malta's Digital News Agency Ali Veli`: an institution ends the strange capitals, and a name is left.
    const institution = head < at - 1 ? institutionIn(scene, at + 1, Math.min(at + capitals - 1, at + 4)) : -1;
    if (institution !== -1) {
      last = institution;
      at = last;
      continue;
    }
    break;
  }
  return words[last + 1]?.text === ")" ? last + 1 : last;
}

/** Index of the last word of `and Transport` at `at`, where a comma follows; -1 for anything else. */
function fieldsEnd(scene: Scene, at: number): number {
  if (scene.words[at]?.key !== "and") return -1;
  let end = at + 1;
  while (has(scene, end, Tag.institution) && has(scene, end, Tag.capital) && !has(scene, end, Tag.head)) end += 1;
  return end > at + 1 && scene.words[end]?.text === "," ? end - 1 : -1;
}

/** Words that open the name of a town of two words. */
const townOpens =
  /^(?:novi|nova|novo|stari|stara|banja|gornji|donji|velika|veliki|mala|mali|new|san|santa|saint|los|las|port|fort|sao|addis|kuala|buenos|cape|tel|abu|north|south|east|west)$/u;

/** Last word of the town behind `Mayor of`, of the capitals at `at`: one, or two if they open so and a name is left. */
const townEnd = ({ words }: Scene, at: number, capitals: number): number =>
  capitals > 3 && townOpens.test(words[at]?.key ?? "") ? at + 1 : at;

/** Index of the last institution among capitals that a stretch of one leaves a name behind; -1 for none. */
function institutionIn(scene: Scene, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    if (has(scene, at, Tag.institution) && has(scene, at, Tag.capital) && !has(scene, at, Tag.alsoName)) return at;
  }
  return -1;
}

/** `Secretary General of the Council Baghdad Us`: a town's name that somebody is called. */
export function namedAsCity(scene: Scene, at: number, to: number): boolean {
  const before = scene.words[at - 1];
  if (!has(scene, at, Tag.city) || has(scene, at, inTitle & ~Tag.city) || before === undefined) return false;
  return (
    (before.kind === "word" || before.text === ")") &&
    !prepositions.has(before.key) &&
    before.key !== "the" &&
    countCapitals(scene, at, to) === 2
  );
}

function countCapitals(scene: Scene, from: number, to: number): number {
  let at = from;
  while (at < to && has(scene, at, Tag.capital)) at += 1;
  return at - from;
}
