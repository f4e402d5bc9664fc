import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { methods } from "./methods.js";

interface Published {
  args: Record<string, { required?: boolean; type?: string | string[]; format?: string }>;
  errors: string[];
}

/** Errors that Slack gives on any method, though its pages list them for few; and two that posters meet and no page lists. */
const unlisted = new Set(["invalid_auth", "invalid_arguments", "internal_error", "invalid_json", "unknown_method"]);
const unlistedFor: Record<string, string[]> = {
  "chat.postMessage": ["msg_too_long", "thread_not_found"],
  "chat.postEphemeral": ["invalid_metadata_format", "metadata_too_large"],
  "conversations.members": ["not_in_channel"],
  "views.open": ["invalid_view"],
};

/** Holds calls and our own answers to Slack's published description of its methods (`slack-methods.json` in a folder); null without one. */
export function createContract(folder: string | undefined) {
  const path = folder === undefined ? null : join(folder, "slack-methods.json");
  if (path === null || !existsSync(path)) return null;
  const published = JSON.parse(readFileSync(path, "utf8")) as Record<string, Published>;
  return {
    /** What is wrong with a call. */
    call(method: string, args: Record<string, unknown>): string[] {
      const known = published[method];
      if (known === undefined) return [`${method}: no such method`];
      const names = Object.entries(known.args);
      return [
        ...names.flatMap(([name, { required }]) =>
          required === true && args[name] === undefined ? [`${method}: ${name} is missing`] : [],
        ),
        ...Object.entries(args).flatMap(([name, value]) => {
          const type = known.args[name];
          if (type === undefined) return [`${method}: ${name} is no argument`];
          return fits(value, type) ? [] : [`${method}: ${name} has the wrong type`];
        }),
      ];
    },
    /** What is wrong with an error that we answer with. */
    answer(method: string, error: string): string[] {
      const known = published[method];
      if (known === undefined || known.errors.includes(error) || unlisted.has(error)) return [];
      if (unlistedFor[method]?.includes(error) === true) return [];
      return [`${method}: Slack does not answer ${error}`];
    },
    /** Where our own table of methods and the published one differ. */
    table(): string[] {
      return Object.entries(methods).flatMap(([method, ours]) => {
        const theirs = published[method];
        if (theirs === undefined) return [`${method}: not published`];
        const names = new Set([...Object.keys(ours.args), ...Object.keys(theirs.args)]);
        return [...names].flatMap((name) => {
          if (ours.args[name] === undefined) return [`${method}: ${name} is not played`];
          if (theirs.args[name] === undefined) return [`${method}: ${name} is not published`];
          const needed = ours.needed.includes(name);
          return needed === (theirs.args[name].required === true) ? [] : [`${method}: ${name} is needed by one only`];
        });
      });
    },
  };
}

export type Contract = NonNullable<ReturnType<typeof createContract>>;

function fits(value: unknown, { type, format }: Published["args"][string]): boolean {
  if (format === "json") {
    if (typeof value !== "string") return typeof value === "object";
    try {
      JSON.parse(value);
      return true;
    } catch {
      return false;
    }
  }
  // Of some arguments no type is published.
  if (type === undefined) return true;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const tests: Record<string, RegExp> = {
    boolean: /^(true|false|1|0)$/,
    number: /^\d+$/,
    integer: /^\d+$/,
    timestamp: /^\d{1,10}(\.\d{1,6})?$/,
    channel: /^(#?[\p{L}\d_-]+|[CDGU][A-Z0-9]+)$/u,
    user: /^[UWB][A-Z0-9]+$/,
  };
  return [type].flat().some((one) => tests[one]?.test(text) ?? true);
}
