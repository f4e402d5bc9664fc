import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReceiverEvent } from "@slack/bolt";
import type { Deaf, Desk, Ears, MenuEntry } from "../../core/message/ask.js";
import type { Words } from "../../core/message/words.js";
import { createSlackClient, type Token } from "./client.js";
import { createDispatch, type Hearing } from "./dispatch.js";
import { createDoor } from "./door.js";
import { createHearing, faultText } from "./hearing.js";
import { identify, type Known } from "./identity.js";
import type { Log } from "../log.js";
import { backOff, type Wait } from "./pause.js";
import { createFirst } from "./seen.js";
import { holdSocket } from "./socket.js";
import { createStamp } from "./stamp.js";

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
  /** Whether an event comes to the first of several processes, each of which asks only once; absent where there is but one. */
  elsewhere?: ((id: string, span: number) => Promise<boolean>) | undefined;
  ears: Ears;
  desk: Desk;
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

/** Slack repeats an event that was not acknowledged for an hour. */
const repeats = 70 * 60_000;

/** Hears what is said and what happens in the workspaces that have us, by Bolt, and answers it. */
export function createSlackListener(parts: SlackListenerParts): SlackListener {
  const { botToken, installed, access, apiUrl, log, clock, wait, patience = 15_000 } = parts;
  const stamp = createStamp();
  const { elsewhere } = parts;
  const here = createFirst({ clock, span: repeats, most: 50_000 });
  const first = async (id: string) => here(id) && ((await elsewhere?.(`slack:${id}`, repeats)) ?? true);
  let hears: ((event: ReceiverEvent) => Promise<void>) | null = null;
  const door =
    "signingSecret" in access
      ? createDoor({ signingSecret: access.signingSecret, clock, log, hears: () => hears })
      : null;

  function hearingIn(known: Known, token: Token, close: (why: string) => void): Hearing {
    const client = createSlackClient({ token, apiUrl, log, patience });
    return { known, ...createHearing({ ...parts, client, known, stamp, close }) };
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
      const { app, idle } = createDispatch({ hearingOf: hearings(own), first, apiUrl, log, patience });
      if ("appToken" in access) {
        const ended = await holdSocket(app, { appToken: access.appToken, apiUrl, log, wait, patience, clock }, ends);
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
