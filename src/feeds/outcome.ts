import type { Article, FeedKind, Item, Language } from "../core/story.js";

/** What a poll needs to know of a feed: its address and what the last good answer left behind. */
export interface FeedRequest {
  id: string;
  kind: FeedKind;
  url: string;
  language: Language;
  etag: string | null;
  modified: string | null;
  /** Hash of the last good body, for feeds without ETag. */
  hash: string | null;
}

/** The outcome of one poll. Times are epoch ms; `maxAge` is ms, capped by the caller. */
export type FeedOutcome =
  | {
      kind: "read";
      items: Item[];
      etag: string | null;
      modified: string | null;
      hash: string;
      maxAge: number | null;
      /** Where 301 or 308 say the feed lives now. */
      movedTo: string | null;
      /** Which reader read it, and what it had to mend. */
      reader: "rss-parser" | "tolerant";
    }
  | { kind: "unchanged"; maxAge: number | null; movedTo: string | null }
  /** 429 or 5xx: `until` is an explicit Retry-After. */
  | { kind: "later"; status: number; until: number | null }
  | { kind: "gone"; status: number }
  /** The address itself is not allowed (private network, scheme, port, robots.txt). */
  | { kind: "forbidden"; why: string }
  /** Network, time-out, size, or not a feed. */
  | { kind: "failed"; why: string };

/** The outcome of reading one page. Times are epoch ms. */
export type ArticleOutcome =
  | {
      kind: "read";
      article: Article;
      /** sha-256 of the meaningful content. */ hash: string;
      /** False: the body stands not where the site's own structure has it. */ own?: boolean;
    }
  | { kind: "later"; status: number; until: number | null }
  | { kind: "gone"; status: number }
  | { kind: "forbidden"; why: string }
  /** `layout` is a page that we read but whose structure we do not know: reported to admins. */
  | { kind: "failed"; why: string; layout: boolean };

/** The outside world of feeds, as `app/poll` uses it. */
export interface Feeds {
  /** Polls one feed; never throws for an expected outcome. */
  read(feed: FeedRequest, now: number): Promise<FeedOutcome>;
  /** Reads one article page, paced per host; `language` is the feed's declaration, a fallback for the page's own. */
  article(link: string, language: Language, now: number): Promise<ArticleOutcome>;
}
