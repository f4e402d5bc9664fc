import type { Reply } from "../../core/message/ask.js";
import { timeText } from "../../core/message/dates.js";
import type { Block, Message } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { headline } from "../../core/message/posts.js";
import { replacing, textReply } from "../../core/message/reply.js";
import { snippet } from "../../core/message/snippet.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { readQuery } from "../../core/match/search.js";
import { Refusal } from "../../core/refusal.js";
import type { SearchHit } from "../../store/search.js";
import type { Store } from "../../store/store.js";
import { pageButtons, takeSkip } from "./paging.js";
import { prefixOf, type Command, type Heard } from "./table.js";

/** So many hits are read at a glance. */
const perPage = 5;
/** About two lines on a phone. */
const snippetUnits = 150;

/** `/search`, and the buttons that turn its pages. */
export function searchCommands({ store }: { store: Pick<Store, "search" | "topics"> }): Command[] {
  async function answer(chat: ChatAddress, words: string, skip: number, { language, say, now }: Heard): Promise<Reply> {
    const query = readQuery(words);
    if (query === null) throw new Refusal(say("search-empty", { command: `${prefixOf(chat)}search` }));
    const topics = (await store.topics.seenBy(chat)).map(({ id }) => id);
    const { hits, more, stopped } = await store.search.find(query, { topics, skip, count: perPage });
    const rest = stopped === null ? null : say("search-stopped");
    if (hits.length === 0) return replacing(textReply(language, rest ?? say("search-none", { words })));
    const id = more || skip > 0 ? await store.search.keep(chat, words, now) : "";
    const action = (from: number) => `found ${id} @${from}`;
    const note: Block[] = rest === null ? [] : [{ type: "paragraph", text: [{ type: "text", text: rest }] }];
    const buttons = pageButtons({ skip, perPage, more }, action, say);
    return replacing(page(hits, words, skip, [...note, ...buttons], language, say));
  }

  return [
    {
      name: "search",
      who: "anyone",
      args: "arguments-search",
      summary: "command-search",
      run: ({ chat }, heard) => answer(chat, heard.args.join(" "), 0, heard),
    },
    {
      name: "found",
      who: "anyone",
      args: "",
      summary: "command-search",
      hidden: true,
      async run({ chat }, heard) {
        const { skip, rest } = takeSkip(heard.args);
        const [id = ""] = rest;
        const words = await store.search.kept(chat, id);
        if (words === null) throw new Refusal(heard.say("search-gone"));
        return answer(chat, words, skip, heard);
      },
    },
  ];
}

function page(
  hits: readonly SearchHit[],
  words: string,
  skip: number,
  last: readonly Block[],
  language: Tongue,
  say: Say,
): Message {
  const heading: Block = { type: "heading", text: [{ type: "text", text: say("search-title", { words }) }] };
  const blocks = hits.flatMap((hit, index) => hitBlocks(hit, skip + index + 1, language, say));
  return { language, preview: null, blocks: [heading, ...blocks, ...last] };
}

function hitBlocks({ view, fields, found }: SearchHit, number: number, language: Tongue, say: Say): Block[] {
  const time = view.published ?? view.updated;
  const inBody = found.filter(({ field }) => field === "body");
  const title: Block = {
    type: "paragraph",
    text: [
      { type: "text", text: `${number}. ` },
      headline(view),
      ...(time === null ? [] : [{ type: "text" as const, text: ` · ${timeText(time, language, say)}` }]),
    ],
  };
  // Found in the headline alone: its words stand above, the story begins below.
  const text = snippet(fields.body, inBody, snippetUnits);
  return text.every((span) => span.text.trim() === "") ? [title] : [title, { type: "quote", text, expandable: false }];
}
