import type { Entity } from "./html.js";
import type { Button } from "./markup.js";
import { refuse } from "./refuse.js";

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  /** Whether the person ever wrote to the bot in private: before that the bot may not. */
  started: boolean;
  blocked: boolean;
  deactivated: boolean;
}

export interface Member {
  user: User;
  status: "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";
  /** For administrators: `can_post_messages` and the like. */
  rights: Set<string>;
  anonymous: boolean;
  /** For the restricted: what they may not, `can_send_messages` and the like. */
  withheld: Set<string>;
}

export type ChatType = "private" | "group" | "supergroup" | "channel";

export interface Topic {
  id: number;
  name: string;
  closed: boolean;
}

export interface Chat {
  id: number;
  type: ChatType;
  title: string;
  username?: string;
  /** The person of a private chat. */
  person?: User;
  forum: boolean;
  topics: Map<number, Topic>;
  members: Map<number, Member>;
  /** What members may not do here. */
  withheld: Set<string>;
  messages: Map<number, Message>;
  /** The supergroup that this group became. */
  migratedTo: Chat | null;
  deleted: boolean;
}

export interface Message {
  id: number;
  chat: Chat;
  /** Who really wrote it. */
  author: User;
  /** Who is shown to have written it; null for what is written in the name of a channel. */
  from: User | null;
  senderChat: Chat | null;
  /** Epoch milliseconds. */
  date: number;
  edits: { text: string; entities: Entity[]; at: number }[];
  text: string;
  entities: Entity[];
  photo: { fileId: string; size: number } | null;
  buttons: Button[][];
  thread: number | null;
  replyTo: number | null;
  preview: Record<string, unknown> | null;
  silent: boolean;
  /** What only some messages have, in the API's own words: `forward_origin`, `new_chat_members`, … */
  more: Record<string, unknown>;
}

export type State = ReturnType<typeof createState>;

/** Who and what exists on this Telegram. */
export function createState(bot: { name: string; username: string }) {
  let users = 0;
  let places = 0;
  let ordinary = 0;
  const people = new Map<number, User>();
  const chats = new Map<number, Chat>();
  const counters = new Map<number, number>();

  function addUser(traits: Partial<User> & { first_name: string }): User {
    users += 1;
    const user: User = {
      id: 5_100_000_000 + users * 7919,
      is_bot: false,
      started: false,
      blocked: false,
      deactivated: false,
      ...traits,
    };
    people.set(user.id, user);
    return user;
  }

  function addChat(
    type: ChatType,
    traits: { title?: string; username?: string; forum?: boolean; person?: User },
  ): Chat {
    places += 1;
    const number = 1_200_000 + places * 104_729;
    const id = traits.person?.id ?? (type === "group" ? -4_000_000_000 - number : -1_002_000_000_000 - number);
    const chat: Chat = {
      id,
      type,
      title: traits.title ?? "",
      forum: traits.forum ?? false,
      topics: new Map(),
      members: new Map(),
      withheld: new Set(),
      messages: new Map(),
      migratedTo: null,
      deleted: false,
    };
    if (traits.username !== undefined) chat.username = traits.username;
    if (traits.person !== undefined) chat.person = traits.person;
    chats.set(id, chat);
    return chat;
  }

  const named = (id: unknown): Chat | undefined =>
    typeof id === "string" && id.startsWith("@")
      ? [...chats.values()].find((one) => one.type !== "private" && `@${one.username}` === id)
      : chats.get(Number(id));

  const standing = (chat: Chat, user: User): Member =>
    chat.members.get(user.id) ?? {
      user,
      status: chat.type === "private" ? "member" : "left",
      rights: new Set(),
      anonymous: false,
      withheld: new Set(),
    };

  const self = addUser({ first_name: bot.name, username: bot.username, is_bot: true, started: true });

  return {
    bot: self,
    people,
    chats,
    addUser,
    addChat,
    /** The private chat of a person, whether or not it was started. */
    privateChat(person: User): Chat {
      return chats.get(person.id) ?? addChat("private", { person });
    },
    /** Somebody's standing in a chat, to be changed. */
    member(chat: Chat, user: User): Member {
      const member = standing(chat, user);
      chat.members.set(user.id, member);
      return member;
    },
    /** Somebody's standing in a chat, to be looked at: whoever was never there leaves no trace. */
    standing,
    /** Private chats and groups share one count of messages, supergroups and channels have their own; a forum's 1 is General. */
    addMessage(chat: Chat, message: Partial<Message> & Pick<Message, "author" | "date">): Message {
      const own = chat.type === "supergroup" || chat.type === "channel";
      const id = own ? (counters.get(chat.id) ?? (chat.forum ? 1 : 0)) + 1 : (ordinary += 1);
      if (own) counters.set(chat.id, id);
      const whole: Message = {
        id,
        chat,
        from: message.author,
        senderChat: null,
        edits: [],
        text: "",
        entities: [],
        photo: null,
        buttons: [],
        thread: null,
        replyTo: null,
        preview: null,
        silent: false,
        more: {},
        ...message,
      };
      chat.messages.set(id, whole);
      return whole;
    },
    /** What the rates know a chat by, however it is named. */
    key: (id: unknown): string => String(named(id)?.id ?? id),
    /** The chat that `chat_id` names; refuses one that the bot cannot know. */
    find(id: unknown): Chat {
      if (id === "" || id === 0) refuse(400, "chat_id is empty");
      const person = people.get(Number(id));
      if (person === self) refuse(403, "bot can't send messages to the bot");
      return named(id) ?? refuse(400, "chat not found");
    },
  };
}
