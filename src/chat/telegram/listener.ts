import type { IncomingMessage, ServerResponse } from "node:http";
import type { Update, UserFromGetMe } from "grammy/types";
import type { Deaf, Ears, MenuEntry } from "../../core/message/ask.js";
import type { Words } from "../../core/message/words.js";
import { createClient, type Attempted } from "./client.js";
import type { Failure } from "./failure.js";
import { createHandle } from "./handle.js";
import { hear } from "./hear.js";
import type { Log } from "../log.js";
import { setMenus, setTexts } from "./menus.js";
import { allowed, createPoll, pollSeconds } from "./poll.js";
import { createPut } from "./put.js";
import { causeOf, isConflict, supervise, type SuperviseParts } from "./supervise.js";
import { createTurns } from "./turns.js";
import { createWebhook } from "./webhook.js";

export interface TelegramListenerParts extends SuperviseParts {
  token: string;
  /** Where the Bot API lives; null for Telegram's own. */
  apiRoot: string | null;
  ears: Ears;
  words: Words;
  log: Log;
  /** Every command that there is: in a group, one that names no bot and is not among these is taken for another bot's. */
  menu: readonly MenuEntry[];
  /** Where Telegram shall send updates, and the secret it sends along; null to fetch them. */
  webhook: { url: string; secret: string } | null;
}

/** What is heard of a bot. */
export interface TelegramListener {
  /** Listens until the signal, and takes nothing when `isOurs` says that another process listens now. Does not reject. */
  listen(signal: AbortSignal, isOurs?: () => boolean): Promise<Deaf>;
  /** Takes what Telegram sends to the webhook's address; 404 to all if none is set. */
  webhook(request: IncomingMessage, response: ServerResponse): void;
  /** The bot's name for links such as `https://t.me/<name>?start=kizilay`; null if Telegram does not tell now. */
  me(): Promise<string | null>;
}

/** How much longer than Telegram waits we wait for its answer, in seconds. */
const margin = 15;
/** How long handlers that are at work have after the signal, in ms. */
const farewell = 3000;

/**
 * Hears a bot's chats, by long polling or by webhook. What chats ask for is done side by side, and in order for each chat. A
 * handler that fails is logged and never ends the listening.
 */
export function createTelegramListener(parts: TelegramListenerParts): TelegramListener {
  const { token, apiRoot, ears, words, log, wait, menu, webhook } = parts;
  const attempt = createClient({ token, apiRoot, timeoutSeconds: pollSeconds + margin, retries: false });
  const put = createPut(createClient({ token, apiRoot, timeoutSeconds: pollSeconds, retries: true }));
  let hurry = new AbortController();
  const handle = createHandle({ ears, words, log, attempt, put: (putting) => put(putting, hurry.signal) });
  let poll = createPoll(attempt);
  let isOurs = () => true;
  const turns = createTurns({ atOnce: 16, perChat: 20, inAll: 400 });
  const commands = new Set(menu.map((entry) => entry.name));
  let known: UserFromGetMe | null = null;
  /** Resolves when listening shall end. */
  let stopped: Promise<null> = Promise.resolve(null);
  let isReady = false;
  let hasMenus = false;

  async function self(signal?: AbortSignal): Promise<Attempted<UserFromGetMe>> {
    if (known !== null) return { ok: true, value: known };
    const asked = await attempt((api, stop) => api.getMe(stop), signal);
    if (asked.ok) known = asked.value;
    return asked;
  }

  function take(update: Update, { username }: UserFromGetMe): void {
    try {
      const heard = hear(update, { username, commands });
      if (heard === null) return;
      const isAsked = heard.kind === "ask" || heard.kind === "press";
      if (!turns.add(heard.chat, () => handle(heard), isAsked))
        log.warn({ chat: heard.chat }, "a chat asks faster than it can be answered");
    } catch (error) {
      log.error({ update: update.update_id, fault: String(error) }, "an update could not be read");
    }
  }

  /** Says how we want to hear, which Telegram remembers from the last time. */
  async function prepare(signal: AbortSignal): Promise<Failure | null> {
    const me = await self(signal);
    if (!me.ok) return me.failure;
    const set = await attempt(
      (api, stop) =>
        webhook === null
          ? api.deleteWebhook({}, stop)
          : api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: allowed }, stop),
      signal,
    );
    if (!set.ok) return set.failure;
    log.info({ bot: me.value.username, by: webhook === null ? "polling" : "webhook" }, "listening to Telegram");
    return null;
  }

  async function fetchUpdates(me: UserFromGetMe, signal: AbortSignal): Promise<Failure | null> {
    const updates = await poll.next(signal);
    if (!updates.ok) {
      // Who took our place may have set a webhook, or will stop.
      isReady &&= !isConflict(updates.failure);
      return updates.failure;
    }
    // Who stood still while this came is no longer the one who listens: the other gets it too, since nobody confirmed it.
    if (!isOurs()) return stopped;
    for (const update of updates.value) take(update, me);
    if (turns.isFull()) await Promise.race([turns.room(), stopped]);
    return null;
  }

  async function sayFarewell(): Promise<void> {
    const done = new AbortController();
    const confirmed = isOurs() ? poll.confirm(done.signal) : null;
    await Promise.race([Promise.all([turns.idle(), confirmed]), wait(farewell, done.signal)]);
    done.abort();
    hurry.abort();
  }

  async function menus(signal: AbortSignal): Promise<void> {
    const failure = (await setMenus(attempt, menu)) ?? (await setTexts(attempt, words));
    hasMenus = failure === null;
    if (failure !== null && !signal.aborted) log.warn({ why: causeOf(failure) }, "the command menus could not be set");
  }

  async function step(signal: AbortSignal): Promise<Failure | null> {
    if (!isReady) {
      const failure = await prepare(signal);
      if (failure !== null) return failure;
      isReady = true;
      if (!hasMenus) turns.add("menus", () => menus(signal), false);
    }
    const me = await self(signal);
    if (!me.ok) return me.failure;
    if (webhook !== null) return stopped;
    return fetchUpdates(me.value, signal);
  }

  const hook =
    webhook === null
      ? null
      : createWebhook({
          secret: webhook.secret,
          take(update) {
            if (known === null || turns.isFull()) return false;
            take(update, known);
            return true;
          },
        });

  return {
    async listen(signal, ours = () => true) {
      hurry = new AbortController();
      // What another has heard meanwhile is confirmed by that one alone.
      poll = createPoll(attempt);
      isOurs = ours;
      stopped = aborted(signal);
      isReady = false;
      const deaf = await supervise(() => step(signal), signal, { log, wait });
      await sayFarewell();
      return deaf;
    },
    webhook: (request, response) => (hook === null ? void response.writeHead(404).end() : hook(request, response)),
    async me() {
      const asked = await self();
      return asked.ok ? asked.value.username : null;
    },
  };
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
