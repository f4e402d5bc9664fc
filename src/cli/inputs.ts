import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { Refusal } from "../core/refusal.js";
import { decode } from "../feeds/decode.js";
import type { CliParts } from "./parts.js";

/** Text from a file or standard input, and how to call it in a message. */
export interface Input {
  name: string;
  text: string;
}

const limit = 64 * 1024 * 1024;

/**
 * The texts that the arguments name: `-` is standard input, a folder is its files with one of the extensions, in the
 * order of their names. Refuses what cannot be read, is not text, or is empty.
 */
export async function readInputs(
  names: readonly string[],
  extensions: readonly string[],
  parts: CliParts,
): Promise<Input[]> {
  const paths = await Promise.all(names.map((name) => expand(name, extensions, parts.cwd)));
  const inputs: Input[] = [];
  for (const path of paths.flat()) inputs.push(await readInput(path, parts));
  return inputs;
}

async function expand(name: string, extensions: readonly string[], cwd: string): Promise<string[]> {
  if (name === "-") return [name];
  const about = await stat(resolve(cwd, name)).catch((error: unknown) => {
    throw new Refusal(`${name}: ${whyUnreadable(error)}`);
  });
  if (!about.isDirectory()) return [name];
  const files = (await readdir(resolve(cwd, name))).filter((file) => extensions.includes(extname(file))).sort();
  if (files.length === 0) throw new Refusal(`${name}: the folder has no file ending in ${extensions.join(", ")}`);
  return files.map((file) => join(name, file));
}

async function readInput(path: string, parts: CliParts): Promise<Input> {
  const name = path === "-" ? "standard input" : path;
  const bytes = path === "-" ? await parts.readStdin() : await readBytes(path, parts.cwd);
  if (bytes.length > limit) throw new Refusal(`${name}: larger than ${limit / 1024 / 1024} MB`);
  const text = decode(bytes, null);
  if (text.trim() === "") throw new Refusal(`${name}: empty`);
  if (text.slice(0, 4096).includes("\u0000")) throw new Refusal(`${name}: not a text`);
  return { name, text };
}

async function readBytes(path: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, path));
  } catch (error) {
    throw new Refusal(`${path}: ${whyUnreadable(error)}`);
  }
}

const reasons: Record<string, string> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "is a folder",
};

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? `cannot be read (${code})`;
}
