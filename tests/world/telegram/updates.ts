import type { Args } from "./body.js";
import { refuse } from "./refuse.js";
import type { Wire } from "./wire.js";

/** The kinds of update that this Telegram makes. */
const updateKinds = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "callback_query",
  "my_chat_member",
  "chat_member",
] as const;

export type UpdateKind = (typeof updateKinds)[number];

/** Everything that Telegram may be asked for: a name outside this list is a slip. */
const allKinds = new Set<string>([
  ...updateKinds,
  ..."business_connection business_message edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query chosen_inline_result shipping_query pre_checkout_query purchased_paid_media poll poll_answer chat_join_request chat_boost removed_chat_boost".split(
    " ",
  ),
]);

export type Updates = ReturnType<typeof createUpdates>;

/** The updates that wait for the bot; `made` sees each one that the bot asked for. */
export function createUpdates(made: (update: Wire) => void) {
  let next = 700_000_001;
  let queue: Wire[] = [];
  let allowed: Set<string> | null = null;
  let held: Wire | null = null;
  let swapping = false;
  let repeats = 0;
  let waiting: { end(): void; conflict(why: string): void } | null = null;
  let webhook = false;
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };

  function ready(update: Wire): void {
    queue.push(update);
    if (repeats > 0) {
      repeats -= 1;
      queue.push(update);
    }
  }

  const updates = {
    /** Called at each change of the queue. */
    watchers,
    waiting: () => queue,
    allowed: () => (allowed === null ? undefined : [...allowed]),
    /** Makes an update, unless the bot did not ask for its kind. */
    push(kind: UpdateKind, content: Wire): void {
      const wanted = allowed === null ? kind !== "chat_member" : allowed.has(kind);
      if (!wanted) return;
      const update = { update_id: next, [kind]: content };
      next += 1;
      made(update);
      if (swapping && held === null) {
        held = update;
        return;
      }
      ready(update);
      if (held !== null) ready(held);
      if (held !== null) swapping = false;
      held = null;
      waiting?.end();
      changed();
    },
    /** The next update comes twice. */
    twice() {
      repeats += 1;
    },
    /** The next two updates come in the wrong order. */
    swap() {
      swapping = true;
    },
    /** Takes an update off the queue, once the webhook has answered. */
    take(update: Wire): void {
      queue.splice(queue.indexOf(update), 1);
      changed();
    },
    clear(): void {
      queue = [];
      changed();
    },
    /** `allowed_updates` as a call gives it: left out, it stays as it was; empty, it is the default. */
    ask(kinds: unknown): void {
      if (kinds === undefined) return;
      const names = kinds as string[];
      for (const name of names) if (!allKinds.has(name)) refuse(400, `unknown update type "${name}"`);
      allowed = names.length === 0 ? null : new Set(names);
    },
    /** Tells whether a webhook is set: then nobody may poll. */
    hooked(set: boolean): void {
      webhook = set;
      waiting?.conflict("terminated by setWebhook request");
    },
    /** getUpdates. Resolves with what is there, at the latest after `timeout` seconds of real time or when `gone` says so. */
    async poll(args: Args, gone: AbortSignal): Promise<Wire[]> {
      if (webhook)
        refuse(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      waiting?.conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
      updates.ask(args["allowed_updates"]);
      const offset = Number(args["offset"] ?? 0);
      const before = queue.length;
      queue = offset < 0 ? queue.slice(offset) : queue.filter((update) => Number(update["update_id"]) >= offset);
      if (queue.length !== before) changed();
      const timeout = Math.min(Number(args["timeout"] ?? 0), 50);
      const why = queue.length === 0 && timeout > 0 ? await arrival(timeout, gone) : null;
      if (why !== null) refuse(409, `Conflict: ${why}`);
      return queue.slice(0, Math.min(Math.max(Number(args["limit"] ?? 100), 1), 100));
    },
  };

  /** Null once there is something or the time is over; a reason if somebody else ended the waiting. */
  function arrival(timeout: number, gone: AbortSignal): Promise<string | null> {
    return new Promise((resolve) => {
      const settle = (why: string | null) => {
        clearTimeout(timer);
        gone.removeEventListener("abort", end);
        if (waiting === me) waiting = null;
        resolve(why);
      };
      const end = () => settle(null);
      const me = { end, conflict: settle };
      const timer = setTimeout(end, timeout * 1000);
      gone.addEventListener("abort", end);
      waiting = me;
    });
  }
  return updates;
}
