import { refuse } from "./refuse.js";
import type { Chat } from "./state.js";

/** How many are let through, and by how many milliseconds a window is shorter than written, for clocks that jitter. */
export interface Rates {
  botPerSecond: number;
  chatPerSecond: number;
  groupPerMinute: number;
  groupEditsPerMinute: number;
  tolerance: number;
}

export type Budget = "message" | "edit";

/** Telegram's published limits as sliding windows on a clock in milliseconds: 30/s for a bot, 1/s for a chat, 20/min for a group. */
export function createRates(given: Partial<Rates>, clock: () => number) {
  const rates: Rates = {
    botPerSecond: 30,
    chatPerSecond: 1,
    groupPerMinute: 20,
    groupEditsPerMinute: 20,
    tolerance: 0,
    ...given,
  };
  const windows = new Map<string, number[]>();
  const frozen = new Map<string, number>();
  const counts = { messages: 0, edits: 0, tooMany: 0, impatient: 0 };

  function rules(chat: Chat, budget: Budget): { key: string; span: number; limit: number }[] {
    const group = chat.type !== "private";
    if (budget === "edit")
      return group ? [{ key: `edit:${chat.id}:minute`, span: 60_000, limit: rates.groupEditsPerMinute }] : [];
    const always = [
      { key: "message:bot", span: 1000, limit: rates.botPerSecond },
      { key: `message:${chat.id}:second`, span: 1000, limit: rates.chatPerSecond },
    ];
    return group
      ? [...always, { key: `message:${chat.id}:minute`, span: 60_000, limit: rates.groupPerMinute }]
      : always;
  }

  function tooMany(seconds: number): never {
    counts.tooMany += 1;
    return refuse(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }

  /** Remembers that this much waiting was asked for: whoever comes before it is over is impatient. */
  function freeze(scope: string, budget: Budget, seconds: number): void {
    frozen.set(`${budget}:${scope}`, clock() + seconds * 1000);
  }

  return {
    counts,
    freeze,
    /** Refuses who was told to wait and did not. */
    patience(chat: string, budget: Budget): void {
      const now = clock();
      const until = Math.max(frozen.get(`${budget}:${chat}`) ?? 0, frozen.get(`${budget}:bot`) ?? 0);
      if (now >= until) return;
      counts.impatient += 1;
      tooMany(Math.ceil((until - now) / 1000));
    },
    /** Counts one accepted call, or refuses it with 429. */
    take(chat: Chat, budget: Budget): void {
      const now = clock();
      const all = rules(chat, budget);
      for (const { key, span, limit } of all) {
        const recent = (windows.get(key) ?? []).filter((time) => time > now - span + rates.tolerance);
        windows.set(key, recent);
        if (recent.length < limit) continue;
        const free = (recent[recent.length - limit] ?? now) + span - rates.tolerance;
        const seconds = Math.max(1, Math.ceil((free - now) / 1000));
        freeze(key === "message:bot" ? "bot" : String(chat.id), budget, seconds);
        tooMany(seconds);
      }
      for (const { key } of all) windows.get(key)?.push(now);
      if (budget === "message") counts.messages += 1;
      else counts.edits += 1;
    },
  };
}
