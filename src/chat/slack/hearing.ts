import type { RespondFn } from "@slack/bolt";
import { z } from "zod";
import type { Desk, Ears, MenuEntry, Picture, Reply } from "../../core/message/ask.js";
import { impossible } from "../../core/impossible.js";
import { cutAt } from "../../core/message/cut.js";
import type { Values } from "../../core/message/form.js";
import type { Message } from "../../core/message/message.js";
import { textReply } from "../../core/message/reply.js";
import { renderSlack, type SlackMessage } from "../../core/message/slack.js";
import type { Tongue, Words } from "../../core/message/words.js";
import { askOf, readMention, type Said } from "./ask.js";
import type { SlackClient } from "./client.js";
import { createDesk } from "./desk.js";
import type { Happening } from "./happenings.js";
import type { Known } from "./identity.js";
import type { Log } from "../log.js";
import { createPeople } from "./people.js";
import type { Stamp } from "./stamp.js";
import type { Seen } from "./view.js";

export interface HearingParts {
  client: SlackClient;
  known: Known;
  ears: Ears;
  desk: Desk;
  stamp: Stamp;
  menu: readonly MenuEntry[];
  words: Words;
  clock: () => number;
  log: Log;
  /** Told when the account takes no calls any more. */
  close: (why: string) => void;
}

/** A way to hand a reply to who asked. */
type Give = (reply: Reply) => Promise<void>;

/** Slack takes so many answers to one command or button. */
const mostAnswers = 5;

/** Slack takes so many UTF-16 units of what a picture shows. */
const longestAlt = 1_000;
const place = z.looseObject({ upload_url: z.url(), file_id: z.string() });

/** What we speak where neither the chat nor the person has told us a language. */
const fallback: Tongue = "tr";

/** Turns what Slack tells into asks and news for the ears, and answers. Nothing here throws for what a person did. */
export function createHearing(parts: HearingParts) {
  const { client, known, ears, menu, words, clock, log, close } = parts;
  const { team } = known;
  const people = createPeople({ client, team, clock });
  const desk = createDesk({ ...parts, team, people });
  const addressOf = (channel: string): string => `slack:${team}/${channel}`;

  /** Answers what was said; if that fails, says sorry once. */
  async function hear(said: Said, give: Give): Promise<void> {
    let language: Tongue | null = null;
    try {
      const ask = await askOf(said, team, people);
      if (ask === null) {
        log.warn(
          { team: said.team, channel: said.channel },
          "what was said came from another workspace, or from no chat",
        );
        return;
      }
      language = ask.language;
      const reply = await ears.answer(ask);
      if (reply?.picture !== undefined) await showPicture(said.channel, reply.picture);
      if (reply !== null) await give(reply);
    } catch (error) {
      log.error({ chat: addressOf(said.channel), fault: faultText(error) }, "answering threw");
      const tongue = language ?? fallback;
      await give({ messages: [textReply(tongue, words(tongue)("failed"))], replaces: false });
    }
  }

  /** Files have no answer for one person alone: a picture stands in the channel. The words that follow tell the same. */
  async function showPicture(channel: string, { name, png, title, alt }: Picture): Promise<void> {
    try {
      await ears.turn(addressOf(channel));
      const about = { filename: name, length: png.length, alt_txt: cutAt(alt, longestAlt) };
      const { upload_url, file_id } = place.parse(await client.call("files.getUploadURLExternal", about));
      await client.upload(upload_url, png);
      await client.call("files.completeUploadExternal", { files: [{ id: file_id, title }], channel_id: channel });
    } catch (error) {
      log.warn({ chat: addressOf(channel), fault: faultText(error) }, "a picture could not be shown");
    }
  }

  async function mentioned(event: object): Promise<void> {
    const said = readMention(event, team);
    if (said === null) return;
    // Who only talks about us gets the commands, not a complaint about the first word.
    const meant = menu.some(({ name }) => name === said.words[0]?.toLowerCase());
    const thread = "thread_ts" in event && typeof event.thread_ts === "string" ? { thread_ts: event.thread_ts } : {};
    await hear({ ...said, words: meant ? said.words : ["help"] }, async ({ messages }) => {
      for (const message of messages) {
        await ears.turn(addressOf(said.channel));
        await client.call("chat.postEphemeral", {
          channel: said.channel,
          user: said.user,
          ...thread,
          ...show(message),
        });
      }
    });
  }

  async function joined(channel: string, inviter: string | null): Promise<void> {
    const language = inviter === null ? null : await people.languageOf(inviter);
    const message = await ears.joined(addressOf(channel), language);
    if (message === null) return;
    await ears.turn(addressOf(channel));
    await client.call("chat.postMessage", { channel, ...show(message), unfurl_links: false, unfurl_media: false });
  }

  /** A command whose form is asked for opens a window; what has none, or comes without the means to open one, is answered. */
  async function said(said: Said, give: Give, trigger: string): Promise<void> {
    if (trigger === "" || !parts.desk.hasForm(said.words)) return hear(said, give);
    try {
      await desk.open(said, trigger);
    } catch (error) {
      log.error({ chat: addressOf(said.channel), fault: faultText(error) }, "opening a window threw");
      const tongue = (await people.languageOf(said.user)) ?? fallback;
      await give({ messages: [textReply(tongue, words(tongue)("form-late"))], replaces: false });
    }
  }

  /** The shortcut on a message: its story's brief, to who asked alone. */
  async function briefed(said: Said, give: Give): Promise<void> {
    if (said.words.length > 1) return hear(said, give);
    const tongue = (await people.languageOf(said.user)) ?? fallback;
    await give({ messages: [textReply(tongue, words(tongue)("brief-no-link"))], replaces: false });
  }

  return {
    hear: said,
    briefed,
    submitted: (seen: Seen, values: Values) => desk.submitted(seen, values),
    pressed: (seen: Seen, line: readonly string[]) => desk.pressed(seen, line),

    /** Takes in one event. */
    happened: async (happening: Happening, event: object): Promise<void> => {
      switch (happening.kind) {
        case "nothing":
          return;
        case "mentioned":
          return mentioned(event);
        case "visited":
          return desk.home(happening.user, happening.direct);
        case "joined":
          return joined(happening.channel, happening.inviter);
        case "left":
          return ears.left(addressOf(happening.channel), happening.why);
        case "moved":
          return ears.moved(addressOf(happening.from), addressOf(happening.to));
        case "closed":
          return close(happening.why);
        default:
          return impossible(happening);
      }
    },
  };
}

/**
 * Hands a reply over by the address that Slack gave with a command or button: to who asked alone, or in place of the message
 * that the button stands under; a typed command has none.
 */
export function giveBy(respond: RespondFn, { pressed }: Pick<Said, "pressed">, log: Log): Give {
  return async ({ messages, replaces }) => {
    if (messages.length > mostAnswers)
      log.warn({ messages: messages.length }, "a reply has more messages than Slack takes");
    for (const [index, message] of messages.slice(0, mostAnswers).entries()) {
      const place = replaces && pressed && index === 0;
      await respond({
        ...show(message),
        ...(place ? { replace_original: true } : { replace_original: false, response_type: "ephemeral" }),
      });
    }
  };
}

function show(message: Message): SlackMessage {
  return renderSlack(message, { interactive: true });
}

/** A surprise with its cause, for the log. */
export function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
