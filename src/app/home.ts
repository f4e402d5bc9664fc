import type { Visit } from "../core/message/ask.js";
import type { Block, Message, Span } from "../core/message/message.js";
import { timeText } from "../core/message/dates.js";
import { headline } from "../core/message/posts.js";
import type { StoryView } from "../core/message/view.js";
import type { Say, Tongue, Words } from "../core/message/words.js";
import { feedLine } from "./commands/feeds.js";
import type { Store } from "../store/store.js";

interface HomeParts {
  store: Pick<Store, "chats" | "feeds" | "topics" | "views">;
  words: Words;
  isGlobalAdmin: (from: string) => Promise<boolean>;
  clock: () => number;
}

/** More of each would be no page but a flood. */
const mostChats = 12;
const mostStories = 5;

/** The app's own page: what the visitor's chats follow, the latest briefs of that, and for Tellal's admins how the feeds are. */
export function createHome({ store, words, isGlobalAdmin, clock }: HomeParts) {
  return async function home({ from, language, chats }: Visit): Promise<Message> {
    const tongue = language ?? "tr";
    const say = words(tongue);
    const blocks: Block[] = [heading("Tellal"), paragraph([{ type: "text", text: say("start-what") }])];
    const stories = new Map<string, StoryView>();
    const rows: Block[][] = [];
    for (const { address, name } of chats) {
      const ids = new Set(await store.chats.topicsOf(address));
      // One's own conversation is offered always, a channel where we are wanted already.
      if (ids.size === 0 && name !== null) continue;
      const topics = (await store.topics.seenBy(address)).filter(({ id }) => ids.has(id));
      const shown =
        rows.length >= mostChats ? [] : await store.views.latest(address, { topics: [...ids], count: mostStories });
      for (const view of shown) stories.set(view.id, view);
      const names = topics.map((topic) => topic.name[tongue]).join(", ");
      rows.push([
        paragraph([
          { type: "bold", text: name === null ? say("home-direct") : `#${name}` },
          { type: "text", text: ` — ${names === "" ? say("home-nothing") : names}` },
        ]),
        { type: "buttons", buttons: [{ label: say("home-configure"), action: `in ${address} configure` }] },
      ]);
    }
    blocks.push(heading(say("home-chats")), ...rows.slice(0, mostChats).flat());
    if (rows.length > mostChats) blocks.push(paragraph([{ type: "italic", text: `+${rows.length - mostChats}` }]));
    blocks.push(paragraph([{ type: "italic", text: say("home-invite") }]));
    const latest = [...stories.values()].sort((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, mostStories);
    if (latest.length > 0) {
      const items = latest.map((view): Span[] => [
        headline(view),
        ...(view.published === null
          ? []
          : [{ type: "text" as const, text: ` — ${timeText(view.published, tongue, say)}` }]),
      ]);
      blocks.push({ type: "list", label: say("home-latest"), items, rest: null });
    }
    if (await isGlobalAdmin(from))
      blocks.push({ type: "list", label: say("home-feeds"), items: await health(tongue, say), rest: null });
    blocks.push({ type: "buttons", buttons: [{ label: say("home-refresh"), action: "home" }] });
    return { language: tongue, preview: null, blocks };
  };

  async function health(language: Tongue, say: Say): Promise<Span[][]> {
    const heard = { language, say, now: clock() };
    return (await store.feeds.list()).map((row) => feedLine(row, heard));
  }
}

function heading(text: string): Block {
  return { type: "heading", text: [{ type: "text", text }] };
}

function paragraph(text: Span[]): Block {
  return { type: "paragraph", text };
}
