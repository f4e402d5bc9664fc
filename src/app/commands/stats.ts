import type { Block, Span } from "../../core/message/message.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { weekly } from "../../core/weeks.js";
import type { Store } from "../../store/store.js";
import { drawWeeks, type Series } from "../chart.js";
import { chosenTopics } from "./find-topic.js";
import type { Command } from "./table.js";

const weeks = 12;
/** More rows than these are told in words alone. */
const mostRows = 6;
const day = 24 * 60 * 60_000;

/** `/stats`: stories by week and topic, as a picture and in words. */
export function statsCommands({ store }: { store: Pick<Store, "chats" | "told" | "topics"> }): Command[] {
  return [
    {
      name: "stats",
      who: "anyone",
      args: "arguments-stats",
      summary: "command-stats",
      async run({ chat }, { args, language, say, now }) {
        const topics = await chosenTopics(args, chat, store, language, say);
        const ids = topics.map(({ id }) => id);
        const told = ids.length === 0 ? [] : await store.told(ids, now - (weeks + 1) * 7 * day);
        const all = topics.map(({ id, name }): Series => ({
          name: name[language],
          weeks: weekly(
            told.filter(({ topic }) => topic === id).map(({ at }) => at),
            weeks,
            now,
          ),
        }));
        if (told.length === 0) return replyOf(textReply(language, say("stats-none", { weeks })));
        const lines = all.map(({ name, weeks: counts }) =>
          say("stats-line", {
            topic: name,
            total: counts.reduce((sum, { count }) => sum + count, 0),
            last: counts.at(-1)?.count ?? 0,
            most: Math.max(...counts.map(({ count }) => count)),
          }),
        );
        const title = say("stats-title", { weeks });
        const items = lines.map((text): Span[] => [{ type: "text", text }]);
        const blocks: Block[] = [
          { type: "heading", text: [{ type: "text", text: title }] },
          { type: "list", label: null, items, rest: null },
        ];
        const drawn = all.toSorted((a, b) => sum(b) - sum(a)).slice(0, mostRows);
        const png = await drawWeeks(drawn, language);
        const picture = { name: "tellal.png", png, title, alt: [title, ...lines].join(" ") };
        return { ...replyOf({ language, preview: null, blocks }), picture };
      },
    },
  ];
}

function sum({ weeks: counts }: Series): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
