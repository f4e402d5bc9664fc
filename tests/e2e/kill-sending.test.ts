import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { figure, peakOf } from "../torture/figure.js";
import { createRandom } from "../torture/random.js";
import { createSlack } from "../world/slack/slack.js";
import { isOnServer } from "../store/storage.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { story } from "./stories.js";

const token = "7000000002:AAtest-token-of-nobody-0123456789abcdef";
/** `.ci/run` and `npm run torture` ask for more; each takes two seconds. */
const kills = Number(process.env["TELLAL_KILLS"] ?? 4);
/** Worlds that are tortured at the same time. */
const seeds = process.env["TELLAL_TORTURE"] === undefined ? [7] : [7, 8];
const chats = 6;
const channels = 4;
/** Long enough for what was left *sending* to be settled: Slack's grace is 30 s. */
const patience = 150_000;

test.concurrent.each(seeds)(
  `SIGKILL at ${kills} random moments of sending, seed %i: nothing lost, Slack nothing twice, Telegram no more than what was in flight, in order`,
  { timeout: 60_000 + patience + kills * 10_000 },
  async (seed) => {
    const site = await createAaSite();
    const telegram = await createTelegram({ token });
    const slack = await createSlack();
    const team = slack.addTeam({ name: "kizilay" });
    const people = Array.from({ length: chats }, (_, n) =>
      telegram.user({ first_name: `Kişi ${n}`, username: `kisi_${n}`, started: true }),
    );
    const rooms = Array.from({ length: channels }, (_, n) => team.addChannel({ name: `oda-${n}`, bot: true }));
    const addresses = [...people.map(({ id }) => `telegram:${id}`), ...rooms.map(({ id }) => `slack:/${id}`)];
    const { folder, env } = createFolder(site.url, ["guncel"], "", addresses, "1s");
    const all = {
      ...env,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
      SLACK_BOT_TOKEN: team.token,
      SLACK_API_URL: slack.url,
    };
    const random = createRandom(seed);
    const sends = () => telegram.posts().length + rooms.reduce((sum, room) => sum + room.seen().length, 0);
    // On its way for a while, so that a kill at any moment meets some that are.
    telegram.plan({ method: "sendMessage", times: Infinity }, { kind: "slow", milliseconds: 150 });
    slack.plan("chat.postMessage", { slow: 150 }, { times: Infinity });
    const stories: ReturnType<typeof story>[] = [];
    let memory = 0;
    try {
      for (let kill = 1; kill <= kills; kill += 1) {
        stories.unshift(story(1_000 + kill, 0));
        site.show("guncel", stories.slice(0, 30));
        const before = sends();
        const running = tellal(["start"], all);
        while (sends() === before && running.child.exitCode === null) await sleep(10);
        await sleep(random() * 600);
        memory = Math.max(memory, peakOf(running.child.pid));
        running.child.kill("SIGKILL");
        await running.ended;
      }
      const titles = stories.map(({ title }) => title).toReversed();
      const last = tellal(["start"], all);
      const told = (text: string) => titles.findIndex((title) => text.includes(title));
      const byChat = () => [
        ...people.map(({ chat }) =>
          telegram
            .posts()
            .filter((post) => post.chat === chat.id)
            .map(({ text }) => told(text)),
        ),
        ...rooms.map((room) => room.seen().map(({ text }) => told(text))),
      ];
      const complete = () => byChat().every((seen) => new Set(seen).size === titles.length);
      const end = Date.now() + patience;
      while (!complete() && Date.now() < end) await sleep(100);
      // What is sent twice would be sent now.
      await sleep(2_000);
      last.child.kill("SIGTERM");
      expect((await last.ended).code).toBe(0);

      const seen = byChat();
      const lost = seen.map((list) => titles.length - new Set(list).size);
      const doubled = seen.map((list) => list.length - new Set(list).size);
      const sum = (list: number[]) => list.reduce((total, count) => total + count, 0);
      const [onTelegram, inSlack] = [sum(doubled.slice(0, chats)), sum(doubled.slice(chats))];
      console.log(
        `${kills} kills, ${seen.length * titles.length} posts owed: lost ${sum(lost)}, doubled ${onTelegram} on Telegram, ${inSlack} in Slack`,
      );
      figure({
        memory,
        what: "SIGKILL while sending",
        runs: kills,
        lost: sum(lost),
        doubled: sum(doubled),
        more: `${seen.length * titles.length} posts; doubled ${onTelegram} on Telegram, ${inSlack} in Slack`,
      });
      expect(sum(lost)).toBe(0);
      expect(inSlack).toBe(0);
      expect(onTelegram).toBeLessThanOrEqual(kills * chats);
      for (const list of seen) {
        const firsts = list.filter((one, index) => list.indexOf(one) === index);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }
      if (!isOnServer) expectSound(join(folder, "data", "tellal.db"));
      telegram.expectHonest();
      slack.check();
    } finally {
      await Promise.all([site.close(), telegram.close(), slack.close()]);
    }
  },
);

/** SQLite's file is whole, and no delivery is left *sending*. */
function expectSound(file: string): void {
  const database = new BetterSqlite(file, { readonly: true });
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  const left =
    "select count(*) from deliveries where intent is not null and sent is null and dead is null and moot is null";
  expect(database.prepare(left).pluck().get()).toBe(0);
  database.close();
}
