import { z } from "zod";
import { foundText, nearest, type Fault } from "./fault.js";
import { parseKeyword } from "./match/parse.js";
import { settingsSchema, type Settings } from "./settings.js";

export type SettingsOutcome = { kind: "read"; settings: Settings } | { kind: "faulty"; faults: Fault[] };

/** Reads parsed YAML. All faults are found at once: of form (zod), and between the parts of the file. */
export function readSettings(raw: unknown): SettingsOutcome {
  const given = withoutNulls(raw ?? {});
  const parsed = settingsSchema.safeParse(given, { error: (issue) => plainExpectation(issue) });
  const ofForm = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue, given));
  const faults = [...ofForm, ...crossFaults(given)];
  return parsed.success && faults.length === 0 ? { kind: "read", settings: parsed.data } : { kind: "faulty", faults };
}

/** JSON Schema of the file, for editors. */
export function settingsJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(settingsSchema, { io: "input" });
}

/** `topics:` with nothing behind it is an absent key, not a fault. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null ? [] : [[key, withoutNulls(inner)]])),
  );
}

const kinds: Record<string, string> = {
  object: "a mapping of keys to values",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
};

/** For the issues to which the schema gives no words of its own. */
function plainExpectation(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return kinds[issue.expected] ?? issue.expected;
  if (issue.code === "too_small") return `at least ${issue.minimum}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}`;
  return "something else";
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): Fault[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(path);
    return issue.keys.map((key) => ({ path: [...path, key], found: "an unknown key", cure: nearestCure(key, known) }));
  }
  const value = valueAt(given, path);
  return [{ path, found: value === undefined ? null : foundText(value), cure: `expected ${issue.message}` }];
}

function nearestCure(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  return near === null ? `known here: ${known.join(", ")}` : `did you mean ${near}?`;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}

/** The names that the schema knows at a path, read from its JSON form: plain data, and the same for every nesting. */
function knownKeys(path: readonly (string | number)[]): string[] {
  const steps = path.flatMap((part) => (typeof part === "number" ? ["items"] : ["properties", part]));
  const properties = valueAt(settingsJsonSchema(), [...steps, "properties"]);
  return Object.keys(properties ?? {});
}

const loose = { id: z.string().catch("") };
const sketch = z.object({
  feeds: z.array(z.object({ ...loose, url: z.string().catch("") }).catch({ id: "", url: "" })).catch([]),
  topics: z
    .array(z.object({ ...loose, keywords: z.array(z.string().catch("")).catch([]) }).catch({ id: "", keywords: [] }))
    .catch([]),
  subscribe: z
    .array(
      z
        .object({ chat: z.string().catch(""), topics: z.array(z.string().catch("")).catch([]) })
        .catch({ chat: "", topics: [] }),
    )
    .catch([]),
});

/** What no single key shows. Reads what it can of a file whose form is wrong elsewhere, so that nothing is told only later. */
function crossFaults(given: unknown): Fault[] {
  const parsed = sketch.safeParse(given);
  if (!parsed.success) return [];
  const { feeds, topics, subscribe } = parsed.data;
  const known = topics.map((topic) => topic.id).filter((id) => id !== "");
  const unknownTopics = subscribe.flatMap((subscription, index) =>
    subscription.topics.flatMap((topic, at): Fault[] => {
      if (topic === "" || known.includes(topic)) return [];
      const cure = known.length === 0 ? "no topic is defined under topics" : nearestCure(topic, known);
      return [{ path: ["subscribe", index, "topics", at], found: `an unknown topic ${foundText(topic)}`, cure }];
    }),
  );
  return [
    ...doubles(feeds, "feeds", "id"),
    ...doubles(feeds, "feeds", "url"),
    ...doubles(topics, "topics", "id"),
    ...doubles(subscribe, "subscribe", "chat"),
    ...topics.flatMap(keywordFaults),
    ...unknownTopics,
  ];
}

function keywordFaults({ keywords }: { keywords: string[] }, index: number): Fault[] {
  const path = ["topics", index, "keywords"];
  const parsed = keywords.map(parseKeyword);
  const faults = parsed.flatMap((outcome, at): Fault[] => {
    const source = keywords[at] ?? "";
    if (outcome.kind === "ok" || source.trim() === "") return [];
    const place = `at character ${outcome.at + 1}`;
    return [{ path: [...path, at], found: foundText(source), cure: `${outcome.message} (${place})` }];
  });
  if (parsed.length > 0 && parsed.every((outcome) => outcome.kind === "ok" && outcome.keyword.unwanted)) {
    faults.push({ path, found: "unwanted keywords only", cure: "add a wanted one, without the leading -" });
  }
  return faults;
}

function doubles<K extends string>(rows: readonly Record<K, string>[], section: string, key: K): Fault[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, index): Fault[] => {
    const value = row[key];
    const before = first.get(value);
    if (value === "") return [];
    if (before === undefined) {
      first.set(value, index);
      return [];
    }
    const cure = `it stands in ${section}[${before}] already: each ${key} once`;
    return [{ path: [section, index, key], found: foundText(value), cure }];
  });
}
