import { readingsOf } from "./acronym.js";
import type { Ending } from "./chain.js";
import { endingOf, spell } from "./chain.js";
import { unitsOf } from "./letters.js";

/** Cases of Turkish, as messages ask for them: `SUFFIX($name, "dative")`. */
export type Case = "accusative" | "dative" | "genitive" | "locative" | "ablative" | "instrumental";

/** In the notation of the suffix table; the second form follows a compound (Teşkilatı-na, no apostrophe). */
const suffixes: Record<Case, readonly [string, string]> = {
  accusative: ["(y)I", "nI"],
  dative: ["(y)A", "nA"],
  genitive: ["(n)In", "nIn"],
  locative: ["DA", "ndA"],
  ablative: ["DAn", "ndAn"],
  instrumental: ["(y)lA", "ylA"],
};

/** Heads of institutions' names: they bear a possessive, and AA writes them without apostrophe. */
const compoundHeads = new Set(
  `ağı ajansı akademisi asamblesi bakanlığı bankası başkanlığı belediyesi birliği büyükelçiliği cemiyeti derneği federasyonu
  fonu heyeti kızılayı komisyonu komitesi konfederasyonu konseyi kurulu kurumu meclisi merkezi müdürlüğü sekretaryası
  sekreterliği şubesi temsilciliği teşkilatı topluluğu üniversitesi vakfı valiliği zirvesi`.split(/\s+/u),
);

/**
 * How the last word of a compound of common nouns ends: `Kan bağışı'nı`, `Saha işleri'ne`. One that is written large may as well be
 * a person's name (`Ali Veli'yi`), unless it bears a suffix that names do not end in.
 */
const possessed = /^\p{Ll}.*[ıiuü]$|(?:lar[ıi]|leri|ması|mesi|lığı|liği|luğu|lüğü|ışı|işi|uşu|üşü)$/u;

/** Names whose last vowel is back and whose suffixes are front. */
const front = new Set("kemal bilal hilal celal nihal meral cemal zuhal iclal ikbal senegal nepal".split(" "));

/** Last word of a number as it is read. */
const digits = ["sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"];
const tens = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"];

/**
 * A name with a Turkish case ending, in the right harmony and with an apostrophe: `Kızılay'ı`, `Bakü'ye`, `TDT'nin`,
 * `2025'te`. Names of institutions take it without one: `Türk Devletleri Teşkilatına`. A name in another script, or
 * without a letter, gets the ending of its letter name.
 */
export function withSuffix(name: string, ending: Case): string {
  const last = lastWord(name);
  const [plain, behindCompound] = suffixes[ending];
  const isPhrase = /\s/u.test(lastMember(name));
  const isCompound = isPhrase && compoundHeads.has(lower(last));
  if (isCompound) return name + spell(behindCompound, endingOf(unitsOf(lower(last))));
  return `${name}'${spell(isPhrase && possessed.test(last) ? behindCompound : plain, readAs(last))}`;
}

const lower = (word: string): string => word.toLocaleLowerCase("tr");
/** Of a list, `TDT ve Bakü`, the last name alone. */
const lastMember = (names: string): string =>
  names
    .trim()
    .split(/,\s+|\s+ve\s+/u)
    .at(-1) ?? "";
const lastWord = (name: string): string =>
  /[\p{L}\p{M}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(name.normalize("NFC"))?.[0] ?? "";

function readAs(word: string): Ending {
  if (/\d$/u.test(word)) return endingOf(unitsOf(numberWord(word)));
  const small = lower(word);
  const read = endingOf(unitsOf(small));
  const isCapital = word.length > 1 && word.length < 7 && word === word.toLocaleUpperCase("tr");
  if (isCapital || read.vowel === 0) return readingsOf(small)[0] ?? read;
  return front.has(small) ? { ...read, vowel: "e".charCodeAt(0) } : read;
}

function numberWord(number: string): string {
  const zeros = /0*$/u.exec(number)?.[0].length ?? 0;
  const digit = Number(number.charAt(number.length - 1 - zeros));
  if (zeros === number.length) return digits[0] ?? "";
  if (zeros === 0) return digits[digit] ?? "";
  if (zeros === 1) return tens[digit] ?? "";
  if (zeros === 2) return "yüz";
  return zeros < 6 ? "bin" : zeros < 9 ? "milyon" : "milyar";
}
