import type { BriefDate } from "../brief/schema.js";
import type { Say, Tongue } from "./words.js";

const days = { tr: dayFormat("tr-TR"), en: dayFormat("en-GB") };
const istanbulDays = { tr: dayFormat("tr-TR", "Europe/Istanbul"), en: dayFormat("en-GB", "Europe/Istanbul") };
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Istanbul",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function dayFormat(locale: string, timeZone = "UTC"): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long", year: "numeric" });
}

/** A point in time for the reader, in Istanbul: `19 Kasım 2025, TSİ 17.30`. Midnight is what a day without a time is read as: the day alone. */
export function timeText(time: number, language: Tongue, say: Say): string {
  const [hour = "", minute = ""] = clock.format(time).split(":");
  const date = istanbulDays[language].format(time);
  return hour === "00" && minute === "00" ? date : say("time", { date, hour, minute });
}

/** A point in time that is near, on the clock of a zone: `20 Kasım 18:00`. */
export function momentText(time: number, language: Tongue, timeZone: string): string {
  return onClock(time, language, { timeZone });
}

/** The same of one that may be years away: `20 Kasım 2025 18:00`. */
export function datedText(time: number, language: Tongue, timeZone: string): string {
  return onClock(time, language, { timeZone, year: "numeric" });
}

function onClock(time: number, language: Tongue, more: Intl.DateTimeFormatOptions): string {
  const format = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", ...more } as const;
  return new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-GB", format).format(time);
}

/** Minutes since midnight as a clock shows them: `08:30`. */
export function clockText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The minutes since midnight of `08:30`, `8.30` or `8`; null for what is no time of a day. */
export function clockMinutes(text: string): number | null {
  const [, hours, minutes = "00"] = /^(\d{1,2})(?:[:.](\d\d))?$/u.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** The name of a day of the week, 1 (Monday) to 7. */
export function weekdayText(day: number, language: Tongue): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", weekday: "long" }).format(Date.UTC(2024, 0, day));
}

/** The day or days of a brief: `19 Kasım 2025`, `10–12 Ekim 2025`. */
export function dayText(date: BriefDate, language: Tongue): string {
  const from = Date.parse(date.from);
  const to = Date.parse(date.to);
  const format = days[language];
  if (Number.isNaN(from) || Number.isNaN(to)) return date.from;
  if (from >= to) return format.format(from);
  // ICU puts thin spaces around the English dash; plain ones survive every font.
  return format.formatRange(from, to).replace(/[\u2009\u202F]/gu, " ");
}

const spanUnits = [
  ["day", 24 * 60 * 60_000],
  ["hour", 60 * 60_000],
  ["minute", 60_000],
] as const;

/** How long something is or was, in its largest unit: `3 saat`, `2 minutes`. What is shorter than a minute is one. */
export function spanText(ms: number, language: Tongue): string {
  const [unit, size] = spanUnits.find(([, size]) => ms >= size) ?? spanUnits[2];
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
  return format.format(Math.max(1, Math.floor(ms / size)));
}
