import { refuse } from "./refuse.js";
import type { Updates } from "./updates.js";
import { seconds, type Wire } from "./wire.js";

export type Webhook = ReturnType<typeof createWebhook>;

interface Hook {
  url: string;
  secret: string;
  connections: number;
}

interface WebhookParts {
  updates: Updates;
  clock: () => number;
  /** Origin on the internet → where it stands on this machine, as a TLS proxy would know it. */
  proxies: ReadonlyMap<string, string>;
  /** Carries out a method that the webhook answered with. */
  perform: (method: string, args: Wire) => Promise<void>;
}

/** Posts updates to the bot's webhook one after the other, again and again until it says 2xx. */
export function createWebhook({ updates, clock, proxies, perform }: WebhookParts) {
  let hook: Hook | null = null;
  let failure: { at: number; why: string } | null = null;
  let failures = 0;
  let lastSet = -Infinity;
  let running = false;
  let closed = false;

  async function post({ url, secret }: Hook, update: Wire): Promise<void> {
    const { origin, pathname, search } = new URL(url);
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (secret !== "") headers["x-telegram-bot-api-secret-token"] = secret;
    const answer = await fetch(`${proxies.get(origin)}${pathname}${search}`, {
      method: "POST",
      headers,
      body: JSON.stringify(update),
      redirect: "manual",
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Wrong response from the webhook: ${answer.status} ${answer.statusText}`);
    const { method, ...args } = text.startsWith("{") ? (JSON.parse(text) as Wire) : {};
    if (typeof method === "string") await perform(method, args);
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (;;) {
      const update = updates.waiting()[0];
      if (hook === null || update === undefined || closed) break;
      try {
        await post(hook, update);
        failures = 0;
        updates.take(update);
      } catch (error) {
        failures += 1;
        failure = { at: clock(), why: error instanceof Error ? error.message : "Connection failed" };
        await new Promise((resolve) => setTimeout(resolve, Math.min(20 * 2 ** failures, 500)));
      }
    }
    running = false;
  }
  updates.watchers.add(() => void run());

  return {
    /** Refuses an address that Telegram cannot or does not want to reach. */
    check(url: string): void {
      if (!URL.canParse(url)) refuse(400, "bad webhook: invalid webhook URL specified");
      const { protocol, port, origin } = new URL(url);
      if (protocol !== "https:") refuse(400, "bad webhook: An HTTPS URL must be provided for webhook");
      if (!["", "80", "88", "8443"].includes(port))
        refuse(400, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
      if (!proxies.has(origin)) refuse(400, "bad webhook: Failed to resolve host: Name or service not known");
    },
    set(next: Hook | null): void {
      const now = clock();
      if (next !== null && now < lastSet + 1000) refuse(429, "Too Many Requests: retry after 1", { retry_after: 1 });
      if (next !== null) lastSet = now;
      hook = next;
      updates.hooked(next !== null);
      void run();
    },
    info(): Wire {
      const base = {
        url: hook?.url ?? "",
        has_custom_certificate: false,
        pending_update_count: updates.waiting().length,
      };
      const kinds = updates.allowed();
      return {
        ...base,
        ...(hook === null ? {} : { max_connections: hook.connections }),
        ...(failure === null ? {} : { last_error_date: seconds(failure.at), last_error_message: failure.why }),
        ...(kinds === undefined ? {} : { allowed_updates: kinds }),
      };
    },
    close() {
      closed = true;
    },
  };
}
