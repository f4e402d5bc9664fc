import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { withContact } from "../../src/cli/init/files.js";
import { pages, read } from "../docs-pages.js";
import { createAaSite } from "../world/aa-site.js";
import { createSlack } from "../world/slack/slack.js";
import { createFolder, program } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { commandsOf, unmarkedCommands, withoutNpm } from "./docs-commands.js";
import { hour, story } from "./stories.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));

/** Commands with a database, and their exit codes, in the order in which they are run: each finds what those before it left. */
const ending: Record<string, number> = {
  "npm run --silent tellal -- once": 0,
  "npm run --silent tellal -- init": 0,
  "TELEGRAM_BOT_TOKEN=123456789:AA… npm run --silent tellal -- init --yes --contact desk@example.org --post telegram:123456": 0,
  "tellal init": 0,
  "npm run --silent tellal -- doctor": 0,
  "npm run --silent tellal -- migrate": 0,
  "tellal migrate": 0,
  "npm run --silent tellal -- export people": 0,
  "tellal export people > people.csv": 0,
  "npm run --silent tellal -- trace 3747971": 0,
  "tellal trace 3747971": 0,
  // Nothing runs.
  "npm run --silent tellal -- health": 1,
  "tellal health": 1,
  "npm run --silent tellal -- backup tellal-copy.db": 0,
  'tellal backup "/backups/tellal-$(date +%F).db"': 0,
  "tellal restore /backups/tellal-2025-11-19.db": 0,
};

/** Commands that need nothing of what others leave, and their exit codes. */
const alone: Record<string, number> = {
  "npm run demo": 0,
  "npm run --silent tellal -- config show": 0,
  "npm run --silent tellal -- brief story.html": 0,
  "npm run --silent tellal -- brief story.txt": 0,
  "npm run --silent tellal -- match stories.jsonl": 0,
  "npm run --silent tellal -- lexicon check": 0,
  "tellal lexicon check": 0,
  "npm run --silent demo -- --lang en": 0,
};

/** Commands that run until they are stopped, and what they say once they run. */
const lasting: Record<string, string> = {
  "npm start": "tellal started",
  "WEB_PORT=8080 npm start": "tellal started",
  "npm run demo -- --serve": "Still polling",
};

/** Commands that are not run here, and why. */
const left: Record<string, string> = {
  "npm ci": "without it there is no test; .ci/run does it",
  "npm test": "it is what runs this",
  "npm run build": "npm test has just done it",
  "npm run check": "takes minutes; .ci/run does it",
  "npm run corpus": "npm run check does it",
  "npm run format": "changes the tree",
  "npm run bench": "takes minutes and measures",
  ".ci/postgres npm run bench -- processes": "takes minutes and measures",
  "npm run bench -- web-million": "takes minutes and measures",
  ".ci/postgres npx vitest run tests/e2e/take-over.test.ts": "needs PostgreSQL; .ci/run does it",
  "npm run torture": "takes minutes; its tests are those of tests/torture",
  "npm run --silent world": "tests/e2e/by-hand.test.ts types at it",
  "npm run --silent world -- --lang en": "tests/e2e/by-hand.test.ts types at it",
  "bash .ci/run": "runs this",
  ".ci/postgres npx vitest run tests/store tests/app": "needs PostgreSQL; .ci/run does it",
  "TELLAL_BROWSER=/usr/bin/chromium npx vitest run tests/browser": "needs a browser; .ci/run does it",
  "npx tsc -p bench/tsconfig.json": "npm test has just done it",
  "node dist/tests/preview/page.js preview.html": "draws for eyes",
  "node dist/tests/preview/pictures.js preview.html": "needs a browser, and eyes",
  "node dist/tests/peers/feedparser.js FOLDER": "needs the clone of another project",
  "docker compose up -d": "needs Docker",
  "DATABASE_URL=postgres://tellal:secret@db/tellal npm start": "needs PostgreSQL; .ci/run does it with tests",
  "docker compose logs -f": "needs Docker",
  "POSTGRES_PASSWORD=… docker compose --profile scale up -d worker": "needs Docker",
  "docker compose exec tellal node dist/src/main.js doctor": "needs Docker",
  "systemctl enable --now tellal": "needs systemd",
  "systemctl stop tellal": "needs systemd",
  "systemctl start tellal": "needs systemd",
  "journalctl -u tellal": "needs systemd",
  "tellal backup": "only named there, without its file",
  "tellal restore": "only named there, without its file",
};

const documented = new Set(pages.flatMap((page) => commandsOf(read(page))));
const known = [...Object.keys(ending), ...Object.keys(alone), ...Object.keys(lasting), ...Object.keys(left)];

test("every command of the pages is run here, or named with the reason why not; none is named in vain", () => {
  expect([...documented].filter((command) => !known.includes(command))).toEqual([]);
  expect(known.filter((command) => !documented.has(command))).toEqual([]);
  expect(pages.flatMap((page) => unmarkedCommands(read(page)))).toEqual([]);
});

test("also those that are not run name scripts and programs that there are", () => {
  for (const command of documented) {
    const plain = withoutNpm(command, scripts);
    const files = [...plain.matchAll(/\b(?:dist\/([\w/-]+)\.js|(bench\/[\w.]+\.json)|(\.ci\/\w+))/gu)];
    const paths = files.map(([, source, other = "", ci = ""]) => (source === undefined ? other + ci : `${source}.ts`));
    expect([command, paths.filter((path) => !existsSync(join(root, path)))]).toEqual([command, []]);
  }
});

test("a command is found in blocks and spans, without remarks, and taken for what npm makes of it", () => {
  const page = "`npm run x -- --y` and `x`\n```sh\nA=1 npm start && ls  # z\n```\n```\nnpm ci\nls\n```\n";
  expect(commandsOf(page)).toEqual(["A=1 npm start", "ls", "npm run x -- --y"]);
  expect(unmarkedCommands(page)).toEqual(["npm ci"]);
  const made = { x: "node x.js", start: "node start.js" };
  expect(commandsOf(page).map((command) => withoutNpm(command, made))).toEqual([
    "A=1 node start.js",
    "ls",
    "node x.js --y",
  ]);
  expect(() => withoutNpm("npm run z", made)).toThrow("no such script");
});

const token = "7000000023:AAtest-token-of-nobody-0123456789abcdef";

/** A folder as its reader might have it, with all platforms of the tests' world. */
async function household() {
  const site = await createAaSite();
  const telegram = await createTelegram({ token });
  const slack = await createSlack({ rates: { tierFactor: 1_000 } });
  onTestFinished(async () => {
    await Promise.all([site.close(), telegram.close(), slack.close()]);
  });
  site.show("guncel", [story(3747971, hour)]);
  const ayse = telegram.user({ first_name: "Ayşe", started: true });
  const team = slack.addTeam({ name: "kizilay" });
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const { TELLAL_CONFIG: config = "", TELLAL_DATA: data = "" } = env;
  writeFileSync(config, withContact(readFileSync(config, "utf8"), "desk@example.org"));
  for (const [name, fixture] of [
    ["story.html", "model-new.html"],
    ["story.txt", "model.txt"],
  ]) {
    writeFileSync(join(folder, name ?? ""), readFileSync(join(root, "tests/fixtures/articles", fixture ?? "")));
  }
  writeFileSync(join(folder, "stories.jsonl"), '{"id":"1","title":"Kızılay\'dan yardım","body":""}\n');
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "date"), "#!/bin/sh\necho 2025-11-19\n");
  chmodSync(join(bin, "date"), 0o755);
  return {
    folder,
    /** What stands in a page for what each reader has of his own. */
    own: (command: string) =>
      command
        .replaceAll("123456789:AA…", token)
        .replaceAll("telegram:123456", `telegram:${ayse.id}`)
        .replaceAll("/backups/", `${folder}/backups/`)
        .replaceAll("WEB_PORT=8080", "WEB_PORT=0"),
    env: {
      PATH: `${bin}:${dirname(process.execPath)}:${process.env["PATH"] ?? ""}`,
      TELLAL_CONFIG: config,
      TELLAL_DATA: data,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
      SLACK_BOT_TOKEN: team.token,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.url,
    },
  };
}

type Household = Pick<Awaited<ReturnType<typeof household>>, "folder" | "own" | "env">;

type Typed = { code: number | null; said: string };

/** A command of a page as the program that it runs. */
const plainOf = (command: string) => withoutNpm(command, scripts).replace(/^tellal /u, "node dist/src/main.js ");

/** Types a command into a shell; one that lasts is stopped once it said what shows that it runs. */
function typed(command: string, { folder, own, env }: Household, until: string | null = null) {
  const plain = own(plainOf(command)).replaceAll("node dist/src/main.js", `node "${program}"`);
  // The shell gives way to a program that lasts, so that the signal reaches it.
  const child = spawn("sh", ["-c", until === null ? plain : `exec env ${plain}`], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  let asked = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      // A second signal would end it at once.
      if (asked || until === null || !said.includes(until)) return;
      asked = child.kill("SIGTERM");
    });
  }
  return new Promise<Typed>((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
}

test("the commands of the pages end as they should", { timeout: 240_000 }, async () => {
  const home = await household();
  const results = new Map<string, Promise<Typed>>();
  /** What two pages write in two ways is typed once. */
  function once(command: string): Promise<Typed> {
    const plain = plainOf(command);
    const result = results.get(plain) ?? typed(command, home);
    results.set(plain, result);
    return result;
  }
  async function faults(row: Readonly<Record<string, number>>): Promise<string[]> {
    const told: string[] = [];
    for (const [command, expected] of Object.entries(row)) {
      const { code, said } = await once(command);
      if (code !== expected) told.push(`${command}: ${code} instead of ${expected}\n${said}`);
    }
    return told;
  }
  async function lasts(): Promise<string[]> {
    const told: string[] = [];
    for (const [command, until] of Object.entries(lasting)) {
      const { code, said } = await typed(command, home, until);
      if (code !== 0 || !said.includes(until)) told.push(`${command}: ${code}\n${said}`);
    }
    return told;
  }
  const first = async () => [...(await faults(ending)), ...(await lasts())];
  expect((await Promise.all([first(), faults(alone)])).flat()).toEqual([]);
});
