import type { IncomingMessage } from "node:http";
import type { Field, Upload } from "./contract.js";
import { readParts } from "./multipart.js";
import { refuse } from "./refuse.js";

/** The arguments of one call, typed. */
export type Args = Record<string, unknown>;

/** An argument that is a text; empty where it was not given. */
export const textOf = (args: Args, name: string): string => {
  const value = args[name];
  return typeof value === "string" ? value : "";
};

/** Reads the arguments of a call out of address and body, as JSON, form or multipart; refuses what cannot be read. */
export async function readArgs(request: IncomingMessage, query: URLSearchParams, fields: Field[]): Promise<Args> {
  const args: Args = fromTexts(query, fields);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  if (request.method !== "POST" || body.length === 0) return args;
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("application/json")) return { ...args, ...fromJson(body) };
  if (type.startsWith("application/x-www-form-urlencoded"))
    return { ...args, ...fromTexts(new URLSearchParams(decode(body)), fields) };
  if (type.startsWith("multipart/form-data")) return { ...args, ...fromParts(body, type, fields) };
  return refuse(400, `unsupported content type "${type}"`);
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return refuse(400, "strings must be encoded in UTF-8");
  }
}

function fromJson(body: Uint8Array): Args {
  let read: unknown;
  try {
    read = JSON.parse(decode(body));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse(400, "can't parse JSON object");
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) refuse(400, "can't parse JSON object");
  if (!wellFormed(read)) refuse(400, "strings must be encoded in UTF-8");
  return read as Args;
}

/** Half a surrogate pair has no UTF-8 form. */
function wellFormed(value: unknown): boolean {
  if (typeof value === "string") return !/\p{Surrogate}/u.test(value);
  if (typeof value === "object" && value !== null) return Object.values(value).every(wellFormed);
  return true;
}

function fromParts(body: Buffer, type: string, fields: Field[]): Args {
  const files = new Map<string, Upload>();
  const texts: [string, string][] = [];
  for (const { name, filename, type: kind, bytes } of readParts(body, type)) {
    if (filename === undefined) texts.push([name, decode(bytes)]);
    else files.set(name, { filename, type: kind, bytes });
  }
  const args = fromTexts(texts, fields);
  const used = new Set<string>();
  for (const [name, value] of Object.entries(args)) {
    const key = typeof value === "string" && value.startsWith("attach://") ? value.slice("attach://".length) : null;
    const file = key === null ? undefined : files.get(key);
    if (key === null || file === undefined) continue;
    args[name] = file;
    used.add(key);
  }
  for (const [name, file] of files) if (!used.has(name)) args[name] = file;
  return args;
}

function fromTexts(texts: Iterable<[string, string]>, fields: Field[]): Args {
  const args: Args = {};
  for (const [name, text] of texts) args[name] = fromText(text, fields.find((field) => field.name === name)?.types);
  return args;
}

/** Forms carry texts only: numbers, booleans and objects are read as their field wants them; what does not fit stays a text. */
function fromText(text: string, types: string[] = ["String"]): unknown {
  if (types.includes("Integer") && /^-?\d{1,16}$/.test(text)) return Number(text);
  if (types.includes("Boolean") && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (types.includes("String")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
