import { expect, test } from "vitest";
import { briefSchema } from "../../src/core/brief/schema.js";
import { hour, start } from "../store/open.js";
import { briefOf } from "./plain-engine.js";
import { item, pageOf, rig } from "./rig.js";

const day = 24 * hour;
const retention = { text: 90 * day, unmatched: 30 * day, deliveries: 180 * day };
const secret = "yalnız sayfada duran sözler";

/** All that the database holds, as text. */
async function contents({ db }: Awaited<ReturnType<typeof rig>>["process"]): Promise<string> {
  const tables = ["items", "stories", "versions", "briefs", "matches", "decisions", "deliveries"] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
}

/** The real hash says nothing of the words that it stands for. */
function withHash(page: ReturnType<typeof pageOf>): ReturnType<typeof pageOf> {
  return page.kind === "read" ? { ...page, hash: "h" } : page;
}

test("when its time is over nothing is kept of a story's text; what a post shows of it stays", async () => {
  const { world, process } = await rig({
    brief: (article) => ({
      ...briefOf(article),
      quotes: [{ speaker: "Ali Veli", text: secret, start: 0, end: 1 }],
      background: { text: secret, start: 0, end: 1 },
    }),
  });
  const one = item(1, "Kızılay toplandı");
  world.page(one.link, withHash(pageOf(one, `@Ali Veli. Bir karar verildi. ${secret}`)));
  world.show("guncel", [one]);
  await process.all(start);
  const before = (await process.store.views.find("aa:1")).view.brief;
  await process.store.tidy(retention, start + 90 * day);
  expect(await contents(process)).toContain(secret);

  await process.store.tidy(retention, start + 90 * day + 1);
  expect(await contents(process)).not.toContain(secret);
  const { brief } = await process.db.selectFrom("briefs").select("brief").executeTakeFirstOrThrow();
  const { title, lead, attendees, decisions } = before;
  expect(briefSchema.parse(JSON.parse(brief))).toMatchObject({ title, lead, attendees, decisions, text: "" });
  expect(attendees).toHaveLength(1);
  expect(decisions).toHaveLength(1);
});

test("of an unmatched item the id stays: a feed that still shows it brings neither its words nor its page again", async () => {
  const { world, process } = await rig();
  const one = item(1, `Spor: ${secret}`);
  world.page(one.link, pageOf(one, secret));
  world.show("guncel", [one]);
  await process.all(start);
  await process.store.tidy(retention, start + 30 * day);
  expect(await contents(process)).toContain(secret);
  await process.store.tidy(retention, start + 30 * day + 1);
  await process.all(start + 31 * day);
  expect(await contents(process)).not.toContain(secret);
  expect(world.asked.pages).toHaveLength(1);
  expect(await process.db.selectFrom("items").select("id").execute()).toEqual([{ id: "aa:1" }]);
});
