import { furniture } from "./boilerplate.js";
import { readByline } from "./plain-line.js";
import { tidy } from "./text/tidy.js";

/** Lines that mail programs and terminals break: at most this long, and at least this long if the next word did not fit. */
const widest = 100;
const full = 55;

/** The tidy lines of a text, empty ones left out, with paragraphs that were broken at a column put together again. */
export function plainLines(text: string): string[] {
  const raw = text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(tidy);
  if (!isWrapped(raw)) return raw.filter((line) => line !== "");
  const lines: string[] = [];
  let open = false;
  for (const line of raw) {
    const own = line === "" || readByline(line) !== null || furniture(line) !== null;
    if (own || !open) {
      if (line !== "") lines.push(line);
      open = !own;
    } else lines.push(`${lines.pop() ?? ""} ${line}`);
  }
  return lines;
}

/** Broken at a column: blank lines between paragraphs, no long line, and several full lines that stop inside a sentence and go on below. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > widest)) return false;
  let broken = 0;
  let lowercase = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? "";
    if (line.length < full || /[.!?:…"”]$/.test(line) || next === "") continue;
    broken += 1;
    if (/^\p{Ll}/u.test(next)) lowercase += 1;
  }
  return lines.includes("") && broken >= 3 && lowercase >= 2;
}
