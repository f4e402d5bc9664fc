import { withdrawalPost, storyPost } from "../../core/message/posts.js";
import type { Message } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { wholeList } from "../../core/message/whole-list.js";
import type { Tongue, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { chosenTopics, type Named } from "./find-topic.js";
import { furthest, pageButtons, takeNumber, takeSkip } from "./paging.js";
import type { Command } from "./table.js";

interface StoryParts {
  store: Pick<Store, "chats" | "topics" | "views">;
  words: Words;
}

/** More than this at once is no answer but a flood. */
const most = 5;

export type Latest = ReturnType<typeof createLatest>;

/** The newest stories as messages. */
export function createLatest({ store, words }: StoryParts) {
  return {
    /** The newest stories of some topics, the newest first, without the first `skip`. */
    messages: async (asked: {
      chat: ChatAddress;
      topics: readonly Named[];
      skip?: number;
      count: number;
      language: Tongue;
    }): Promise<Message[]> => {
      const { chat, skip = 0, count } = asked;
      const views = await store.views.latest(chat, { topics: asked.topics.map(({ id }) => id), skip, count });
      return views.map((view) => storyPost(view, asked.language, words));
    },
  };
}

/** `/latest`, and the whole of a list that a post shows in part. */
export function storyCommands({ store, words }: StoryParts, latest: Latest): Command[] {
  return [
    {
      name: "latest",
      who: "anyone",
      args: "arguments-latest",
      summary: "command-latest",
      async run({ chat }, { args, language, say }) {
        const { skip, rest } = takeSkip(args);
        const { number, rest: named } = takeNumber(rest);
        const count = Math.max(1, Math.min(most, number ?? 1));
        const topics = await chosenTopics(named, chat, store, language, say);
        const messages = await latest.messages({ chat, topics, skip, count: count + 1, language });
        if (messages.length === 0) return replyOf(textReply(language, say("latest-none")));
        const shown = messages.slice(0, count);
        // Ids are short and few; what was typed may be more than a button can carry.
        const ids = named.length === 0 ? [] : topics.map(({ id }) => id);
        const action = (from: number) => ["latest", ...ids, count, `@${from}`].join(" ");
        // What was shown stays: an older story stands below, as a new message.
        const page = { skip: 0, perPage: skip + count, more: messages.length > count && skip + count < furthest };
        const buttons = pageButtons(page, action, say);
        return replyOf(
          ...shown.map((message, index) =>
            index === shown.length - 1 ? { ...message, blocks: [...message.blocks, ...buttons] } : message,
          ),
        );
      },
    },
    {
      name: "more",
      who: "anyone",
      args: "",
      summary: "command-more",
      hidden: true,
      async run({ chat }, { args: [list, story], language, say }) {
        const known = story === undefined ? null : await store.views.seenIn(chat, story);
        if (known === null) throw new Refusal(say("more-gone"));
        if (known.withdrawn) return replyOf(withdrawalPost(known.view, language, words));
        const messages = wholeList(storyPost(known.view, language, words), list ?? "");
        if (messages.length === 0) throw new Refusal(say("more-gone"));
        return replyOf(...messages);
      },
    },
  ];
}
