import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createRandom } from "../torture/random.js";
import { createSlack } from "../world/slack/slack.js";
import { isOnServer } from "../store/storage.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { story } from "./stories.js";

const token = "7000000002:AAtest-token-of-nobody-0123456789abcdef";
const processes = 3;
/** `.ci/run` asks for few, a long run for a hundred; each takes two seconds. */
const rounds = Number(process.env["TELLAL_KILLS"] ?? 6);
/** One round in so many stops a process for half a minute in place of killing it. */
const stopEvery = 6;
const standsStill = 30_000;
const people = 6;
const channels = 4;
/** Long enough for what was left *sending* to be settled: Slack's grace is 30 s. */
const patience = 150_000;

test.runIf(isOnServer)(
  `three processes on PostgreSQL, ${rounds} times one of them killed or stopped: nothing lost, Slack nothing twice, in order`,
  { timeout: 120_000 + patience + rounds * 10_000 },
  async () => {
    const site = await createAaSite();
    const telegram = await createTelegram({ token });
    const slack = await createSlack();
    const team = slack.addTeam({ name: "kizilay" });
    const persons = Array.from({ length: people }, (_, n) =>
      telegram.user({ first_name: `Kişi ${n}`, username: `kisi_${n}`, started: true }),
    );
    const [asker] = persons;
    if (asker === undefined) throw new Error("there is nobody");
    const rooms = Array.from({ length: channels }, (_, n) => team.addChannel({ name: `oda-${n}`, bot: true }));
    const addresses = [...persons.map(({ id }) => `telegram:${id}`), ...rooms.map(({ id }) => `slack:/${id}`)];
    const { folder, env } = createFolder(site.url, ["guncel"], "", addresses, "1s");
    const outputs: (() => string)[] = [];

    function start(place: number) {
      const running = tellal(["start"], {
        ...env,
        TELLAL_DATA: join(folder, `data-${place}`),
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: telegram.url,
        SLACK_BOT_TOKEN: team.token,
        SLACK_API_URL: slack.url,
      });
      outputs.push(running.seen);
      return running;
    }

    // On its way for a while, so that a kill at any moment meets some that are.
    telegram.plan({ method: "sendMessage", times: Infinity }, { kind: "slow", milliseconds: 150 });
    slack.plan("chat.postMessage", { slow: 150 }, { times: Infinity });
    const stories: ReturnType<typeof story>[] = [];
    const shown: number[] = [];
    const first: number[] = [];
    const last: number[] = [];
    const told = (text: string) => Number(/gönüllüleri (\d+)\./u.exec(text)?.[1] ?? 0) - 1_000;
    const byChat = () => [
      ...persons.map(({ chat }) =>
        telegram
          .posts()
          .filter((post) => post.chat === chat.id)
          .map(({ text }) => told(text))
          .filter((number) => number >= 0),
      ),
      ...rooms.map((room) => room.seen().map(({ text }) => told(text))),
    ];

    /** Notes when each story came to the first chat and to the last. */
    function look(): boolean {
      const chats = byChat().map((seen) => new Set(seen));
      for (const [number] of stories.entries()) {
        const count = chats.filter((seen) => seen.has(number)).length;
        if (count > 0) first[number] ??= Date.now();
        if (count === chats.length) last[number] ??= Date.now();
      }
      return stories.every((_, number) => last[number] !== undefined);
    }

    function publish(): void {
      stories.push(story(1_000 + stories.length, 0));
      shown.push(Date.now());
      site.show("guncel", stories.slice(-30).toReversed());
    }

    async function lookFor(span: number): Promise<void> {
      for (const end = Date.now() + span; Date.now() < end; await sleep(100)) look();
    }

    const random = createRandom(7);
    /** Who stands still, and until when; one at a time. */
    const standing = new Map<number, number>();
    let stops = 0;
    const running = Array.from({ length: processes }, (_, place) => start(place));
    function resume(): void {
      for (const [place, until] of standing) {
        if (Date.now() < until) continue;
        running[place]?.child.kill("SIGCONT");
        standing.delete(place);
      }
    }
    try {
      publish();
      while (!look()) await sleep(100);
      for (let round = 1; round <= rounds; round += 1) {
        publish();
        await lookFor(1_000 + random() * 2_000);
        resume();
        // A machine that has much to do starts slowly: killing what has not begun shows nothing.
        const begun = () =>
          running.every(({ seen }, place) => standing.has(place) || seen().includes("tellal started"));
        for (const end = Date.now() + 20_000; !begun() && Date.now() < end;) await lookFor(100);
        const there = running.map((_, place) => place).filter((place) => !standing.has(place));
        const place = there[Math.floor(random() * there.length)] ?? 0;
        if (standing.size === 0 && round % stopEvery === 2) {
          stops += 1;
          running[place]?.child.kill("SIGSTOP");
          standing.set(place, Date.now() + standsStill);
          continue;
        }
        running[place]?.child.kill("SIGKILL");
        await running[place]?.ended;
        running[place] = start(place);
      }
      // Who stands still goes on in the midst of things.
      while (standing.size > 0) {
        publish();
        await lookFor(3_000);
        resume();
      }
      for (const end = Date.now() + patience; !look() && Date.now() < end;) await sleep(100);
      // What is sent twice would be sent now.
      await lookFor(2_000);
      const before = telegram.posts().filter((post) => post.chat === asker.chat.id).length;
      asker.says(asker.chat, "/help");
      const answers = () => telegram.posts().filter((post) => post.chat === asker.chat.id).length - before;
      await expect.poll(answers, { timeout: patience, interval: 200 }).toBeGreaterThan(0);
      // Who has not begun yet knows no good order.
      const begun = () => running.every(({ seen }) => seen().includes("tellal started"));
      await expect.poll(begun, { timeout: patience }).toBe(true);
      for (const { child } of running) child.kill("SIGTERM");
      const codes = (await Promise.all(running.map(({ ended }) => ended))).map(({ code }) => code);
      expect(codes).toEqual(running.map(() => 0));

      const seen = byChat();
      const sum = (list: number[]) => list.reduce((total, count) => total + count, 0);
      const lost = sum(seen.map((list) => stories.length - new Set(list).size));
      const doubled = seen.map((list) => list.length - new Set(list).size);
      const [onTelegram, inSlack] = [sum(doubled.slice(0, people)), sum(doubled.slice(people))];
      const longest = (times: number[]) => Math.max(...times.map((time, number) => time - (shown[number] ?? time)));
      const times = (text: string) => sum(outputs.map((output) => output().split(text).length - 1));
      console.log(
        `${rounds - stops} kills, ${stops} stops, ${stories.length * seen.length} posts owed: lost ${lost}, doubled ${onTelegram} on Telegram, ${inSlack} in Slack; ` +
          `longest from feed to the first chat ${longest(first)} ms, to the last ${longest(last)} ms; ` +
          `work taken over ${times("its work is taken over")} times, silent processes told ${times("silent for too long")}, ` +
          `outcomes refused ${times("its outcome is dropped")}, sends held back ${times("stood still before")}`,
      );
      expect(lost).toBe(0);
      expect(inSlack).toBe(0);
      expect(onTelegram).toBeLessThanOrEqual(rounds * people);
      // The order of recording is one for all chats; a page whose reading was interrupted may be recorded behind later ones.
      const [order, ...others] = seen.map((list) => list.filter((one, index) => list.indexOf(one) === index));
      for (const firsts of others) expect(firsts).toEqual(order);
      telegram.expectHonest();
      slack.check();
    } finally {
      for (const { child } of running) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
      await Promise.all([site.close(), telegram.close(), slack.close()]);
    }
  },
);
