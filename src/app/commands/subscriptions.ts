import type { Ask, Reply } from "../../core/message/ask.js";
import type { Button, Message, Span } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { replacing, replyOf, textReply } from "../../core/message/reply.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { searchKey } from "../../core/text/fold.js";
import type { Store } from "../../store/store.js";
import { findTopics, listText, shownId, type Named } from "./find-topic.js";
import type { Latest } from "./stories.js";
import type { Command, Heard } from "./table.js";

interface SubscriptionParts {
  store: Pick<Store, "chats" | "topics">;
  latest: Latest;
}

/** What a chat sees of the topics: those that it may follow, and those that it does. */
interface Choice {
  topics: readonly Named[];
  followed: ReadonlySet<string>;
}

/** `/start`, `/topics`, `/subscribe`, `/unsubscribe`, and the greeting of a chat that let us in. */
export function createSubscriptions({ store, latest }: SubscriptionParts) {
  async function choiceOf(address: ChatAddress): Promise<Choice> {
    return { topics: await store.topics.seenBy(address), followed: new Set(await store.chats.topicsOf(address)) };
  }

  /** A message with the topics as buttons, each in its present state. */
  async function menu(address: ChatAddress, lines: readonly Span[][], language: Tongue, say: Say): Promise<Message> {
    const { topics, followed } = await choiceOf(address);
    const buttons = topics.map((topic): Button => {
      const follows = followed.has(topic.id);
      return {
        label: say(follows ? "topic-followed" : "topic-offered", { topic: topic.name[language] }),
        action: `${follows ? "unsubscribe" : "subscribe"} ${topic.id}`,
      };
    });
    const paragraphs = lines.map((text) => ({ type: "paragraph" as const, text }));
    return { language, preview: null, blocks: [...paragraphs, { type: "buttons", buttons }] };
  }

  function greeting(address: ChatAddress, language: Tongue, say: Say): Promise<Message> {
    const lines: Span[][] = [
      [{ type: "bold", text: say("start-hello") }],
      [{ type: "text", text: say("start-what") }],
      [{ type: "text", text: say("start-how") }],
    ];
    return menu(address, lines, language, say);
  }

  async function subscribe({ chat, reaches }: Ask, { args, language, say, now }: Heard): Promise<Reply> {
    const { topics, followed } = await choiceOf(chat);
    if (args.length === 0) return replacing(await menu(chat, [plain(say("topics-choose"))], language, say));
    const wanted = findTopics(args, topics, language, say);
    const id = await store.chats.ensure(chat, language, now);
    for (const topic of wanted) await store.chats.subscribe(id, topic.id, now);
    const names = listText(
      wanted.map(({ name }) => name[language]),
      language,
    );
    const line = plain(say("subscribed", { topics: names }));
    const isNew = wanted.some((topic) => !followed.has(topic.id));
    const shown = isNew ? await latest.messages({ chat, topics: wanted, count: 1, language }) : [];
    const lines = isNew && shown.length === 0 ? [line, plain(say("subscribed-first"))] : [line];
    if (reaches !== undefined && !(await reaches())) lines.push(plain(say("subscribed-outside")));
    return replacing(await menu(chat, lines, language, say), ...shown);
  }

  async function unsubscribe({ chat }: Ask, { args, language, say }: Heard): Promise<Reply> {
    const { topics, followed } = await choiceOf(chat);
    if (args.length === 0) return replacing(await menu(chat, [plain(say("topics-choose"))], language, say));
    const every = args.length === 1 && all.has(searchKey(args[0] ?? ""));
    const dropped = every
      ? topics.filter((topic) => followed.has(topic.id))
      : findTopics(args, topics, language, say).filter((topic) => followed.has(topic.id));
    if (dropped.length === 0) return replacing(await menu(chat, [plain(say("unsubscribed-none"))], language, say));
    for (const topic of dropped) await store.chats.unsubscribe(chat, topic.id);
    const names = listText(
      dropped.map(({ name }) => name[language]),
      language,
    );
    return replacing(await menu(chat, [plain(say("unsubscribed", { topics: names }))], language, say));
  }

  async function showTopics({ chat }: Ask, { language, say }: Heard): Promise<Reply> {
    const { topics, followed } = await choiceOf(chat);
    if (topics.length === 0) return replyOf(textReply(language, say("topics-none")));
    const items = topics.map((topic): Span[] => [
      { type: "bold", text: shownId(topic.id) },
      { type: "text", text: ` — ${topic.name[language]}` },
      ...(followed.has(topic.id) ? [{ type: "italic" as const, text: ` · ${say("topics-followed")}` }] : []),
    ]);
    const { blocks, ...message } = await menu(chat, [], language, say);
    return replacing({
      ...message,
      blocks: [
        { type: "heading", text: plain(say("topics-title")) },
        { type: "list", label: null, items, rest: null },
        ...blocks,
      ],
    });
  }

  const commands: Command[] = [
    {
      name: "start",
      who: "anyone",
      args: "",
      summary: "command-start",
      run: async ({ chat }, { language, say }) => replyOf(await greeting(chat, language, say)),
    },
    { name: "subscribe", who: "chatAdmin", args: "arguments-topic", summary: "command-subscribe", run: subscribe },
    {
      name: "unsubscribe",
      who: "chatAdmin",
      args: "arguments-topic",
      summary: "command-unsubscribe",
      run: unsubscribe,
    },
    { name: "topics", who: "anyone", args: "", summary: "command-topics", run: showTopics },
  ];
  return { commands, greeting };
}

/** What means every topic, however it is spelt. */
const all = new Set(["all", "hepsi", "tümü"].map(searchKey));

function plain(text: string): Span[] {
  return [{ type: "text", text }];
}
