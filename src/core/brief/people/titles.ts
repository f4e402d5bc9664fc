import type { Word } from "../event-words.js";
import type { PeopleLexicon } from "./lexicon.js";
import { isAcronym } from "./turkish-runs.js";
import { phraseOf } from "./phrases.js";
import type { All } from "./said.js";
import { englishOf, readSaid } from "./said.js";

/** What a title says. Texts are as written, but a minister's organisation, which is his portfolio's ministry. */
export interface Title {
  office: string | null;
  organisation: string | null;
  /** `undefined`: the title does not say; `null`: an international office. */
  country: string | null | undefined;
  titleEn: string | null;
}

/** One office of a title: `words[start..to]`, before it what it is the office of. */
interface Part {
  from: number;
  start: number;
  to: number;
}

const borderless = new Set(
  "uluslararası avrupa dünya asya küresel birleşmiş avrasya islam afrika international european world global asian african turkic".split(
    " ",
  ),
);
const bodies =
  /^(?:kurum|teşkilat|örgüt|birliğ|vakf|akademi|federasyon|konfederasyon|konsey|komite|fon|bankas|ajans|merkez|organi[sz]ation|union|federation|committee|council|fund|bank|agency|academy|foundation|association)/u;
/** `Uluslararası İlişkiler Müdürü` is of a house at home. */
const departments = new Set(
  "ilişkiler iş işbirliği programlar hizmetler operasyonlar göç afet insani affairs relations cooperation programs programmes operations services development".split(
    " ",
  ),
);
const placed = /^(?:vali|kaymakam|belediye|büyükşehir|muhtar|rektör|milletvekili)/u;
const sent = /^(?:büyükelçi|başkonsolos|konsolos|maslahatgüzar|ataşe|müşavir|fahri|daimi)/u;

/** Reads a Turkish title, `words[from..to]`; `index`: which of those who share it. */
export function readTurkishTitle(
  words: readonly Word[],
  from: number,
  to: number,
  index: number,
  text: string,
  lexicon: PeopleLexicon,
): Title {
  const parts = offices(words, from, to, lexicon);
  const first = parts[0] ?? { from, start: to, to };
  const { start } = first;
  const said = readSaid(words, first.from, start, lexicon);
  const cut = (a: number, b: number) => (a < b ? text.slice(words[a]?.start ?? 0, words[b - 1]?.end ?? 0) : null);
  const labels = parts.map((part) => readEnglish(words, part, index, lexicon));
  return {
    office: cut(start, to),
    organisation: readOrganisation(words, first.from, start, said, cut),
    country: countryOfAll(words, parts, said, index, lexicon),
    titleEn: labels.every((label) => label !== null) ? labels.join(" and ") : null,
  };
}

/** Of two offices the first tells the country, but `TÜRKPA Grup Başkanı ve AK Parti Milletvekili`. */
function countryOfAll(
  words: readonly Word[],
  parts: readonly Part[],
  ofFirst: All,
  index: number,
  lexicon: PeopleLexicon,
): string | null | undefined {
  let told: string | null | undefined;
  for (const part of parts) {
    const { from, start } = part;
    const said = part === parts[0] ? ofFirst : readSaid(words, from, start, lexicon);
    const country = readCountry(words, from, start, said, index);
    // A national group of an assembly is at home.
    const group = words.slice(from, start).some(({ base }) => /^gr[uo][pb]/u.test(base));
    if (typeof country === "string" || (country === null && !group)) return country;
    if (country === null) told = null;
  }
  return told;
}

/** Two offices of one person are joined by `ve` right behind an office. */
function offices(words: readonly Word[], from: number, to: number, lexicon: PeopleLexicon): Part[] {
  const parts: Part[] = [];
  const add = (first: number, end: number) =>
    parts.push({ from: first, start: officeStart(words, first, end, lexicon), to: end });
  let first = from;
  for (let at = from + 1; at < to - 1; at += 1) {
    if (words[at]?.key === "ve" && lexicon.heads.has(words[at - 1]?.base ?? "")) {
      add(first, at);
      first = at + 1;
    }
  }
  add(first, to);
  return parts;
}

/** Where the office begins in a title: the longest office of the lexicon that ends it, else its last word. */
function officeStart(words: readonly Word[], from: number, to: number, lexicon: PeopleLexicon): number {
  for (let at = Math.max(from, to - 6); at < to; at += 1) {
    const found = phraseOf(words, at, lexicon.offices);
    if (found !== null && at + found.length === to) return at;
  }
  return Math.max(from, to - 1);
}

function readOrganisation(
  words: readonly Word[],
  from: number,
  start: number,
  all: All,
  cut: (a: number, b: number) => string | null,
): string | null {
  if (start <= from) return null;
  const office = words[start]?.base ?? "";
  const first = all[0];
  const own =
    first !== undefined && first.at === from && (first.said.kind === "country" || first.said.kind === "adjective")
      ? from + first.length
      : from;
  if (
    office.startsWith("bakan") ||
    (words[start + 1]?.base.startsWith("bakan") === true && /^(?:birinci|devlet)$/u.test(office))
  ) {
    const portfolio = cut(own, start);
    return portfolio === null ? null : `${portfolio} Bakanlığı`;
  }
  if (own >= start) return null;
  const rest = all.filter(({ at }) => at >= own);
  const onlyPlaces =
    rest.length > 0 &&
    rest.every(({ said }) => said.kind !== "organisation") &&
    rest.reduce((sum, { length }) => sum + length, 0) === start - own;
  if (onlyPlaces && (sent.test(office) || placed.test(office))) return null;
  // A country in the genitive is not part of the institution's name.
  const genitive = own > from && (words[own - 1]?.key.length ?? 0) > (words[own - 1]?.base.length ?? 0);
  return cut(genitive ? own : from, start);
}

function readCountry(
  words: readonly Word[],
  from: number,
  start: number,
  all: All,
  index: number,
): string | null | undefined {
  const office = words[start]?.base ?? "";
  const countries = all.flatMap(({ said }) =>
    said.kind === "country" || said.kind === "adjective" ? [said.code] : [],
  );
  const first = all.find(({ said }) => said.kind !== "city");
  if (countries.length > 1 && index > 0) return countries[index] ?? countries[0];
  if (first !== undefined && first.said.kind === "organisation") {
    const later = all.find(({ said }) => said.kind === "country");
    return first.said.country === null
      ? null
      : later !== undefined && first.at > later.at
        ? countries[0]
        : first.said.country;
  }
  // An acronym that the lexicon does not know is a body at home: `İHH Suriye Çalışmaları Koordinatörü`.
  const acronym = words[from];
  const branch = /^(?:kampüs|yerleşke)/u.test(words[start - 1]?.base ?? "");
  if (acronym !== undefined && isAcronym(acronym) && first?.at !== from && first !== undefined && !branch)
    return undefined;
  // `Uluslararası Türk Dili Kurumu Kazakistan Temsilcisi`: of no country wherever it sits.
  const body = words.slice(from, start).some(({ base }) => bodies.test(base));
  if (body && borderless.has(words[from]?.base ?? "") && !departments.has(words[from + 1]?.base ?? "")) return null;
  if (countries[0] !== undefined) return countries[0];
  const city = all.find(({ said }) => said.kind === "city");
  // `Taşkent Uluslararası Üniversitesi Rektörü`
  if (city?.said.kind === "city" && city.at === from && start - from > 1 && !sent.test(office)) return city.said.code;
  const ministry = words.slice(from, start).some(({ base }) => /^(?:bakanlı|daire|müdürlü)/u.test(base));
  const beyond = words
    .slice(from, start)
    .some(({ base }, index) => borderless.has(base) && !departments.has(words[from + index + 1]?.base ?? ""));
  if (!ministry && beyond) return null;
  // `Sahil Güvenlik Karakol Komutanı` is of no town.
  const post = /^(?:komutan|amir)/u.test(office) && city?.at !== from;
  if (city?.said.kind === "city" && !post && !sent.test(office)) return city.said.code;
  return undefined;
}

function readEnglish(words: readonly Word[], part: Part, index: number, lexicon: PeopleLexicon): string | null {
  const { start } = part;
  const found = phraseOf(words, start, lexicon.offices);
  if (
    found === null ||
    start + found.length !== part.to ||
    found.value.en === "Counterpart" ||
    found.value.en === "Colleague"
  )
    return null;
  const office = found.value.en;
  const first = words[start]?.base ?? "";
  let at = part.from;
  const of: string[] = [];
  let label = office;
  const country = phraseOf(words, at, lexicon.countries);
  const organisationFirst = phraseOf(words, at, lexicon.organisations);
  let place: string | null = null;
  if (
    country !== null &&
    (organisationFirst === null || organisationFirst.length < country.length || country.value.code !== "TR")
  ) {
    at += country.length;
    place = country.value.en;
  }
  const society = phraseOf(words, at, lexicon.societies);
  if (place !== null && society !== null && at + society.length === start) {
    return `${label} of the ${place.replace(/^the /u, "")} ${society.value}`;
  }
  if (office.endsWith("Minister")) {
    const portfolio = phraseOf(words, at, lexicon.portfolios);
    if (portfolio !== null && at + portfolio.length === start) {
      label = office.replace(/Minister$/u, `${portfolio.value} Minister`);
      at = start;
    }
  }
  while (at < start) {
    if (words[at]?.text === "(") {
      at += 3;
      continue;
    }
    const organisation = phraseOf(words, at, lexicon.organisations);
    const inner = phraseOf(words, at, lexicon.countries);
    const city = phraseOf(words, at, lexicon.cities);
    if (organisation !== null && at + organisation.length <= start) {
      of.push(organisation.value.en);
      at += organisation.length;
    } else if ((inner !== null || city !== null) && sent.test(first)) {
      const code = inner?.value.code ?? city?.value ?? "";
      const en = inner?.value.en ?? englishOf(lexicon, code);
      if (en === null) return null;
      label = `${label} to ${en}`;
      if (place !== null) label = label.replace(` to ${en}`, ` of ${place} to ${en}`);
      place = null;
      at += inner?.length ?? city?.length ?? 1;
    } else if (city !== null && city.value === "TR" && placed.test(first)) {
      of.push(
        words
          .slice(at, at + city.length)
          .map(({ text }) => text)
          .join(" "),
      );
      at += city.length;
    } else return null;
  }
  if (index > 0 && of.length === 0 && place === null) return label;
  if (place !== null) of.push(place);
  return of.length === 0 ? label : `${label} of ${of.join(" of ")}`;
}

/** Reads an English title; it is its own label. */
export function readEnglishTitle(
  words: readonly Word[],
  from: number,
  to: number,
  index: number,
  text: string,
  lexicon: PeopleLexicon,
): Title {
  const all = readSaid(words, from, to, lexicon);
  let head = -1;
  for (let at = from; at < to; at += 1) if (lexicon.heads.has(words[at]?.base ?? "")) head = at;
  let start = head;
  for (let at = from; at <= head; at += 1) {
    const found = phraseOf(words, at, lexicon.offices);
    if (found !== null && at + found.length === head + 1) {
      start = at;
      break;
    }
  }
  const cut = (a: number, b: number) => (a < b ? text.slice(words[a]?.start ?? 0, words[b - 1]?.end ?? 0) : null);
  const rest = head + 1;
  let inner = rest;
  while (inner < to && words[inner]?.capital === false) inner += 1;
  const before = all.find(({ at }) => at === from);
  const named =
    before !== undefined && before.said.kind !== "organisation" && before.at + before.length >= start
      ? null
      : cut(from, start);
  const behind = all.some(({ at, length, said }) => at === inner && at + length === to && said.kind !== "organisation")
    ? null
    : cut(inner, to);
  return {
    office: head === -1 ? null : cut(start, rest),
    organisation: behind ?? named,
    country: readCountry(words, from, to, all, index),
    titleEn: cut(from, to),
  };
}
