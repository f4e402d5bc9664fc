import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createSlack } from "../world/slack/slack.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { story } from "../e2e/stories.js";
import { figure, isFull, peakOf } from "./figure.js";
import { createRandom } from "./random.js";

const token = "7000000004:AAtest-token-of-nobody-0123456789abcdef";
const stops = isFull ? 10 : 1;
const chats = 16;
const channels = 4;
/** What a stop is promised to take. */
const promised = 10_000;

/** How many deliveries may or may not have arrived. */
function sending(folder: string): unknown {
  const database = new BetterSqlite(join(folder, "data", "tellal.db"), { readonly: true });
  try {
    const left = "select count(*) from deliveries where intent is not null and sent is null and dead is null";
    return database.prepare(left).pluck().get();
  } finally {
    database.close();
  }
}

test(
  `SIGTERM during ${chats + channels} sends, ${stops} times: ended in ten seconds, nothing lost, nothing twice, nothing left sending`,
  { timeout: 120_000 + stops * 20_000 },
  async () => {
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
    telegram.plan({ method: "sendMessage", times: Infinity }, { kind: "slow", milliseconds: 700 });
    slack.plan("chat.postMessage", { slow: 700 }, { times: Infinity });
    const random = createRandom(3);
    const asked = () =>
      telegram.calls.filter(({ method }) => method === "sendMessage").length +
      rooms.reduce((sum, room) => sum + room.seen().length, 0);
    const stories: ReturnType<typeof story>[] = [];
    let [slowest, memory, inFlight] = [0, 0, 0];
    try {
      for (let stop = 1; stop <= stops; stop += 1) {
        stories.unshift(story(2_000 + stop, 0));
        site.show("guncel", stories.slice(0, 30));
        const before = asked();
        const running = tellal(["start"], all);
        while (asked() === before && running.child.exitCode === null) await sleep(5);
        await sleep(random() * 900);
        memory = Math.max(memory, peakOf(running.child.pid));
        const begin = performance.now();
        running.child.kill("SIGTERM");
        inFlight += telegram.calls.filter(({ answer }) => answer === undefined).length;
        const killed = setTimeout(() => running.child.kill("SIGKILL"), promised);
        expect(await running.ended).toMatchObject({ code: 0, signal: null });
        clearTimeout(killed);
        expect(sending(folder)).toBe(0);
        slowest = Math.max(slowest, performance.now() - begin);
      }
      // What the stops left is sent now: all of it, and none of it a second time.
      expect((await run(["once"], all)).code).toBe(0);
      const byChat = [
        ...people.map(({ chat }) => telegram.posts().filter((post) => post.chat === chat.id).length),
        ...rooms.map((room) => room.seen().length),
      ];
      const owed = (chats + channels) * stops;
      const lost = byChat.reduce((sum, count) => sum + Math.max(0, stops - count), 0);
      const doubled = byChat.reduce((sum, count) => sum + Math.max(0, count - stops), 0);
      expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
      expect(inFlight).toBeGreaterThan(0);
      telegram.expectHonest();
      slack.check();
      figure({
        what: "SIGTERM while sending",
        runs: stops,
        lost,
        doubled,
        memory,
        more: `${owed} posts, ${inFlight} in flight when told to stop, slowest stop ${Math.round(slowest)} ms`,
      });
    } finally {
      await Promise.all([site.close(), telegram.close(), slack.close()]);
    }
  },
);
