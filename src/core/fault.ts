import { distance } from "fastest-levenshtein";

/** One thing wrong with the configuration: where it stands, what was found there, and what cures it. */
export interface Fault {
  /** Path in the YAML file, or the one name of an environment variable. */
  path: readonly (string | number)[];
  /** As shown; null if the key is missing. Never the value of a secret. */
  found: string | null;
  cure: string;
}

/** `feeds[0].every`. */
function keyText(path: readonly (string | number)[]): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === "number") return `${key}[${part}]`;
    return key === "" ? part : `${key}.${part}`;
  }, "");
}

/** `feeds[0].every: found "2 minutes"; expected a duration such as 2m`. */
export function faultText({ path, found, cure }: Fault): string {
  const key = path.length === 0 ? "the file" : keyText(path);
  return `${key}: ${found === null ? "missing" : `found ${found}`}; ${cure}`;
}

/** A value as shown in a fault, cut to 60 characters; passwords in addresses are masked. */
export function foundText(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  const masked = shown.replace(/(:\/\/)[^/@\s"]+@/gu, "$1…@");
  return masked.length > 60 ? `${masked.slice(0, 59)}…` : masked;
}

/** The known name that was probably meant; null if none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  // Of three letters two are a word of their own.
  let least = (name.length <= 3 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const other of known) {
    const far = distance(name.toLowerCase(), other.toLowerCase());
    if (far < least) [best, least] = [other, far];
  }
  return best;
}
