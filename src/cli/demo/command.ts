import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRun } from "../../app/run.js";
import { loadConfig, packageRoot, type Config } from "../../config.js";
import { createLog, type Log } from "../../log.js";
import type { CliParts } from "../parts.js";
import { keepRunning } from "../start.js";
import { surroundings } from "../open.js";
import { openTellal, type Tellal } from "../tellal.js";
import type { Pulse } from "../../web/health.js";
import { openWeb } from "../web.js";
import { demoStart, createDemoSite } from "./site.js";
import { summaryText } from "./summary.js";

/** The options of `demo`. */
export interface DemoOptions {
  serve?: true;
  lang: "tr" | "en";
}

/** The site files the model case again; a matched page is read again a quarter of an hour after it was recorded. */
const secondLook = 16 * 60_000;

/** `demo`: the real pipeline on a sample site that this program serves itself, on a fresh database in a temporary folder. */
export async function demo(options: DemoOptions, parts: CliParts): Promise<void> {
  const site = createDemoSite();
  const folder = await mkdtemp(join(tmpdir(), "tellal-demo-"));
  try {
    const { url } = await site.listen();
    await play({ site, url, folder, options, parts });
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Play {
  site: ReturnType<typeof createDemoSite>;
  url: string;
  folder: string;
  options: DemoOptions;
  parts: CliParts;
}

async function play({ site, url, folder, options, parts }: Play): Promise<void> {
  const began = parts.clock();
  let ahead = 0;
  // The demo's time: that of the sample stories, moved on by hand between the two looks.
  const clock = () => demoStart + (parts.clock() - began) + ahead;
  const config = demoConfig(url, folder, parts.env.WEB_PORT ?? "0");
  const log = createLog({ level: "warn", format: "pretty", secrets: [], write: parts.err });
  const signal = parts.stopped();
  const tellal = await openTellal({ config, language: options.lang, log, signal, ...surroundings(parts), clock });
  try {
    await parts.out(`Sample site at ${url}, three feeds; the clock stands at 19.11.2025 18:00 in Istanbul.\n\n`);
    await look({ tellal, clock, signal, parts });
    site.stage(2);
    ahead = secondLook;
    await parts.out("A quarter of an hour later the site has changed one story.\n\n");
    await look({ tellal, clock, signal, parts });
    await parts.out(await summaryText(tellal, parts.paint));
    if (options.serve === true) await serve({ config, tellal, log, signal, clock, parts, url });
  } finally {
    await tellal.close();
  }
}

/** One whole journey, with a line of progress where a person is watching. */
async function look({
  tellal,
  clock,
  signal,
  parts,
}: {
  tellal: Tellal;
  clock: () => number;
  signal: AbortSignal;
  parts: CliParts;
}) {
  const once = createRun({
    ...tellal,
    clock,
    signal,
    progress: (step) => {
      if (!parts.interactive) return;
      const said = "polled" in step ? `${step.polled} feeds polled` : "page" in step ? `${step.page} pages read` : "";
      parts.err(`\r\u001b[2K${said}`);
    },
  });
  await once();
}

async function serve({
  config,
  tellal,
  log,
  signal,
  clock,
  parts,
  url,
}: {
  config: Config;
  tellal: Tellal;
  log: Log;
  signal: AbortSignal;
  clock: () => number;
  parts: CliParts;
  url: string;
}): Promise<void> {
  const pulse: Pulse = { at: null };
  const doors = await openWeb({ config, tellal, routes: new Map(), pulse, log, clock });
  try {
    const page = doors === null ? "" : ` The web page: http://127.0.0.1:${doors.port}/`;
    await parts.out(`\nStill polling ${url}; stop with Ctrl-C.${page}\n`);
    await keepRunning({
      tellal,
      does: () => true,
      listeners: [],
      log,
      signal,
      clock,
      alive: async (now) => void (pulse.at = now),
      ping: async () => {},
    });
  } finally {
    await doors?.close();
  }
}

/** The shipped configuration with the sample site's feeds, which are on loopback and need no politeness. */
function demoConfig(url: string, folder: string, port: string): Config {
  const shipped = loadConfig({ env: { WEB_PORT: port }, cwd: packageRoot() });
  const { network, topics } = shipped.settings;
  const every = 2 * 60_000;
  const feed = (id: string, path: string, language: string) =>
    ({ id, kind: "aa", url: `${url}/${path}`, language, every }) as const;
  return {
    ...shipped,
    data: folder,
    settings: {
      ...shipped.settings,
      feeds: [
        feed("aa-tr-guncel", "tr/rss/default?cat=guncel", "tr"),
        feed("aa-tr-dunya", "tr/rss/default?cat=dunya", "tr"),
        feed("aa-en-live", "en/rss/default?cat=live", "en"),
      ],
      network: { ...network, allowPrivateHosts: ["127.0.0.1"], perHostDelay: 0 },
      subscribe: [{ chat: "console", topics: topics.map((topic) => topic.id) }],
    },
  };
}
