import { createBrowser } from "./browser.js";
import { createChannelHands } from "./hands-channels.js";
import { createViewHands } from "./hands-views.js";
import {
  commandPayload,
  escaped,
  messageShortcutPayload,
  pressPayload,
  shortcutPayload,
  type Doing,
} from "./payloads.js";
import { buttonIn, seenBy, type Seen } from "./seen.js";
import { words, type Json } from "./shapes.js";
import type { Channel, Person, Post, Workspace } from "./state.js";
import { watch, type Answered, type Patience } from "./watch.js";
import type { World } from "./world.js";

type Place = { id: string };

const told = { kind: "taken", answer: undefined } as const;

/**
 * A person's hands: what Slack would let them do, with the app hearing of it as it would from Slack; what Slack would not let them
 * do throws. What is answered resolves with what the person sees, once one answer is there (`answers` says how many; 0 waits only
 * until the app took it).
 */
export function createHands(world: World, team: Workspace, person: Person) {
  const { state, way, events, responses } = world;

  function known({ id }: Place): Channel {
    const channel = team.channels.get(id);
    if (person.deactivated) throw new Error(`${person.name} is deactivated`);
    const visible = channel !== undefined && (channel.kind === "public" || channel.members.has(person.id));
    if (!visible) throw new Error(`${person.name} sees no channel ${id}`);
    return channel;
  }

  /** A channel in which this person may write. */
  function inside(place: Place): Doing {
    const channel = known(place);
    if (!channel.members.has(person.id)) throw new Error(`${person.name} is not in #${channel.name}`);
    if (channel.archived) throw new Error(`#${channel.name} is archived`);
    return { team, person, channel };
  }

  function installed(): void {
    if (!team.appInstalled) throw new Error("the app is not installed here");
  }

  function write({ channel }: Doing, text: string, thread: string | null): Post {
    const from = { user: person.id, bot: null, blocks: null, metadata: null };
    const post = { ...from, ts: state.nextTs(), text, thread, broadcast: false, edits: 0, linkNames: false };
    channel.posts.push(post);
    return post;
  }

  const hands = {
    id: person.id,
    /** What Slack knows of the person. */
    state: person,

    /** What this person sees in a channel: posts, and what is whispered to them. */
    reads: (place: Place): Seen[] => seenBy(person, known(place)),

    /** Types a slash command. */
    async slash(place: Place, command: string, text: string, patience?: Patience): Promise<Answered> {
      installed();
      if (!team.scopes.has("commands")) throw new Error(`${command} is not a valid command`);
      const doing = inside(place);
      const looks = watch(team, person, doing.channel);
      const payload = commandPayload(world, doing, command, text);
      const taken = await way("slash_commands", payload, null);
      const message = taken.kind === "taken" ? (taken.answer as Json | undefined) : undefined;
      const says = message !== undefined && message !== null && message !== "" && words(message) !== "{}";
      const refused = says ? responses.acknowledge({ team, channel: doing.channel, user: person.id }, message) : null;
      const answered = await looks(taken, patience);
      return refused === null ? answered : { ...answered, failure: refused };
    },

    /** Presses a button, by its words or action_id, under a message that this person sees. */
    async presses(message: Seen, button: string, patience?: Patience): Promise<Answered & { opened: string | null }> {
      installed();
      const channel = known({ id: message.channel });
      const stands = seenBy(person, channel).some(({ post }) => post === message.post);
      if (!stands) throw new Error(`${person.name} does not see that message`);
      if (channel.archived) throw new Error(`#${channel.name} is archived`);
      const found = buttonIn(message.post.blocks ?? [], button);
      if (found === null) throw new Error(`no button "${button}"`);
      const looks = watch(team, person, channel);
      const payload = pressPayload(world, { team, person, channel }, message.post, found);
      const opened = typeof found.element["url"] === "string" ? found.element["url"] : null;
      const answers = opened === null ? {} : { answers: 0 };
      const answered = await looks(await way("interactive", payload, null), { ...answers, ...patience });
      return { ...answered, opened };
    },

    /** Writes a message that begins with the bot's name. */
    async mentions(place: Place, text: string, { thread, ...patience }: Patience & { thread?: string } = {}) {
      const doing = inside(place);
      const { channel } = doing;
      const looks = watch(team, person, channel);
      const post = write(doing, `<@${team.bot.id}> ${escaped(text)}`, thread ?? null);
      const heard = team.appInstalled && channel.kind !== "im" && channel.members.has(team.bot.id);
      const { ts } = post;
      const inThread = post.thread === null ? {} : { thread_ts: post.thread };
      const said = { user: person.id, text: post.text, ts, team: team.id, channel: channel.id, event_ts: ts };
      const event = heard ? events.tell(team, { type: "app_mention", ...said, ...inThread }) : null;
      await event?.first;
      return looks(told, event === null ? { answers: 0 } : patience);
    },

    /** Picks a shortcut: of the message's menu, or from everywhere. */
    async shortcut(id: string, message?: Seen, patience?: Patience): Promise<Answered> {
      installed();
      const channel = message === undefined ? null : known({ id: message.channel });
      const looks = watch(team, person, channel);
      const payload =
        message === undefined || channel === null
          ? shortcutPayload(world, { team, person }, id)
          : messageShortcutPayload(world, { team, person, channel }, message.post, id);
      return looks(await way("interactive", payload, null), patience);
    },
  };
  return {
    ...hands,
    ...createChannelHands(world, team, person, { known, inside }),
    ...createViewHands(world, team, person, installed),
    /** The person's browser. */
    browser: createBrowser(world, team, person),
  };
}
