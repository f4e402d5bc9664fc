import { expect, test } from "vitest";
import { createProcess, createWorld, item, pageOf, read } from "../app/rig.js";
import type { Item } from "../../src/core/story.js";
import { hour, minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { createRandom } from "./random.js";

const second = 1_000;
const span = isFull ? 24 * hour : hour;
const feedCount = isFull ? 40 : 10;
/** One feed in ten fails now and then, for as long as half an hour. */
const faulty = 10;
const chats = ["telegram:1", "telegram:2", "slack:T1/C1"];

test(
  "a day on the clock: what a feed shows is accepted by the platforms within three minutes, whatever the others do",
  { timeout: 300_000 },
  async () => {
    const random = createRandom(5);
    const world = createWorld();
    let now = start;
    const shownAt = new Map<string, number>();
    const waits: number[] = [];
    const got = new Map<string, number>();
    const ids = Array.from({ length: feedCount }, (_, at) => `f${at}`);
    const published = new Map<string, Item[]>(ids.map((id) => [id, []]));
    const broken = new Map<string, number>();

    world.messenger.send = async ({ chat, message }) => {
      const [heading] = message.blocks;
      const titles =
        heading?.type === "heading" ? (heading.text[0]?.text ?? "").replace(/^\w+ /u, "").split(" + ") : [];
      for (const title of titles) {
        got.set(`${chat} ${title}`, (got.get(`${chat} ${title}`) ?? 0) + 1);
        waits.push(now - (shownAt.get(title) ?? 0));
      }
      return { kind: "sent", ref: `m${waits.length}` };
    };
    for (const id of ids)
      world.answer(id, async () =>
        (broken.get(id) ?? 0) > now
          ? { kind: "failed", why: "connection reset" }
          : read((published.get(id) ?? []).slice(-30)),
      );
    const process = await createProcess(world, {
      lanes: ["telegram", "slack:T1"],
      from: {
        feeds: ids.map((id) => ({
          id,
          kind: "aa" as const,
          url: `https://${id}.example/rss`,
          language: "tr",
          every: 2 * minute,
        })),
        topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
        subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
      },
    });

    function publish(id: string, number: number): void {
      const one = item(number, `Kızılay ${number}`, { published: now });
      published.get(id)?.push(one);
      world.page(one.link, pageOf(one, "."));
      shownAt.set(one.title, now);
    }

    let number = 1;
    for (; now < start + span; now += 10 * second) {
      // Stories of sound feeds only: those of a faulty one are measured by what is lost, not by when.
      const id = ids[Math.floor(random() * ids.length)] ?? "f0";
      const isFaulty = Number(id.slice(1)) % faulty === 0;
      if (isFaulty && random() < 0.02) broken.set(id, now + random() * 30 * minute);
      if (!isFaulty && now < start + span - 10 * minute && random() < 0.1) publish(id, number++);
      await process.poll(now);
      await process.readAll(now);
      await process.deliver("telegram", now);
      await process.deliver("slack:T1", now);
    }
    expect((await process.store.summary()).deliveries).toMatchObject({ owed: 0, sending: 0, dead: 0 });
    await process.kill();

    const stories = number - 1;
    const owed = stories * chats.length;
    const lost = owed - got.size;
    const doubled = waits.length - got.size;
    expect(stories).toBeGreaterThan(10);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    const sorted = waits.toSorted((a, b) => a - b);
    const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
    expect(p95).toBeLessThanOrEqual(3 * minute);
    const seconds = (ms: number) => Math.round(ms / second);
    figure({
      what: `${span / hour} h on the clock, ${feedCount} feeds, one in ${faulty} faulty`,
      runs: owed,
      lost,
      doubled,
      more: `shown to accepted: median ${seconds(sorted[sorted.length >> 1] ?? 0)} s, p95 ${seconds(p95)} s, worst ${seconds(sorted.at(-1) ?? 0)} s`,
    });
  },
);
