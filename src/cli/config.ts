import { stringify } from "yaml";
import { loadConfig, shownPath, type Config } from "../config.js";
import { secretNames, variableNames } from "../core/environment.js";
import { settingsJsonSchema } from "../core/read-settings.js";
import type { CliParts } from "./parts.js";

/** `config show`: the configuration in force, without secrets. Works beside a running Tellal, as `schema` does. */
export async function showConfig(parts: CliParts): Promise<void> {
  await parts.out(shownConfig(loadConfig(parts), parts));
}

/** `config schema`: what a tellal.yaml may hold. */
export async function showSchema({ out }: CliParts): Promise<void> {
  await out(`${JSON.stringify(settingsJsonSchema(), null, 2)}
`);
}

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
const durations = new Set(["every", "perHostDelay", "perChat", "perGroup", "text", "unmatched", "deliveries"]);
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
