import { marked, tell } from "./heard.js";
import { menuFor } from "./menu.js";
import { announceJoin, announceLeave, change, usualRights } from "./membership.js";
import { type Place, placeOf } from "./places.js";
import { isAdministrator, isIn } from "./standing.js";
import type { Chat, Message, User } from "./state.js";
import { behind, type Shown, shown } from "./view.js";
import { chatWire, messageWire, seconds, userWire } from "./wire.js";
import type { Query, World } from "./world.js";

export type PersonTraits = Partial<Pick<User, "first_name" | "last_name" | "username" | "language_code" | "started">>;

interface SayOptions {
  replyTo?: Shown;
  thread?: number;
}

/**
 * Makes a person, who has not started the bot unless `started` says so. Their hands do what the app would let them do, and the
 * bot hears of it as it would from Telegram; what the app would not let them do throws.
 */
export function createPerson(world: World, { first_name = "Ayşe", ...traits }: PersonTraits) {
  const { state, updates, clock } = world;
  const user = state.addUser({ first_name, ...traits });
  const own = state.privateChat(user);
  if (user.started) state.member(own, state.bot).status = "member";
  const chatOf = (place: Pick<Place, "id">): Chat => {
    const chat = state.chats.get(place.id);
    if (chat === undefined) throw new Error(`there is no chat ${place.id}`);
    return chat;
  };
  const led = (place: Pick<Place, "id">): Chat => {
    const chat = chatOf(place);
    if (!isAdministrator(state.standing(chat, user))) throw new Error(`${first_name} leads nothing in "${chat.title}"`);
    return chat;
  };
  const joined = (place: Pick<Place, "id">): Chat => {
    const chat = chatOf(place);
    if (chat === own) {
      if (user.blocked) person.unblocks();
      user.started = true;
      state.member(own, state.bot).status = "member";
      return chat;
    }
    if (chat.type === "channel") return led(place);
    if (!isIn(state.standing(chat, user))) throw new Error(`${first_name} is not in "${chat.title}"`);
    return chat;
  };
  const write = (chat: Chat, text: string, more: Partial<Message>): Shown => {
    const post = chat.type === "channel" ? { from: null, senderChat: chat } : {};
    const said = { author: user, date: clock(), text, entities: marked(text) };
    const message = state.addMessage(chat, { ...said, ...post, ...more });
    tell(world, message);
    return shown(state, message);
  };
  const says = (place: Pick<Place, "id">, text: string, { replyTo, thread }: SayOptions = {}): Shown =>
    write(joined(place), text, { replyTo: replyTo?.id ?? null, thread: thread ?? replyTo?.thread ?? null });

  const person = {
    id: user.id,
    user,
    /** The private chat with the bot. */
    chat: placeOf(world, own),
    says,
    /** Presses Start in the private chat, perhaps by a link that carries `payload`. */
    starts: (payload = "") => says(own, payload === "" ? "/start" : `/start ${payload}`),
    /** The commands that the app offers there. */
    menu: (place: Pick<Place, "id">) => menuFor(world, chatOf(place), user),
    /** Writes into a channel that this person leads. */
    posts: says,
    /** Writes as "the group", as administrators may. */
    saysAnonymously(place: Pick<Place, "id">, text: string): Shown {
      const chat = led(place);
      const from = { ...user, id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
      delete from.language_code;
      delete from.last_name;
      return write(chat, text, { from, senderChat: chat });
    },
    /** Forwards a message; who wrote it stays visible. */
    forwards(message: Shown, to: Pick<Place, "id">): Shown {
      const { chat, from, id, date, text } = behind(state, message);
      const origin =
        from === null
          ? { type: "channel", date: seconds(date), chat: chatWire(chat), message_id: id }
          : { type: "user", date: seconds(date), sender_user: userWire(from) };
      return write(joined(to), text, { more: { forward_origin: origin } });
    },
    /** Changes a message of their own, or as leader of a channel one of its posts. */
    edits(message: Shown, text: string): Shown {
      const known = behind(state, message);
      if (known.author !== user) throw new Error(`${first_name} did not write that`);
      known.edits.push({ text: known.text, entities: known.entities, at: clock() });
      Object.assign(known, { text, entities: marked(text) });
      tell(world, known, true);
      return shown(state, known);
    },
    /** Presses a button that calls back; the returned query shows what the bot answered. */
    presses(message: Shown, text: string): Query & { id: string } {
      const known = behind(state, message);
      const button = known.buttons.flat().find((one) => one.text === text);
      if (button?.callback_data === undefined) throw new Error(`no button "${text}" that calls back`);
      const id = `${4_300_000_000 + world.queries.size}`;
      const query = { id, at: clock(), person: user, answer: null };
      world.queries.set(id, query);
      updates.push("callback_query", {
        id,
        from: userWire(user),
        message: messageWire(known),
        chat_instance: String(known.chat.id * 31),
        data: button.callback_data,
      });
      return query;
    },
    blocks() {
      change(world, own, user, state.bot, { status: "kicked" });
      user.blocked = true;
    },
    unblocks() {
      user.blocked = false;
      change(world, own, user, state.bot, { status: "member" });
    },
    /** Deletes the account. */
    deactivates() {
      user.deactivated = true;
    },
    joins(place: Pick<Place, "id">) {
      const chat = chatOf(place);
      change(world, chat, user, user, { status: "member" });
      announceJoin(world, chat, user, user);
    },
    leaves(place: Pick<Place, "id">) {
      const chat = chatOf(place);
      change(world, chat, user, user, { status: "left", rights: new Set() });
      announceLeave(world, chat, user, user);
    },
    /** Makes somebody an administrator of a chat that this person leads. */
    promotes(who: { user: User }, place: Pick<Place, "id">) {
      change(world, led(place), user, who.user, { status: "administrator", rights: new Set(usualRights) });
    },
    addsBot(place: Pick<Place, "id">) {
      const chat = joined(place);
      if (chat.type === "channel") return person.promotesBot(place);
      change(world, chat, user, state.bot, { status: "member", rights: new Set(), withheld: new Set() });
      announceJoin(world, chat, user, state.bot);
    },
    /** Makes the bot an administrator, in channels adding it at once. */
    promotesBot(place: Pick<Place, "id">, rights: string[] = usualRights) {
      change(world, led(place), user, state.bot, { status: "administrator", rights: new Set(rights) });
    },
    demotesBot(place: Pick<Place, "id">) {
      const chat = led(place);
      const status = chat.type === "channel" ? "left" : "member";
      change(world, chat, user, state.bot, { status, rights: new Set() });
    },
    removesBot(place: Pick<Place, "id">) {
      const chat = led(place);
      change(world, chat, user, state.bot, { status: "kicked", rights: new Set() });
      announceLeave(world, chat, user, state.bot);
    },
  };
  return person;
}
