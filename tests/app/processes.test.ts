import { expect, test } from "vitest";
import { minute, start } from "../store/open.js";
import { createProcess, createWorld, item } from "./rig.js";

test("two processes on one database share the work: each page read once, each message sent once, in order", async () => {
  const world = createWorld();
  const chats = ["telegram:1", "telegram:2", "telegram:3"];
  const from = {
    feeds: [{ id: "guncel", kind: "aa" as const, url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
    topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
    subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
  };
  world.show(
    "guncel",
    [1, 2, 3, 4].map((number) => item(number, `Kızılay ${number}`, { published: start - 10 + number })),
  );
  const one = await createProcess(world, { from, owner: "one" });
  const two = await createProcess(world, { from, owner: "two", folder: one.folder });

  let now = start;
  await Promise.all([one.poll(now), two.poll(now)]);
  expect(world.asked.feeds).toHaveLength(1);
  for (let round = 0; round < 30; round += 1) {
    now += 1_000;
    await Promise.all([one, two].flatMap(({ pages, deliver }) => [pages(now), deliver("telegram", now)]));
    if (world.posts.length === 12) break;
  }
  expect(world.asked.pages).toHaveLength(4);
  for (const chat of chats) {
    const titles = world.told().filter((_, index) => world.posts[index]?.chat === chat);
    expect(titles).toEqual([1, 2, 3, 4].map((number) => `post Kızılay ${number}`));
  }
  expect((await two.store.summary()).deliveries).toMatchObject({ sent: 12, owed: 0, sending: 0 });
});
