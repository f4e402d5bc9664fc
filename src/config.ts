import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { load, YAMLException } from "js-yaml";
import { LineCounter, parseDocument, type Document } from "yaml";
import { ZodError } from "zod";
import { parseLexicon, type Lexicon } from "./core/brief/lexicon.js";
import { keyList, readEnvironment, secretNames, type Environment } from "./core/environment.js";
import { faultText, type Fault } from "./core/fault.js";
import { readSettings } from "./core/read-settings.js";
import { Refusal } from "./core/refusal.js";
import type { Settings } from "./core/settings.js";

/** All that the outside tells us. `file` and `data` are absolute; `secrets` are the values that no log may show. */
export interface Config {
  file: string;
  data: string;
  env: Environment;
  settings: Settings;
  secrets: string[];
}

export interface Surroundings {
  env: Record<string, string | undefined>;
  cwd: string;
}

/** Reads environment and YAML file. Throws one `Refusal` that lists every fault of both. */
export function loadConfig({ env, cwd }: Surroundings): Config {
  const { environment, faults } = readEnvironment(env, (path) => readText(resolve(cwd, path)));
  const lines = faults.map((fault) => `environment: ${faultText(fault)}`);
  const file = configFile(env.TELLAL_CONFIG ?? "", cwd);
  const read = readYaml(file, shownPath(file, cwd));
  lines.push(...read.lines);
  if (environment === null || read.settings === null || lines.length > 0) throw refusalOf(lines);
  return {
    file,
    data: resolve(cwd, environment.TELLAL_DATA),
    env: environment,
    settings: read.settings,
    secrets: secretValues(environment),
  };
}

/** The secrets as they are given, valid or not, for what is printed before the configuration is read, or in its stead. */
export function secretsGiven({ env, cwd }: Surroundings): string[] {
  const values = secretNames.flatMap((name) => {
    const file = env[`${name}_FILE`] ?? "";
    return [env[name] ?? "", file === "" ? "" : (readText(resolve(cwd, file)) ?? "")];
  });
  return values.flatMap((value) => [value.trim(), ...keyList(value)]);
}

/** A path as a user in `cwd` would write it. */
export function shownPath(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return short === "" || short.startsWith("..") ? file : short;
}

/** Fluent texts of both languages, for `createWords`. */
export function loadLocales(): { tr: string; en: string } {
  return { tr: readOwn("locales/tr.ftl"), en: readOwn("locales/en.ftl") };
}

/** The web page's style sheet. */
export function loadStyle(): string {
  return readOwn("web.css");
}

/** The lexicon of both languages. Whoever extends it may err: its faults are a `Refusal`, each with file and key. */
export function loadLexicon(): Lexicon {
  const raw = { tr: readLexicon("tr"), en: readLexicon("en") };
  try {
    return parseLexicon(raw);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const lines = error.issues.map(
      ({ path: [language, ...key], message }) =>
        `config/lexicon/${String(language)}.yaml: ${key.join(".")}: ${message}`,
    );
    throw new Refusal(["The lexicon has faults:", ...lines.map((line) => `  ${line}`)].join("\n"));
  }
}

function readLexicon(language: "tr" | "en"): unknown {
  const path = `lexicon/${language}.yaml`;
  try {
    // A tenth of the time that `yaml` takes, which we keep for the settings since it tells where each key stands.
    return load(readOwn(path));
  } catch (error) {
    if (error instanceof YAMLException) throw new Refusal(`config/${path}: ${error.message}`);
    throw error;
  }
}

/** Version in package.json. */
export function ownVersion(): string {
  const about: unknown = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return typeof about === "object" && about !== null && "version" in about ? String(about.version) : "unknown";
}

/** The program runs from `dist/src` and, in tests, from `src`: the package's folder is the first above with a package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function readOwn(path: string): string {
  return readFileSync(join(packageRoot(), "config", path), "utf8");
}

/** Without `TELLAL_CONFIG` and without a file in the working folder, the one that comes with the package counts. */
function configFile(named: string, cwd: string): string {
  const usual = "config/tellal.yaml";
  const here = resolve(cwd, named === "" ? usual : named);
  return named === "" && !existsSync(here) ? join(packageRoot(), usual) : here;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function readYaml(file: string, shown: string): { settings: Settings | null; lines: string[] } {
  const text = readText(file);
  if (text === null) {
    return { settings: null, lines: [`${shown}: cannot be read; set TELLAL_CONFIG to your tellal.yaml`] };
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors.map((error) => `${shown}:${counter.linePos(error.pos[0]).line}: ${error.message}`);
  if (broken.length > 0) return { settings: null, lines: broken };
  const raw = plainValue(document);
  if (raw.kind === "endless")
    return { settings: null, lines: [`${shown}: its aliases multiply too far; write them out`] };
  const outcome = readSettings(raw.value);
  if (outcome.kind === "read") return { settings: outcome.settings, lines: [] };
  const placed = outcome.faults.map((fault) => ({ fault, line: lineOf(document, counter, fault) }));
  placed.sort((a, b) => a.line - b.line);
  return { settings: null, lines: placed.map(({ fault, line }) => `${shown}:${line}: ${faultText(fault)}`) };
}

/** A few nested aliases can stand for gigabytes: the library refuses those. */
function plainValue(document: Document): { kind: "value"; value: unknown } | { kind: "endless" } {
  try {
    return { kind: "value", value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { kind: "endless" };
    throw error;
  }
}

/** Line of the faulty key, or of the nearest one above it that exists. */
function lineOf(document: Document, counter: LineCounter, fault: Fault): number {
  for (let depth = fault.path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(fault.path.slice(0, depth), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      return counter.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}

function refusalOf(lines: readonly string[]): Refusal {
  const count = lines.length === 1 ? "a fault" : `${lines.length} faults`;
  return new Refusal([`The configuration has ${count}:`, ...lines.map((line) => `  ${line}`)].join("\n"));
}

function secretValues(environment: Environment): string[] {
  return secretNames.flatMap((name) => {
    const value = environment[name];
    if (typeof value !== "string") return [];
    return name === "TELLAL_KEY" ? [value, ...keyList(value)] : [value];
  });
}
