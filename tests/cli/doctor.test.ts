import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createSlack } from "../world/slack/slack.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { folderOf, run } from "./run.js";

const token = "7000000005:AAtest-token-of-nobody-0123456789abcdef";
const item = "<item><guid>1</guid><title>Kızılay</title><link>https://x.example/1</link></item>";
const feed = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const now = Date.UTC(2025, 10, 19, 15);
const dated = item.replace("</item>", "<pubDate>Wed, 19 Nov 2025 17:00:00 +0300</pubDate></item>");

/** A site with a good feed, and feeds that are none. */
async function site(): Promise<string> {
  const pages: Record<string, string> = {
    "/good": feed(dated),
    "/old": feed(dated.replace("2025", "2024").replace("Wed", "Tue")),
    "/empty": feed(""),
    "/page": "<html><body>Merhaba</body></html>",
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/xml" }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

async function diagnosed(change: {
  feeds?: string;
  network?: string;
  env?: Record<string, string>;
  yaml?: string;
  prepare?: (folder: string) => void;
}) {
  const url = await site();
  const { feeds = "good", network = "contact: a@b.example, " } = change;
  const list = feeds
    .split(",")
    .map((name) => `  - { id: ${name}, kind: rss, url: "${url}/${name}", language: tr, every: 2m }`);
  const text = `feeds:\n${list.join("\n")}\ntopics: []\nnetwork: { ${network}allowPrivateHosts: ["127.0.0.1"], perHostDelay: 1ms }\n${change.yaml ?? ""}`;
  const cwd = folderOf({ "tellal.yaml": text });
  change.prepare?.(cwd);
  const { code, out, err } = await run(["doctor"], {
    cwd,
    env: { TELLAL_CONFIG: "tellal.yaml", ...change.env },
    clock: () => now,
  });
  expect(err).toBe("");
  return { code, lines: out.replaceAll(url, "SITE").replaceAll(cwd, "HERE").trimEnd().split("\n") };
}

test("where all is well, each line has its ✓", async () => {
  const telegram = await createTelegram({ token });
  const slack = await createSlack();
  onTestFinished(async () => {
    await Promise.all([telegram.close(), slack.close()]);
  });
  const team = slack.addTeam({ name: "kizilay" });
  const env = {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    SLACK_BOT_TOKEN: team.token,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
  };
  const { code, lines } = await diagnosed({ env });
  expect(lines).toEqual([
    "✓ configuration: HERE/tellal.yaml, 1 feeds, 0 topics",
    "✓ database: none yet in HERE/data; the first start makes it",
    expect.stringMatching(/^✓ Telegram: the bot @\w+$/u),
    `✓ Slack: the workspace ${team.id}`,
    "✓ Slack, app token: Socket Mode is open to it",
    "✓ web page: no WEB_PORT, none",
    "✓ feed good: 1 items, the newest 2025-11-19T14:00:00.000Z",
    "",
    "all well",
  ]);
  expect(code).toBe(0);
});

const damaged = (folder: string) => {
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "tellal.db"), "no database at all".repeat(100));
};

test.each<[string, Parameters<typeof diagnosed>[0], RegExp]>([
  [
    "a key that is none",
    { yaml: "colour: 1\n" },
    /^✗ configuration: tellal\.yaml:\d+: colour: found an unknown key → known here: feeds/u,
  ],
  [
    "a variable of the wrong form",
    { env: { WEB_PORT: "http" } },
    /^✗ configuration: environment: WEB_PORT: found "http" → expected a port/u,
  ],
  [
    "a database that is damaged",
    { prepare: damaged },
    /^✗ database: .*is damaged \(it is not a database\)\. → Stop, and put a copy in its place with tellal restore/u,
  ],
  [
    "a data folder that is a file",
    { env: { TELLAL_DATA: "tellal.yaml" } },
    /^✗ data folder: .* → give Tellal's user the right to write there, or set TELLAL_DATA/u,
  ],
  [
    "Telegram out of reach",
    { env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: "http://127.0.0.1:1" } },
    /^✗ Telegram: Telegram cannot be reached.* → see whether this machine reaches api\.telegram\.org/u,
  ],
  [
    "an address for browsers that is not this machine's",
    { env: { WEB_PORT: "9", WEB_HOST: "192.0.2.1", WEB_TOKEN: "sixteen-characters" } },
    /^✗ web page: 192\.0\.2\.1:9 cannot be opened \(.*\) → set WEB_HOST and WEB_PORT/u,
  ],
  [
    "a feed that is gone",
    { feeds: "nowhere" },
    /^✗ feed nowhere: SITE\/nowhere answers 404 → look for its new address/u,
  ],
  ["a feed that is a page", { feeds: "page" }, /^✗ feed page: not a feed.* → check its url/u],
  ["a feed without items", { feeds: "empty" }, /^✗ feed empty: 0 items.* → see in a browser/u],
  ["a feed that stands still", { feeds: "old" }, /^✗ feed old: 1 items, the newest 2024-11-.* → it stands still/u],
  ["nobody to write to", { network: "" }, /^✗ network\.contact: empty → name a mail address/u],
])("%s is named with its cure", async (_name, change, line) => {
  const { code, lines } = await diagnosed(change);
  expect(lines.filter((one) => one.startsWith("✗"))).toEqual([expect.stringMatching(line)]);
  expect(code).toBe(1);
});

test("tokens that the platforms refuse are named with their cure", async () => {
  const telegram = await createTelegram({ token });
  const slack = await createSlack();
  onTestFinished(async () => {
    await Promise.all([telegram.close(), slack.close()]);
  });
  const env = {
    TELEGRAM_BOT_TOKEN: "7000000006:AAanother-token-of-nobody-0123456789",
    TELEGRAM_API_ROOT: telegram.url,
    SLACK_BOT_TOKEN: "xoxb-unknown",
    SLACK_API_URL: slack.url,
  };
  const { code, lines } = await diagnosed({ env });
  expect(lines.filter((one) => one.startsWith("✗"))).toEqual([
    expect.stringMatching(/^✗ Telegram: 40[14]: .* → copy the token anew from @BotFather into TELEGRAM_BOT_TOKEN$/u),
    expect.stringMatching(/^✗ Slack: .* → install the app anew and set its token in SLACK_BOT_TOKEN$/u),
  ]);
  expect(code).toBe(1);
});

test("six faults at once are six lines; the rest is looked at all the same", async () => {
  const { lines, code } = await diagnosed({
    feeds: "good,nowhere,page,old",
    network: "",
    prepare: damaged,
    env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: "http://127.0.0.1:1" },
  });
  expect(lines.filter((one) => one.startsWith("✗")).map((one) => /^✗ ([^:]*):/u.exec(one)?.[1])).toEqual([
    "database",
    "Telegram",
    "network.contact",
    "feed nowhere",
    "feed page",
    "feed old",
  ]);
  expect(lines).toContain("✓ feed good: 1 items, the newest 2025-11-19T14:00:00.000Z");
  expect([lines.at(-1), code]).toEqual(["6 of 10 need your attention", 1]);
});

test("as JSON for scripts", async () => {
  const cwd = folderOf({ "tellal.yaml": "feeds: []\ncolour: 1\n" });
  const { out, code } = await run(["doctor", "--json"], { cwd, env: { TELLAL_CONFIG: "tellal.yaml" } });
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    expect.objectContaining({ what: "configuration", cure: expect.stringContaining("known here") }),
  ]);
});
