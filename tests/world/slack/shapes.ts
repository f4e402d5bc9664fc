export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Adds what is wrong with a value, in Slack's words, with its place as a JSON pointer. */
export type Rule = (value: Json | undefined, at: string, faults: string[]) => void;

/** Whether it is an object of named values. */
export const isRecord = (value: unknown): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as text: strings as they are, nothing as nothing. */
export const words = (value: Json | undefined): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

const fault = (what: string, at: string) => `[ERROR] ${what} [json-pointer:${at}]`;

/** A string of `min` to `max` UTF-16 units that matches `pattern`. */
export function string(max: number, min = 1, pattern?: RegExp): Rule {
  return (value, at, faults) => {
    if (typeof value !== "string") faults.push(fault("must be a string", at));
    else if (value.length < min) faults.push(fault(`must be more than ${min - 1} characters`, at));
    else if (value.length > max) faults.push(fault(`must be less than ${max + 1} characters`, at));
    else if (pattern?.test(value) === false) faults.push(fault("does not match the pattern", at));
  };
}

/** One of these strings. */
export function oneOf(...allowed: string[]): Rule {
  return (value, at, faults) => {
    if (typeof value !== "string" || !allowed.includes(value))
      faults.push(fault(`must be one of: ${allowed.join(", ")}`, at));
  };
}

/** True or false. */
export const flag: Rule = (value, at, faults) => {
  if (typeof value !== "boolean") faults.push(fault("must be a boolean", at));
};

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Rule {
  return (value, at, faults) => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max)
      faults.push(fault(`must be an integer from ${min} to ${max}`, at));
  };
}

/** An address that begins with http or https. */
export const address = (max = 3000) => string(max, 1, /^https?:\/\/[^\s]+$/i);

/** `min` to `max` items of one rule. */
export function list(rule: Rule, max: number, min = 1): Rule {
  return (value, at, faults) => {
    if (!Array.isArray(value)) {
      faults.push(fault("must be an array", at));
      return;
    }
    if (value.length > max) faults.push(fault(`no more than ${max} items allowed`, at));
    if (value.length < min) faults.push(fault(`must provide at least ${min} items`, at));
    value.forEach((one, index) => rule(one, `${at}/${index}`, faults));
  };
}

/** An object of exactly these fields; a name that ends in `!` must be there. */
export function shape(fields: Record<string, Rule>): Rule {
  const known = new Map(Object.entries(fields).map(([name, rule]) => [name.replace("!", ""), rule]));
  const needed = Object.keys(fields).flatMap((name) => (name.endsWith("!") ? [name.slice(0, -1)] : []));
  return (value, at, faults) => {
    if (!isRecord(value)) {
      faults.push(fault("must be an object", at));
      return;
    }
    for (const name of needed) if (!(name in value)) faults.push(fault(`missing required field: ${name}`, at));
    for (const [name, inner] of Object.entries(value)) {
      const rule = known.get(name);
      if (rule === undefined) faults.push(fault(`invalid additional property: ${name}`, at));
      else rule(inner, `${at}/${name}`, faults);
    }
  };
}

/** An object whose `type` picks its fields. */
export function typed(types: Record<string, Record<string, Rule>>): Rule {
  const rules = new Map(
    Object.entries(types).map(([type, fields]) => [type, shape({ "type!": oneOf(type), ...fields })]),
  );
  return (value, at, faults) => {
    if (!isRecord(value)) {
      faults.push(fault("must be an object", at));
      return;
    }
    const rule = typeof value["type"] === "string" ? rules.get(value["type"]) : undefined;
    if (rule === undefined) faults.push(fault(`unsupported type: ${words(value["type"])}`, at));
    else rule(value, at, faults);
  };
}

/** All of these rules. */
export const every =
  (...rules: Rule[]): Rule =>
  (value, at, faults) => {
    for (const rule of rules) rule(value, at, faults);
  };

/** A rule over the whole value, in words; only asked where it is an object. */
export function demand(what: string, holds: (value: { [key: string]: Json }) => boolean): Rule {
  return (value, at, faults) => {
    if (isRecord(value) && !holds(value)) faults.push(fault(what, at));
  };
}
