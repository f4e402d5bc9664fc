import type { Block, Button } from "../../core/message/message.js";
import type { Say } from "../../core/message/words.js";

/** Where in a list a page begins, and whether there is something behind it. */
interface Page {
  skip: number;
  perPage: number;
  more: boolean;
}

/** Who pages further than so many entries asks for something else. */
export const furthest = 100;

/** The buttons that turn the pages of a list whose newest entries come first; `action` makes the line of the page that begins there. */
export function pageButtons({ skip, perPage, more }: Page, action: (skip: number) => string, say: Say): Block[] {
  const newer: Button = { label: say("page-newer"), action: action(Math.max(0, skip - perPage)) };
  const older: Button = { label: say("page-older"), action: action(skip + perPage) };
  const buttons = [...(skip > 0 ? [newer] : []), ...(more && skip + perPage < furthest ? [older] : [])];
  return buttons.length === 0 ? [] : [{ type: "buttons", buttons }];
}

/** Takes a page's beginning, `@15`, off the end of a button's words, which anybody can forge; 0 where there is none. */
export function takeSkip(args: readonly string[]): { skip: number; rest: readonly string[] } {
  const digits = /^@(?<skip>\d{1,6})$/u.exec(args.at(-1) ?? "")?.groups?.["skip"];
  return digits === undefined
    ? { skip: 0, rest: args }
    : { skip: Math.min(furthest, Number(digits)), rest: args.slice(0, -1) };
}

/** Takes a whole number off the end of some words. */
export function takeNumber(args: readonly string[]): { number: number | null; rest: readonly string[] } {
  const last = args.at(-1) ?? "";
  return /^\d{1,6}$/u.test(last) ? { number: Number(last), rest: args.slice(0, -1) } : { number: null, rest: args };
}
