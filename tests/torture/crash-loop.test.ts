import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { story } from "../e2e/stories.js";
import { figure, isFull, peakOf } from "./figure.js";
import { createRandom } from "./random.js";

const token = "7000000005:AAtest-token-of-nobody-0123456789abcdef";
const kills = isFull ? Number(process.env["TELLAL_KILLS"] ?? 25) : 4;
/** Each of so many lives sees a new story in the feed: each chat takes one a second, which the last life waits for. */
const often = 4;
/** What the feed shows at a time: a story is there for 16 lives, and gone. */
const shown = 4;
const most = 3;

test(
  `a crash loop of ${kills} lives of 60 to 200 ms: all that the feed showed arrives, nothing more than ${most} times`,
  { timeout: 120_000 + kills * 6_000 },
  async () => {
    const site = await createAaSite();
    const telegram = await createTelegram({ token });
    const people = ["Ayşe", "Can"].map((first_name) => telegram.user({ first_name, started: true }));
    const { env } = createFolder(
      site.url,
      ["guncel"],
      "",
      people.map(({ id }) => `telegram:${id}`),
      "1s",
    );
    const all = { ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url };
    telegram.plan({ method: "sendMessage", times: Infinity }, { kind: "slow", milliseconds: 120 });
    const random = createRandom(9);
    const stories: ReturnType<typeof story>[] = [];
    let memory = 0;
    try {
      for (let kill = 1; kill <= kills; kill += 1) {
        if (kill % often === 1) stories.unshift(story(3_000 + kill, 0));
        site.show("guncel", stories.slice(0, shown));
        const running = tellal(["start"], all);
        // It lives from its first request on; before, it is Node that starts, the slower the busier the machine is.
        const before = site.requests.length;
        while (site.requests.length === before && running.child.exitCode === null) await sleep(5);
        await sleep(60 + random() * 140);
        memory = Math.max(memory, peakOf(running.child.pid));
        running.child.kill("SIGKILL");
        await running.ended;
      }
      const titles = stories.map(({ title }) => title).toReversed();
      const last = tellal(["start"], all);
      const copies = () =>
        people.map(({ chat }) => {
          const posts = telegram.posts().filter((post) => post.chat === chat.id);
          return titles.map((title) => posts.filter(({ text }) => text.includes(title)).length);
        });
      const end = Date.now() + 60_000;
      while (copies().flat().includes(0) && Date.now() < end) await sleep(100);
      await sleep(2_000);
      last.child.kill("SIGTERM");
      expect((await last.ended).code).toBe(0);
      const lost = copies()
        .flat()
        .filter((count) => count === 0).length;
      const doubled = copies()
        .flat()
        .reduce((sum, count) => sum + Math.max(0, count - 1), 0);
      expect(lost).toBe(0);
      expect(Math.max(...copies().flat())).toBeLessThanOrEqual(most);
      telegram.expectHonest();
      figure({
        what: "crash loop, lives of 60 to 200 ms",
        runs: kills,
        lost,
        doubled,
        memory,
        more: `${titles.length} stories for ${people.length} chats, each shown for ${shown * often} lives; at most ${Math.max(...copies().flat())} copies`,
      });
      console.log(`${kills} lives: lost ${lost}, doubled ${doubled}, at most ${Math.max(...copies().flat())} copies`);
    } finally {
      await Promise.all([site.close(), telegram.close()]);
    }
  },
);
