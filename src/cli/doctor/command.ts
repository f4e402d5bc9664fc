import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { loadConfig, loadLexicon, ownVersion, type Config } from "../../config.js";
import { cleanText } from "../../core/message/clean.js";
import { Refusal } from "../../core/refusal.js";
import { extractArticle } from "../../feeds/article.js";
import { createFeeds } from "../../feeds/feeds.js";
import { createFetch } from "../../feeds/fetch.js";
import type { FeedRequest } from "../../feeds/outcome.js";
import { openDatabase, storagePlace } from "../../store/database.js";
import { createStore } from "../../store/store.js";
import { isAlive } from "../health.js";
import type { CliParts } from "../parts.js";
import { lookAtFeed } from "./feed.js";
import type { Finding } from "./finding.js";
import { storageOf } from "../tellal.js";
import { lookAtSlack, lookAtSlackApp, lookAtTelegram } from "./tokens.js";

/** The options of `doctor`. */
export interface DoctorOptions {
  json?: true;
}

/** `doctor`: looks at configuration, data folder, database, tokens, web page and every feed; exit code 1 if something is wrong. */
export async function doctor({ json }: DoctorOptions, parts: CliParts): Promise<void> {
  const findings: Finding[] = [];
  const tell = async (finding: Finding) => {
    findings.push(finding);
    if (json === undefined) await parts.out(lineOf(finding, parts));
  };
  const config = await readConfig(parts, tell);
  if (config !== null) {
    const feeds = await lookAtDatabase(config, parts, tell);
    await tell({ what: "Telegram", ...(await lookAtTelegram(config.env)) });
    await tell({ what: "Slack", ...(await lookAtSlack(config.env)) });
    if (config.env.SLACK_APP_TOKEN !== undefined) {
      await tell({ what: "Slack, app token", ...(await lookAtSlackApp(config.env)) });
    }
    await lookAtWeb(config, parts, tell);
    await lookAtFeeds(config, feeds, parts, tell);
  }
  if (json === true) await parts.out(`${JSON.stringify(findings, null, 2)}\n`);
  const wrong = findings.filter(({ cure }) => cure !== null).length;
  if (json === undefined) {
    await parts.out(wrong === 0 ? "\nall well\n" : `\n${wrong} of ${findings.length} need your attention\n`);
  }
  if (wrong > 0) parts.fail();
}

type Tell = (finding: Finding) => Promise<void>;

function lineOf({ what, found, cure }: Finding, { paint }: CliParts): string {
  const mark = cure === null ? "✓" : paint.bold("✗");
  return `${mark} ${cleanText(what)}: ${cleanText(found)}${cure === null ? "" : ` → ${cleanText(cure)}`}\n`;
}

async function readConfig(parts: CliParts, tell: Tell): Promise<Config | null> {
  try {
    const config = loadConfig(parts);
    loadLexicon();
    const { feeds, topics } = config.settings;
    await tell({
      what: "configuration",
      found: `${config.file}, ${feeds.length} feeds, ${topics.length} topics`,
      cure: null,
    });
    return config;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [head = "", ...lines] = error.message.split("\n");
    for (const line of lines.length === 0 ? [head] : lines) {
      // A fault tells what was found and, behind the semicolon, what helps.
      const [found = "", ...cure] = line.trim().split("; ");
      await tell({
        what: "configuration",
        found,
        cure: cure.join("; ") || "see config/tellal.yaml and README, Configuration",
      });
    }
    return null;
  }
}

type Known = FeedRequest & { newest: number | null; paused: number | null };

/** Looks at the data folder and the database in it; its feeds, or those of the settings where there is none yet. */
async function lookAtDatabase(config: Config, { clock }: CliParts, tell: Tell): Promise<Known[]> {
  const { data, settings } = config;
  const storage = storageOf(config);
  const unread = { etag: null, modified: null, hash: null, newest: null, paused: null };
  const configured = settings.feeds.map((feed) => ({ ...feed, ...unread }));
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    await tell({ what: "data folder", found, cure: "give Tellal's user the right to write there, or set TELLAL_DATA" });
    return configured;
  }
  if (storage.address === undefined && !existsSync(storagePlace(storage))) {
    await tell({ what: "database", found: `none yet in ${data}; the first start makes it`, cure: null });
    return configured;
  }
  try {
    const store = createStore({ database: await openDatabase(storage) });
    try {
      const { stories, deliveries } = await store.summary();
      const running = (await isAlive(data, clock())) ? "running" : "not running";
      await tell({
        what: "database",
        found: `whole, ${stories} stories, ${deliveries.owed} owed; Tellal is ${running}`,
        cure: null,
      });
      const still = await store.watched.still(clock() - 30 * 60_000);
      for (const { lane, waiting } of still) {
        const cure = "see whether Tellal runs and the account's token is set and valid";
        await tell({ what: `lane ${lane}`, found: `${waiting} deliveries are due for half an hour and more`, cure });
      }
      const feeds = await store.feeds.list();
      return feeds.map((feed) => ({
        ...feed,
        ...unread,
        newest: feed.newest,
        paused: feed.paused,
        url: feed.moved ?? feed.url,
      }));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [found = "", ...cure] = error.message.split(/(?<=\.|\)) /u);
    await tell({ what: "database", found, cure: cure.join(" ") || "restore a backup" });
    return configured;
  }
}

/** Whether the port is free; where Tellal runs it is its own. */
async function lookAtWeb({ env, data }: Config, { clock }: CliParts, tell: Tell): Promise<void> {
  const { WEB_HOST: host, WEB_PORT: port } = env;
  if (port === undefined) return tell({ what: "web page", found: "no WEB_PORT, none", cure: null });
  const at = `${host}:${port}`;
  if (await isAlive(data, clock())) return tell({ what: "web page", found: `${at}, open`, cure: null });
  const server = createServer();
  const why = await new Promise<string | null>((resolve) => {
    server.once("error", (error) => resolve(error.message));
    server.listen(port, host, () => resolve(null));
  });
  server.close();
  await tell(
    why === null
      ? { what: "web page", found: `${at} is free`, cure: null }
      : {
          what: "web page",
          found: `${at} cannot be opened (${why})`,
          cure: "set WEB_HOST and WEB_PORT to an address of this machine and a free port",
        },
  );
}

async function lookAtFeeds({ settings }: Config, known: readonly Known[], parts: CliParts, tell: Tell): Promise<void> {
  if (known.length === 0) {
    await tell({
      what: "feeds",
      found: "none",
      cure: "name one in tellal.yaml and run tellal config apply, or /feed add in a chat",
    });
  }
  const { network } = settings;
  if (network.contact === "" && known.length > 0) {
    const cure = "name a mail address or page, so that a site's people can reach you before they lock you out";
    await tell({ what: "network.contact", found: "empty", cure });
  }
  const { clock } = parts;
  const feeds = createFeeds({
    fetch: createFetch({ network }),
    network,
    version: ownVersion(),
    clock,
    extract: extractArticle,
  });
  for (const feed of known) {
    if (feed.paused !== null) {
      await tell({ what: `feed ${feed.id}`, found: "paused", cure: null });
      continue;
    }
    await tell({ what: `feed ${feed.id}`, ...lookAtFeed(feed, await feeds.read(feed, clock()), clock()) });
  }
}
