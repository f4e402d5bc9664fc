import { expect, test } from "vitest";
import { createProcess, createWorld, item } from "../app/rig.js";
import { createTime } from "../app/virtual-time.js";
import { minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { createRandom } from "./random.js";

const chats = isFull ? 150 : 20;
const stories = isFull ? 20 : 10;
const share = 0.3;

test("429 for three calls in ten: nothing lost, no call before its time, in order, no call too many", async () => {
  const time = createTime(start);
  const random = createRandom(11);
  const world = createWorld();
  const frozen = new Map<string, number>();
  const early: string[] = [];
  const got = new Map<string, string[]>();
  let [calls, refused] = [0, 0];
  world.messenger.send = async ({ chat, message }) => {
    const now = time.clock();
    calls += 1;
    if (now < (frozen.get(chat) ?? 0)) early.push(chat);
    await time.until(now + 20 + Math.round(random() * 200));
    if (random() < share) {
      refused += 1;
      const at = time.clock() + 1_000 + Math.round(random() * 29_000);
      frozen.set(chat, at);
      return { kind: "later", at, why: "429" };
    }
    const [heading] = message.blocks;
    const title = heading?.type === "heading" ? (heading.text[0]?.text ?? "") : "";
    got.set(chat, [...(got.get(chat) ?? []), ...title.replace(/^\w+ /u, "").split(" + ")]);
    return { kind: "sent", ref: `m${calls}` };
  };
  const addresses = Array.from({ length: chats }, (_, at) => `telegram:${1_000 + at}`);
  const process = await createProcess(world, {
    until: time.until,
    pace: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    from: {
      feeds: [{ id: "guncel", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: addresses.map((chat) => ({ chat, topics: ["kizilay"] })),
    },
  });
  const titles = Array.from({ length: stories }, (_, at) => `Kızılay ${String(at).padStart(2, "0")}`);
  world.show(
    "guncel",
    titles.map((title, at) => item(at + 1, title, { published: start - stories + at })),
  );
  await process.poll(start);
  await process.readAll(start);
  await process.keep("telegram", ({ next }) => next === null);
  await process.kill();

  const lists = addresses.map((chat) => got.get(chat) ?? []);
  const lost = lists.reduce((sum, list) => sum + stories - new Set(list).size, 0);
  const doubled = lists.reduce((sum, list) => sum + list.length - new Set(list).size, 0);
  expect({ lost, doubled, early }).toEqual({ lost: 0, doubled: 0, early: [] });
  for (const list of lists) expect(list).toEqual(list.toSorted());
  const posts = calls - refused;
  expect(calls).toBeLessThanOrEqual((1.1 * posts) / (1 - share));
  const minutes = Math.round((time.clock() - start) / minute);
  figure({
    what: "429 storm, three calls in ten",
    runs: calls,
    lost,
    doubled,
    more: `${refused} refused, 0 early, ${minutes} min simulated`,
  });
});
