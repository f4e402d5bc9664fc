import { searchedFields } from "../../core/brief/searched.js";
import { unwantedBy } from "../../core/chat-settings.js";
import { createMatcher } from "../../core/match/matcher.js";
import type { Fields, Hit } from "../../core/match/topic.js";
import { causeText } from "../../core/message/cause.js";
import { momentText } from "../../core/message/dates.js";
import type { Block, Span } from "../../core/message/message.js";
import { headline } from "../../core/message/posts.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { snippet } from "../../core/message/snippet.js";
import type { StoryView } from "../../core/message/view.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import type { Traced } from "../../store/why.js";
import type { Named } from "./find-topic.js";
import { itemAt, readLink } from "./links.js";
import { prefixOf, type Command } from "./table.js";

interface WhyParts {
  store: Pick<Store, "items" | "stories" | "topics" | "views" | "why">;
}

/** So many places of one topic tell enough. */
const mostPlaces = 4;
const wordsAround = 110;

type Item = NonNullable<Awaited<ReturnType<Store["items"]["named"]>>>;
type Place = Pick<Hit, "keyword" | "field" | "start" | "end">;

/** `/why`: which keyword a story matched and when it came here, or at which step it stopped. */
export function whyCommands({ store }: WhyParts): Command[] {
  /** Why a story is of no topic that the chat may see. */
  async function unmatchedBlocks(
    item: Item,
    fields: Fields | null,
    topics: readonly Named[],
    say: Say,
  ): Promise<Block[]> {
    if (item.tried === null) return [line(say("why-unread"))];
    if (fields === null) return [line(say("why-forgotten"))];
    const seen = new Set(topics.map(({ id }) => id));
    const { masked } = createMatcher(
      (await store.topics.list()).filter(({ id }) => seen.has(id)),
      () => {},
    ).read(fields);
    if (masked.length === 0) return [line(say("why-unmatched"))];
    const items = masked
      .slice(0, mostPlaces)
      .map(({ hit, by }): Span[] => [
        { type: "bold", text: say("why-masked", { keyword: hit.keyword, by }) },
        { type: "text", text: " " },
        ...around(hit, fields),
      ]);
    return [line(say("why-all-masked")), { type: "list", label: null, items, rest: null }];
  }

  return [
    {
      name: "why",
      who: "anyone",
      args: "arguments-link",
      summary: "command-why",
      async run({ chat }, { args, language, say, now }) {
        const link = readLink(args);
        if (link === null) throw new Refusal(say("why-empty", { command: `${prefixOf(chat)}why` }));
        const item = await itemAt(link, store);
        if (item === undefined) return replyOf(textReply(language, say("why-not-in-feed")));
        const story = await store.stories.find(item.id);
        const stored = story === undefined ? null : await store.views.find(item.id);
        const fields = stored === null ? fieldsOf(item) : searchedFields(stored.view.brief);
        const topics = await store.topics.seenBy(chat);
        const traced = await store.why(chat, item.id);
        const told = stored === null || traced.matches.length === 0 ? null : stored;
        const blocks: Block[] =
          told === null
            ? await unmatchedBlocks(item, fields, topics, say)
            : [
                ...traced.matches.map((match) => matchBlock(match, told.view, topics, language, say)),
                line(told.withdrawn ? say("why-withdrawn") : verdict(traced, told.view, item, { language, say, now })),
              ];
        const title: Block = { type: "heading", text: [told === null ? titleOf(item) : headline(told.view)] };
        return replyOf({ language, preview: null, blocks: [title, ...blocks] });
      },
    },
  ];
}

function line(text: string): Block {
  return { type: "paragraph", text: [{ type: "text", text }] };
}

function titleOf({ title, link }: Item): Span {
  return { type: "link", text: title === "" ? link : title, url: link };
}

/** The words of an item that is no story, while they are kept: its title stands first. */
function fieldsOf({ text }: Item): Fields | null {
  if (text === null) return null;
  const [title = ""] = text.split("\n\n", 1);
  return { title, body: text.slice(title.length).trimStart() };
}

function around(place: Place, fields: Fields): Span[] {
  return snippet(fields[place.field], [place], wordsAround);
}

/** The places of one topic, each with its keyword; without the words around them once those are forgotten. */
function matchBlock(
  { topic, relevance, hits }: Traced["matches"][number],
  { brief }: StoryView,
  topics: readonly Named[],
  language: Tongue,
  say: Say,
): Block {
  const name = topics.find(({ id }) => id === topic)?.name[language] ?? topic;
  const fields = brief.text === "" ? null : searchedFields(brief);
  const items = hits.slice(0, mostPlaces).map((hit): Span[] => {
    const where = say(`why-in-${hit.field}`, { keyword: briefly(hit.keyword) });
    return [
      { type: "text", text: fields === null ? where : `${where}: ` },
      ...(fields === null ? [] : around(hit, fields)),
    ];
  });
  const label = say("why-topic", { topic: name, percent: Math.round(relevance * 100), count: hits.length });
  return { type: "list", label, items, rest: null };
}

/** A keyword may be a rule of many alternatives. */
function briefly(keyword: string): string {
  return keyword.length <= 40 ? keyword : `${keyword.slice(0, 40).trimEnd()}…`;
}

/** When the story came to the chat, or which step stopped it. */
function verdict(
  { delivery, follows, matches, settings }: Traced,
  { brief, language: written }: StoryView,
  { fate, recorded }: Item,
  { language, say, now }: { language: Tongue; say: Say; now: number },
): string {
  const time = (at: number) => momentText(at, language, settings.zone);
  const since = recorded ?? now;
  if (delivery !== null) {
    const { kind, sent, dead, moot, due, closes, why } = delivery;
    if (sent !== null) return say(kind === "digest" ? "why-sent-digest" : "why-sent", { time: time(sent) });
    if (dead !== null) return say("why-dead", { why: causeText(why ?? "", say) });
    if (moot !== null) return say("why-dropped");
    const at = due ?? closes ?? now;
    return at > now ? say("why-waits", { time: time(at) }) : say("why-soon");
  }
  const own = follows.filter(({ topic }) => matches.some((match) => match.topic === topic));
  if (own.length === 0) return say("why-not-followed");
  const then = own.filter(({ created }) => created <= since);
  const [first] = own.toSorted((a, b) => a.created - b.created);
  if (then.length === 0) return say("why-later", { time: time(first?.created ?? now) });
  if (fate === "old") return say("why-old");
  const relevance = Math.max(
    ...matches.filter((one) => then.some(({ topic }) => topic === one.topic)).map((one) => one.relevance),
  );
  const unwanted = unwantedBy(settings, { kind: brief.kind, language: written, relevance });
  if (unwanted === "kind") return say("why-kind", { kind: say(`kind-${brief.kind}`) });
  if (unwanted === "language") return say("why-language");
  if (unwanted === "relevance") {
    return say("why-relevance", { percent: Math.round(relevance * 100), floor: Math.round(settings.floor * 100) });
  }
  const muted = Math.max(...then.map((one) => one.muted ?? 0));
  return muted > since ? say("why-muted", { time: time(muted) }) : say("why-unknown");
}
