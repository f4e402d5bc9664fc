import type { PeopleLexicon } from "./lexicon.js";
import { phraseOf } from "./phrases.js";
import type { Read } from "./presence.js";

const towns = new WeakMap<readonly Read[], Map<string, string>>();
/** What a town, a university or a province is called by, behind its name. */
const called = /^(?:belediye|üniversite|valili|vilayet|eyalet|kent|şehri|şehir|ilçe|kanton)/u;
const genitive = /['’‘ʼ´`]n?[ıiuü]n$/u;
const longest = 5;

/**
 * `Bosna Hersek'in Teşani Belediyesi`, `Saraybosna'nın Stari Grad Belediyesi`, told anywhere: of which country `Teşani
 * Belediye Başkanı` is. By the first word of the town's name.
 */
export function townCountry(first: string, reads: readonly Read[], lexicon: PeopleLexicon): string | undefined {
  let known = towns.get(reads);
  if (known === undefined) {
    known = readTowns(reads, lexicon);
    towns.set(reads, known);
  }
  return known.get(first);
}

function readTowns(reads: readonly Read[], lexicon: PeopleLexicon): Map<string, string> {
  const known = new Map<string, string>();
  for (const { scene } of reads) {
    const { words } = scene;
    for (let at = 1; at < words.length; at += 1) {
      if (!called.test(words[at]?.key ?? "") || words[at]?.quoted !== false) continue;
      let from = at;
      while (from > 0 && at - from < longest && isName(words[from - 1])) from -= 1;
      const owner = from - 1;
      const first = words[from];
      if (from === at || first === undefined || !genitive.test(words[owner]?.text ?? "")) continue;
      const code = ownerAt(words, owner, lexicon);
      if (code !== null && !known.has(first.base)) known.set(first.base, code);
    }
  }
  return known;
}

const isName = (word: Read["scene"]["words"][number] | undefined): boolean =>
  word?.capital === true && word.kind === "word" && !word.quoted && !genitive.test(word.text);

/** The country, or the country of the city, whose name ends at `last`. */
function ownerAt(words: Read["scene"]["words"], last: number, lexicon: PeopleLexicon): string | null {
  for (let from = Math.max(0, last - 2); from <= last; from += 1) {
    const country = phraseOf(words, from, lexicon.countries);
    if (country !== null && from + country.length === last + 1) return country.value.code;
    const city = phraseOf(words, from, lexicon.cities);
    if (city !== null && from + city.length === last + 1) return city.value;
  }
  return null;
}

/** `Ukrayna'nın Ankara Büyükelçiliğinden Müsteşar X`: of whose mission he is; null if the word is none. */
export function missionCountry(words: Read["scene"]["words"], at: number, lexicon: PeopleLexicon): string | null {
  if (!/^(?:büyükelçiliği|başkonsolosluğu)'?nden$/u.test(words[at]?.key.replace("ndan", "nden") ?? "")) return null;
  for (let from = at - 2; from >= Math.max(0, at - 4); from -= 1) {
    const country = phraseOf(words, from, lexicon.countries);
    if (country !== null) return country.value.code;
  }
  return null;
}
