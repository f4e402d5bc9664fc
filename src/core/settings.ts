import { z } from "zod";
import { durationForm, durationMs } from "./duration.js";
import { platformOf } from "./message/address.js";

/**
 * `tellal.yaml` as zod sees it: what each key means (`describe`, printed by `config schema`), what it is when absent,
 * and what is allowed (`error`, the end of the sentence "expected …").
 */
function text(expected: string) {
  return z.string({ error: expected });
}

function filled(expected: string) {
  return text(expected).trim().min(1, { error: expected });
}

function duration(what: string, absent: string) {
  const expected = "a duration such as 500ms, 1s, 2m, 6h or 30d";
  return text(expected)
    .regex(durationForm, { error: expected })
    .transform((value) => durationMs(value) ?? 0)
    .describe(`${what}: a whole number with ms, s, m, h or d`)
    .prefault(absent);
}

function id(what: string) {
  const expected = "letters a-z, digits, - and _, such as aa-tr-guncel";
  return text(expected)
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/u, { error: expected })
    .describe(what);
}

const webAddress = text("an http or https address without user name and password")
  .refine(isPlainWebAddress, { error: "an http or https address without user name and password" })
  .describe("Address of the feed");

function isPlainWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === "";
}

const feed = z.strictObject({
  id: id("Name of the feed in logs and commands; stays when the address changes"),
  kind: z
    .enum(["aa", "rss"], { error: "aa or rss" })
    .default("rss")
    .describe("aa: Anadolu Ajansı, whose links end in the story's number; rss: any other RSS or Atom feed"),
  url: webAddress,
  language: text("a language code such as tr or en")
    .regex(/^[a-z]{2,3}$/u, { error: "a language code such as tr or en" })
    .describe("Language of the feed, a code such as tr or en"),
  every: duration("How often the feed is polled", "2m").refine((ms) => ms >= 1000, { error: "at least 1s" }),
});

const topic = z.strictObject({
  id: id("Name of the topic in commands and subscriptions"),
  name: z
    .strictObject({
      tr: filled("the topic's name in Turkish").describe("Name for readers of Turkish"),
      en: filled("the topic's name in English").describe("Name for readers of English"),
    })
    .describe("Name as shown in posts"),
  keywords: z
    .array(filled("a keyword such as Kızılay, or -Kızılay Meydanı for an unwanted one"))
    .min(1, { error: "at least one keyword" })
    .describe("Keyword expressions; a leading - marks an unwanted one"),
});

const port = z.int({ error: "a port from 1 to 65535" }).min(1).max(65_535);
const network = z
  .strictObject({
    contact: text("an address or mailbox")
      .default("")
      .describe("Where a site's owner can reach you; sent with each request"),
    userAgent: text("a User-Agent").default("").describe("Replaces the whole User-Agent; empty: Tellal's own"),
    allowPrivateHosts: z
      .array(filled("a host name or address"))
      .default([])
      .describe("Hosts that may have private addresses and use any port: intranets and tests"),
    ports: z.array(port).min(1).default([80, 443]).describe("Ports that feeds and articles may use"),
    perHostDelay: duration("Pause between two requests to one host", "1s"),
  })
  .describe("How feeds and articles are fetched");

const perChat = duration("Pause between two posts to one chat", "1s");
const delivery = z
  .strictObject({
    uncertain: z
      .enum(["resend", "skip"], { error: "resend or skip" })
      .default("resend")
      .describe("A post that may or may not have arrived: send it again, marked as a repeat, or leave it"),
    telegram: z
      .strictObject({
        perSecond: z
          .int({ error: "a whole number from 1 to 1000" })
          .min(1)
          .max(1000)
          .default(30)
          .describe("Posts a second of one bot, over all chats"),
        perChat,
        perGroup: duration("Pause between two posts to one group or channel", "3s"),
      })
      .prefault({})
      .describe("Pace on Telegram"),
    slack: z.strictObject({ perChat }).prefault({}).describe("Pace on Slack"),
  })
  .describe("How posts are sent");

const retention = z
  .strictObject({
    text: duration("How long the text of a matched story is kept", "90d"),
    unmatched: duration("How long a story without topic is kept, for trying keywords", "30d"),
    deliveries: duration("How long sent deliveries are kept", "180d"),
  })
  .describe("How long data is kept");

const chat = text("console, telegram:<chat id>[/<thread id>] or slack:<team id>/<channel id>")
  .refine((value) => platformOf(value) !== null, {
    error: "console, telegram:<chat id>[/<thread id>] or slack:<team id>/<channel id>",
  })
  .describe("Address of a chat: console, telegram:<chat id>[/<thread id>], slack:<team id>/<channel id>");

const subscription = z.strictObject({
  chat,
  topics: z.array(filled("the id of a topic")).min(1, { error: "at least one topic" }).describe("Ids of topics"),
});

export const settingsSchema = z.strictObject({
  feeds: z.array(feed).default([]).describe("Feeds to poll; seeds the database at the first start"),
  topics: z.array(topic).default([]).describe("Topics to look for; seeds the database at the first start"),
  network: network.prefault({}),
  delivery: delivery.prefault({}),
  retention: retention.prefault({}),
  subscribe: z.array(subscription).default([]).describe("Chats subscribed from the start"),
});

/** `tellal.yaml`, complete: every absent key has its default, every duration is in milliseconds. */
export type Settings = z.output<typeof settingsSchema>;
