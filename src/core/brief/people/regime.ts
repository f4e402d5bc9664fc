import type { Mention } from "./mention.js";
import { phraseOf } from "./phrases.js";
import type { Scene } from "./turkish-runs.js";

const regime = /^(?:rejiminin|yönetiminin|hükümetinin)$/u;
const place = /['’‘ʼ´`][dt][ae]ki$/u;

/** `Suriye'deki Esed rejiminin Tarım Bakanı X`: whose government it is belongs to the title and tells its country. */
export function ofRegime({ words, lexicon }: Scene, mention: Mention) {
  const last = mention.from - 1;
  if (mention.titleStart === null || mention.from !== mention.titleFrom || !regime.test(words[last]?.key ?? "")) return;
  for (let at = last - 1; at >= Math.max(0, last - 3); at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.kind !== "word" || !word.capital) return;
    if (!place.test(word.text)) continue;
    const country = phraseOf(words, at, lexicon.countries);
    if (country === null) return;
    mention.fromCountry = country.value.code;
    [mention.from, mention.titleFrom, mention.titleStart] = [at, at, word.start];
    return;
  }
}
