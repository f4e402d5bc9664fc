import { expect, test } from "vitest";
import { item, pageOf, read, rig } from "../app/rig.js";
import { minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";

const chats = isFull ? 100_000 : 2_000;

test(
  "a story for very many chats is owed to all of them in one transaction, and memory stays flat",
  { timeout: 120_000 },
  async () => {
    const { world, process } = await rig();
    const rows = Array.from({ length: chats }, (_, at) => ({
      id: `c${at}`,
      address: `telegram:${at + 1}`,
      platform: "telegram" as const,
      lane: "telegram",
      peer: `telegram:${at + 1}`,
      language: "tr" as const,
      settings: "{}",
      created: start,
    }));
    for (let at = 0; at < rows.length; at += 1_000) {
      const some = rows.slice(at, at + 1_000);
      await process.db.insertInto("chats").values(some).execute();
      await process.db
        .insertInto("subscriptions")
        .values(some.map(({ id }) => ({ chat: id, topic: "kizilay", created: start, settings: "{}" })))
        .execute();
    }
    const one = item(1, "Kızılay toplandı");
    world.page(one.link, pageOf(one, "."));
    world.answer("guncel", read([one]));
    const before = globalThis.process.memoryUsage().rss;
    await process.poll(start + minute);
    await process.readAll(start + minute);
    const grown = (globalThis.process.memoryUsage().rss - before) / 2 ** 20;
    const { owed } = (await process.store.summary()).deliveries;
    // One more: the console's.
    expect(owed).toBe(chats + 1);
    expect(grown).toBeLessThan(200);
    const round = await process.deliver("telegram", start + minute);
    expect(round.sent).toBeGreaterThan(0);
    figure({
      what: `a story for ${chats.toLocaleString("en")} chats`,
      runs: 1,
      lost: chats + 1 - owed,
      more: `${Math.round(grown)} MiB more`,
    });
  },
);
