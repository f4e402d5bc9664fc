import type { BriefKind } from "./brief/schema.js";
import type { ChatSettings } from "./chat-settings.js";
import { daysAfter, faceOf, instantsOf } from "./clock-face.js";
import { impossible } from "./impossible.js";

const minute = 60_000;
const hour = 60 * minute;

/** When a story recorded at `now` comes to a chat: now, or with the digest of that time. Never in its quiet hours. */
export function whenDue(settings: ChatSettings, now: number, kind: BriefKind): number {
  if (settings.delivery.kind === "immediate" && settings.disasters && kind === "disaster") return now;
  return afterQuiet(settings, digestTime(settings, now));
}

/** The time itself, or in quiet hours their end. */
export function afterQuiet(settings: ChatSettings, at: number): number {
  return isQuiet(settings, at) ? endOfQuiet(settings, at) : at;
}

/** Whether the chat's clock stands within its quiet hours; their end is no part of them. */
export function isQuiet({ quiet, zone }: ChatSettings, at: number): boolean {
  if (quiet === null) return false;
  const { minutes } = faceOf(zone, at);
  const { from, to } = quiet;
  return from < to ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}

/** The time of the next digest, after `now`; `now` itself where there is none. A time that comes twice is taken the first time. */
function digestTime({ delivery, zone }: ChatSettings, now: number): number {
  switch (delivery.kind) {
    case "immediate":
      return now;
    case "hourly":
      return nextHour(zone, now);
    case "daily":
      return nextAt(zone, delivery.at, now, () => true);
    case "weekly":
      return nextAt(zone, delivery.at, now, (weekday) => weekday === delivery.day);
    default:
      return impossible(delivery);
  }
}

/** The next instant at which the zone's clock, which may be half an hour off others, shows a full hour. */
function nextHour(zone: string, now: number): number {
  const whole = now - (now % minute);
  const next = whole + hour - (faceOf(zone, now).minutes % 60) * minute;
  // Where a clock changes by half an hour, that shows a half hour.
  const past = faceOf(zone, next).minutes % 60;
  return past === 0 ? next : next + hour - past * minute;
}

function nextAt(zone: string, minutes: number, now: number, isDay: (weekday: number) => boolean): number {
  const today = faceOf(zone, now);
  for (let days = 0; ; days += 1) {
    if (!isDay(((today.weekday - 1 + days) % 7) + 1)) continue;
    const [at] = instantsOf(zone, daysAfter(today, days), minutes);
    if (at > now) return at;
  }
}

function endOfQuiet(settings: ChatSettings, at: number): number {
  const { zone, quiet } = settings;
  const today = faceOf(zone, at);
  for (let days = 0; ; days += 1) {
    const ends = instantsOf(zone, daysAfter(today, days), quiet?.to ?? 0);
    const end = ends.find((end) => end > at && !isQuiet(settings, end));
    if (end !== undefined) return end;
  }
}
