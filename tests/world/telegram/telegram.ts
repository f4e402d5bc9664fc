import type { IncomingMessage } from "node:http";
import { readArgs } from "./body.js";
import { type Contract, fieldFaults, readContract, typeFaults } from "./contract.js";
import { asking } from "./methods/chats.js";
import { changing } from "./methods/edit.js";
import { introducing } from "./methods/profile.js";
import { sending } from "./methods/send.js";
import { hearing } from "./methods/updates.js";
import { createPerson, type PersonTraits } from "./people.js";
import { createPlace, type PlaceTraits } from "./places.js";
import { createRates, type Rates } from "./rates.js";
import { type Refused, refusedBy } from "./refuse.js";
import { type Aim, type Call, createScript, type Fault } from "./script.js";
import { type Answer, type Exchange, listen } from "./server.js";
import { createState } from "./state.js";
import { played } from "./tables.js";
import { createUpdates } from "./updates.js";
import { messagesOf, type Shown } from "./view.js";
import { createWebhook } from "./webhook.js";
import type { Handler, Profile, World } from "./world.js";

const handlers = new Map<string, Handler>(
  Object.entries({ ...asking, ...sending, ...changing, ...hearing, ...introducing }),
);

/** How a Telegram is made. */
export interface TelegramOptions {
  token: string;
  /** Epoch milliseconds; what rates and ages are counted by. Long polls wait in real time. */
  clock?: () => number;
  /** Limits other than Telegram's own; Infinity takes one away. */
  rates?: Partial<Rates>;
  /** A folder with `telegram-bot-api.json`; `TELLAL_SPECS` names it otherwise, and without it only our own tables are looked at. */
  specs?: string | undefined;
  bot?: { name: string; username: string };
}

/**
 * Telegram for tests: a real HTTP server on 127.0.0.1 that plays the Bot API, to be driven by the real grammY with
 * `{ client: { apiRoot: telegram.url } }`. It keeps state, counts rates, refuses what Telegram refuses, and more: arguments
 * it does not know and stray `&` and `>`, which the real one would swallow.
 *
 * - Who and where: `user`, `group`, `supergroup`, `forum`, `channel`; people have hands (`starts`, `says`, `presses`, `blocks`,
 *   `addsBot`, …), chats show what stands in them (`messages()`).
 * - What goes wrong: `plan({ method, nth, when, times }, fault)`, `twice()`, `swap()`, `dropToken()`.
 * - What happened: `calls`, `counts`, `dropped`, `faults`; `until(…)` and `heard()` wait without looking at a clock.
 * - At the end: `expectHonest()` throws every breach of the contract that the bot or this fake committed; `close()`.
 */
export async function createTelegram(options: TelegramOptions) {
  const { clock = Date.now, specs = process.env["TELLAL_SPECS"] } = options;
  const contract = specs === undefined ? null : readContract(specs);
  const calls: Call[] = [];
  const faults: string[] = [];
  const waiters = new Set<() => void>();
  const proxies = new Map<string, string>();
  const script = createScript();
  const updates = createUpdates((update) => {
    if (contract !== null) faults.push(...typeFaults(contract, "Update", update, "update"));
  });
  const state = createState(options.bot ?? { name: "Tellal", username: "tellal_bot" });
  const rates = createRates(options.rates ?? {}, clock);
  let live = true;

  const webhook = createWebhook({
    updates,
    clock,
    proxies,
    async perform(method, args) {
      const call: Call = { method, args, at: clock(), accepted: false, gone: false, spoilt: false };
      calls.push(call);
      call.answer = await act(call, new AbortController().signal);
    },
  });
  const profile: Profile = { menus: new Map(), descriptions: new Map(), shortDescriptions: new Map() };
  const world: World = { state, updates, webhook, rates, clock, queries: new Map(), profile, dropped: [] };
  const changed = () => {
    for (const waiter of waiters) waiter();
  };
  updates.watchers.add(changed);
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiters.delete(look);
        resolve();
      };
      waiters.add(look);
      look();
    });

  async function act(call: Call, gone: AbortSignal): Promise<Answer> {
    const { method, args } = call;
    const handler = handlers.get(method);
    const fields = played.methods.get(method)?.fields;
    if (handler === undefined || fields === undefined) {
      faults.push(
        `${method}: ${contract?.methods.has(method) === true ? "not played by this fake" : "no such method"}`,
      );
      return { ok: false, error_code: 404, description: "Not Found: method not found" };
    }
    const wrong = checkCall(method, args, contract);
    faults.push(...wrong.map((fault) => `${method}: ${fault}`));
    if (wrong[0] !== undefined) return { ok: false, error_code: 400, description: `Bad Request: ${wrong[0]}` };
    try {
      const budget = budgetOf(method);
      if (budget !== null) rates.patience(state.key(args["chat_id"]), budget);
      const result = await handler(world, args, gone);
      call.accepted = true;
      if (contract !== null) faults.push(...resultFaults(contract, method, result));
      return { ok: true, result };
    } catch (error) {
      return refusal(error);
    }
  }

  async function receive(request: IncomingMessage, gone: AbortSignal): Promise<Exchange> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://telegram.invalid");
    const [, token = "", method = ""] = /^\/bot([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    const call: Call = { method, args: {}, at: clock(), accepted: false, gone: false, spoilt: false };
    const answering = (refused: Refused): Exchange => ({
      call,
      struck: null,
      act: () => Promise.resolve({ ok: false, ...refused }),
    });
    if (method === "") return answering({ error_code: 404, description: "Not Found" });
    calls.push(call);
    gone.addEventListener("abort", () => {
      call.gone = call.answer === undefined && !call.spoilt;
      changed();
    });
    try {
      call.args = await readArgs(request, searchParams, played.methods.get(method)?.fields ?? []);
    } catch (error) {
      return answering(refusal(error));
    }
    if (!live || token !== options.token) return answering({ error_code: 401, description: "Unauthorized" });
    const struck = script.pick(call);
    changed();
    const budget = budgetOf(method);
    if (struck?.fault.kind === "too many" && budget !== null)
      rates.freeze(state.key(call.args["chat_id"]), budget, struck.fault.retryAfter);
    return { call, struck, act: () => act(call, gone) };
  }

  const server = await listen(receive, changed);

  return {
    url: server.url,
    bot: state.bot,
    calls,
    faults,
    /** Accepted messages and edits, refusals for haste, and calls of those who did not wait as told. */
    counts: rates.counts,
    /** Entities that Telegram left out without telling the bot. */
    dropped: world.dropped,
    profile: world.profile,
    user: (traits: PersonTraits = {}) => createPerson(world, traits),
    group: (traits: PlaceTraits = {}) => createPlace(world, "group", traits),
    supergroup: (traits: PlaceTraits = {}) => createPlace(world, "supergroup", traits),
    forum: (traits: PlaceTraits = {}) => createPlace(world, "forum", traits),
    channel: (traits: PlaceTraits = {}) => createPlace(world, "channel", traits),
    /** Every message that the bot wrote, in all chats, oldest first. */
    posts: (): Shown[] =>
      [...state.chats.values()]
        .flatMap((chat) => messagesOf(state, chat))
        .filter((message) => message.bot)
        .toSorted((a, b) => a.at - b.at),
    /** Lets a fault wait for the calls it is meant for. */
    plan: (aim: Aim, fault: Fault) => script.plan(aim, fault),
    twice: () => updates.twice(),
    swap: () => updates.swap(),
    /** From now on the token is dead: 401. */
    dropToken() {
      live = false;
    },
    /** Lets an origin such as `https://bot.example` lead to a server on this machine, as a TLS proxy would. */
    proxy(origin: string, to: string) {
      proxies.set(origin, to);
    },
    /** Resolves once `holds` is true; looks after each call and each update. */
    until,
    /** Resolves once the bot has confirmed every update made so far. */
    heard: () => until(() => updates.waiting().length === 0),
    /** Throws if the bot or this fake broke the published contract. */
    expectHonest(): void {
      if (faults.length > 0) throw new Error(`the Bot API was not spoken as published:\n${faults.join("\n")}`);
    },
    async close() {
      webhook.close();
      await server.close();
    },
  };
}

function budgetOf(method: string): "message" | "edit" | null {
  if (method.startsWith("editMessage")) return "edit";
  return method === "sendMessage" || method === "sendPhoto" ? "message" : null;
}

function checkCall(method: string, args: Record<string, unknown>, contract: Contract | null): string[] {
  const own = fieldFaults(played, played.methods.get(method)?.fields ?? [], args, "");
  if (contract === null) return own;
  const published = fieldFaults(contract, contract.methods.get(method)?.fields ?? [], args, "");
  return [...new Set([...own, ...published])];
}

function resultFaults(contract: Contract, method: string, result: unknown): string[] {
  const each = (contract.methods.get(method)?.returns ?? []).map((type) =>
    typeFaults(contract, type, result, `result of ${method}`),
  );
  return each.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function refusal(error: unknown): { ok: false } & Refused {
  const refused = refusedBy(error);
  if (refused === null) throw error;
  return { ok: false, ...refused };
}
