import type { Event } from "./events.js";
import type { Doing } from "./payloads.js";
import { killTokens, type Channel, type Person, type Workspace } from "./state.js";
import { watch, type Answered, type Patience } from "./watch.js";
import type { World } from "./world.js";

type Place = { id: string };

const taken = { kind: "taken", answer: undefined } as const;

/** The rights that a person has in a channel. */
interface Reach {
  known: (place: Place) => Channel;
  inside: (place: Place) => Doing;
}

/** What a person does to channels, and to the app in them. */
export function createChannelHands(world: World, team: Workspace, person: Person, { known, inside }: Reach) {
  const { state, events } = world;
  const kindOf = ({ kind }: Channel) => (kind === "private" ? "group" : "channel");
  const member = (channel: Channel) => channel.members.has(team.bot.id);

  async function tell(channel: Channel, event: Event, patience: Patience = {}): Promise<Answered> {
    const looks = watch(team, person, channel);
    await events.tell(team, event)?.first;
    return looks(taken, { answers: 0, ...patience });
  }

  function leading(): void {
    if (!person.admin) throw new Error(`${person.name} is no admin of the workspace`);
  }

  const move = (type: string, channel: Channel, more: Record<string, string> = {}): Event => ({
    type,
    user: person.id,
    channel: channel.id,
    channel_type: channel.kind === "private" ? "G" : "C",
    team: team.id,
    ...more,
  });

  return {
    /** Invites the bot. */
    async invites(place: Place, patience?: Patience): Promise<Answered> {
      const { channel } = inside(place);
      if (!team.appInstalled) throw new Error("the app is not installed here");
      if (member(channel)) throw new Error("the bot is already in the channel");
      channel.members.add(team.bot.id);
      return tell(channel, move("member_joined_channel", channel, { user: team.bot.id, inviter: person.id }), patience);
    },
    /** Puts the bot out. */
    async removes(place: Place): Promise<void> {
      const { channel } = inside(place);
      if (!channel.members.delete(team.bot.id)) throw new Error("the bot is not in the channel");
      await tell(channel, { type: `${kindOf(channel)}_left`, channel: channel.id, actor_id: person.id });
    },
    /** Goes into a public channel. */
    async joins(place: Place): Promise<void> {
      const channel = known(place);
      if (channel.archived) throw new Error(`#${channel.name} is archived`);
      channel.members.add(person.id);
      if (member(channel)) await tell(channel, move("member_joined_channel", channel));
    },
    async leaves(place: Place): Promise<void> {
      const { channel } = inside(place);
      channel.members.delete(person.id);
      if (member(channel)) await tell(channel, move("member_left_channel", channel));
    },
    async archives(place: Place): Promise<void> {
      const { channel } = inside(place);
      channel.archived = true;
      if (channel.kind === "private" && !member(channel)) return;
      await tell(channel, { type: `${kindOf(channel)}_archive`, channel: channel.id, user: person.id });
    },
    async unarchives(place: Place): Promise<void> {
      const channel = known(place);
      channel.archived = false;
      if (channel.kind === "private" && !member(channel)) return;
      await tell(channel, { type: `${kindOf(channel)}_unarchive`, channel: channel.id, user: person.id });
    },
    /** Deletes a channel for ever; admins only. */
    async deletes(place: Place): Promise<void> {
      leading();
      const channel = known(place);
      team.channels.delete(channel.id);
      if (channel.kind === "private" && !member(channel)) return;
      await tell(channel, { type: `${kindOf(channel)}_deleted`, channel: channel.id, actor_id: person.id });
    },
    /** Gives a channel another id, as Slack does when it is shared or moved; the new one. */
    async changesId(place: Place): Promise<Place> {
      leading();
      const channel = known(place);
      const old = channel.id;
      team.channels.delete(old);
      channel.id = state.nextId("C");
      team.channels.set(channel.id, channel);
      const event = { type: "channel_id_changed", old_channel_id: old, new_channel_id: channel.id };
      if (member(channel)) await tell(channel, event);
      return { id: channel.id };
    },
    /** Removes the app from the workspace; admins only. Its token is dead from now on. */
    async uninstalls(): Promise<void> {
      leading();
      if (!team.appInstalled) throw new Error("the app is not installed here");
      killTokens(state, team.id, "account_inactive");
      team.appInstalled = false;
      for (const channel of team.channels.values()) channel.members.delete(team.bot.id);
      // Slack promises no order of the two.
      const revoked = events.tell(team, { type: "tokens_revoked", tokens: { oauth: [], bot: [team.bot.id] } });
      const uninstalled = events.tell(team, { type: "app_uninstalled" });
      await Promise.all([revoked?.first, uninstalled?.first]);
    },
  };
}
