import { fromIstanbul } from "./istanbul.js";

/** What single lines of a story copied as plain text can be. Lines are tidy (`core/text/tidy`). */

const months: readonly string[][] = [
  ["ocak", "january", "jan"],
  ["şubat", "february", "feb"],
  ["mart", "march", "mar"],
  ["nisan", "april", "apr"],
  ["mayıs", "may"],
  ["haziran", "june", "jun"],
  ["temmuz", "july", "jul"],
  ["ağustos", "august", "aug"],
  ["eylül", "september", "sep", "sept"],
  ["ekim", "october", "oct"],
  ["kasım", "november", "nov"],
  ["aralık", "december", "dec"],
];
const month = months.flat().join("|");
const weekday =
  "pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const time = String.raw`(?:[,\s]*(?:saat |at )?(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d))?(?: ?\(?(?:tsi|gmt ?\+ ?0?3|utc ?\+ ?0?3)\)?)?)?`;

/** The forms of a day; named groups only, so that one reader serves all. */
const forms = [
  String.raw`(?<day>\d{1,2})[./](?<monthNumber>\d{1,2})[./](?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})\.? (?<monthName>${month})\.?,? (?<year>\d{4})`,
  String.raw`(?<monthName>${month})\.? (?<day>\d{1,2}),? (?<year>\d{4})`,
  String.raw`(?<year>\d{4})-(?<monthNumber>\d\d)-(?<day>\d\d)T?`,
].map((form) => new RegExp(`^(?:(?:${weekday}),? )?${form}(?:,? (?:${weekday}))?${time}$`));

/** Epoch ms of a line that is a day, with or without weekday and time, on Istanbul's clock; null for any other line. */
export function readDay(line: string): number | null {
  const text = line.toLocaleLowerCase("tr").replace(/i\u0307/g, "i");
  // English month names in capitals or with a capital I come out of the Turkish fold with a dotless i.
  for (const candidate of [text, line.toLowerCase()]) {
    for (const form of forms) {
      const found = form.exec(candidate)?.groups;
      if (!found) continue;
      const { monthName, monthNumber } = found;
      return fromIstanbul({
        year: Number(found["year"]),
        month: monthName ? months.findIndex((names) => names.includes(monthName)) + 1 : Number(monthNumber),
        day: Number(found["day"]),
        hour: Number(found["hour"] ?? 0),
        minute: Number(found["minute"] ?? 0),
        second: Number(found["second"] ?? 0),
      });
    }
  }
  return null;
}

export interface Byline {
  author: string | null;
  published: number | null;
  updated: number | null;
}

const update = /\s*(?:[-–—•|,(]\s*)?(?:son güncelleme|güncelleme|güncellenme|last updated?|updated?)\s*:?\s*/iu;

/** `Author | 19.11.2025 - Güncelleme : 19.11.2025`, `Writer |19.11.2025 - Update : …`, either part alone, `By Writer`; null for any other line. */
export function readByline(line: string): Byline | null {
  if (line.length > 300) return null;
  const by = /^by (\p{Lu}[^|•\d]{3,80})$/iu.exec(line)?.[1];
  if (by !== undefined && isName(by)) return { author: by.trim(), published: null, updated: null };
  const [head = "", tail, more] = line.split(update);
  if (more !== undefined) return null;
  const updated = tail === undefined ? null : readDay(tail.replace(/\)$/, ""));
  if (tail !== undefined && updated === null) return null;
  if (head === "") return updated === null ? null : { author: null, published: null, updated };
  const bar = head.search(/[|•]/);
  const author = bar < 0 ? "" : head.slice(0, bar).trim();
  const rest = head.slice(bar + 1).replace(/^[\s|•–-]+|[\s|•–-]+$/g, "");
  const published = readDay(rest);
  if (published === null && !(rest === "" && author !== "" && (updated !== null || isName(author)))) return null;
  return author.length > 120 ? null : { author: author === "" ? null : author, published, updated };
}

const categories = new Set(
  (
    "gündem|dünya|ekonomi|spor|politika|siyaset|kültür|kültür-sanat|kültür sanat|sağlık|eğitim|yaşam|türkiye|analiz|gazze|son dakika|ayrımcılık hattı|" +
    "bilim-teknoloji|bilim teknoloji|bilim ve teknoloji|çevre|yeşilhat|yeşil hat|dosya haber|özel haber|şirket haberleri|" +
    "finans|enerji|savunma|savunma sanayii|orta doğu|avrupa|asya|afrika|amerika|balkanlar|kafkasya|türk dünyası|anadolu'nun sesi|haberler|" +
    "world|turkey|turkiye|economy|sports|sport|politics|health|environment|science|science-technology|culture|life|middle east|europe|asia|asia-pacific|" +
    "africa|americas|americas & europe|analysis|energy|breaking news|breaking|top headlines|top headline|latest|news|live|archive|opinion|asia - pacific|" +
    "russia-ukraine war|israel-palestine conflict|aa|anadolu|anadolu ajansı|anadolu agency|anasayfa|ana sayfa|home|haber"
  ).split("|"),
);

/** A category of the site, alone or several (`Türkiye, World`, `Anasayfa > Dünya`). */
export function isCategory(line: string): boolean {
  return (
    line.length <= 80 &&
    (isOneCategory(line) || line.split(/\s*[>›»/|•,]\s*|\s+-\s+/).every((part) => part === "" || isOneCategory(part)))
  );
}

function isOneCategory(text: string): boolean {
  const trimmed = text.trim().replace(/^#|:$/g, "");
  return categories.has(trimmed.toLocaleLowerCase("tr")) || categories.has(trimmed.toLowerCase());
}

/** A date, a category, or both on one line (`Gündem | 19.11.2025`). */
export function isFurnitureOfHead(line: string): boolean {
  const one = (text: string) => text === "" || isCategory(text) || readByline(text) !== null;
  return one(line) || line.split(/\s*[|•]\s*/).every(one);
}

/** Two to four words with a capital first letter: a person, or several with commas between. */
export function isName(line: string): boolean {
  return line
    .split(/,| ve | and /)
    .every((name) =>
      /^(?:\p{Lu}[\p{L}'’.-]*)(?:[ -](?:\p{Lu}[\p{L}'’.-]*|al|el|bin|van|de|der|von)){1,4}$/u.test(name.trim()),
    );
}

/** The city of a dateline line, without the agency's sign behind it (`BAKÜ (AA) -`). */
export const bareCity = (line: string) => line.replace(/ ?\((?:AA|Anadolu)\)(?: ?[-–—])?$/, "");

/** A city alone on a line (`Bakü`, `ANKARA`, `New York`, `Lefkoşa/Ankara`, `BAKU, Azerbaijan`, `BAKÜ (AA) -`). */
export function isDateline(text: string): boolean {
  const line = bareCity(text);
  return (
    line.length <= 40 &&
    line.split(/\s*[/,–]\s*|\s+-\s+/).every((city) => /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u.test(city)) &&
    !line.endsWith(".")
  );
}

const inline =
  /^(?<city>\p{Lu}[\p{L}'’./, -]{1,40}?) ?\((?:AA|Anadolu)\) ?[-–—] ?(?:(?<author>\p{Lu}[\p{Lu}.'’ /]{4,60}?) ?[-–—] )?(?=\S)/u;

/** `ANKARA (AA) - Story …`, with or without the reporter's name in capitals, cut from the first paragraph. */
export function cutDateline(line: string): { city: string; author: string | null; text: string } | null {
  const found = inline.exec(line);
  if (!found?.groups) return null;
  return {
    city: (found.groups["city"] ?? "").trim(),
    author: found.groups["author"]?.trim() ?? null,
    text: line.slice(found[0].length),
  };
}
