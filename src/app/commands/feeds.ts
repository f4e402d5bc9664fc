import type { Ask } from "../../core/message/ask.js";
import { durationMs } from "../../core/duration.js";
import { nearest } from "../../core/fault.js";
import { hostOf } from "../../core/host.js";
import { impossible } from "../../core/impossible.js";
import { guessLanguage } from "../../core/language.js";
import { causeText } from "../../core/message/cause.js";
import { spanText } from "../../core/message/dates.js";
import type { Block, Message, Span } from "../../core/message/message.js";
import { listReply, replyOf, textReply } from "../../core/message/reply.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import { isFrozen } from "../../core/schedule.js";
import type { FeedKind } from "../../core/story.js";
import type { FeedOutcome, Feeds } from "../../feeds/outcome.js";
import type { Store } from "../../store/store.js";
import type { Changes } from "./change.js";
import { listText } from "./find-topic.js";
import { prefixOf, type Command, type Heard, type SubCommand } from "./table.js";
import { groupOf } from "./usage.js";

interface FeedParts {
  store: Pick<Store, "feeds">;
  feeds: Pick<Feeds, "read">;
  changes: Changes;
  allow: (who: string, now: number) => number;
}

type FeedRow = Awaited<ReturnType<Store["feeds"]["list"]>>[number];

const idForm = /^[a-z0-9][a-z0-9_-]{0,63}$/u;
const shortest = 60_000;
const usualPause = 5 * 60_000;
const examples = 3;

/** `/feed list|add|remove|pause|resume|check`. */
export function feedCommands({ store, feeds, changes, allow }: FeedParts): Command[] {
  async function aimed({ args: [id = ""], say, language }: Heard): Promise<FeedRow> {
    const rows = await store.feeds.list();
    const row = rows.find((feed) => feed.id === id.toLowerCase());
    if (row !== undefined) return row;
    const ids = rows.map((feed) => feed.id);
    const known = ids.length === 0 ? say("feed-none") : listText(ids, language);
    const near = nearest(id, ids);
    throw new Refusal(
      near === null
        ? say("feed-unknown", { feed: id, known })
        : say("feed-unknown-nearest", { feed: id, nearest: near, known }),
    );
  }

  async function fetched(
    feed: Pick<FeedRow, "id" | "kind" | "url" | "language">,
    { from }: Ask,
    { language, say, now }: Heard,
  ): Promise<FeedOutcome> {
    const wait = allow(from, now);
    if (wait > 0) throw new Refusal(say("too-often", { wait: spanText(wait, language) }));
    return feeds.read({ ...feed, etag: null, modified: null, hash: null }, now);
  }

  const list: SubCommand["run"] = async (_ask, heard) => {
    const { language, say } = heard;
    const rows = await store.feeds.list();
    if (rows.length === 0) return replyOf(textReply(language, say("feed-none")));
    return replyOf(
      listReply(
        language,
        say("feed-title"),
        rows.map((row) => feedLine(row, heard)),
      ),
    );
  };

  const check: SubCommand["run"] = async (ask, heard) => {
    const row = await aimed(heard);
    const outcome = await fetched({ ...row, url: row.moved ?? row.url }, ask, heard);
    return replyOf(foundMessage(row.id, outcome, heard));
  };

  const add: SubCommand["run"] = async (ask, heard) => {
    const { say, args } = heard;
    const [id = "", written = "", ...rest] = args;
    const url = addressOf(written);
    const usage = say("feed-usage", { command: `${prefixOf(ask.chat)}feed` });
    if (!idForm.test(id) || url === null) throw new Refusal(usage);
    const rows = await store.feeds.list();
    const same = rows.find((row) => row.id === id || row.url === url);
    if (same !== undefined) throw new Refusal(say("feed-known", { feed: same.id }));
    const { language, every } = optionsOf(rest, usage);
    const kind: FeedKind = /(?:^|\.)aa\.com\.tr$/u.test(hostOf(url)) ? "aa" : "rss";
    const outcome = await fetched({ id, kind, url, language: language ?? "tr" }, ask, heard);
    const message = foundMessage(id, outcome, heard);
    if (outcome.kind !== "read") return replyOf(message);
    const titles = outcome.items.map(({ title, spot }) => `${title} ${spot}`).join(" ");
    const feed = { id, kind, url, language: language ?? guessLanguage(titles), every: every ?? usualPause };
    const settings = say("feed-will", { language: feed.language, every: spanText(feed.every, heard.language) });
    const blocks = [...message.blocks, paragraph(settings), paragraph(say("feed-add-question"))];
    return changes.question({ kind: "change", change: { kind: "feed-add", feed }, owner: null }, blocks, ask, heard);
  };

  const remove: SubCommand["run"] = async (ask, heard) => {
    const { id, kind, url, language, every } = await aimed(heard);
    return changes.now({ kind: "feed-remove", feed: { id, kind, url, language, every } }, null, ask, heard);
  };

  const pause: SubCommand["run"] = async (ask, heard) => {
    const { id, paused } = await aimed(heard);
    if (paused !== null) throw new Refusal(heard.say("feed-paused-already", { feed: id }));
    return changes.now({ kind: "feed-pause", feed: id }, null, ask, heard);
  };

  const resume: SubCommand["run"] = async (ask, heard) => {
    const { id, paused } = await aimed(heard);
    if (paused === null) throw new Refusal(heard.say("feed-not-paused", { feed: id }));
    return changes.now({ kind: "feed-resume", feed: id }, null, ask, heard);
  };

  const who = "admin";
  const one = { who, args: "arguments-feed" } as const;
  return [
    groupOf({ name: "feed", who, args: "arguments-feed-group", summary: "command-feed" }, [
      { name: "list", who, args: "", summary: "feed-command-list", run: list },
      { name: "check", ...one, summary: "feed-command-check", run: check },
      { name: "add", who, args: "arguments-feed-add", summary: "feed-command-add", run: add },
      { name: "remove", ...one, summary: "feed-command-remove", run: remove },
      { name: "pause", ...one, summary: "feed-command-pause", run: pause },
      { name: "resume", ...one, summary: "feed-command-resume", run: resume },
    ]),
  ];
}

/** An address as typed; Slack puts links in angle brackets. Whether it may be asked is for the feeds to say. */
function addressOf(written: string): string | null {
  const bare = /^<([^|>]*)(?:\|[^>]*)?>$/u.exec(written)?.[1] ?? written;
  return /^https?:\/\//u.test(bare) && URL.canParse(bare) ? bare : null;
}

function optionsOf(words: readonly string[], usage: string): { language: string | null; every: number | null } {
  let language: string | null = null;
  let every: number | null = null;
  for (const word of words) {
    const span = durationMs(word);
    if (span !== null && span >= shortest) every = span;
    else if (/^[a-z]{2,3}$/u.test(word)) language = word;
    else throw new Refusal(usage);
  }
  return { language, every };
}

/** What a feed answered, for a person. */
function foundMessage(id: string, outcome: FeedOutcome, { language, say, now }: Heard): Message {
  if (outcome.kind !== "read")
    return textReply(language, say("feed-unreadable", { feed: id, why: causeText(whyOf(outcome), say) }));
  const { items, reader } = outcome;
  const times = items.map(({ published }) => published).filter((time) => time !== null);
  const newest = times.length === 0 ? null : Math.max(...times);
  const facts: [label: string, value: string][] = [
    [say("feed-fact-items"), String(items.length)],
    [say("feed-fact-newest"), newest === null ? say("feed-no-time") : ageText(newest, now, language, say)],
    [say("feed-fact-reader"), reader === "tolerant" ? say("feed-reader-tolerant") : say("feed-reader-usual")],
  ];
  const blocks: Block[] = [
    { type: "heading", text: [{ type: "text", text: id }] },
    { type: "facts", facts: facts.map(([label, text]) => ({ label, value: [{ type: "text", text }] })) },
  ];
  const titles = items.slice(0, examples).map(({ title }): Span[] => [{ type: "text", text: title }]);
  if (titles.length > 0) blocks.push({ type: "list", label: say("feed-examples"), items: titles, rest: null });
  return { language, preview: null, blocks };
}

function whyOf(outcome: Exclude<FeedOutcome, { kind: "read" }>): string {
  switch (outcome.kind) {
    case "unchanged":
      return "HTTP 304";
    case "later":
    case "gone":
      return `HTTP ${outcome.status}`;
    case "forbidden":
    case "failed":
      return outcome.why;
    default:
      return impossible(outcome);
  }
}

function ageText(time: number, now: number, language: Tongue, say: Say): string {
  return say("ago", { span: spanText(now - time, language) });
}

/** A feed and its health in one line. */
export function feedLine(row: FeedRow, { language, say, now }: Pick<Heard, "language" | "say" | "now">): Span[] {
  const age = row.newest === null ? say("feed-no-items") : ageText(row.newest, now, language, say);
  const isNew = row.good === null && row.failures === 0;
  const parts = [isNew ? say("feed-new") : say("feed-newest", { age })];
  if (row.paused !== null) parts.unshift(say("feed-paused"));
  else if (row.failures > 0)
    parts.unshift(say("feed-failing", { count: row.failures, why: causeText(row.why ?? "", say) }));
  else if (isFrozen(row, now)) parts.unshift(say("feed-frozen"));
  else if (row.good !== null) parts.unshift(say("feed-well"));
  if (row.gap !== null && now - row.gap < gapShown) {
    parts.push(say("feed-gap", { span: spanText(now - row.gap, language) }));
  }
  return [
    { type: "bold", text: row.id },
    { type: "text", text: ` — ${parts.join(", ")}` },
  ];
}

/** A gap is shown for a week. */
const gapShown = 7 * 24 * 60 * 60_000;

function paragraph(text: string): Block {
  return { type: "paragraph", text: [{ type: "text", text }] };
}
