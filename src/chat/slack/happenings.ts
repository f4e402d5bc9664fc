import { z } from "zod";

/** What an event means for us. Channels by Slack's id. */
export type Happening =
  | { kind: "joined"; channel: string; inviter: string | null }
  | { kind: "left"; channel: string; why: string }
  | { kind: "moved"; from: string; to: string }
  | { kind: "mentioned" }
  /** Somebody looks at the app's page; `direct` is their conversation with us. */
  | { kind: "visited"; user: string; direct: string }
  | { kind: "closed"; why: string }
  /** Somebody else's coming and going. */
  | { kind: "nothing" };

interface Kind {
  /** Scopes of the bot token without which Slack does not send the event. */
  scopes: readonly string[];
  /** `me`: the user id of our bot. */
  read: (event: unknown, me: string) => Happening;
}

const nothing: Happening = { kind: "nothing" };
const inChannel = z.looseObject({ channel: z.string() });
const person = inChannel.extend({ user: z.string(), inviter: z.string().nullable().catch(null) });
const renamed = z.looseObject({ old_channel_id: z.string(), new_channel_id: z.string() });
const revoked = z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).catch([]) }) });

function leaving(why: string): Kind["read"] {
  return (event) => {
    const { data } = inChannel.safeParse(event);
    return data === undefined ? nothing : { kind: "left", channel: data.channel, why };
  };
}

const visit = z.looseObject({ user: z.string(), channel: z.string().catch(""), tab: z.literal("home") });

const both = ["channels:read", "groups:read"];

/** The events that the app subscribes to; the manifest names the same. */
export const happenings = {
  app_home_opened: {
    scopes: [],
    read(event) {
      const { data } = visit.safeParse(event);
      return data === undefined ? nothing : { kind: "visited", user: data.user, direct: data.channel };
    },
  },
  app_mention: { scopes: ["app_mentions:read"], read: () => ({ kind: "mentioned" }) },
  member_joined_channel: {
    scopes: both,
    read(event, me) {
      const { data } = person.safeParse(event);
      return data?.user === me ? { kind: "joined", channel: data.channel, inviter: data.inviter } : nothing;
    },
  },
  member_left_channel: {
    scopes: both,
    read(event, me) {
      const { data } = person.safeParse(event);
      return data?.user === me ? { kind: "left", channel: data.channel, why: "removed from the channel" } : nothing;
    },
  },
  channel_left: { scopes: ["channels:read"], read: leaving("removed from the channel") },
  group_left: { scopes: ["groups:read"], read: leaving("removed from the channel") },
  channel_archive: { scopes: ["channels:read"], read: leaving("the channel was archived") },
  group_archive: { scopes: ["groups:read"], read: leaving("the channel was archived") },
  channel_deleted: { scopes: ["channels:read"], read: leaving("the channel was deleted") },
  group_deleted: { scopes: ["groups:read"], read: leaving("the channel was deleted") },
  channel_id_changed: {
    scopes: both,
    read(event) {
      const { data } = renamed.safeParse(event);
      return data === undefined ? nothing : { kind: "moved", from: data.old_channel_id, to: data.new_channel_id };
    },
  },
  app_uninstalled: { scopes: [], read: () => ({ kind: "closed", why: "the app was removed from the workspace" }) },
  tokens_revoked: {
    scopes: [],
    read(event, me) {
      const bots = revoked.safeParse(event).data?.tokens.bot ?? [];
      return bots.includes(me) ? { kind: "closed", why: "the app's token was revoked" } : nothing;
    },
  },
} as const satisfies Record<string, Kind>;

/** Reads an event by its type; *nothing* for a type that we did not ask for. */
export function happeningOf(event: { type: string }, me: string): Happening {
  const kinds: Record<string, Kind> = happenings;
  return (Object.hasOwn(kinds, event.type) ? kinds[event.type]?.read(event, me) : undefined) ?? nothing;
}
