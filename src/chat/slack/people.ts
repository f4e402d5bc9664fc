import { z } from "zod";
import type { Tongue } from "../../core/message/words.js";
import type { SlackClient } from "./client.js";
import { failureOf } from "./failure.js";

const answer = z.looseObject({
  user: z.looseObject({
    team_id: z.string().catch(""),
    deleted: z.boolean().catch(false),
    is_stranger: z.boolean().catch(false),
    locale: z.string().catch(""),
    enterprise_user: z.looseObject({ teams: z.array(z.string()).catch([]) }).catch({ teams: [] }),
  }),
});

const members = z.looseObject({
  members: z.array(z.string()),
  response_metadata: z.looseObject({ next_cursor: z.string().catch("") }).catch({ next_cursor: "" }),
});

interface Profile {
  /** Of this workspace and not deactivated. */
  ours: boolean;
  language: Tongue | null;
}

const channels = z.looseObject({
  channels: z.array(z.looseObject({ id: z.string(), name: z.string().catch("") })),
  response_metadata: z.looseObject({ next_cursor: z.string().catch("") }).catch({ next_cursor: "" }),
});

/** How long a profile is believed, in ms; how many are kept. */
const memory = 10 * 60_000;
const most = 5_000;
/** Ten thousand members: a button in a larger channel is for `ADMINS`. */
const mostPages = 10;

/** Codes that say that the person or the channel is none that we can see. */
const unseen = new Set(["user_not_found", "user_not_visible", "channel_not_found", "not_in_channel"]);

/** The people of one workspace, asked of Slack and remembered for ten minutes. */
export function createPeople({ client, team, clock }: { client: SlackClient; team: string; clock: () => number }) {
  const known = new Map<string, { at: number; profile: Profile }>();

  async function profileOf(user: string): Promise<Profile> {
    const now = clock();
    const kept = known.get(user);
    if (kept !== undefined && now - kept.at < memory) return kept.profile;
    if (known.size >= most) known.clear();
    const profile =
      (await seen(() => client.call("users.info", { user, include_locale: true }).then(read))) ?? stranger;
    known.set(user, { at: now, profile });
    return profile;
  }

  function read(heard: unknown): Profile {
    const { user } = answer.parse(heard);
    const home = user.team_id === team || user.enterprise_user.teams.includes(team);
    return { ours: home && !user.deleted && !user.is_stranger, language: tongueOf(user.locale) };
  }

  return {
    /** The language that somebody set in Slack, if it is one of ours; null also if Slack does not say. */
    async languageOf(user: string): Promise<Tongue | null> {
      try {
        return (await profileOf(user)).language;
      } catch {
        return null;
      }
    },

    /** Whether somebody belongs to this workspace and is active. Rejects if Slack does not say. */
    isOurs: async (user: string): Promise<boolean> => (await profileOf(user)).ours,

    /** The public channels that somebody is in, and the private ones among them in which we are too; a thousand at most. */
    async channelsOf(user: string): Promise<{ id: string; name: string }[]> {
      const asked = { user, types: "public_channel,private_channel", exclude_archived: true, limit: 200 };
      const found: { id: string; name: string }[] = [];
      let cursor = "";
      for (let count = 0; count < mostPages / 2; count += 1) {
        const next = cursor === "" ? {} : { cursor };
        const page = channels.parse(await client.call("users.conversations", { ...asked, ...next }));
        found.push(...page.channels);
        cursor = page.response_metadata.next_cursor;
        if (cursor === "") break;
      }
      return found;
    },

    /** Whether we can post to a channel: a public one is joined, of a private one in which we are not Slack tells us nothing. */
    async reaches(channel: string): Promise<boolean> {
      try {
        return (await seen(() => client.call("conversations.info", { channel }))) !== null;
      } catch {
        return true;
      }
    },

    /** Whether somebody is in a channel. Rejects if Slack does not say. */
    async isMember(user: string, channel: string): Promise<boolean> {
      // A conversation of two: who presses a button there is one of them.
      if (channel.startsWith("D")) return true;
      let cursor = "";
      for (let count = 0; count < mostPages; count += 1) {
        const next = cursor === "" ? {} : { cursor };
        const heard = await seen(() => client.call("conversations.members", { channel, limit: 1_000, ...next }));
        if (heard === null) return false;
        const page = members.parse(heard);
        if (page.members.includes(user)) return true;
        cursor = page.response_metadata.next_cursor;
        if (cursor === "") return false;
      }
      return false;
    },
  };
}

const stranger: Profile = { ours: false, language: null };

function tongueOf(locale: string): Tongue | null {
  const language = locale.slice(0, 2);
  return language === "tr" || language === "en" ? language : null;
}

/** The answer, or null where Slack says that there is nothing for us to see. */
async function seen<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === "platform" && unseen.has(failure.code)) return null;
    throw error;
  }
}
