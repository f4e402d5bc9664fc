import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReceiverEvent } from "@slack/bolt";
import type { Log } from "../log.js";
import { createFirst } from "./seen.js";
import { isSigned } from "./signature.js";

export interface DoorParts {
  signingSecret: string;
  clock: () => number;
  log: Log;
  /** Takes what was heard; null while nobody is there to listen, so that Slack comes again. */
  hears: () => ((event: ReceiverEvent) => Promise<void>) | null;
}

/** Bytes of a request; Slack's are far smaller. */
const longest = 1_048_576;
/** As long as a signature is valid, to both sides. */
const validity = 11 * 60_000;

/**
 * Slack's requests over HTTP: mount it where nothing has read the body yet. What is not signed by Slack, or too old or from
 * the future, gets 401; a request that comes a second time gets 200 and does nothing.
 */
export function createDoor({ signingSecret, clock, log, hears }: DoorParts) {
  if (signingSecret.trim() === "") throw new Error("an empty signing secret would let anybody in");
  const first = createFirst({ clock, span: validity, most: 50_000 });

  return async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method !== "POST") return reply(res, 405);
    const body = await readBody(req);
    if (body === null) return reply(res, 413);
    const signed = {
      timestamp: header(req, "x-slack-request-timestamp"),
      signature: header(req, "x-slack-signature"),
      body,
    };
    if (!isSigned(signed, signingSecret, clock())) return reply(res, 401);
    const heard = parse(body.toString("utf8"), header(req, "content-type"));
    if (heard === null) return reply(res, 400);
    if (heard["type"] === "url_verification") return reply(res, 200, { challenge: String(heard["challenge"]) });
    if (heard["ssl_check"] !== undefined) return reply(res, 200);
    const hear = hears();
    if (hear === null) return reply(res, 503);
    if (!first(signed.signature)) return reply(res, 200);
    try {
      await hear({ body: heard, ack: async (answer?: unknown) => reply(res, 200, answer) });
      // Nothing of ours was meant: Slack shows that the app did not answer.
      reply(res, 404);
    } catch (error) {
      log.error(
        { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) },
        "a request of Slack's threw",
      );
      reply(res, 500);
    }
  };
}

/** The first reply counts; later ones are dropped. */
function reply(res: ServerResponse, status: number, answer?: unknown): void {
  if (res.headersSent || res.destroyed) return;
  if (answer === undefined || answer === "") res.writeHead(status).end();
  else if (typeof answer === "string")
    res.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(answer);
  else res.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(answer));
}

function header(req: IncomingMessage, name: string): string {
  const value = req.headers[name];
  return typeof value === "string" ? value : "";
}

/** The raw body; null if it is too long or breaks off. */
async function readBody(req: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      size += (chunk as Buffer).length;
      // What is too long is read to its end and thrown away: a connection that is cut brings nobody an answer.
      if (size <= longest) chunks.push(chunk as Buffer);
    }
  } catch {
    return null;
  }
  return size > longest ? null : Buffer.concat(chunks);
}

/** JSON, or a form whose `payload` is JSON, as Slack sends events, commands and actions; null for anything else. */
function parse(text: string, type: string): Record<string, unknown> | null {
  if (type.startsWith("application/json")) return asRecord(text);
  const form = new URLSearchParams(text);
  const payload = form.get("payload");
  return payload === null ? Object.fromEntries(form) : asRecord(payload);
}

function asRecord(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
