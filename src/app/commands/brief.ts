import type { Brief } from "../../core/brief/schema.js";
import { searchedFields } from "../../core/brief/searched.js";
import { hostOf } from "../../core/host.js";
import { impossible } from "../../core/impossible.js";
import { createMatcher } from "../../core/match/matcher.js";
import type { Message } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { storyPost, withdrawalPost } from "../../core/message/posts.js";
import { replyOf } from "../../core/message/reply.js";
import type { StoryView } from "../../core/message/view.js";
import type { Say, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Article } from "../../core/story.js";
import { namesOf } from "../../feeds/items.js";
import type { ArticleOutcome, Feeds } from "../../feeds/outcome.js";
import type { Store } from "../../store/store.js";
import { createAllowance } from "../allowance.js";
import { feedOf, itemAt, readLink } from "./links.js";
import { prefixOf, type Command, type Heard } from "./table.js";

/** What reads a page and finds out what is in it. */
export interface PageReading {
  feeds: Pick<Feeds, "article">;
  brief: (article: Article) => Brief;
}

interface BriefParts extends PageReading {
  store: Pick<Store, "feeds" | "items" | "topics" | "views">;
  words: Words;
}

/** Reading a page costs its site and us something: so many for one person in so many ms. */
const pages = { count: 5, span: 10 * 60_000 };

/** `/brief`: the brief of a story by its address. A story that we know is answered from the store, any other is read from its page. */
export function briefCommands({ store, words, feeds, brief }: BriefParts): Command[] {
  const take = createAllowance(pages);

  async function known(chat: ChatAddress, link: string, { language }: Heard): Promise<Message | null> {
    const item = await itemAt(link, store);
    const story = item === undefined ? null : await store.views.seenIn(chat, item.id);
    if (story === null) return null;
    return story.withdrawn ? withdrawalPost(story.view, language, words) : storyPost(story.view, language, words);
  }

  /** The topics of a story that nobody recorded, as far as the chat may see them. */
  async function topicsOf(chat: ChatAddress, told: Brief): Promise<StoryView["topics"]> {
    const seen = new Set((await store.topics.seenBy(chat)).map(({ id }) => id));
    const topics = (await store.topics.list()).filter(({ id }) => seen.has(id));
    const hit = new Set(
      createMatcher(topics, () => {})
        .match(searchedFields(told))
        .map(({ topic }) => topic),
    );
    return topics.filter(({ id }) => hit.has(id)).map(({ id, name }) => ({ id, name }));
  }

  async function read(chat: ChatAddress, from: string, link: string, { language, say, now }: Heard): Promise<Message> {
    const feed = await feedOf(link, store);
    if (feed === undefined) throw new Refusal(say("brief-foreign"));
    const wait = take(from, now);
    if (wait > 0) throw new Refusal(say("brief-often", { minutes: Math.ceil(wait / 60_000) }));
    const outcome = await feeds.article(link, language, now);
    if (outcome.kind !== "read") throw new Refusal(failureText(outcome, say));
    const { article } = outcome;
    const told = brief(article);
    const view: StoryView = {
      id: namesOf(link).at(-1) ?? link,
      link: article.link ?? link,
      source: feed.kind === "aa" ? "AA" : hostOf(link),
      language: article.language,
      published: article.published,
      updated: article.updated,
      partial: false,
      version: 1,
      brief: told,
      topics: await topicsOf(chat, told),
    };
    const { blocks, ...post } = storyPost(view, language, words);
    // Whoever asks for the whole of a list asks the store, which does not know this story.
    const whole = blocks.map((block) => (block.type === "list" ? { ...block, rest: null } : block));
    return { ...post, blocks: [...whole, { type: "paragraph", text: [{ type: "italic", text: say("brief-asked") }] }] };
  }

  return [
    {
      name: "brief",
      who: "anyone",
      args: "arguments-link",
      summary: "command-brief",
      async run({ chat, from }, heard) {
        const link = readLink(heard.args);
        if (link === null) throw new Refusal(heard.say("brief-empty", { command: `${prefixOf(chat)}brief` }));
        return replyOf((await known(chat, link, heard)) ?? (await read(chat, from, link, heard)));
      },
    },
  ];
}

function failureText(outcome: Exclude<ArticleOutcome, { kind: "read" }>, say: Say): string {
  switch (outcome.kind) {
    case "gone":
      return say("brief-gone");
    case "later":
      return say("brief-later");
    case "forbidden":
      return say("brief-forbidden");
    case "failed":
      return say("brief-failed");
    default:
      return impossible(outcome);
  }
}
