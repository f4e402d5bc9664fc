import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A field of a type, or an argument of a method: any one of `types` fits. */
export interface Field {
  name: string;
  types: string[];
  required: boolean;
}

interface Type {
  fields: Field[];
  /** For a type that is one of several. */
  subtypes: string[];
}

/** What the platform publishes of itself: arguments and results of methods, fields of types. */
export interface Contract {
  methods: Map<string, { fields: Field[]; returns: string[] }>;
  types: Map<string, Type>;
}

/** A file that a request brought along. */
export interface Upload {
  filename: string;
  type: string;
  bytes: Uint8Array;
}

/** Whether an argument is a file. */
export const isUpload = (value: unknown): value is Upload =>
  typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;

/** Reads `telegram-bot-api.json` of a folder with published contracts; throws where it is missing. */
export function readContract(folder: string): Contract {
  const read = JSON.parse(readFileSync(join(folder, "telegram-bot-api.json"), "utf8")) as {
    methods: Record<string, { fields?: Field[]; returns: string[] }>;
    types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
  };
  return {
    methods: new Map(
      Object.entries(read.methods).map(([name, m]) => [name, { fields: m.fields ?? [], returns: m.returns }]),
    ),
    types: new Map(
      Object.entries(read.types).map(([name, t]) => [name, { fields: t.fields ?? [], subtypes: t.subtypes ?? [] }]),
    ),
  };
}

const scalars = new Map<string, (value: unknown) => boolean>([
  ["Integer", (value) => Number.isSafeInteger(value)],
  ["Float", (value) => typeof value === "number"],
  ["String", (value) => typeof value === "string"],
  ["Boolean", (value) => typeof value === "boolean"],
  ["InputFile", isUpload],
]);

/** How a value breaks a type of the contract, a sentence for each fault; none if it fits. */
export function typeFaults(contract: Contract, type: string, value: unknown, path: string): string[] {
  if (type.startsWith("Array of ")) {
    if (!Array.isArray(value)) return [`${path} must be ${type}`];
    return value.flatMap((one, at) => typeFaults(contract, type.slice("Array of ".length), one, `${path}[${at}]`));
  }
  const scalar = scalars.get(type);
  if (scalar !== undefined) return scalar(value) ? [] : [`${path} must be ${type}`];
  const known = contract.types.get(type);
  if (known === undefined) return [`${path}: the contract knows no type ${type}`];
  if (known.subtypes.length > 0) return fewestFaults(contract, known.subtypes, value, path);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} must be ${type}`];
  return fieldFaults(contract, known.fields, value as Record<string, unknown>, `${path}.`);
}

/** How arguments or an object break a list of fields: unknown ones, missing ones, wrong types. `path` ends before the field's name. */
export function fieldFaults(
  contract: Contract,
  fields: Field[],
  values: Record<string, unknown>,
  path: string,
): string[] {
  const faults: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) faults.push(`unknown parameter ${path}${name}`);
    else faults.push(...fewestFaults(contract, field.types, value, path + name));
  }
  for (const { name, required } of fields)
    if (required && !(name in values)) faults.push(`parameter ${path}${name} is required`);
  return faults;
}

function fewestFaults(contract: Contract, types: string[], value: unknown, path: string): string[] {
  const each = types.map((type) => typeFaults(contract, type, value, path)).sort((a, b) => a.length - b.length);
  return each[0] ?? [];
}
