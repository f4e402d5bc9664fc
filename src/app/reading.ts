import { createHash } from "node:crypto";
import type { Log } from "./log.js";
import { faultText } from "./log.js";
import { bareBrief } from "../core/brief/brief.js";
import type { Brief } from "../core/brief/schema.js";
import { createContinuedBy } from "../core/continues.js";
import { hostOf } from "../core/host.js";
import { topicRelevances } from "../core/match/relevance.js";
import type { Fields, Hit } from "../core/match/topic.js";
import { earlier, nextReading, placement } from "../core/schedule.js";
import { shownOf } from "../core/shown.js";
import { fieldsOf, storyText } from "../core/story.js";
import type { Article } from "../core/story.js";
import type { ClaimedItem } from "../store/items.js";
import type { Reading } from "../store/stories.js";
import type { Store } from "../store/store.js";

/** What makes a story of an item. */
export interface ReadingParts {
  store: Pick<Store, "views">;
  match: (fields: Fields) => Hit[];
  brief: (article: Article) => Brief;
  log: Log;
  /** When a backup was put in place; null or missing if never. */
  restored?: number | null;
}

/** A page that was read, or why it was not and when it is tried again. */
type Page = { kind: "read"; article: Article; hash: string } | { kind: "partial"; why: string; retry: number | null };

const threadWindow = 48 * 60 * 60_000;

/** Makes of an item and its page what is to be recorded. Where the page could not be read, the feed's text stands for it. */
export function createReading({ store, match, brief, log, restored = null }: ReadingParts) {
  const continuedBy = createContinuedBy();

  /** A brief that throws is our bug; the story is still worth its lead and link. */
  function briefOf(item: ClaimedItem, article: Article, text: string): Brief {
    try {
      return brief(article);
    } catch (error) {
      log.error({ item: item.id, fault: faultText(error) }, "making a brief threw; the post has lead and link only");
      return { ...bareBrief(article, text, article.spot), confidence: 0 };
    }
  }

  async function threadOf(item: ClaimedItem, article: Article, told: Brief, now: number): Promise<string | null> {
    const outline = {
      id: item.id,
      language: article.language,
      title: article.title,
      published: article.published ?? item.published,
      people: told.attendees.map((attendee) => attendee.name),
      day: told.date?.from ?? null,
    };
    return continuedBy(outline, await store.views.recent(now - threadWindow))?.thread ?? null;
  }

  return async function readingOf(item: ClaimedItem, page: Page, now: number): Promise<Reading> {
    const partial = page.kind === "partial";
    const article = partial ? feedArticle(item) : page.article;
    const whole = storyText(article);
    const { text } = whole;
    const fields = fieldsOf(whole, article.language);
    const hits = match(fields);
    const known = item.recorded !== null;
    const told = hits.length === 0 && !known ? null : briefOf(item, article, text);
    const continues = told === null || known ? null : await threadOf(item, article, told, now);
    const retry = partial ? page.retry : null;
    return {
      item,
      article,
      text,
      hash: partial ? createHash("sha256").update(text).digest("hex") : page.hash,
      source: sourceOf(item),
      partial,
      why: partial ? page.why : null,
      hits,
      topics: [...topicRelevances(hits, fields)].map(([topic, relevance]) => ({ topic, relevance })),
      told: told === null ? null : { brief: told, shown: shownOf(told, partial) },
      continues,
      placement: placement(
        { published: item.published ?? article.published, seen: item.seen, first: item.first !== null },
        now,
        restored,
      ),
      due: { story: earlier(retry, nextReading(item.recorded ?? now, now)), other: retry },
      failures: partial ? item.failures + 1 : 0,
    };
  };
}

/** Who tells it. An item without link has its feed's host in front of its identity (see `Item`). */
function sourceOf({ id, kind, link }: ClaimedItem): string {
  if (kind === "aa") return "AA";
  return hostOf(link) || (id.split("#", 1)[0] ?? "");
}

function feedArticle(item: ClaimedItem): Article {
  return {
    link: item.link,
    language: item.language,
    title: item.title,
    spot: item.spot === "" ? null : item.spot,
    author: null,
    dateline: null,
    published: item.published,
    updated: null,
    section: null,
    body: [],
    photo: item.photo,
    tags: [],
  };
}
