import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { parseDocument } from "yaml";
import { Refusal } from "../../core/refusal.js";
import { parseDotEnv } from "../dot-env.js";

/** The text of a file; empty if there is none. Throws a `Refusal` if it cannot be read. */
export function textOf(file: string): string {
  if (!existsSync(file)) return "";
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read (${codeOf(error)}). Give yourself the right to read it, or move it away.`,
    );
  }
}

/**
 * Puts a text in a file's place, whole or not at all, through a file beside it. `mode` is the most that the file's rights become;
 * owner and narrower rights stay as they were. Behind a link, the file that it leads to is replaced.
 */
export function replaceFile(file: string, text: string, mode: number): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = `${target}.${randomUUID()}.part`;
  try {
    const before = existsSync(target) ? statSync(target) : null;
    mkdirSync(dirname(target), { recursive: true });
    const handle = openSync(draft, "wx", before === null ? mode : before.mode & mode);
    try {
      if (before !== null) {
        fchownSync(handle, before.uid, before.gid);
        fchmodSync(handle, before.mode & mode);
      }
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target);
  } catch (error) {
    throw new Refusal(
      `${file} cannot be written (${codeOf(error)}). Run tellal init as its owner, where you may write.`,
    );
  } finally {
    if (existsSync(draft)) rmSync(draft);
  }
}

/** A `.env` with these variables set: each in the place of its line if there is one, else at the end; all else as it was. */
export function mergeEnv(text: string, changes: Readonly<Record<string, string>>): string {
  const before = parseDotEnv(text);
  let merged = text;
  for (const [name, value] of Object.entries(changes)) {
    const line = new RegExp(`^([ \\t]*(?:export[ \\t]+)?)${name}[ \\t]*=.*$`, "mu");
    const written = `${name}=${value}`;
    // What stands last counts where a name stands twice; we leave one.
    if (line.test(merged)) {
      let first = true;
      merged = merged.replaceAll(new RegExp(`${line.source}\\n?`, "gmu"), (whole: string, lead: string) => {
        const kept = first ? `${lead}${written}${whole.endsWith("\n") ? "\n" : ""}` : "";
        first = false;
        return kept;
      });
    } else merged += `${merged === "" || merged.endsWith("\n") ? "" : "\n"}${written}\n`;
  }
  const expected = JSON.stringify(sorted({ ...before, ...changes }));
  const several = Object.keys(changes).some((name) => before[name]?.includes("\n") === true);
  if (!several && JSON.stringify(sorted(parseDotEnv(merged))) === expected) return merged;
  // A value over several lines, or one that would need quotes: better nothing than something else.
  throw new Refusal(
    `.env holds ${Object.keys(changes).join(", ")} in a form that tellal init cannot change. Set them in it by hand.`,
  );
}

function sorted(variables: Record<string, string>): [string, string][] {
  return Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The text of a tellal.yaml with `network.contact` set; its comments and all other lines as they were. */
export function withContact(text: string, contact: string): string {
  const document = parseDocument(text);
  const node: unknown = document.getIn(["network", "contact"], true);
  if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
    const [start, end] = node.range.map(Number);
    return text.slice(0, start) + JSON.stringify(contact) + text.slice(end);
  }
  document.setIn(["network", "contact"], contact);
  return document.toString({ lineWidth: 0 });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
