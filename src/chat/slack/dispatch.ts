import { App, type RespondFn } from "@slack/bolt";
import { z } from "zod";
import { viewName } from "../../core/message/slack-form.js";
import { readAction, readCommand, readShortcut, type Said } from "./ask.js";
import { clientOptions } from "./client.js";
import { faultText, giveBy, type createHearing } from "./hearing.js";
import { happeningOf, happenings } from "./happenings.js";
import type { Known } from "./identity.js";
import type { Log } from "../log.js";
import { libraryLogger } from "./library-logger.js";
import { readPress, readSeen, readValues } from "./view.js";

/** The one slash command; everything else is a word behind it. */
export const slashCommand = "/tellal";
/** The shortcut on a message: the brief of the story that it links to. */
export const briefShortcut = "brief_link";

/** What takes in what Slack tells of one workspace. */
export type Hearing = { known: Known } & ReturnType<typeof createHearing>;

export interface DispatchParts {
  /** The hearing of a workspace; null if it does not have us. */
  hearingOf: (team: string | null) => Promise<Hearing | null>;
  /** Whether an event comes for the first time. */
  first: (id: string) => Promise<boolean>;
  apiUrl: string | null;
  log: Log;
  patience: number;
}

const envelope = z.looseObject({
  event_id: z.string().nullable().catch(null),
  team_id: z.string().nullable().catch(null),
  authorizations: z.array(z.looseObject({ team_id: z.string().nullable().catch(null) })).catch([]),
});
const trigger = z.looseObject({ trigger_id: z.string().catch("") });

/** Bolt, which acknowledges, and hands each thing to the workspace that it comes from. `idle` resolves when nothing is under way. */
export function createDispatch({ hearingOf, first, apiUrl, log, patience }: DispatchParts) {
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

  async function of(team: string): Promise<Hearing | null> {
    const hearing = await hearingOf(team);
    if (hearing === null) log.warn({ team }, "what was said came from another workspace");
    return hearing;
  }

  async function hear(said: Said | null, respond: RespondFn, body: unknown): Promise<void> {
    const hearing = said === null ? null : await of(said.team);
    if (said === null || hearing === null) return;
    const { trigger_id } = trigger.parse(body);
    await hearing.hear(said, giveBy(respond, said, log), trigger_id);
  }

  async function press(body: unknown): Promise<void> {
    const seen = readSeen(body);
    const line = readPress(body);
    if (seen !== null && line.length > 0) await (await of(seen.team))?.pressed(seen, line);
  }

  async function brief(said: Said | null, respond: RespondFn): Promise<void> {
    if (said !== null) await (await of(said.team))?.briefed(said, giveBy(respond, said, log));
  }

  async function happen(name: string, event: { type: string }, body: unknown): Promise<void> {
    const { event_id, team_id, authorizations } = envelope.parse(body);
    // What happens in a channel that several workspaces share is told by the installation that sees it.
    const teams = [...authorizations.map((one) => one.team_id), team_id];
    let hearing: Hearing | null = null;
    for (const team of teams) hearing ??= await hearingOf(team);
    if (hearing === null) return log.warn({ team: team_id, name }, "an event of another workspace");
    if (event_id !== null && !(await first(event_id))) return;
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
    await guard(hear(readCommand(body), respond, body));
  });
  app.action({ type: "block_actions" }, async ({ body, ack, respond }) => {
    await ack();
    await guard("view" in body ? press(body) : hear(readAction(body), respond, body));
  });
  app.shortcut({ type: "message_action", callback_id: briefShortcut }, async ({ body, ack, respond }) => {
    await ack();
    await guard(brief(readShortcut(body), respond));
  });
  app.view({ type: "view_submission", callback_id: viewName }, async ({ body, ack }) => {
    const seen = readSeen(body);
    const hearing = seen === null ? null : await of(seen.team);
    if (seen === null || hearing === null) return ack();
    const answer = await hearing.submitted(seen, readValues(body));
    // Bolt's types know more of views than ours, which the fake Slack holds to what Slack takes.
    await ack(answer as never);
  });
  for (const name of Object.keys(happenings)) {
    app.event(name, async ({ event, body }) => guard(happen(name, event, body)));
  }
  return { app, idle: () => Promise.all(running) };
}
