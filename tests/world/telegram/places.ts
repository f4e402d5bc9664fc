import { usualRights } from "./membership.js";
import type { Chat, Topic, User } from "./state.js";
import { messagesOf, type Shown } from "./view.js";
import { tell } from "./heard.js";
import type { World } from "./world.js";

/** A chat of this Telegram and what its administrators may do with it. */
export interface Place {
  id: number;
  /** What stands there now, oldest first. */
  messages(): Shown[];
  /** Opens a forum topic. */
  topic(name: string): Topic;
  closeTopic(topic: Topic): void;
  deleteTopic(topic: Topic): void;
  /** Takes rights such as `can_send_messages` from all members, or gives them back. */
  withhold(...rights: string[]): void;
  /** Takes rights from the bot alone. */
  restrictBot(...rights: string[]): void;
  /** Turns a group into a supergroup, which it returns. */
  migrate(): Place;
  delete(): void;
}

/** A title, the one who made it, and whether the bot was there before the test began; channels have bots as administrators only. */
export interface PlaceTraits {
  title?: string;
  username?: string;
  owner?: User;
  bot?: "absent" | "member" | "administrator";
}

/** What can be done with a chat. */
export function placeOf(world: World, chat: Chat): Place {
  const { state, clock } = world;
  return {
    id: chat.id,
    messages: () => messagesOf(state, chat),
    topic(name) {
      if (!chat.forum) throw new Error("only forums have topics");
      const owner = [...chat.members.values()].find((member) => member.status === "creator")?.user ?? state.bot;
      const message = state.addMessage(chat, {
        author: owner,
        date: clock(),
        more: { forum_topic_created: { name, icon_color: 7322096 } },
      });
      message.thread = message.id;
      const topic = { id: message.id, name, closed: false };
      chat.topics.set(topic.id, topic);
      return topic;
    },
    closeTopic(topic) {
      topic.closed = true;
    },
    deleteTopic(topic) {
      chat.topics.delete(topic.id);
      for (const message of chat.messages.values()) if (message.thread === topic.id) chat.messages.delete(message.id);
    },
    withhold(...rights) {
      chat.withheld = new Set(rights);
    },
    restrictBot(...rights) {
      const self = state.member(chat, state.bot);
      self.status = rights.length === 0 ? "member" : "restricted";
      self.withheld = new Set(rights);
    },
    migrate: () => migrate(world, chat),
    delete() {
      chat.deleted = true;
    },
  };
}

/** Makes a group, supergroup, forum or channel. */
export function createPlace(
  world: World,
  type: "group" | "supergroup" | "forum" | "channel",
  { title = "Saha", username, owner, bot }: PlaceTraits,
): Place {
  const { state } = world;
  const chat = state.addChat(type === "forum" ? "supergroup" : type, {
    title,
    forum: type === "forum",
    ...(username === undefined ? {} : { username }),
  });
  const creator = owner ?? state.addUser({ first_name: "Kurucu" });
  state.member(chat, creator).status = "creator";
  const standing = bot ?? (type === "channel" ? "administrator" : "member");
  if (type === "channel" && standing === "member") throw new Error("a channel has bots as administrators only");
  if (standing !== "absent") {
    const self = state.member(chat, state.bot);
    self.status = standing;
    if (standing === "administrator") self.rights = new Set(usualRights);
  }
  return placeOf(world, chat);
}

function migrate(world: World, chat: Chat): Place {
  const { state, clock } = world;
  if (chat.type !== "group" || chat.migratedTo !== null) throw new Error("only a group becomes a supergroup");
  const next = state.addChat("supergroup", { title: chat.title });
  for (const [id, member] of chat.members) next.members.set(id, member);
  const author = [...chat.members.values()].find((member) => member.status === "creator")?.user ?? state.bot;
  const there = state.addMessage(chat, { author, date: clock(), more: { migrate_to_chat_id: next.id } });
  const here = state.addMessage(next, { author, date: clock(), more: { migrate_from_chat_id: chat.id } });
  chat.migratedTo = next;
  tell(world, there);
  tell(world, here);
  return placeOf(world, next);
}
