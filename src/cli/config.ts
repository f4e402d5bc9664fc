import { mkdirSync } from "node:fs";
import { stringify } from "yaml";
import { loadConfig, shownPath, type Config } from "../config.js";
import { secretNames, variableNames } from "../core/environment.js";
import { settingsJsonSchema } from "../core/read-settings.js";
import { openDatabase } from "../store/database.js";
import { createStore } from "../store/store.js";
import type { CliParts, Register } from "./parts.js";
import { seedOf } from "./tellal.js";

/** `config show|schema|apply`. All of them work beside a running Tellal. */
export const registerConfig: Register = (program, parts) => {
  const config = program.command("config").description("show the configuration, or what it may hold");
  config
    .command("show")
    .description("print the configuration in force; secrets as set or unset")
    .action(async () => parts.out(shownConfig(loadConfig(parts), parts)));
  config
    .command("apply")
    .description("merge the file's feeds, topics and subscriptions into the database; takes nothing away")
    .action(async () => parts.out(await appliedConfig(loadConfig(parts), parts)));
  config
    .command("schema")
    .description("print the JSON Schema of tellal.yaml")
    .action(async () => parts.out(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`));
};

/** Merges the configuration into the database, and tells what that changed and what only the database has. */
async function appliedConfig(config: Config, { clock }: CliParts): Promise<string> {
  mkdirSync(config.data, { recursive: true });
  const store = createStore({ database: await openDatabase({ folder: config.data }) });
  try {
    const seed = seedOf(config);
    const differences = await store.differences(seed);
    await store.apply(seed, clock());
    const lines = differences.map(({ what, id, how }) => `${told[how]} ${what} ${id}`);
    return `${[...lines, lines.length === 0 ? "nothing to change" : "applied"].join("\n")}\n`;
  } finally {
    await store.close();
  }
}

const told = { missing: "added", differs: "changed", extra: "kept, only in the database:" } as const;

/** YAML that could be a tellal.yaml again: durations as they are written there. */
function shownConfig({ file, data, env, settings }: Config, { cwd }: CliParts): string {
  const secrets = new Set<string>(secretNames);
  const environment = Object.fromEntries(
    variableNames.map((name) => {
      const value = env[name];
      if (secrets.has(name)) return [name, value === undefined ? "unset" : "set"];
      return [name, Array.isArray(value) ? value.join(",") || "unset" : (value ?? "unset")];
    }),
  );
  const head = `# ${shownPath(file, cwd)}, with the defaults filled in\n`;
  const body = stringify(withDurations(settings), { flowCollectionPadding: true });
  return `${head}${body}\n# environment\n${comment(stringify({ ...environment, TELLAL_DATA: data, TELLAL_CONFIG: file }))}`;
}

function comment(text: string): string {
  return text.replace(/^(?=.)/gmu, "# ");
}

/** The keys of the settings that hold milliseconds. */
const durations = new Set(["every", "perHostDelay", "perChat", "text", "unmatched", "deliveries"]);
const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
] as const;

function withDurations(value: unknown, key = ""): unknown {
  if (typeof value === "number" && durations.has(key)) {
    const [unit, size] = units.find(([, size]) => value > 0 && value % size === 0) ?? ["ms", 1];
    return `${value / size}${unit}`;
  }
  if (Array.isArray(value)) return value.map((inner) => withDurations(inner));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDurations(inner, name)]));
}
