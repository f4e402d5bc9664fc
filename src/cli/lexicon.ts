import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closest, distance } from "fastest-levenshtein";
import { LineCounter, parseDocument, type Document } from "yaml";
import type { ZodError } from "zod";
import { packageRoot, shownPath } from "../config.js";
import { checkLexicon } from "../core/brief/lexicon.js";
import { Refusal } from "../core/refusal.js";
import type { CliParts } from "./parts.js";

/** `lexicon check`: says what is wrong with the files of the lexicon, each fault with file, line and cure; exit 2 if there is any. */
export async function checkLexiconFiles(folder: string | undefined, parts: CliParts): Promise<void> {
  const root = folder === undefined ? join(packageRoot(), "config/lexicon") : resolve(parts.cwd, folder);
  const files = (["tr", "en"] as const).map((language) => ({
    language,
    ...read(join(root, `${language}.yaml`), parts),
  }));
  const faults = files.flatMap((file) => (file.faults.length > 0 ? file.faults : valueFaults(file)));
  if (faults.length > 0) throw new Refusal(faults.join("\n"));
  await parts.out(`✓ ${files.map(({ name }) => name).join(", ")}: no faults\n`);
}

interface LexiconFile {
  language: "tr" | "en";
  name: string;
  lines: LineCounter;
  document: Document.Parsed;
  faults: string[];
}

function read(path: string, { cwd }: CliParts): Omit<LexiconFile, "language"> {
  const name = shownPath(path, cwd);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Refusal(`${name}: no such file, or no permission to read it`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map(({ message, pos }) => `${name}:${lines.linePos(pos[0]).line}: ${message}`);
  return { name, lines, document, faults };
}

function valueFaults(file: LexiconFile): string[] {
  const checked = checkLexicon(file.document.toJS(), file.language);
  const found =
    "error" in checked
      ? schemaFaults(checked.error, file)
      : checked.faults.map(({ path, message, cure }) => ({ path, text: `${message}: ${cure}` }));
  return found
    .map(({ path, text }) => ({ line: lineOf(file, path), path, text }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, path, text }) => `${file.name}:${line}: ${shortPath(path)}: ${text}`);
}

interface Found {
  path: (string | number)[];
  text: string;
}

function schemaFaults(error: ZodError, { document }: LexiconFile): Found[] {
  return error.issues.flatMap((issue): Found[] => {
    const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
    if (issue.code !== "unrecognized_keys") return [{ path, text: issue.message }];
    return issue.keys.map((key) => ({
      path: [...path, key],
      text: `nobody knows this key: ${cureOf(key, path, document)}`,
    }));
  });
}

/** Keys of rows and sections; a slip of one is mostly near to it. */
const known =
  "kind verbs words about near only never says of needs part subject by unless or after behind link names en country international adjectives regions cities weight title cues heads decisions documents places districts venues offices portfolios organisations societies countries honorifics ranks alsoNames givenNames particles institutions notNames eventNouns groups attendance passing".split(
    " ",
  );

function cureOf(key: string, path: readonly (string | number)[], document: Document.Parsed): string {
  const near = closest(key, known);
  const taken = document.hasIn([...path, near]);
  return distance(key, near) <= 2 && !taken ? `did you mean ${near}?` : "delete it";
}

/** The line of a node, of the nearest one around it where it is missing. */
function lineOf({ document, lines }: LexiconFile, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      const start: unknown = node.range[0];
      if (typeof start === "number") return lines.linePos(start).line;
    }
  }
  return 1;
}

const shortPath = (path: readonly (string | number)[]) => path.join(".");
