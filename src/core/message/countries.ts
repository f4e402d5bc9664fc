import type { Tongue } from "./words.js";

/** Where the usual name in the news is not the one of `Intl.DisplayNames`. */
const own: Record<string, Record<Tongue, string>> = {
  "x-kktc": { tr: "KKTC", en: "TRNC" },
  BA: { tr: "Bosna Hersek", en: "Bosnia and Herzegovina" },
  CD: { tr: "Kongo Demokratik Cumhuriyeti", en: "DR Congo" },
  CG: { tr: "Kongo Cumhuriyeti", en: "Republic of the Congo" },
  CI: { tr: "Fildişi Sahili", en: "Ivory Coast" },
  GB: { tr: "İngiltere", en: "United Kingdom" },
  MM: { tr: "Myanmar", en: "Myanmar" },
  PS: { tr: "Filistin", en: "Palestine" },
  TR: { tr: "Türkiye", en: "Türkiye" },
  US: { tr: "ABD", en: "United States" },
};

/** Beginnings of words by which a title already says the country, where its name does not begin so. */
const said: Record<string, readonly string[]> = {
  "x-kktc": ["KKTC", "TRNC", "Kuzey Kıbrıs", "Northern Cyprus", "Turkish Cypriot"],
  AE: ["BAE", "UAE", "Emirlik", "Emirat"],
  CN: ["Çin", "Chinese"],
  DE: ["Alman", "German", "Federal Almanya"],
  FR: ["Frans", "French"],
  GB: ["İngiliz", "Birleşik Krallık", "Britanya", "British", "UK"],
  GR: ["Yunan", "Greek"],
  KR: ["Güney Kore", "Kore Cumhuriyeti"],
  NL: ["Hollanda", "Dutch"],
  PL: ["Polon", "Polish"],
  RU: ["Rus", "Russian"],
  TR: ["Türk", "Turkish", "Turkey", "TBMM", "AFAD"],
  US: ["ABD", "Amerika", "US", "U.S.", "American"],
};

const names = {
  tr: new Intl.DisplayNames("tr", { type: "region", fallback: "code" }),
  en: new Intl.DisplayNames("en", { type: "region", fallback: "code" }),
};

const known = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
/** From the capital letters to the regional indicators, two of which make a flag. */
const regionalA = 0x1f1e6 - "A".charCodeAt(0);

/** Name of a country by its code in a brief (`AZ`, `x-kktc`), in the reader's language. */
export function countryText(code: string, language: Tongue): string {
  const known = own[code];
  if (known !== undefined) return known[language];
  return /^[A-Z]{2}$/u.test(code) ? (names[language].of(code) ?? code) : code;
}

/** The emoji of a country's flag; null where there is none (`x-kktc`, codes of no country). */
export function countryFlag(code: string): string | null {
  if (!/^[A-Z]{2}$/u.test(code) || known.of(code) === undefined) return null;
  return String.fromCodePoint(code.charCodeAt(0) + regionalA, code.charCodeAt(1) + regionalA);
}

/** Whether a title already tells the country (`Azerbaycan Kızılay Başkanı`, `Turkish Red Crescent`), so that it need not be added. */
export function tellsCountry(title: string, code: string): boolean {
  const beginnings = [...(said[code] ?? []), stem(countryText(code, "tr")), stem(countryText(code, "en"))];
  return beginnings.some((beginning) => beginsWord(title, beginning));
}

/** Five letters tell `Kazakistan` and `Kazakh` from all others, of a name of two words five of the second. */
function stem(name: string): string {
  return /^\S+ \S{1,5}|^\S{1,5}/u.exec(name)?.[0] ?? name;
}

/** A beginning of less than five letters has to be the whole word: `Mali` is not `Maliye Bakanı`. */
function beginsWord(text: string, beginning: string): boolean {
  for (let at = text.indexOf(beginning); at !== -1; at = text.indexOf(beginning, at + 1)) {
    const starts = at === 0 || !isLetter(text.charAt(at - 1));
    const ends = beginning.length >= 5 || !isLetter(text.charAt(at + beginning.length));
    if (starts && ends) return true;
  }
  return false;
}

function isLetter(character: string): boolean {
  return /\p{L}|\p{N}/u.test(character);
}
