import type { Block } from "./message.js";
import type { Tongue } from "./words.js";

/** Something to fill in, where a platform has windows for it. What comes back is not to be trusted: the form is made anew to check it. */
export interface Form {
  language: Tongue;
  title: string;
  /** What the button says that sends it off. */
  submit: string;
  /** What stands over the fields. */
  blocks: Block[];
  fields: Field[];
}

export interface Option {
  value: string;
  label: string;
}

/** One thing to fill in. `name` is unique in its form; times are `HH:MM`. */
export type Field = { name: string; label: string; hint: string | null; optional: boolean } & (
  | { type: "choice"; options: Option[]; value: string | null }
  | { type: "choices"; options: Option[]; values: string[] }
  | { type: "text"; value: string; most: number }
  | { type: "time"; value: string | null }
);

/** What somebody filled in, by field: `null` for nothing. */
export type Values = Readonly<Record<string, string | readonly string[] | null>>;

/** What is wrong with a value: it is missing, too long, or none that the form offers. */
export type FieldFault = "missing" | "long" | "foreign";

/** What is wrong with what was filled in, by field; empty if nothing. */
export function fieldFaults({ fields }: Form, values: Values): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  for (const field of fields) {
    const fault = faultIn(field, values[field.name] ?? null);
    if (fault !== null) faults[field.name] = fault;
  }
  return faults;
}

function faultIn(field: Field, value: Values[string]): FieldFault | null {
  const empty = value === null || value === undefined || value.length === 0;
  if (empty) return field.optional ? null : "missing";
  if (field.type === "choices") {
    const known = new Set(field.options.map((option) => option.value));
    return typeof value !== "string" && value.every((one) => known.has(one)) ? null : "foreign";
  }
  if (typeof value !== "string") return "foreign";
  switch (field.type) {
    case "choice":
      return field.options.some((option) => option.value === value) ? null : "foreign";
    case "text":
      return value.length > field.most ? "long" : null;
    case "time":
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value) ? null : "foreign";
    default:
      return "foreign";
  }
}
