import { createHash } from "node:crypto";
import { breathe } from "./breathe.js";
import type { Article } from "../core/story.js";
import { readDate } from "./date.js";
import { decode } from "./decode.js";
import type { Download } from "./download.js";
import { createDownload } from "./download.js";
import type { NetworkSettings } from "./network.js";
import type { ArticleOutcome, FeedOutcome, FeedRequest, Feeds } from "./outcome.js";
import { createPacing } from "./pacing.js";
import { readFeed } from "./reader.js";
import { createRobots } from "./robots.js";
import { createStrictReader } from "./rss.js";

/** Turns a page into an article; `link` is the address that answered. */
export type Extract = (page: {
  html: string;
  link: string;
  language: string;
}) =>
  | { kind: "read"; article: Article; /** See `ArticleOutcome`. */ own?: boolean }
  | { kind: "failed"; why: string; /** See `ArticleOutcome`; true where it is not said. */ layout?: boolean };

/** What feeds are read with. */
export interface FeedsParts {
  /** `createFetch` in earnest. */
  fetch: typeof fetch;
  network: NetworkSettings;
  /** Of the program, for the User-Agent; left out there where it is not given. */
  version?: string | undefined;
  clock: () => number;
  extract: Extract;
  log?: { info(fields: object, message: string): void };
  /** Ends everything under way at once: what was not answered by then is `failed: stopped`. */
  signal?: AbortSignal;
  /** Milliseconds for one feed or page, all redirects together; 20 s. */
  deadline?: number;
}

const feedLimit = 10 * 1024 * 1024;
const pageLimit = 2 * 1024 * 1024;
const accept = {
  feed: "application/rss+xml, application/atom+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
  page: "text/html, application/xhtml+xml, */*;q=0.5",
};

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/** RFC 9111 §5.2.2.1, in ms; null where the answer does not say, or says not to keep it. */
function maxAge(headers: Headers): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(headers.get("cache-control") ?? "")?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/** RFC 9110 §10.2.3, as epoch ms; null where it is absent, unreadable or past. */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  const until = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : readDate(text, 0);
  return until !== null && until > now ? until : null;
}

type Answer = Download & { kind: "answer" };

type Refused =
  | { kind: "later"; status: number; until: number | null }
  | { kind: "gone"; status: number }
  | { kind: "forbidden"; why: string }
  | { kind: "failed"; why: string };

/** The outcomes that feeds and pages share; null for an answer that is worth reading. */
function refusal(download: Download, now: number): Refused | null {
  if (download.kind !== "answer") return { kind: download.kind, why: download.why };
  const { status, headers } = download;
  if (status === 429 || status >= 500) return { kind: "later", status, until: retryAfter(headers, now) };
  if (status === 404 || status === 410) return { kind: "gone", status };
  return (status >= 200 && status < 300) || status === 304 ? null : { kind: "failed", why: `HTTP ${status}` };
}

/** What makes an article another version: its words, not its photo, tags or times. */
function contentHash({ title, spot, dateline, body }: Article): string {
  return sha256(JSON.stringify([title, spot, dateline, body.map(({ text }) => text)]));
}

/** The outside world of feeds over HTTP: safe, paced per host, polite to robots.txt. See `Feeds`. */
export function createFeeds(parts: FeedsParts): Feeds & { warm: () => void } {
  const { network, version, clock, extract, log, signal, deadline = 20_000 } = parts;
  const stop = signal === undefined ? {} : { signal };
  const turn = createPacing({ delay: network.perHostDelay, clock, ...stop });
  const download = createDownload({ fetch: parts.fetch, network, version, turn, clock, ...stop });
  const robots = createRobots({ download, clock });
  const strictly = createStrictReader({ kept: 2 });

  async function readAnswer(feed: FeedRequest, answer: Answer): Promise<FeedOutcome> {
    const { headers, bytes } = answer;
    const shared = { maxAge: maxAge(headers), movedTo: answer.movedTo === feed.url ? null : answer.movedTo };
    if (answer.status === 304) {
      if (feed.etag !== null || feed.modified !== null) return { kind: "unchanged", ...shared };
      return { kind: "failed", why: "HTTP 304 to a request without conditions" };
    }
    const hash = sha256(bytes);
    if (hash === feed.hash) return { kind: "unchanged", ...shared };
    // Each of the two takes tens of milliseconds for the largest answers: others go in between.
    await breathe();
    const text = decode(bytes, headers.get("content-type"));
    await breathe();
    const reading = await readFeed(
      text,
      { kind: feed.kind, url: feed.url, base: answer.url },
      { readStrictly: strictly.read },
    );
    if (reading.kind === "failed") return reading;
    const { items, reader, fault } = reading;
    if (answer.cut && items.length === 0) return { kind: "failed", why: "the answer was cut off" };
    if (fault !== null) log?.info({ feed: feed.id, fault, items: items.length }, "feed read by the tolerant reader");
    // Half an answer must be asked for again in whole.
    const etag = answer.cut ? null : headers.get("etag");
    const modified = answer.cut ? null : headers.get("last-modified");
    return { kind: "read", items, etag, modified, hash, reader, ...shared };
  }

  return {
    /** Whoever will poll soon has the reader of feeds ready by then: a program that keeps crashing gets to write what it read. */
    warm: strictly.warm,

    async read(feed, now) {
      const headers: Record<string, string> = { accept: accept.feed };
      if (feed.etag !== null) headers["if-none-match"] = feed.etag;
      if (feed.modified !== null) headers["if-modified-since"] = feed.modified;
      const answer = await download(feed.url, { headers, limit: feedLimit, deadline, urgent: true, check: robots });
      const refused = refusal(answer, now);
      if (refused !== null) return refused;
      return answer.kind === "answer" ? readAnswer(feed, answer) : answer;
    },

    async article(link, language, now): Promise<ArticleOutcome> {
      if (link === "") return { kind: "failed", why: "the item has no link", layout: false };
      const headers = { accept: accept.page };
      const answer = await download(link, { headers, limit: pageLimit, deadline, urgent: false, check: robots });
      const refused = refusal(answer, now);
      if (refused?.kind === "failed") return { ...refused, layout: false };
      if (refused !== null) return refused;
      if (answer.kind !== "answer") return { kind: "failed", why: answer.why, layout: false };
      const type = answer.headers.get("content-type") ?? "text/html";
      if (answer.status !== 200) return { kind: "failed", why: `HTTP ${answer.status}`, layout: false };
      if (!/html|xml|text\/plain/i.test(type))
        return { kind: "failed", why: `not a page: ${type.slice(0, 80)}`, layout: false };
      if (answer.cut) return { kind: "failed", why: "the answer was cut off", layout: false };
      const page = extract({ html: decode(answer.bytes, type), link: answer.url, language });
      if (page.kind === "failed") return { layout: true, ...page };
      const own = page.own === false ? { own: false } : {};
      return { kind: "read", article: page.article, hash: contentHash(page.article), ...own };
    },
  };
}
