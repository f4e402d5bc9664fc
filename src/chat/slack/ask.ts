import { z } from "zod";
import type { Ask } from "../../core/message/ask.js";
import { platformOf } from "../../core/message/address.js";
import type { createPeople } from "./people.js";

/** What somebody said to us in Slack: where, who, and the words. */
export interface Said {
  team: string;
  channel: string;
  user: string;
  /** The workspace that the person belongs to. */
  home: string;
  words: string[];
  /** By a button, which may be pressed by who only looks into the channel; a slash command is written by members only. */
  pressed: boolean;
}

const command = z.looseObject({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  text: z.string().catch(""),
});

const action = z.looseObject({
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullable().catch(null) }),
  channel: z.looseObject({ id: z.string() }),
  // A button that only opens an address has no value.
  actions: z.array(z.looseObject({ value: z.string().catch("") })).min(1),
});

const mention = z.looseObject({
  channel: z.string(),
  user: z.string(),
  text: z.string().catch(""),
  user_team: z.string().nullable().catch(null),
});

/** A slash command as said; null for a body that is none. */
export function readCommand(body: unknown): Said | null {
  const { data } = command.safeParse(body);
  if (data === undefined) return null;
  const { team_id: team, channel_id: channel, user_id: user } = data;
  return { team, channel, user, home: team, words: wordsOf(data.text), pressed: false };
}

/** A pressed button as said: its value is a line like a command's. Null for what carries none. */
export function readAction(body: unknown): Said | null {
  const { data } = action.safeParse(body);
  const words = wordsOf(data?.actions[0]?.value ?? "");
  if (data === undefined || words.length === 0) return null;
  const { team, user, channel } = data;
  return { team: team.id, channel: channel.id, user: user.id, home: user.team_id ?? team.id, words, pressed: true };
}

/** A mention as said, without the mention itself; null if a bot spoke. */
export function readMention(event: unknown, team: string): Said | null {
  const { data } = mention.safeParse(event);
  if (data === undefined || "bot_id" in data) return null;
  const words = wordsOf(data.text.replaceAll(/<@[^>]*>/gu, " "));
  return { team, channel: data.channel, user: data.user, home: data.user_team ?? team, words, pressed: true };
}

/** Slack writes three signs of typed text as entities. */
function wordsOf(text: string): string[] {
  const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  return plain.split(/\s+/u).filter((word) => word !== "");
}

/** What was said as an ask; null if it comes from another workspace or from where no chat of ours can be. */
export async function askOf(said: Said, team: string, people: ReturnType<typeof createPeople>): Promise<Ask | null> {
  const { channel, user, home, words, pressed } = said;
  const chat = `slack:${team}/${channel}`;
  if (said.team !== team || platformOf(chat) === null) return null;
  return {
    chat,
    from: `slack:${home}/${user}`,
    words,
    language: await people.languageOf(user),
    isAdmin: async () =>
      home === team && (await people.isOurs(user)) && (!pressed || (await people.isMember(user, channel))),
  };
}
