import type { Generated, Kysely, Transaction } from "kysely";
import type { AttendeeView, DeliveryKind, Fate, FeedbackKind } from "./words.js";
import type { BriefKind, Decision } from "../core/brief/schema.js";
import type { DigestReason } from "../core/message/digest.js";
import type { Platform } from "../core/message/messenger.js";
import type { FeedKind } from "../core/story.js";

/** The tables as Kysely sees them; the migrations make them. Times are epoch ms, null where it has not happened. */
export interface Tables {
  feeds: FeedRow;
  items: ItemRow;
  stories: StoryRow;
  versions: VersionRow;
  briefs: { story: string; version: number; kind: BriefKind; confidence: number; brief: string };
  matches: { story: string; topic: string; relevance: number; hits: string };
  people: { id: string; name: string; created: number };
  /** `at`: when its story was published, else recorded. */
  attendances: AttendeeView & { story: string; position: number; person: string; at: number };
  /** Where a story happened, and the countries of who was there; `at` as in `attendances`. */
  countries: { story: string; country: string; at: number };
  decisions: { story: string; position: number; kind: Decision["kind"]; text: string };
  /** The stories that the search index knows, in the order of recording. */
  indexed: { number: Generated<number>; story: string };
  /** Questions that are too long for a button. */
  searches: { id: string; chat: string; words: string; created: number };
  topics: {
    id: string;
    tr: string;
    en: string;
    created: number;
    owner: string | null;
    removed: number | null;
  };
  keywords: { topic: string; text: string; position: number; created: number };
  chats: ChatRow;
  /** `muted`: nothing of this topic is posted to this chat before that time. */
  subscriptions: { chat: string; topic: string; created: number; settings: string; muted: number | null };
  deliveries: DeliveryRow;
  delivery_stories: { delivery: string; story: string; position: number };
  pacing: { key: string; next: number };
  leases: { name: string; owner: string; until: number; fence: number };
  /** The processes on a shared database, each present until a time that it moves on. */
  processes: { number: number; owner: string; until: number };
  audit: AuditRow;
  installations: { team: string; data: string; created: number; revoked: number | null };
  settings: { key: string; value: string };
  /** What a person said of a story, once for each kind; of an irrelevant one the keywords that it hit. */
  feedback: { story: string; person: string; kind: FeedbackKind; chat: string; at: number };
  /** How people and chats are called. */
  names: { address: string; name: string; noted: number };
  irrelevances: { story: string; person: string; topic: string; keyword: string };
  /** Who administers Tellal beside those of `ADMINS`. */
  admins: { who: string; created: number };
  /** Questions that wait for a yes of `who` in `chat`. */
  confirmations: { token: string; who: string; chat: string; action: string; until: number };
  /** What admins are to be told of, since when it is so, and when they were told. */
  notices: { key: string; since: number; told: number | null };
  /** How many items each feed showed newly in each hour (since the epoch) in which it was polled well. */
  feed_hours: { feed: string; hour: number; items: number };
  broadcasts: { id: string; text: string; created: number };
  /** Links to the web page that were used, until they would have ended anyway. */
  tickets: { id: string; until: number };
}

interface AuditRow {
  /** A number with leading zeros: the order of the changes. */
  id: string;
  at: number;
  who: string;
  what: string;
  /** JSON: the change, see `changes.ts`. */
  detail: string;
  /** The chat whose own topic was changed; null for what is everybody's. */
  owner: string | null;
  undone: number | null;
}

interface FeedRow {
  id: string;
  kind: FeedKind;
  url: string;
  language: string;
  every: number;
  created: number;
  due: number;
  /** Where the feed lives now, after three equal permanent redirects; `moving` and `moves` count them. */
  moved: string | null;
  moving: string | null;
  moves: number;
  etag: string | null;
  modified: string | null;
  hash: string | null;
  /** JSON: ids of the items of the last good poll. */
  shown: string | null;
  /** Time of the last poll; of the last good one. */
  polled: number | null;
  good: number | null;
  failures: number;
  why: string | null;
  newest: number | null;
  gap: number | null;
  /** Its site asked for no request before this time (Retry-After). */
  until: number | null;
  reader: string | null;
  /** The batch of the poll under way. */
  batch: string | null;
  removed: number | null;
  /** Not polled since then, until somebody resumes it. */
  paused: number | null;
  /** How many of its pages in a row were read in another way than its kind's own, or not at all. */
  strange: number;
}

interface ItemRow {
  id: string;
  feed: string;
  host: string;
  link: string;
  /** Its second name, see `Item`: whoever shows it under another guid is known by it. */
  alias: string | null;
  guid: string | null;
  title: string;
  spot: string;
  published: number | null;
  photo: string | null;
  seen: number;
  /** The poll in which it was seen first; its catch-up digest waits for all items of the batch. */
  batch: string;
  /** It came with a feed's first poll. */
  first: number | null;
  /** The feed showed it with other words. */
  changed: number | null;
  /** When its page is to be read (again); null: nothing owed. */
  due: number | null;
  tried: number | null;
  /** When the page was last read in full. */
  read: number | null;
  /** When it became a story. */
  recorded: number | null;
  failures: number;
  why: string | null;
  fate: Fate | null;
  /** Full text of an unmatched item, for `/keyword test`. */
  text: string | null;
  lease: number | null;
  /** Who has its page in hand. */
  owner: string | null;
  fence: number;
}

interface StoryRow {
  id: string;
  feed: string;
  link: string;
  source: string;
  language: string;
  title: string;
  hash: string;
  /** What a reader sees of it; a change of this is worth an update. */
  shown: string;
  published: number | null;
  updated: number | null;
  recorded: number;
  version: number;
  partial: number | null;
  withdrawn: number | null;
  /** The first story of the thread that this one continues. */
  continues: string | null;
}

interface VersionRow {
  story: string;
  version: number;
  recorded: number;
  hash: string;
  partial: number | null;
  /** JSON; null after `retention.text`. */
  article: string | null;
}

interface ChatRow {
  id: string;
  address: string;
  platform: Platform;
  lane: string;
  /** The chat as the platform counts it, see `core/lane.ts`. */
  peer: string;
  language: "tr" | "en";
  created: number;
  gone: number | null;
  why: string | null;
  /** JSON: what differs from the defaults, see `core/chat-settings.ts`. */
  settings: string;
}

export interface DeliveryRow {
  id: string;
  chat: string;
  kind: DeliveryKind;
  /** story, story@version or digest@ its batch or period: unique with chat and kind. */
  ref: string;
  /** Its place in the chat's order of recording. */
  place: number;
  created: number;
  /** The delivery whose message this one edits. */
  original: string | null;
  /** The batch of a digest of late stories. */
  batch: string | null;
  /** Of a digest: why it is one. */
  reason: DigestReason | null;
  /** When a digest that waits for a time collects no more, or an announcement's quiet hours end; null for what waits for no time. */
  closes: number | null;
  /** When it may be sent; null while a digest still collects or `closes` is waited for. */
  due: number | null;
  /** Sends that may have reached the platform. */
  tries: number;
  /** Set right before the send: *sending* while sent, dead and moot are null. A lease without it is a reserved turn. */
  intent: number | null;
  lease: number | null;
  owner: string | null;
  fence: number;
  repeated: number | null;
  sent: number | null;
  reference: string | null;
  /** Given up, and why. */
  dead: number | null;
  /** No longer needed, and why. */
  moot: number | null;
  why: string | null;
}

/** What every part of the store is given. Reads go to `db`; all that is written goes through `write`. */
export interface Database {
  db: Kysely<Tables>;
  /** One transaction, tried again while another process holds the database. `work` may run more than once. */
  write: <Result>(work: (trx: Transaction<Tables>) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
}

export type Reader = Kysely<Tables>;
