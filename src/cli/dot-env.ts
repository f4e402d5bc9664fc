import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";

/** The file of variables in the working folder, which `init` writes. */
export const dotEnvFile = (cwd: string) => join(cwd, ".env");

/** What a `.env` says, and the sentence for whoever wonders where its variables are; null if there is nothing to say. */
export interface DotEnv {
  variables: Record<string, string>;
  warning: string | null;
}

/** Reads the working folder's `.env`; without one there are no variables. Never throws. */
export function readDotEnv(cwd: string): DotEnv {
  const file = dotEnvFile(cwd);
  try {
    return { variables: parseDotEnv(readFileSync(file, "utf8")), warning: null };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    // Where systemd reads the file as root and hands the variables over, Tellal itself may not read it: no reason to stop.
    const warning = code === "ENOENT" ? null : `${file} cannot be read (${code}): its variables are not set`;
    return { variables: {}, warning };
  }
}

/** The variables in the text of a `.env`, by Node's own rules; a mark of byte order is none of the first name. */
export function parseDotEnv(text: string): Record<string, string> {
  const read = Object.entries(parseEnv(text.replace(/^\uFEFF/u, "")));
  return Object.fromEntries(read.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The environment with what the file adds: a variable that is set already, even to nothing, wins. */
export function withDotEnv(
  env: Record<string, string | undefined>,
  { variables }: Pick<DotEnv, "variables">,
): Record<string, string | undefined> {
  return { ...variables, ...env };
}
