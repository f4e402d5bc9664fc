/**
 * `npm run world`: Telegram, Slack and AA's site on this machine, to try Tellal by hand without tokens. `--lang en` makes both
 * people speak English.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createTown, type Town } from "./town.js";

const help = `
  telegram TEXT   Ayşe writes to the bot           telegram /start
  slack TEXT      Elif types /tellal TEXT          slack subscribe kizilay
  press N         presses button N of the post printed last
  news            AA publishes a story
  change          AA files the newest story again, with a decision more
  help, quit
`;

/** What one line does; what is to be printed at once. */
async function act(town: Town, line: string): Promise<string | null> {
  // README explains its lines behind a `#`, and whoever copies one copies that too.
  const [, verb = "", rest = ""] = /^\s*(\S*)\s*(.*?)(?:\s{2,}#\s.*)?\s*$/u.exec(line) ?? [];
  switch (verb) {
    case "":
      return null;
    case "telegram":
      if (rest !== "") town.telegram(rest);
      return rest === "" ? "What does Ayşe write? For example: telegram /start" : null;
    case "slack":
      return town.slack(rest.replace(/^\/tellal\s*/u, ""));
    case "press":
      return town.press(Number(rest));
    case "news":
      return `AA has: ${town.site.publish()}`;
    case "change": {
      const title = town.site.change();
      return title === null ? "The story has been changed already." : `AA files again: ${title}`;
    }
    case "help":
      return help;
    default:
      return `There is no "${verb}" here.\n${help}`;
  }
}

const folder = mkdtempSync(join(tmpdir(), "tellal-world-"));
const english = process.argv.slice(2).join(" ") === "--lang en";
const town = await createTown(folder, english ? "en" : "tr");
const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
const terminal = process.stdin.isTTY;

function print(text: string): void {
  if (terminal) process.stdout.write("\r\u001B[2K");
  process.stdout.write(`${text}\n`);
  if (terminal) lines.prompt(true);
}

const exports = Object.entries(town.env).map(([name, value]) => `export ${name}='${value}'`);
print(`Telegram, Slack and AA's site are on this machine now. In another terminal, in this folder, paste:

${exports.join("\n")}
npm start

Once its log says "listening to Telegram" and "Socket Mode is connected", write here:
${help}`);

let told = 0;
const looking = setInterval(() => {
  for (const post of town.news()) print(post);
  for (const fault of town.faults().slice(told)) print(`The platform's contract was broken: ${fault}`);
  told = town.faults().length;
}, 100);

let ended = false;
async function obey(line: string): Promise<void> {
  try {
    const said = await act(town, line);
    if (said !== null && !ended) print(said);
  } catch (error) {
    // The fakes throw what the app on a person's telephone would not offer.
    print(String(error));
  }
}
lines.on("line", (line) => {
  if (/^\s*(?:quit|exit)\s*$/u.test(line)) return lines.close();
  void obey(line);
});
lines.on("SIGINT", () => lines.close());
process.once("SIGINT", () => lines.close());
process.once("SIGTERM", () => lines.close());
lines.once("close", () => {
  ended = true;
  clearInterval(looking);
  void town.close().finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.stdout.write("The world is gone, with its data. If Tellal still runs, stop it.\n");
    process.exit(0);
  });
});
