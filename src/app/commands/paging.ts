import type { Button } from "../../core/message/message.js";
import type { Say } from "../../core/message/words.js";

/** Where in a list a page begins, and whether there is something behind it. */
interface Page {
  skip: number;
  perPage: number;
  more: boolean;
}

/** The buttons that turn the pages of a list whose newest entries come first; `action` makes the line of the page that begins there. */
export function pageButtons({ skip, perPage, more }: Page, action: (skip: number) => string, say: Say): Button[] {
  const newer = { label: say("page-newer"), action: action(Math.max(0, skip - perPage)) };
  const older = { label: say("page-older"), action: action(skip + perPage) };
  return [...(skip > 0 ? [newer] : []), ...(more ? [older] : [])];
}

/** A page's beginning out of a button, which anybody can forge: a whole number from 0 to `most`. */
export function readSkip(text: string | undefined, most: number): number {
  return /^\d{1,6}$/u.test(text ?? "") ? Math.min(most, Number(text)) : 0;
}
