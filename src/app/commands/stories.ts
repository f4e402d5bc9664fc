import { withdrawalPost, storyPost } from "../../core/message/posts.js";
import type { Message } from "../../core/message/message.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { wholeList } from "../../core/message/whole-list.js";
import type { Tongue, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { findTopics, type Named } from "./find-topic.js";
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
    /** The newest stories of some topics, the newest first. */
    messages: async (asked: { topics: readonly Named[]; count: number; language: Tongue }): Promise<Message[]> => {
      const ids = asked.topics.map(({ id }) => id);
      const views = await store.views.latest(ids, asked.count);
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
        const last = args.at(-1) ?? "";
        const isCounted = /^\d+$/u.test(last);
        const count = isCounted ? Math.max(1, Math.min(most, Number(last))) : 1;
        const named = isCounted ? args.slice(0, -1) : args;
        const topics = await store.topics.seenBy(chat);
        const followed = new Set(await store.chats.topicsOf(chat));
        const own = topics.filter(({ id }) => followed.has(id));
        const usual = own.length > 0 ? own : topics;
        const wanted = named.length === 0 ? usual : findTopics(named, topics, language, say);
        const messages = await latest.messages({ topics: wanted, count, language });
        return replyOf(...(messages.length > 0 ? messages : [textReply(language, say("latest-none"))]));
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
