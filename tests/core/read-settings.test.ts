import { expect, test } from "vitest";
import { durationMs } from "../../src/core/duration.js";
import { faultText, nearest } from "../../src/core/fault.js";
import { platformOf } from "../../src/core/message/address.js";
import { readSettings, settingsJsonSchema } from "../../src/core/read-settings.js";

const feed = { id: "aa", kind: "aa", url: "https://www.aa.com.tr/tr/rss/default?cat=guncel", language: "tr" };
const topic = { id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] };

function faults(raw: unknown): string[] {
  const outcome = readSettings(raw);
  return outcome.kind === "read" ? [] : outcome.faults.map(faultText);
}

test("an empty file is the defaults, in milliseconds", () => {
  const outcome = readSettings(null);
  expect(outcome).toEqual({
    kind: "read",
    settings: {
      feeds: [],
      topics: [],
      network: { contact: "", userAgent: "", allowPrivateHosts: [], ports: [80, 443], perHostDelay: 1000 },
      delivery: {
        uncertain: "resend",
        telegram: { perSecond: 30, perChat: 1000, perGroup: 3000 },
        slack: { perChat: 1000 },
      },
      retention: { text: 90 * 86_400_000, unmatched: 30 * 86_400_000, deliveries: 180 * 86_400_000 },
      subscribe: [],
    },
  });
  expect(readSettings({ topics: null, network: { ports: null } })).toEqual(outcome);
});

test("a feed, a topic and a subscription", () => {
  const outcome = readSettings({
    feeds: [{ ...feed, every: "90s" }],
    topics: [topic],
    subscribe: [{ chat: "console", topics: ["kizilay"] }],
  });
  expect(outcome).toMatchObject({ kind: "read", settings: { feeds: [{ every: 90_000 }], topics: [topic] } });
});

test.each<[string, unknown, string]>([
  ["unknown section", { feed: [] }, "feed: found an unknown key; did you mean feeds?"],
  [
    "unknown key without neighbour",
    { delivery: { slack: { colour: 1 } } },
    "delivery.slack.colour: found an unknown key; known here: perChat",
  ],
  [
    "unknown key in a list",
    { feeds: [{ ...feed, evry: "2m" }] },
    "feeds[0].evry: found an unknown key; did you mean every?",
  ],
  [
    "duration in words",
    { feeds: [{ ...feed, every: "2 minutes" }] },
    'feeds[0].every: found "2 minutes"; expected a duration such as 500ms, 1s, 2m, 6h or 30d',
  ],
  [
    "duration as number",
    { network: { perHostDelay: 5 } },
    "network.perHostDelay: found 5; expected a duration such as 500ms, 1s, 2m, 6h or 30d",
  ],
  ["too often", { feeds: [{ ...feed, every: "10ms" }] }, 'feeds[0].every: found "10ms"; expected at least 1s'],
  ["kind", { feeds: [{ ...feed, kind: "atom" }] }, 'feeds[0].kind: found "atom"; expected aa or rss'],
  ["missing id", { feeds: [{ ...feed, id: null }] }, "feeds[0].id: missing; expected letters a-z"],
  [
    "scheme",
    { feeds: [{ ...feed, url: "ftp://a.example" }] },
    'feeds[0].url: found "ftp://a.example"; expected an http',
  ],
  [
    "password in an address",
    { feeds: [{ ...feed, url: "https://me:hush@a.example/" }] },
    'feeds[0].url: found "https://…@a.example/"; expected an http',
  ],
  ["not a list", { feeds: {} }, "feeds: found {}; expected a list"],
  ["not a mapping", "hello", 'the file: found "hello"; expected a mapping'],
  ["port", { network: { ports: [0] } }, "network.ports[0]: found 0; expected a port from 1 to 65535"],
  ["uncertain", { delivery: { uncertain: "retry" } }, 'delivery.uncertain: found "retry"; expected resend or skip'],
  [
    "no keywords",
    { topics: [{ ...topic, keywords: [] }] },
    "topics[0].keywords: found []; expected at least one keyword",
  ],
  [
    "unwanted only",
    { topics: [{ ...topic, keywords: ["-Kızılay Meydanı"] }] },
    "topics[0].keywords: found unwanted keywords only; add a wanted one",
  ],
  [
    "bad keyword",
    { topics: [{ ...topic, keywords: ["kan", "near:x kan"] }] },
    'topics[0].keywords[1]: found "near:x kan"; ',
  ],
  ["topic name", { topics: [{ ...topic, name: "Kızılay" }] }, 'topics[0].name: found "Kızılay"; expected a mapping'],
  [
    "double feed",
    { feeds: [feed, { ...feed, url: "https://b.example" }] },
    'feeds[1].id: found "aa"; it stands in feeds[0]',
  ],
  ["double address", { feeds: [feed, { ...feed, id: "b" }] }, "feeds[1].url: found "],
  ["double topic", { topics: [topic, topic] }, 'topics[1].id: found "kizilay"; it stands in topics[0]'],
  [
    "unknown topic",
    { topics: [topic], subscribe: [{ chat: "console", topics: ["kizlay"] }] },
    'subscribe[0].topics[0]: found an unknown topic "kizlay"; did you mean kizilay?',
  ],
  [
    "bad chat",
    { topics: [topic], subscribe: [{ chat: "whatsapp:1", topics: ["kizilay"] }] },
    'subscribe[0].chat: found "whatsapp:1"; expected console, telegram:',
  ],
])("%s", (_, raw, start) => {
  const found = faults(raw);
  expect(found.map((fault) => fault.slice(0, start.length))).toEqual([start]);
});

test("all faults are told at once, those between sections too", () => {
  const found = faults({
    feeds: [{ ...feed, every: "soon" }, feed],
    subscribe: [{ chat: "console", topics: ["tdt"] }],
    extra: 1,
  });
  expect(found.map((fault) => fault.split(":", 1)[0])).toEqual([
    "feeds[0].every",
    "extra",
    "feeds[1].id",
    "feeds[1].url",
    "subscribe[0].topics[0]",
  ]);
});

test("the JSON Schema describes every key", () => {
  const missing: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    const { properties, items } = schema as { properties?: Record<string, { description?: string }>; items?: unknown };
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (value.description === undefined) missing.push(`${path}.${key}`);
      visit(value, `${path}.${key}`);
    }
    if (items !== undefined) visit(items, path);
  };
  visit(settingsJsonSchema(), "");
  expect(missing).toEqual([]);
});

test.each([
  ["500ms", 500],
  ["1s", 1000],
  ["2m", 120_000],
  ["30d", 2_592_000_000],
  ["0s", 0],
  ["1.5h", null],
  ["-1s", null],
  ["2 m", null],
  ["", null],
])("duration %j", (text, ms) => expect(durationMs(text)).toBe(ms));

test.each([
  ["console", "console"],
  ["telegram:-1001234567890/42", "telegram"],
  ["slack:T01ABC/C02DEF", "slack"],
  ["slack:/C02DEF", "slack"],
  ["telegram:@channel", null],
  ["slack:C02DEF", null],
  ["console:1", null],
  ["", null],
])("address %j", (chat, platform) => expect(platformOf(chat)).toBe(platform));

test.each([
  ["evry", ["every", "url"], "every"],
  ["TELLAL_CONFG", ["TELLAL_CONFIG", "TELLAL_DATA"], "TELLAL_CONFIG"],
  ["colour", ["id", "url"], null],
  ["foo", ["who", "for"], "for"],
  ["foo", ["who"], null],
  ["x", [], null],
])("nearest to %s", (name, known, near) => expect(nearest(name, known)).toBe(near));
