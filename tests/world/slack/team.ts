import { postAt } from "./chat.js";
import { createHands } from "./hands.js";
import { look, type Seen } from "./seen.js";
import { killTokens, type Channel, type Person, type Post, type State, type Workspace } from "./state.js";
import type { World } from "./world.js";

export interface TeamOptions {
  /** Its domain, and what its ids are read by. */
  name: string;
  scopes?: string[];
  editWindow?: number;
  /** The app is installed there, by a token (`team.token`); else somebody has to install it. */
  installed?: boolean;
}

/** A channel in a test's hands. */
export interface ChannelHandle {
  id: string;
  /** The posts that stand there, oldest first, answers in threads too. */
  seen(): Seen[];
  /** What only this person was shown. */
  whispers(person: { id: string }): Seen[];
  /** A person writes something; the post's `ts`. */
  write(person: { id: string }, text: string, thread?: string): string;
  post(ts: string): Post | undefined;
  state: Channel;
}

/** Makes a workspace with the app installed, its bot token alive. */
export function addTeam(world: World, { name, scopes, editWindow, installed = true }: TeamOptions) {
  const { state } = world;
  const id = state.nextId("T");
  const secret = state.nextId("X").toLowerCase();
  const token = `xoxb-${id.slice(1)}-${secret}`;
  const bot = person(state, `${name}-bot`, { bot: true });
  const team: Workspace = {
    id,
    name,
    appInstalled: installed,
    bot,
    botId: state.nextId("B"),
    scopes: new Set(scopes ?? state.app.scopes),
    people: new Map([[bot.id, bot]]),
    channels: new Map(),
    files: new Map(),
    modals: new Map(),
    homes: new Map(),
    editWindow: editWindow ?? null,
  };
  state.teams.set(id, team);
  if (installed) state.tokens.set(token, { kind: "bot", team: id, dead: null, expires: null });
  return {
    id,
    name,
    token,
    botUser: bot.id,
    botId: team.botId,
    state: team,
    /** Ends the bot's token, as an uninstall or a revocation does. */
    kill: (dead: "token_revoked" | "account_inactive") => killTokens(state, id, dead),
    /** A person, with the hands to do things in Slack. */
    addUser(name: string, traits: Partial<Omit<Person, "id" | "name">> = {}) {
      const made = person(state, name, traits);
      team.people.set(made.id, made);
      return createHands(world, team, made);
    },
    /** A channel; the bot is in it if `bot`. */
    addChannel({
      name,
      kind = "public",
      bot = false,
      archived = false,
      members = [],
    }: {
      name: string;
      kind?: "public" | "private";
      bot?: boolean;
      archived?: boolean;
      members?: { id: string }[];
    }): ChannelHandle {
      const inside = new Set([...members.map((one) => one.id), ...(bot ? [team.bot.id] : [])]);
      const id = state.nextId("C");
      const channel: Channel = { id, name, kind, archived, members: inside, posts: [], ephemerals: [] };
      team.channels.set(id, channel);
      return handle(state, channel);
    },
    /** The direct conversation of a person and the bot, once there is one. */
    direct(one: { id: string }): ChannelHandle | null {
      const channel = [...team.channels.values()].find((each) => each.kind === "im" && each.members.has(one.id));
      return channel === undefined ? null : handle(state, channel);
    },
  };
}

function person(state: State, name: string, traits: Partial<Omit<Person, "id" | "name">>): Person {
  return {
    locale: "tr-TR",
    tz: "Europe/Istanbul",
    admin: false,
    bot: false,
    deactivated: false,
    updated: Math.floor(state.now() / 1000),
    ...traits,
    id: state.nextId("U"),
    name,
  };
}

function handle(state: State, channel: Channel): ChannelHandle {
  return {
    get id() {
      return channel.id;
    },
    state: channel,
    seen: () => channel.posts.map((post) => look(channel, post)),
    whispers: (person) => channel.ephemerals.filter((one) => one.for === person.id).map((one) => look(channel, one)),
    post: (ts) => postAt(channel, ts),
    write(person, text, thread) {
      const ts = state.nextTs();
      channel.posts.push({
        ts,
        text,
        user: person.id,
        bot: null,
        blocks: null,
        metadata: null,
        thread: thread ?? null,
        broadcast: false,
        edits: 0,
        linkNames: false,
      });
      return ts;
    },
  };
}
