import { randomBytes } from "node:crypto";
import { z } from "zod";
import { impossible } from "../../core/impossible.js";
import type { Ask, Reply } from "../../core/message/ask.js";
import { calledText } from "../../core/message/called.js";
import type { Block } from "../../core/message/message.js";
import { replacing, replyOf, textReply } from "../../core/message/reply.js";
import { Refusal } from "../../core/refusal.js";
import { changeSchema, type Change } from "../../store/changes.js";
import type { Names } from "../../store/names.js";
import type { Store } from "../../store/store.js";
import { shownId, type Named } from "./find-topic.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface ChangeParts {
  store: Pick<Store, "audit" | "confirmations" | "chats" | "names" | "topics">;
}

/** What a yes does. `owner`: the chat (its id) whose own topic it concerns; null for what is everybody's. */
const actionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("change"), change: changeSchema, owner: z.string().nullable() }),
  z.object({ kind: z.literal("broadcast"), text: z.string() }),
]);
type Action = z.output<typeof actionSchema>;

/** A question waits for its yes so long, in ms. */
const patience = 10 * 60_000;

export type Changes = ReturnType<typeof createChanges>;

/** All that commands change goes through here: rights, the question where one is needed, the change with its line in the book. */
export function createChanges({ store }: ChangeParts) {
  /** Refuses who may not change a topic of this owner. A chat's own topics are seen by nobody but that chat's administrators. */
  async function demand(owner: string | null, { say, isTellalAdmin }: Heard): Promise<void> {
    if (owner === null && !(await isTellalAdmin())) throw new Refusal(say("not-admin-topic"));
  }

  async function make(change: Change, owner: string | null, ask: Ask, heard: Heard): Promise<string[]> {
    const { say, now } = heard;
    // The name of a topic that is about to go is known only before.
    await store.names.note(ask.names ?? {}, now);
    const known = await knownBy(store, [change]);
    if (!(await store.audit.change({ who: ask.from, owner }, change, now))) throw new Refusal(say("change-overtaken"));
    const text = say("changed", { change: changeText(change, heard, known) });
    return [text, say("change-undo", { command: `${prefixOf(ask.chat)}audit undo` })];
  }

  async function act(action: Action, ask: Ask, heard: Heard): Promise<string[]> {
    switch (action.kind) {
      case "change":
        return make(action.change, action.owner, ask, heard);
      case "broadcast": {
        const count = await store.audit.broadcast({ who: ask.from, owner: null }, action.text, heard.now);
        return [heard.say("broadcast-owed", { count })];
      }
      default:
        return impossible(action);
    }
  }

  /** Rights may have gone since the question was asked. */
  async function mayStill(action: Action, ask: Ask, { isTellalAdmin }: Heard): Promise<boolean> {
    if (await isTellalAdmin()) return true;
    if (action.kind !== "change" || action.owner === null) return false;
    return (await store.chats.find(ask.chat))?.id === action.owner && ask.isAdmin();
  }

  /** Makes a change at once. */
  async function now(change: Change, owner: string | null, ask: Ask, heard: Heard): Promise<Reply> {
    return replyOf(textReply(heard.language, ...(await make(change, owner, ask, heard))));
  }

  /** Shows what a yes would do, with a button for it, for this asker in this chat, once, for ten minutes. */
  async function question(action: Action, blocks: Block[], ask: Ask, heard: Heard): Promise<Reply> {
    const { say, language } = heard;
    const token = randomBytes(12).toString("base64url");
    await store.confirmations.ask(token, { who: ask.from, chat: ask.chat }, action, heard.now + patience, heard.now);
    const buttons = [
      { label: say("confirm-yes"), action: `confirm ${token}` },
      { label: say("confirm-no"), action: `cancel ${token}` },
    ];
    return replyOf({ language, preview: null, blocks: [...blocks, { type: "buttons", buttons }] });
  }

  async function taken(ask: Ask, { args: [token = ""], say, now }: Heard): Promise<Action> {
    const { chat, from } = ask;
    const own = await store.confirmations.take(token, { who: from, chat }, now);
    // A channel, and a group whose administrator stays unnamed, asked in its own name: who administers it answers for it.
    const itself = chat.split("/", 1)[0] ?? chat;
    const isTheirs = own === null && itself !== from && (await ask.isAdmin());
    const kept = isTheirs ? await store.confirmations.take(token, { who: itself, chat }, now) : own;
    if (kept === null) throw new Refusal(say("confirm-gone"));
    return actionSchema.parse(kept);
  }

  const hidden = { who: "anyone", args: "", hidden: true } as const;
  const commands: Command[] = [
    {
      ...hidden,
      name: "confirm",
      summary: "command-confirm",
      async run(ask, heard) {
        const action = await taken(ask, heard);
        if (!(await mayStill(action, ask, heard))) throw new Refusal(heard.say("not-admin"));
        return replacing(textReply(heard.language, ...(await act(action, ask, heard))));
      },
    },
    {
      ...hidden,
      name: "cancel",
      summary: "command-cancel",
      async run(ask, heard) {
        await taken(ask, heard);
        return replacing(textReply(heard.language, heard.say("confirm-cancelled")));
      },
    },
  ];
  return { demand, now, question, commands };
}

/** How what changes speak of is called. */
export interface KnownNames {
  topics: readonly Named[];
  names: Names;
}

/** The names of all that some changes speak of, and of other people. */
export async function knownBy(
  store: Pick<Store, "names" | "topics">,
  changes: readonly Change[],
  people: readonly string[] = [],
): Promise<KnownNames> {
  const admins = changes.flatMap((change) => ("admin" in change ? [change.admin] : []));
  return { topics: await store.topics.list(), names: await store.names.of([...new Set([...admins, ...people])]) };
}

/** A change in one sentence, for who made it and for the book. A topic that is gone is told by its id. */
export function changeText(
  change: Change,
  { say, language }: Pick<Heard, "say" | "language">,
  { topics, names }: KnownNames,
): string {
  switch (change.kind) {
    case "keyword-add":
    case "keyword-remove":
      return say(`change-${change.kind}`, {
        topic: topics.find(({ id }) => id === change.topic)?.name[language] ?? shownId(change.topic),
        text: change.text,
      });
    case "topic-add":
    case "topic-remove":
      return say(`change-${change.kind}`, { topic: change.topic.name[language], id: shownId(change.topic.id) });
    case "topic-rename": {
      const [from, to] = [change.from, change.to].map(({ tr, en }) => (tr === en ? tr : `${tr} | ${en}`));
      return say("change-topic-rename", { topic: shownId(change.topic), from: from ?? "", to: to ?? "" });
    }
    case "feed-add":
    case "feed-remove":
      return say(`change-${change.kind}`, { feed: change.feed.id, url: change.feed.url });
    case "feed-pause":
    case "feed-resume":
      return say(`change-${change.kind}`, { feed: change.feed });
    case "admin-add":
    case "admin-remove":
      return say(`change-${change.kind}`, { admin: calledText(change.admin, names) });
    case "broadcast":
      return say("change-broadcast", { count: change.chats, text: change.text });
    default:
      return impossible(change);
  }
}
