import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createSlack } from "../world/slack/slack.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { count, hour, story } from "../e2e/stories.js";
import { figure, isFull } from "./figure.js";

const telegramSecret = "AAcanary-of-telegram-0123456789abcdef";
const token = `7000000008:${telegramSecret}`;
const password = "canary-of-a-password";
const marked = {
  TELLAL_KEY: "canary-of-the-key-0123456789",
  TELEGRAM_WEBHOOK_SECRET: "canary-of-the-webhook-0123456789",
  SLACK_SIGNING_SECRET: "canary-of-the-signature-0123456789",
  SLACK_CLIENT_SECRET: "canary-of-the-client-0123456789",
  SLACK_STATE_SECRET: "canary-of-the-state-0123456789",
  WEB_TOKEN: "canary-of-the-web-0123456789",
  PING_URL: "https://ping.example/canary-of-the-ping",
  DATABASE_URL: "postgres://tellal:canary-of-postgres@db.example/tellal",
};

/** Where one of the marks stands, as it is or percent-encoded. */
function leaks(texts: Record<string, string>, marks: readonly string[]): string[] {
  return Object.entries(texts).flatMap(([where, text]) =>
    marks
      .filter((mark) => text.includes(mark) || text.includes(encodeURIComponent(mark)))
      .map(
        (mark) => `${where}: ${text.slice(Math.max(0, text.indexOf(mark) - 120), text.indexOf(mark) + mark.length)}`,
      ),
  );
}

/** Every file under a folder, as Latin letters, so that a mark is found between whatever bytes. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), "latin1")] as const),
  );
}

test("no secret in any output, answer, audit, database, backup or crash", { timeout: 240_000 }, async () => {
  const site = await createAaSite();
  const telegram = await createTelegram({ token, rates: { chatPerSecond: Infinity } });
  const slack = await createSlack();
  const team = slack.addTeam({ name: "kizilay" });
  const room = team.addChannel({ name: "haber", bot: true });
  const boss = telegram.user({ first_name: "Ayşe", language_code: "tr", started: true });
  const addresses = ["console", `telegram:${boss.id}`, `slack:/${room.id}`];
  const { folder, env } = createFolder(site.url, ["guncel"], "", addresses, "1s");
  const isStory = ({ args }: { args: Record<string, unknown> }) => String(args["text"]).includes("buluşmasını");
  const outputs: Record<string, string> = {};
  const note = (name: string, { out, err }: { out: string; err: string }) => (outputs[name] = out + err);
  const { TELLAL_KEY, WEB_TOKEN } = marked;
  const all = {
    ...env,
    LOG_LEVEL: "trace",
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    SLACK_BOT_TOKEN: team.token,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.url,
    ADMINS: `telegram:${boss.id}`,
    TELLAL_KEY,
    WEB_TOKEN,
    WEB_PORT: "0",
  };
  const slackSecrets = [team.token, slack.appToken].map((value) => value.slice(value.lastIndexOf("-") + 1));
  const marks = [telegramSecret, ...slackSecrets, password, ...Object.values(marked)];
  try {
    site.show("guncel", [story(501, hour)]);
    telegram.plan({ method: "sendMessage", when: isStory }, { kind: "reset", accepted: false });
    telegram.plan({ method: "getUpdates", nth: 2 }, { kind: "bad gateway", accepted: false });
    telegram.plan(
      { method: "sendMessage", when: isStory },
      { kind: "refused", error_code: 400, description: `Bad Request: /bot${token}/sendMessage` },
    );
    slack.plan("chat.postMessage", { html: "before", status: 502 });
    slack.plan("chat.postMessage", { error: `invalid_auth_${team.token}`, when: "before" }, { nth: 2 });
    const running = tellal(["start"], all);
    const posts = () => telegram.posts().filter(({ chat }) => chat === boss.chat.id);
    const shows = async (id: number) => {
      while (count(running.seen(), id) === 0) {
        if (running.child.exitCode !== null) throw new Error(running.seen());
        await sleep(50);
      }
    };
    await shows(501);
    const answers = [];
    for (const words of [
      "/status",
      `/feed add gizli https://ben:${password}@haber.example/rss`,
      "/keyword add kizilay gönüllü evi",
      "/feed list",
      "/admin list",
      "/audit",
    ]) {
      const before = posts().length;
      boss.says(boss.chat, words);
      await telegram.until(() => posts().length > before);
      answers.push(posts().at(-1)?.text ?? "");
    }
    outputs["answers"] = answers.join("\n");
    note("backup", await run(["backup", join(folder, "copy.db")], all));
    // Told last, as it ends the account: a dead token, repeated by whoever refuses it.
    telegram.plan({ times: Infinity }, { kind: "refused", error_code: 401, description: `Unauthorized: ${token}` });
    team.kill("token_revoked");
    site.show("guncel", [story(502, 0), story(501, hour)]);
    await shows(502);
    await sleep(1_000);
    running.child.kill("SIGTERM");
    note("start", await running.ended);

    note("once", await run(["once"], all));
    note("config show", await run(["config", "show"], { ...all, ...marked, DATABASE_URL: "" }));
    note("postgres", await run(["once"], { ...all, ...marked }));
    const wrong = { ...all, SLACK_BOT_TOKEN: password, TELEGRAM_BOT_TOKEN: password, TELEGRAM_WEBHOOK_URL: password };
    note("a wrong configuration", await run(["once"], wrong));

    const crash = join(folder, "crash.cjs");
    const words =
      "`GET ${process.env.TELEGRAM_API_ROOT}/bot${process.env.TELEGRAM_BOT_TOKEN}/getMe ${process.env.TELLAL_KEY}`";
    const ways = {
      "a crash": `setTimeout(() => { throw new Error(${words}, { cause: new Error(${words}) }); }, 1500);`,
      "a rejection": `setTimeout(() => void Promise.reject(new TypeError(${words})), 1500);`,
      "a thing that is thrown": `setTimeout(() => { throw ${words}; }, 1500);`,
    };
    for (const [name, code] of Object.entries(ways).slice(0, isFull ? 3 : 1)) {
      writeFileSync(crash, code);
      const ended = await run(["start"], { ...all, NODE_OPTIONS: `--require ${crash}` });
      note(name, ended);
      expect([name, ended.code]).toEqual([name, 1]);
      expect(ended.err).toContain("[redacted]");
    }

    const files = filesIn(folder);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["tellal.db", "copy.db"]));
    expect(outputs["answers"]).toContain("gönüllü evi");
    // These two are the test's own.
    const { "crash.cjs": _, "tellal.yaml": __, ...written } = files;
    const searched = { ...outputs, ...written };
    expect(leaks(searched, marks)).toEqual([]);
    figure({
      what: "outputs and files searched for marked secrets",
      runs: Object.keys(searched).length,
      harmless: Object.keys(searched).length,
      more: `${marks.length} secrets, ${Math.round(Object.values(searched).join("").length / 1_000)} kB`,
    });
  } finally {
    await Promise.all([site.close(), telegram.close(), slack.close()]);
  }
});
