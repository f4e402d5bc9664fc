import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Update } from "grammy/types";

export interface WebhookParts {
  /** What Telegram was told to send along. */
  secret: string;
  /** Takes an update; false if there is no room for it now. */
  take: (update: Update) => boolean;
}

/** Far more than an update ever has, in bytes. */
const largest = 1_000_000;
/** How many updates are remembered, to know one that comes again. */
const remembered = 1000;

/**
 * Hears updates by HTTP: answers at once and handles them after. Who does not know the secret gets 401 before a byte of the
 * body is read; an update that came before is taken once; without room the answer is 503, and Telegram comes again.
 */
export function createWebhook({ secret, take }: WebhookParts) {
  const seen = new Set<number>();

  function isNew(id: number): boolean {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > remembered && oldest !== undefined) seen.delete(oldest);
    return true;
  }

  async function statusOf(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST") return 405;
    if (!isSecret(request.headers["x-telegram-bot-api-secret-token"], secret)) return 401;
    const body = await bodyOf(request);
    if (body === null) return 413;
    const update = updateOf(body);
    if (update === null) return 400;
    if (!isNew(update.update_id)) return 200;
    if (take(update)) return 200;
    seen.delete(update.update_id);
    return 503;
  }

  return function webhook(request: IncomingMessage, response: ServerResponse): void {
    void (async () => {
      try {
        const status = await statusOf(request);
        // What is left of a body is not waited for.
        response.writeHead(status, status === 200 ? {} : { connection: "close" }).end();
      } catch {
        response.destroy();
      }
    })();
  };
}

/** Compares in a time that tells nothing of how much was right. */
function isSecret(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return typeof given === "string" && timingSafeEqual(digest(given), digest(secret));
}

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  // Reading on stops at the limit, and the connection stays for the answer.
  const stream: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const part of stream) {
    size += part.length;
    if (size > largest) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function updateOf(body: string): Update | null {
  try {
    const value: unknown = JSON.parse(body);
    const isUpdate =
      typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
    return isUpdate ? (value as Update) : null;
  } catch {
    return null;
  }
}
