import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { p } from "../../src/cli/demo/story.js";
import { packageRoot } from "../../src/config.js";
import { databaseFile } from "../../src/store/database.js";
import { count, hour, story } from "../e2e/stories.js";
import { openStore, seed, start } from "../store/open.js";
import { temporaryFolder } from "../temporary.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, program, run, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { figure, isFull, peakOf } from "./figure.js";

const token = "7000000006:AAtest-token-of-nobody-0123456789abcdef";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
});
afterEach(() => site.close());

/** A small file system of its own, gone when the test has ended; null where this user may mount none. */
function smallDisk(size: string) {
  const path = mkdtempSync(join(tmpdir(), "tellal-disk-"));
  const mount = (options: string) => spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]).status === 0;
  const isThere = mount(`size=${size}`);
  onTestFinished(() => {
    if (isThere) spawnSync("umount", ["-l", path]);
    rmSync(path, { recursive: true, force: true });
  });
  return isThere ? { path, protect: () => mount("remount,ro") } : null;
}

/** Says loudly what could not be tried: a test that is silent about it would look like one that held. */
function notTried(what: string): void {
  console.warn(`\n!!! NOT TRIED: ${what}. This user may mount no file system; as root it is tried.\n`);
  figure({ what, runs: 0, more: "**not tried**: no right to mount" });
}

function integrity(file: string): unknown {
  const database = new BetterSqlite(file, { readonly: true });
  try {
    return database.pragma("integrity_check", { simple: true });
  } finally {
    database.close();
  }
}

const long = Array.from({ length: 60 }, () => p("Kızılay gönüllüleri afet tatbikatında görev aldı. ".repeat(16)));

test(
  "a disk that is full: Tellal says so and goes on; with room again, all that came meanwhile arrives, once",
  { timeout: 150_000 },
  async () => {
    const what = "a full disk, under the whole program";
    const disk = smallDisk("24m");
    if (disk === null) {
      notTried(what);
      return;
    }
    const { env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
    const data = join(disk.path, "data");
    const first = story(401, hour);
    site.show("guncel", [first]);
    const running = tellal(["start"], { ...env, TELLAL_DATA: data });
    onTestFinished(() => void running.child.kill("SIGKILL"));
    const until = async (holds: () => boolean) => {
      const end = Date.now() + 40_000;
      while (!holds()) {
        const isOver = running.child.exitCode !== null || running.child.signalCode !== null;
        if (isOver || Date.now() > end) throw new Error(running.seen());
        await sleep(50);
      }
    };
    await until(() => count(running.seen(), 401) > 0);

    const ballast = join(disk.path, "ballast");
    const full = () => {
      for (let size = 2 ** 18; size >= 2 ** 12; size /= 2) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: "a" });
        } catch {
          // Smaller pieces may still fit.
        }
      }
    };
    full();
    const stories = Array.from({ length: 12 }, (_, at) => story(402 + at, 0, { body: long }));
    site.show("guncel", [...stories.toReversed(), first]);
    await until(() => /disk is full|disk I\/O error/u.test(running.seen()));
    full();
    await sleep(2_000);
    const during = stories.filter(({ id }) => count(running.seen(), id) > 0).length;
    expect(during).toBeLessThan(stories.length);
    const memory = peakOf(running.child.pid);

    rmSync(ballast);
    await until(() => stories.every(({ id }) => count(running.seen(), id) > 0));
    await sleep(1_000);
    running.child.kill("SIGTERM");
    const { code, out } = await running.ended;
    expect(code).toBe(0);
    const copies = [first, ...stories].map(({ id }) => count(out, id));
    expect(copies).toEqual(copies.map(() => 1));
    expect(integrity(databaseFile(data))).toBe("ok");
    figure({
      what,
      runs: 1,
      lost: 0,
      doubled: 0,
      survived: 1,
      memory,
      more: `${stories.length} stories came meanwhile`,
    });
  },
);

test.each(["once", "start", "backup", "config apply"])(
  "%s on a data folder that cannot be written: a sentence, exit 2, nothing changed",
  async (command) => {
    const what = "a data folder that is read-only";
    const { folder, env } = createFolder(site.url, ["guncel"]);
    site.show("guncel", [story(421, hour)]);
    const isRoot = process.getuid?.() === 0;
    const disk = isRoot ? smallDisk("8m") : null;
    if (isRoot && disk === null) {
      notTried(what);
      return;
    }
    const data = join(disk?.path ?? folder, "data");
    await run(["once"], { ...env, TELLAL_DATA: data });
    const seen = () => readdirSync(data).map((name) => [name, statSync(join(data, name)).size]);
    const before = seen();
    const isProtected = disk?.protect() ?? (chmodSync(data, 0o500), true);
    expect(isProtected).toBe(true);
    const args = command.split(" ");
    const extra = command === "backup" ? [join(folder, "copy.db")] : [];
    const { code, err } = await run([...args, ...extra], { ...env, TELLAL_DATA: data });
    if (disk === null) chmodSync(data, 0o700);
    expect([code, err]).toEqual([2, expect.stringMatching(/cannot be (?:opened|made|written)/u)]);
    expect(seen()).toEqual(before);
    figure({ what, runs: 1, survived: 1 });
  },
);

/** From hardly enough for Node itself to nearly enough for all chats at once. */
const limits = isFull ? [16, 18, 20, 22, 24, 26, 28, 30, 34, 38, 44, 52] : [22, 34];

test(
  `out of file descriptors (${limits.join(", ")} of them): it ends or goes on; afterwards all chats have everything once`,
  // A send that broke off midway is settled after its grace of a minute, which the run waits for.
  { timeout: 60_000 + limits.length * 100_000 },
  async () => {
    const telegram = await createTelegram({ token });
    onTestFinished(() => telegram.close());
    const people = Array.from({ length: 20 }, (_, n) =>
      telegram.user({ first_name: `Kişi ${n}`, username: `kisi_${n}`, started: true }),
    );
    const addresses = people.map(({ id }) => `telegram:${id}`);
    const { env, folder } = createFolder(site.url, ["guncel"], "", addresses);
    const all = { ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url };
    telegram.plan({ method: "sendMessage", times: Infinity }, { kind: "slow", milliseconds: 300 });
    site.show("guncel", [story(431, hour), story(432, 0)]);
    const codes: string[] = [];
    for (const limit of limits) {
      const shell = `ulimit -n ${limit} && exec "$0" "$@"`;
      const child = spawn("bash", ["-c", shell, process.execPath, program, "once"], {
        env: { PATH: process.env["PATH"] ?? "", ...all },
        stdio: "ignore",
      });
      codes.push(await new Promise((resolve) => child.on("close", (code, signal) => resolve(String(code ?? signal)))));
    }
    expect(await run(["once"], all)).toMatchObject({ code: 0 });
    const copies = people.map(({ chat }) => telegram.posts().filter((post) => post.chat === chat.id).length);
    expect(copies).toEqual(copies.map(() => 2));
    expect(integrity(databaseFile(join(folder, "data")))).toBe("ok");
    figure({
      what: "out of file descriptors",
      runs: limits.length,
      lost: 0,
      doubled: 0,
      survived: limits.length,
      more: `exit codes ${codes.join(" ")}`,
    });
  },
);

test("another program that holds the database for seconds stops writes, and nothing else", async () => {
  const { store, folder } = await openStore();
  await store.seed(seed, start);
  const span = 2_000;
  const holder = `
    const database = new (require("better-sqlite3"))(${JSON.stringify(databaseFile(folder))});
    database.exec("begin immediate");
    console.log("held");
    setTimeout(() => database.exec("commit"), ${span});`;
  const other = spawn(process.execPath, ["-e", holder], { cwd: packageRoot(), stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => other.stdout.once("data", resolve));
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 10);
  const begun = performance.now();
  await Promise.all([store.settings.set("note", 1), store.settings.set("other", 2)]);
  clearInterval(timer);
  lag.disable();
  const worst = Math.round(lag.max / 1e6);
  // Only once the other has let go; how soon its process ends after that is not ours.
  expect(performance.now() - begun).toBeGreaterThan(span / 2);
  // SQLite itself waits for 100 ms at a time; in between there is room for everything else.
  expect(ticks).toBeGreaterThan(10);
  expect(worst).toBeLessThanOrEqual(isFull ? 250 : Infinity);
  figure({
    what: "database held by another program",
    runs: 1,
    survived: 1,
    delay: worst,
    more: `held for ${span} ms; the delay is the event loop's`,
  });
});

test("nothing but the data folder is written, wherever it is started", async () => {
  const { env, folder } = createFolder(site.url, ["guncel"]);
  site.show("guncel", [story(441, hour)]);
  const [home, temporary, here] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const parts = ["src", "dist/src", "dist/migrations", "config", "migrations"].map((part) => join(packageRoot(), part));
  const newest = () =>
    Math.max(
      ...parts.flatMap((part) =>
        readdirSync(part, { recursive: true, withFileTypes: true }).map((entry) => {
          const { mtimeMs, ctimeMs } = statSync(join(entry.parentPath, entry.name));
          return Math.max(mtimeMs, ctimeMs);
        }),
      ),
    );
  const before = newest();
  const child = spawn(process.execPath, [program, "once"], {
    cwd: here,
    env: { PATH: process.env["PATH"] ?? "", ...env, HOME: home, TMPDIR: temporary },
    stdio: "ignore",
  });
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect([home, temporary, here].flatMap((path) => readdirSync(path))).toEqual([]);
  expect(newest()).toBe(before);
  expect(readdirSync(join(folder, "data"))).toContain("tellal.db");
});
