import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { tellal } from "../world/tellal.js";

/** `npm test` compiles it. */
const program = fileURLToPath(new URL("../../dist/tests/world/by-hand/run.js", import.meta.url));

/** `npm run world` as somebody who types at it. */
function world(args: string[] = []) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  let read = 0;
  return {
    child,
    ended,
    /** What was printed since the last `until`, once all of it stands there. */
    until: async (...texts: string[]): Promise<string> => {
      while (!texts.every((text) => out.slice(read).includes(text))) await sleep(20);
      const fresh = out.slice(read);
      read = out.length;
      return fresh;
    },
    type: (line: string) => void child.stdin.write(`${line}\n`),
  };
}

const environment = (printed: string) =>
  Object.fromEntries(
    [...printed.matchAll(/^export (\w+)='([^']*)'$/gmu)].map(([, name, value]) => [name, value ?? ""]),
  );

test("with what the world prints, a person subscribes on Telegram and in Slack, and both get the next story", async () => {
  const { child, ended, until, type } = world();
  const bot = tellal(["start"], environment(await until("help, quit")));
  onTestFinished(() => void bot.child.kill("SIGKILL"));
  const heard = ["listening to Telegram", "Socket Mode is connected", "aa:3747971"];
  while (!heard.every((text) => bot.seen().includes(text))) await sleep(50);

  type("telegram /start                # as README has it");
  await until("Merhaba, ben Tellal.", "[1: ➕ Kızılay]");
  type("press 1");
  await until("Kızılay'ı takip ediyorsunuz.", "Telegram, Ayşe's chat with the bot ──\nKızılay · Toplantı");
  type("slack subscribe kizilay");
  await until("Slack, #haberler, only Elif sees it ──\nKızılay · Toplantı", "Bakü'de bir araya geldi");

  type("news");
  const title = "Türk Kızılay ile Kazakistan Kızılayı afet lojistiği protokolü imzaladı";
  const posted = await until(
    `AA has: ${title}`,
    `Telegram, Ayşe's chat with the bot ──\nKızılay · `,
    "Slack, #haberler ──",
  );
  expect(posted.split(title)).toHaveLength(4);
  type("change");
  await until(
    "Telegram, Ayşe's chat with the bot, edited ──",
    "Slack, #haberler, edited ──",
    "ortak bir afet tatbikatı",
  );

  type("telegram /latest kizilay 1");
  await until(title);
  type("telegram /web");
  const link = /http:\/\/\S+\/enter\?ticket=[^>\s]+/u.exec(await until("/enter?ticket="))?.[0] ?? "";
  expect((await fetch(link)).status).toBe(200);
  type("press 9");
  await until("There is no such button under the last post.");
  type("haber");
  await until('There is no "haber" here.');

  bot.child.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0 });
  child.stdin.end();
  expect(await ended).toBe(0);
});

test("the world speaks English too, and ends when it is told to", async () => {
  const { child, ended, until } = world(["--lang", "en"]);
  const bot = tellal(["start"], environment(await until("help, quit")));
  onTestFinished(() => void bot.child.kill("SIGKILL"));
  while (!bot.seen().includes("Socket Mode is connected")) await sleep(50);
  child.stdin.write("slack subscribe tdt\n");
  await until("Slack, #haberler, only Elif sees it ──\nYou follow OTS.");
  bot.child.kill("SIGTERM");
  await bot.ended;
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});
