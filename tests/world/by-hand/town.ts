import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../port.js";
import { createSlack } from "../slack/slack.js";
import { createTelegram } from "../telegram/telegram.js";
import { printed, slackPost, telegramPost, type Choice } from "./shown.js";
import { writeSettings } from "./settings.js";
import { createSampleSite } from "./site.js";

/** Nobody's: only the fake knows it. */
const token = "7000000001:AAtoken-of-nobody-0123456789abcdefghij";

export type Town = Awaited<ReturnType<typeof createTown>>;

/**
 * AA's site, Telegram and Slack on loopback, with one person on each who reads `language`. `folder` gets the settings file;
 * `env` is what Tellal has to be started with.
 */
export async function createTown(folder: string, language: "tr" | "en") {
  const site = await createSampleSite(Date.now);
  const telegram = await createTelegram({ token });
  const slack = await createSlack({ home: true });
  const ayse = telegram.user({ first_name: "Ayşe", language_code: language });
  const team = slack.addTeam({ name: "kizilay" });
  const elif = team.addUser("elif", { admin: true, locale: language === "tr" ? "tr-TR" : "en-GB" });
  const channel = team.addChannel({ name: "haberler", bot: true, members: [elif] });
  const port = String(await freePort());

  const known = new Map<string, string>();
  /** What `press` is about: the buttons that were printed last. */
  let last: { choices: Choice[]; press: (text: string) => Promise<string | null> } | null = null;

  const pressTelegram = (message: Parameters<typeof ayse.presses>[0]) => async (text: string) => {
    const query = ayse.presses(message, text);
    await telegram.heard();
    await Promise.race([telegram.until(() => query.answer !== null), sleep(3_000)]);
    const said = query.answer?.text ?? "";
    return said === "" ? null : said;
  };
  const pressSlack = (message: Parameters<typeof elif.presses>[0]) => async (text: string) =>
    (await elif.presses(message, text)).failure;

  /** All that the two see of the bot now. */
  function everything() {
    const direct = team.direct(elif);
    const places = [
      { id: channel.id, name: "#haberler" },
      ...(direct === null ? [] : [{ id: direct.id, name: "Tellal" }]),
    ];
    return [
      ...ayse.chat
        .messages()
        .filter(({ bot }) => bot)
        .map((message) => ({
          key: `telegram ${message.id}`,
          where: "Telegram, Ayşe's chat with the bot",
          post: telegramPost(message),
          press: pressTelegram(message),
        })),
      ...places.flatMap(({ id, name }) =>
        elif
          .reads({ id })
          .filter(({ user }) => user === team.botUser)
          .map((seen) => ({
            key: `slack ${id} ${seen.ts}`,
            where: `Slack, ${name}${seen.whispered ? ", only Elif sees it" : ""}`,
            post: slackPost(seen),
            press: pressSlack(seen),
          })),
      ),
    ];
  }

  return {
    env: {
      TELLAL_CONFIG: writeSettings(folder, site.url),
      TELLAL_DATA: join(folder, "data"),
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: token,
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: team.token,
      SLACK_APP_TOKEN: slack.appToken,
      ADMINS: `telegram:${ayse.id},slack:${team.id}/${elif.id}`,
      WEB_PORT: port,
      WEB_URL: `http://127.0.0.1:${port}`,
    },
    site,
    /** Ayşe writes to the bot on Telegram. */
    telegram: (text: string) => void ayse.says(ayse.chat, text),
    /** Elif types `/tellal TEXT` in Slack; what Slack itself says if the bot does not take it, and the title of a window that opened. */
    async slack(text: string): Promise<string | null> {
      const { failure, modal } = await elif.slash(channel, "/tellal", text);
      if (failure !== null) return `Slack says: ${failure}. Is Tellal running?`;
      return modal === null ? null : "A window opens in Slack; there is no hand for it here.";
    },
    /** Presses the button with that number under the post that was printed last; what the platform says to it. */
    async press(number: number): Promise<string | null> {
      const choice = last?.choices[number - 1];
      if (last === null || choice === undefined) return "There is no such button under the last post.";
      if (choice.url !== null) return `That button opens ${choice.url}`;
      return last.press(choice.text);
    },
    /** What is new since the last look, as it is printed. */
    news(): string[] {
      const fresh: string[] = [];
      for (const { key, where, post, press } of everything()) {
        const before = known.get(key);
        const now = printed(where, post);
        if (before === now) continue;
        known.set(key, now);
        fresh.push(before === undefined ? now : printed(`${where}, edited`, post));
        if (post.choices.length > 0) last = { choices: post.choices, press };
      }
      return fresh;
    },
    /** How the bot broke a platform's contract, if it did. */
    faults: () => [...telegram.faults, ...slack.faults],
    async close(): Promise<void> {
      await Promise.all([site.close(), telegram.close(), slack.close()]);
    },
  };
}
