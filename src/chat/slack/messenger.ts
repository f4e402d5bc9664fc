import { z } from "zod";
import type { Message } from "../../core/message/message.js";
import type { Messenger, Outcome, Post } from "../../core/message/messenger.js";
import { renderSlack } from "../../core/message/slack.js";
import type { Words } from "../../core/message/words.js";
import { channelOf } from "./channel.js";
import { createSlackClient, type SlackClientParts } from "./client.js";
import { failureOf } from "./failure.js";
import { createHistory, metadataType } from "./history.js";
import { identify, type Identity } from "./identity.js";
import type { Method } from "./methods.js";
import { outcomeOf } from "./outcome.js";

export interface SlackMessengerParts extends SlackClientParts {
  clock: () => number;
  words: Words;
  /** Whether somebody listens: buttons that send an action back are left out where nobody does. */
  interactive: boolean;
}

/** The messenger of one workspace, which can also say whose token it has. */
export interface SlackMessenger extends Messenger {
  identify(): Promise<Identity>;
}

const posted = z.looseObject({ ts: z.string() });

/** Another way to post, after Slack said that nothing was posted. */
type Way = "join" | "unthreaded";
type Call = { method: Method; args: Record<string, unknown> };

/**
 * One workspace as chats: each post is one message that carries its delivery's id as metadata, so that Slack can be asked
 * for it. A public channel that we are not in is joined; what answers a message that is gone stands alone.
 */
export function createSlackMessenger({ clock, words, interactive, ...parts }: SlackMessengerParts): SlackMessenger {
  const client = createSlackClient(parts);
  const history = createHistory({ client, clock, log: parts.log });
  let known: Identity | null = null;

  async function whoami(): Promise<Identity> {
    if (known?.kind !== "known") known = await identify(client);
    return known;
  }

  function callOf({ delivery, chat, message, replyTo, edits, repeat }: Post): Call {
    // An edit that is made twice is seen once.
    const shown = repeat && edits === null ? marked(message, words) : message;
    const { text, blocks } = renderSlack(shown, { interactive });
    const channel = channelOf(chat);
    if (edits !== null) return { method: "chat.update", args: { channel, ts: edits, text, blocks } };
    return {
      method: "chat.postMessage",
      args: {
        channel,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: metadataType, event_payload: { delivery } },
        ...(replyTo === null ? {} : { thread_ts: replyTo, reply_broadcast: true }),
      },
    };
  }

  /** `left`: the other ways that were not tried yet; each is worth one more call. */
  async function attempt({ method, args }: Call, left: readonly Way[]): Promise<Outcome> {
    let answer;
    try {
      answer = await client.call(method, args);
    } catch (error) {
      const outcome = outcomeOf(failureOf(error), clock());
      switch (outcome.kind) {
        case "join":
          if (!left.includes("join")) return { kind: "gone", why: outcome.why };
          return (await join(args["channel"], outcome.why)) ?? attempt({ method, args }, without(left, "join"));
        case "unthreaded": {
          if (!left.includes("unthreaded")) return { kind: "refused", why: outcome.why };
          const { thread_ts: _thread, reply_broadcast: _broadcast, ...alone } = args;
          return attempt({ method, args: alone }, without(left, "unthreaded"));
        }
        default:
          return outcome;
      }
    }
    const { data } = posted.safeParse(answer);
    return data === undefined
      ? { kind: "unknown", cause: `${method} answered without a ts` }
      : { kind: "sent", ref: data.ts };
  }

  /** Null if we are in the channel now; else what becomes of the post, which was certainly not sent. */
  async function join(channel: unknown, why: string): Promise<Outcome | null> {
    try {
      await client.call("conversations.join", { channel });
      return null;
    } catch (error) {
      const outcome = outcomeOf(failureOf(error), clock());
      if (outcome.kind === "later" || outcome.kind === "closed") return outcome;
      // Whether we joined is unclear, but the post was not sent.
      if (outcome.kind === "unknown") return { kind: "later", at: clock() + pause, why: `joining: ${outcome.cause}` };
      return { kind: "gone", why };
    }
  }

  return {
    identify: whoami,
    send: async (post) => attempt(callOf(post), ["join", "unthreaded"]),
    async history(asked) {
      const identity = await whoami();
      if (identity.kind !== "known") throw new Error(`Slack does not say who we are: ${identity.why}`);
      return history(asked, identity);
    },
  };
}

function without(ways: readonly Way[], tried: Way): Way[] {
  return ways.filter((way) => way !== tried);
}

/** Milliseconds until a post is tried again whose channel could not be joined just now. */
const pause = 60_000;

/** A post that is sent again says so before all else. */
function marked(message: Message, words: Words): Message {
  const text = words(message.language)("mark-repeat");
  return { ...message, blocks: [{ type: "paragraph", text: [{ type: "italic", text }] }, ...message.blocks] };
}
