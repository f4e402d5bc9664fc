import { z } from "zod";
import type { Ask } from "../../core/message/ask.js";
import { keptNames } from "../../core/message/called.js";
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
  /** What stands behind the first word, line breaks and all; null where nothing was typed. */
  behind: string | null;
  /** People whom the text mentions, by Slack's id. */
  mentioned: string[];
  /** How Slack calls people and the channel, by their ids, as far as it says. */
  called: Record<string, string>;
  /** By a button, which may be pressed by who only looks into the channel; a slash command is written by members only. */
  pressed: boolean;
}

const command = z.looseObject({
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  user_name: z.string().catch(""),
  channel_name: z.string().catch(""),
  text: z.string().catch(""),
});

const action = z.looseObject({
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullable().catch(null), name: z.string().catch("") }),
  channel: z.looseObject({ id: z.string(), name: z.string().catch("") }),
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
  const { called, ...text } = textOf(data.text);
  const names = { ...called, [user]: data.user_name, ...channelName(channel, data.channel_name) };
  return { team, channel, user, home: team, ...text, called: names, pressed: false };
}

/** A pressed button as said: its value is a line like a command's. Null for what carries none. */
export function readAction(body: unknown): Said | null {
  const { data } = action.safeParse(body);
  const { words } = textOf(data?.actions[0]?.value ?? "");
  if (data === undefined || words.length === 0) return null;
  const { team, user, channel } = data;
  return pressedBy({ team, user, channel }, words);
}

type Doer = Pick<z.output<typeof action>, "team" | "user" | "channel">;

function pressedBy({ team, user, channel }: Doer, words: string[]): Said {
  const home = user.team_id ?? team.id;
  const called = { [user.id]: user.name, ...channelName(channel.id, channel.name) };
  const by = { team: team.id, channel: channel.id, user: user.id, home };
  return { ...by, words, behind: null, mentioned: [], called, pressed: true };
}

/** Slack does not tell the names of private channels and conversations with a command. */
function channelName(id: string, name: string): Record<string, string> {
  return name === "" || name === "directmessage" || name === "privategroup" ? {} : { [id]: `#${name}` };
}

/** A mention as said, without the mention itself; null if a bot spoke. */
export function readMention(event: unknown, team: string): Said | null {
  const { data } = mention.safeParse(event);
  if (data === undefined || "bot_id" in data) return null;
  // The first mention is of us.
  const said = textOf(data.text.replace(/<@[^>]*>/u, " "));
  return { team, channel: data.channel, user: data.user, home: data.user_team ?? team, ...said, pressed: true };
}

const shortcut = z.looseObject({
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullable().catch(null), name: z.string().catch("") }),
  channel: z.looseObject({ id: z.string(), name: z.string().catch("") }),
  message: z.looseObject({}),
});

/** Addresses of AA's stories, wherever in a message they stand. */
const storyAddress = /https?:\/\/(?:www\.)?aa\.com\.tr\/[^\s"<>|\\]+/iu;

/** A shortcut on a message as said: the brief of the first story that it links to, without an address if to none. */
export function readShortcut(body: unknown): Said | null {
  const { data } = shortcut.safeParse(body);
  if (data === undefined) return null;
  const { team, user, channel, message } = data;
  const { words } = textOf(storyAddress.exec(JSON.stringify(message))?.[0] ?? "");
  return pressedBy({ team, user, channel }, ["brief", ...words]);
}

/** Slack writes three signs of typed text as entities, and addresses and people in angle brackets. */
export function textOf(text: string): Pick<Said, "words" | "behind" | "mentioned" | "called"> {
  const people = [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|([^>]*))?>/gu)];
  const mentioned = people.map(([, id = ""]) => id);
  const called = Object.fromEntries(people.map(([, id = "", name = ""]) => [id, name]));
  const bare = text.replaceAll(/<(https?:[^|>]*)(?:\|[^>]*)?>/gu, "$1");
  const plain = bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
  const words = plain.split(/\s+/u).filter((word) => word !== "");
  return { words, behind: plain.replace(/^\S+\s*/u, ""), mentioned, called };
}

/** What was said as an ask; null if it comes from another workspace or from where no chat of ours can be. */
export async function askOf(said: Said, team: string, people: ReturnType<typeof createPeople>): Promise<Ask | null> {
  const { channel, user, home, words, behind, mentioned, called, pressed } = said;
  const chat = `slack:${team}/${channel}`;
  if (said.team !== team || platformOf(chat) === null) return null;
  return {
    chat,
    from: `slack:${home}/${user}`,
    words,
    ...(behind !== null && { behind }),
    people: mentioned.map((id) => `slack:${team}/${id}`),
    names: keptNames(
      Object.fromEntries(
        Object.entries(called).map(([id, name]) => [id === user ? `slack:${home}/${id}` : `slack:${team}/${id}`, name]),
      ),
    ),
    language: await people.languageOf(user),
    isAdmin: async () =>
      home === team && (await people.isOurs(user)) && (!pressed || (await people.isMember(user, channel))),
    reaches: () => people.reaches(channel),
  };
}
