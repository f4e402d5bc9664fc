import { bearer, channelOf, missingScope, no, readArguments, yes, type Answer, type Call } from "./call.js";
import type { Contract } from "./contract.js";
import { methods } from "./methods.js";
import type { Rates } from "./rates.js";
import type { Mishap, Script } from "./script.js";
import { words, type Json } from "./shapes.js";
import type { State, Workspace } from "./state.js";

/** A call as it came in, and what Slack said; for tests to read. */
interface Logged {
  method: string;
  args: Record<string, Json>;
  team: string | null;
  at: number;
  /** `ok`, Slack's error, or what was done to the connection. */
  outcome: string;
}

/** What goes back over the wire. */
export type Wire = { status: number; body: Answer; headers: Record<string, string> } | { html: number } | "reset";

export interface Parts {
  state: State;
  rates: Rates;
  script: Script;
  contract: Contract | null;
  faults: string[];
  handlers: Record<string, (call: Call) => Answer>;
  /** Methods that go without a workspace: `apps.connections.open`, `oauth.v2.access`. */
  open: Record<string, (args: Call["args"], token: string | null) => Answer>;
}

/** Plays `/api/<method>`: token, scope, arguments, rate, then the method itself, with what the script puts in between. */
export function createApi({ state, rates, script, contract, faults, handlers, open }: Parts) {
  const calls: Logged[] = [];

  function rateOf(method: string, team: Workspace, args: Call["args"]): number | null {
    const now = state.now();
    const { limits } = rates;
    const key = `${team.id} ${method}`;
    if (method === "chat.postMessage") {
      const channel = channelOf(team, args["channel"])?.id ?? words(args["channel"]);
      const gap = { key: `${key} ${channel}`, count: 1, span: limits.channelGap - limits.jitter };
      const all = { key, count: limits.workspacePerMinute, span: 60_000 };
      return rates.refuse(gap.key, [gap, all], now);
    }
    const history = method === "conversations.history" || method === "conversations.replies";
    const tier = Math.ceil((methods[method]?.perMinute ?? 1) * limits.tierFactor);
    const count = history && !limits.marketplace ? 1 : tier;
    return rates.refuse(key, [{ key, count, span: 60_000 }], now);
  }

  /** What the method answers; a number is the seconds of a 429. */
  function process(method: string, raw: Record<string, Json>, token: string | null): Answer | number {
    const known = methods[method];
    if (known === undefined) return no("unknown_method");
    if (known.token === "none") {
      const read = readArguments(known, raw);
      if ("ok" in read) return read;
      return open[method]?.(read.args, token) ?? yes({ args: read.args });
    }
    const team = bearer(state, token, known.token);
    if (team === "app") {
      const needed = known.scopes.find((scope) => !state.app.tokenScopes.has(scope));
      if (needed !== undefined) {
        return no("missing_scope", { needed, provided: [...state.app.tokenScopes].join(",") });
      }
      const read = readArguments(known, raw);
      if ("ok" in read) return read;
      const tier = { key: `app ${method}`, count: Math.ceil(known.perMinute * rates.limits.tierFactor), span: 60_000 };
      const seconds = rates.refuse(tier.key, [tier], state.now());
      return seconds ?? open[method]?.(read.args, token) ?? no("unknown_method");
    }
    if ("ok" in team) return team;
    if (known.scopes.length > 0 && !known.scopes.some((scope) => team.scopes.has(scope))) {
      return missingScope(team, known.scopes.join(","));
    }
    const read = readArguments(known, raw);
    if ("ok" in read) return read;
    const seconds = rateOf(method, team, read.args);
    if (seconds !== null) return seconds;
    return handlers[method]?.({ method, args: read.args, team, state }) ?? no("unknown_method");
  }

  function wire(method: string, answer: Answer | number): Wire {
    if (typeof answer === "number") return tooFast(answer);
    if (!answer.ok && answer.error !== undefined) {
      faults.push(...(contract?.answer(method, answer.error) ?? []));
      if (answer.error === "invalid_arg_name") faults.push(`${method}: ${JSON.stringify(answer["response_metadata"])}`);
    }
    return { status: 200, body: answer, headers: {} };
  }

  const tooFast = (seconds: number): Wire => ({
    status: 429,
    body: no("ratelimited"),
    headers: { "retry-after": String(seconds) },
  });

  function kill(token: string | null, dead: "token_revoked" | "account_inactive"): void {
    const known = state.tokens.get(token ?? "");
    if (known?.kind === "bot") known.dead = dead;
  }

  async function suffer(
    mishap: Mishap,
    released: Promise<void>,
    token: string | null,
    waitKey: string,
    act: () => Wire,
  ): Promise<Wire> {
    if ("reset" in mishap) {
      if (mishap.reset === "after") act();
      return "reset";
    }
    if ("html" in mishap) {
      if (mishap.html === "after") act();
      return { html: mishap.status ?? 502 };
    }
    if ("error" in mishap) {
      if (mishap.when === "after") act();
      return { status: 200, body: no(mishap.error), headers: {} };
    }
    if ("retryAfter" in mishap) return tooFast(rates.demand(waitKey, mishap.retryAfter, state.now()));
    if ("token" in mishap) {
      kill(token, mishap.token);
      return act();
    }
    if ("slow" in mishap) {
      await new Promise((resolve) => setTimeout(resolve, mishap.slow));
      return act();
    }
    const done = mishap.hang === "after" ? act() : null;
    await released;
    return done ?? act();
  }

  return {
    calls,
    kill,
    /** Plays one call; `token` comes from its header or form. */
    async call(method: string, raw: Record<string, Json>, token: string | null): Promise<Wire> {
      const args = withoutTeam(method, raw);
      const bearer = state.tokens.get(token ?? "");
      const team = bearer?.kind === "bot" ? bearer.team : null;
      const logged: Logged = { method, args, team, at: state.now(), outcome: "waiting" };
      calls.push(logged);
      faults.push(...(contract?.call(method, args) ?? []));
      const act = () => wire(method, process(method, args, token));
      const due = script.next({ method, args, team });
      const channel = method === "chat.postMessage" ? ` ${words(args["channel"])}` : "";
      const answer =
        due === null ? act() : await suffer(due.mishap, due.released, token, `${team} ${method}${channel}`, act);
      logged.outcome = outcome(answer);
      return answer;
    },
  };
}

/** Bolt's own client names the workspace in every call, which Slack passes over where it knows no such argument. */
function withoutTeam(method: string, { team_id: team, ...args }: Record<string, Json>): Record<string, Json> {
  const known = methods[method]?.args["team_id"] !== undefined;
  return known && team !== undefined ? { ...args, team_id: team } : args;
}

function outcome(answer: Wire): string {
  if (answer === "reset") return "reset";
  if ("html" in answer) return `html ${answer.html}`;
  return answer.body.ok ? "ok" : (answer.body.error ?? "no");
}

export type Api = ReturnType<typeof createApi>;
