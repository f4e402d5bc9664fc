import type { IncomingMessage, ServerResponse } from "node:http";
import { App, type ReceiverEvent, type RespondFn } from "@slack/bolt";
import { z } from "zod";
import type { Deaf, Ears, MenuEntry } from "../../core/message/ask.js";
import type { Words } from "../../core/message/words.js";
import { readAction, readCommand, type Said } from "./ask.js";
import { clientOptions, createSlackClient, type Token } from "./client.js";
import { createDoor } from "./door.js";
import { createHearing, faultText, giveBy } from "./hearing.js";
import { happeningOf, happenings } from "./happenings.js";
import { identify, type Known } from "./identity.js";
import type { Log } from "../log.js";
import { libraryLogger } from "./library-logger.js";
import { backOff, type Wait } from "./pause.js";
import { createFirst } from "./seen.js";
import { holdSocket } from "./socket.js";

/** The workspaces that installed the app, which come and go. */
interface Installed {
  /** Who we are in a workspace; null if it does not have us. */
  known(team: string): Promise<Known | null>;
  /** A token that is good now; null if the workspace does not have us. */
  token(team: string): Promise<string | null>;
  /** A workspace has removed us, or its tokens are dead. */
  close(team: string, why: string): Promise<void>;
}

export interface SlackListenerParts {
  /** The token of one workspace; null where only those are heard that installed the app. */
  botToken: string | null;
  /** Null where only the token's workspace is heard. */
  installed: Installed | null;
  /** How Slack reaches us: we call it (Socket Mode), or it calls us (HTTP, signed). */
  access: { appToken: string } | { signingSecret: string };
  /** Where the Web API answers; null for Slack itself. */
  apiUrl: string | null;
  ears: Ears;
  menu: readonly MenuEntry[];
  words: Words;
  clock: () => number;
  log: Log;
  /** Used between failures. */
  wait: Wait;
  /** Milliseconds until a call, or a connection that is not greeted, is given up. */
  patience?: number;
}

export interface SlackListener {
  /** Listens until the signal is given or the account takes no calls any more. Never rejects. */
  listen(signal: AbortSignal): Promise<Deaf>;
  /** Takes Slack's requests, to be mounted before anything reads their bodies; null in Socket Mode. */
  handle: ((req: IncomingMessage, res: ServerResponse) => Promise<void>) | null;
}

/** The one slash command; everything else is a word behind it. */
export const slashCommand = "/tellal";

/** Slack repeats an event that was not acknowledged for an hour. */
const repeats = 70 * 60_000;

const envelope = z.looseObject({
  event_id: z.string().nullable().catch(null),
  team_id: z.string().nullable().catch(null),
  authorizations: z.array(z.looseObject({ team_id: z.string().nullable().catch(null) })).catch([]),
});

/** Hears what is said and what happens in the workspaces that have us, by Bolt, and answers it. */
export function createSlackListener(parts: SlackListenerParts): SlackListener {
  const { botToken, installed, access, apiUrl, log, clock, wait, patience = 15_000 } = parts;
  const first = createFirst({ clock, span: repeats, most: 50_000 });
  let hears: ((event: ReceiverEvent) => Promise<void>) | null = null;
  const door =
    "signingSecret" in access
      ? createDoor({ signingSecret: access.signingSecret, clock, log, hears: () => hears })
      : null;

  function hearingIn(known: Known, token: Token, close: (why: string) => void): Hearing {
    const client = createSlackClient({ token, apiUrl, log, patience });
    return { known, ...createHearing({ ...parts, client, known, close }) };
  }

  /** A workspace's removal may be told late, after it has installed the app anew: what it has now is asked. */
  async function closeInstalled(team: string, why: string): Promise<void> {
    const token = () => installed?.token(team) ?? Promise.resolve(null);
    const identity = await identify(createSlackClient({ token, apiUrl, log, patience }));
    if (identity.kind === "known") return log.info({ team, why }, "told of a removal, but the workspace has us");
    await installed?.close(team, why);
  }

  /** The hearing of each workspace: `own` is that of the bot token. */
  function hearings(own: Hearing | null) {
    const open = new Map<string, Hearing>();
    return async (team: string | null): Promise<Hearing | null> => {
      if (team === null) return null;
      // An installation is newer than the token of the same workspace, which it may have ended.
      const known = (await installed?.known(team)) ?? null;
      if (known === null) return own?.known.team === team ? own : null;
      const kept = open.get(team);
      if (kept?.known.user === known.user) return kept;
      const made = hearingIn(
        known,
        () => installed?.token(team) ?? Promise.resolve(null),
        (why) =>
          void closeInstalled(team, why).catch((error: unknown) =>
            log.error({ team, fault: faultText(error) }, "a workspace that removed us could not be forgotten"),
          ),
      );
      open.set(team, made);
      return made;
    };
  }

  function open(hearingOf: ReturnType<typeof hearings>): { app: App; idle: () => Promise<unknown> } {
    const running = new Set<Promise<void>>();

    /** What a person did or a channel went through stops no neighbour, whatever comes of it. */
    async function guard(work: Promise<void>): Promise<void> {
      const done = work.catch((error: unknown) =>
        log.error({ fault: faultText(error) }, "what Slack told could not be taken in"),
      );
      running.add(done);
      await done;
      running.delete(done);
    }

    async function hear(said: Said | null, respond: RespondFn): Promise<void> {
      if (said === null) return;
      const hearing = await hearingOf(said.team);
      if (hearing === null) return log.warn({ team: said.team }, "what was said came from another workspace");
      await hearing.hear(said, giveBy(respond, said, log));
    }

    async function happen(name: string, event: { type: string }, body: unknown): Promise<void> {
      const { event_id, team_id, authorizations } = envelope.parse(body);
      // What happens in a channel that several workspaces share is told by the installation that sees it.
      const teams = [...authorizations.map((one) => one.team_id), team_id];
      let hearing: Hearing | null = null;
      for (const team of teams) hearing ??= await hearingOf(team);
      if (hearing === null) return log.warn({ team: team_id, name }, "an event of another workspace");
      if (event_id !== null && !first(event_id)) return;
      await hearing.happened(happeningOf(event, hearing.known.user), event);
    }

    const app = new App({
      // What comes in comes through the door or the socket, which hand it to `processEvent`.
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      // Bolt calls nothing for us: each workspace's own client does, so no token is put into its hands.
      authorize: async () => ({}),
      ignoreSelf: false,
      convoStore: false,
      logger: libraryLogger(log, "bolt"),
      clientOptions: clientOptions({ apiUrl, log, patience }),
    });
    app.error(async (error) => log.error({ fault: faultText(error) }, "Bolt threw"));
    app.command(slashCommand, async ({ body, ack, respond }) => {
      await ack();
      await guard(hear(readCommand(body), respond));
    });
    app.action({ type: "block_actions" }, async ({ body, ack, respond }) => {
      await ack();
      await guard(hear(readAction(body), respond));
    });
    for (const name of Object.keys(happenings)) {
      app.event(name, async ({ event, body }) => guard(happen(name, event, body)));
    }
    return { app, idle: () => Promise.all(running) };
  }

  async function whoami(token: string, signal: AbortSignal): Promise<Known | Deaf> {
    const client = createSlackClient({ token, apiUrl, log, patience });
    for (let failures = 1; !signal.aborted; failures += 1) {
      const identity = await identify(client);
      if (identity.kind !== "unreachable") return identity;
      const pause = Math.max(identity.wait, backOff(failures));
      log.warn({ why: identity.why, pause }, "Slack does not say who we are; asked again after the pause");
      await wait(pause, signal);
    }
    return { kind: "stopped" };
  }

  return {
    handle: door,
    async listen(signal): Promise<Deaf> {
      const closing = new AbortController();
      const ends = AbortSignal.any([signal, closing.signal]);
      let deaf: Deaf = { kind: "stopped" };
      let own: Hearing | null = null;
      if (botToken !== null) {
        const known = await whoami(botToken, signal);
        if (known.kind === "stopped" || (known.kind === "closed" && installed === null)) return known;
        if (known.kind === "closed") log.error({ why: known.why }, "the workspace of SLACK_BOT_TOKEN is not heard");
        else {
          own = hearingIn(known, botToken, (why) => {
            if (installed !== null) return log.error({ why }, "the workspace of SLACK_BOT_TOKEN is heard no more");
            deaf = { kind: "closed", why };
            closing.abort();
          });
        }
      }
      const { app, idle } = open(hearings(own));
      if ("appToken" in access) {
        const ended = await holdSocket(app, { appToken: access.appToken, apiUrl, log, wait, patience }, ends);
        if (ended.kind === "closed") deaf = ended;
      } else {
        hears = (event) => app.processEvent(event);
        if (!ends.aborted) await new Promise((resolve) => ends.addEventListener("abort", resolve, { once: true }));
        hears = null;
      }
      await idle();
      return deaf;
    },
  };
}

type Hearing = { known: Known } & ReturnType<typeof createHearing>;
