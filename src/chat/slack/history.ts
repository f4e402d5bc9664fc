import { z } from "zod";
import type { Asked } from "../../core/message/messenger.js";
import { channelOf } from "./channel.js";
import type { SlackClient } from "./client.js";
import { failureOf } from "./failure.js";
import type { Known } from "./identity.js";
import type { Log } from "../log.js";
import type { Method } from "./methods.js";
import { reason } from "./outcome.js";

/** Name of the metadata that each delivery carries. */
export const metadataType = "tellal_delivery";

const page = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      user: z.string().nullable().catch(null),
      bot_id: z.string().nullable().catch(null),
      metadata: z
        .looseObject({ event_type: z.string(), event_payload: z.looseObject({ delivery: z.string() }) })
        .nullable()
        .catch(null),
    }),
  ),
  response_metadata: z.looseObject({ next_cursor: z.string().catch("") }).catch({ next_cursor: "" }),
});

const pageSize = 200;
/** A channel with more messages than this in the time asked about is not read to its end: then nothing is known. */
const mostPages = 25;
/** Readings that were broken off and may go on; one for each delivery in doubt. */
const mostReadings = 1_000;

/** Codes after which nobody can say what stands in the chat: we may not read it, or are not in it. */
const unreadable = new Set(["missing_scope", "not_in_channel", "channel_not_found", "not_allowed_token_type"]);

/** One reading of a chat: what is left to read of it, and what was found so far. */
interface Reading {
  steps: { method: Method; args: object }[];
  cursor: string;
  pages: number;
  found: Map<string, string>;
}

export interface HistoryParts {
  client: SlackClient;
  clock: () => number;
  log: Log;
}

/**
 * Reads the deliveries that stand in a chat, with their references: messages of our own bot that carry our metadata. Null
 * if the chat cannot be read; rejects if Slack does not answer. Slack lets some apps read one short page a minute: a reading
 * that it breaks off goes on where it stood when the same is asked again, and nothing is asked before the time that it named.
 */
export function createHistory({ client, clock, log }: HistoryParts) {
  const readings = new Map<string, Reading>();
  let notBefore = 0;

  async function readOn(reading: Reading, chat: string, known: Known): Promise<ReadonlyMap<string, string> | null> {
    for (let step = reading.steps[0]; step !== undefined; step = reading.steps[0]) {
      if (reading.pages >= mostPages) {
        log.warn({ chat, pages: mostPages }, "the chat's history is too long to be read to its end");
        return null;
      }
      const at = reading.cursor === "" ? {} : { cursor: reading.cursor };
      const { messages, response_metadata } = page.parse(await ask(step.method, { ...step.args, ...at }));
      for (const { ts, user, bot_id, metadata } of messages) {
        const ours = user === known.user || (bot_id !== null && bot_id === known.bot);
        if (ours && metadata?.event_type === metadataType) reading.found.set(metadata.event_payload.delivery, ts);
      }
      reading.pages += 1;
      reading.cursor = response_metadata.next_cursor;
      if (reading.cursor === "") reading.steps.shift();
    }
    return reading.found;
  }

  async function ask(method: Method, args: object): Promise<unknown> {
    if (clock() < notBefore) throw new Error("Slack asks for a slower pace");
    try {
      return await client.call(method, { ...args, include_all_metadata: true, limit: pageSize });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "limited") notBefore = clock() + failure.wait;
      // The message that was answered is gone, and its thread with it.
      if (failure.kind === "platform" && failure.code === "thread_not_found") return { messages: [] };
      throw error;
    }
  }

  return async function history(asked: Asked, known: Known): Promise<ReadonlyMap<string, string> | null> {
    const { chat } = asked;
    const key = JSON.stringify([chat, asked.since, asked.replyTo]);
    const reading = readings.get(key) ?? begun(asked);
    try {
      const found = await readOn(reading, chat, known);
      readings.delete(key);
      return found;
    } catch (error) {
      readings.delete(key);
      const failure = failureOf(error);
      if (failure.kind !== "platform") {
        if (readings.size < mostReadings) readings.set(key, reading);
        throw error;
      }
      if (!unreadable.has(failure.code)) throw error;
      log.warn({ chat, why: reason(failure) }, "the chat's history cannot be read");
      return null;
    }
  };
}

/** An answer that was not broadcast stands in its thread only. */
function begun({ chat, since, replyTo }: Asked): Reading {
  const args = { channel: channelOf(chat), oldest: (since / 1_000).toFixed(6) };
  const steps: Reading["steps"] = [{ method: "conversations.history", args }];
  if (replyTo !== null) steps.push({ method: "conversations.replies", args: { ...args, ts: replyTo } });
  return { steps, cursor: "", pages: 0, found: new Map() };
}
