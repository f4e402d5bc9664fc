import type { Doc } from "./document.js";
import type { Word } from "./event-words.js";
import { perForm } from "./forms.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { PlaceName } from "./place-names.js";
import type { Place } from "./schema.js";

const isTown = perForm(({ key }) => /^(?:kent|şehr|kasabas|kamp)[ıi]/u.test(key) || office.test(key));

/** `Azerbaycan'ın Gebele şehrinde`, `in Maiduguri, the capital of Borno`: towns that are in no list. */
export function unlisted(
  doc: Doc,
  words: readonly Word[],
  names: readonly PlaceName[],
  lexicon: EventsLexicon,
): Place[] {
  const { capitalWords, townWords } = lexicon;
  const english = doc.language === "en";
  const found: Place[] = [];
  words.forEach((word, at) => {
    if (word.quoted) return;
    const end = english ? englishTown(words, at, townWords, capitalWords) : isTown(word) ? at : 0;
    let from = end;
    while (from > 0 && end - from < 3 && words[from - 1]?.capital === true && isPlain(words[from - 1])) from -= 1;
    const first = words[from];
    const last = words[end - 1];
    if (first === undefined || last === undefined || from === end) return;
    if (names.some((name) => name.at < end && name.at + name.length > from)) return;
    const owner =
      names.findLast((name) => name.case === "of" && (english || reaches(words, name.at + name.length, from))) ??
      adjectiveOf(words, at, lexicon);
    const town = /^(?:kent|şehr|kasaba).*nd[ae](?:ki)?$/u.test(word.key);
    if (owner === undefined && !english && !town) return;
    if (office.test(word.key) && owner?.city !== null) return;
    const city = doc.text.slice(first.start, last.end);
    const place = { city, country: owner?.countries[0] ?? null, start: first.start, end: last.end };
    found.push(place);
  });
  return found;
}

/** `Gürcistan'ın Gardabani Kaymakamlığı binasında`: a town by its administration, behind its country. */
const office = /^(?:kaymakamlığı|belediyesi|ilçesi)(?:n|$)/u;

/** `Batı Şeria'nın kuzeyinde yer alan Kalkilya`: nothing but a few small words between the country and its town. */
function reaches(words: readonly Word[], from: number, to: number): boolean {
  if (from > to || to - from > 5) return false;
  return words.slice(from, to).every(({ kind, capital }) => kind === "word" && !capital);
}

/** `the Bulgarian town of …`: the country by its adjective, within three words before the town word. */
function adjectiveOf(
  words: readonly Word[],
  at: number,
  { places }: EventsLexicon,
): Pick<PlaceName, "countries" | "city"> | undefined {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const text = words[back]?.text ?? "";
    const found = Object.entries(places).find(([, { adjectives }]) => adjectives.includes(text));
    if (found !== undefined) return { countries: [found[0]], city: null };
  }
  return undefined;
}

const isPlain = (word: Word | undefined) => word?.kind === "word" && !word.key.includes("'");

/** Index behind a town in `in X, the capital of …` (at `in`) or `the city of X` (at `city`); 0 for none. */
function englishTown(
  words: readonly Word[],
  at: number,
  towns: readonly string[],
  capitals: readonly string[],
): number {
  const key = words[at]?.key ?? "";
  const inside = key === "in" || (towns.includes(key) && words[at + 1]?.key === "of");
  let end = key === "in" ? at + 1 : at + 2;
  const start = end;
  if (!inside) return 0;
  while (words[end]?.capital === true && isPlain(words[end]) && end - start < 3) end += 1;
  if (end === start) return 0;
  if (key !== "in") return end;
  const told = words[end]?.key === "," && words[end + 1]?.key === "the" && capitals.includes(words[end + 2]?.key ?? "");
  return told ? end : 0;
}
