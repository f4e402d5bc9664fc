import type { IncomingMessage, ServerResponse } from "node:http";
import { App, type ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
import type { Deaf, Ears, MenuEntry } from "../../core/message/ask.js";
import type { Words } from "../../core/message/words.js";
import { readAction, readCommand } from "./ask.js";
import { clientOptions, createSlackClient } from "./client.js";
import { createDoor } from "./door.js";
import { createHearing, faultText, giveBy } from "./hearing.js";
import { happeningOf, happenings } from "./happenings.js";
import { identify, type Known } from "./identity.js";
import type { Log } from "../log.js";
import { libraryLogger } from "./library-logger.js";
import { backOff, type Wait } from "./pause.js";
import { createFirst } from "./seen.js";
import { holdSocket } from "./socket.js";

export interface SlackListenerParts {
  botToken: string;
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

/** Hears what is said and what happens in one workspace, by Bolt, and answers it. */
export function createSlackListener(parts: SlackListenerParts): SlackListener {
  const { botToken, access, apiUrl, log, clock, wait, patience = 15_000 } = parts;
  const first = createFirst({ clock, span: repeats, most: 50_000 });
  let hears: ((event: ReceiverEvent) => Promise<void>) | null = null;
  const door =
    "signingSecret" in access
      ? createDoor({ signingSecret: access.signingSecret, clock, log, hears: () => hears })
      : null;

  function open(known: Known, close: (why: string) => void): { app: App; idle: () => Promise<unknown> } {
    const running = new Set<Promise<void>>();
    const client = createSlackClient({ token: botToken, apiUrl, log, patience });
    const { hear, happened } = createHearing({ ...parts, client, known, close });

    /** What a person did or a channel went through stops no neighbour, whatever comes of it. */
    async function guard(work: Promise<void>): Promise<void> {
      const done = work.catch((error: unknown) =>
        log.error({ fault: faultText(error) }, "what Slack told could not be taken in"),
      );
      running.add(done);
      await done;
      running.delete(done);
    }

    const app = new App({
      // What comes in comes through the door or the socket, which hand it to `processEvent`.
      receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
      authorize: async () => ({
        botToken,
        botUserId: known.user,
        teamId: known.team,
        ...(known.bot === null ? {} : { botId: known.bot }),
      }),
      ignoreSelf: false,
      convoStore: false,
      logger: libraryLogger(log, "bolt"),
      clientOptions: clientOptions({ apiUrl, log, patience }),
    });
    app.error(async (error) => log.error({ fault: faultText(error) }, "Bolt threw"));
    app.command(slashCommand, async ({ body, ack, respond }) => {
      await ack();
      const said = readCommand(body);
      if (said !== null) await guard(hear(said, giveBy(respond, said, log)));
    });
    app.action({ type: "block_actions" }, async ({ body, ack, respond }) => {
      await ack();
      const said = readAction(body);
      if (said !== null) await guard(hear(said, giveBy(respond, said, log)));
    });
    for (const name of Object.keys(happenings)) {
      app.event(name, async ({ event, body }) => {
        const { event_id, team_id, authorizations } = envelope.parse(body);
        const teams = [team_id, ...authorizations.map((one) => one.team_id)];
        if (!teams.includes(known.team)) return log.warn({ team: team_id, name }, "an event of another workspace");
        if (event_id !== null && !first(event_id)) return;
        await guard(happened(happeningOf(event, known.user), event));
      });
    }
    return { app, idle: () => Promise.all(running) };
  }

  async function whoami(signal: AbortSignal): Promise<Known | Deaf> {
    const client = createSlackClient({ token: botToken, apiUrl, log, patience });
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
      const known = await whoami(signal);
      if (known.kind !== "known") return known;
      const closing = new AbortController();
      const ends = AbortSignal.any([signal, closing.signal]);
      let deaf: Deaf = { kind: "stopped" };
      const { app, idle } = open(known, (why) => {
        deaf = { kind: "closed", why };
        closing.abort();
      });
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
