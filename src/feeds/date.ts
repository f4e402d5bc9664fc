/** First three letters, Turkish letters folded, of months in English and Turkish. */
const months: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  oca: 1,
  sub: 2,
  nis: 4,
  haz: 6,
  tem: 7,
  agu: 8,
  eyl: 9,
  eki: 10,
  kas: 11,
  ara: 12,
};

/** Zone names in minutes east of UTC: RFC 5322 §4.3, Turkey's own, and its neighbours'. */
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  trt: 180,
  tsi: 180,
  msk: 180,
  eet: 120,
  eest: 180,
  cet: 60,
  cest: 120,
  bst: 60,
  west: 60,
};

const folds: Record<string, string> = {
  ı: "i",
  İ: "i",
  ş: "s",
  Ş: "s",
  ğ: "g",
  Ğ: "g",
  ü: "u",
  Ü: "u",
  ö: "o",
  Ö: "o",
  ç: "c",
  Ç: "c",
};

function fold(word: string): string {
  return word.replaceAll(/[ıİşŞğĞüÜöÖçÇ]/g, (letter) => folds[letter] ?? letter).toLowerCase();
}

interface Parts {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  ms?: number;
  zone?: number;
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

function offset(sign: string, hours: string, minutes = "0"): number {
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return Number.NaN;
  return sign === "-" ? -total : total;
}

function readClock(match: RegExpExecArray): Parts {
  const [, hour, minute, second, fraction, half] = match;
  const hours = Number(hour);
  const noon = half?.toLowerCase();
  if (noon !== undefined && (hours < 1 || hours > 12)) return { hour: Number.NaN };
  return {
    hour: noon === undefined ? hours : (hours % 12) + (noon.startsWith("p") ? 12 : 0),
    minute: Number(minute),
    second: Number(second ?? 0),
    ms: Math.floor(Number(`0.${fraction ?? 0}`) * 1000),
  };
}

/** What a piece of a date can be, tried in this order at each place; a piece that is none of them makes it no date. */
const pieces: [RegExp, (match: RegExpExecArray, so: Parts) => Parts][] = [
  [/^t(\d{2})(\d{2})(\d{2})?()(?=z|[+-]|$)/i, readClock],
  [/^t(?=\d)/i, () => ({})],
  [/^[\s,;/]+|^\((?:[^()]*)\)/i, () => ({})],
  [/^(\d{4})-(\d{2})-(\d{2})(?!\d)/, ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [/^(\d{4})(\d{2})(\d{2})(?=t|$)/i, ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, ([, y, m, d]) => ({ year: Number(y), month: Number(m), day: Number(d) })],
  [
    /^(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)/,
    ([, d, , m, y]) => ({ year: Number(y), month: Number(m), day: Number(d) }),
  ],
  [/^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)\s*([ap]\.?m\b\.?)?/i, readClock],
  [
    /^(?:utc|gmt|z)?\s*([+\-\u2212])(\d{2}):?(\d{2})(?!\d)/i,
    ([, s, h, m]) => ({ zone: offset(s === "+" ? "+" : "-", h ?? "", m) }),
  ],
  [
    /^(?:utc|gmt)?\s*([+\-\u2212])(\d{1,2})(?![\d:])/i,
    ([, s, h]) => ({ zone: offset(s === "+" ? "+" : "-", h ?? "") }),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:])[ -]*/i,
    ([, number], so) => (so.day === undefined ? { day: Number(number) } : { year: fullYear(number ?? "") }),
  ],
  [/^(\d{3,4})(?![\d:])/, ([, year]) => ({ year: fullYear(year ?? "") })],
  [/^(\p{L}+)['.]*[ -]*/u, ([, word]) => readWord(word ?? "")],
];

/** A month, a zone, or a word to pass over: a week day, `saat`, `at`. Unknown zones count as none given (RFC 5322 §4.3). */
function readWord(word: string): Parts {
  const folded = fold(word);
  const month = months[folded.slice(0, 3)];
  if (month !== undefined && folded.length >= 3) return { month };
  const zone = zones[folded];
  return zone === undefined ? {} : { zone };
}

const isIn = (value: number, low: number, high: number) => value >= low && value <= high;

/**
 * A date as feeds write it, in epoch ms: RFC 822/5322 with its zones, RFC 3339 and ISO 8601, AA's form, Turkish and English
 * words in any order. A text without zone is read at `zoneOffsetDefault` (minutes east of UTC), never in the host's zone.
 * Null for what is no date, or a date that does not exist (31 February, 25:00), or lies outside 1970 to 2199.
 */
export function readDate(text: string, zoneOffsetDefault: number): number | null {
  let rest = text.trim().slice(0, 100);
  const parts: Parts = {};
  while (rest !== "") {
    let matched: string | undefined;
    for (const [pattern, read] of pieces) {
      const match = pattern.exec(rest);
      if (match === null || match[0] === "") continue;
      Object.assign(parts, { ...read(match, parts), ...parts });
      matched = match[0];
      break;
    }
    if (matched === undefined) return null;
    rest = rest.slice(matched.length);
  }
  const { year, month, day, hour = 0, minute = 0, second = 0, ms = 0, zone = zoneOffsetDefault } = parts;
  if (year === undefined || month === undefined || day === undefined || Number.isNaN(zone)) return null;
  const isMidnight = hour === 24 && minute === 0 && second === 0;
  if (!isIn(year, 1970, 2199) || !isIn(minute, 0, 59) || !isIn(second, 0, 60)) return null;
  if (!isIn(hour, 0, 23) && !isMidnight) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  return midnight.getTime() + ((hour * 60 + minute - zone) * 60 + second) * 1000 + ms;
}
