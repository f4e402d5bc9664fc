import { cleanText } from "./clean.js";
import { cutAt } from "./cut.js";

/** Longer names are cut. */
const longest = 60;

/** What somebody or a chat is called: its name with its address behind, by which it is told from others of the name. */
export function calledText(address: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(address);
  return name === undefined ? address : `${name} (${address})`;
}

/** Names as platforms give them, to be kept: without what is empty. */
export function keptNames(given: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  const names = Object.entries(given).map(([address, name]): [string, string] => [
    address,
    cutAt(cleanText(name ?? "").trim(), longest),
  ]);
  return Object.fromEntries(names.filter(([, name]) => name !== ""));
}
