import { randomBytes } from "node:crypto";
import { no, yes, type Answer, type Call } from "./call.js";
import { words } from "./shapes.js";
import type { Person, State, Workspace } from "./state.js";

/** A code that a browser brought back, to be exchanged for tokens. */
interface Code {
  team: Workspace;
  person: Person;
  scopes: string[];
  redirect: string;
  until: number;
  used: boolean;
}

/** For how long a code is good, in ms. */
const life = 10 * 60_000;

/**
 * Slack's side of OAuth v2. `authorize` is the page where a person lets the app in; `access` gives tokens for codes and for refresh
 * tokens, each of which is good once. Where the app rotates its tokens, one lives `tokenLife` ms; the two newest are good at a time.
 */
export function createOAuth(state: State) {
  const codes = new Map<string, Code>();
  const refreshing = new Map<string, { team: string; used: boolean }>();
  const issued: { bot: string; refresh: string | null }[] = [];

  function token(team: Workspace): { access_token: string; refresh_token?: string; expires_in?: number } {
    const secret = randomBytes(12).toString("hex");
    const { rotates, tokenLife } = state.app;
    const bot = `${rotates ? "xoxe." : ""}xoxb-${team.id.slice(1)}-${secret}`;
    const expires = rotates ? state.now() + tokenLife : null;
    const alive = [...state.tokens.values()].filter(
      (one) => one.kind === "bot" && one.team === team.id && one.dead === null && one.expires !== null,
    );
    for (const old of alive.slice(0, -1)) if (old.kind === "bot") old.dead = "token_revoked";
    state.tokens.set(bot, { kind: "bot", team: team.id, dead: null, expires });
    const refresh = rotates ? `xoxe-1-${randomBytes(16).toString("hex")}` : null;
    if (refresh !== null) refreshing.set(refresh, { team: team.id, used: false });
    issued.push({ bot, refresh });
    return refresh === null
      ? { access_token: bot }
      : { access_token: bot, refresh_token: refresh, expires_in: Math.floor(tokenLife / 1_000) };
  }

  function answer(team: Workspace, more: object): Answer {
    return yes({
      ...token(team),
      token_type: "bot",
      scope: [...team.scopes].join(","),
      bot_user_id: team.bot.id,
      app_id: state.app.id,
      team: { id: team.id, name: team.name },
      enterprise: null,
      is_enterprise_install: false,
      ...more,
    });
  }

  function renew(args: Call["args"]): Answer {
    const known = refreshing.get(words(args["refresh_token"]));
    const team = known === undefined ? undefined : state.teams.get(known.team);
    if (known === undefined || known.used || team === undefined) return no("invalid_refresh_token");
    if (!team.appInstalled) return no("token_revoked");
    known.used = true;
    return answer(team, {});
  }

  function exchange(args: Call["args"]): Answer {
    const code = codes.get(words(args["code"]));
    if (code === undefined || code.used || state.now() >= code.until) return no("invalid_code");
    if (args["redirect_uri"] !== undefined && args["redirect_uri"] !== code.redirect) return no("bad_redirect_uri");
    code.used = true;
    const { team, person, scopes } = code;
    team.appInstalled = true;
    team.scopes = new Set(scopes);
    return answer(team, { authed_user: { id: person.id } });
  }

  return {
    /** Every token that was ever given, the newest last. */
    issued,
    access(args: Call["args"]): Answer {
      const { clientId, clientSecret } = state.app;
      if (args["client_id"] !== clientId) return no("invalid_client_id");
      if (args["client_secret"] !== clientSecret) return no("bad_client_secret");
      const grant = args["grant_type"] ?? "authorization_code";
      if (grant === "refresh_token") return renew(args);
      return grant === "authorization_code" ? exchange(args) : no("invalid_grant_type");
    },
    /**
     * Slack's page with the question whether the app may come in, answered by a person; where the browser is sent back to. Throws
     * where Slack would show a page that says what is wrong.
     */
    authorize(url: URL, team: Workspace, person: Person, allow: boolean): URL {
      const asked = (name: string) => url.searchParams.get(name) ?? "";
      const [usual = ""] = state.app.redirects;
      const redirect = asked("redirect_uri") === "" ? usual : asked("redirect_uri");
      if (url.pathname !== "/oauth/v2/authorize") throw new Error(`Slack has no page ${url.pathname}`);
      if (asked("client_id") !== state.app.clientId) throw new Error("invalid_client_id");
      if (!state.app.redirects.includes(redirect)) throw new Error("bad_redirect_uri");
      const scopes = asked("scope").split(",");
      const unknown = scopes.filter((scope) => !state.app.scopes.includes(scope));
      if (scopes.includes("") || unknown.length > 0) throw new Error(`invalid_scope: ${unknown.join(",")}`);
      if (person.deactivated || !team.people.has(person.id)) throw new Error("not signed in");
      const back = new URL(redirect);
      if (asked("state") !== "") back.searchParams.set("state", asked("state"));
      if (!allow) {
        back.searchParams.set("error", "access_denied");
        return back;
      }
      const code = `${state.app.clientId}.${randomBytes(16).toString("hex")}`;
      codes.set(code, { team, person, scopes, redirect, until: state.now() + life, used: false });
      back.searchParams.set("code", code);
      return back;
    },
  };
}

export type OAuth = ReturnType<typeof createOAuth>;
