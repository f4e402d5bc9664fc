import { expect, test } from "vitest";
import { nameKey } from "../../src/core/name-key.js";
import { fewOf, ofTopicsWithin } from "../../src/store/of-topics.js";
import { item, rig } from "../app/rig.js";
import { start } from "./open.js";

async function news() {
  const { world, process } = await rig();
  world.show("guncel", [
    item(1, "Kızılay toplandı", { published: start - 3 }),
    item(2, "TDT zirvesi", { body: "Kızılay da vardı.", published: start - 2 }),
    item(3, "Kızılay yardımı", { body: "@Ayşe Kaya geldi.", published: start - 1 }),
  ]);
  await process.all(start);
  return process.db;
}

const most = 2;

test.each([
  [{ topics: ["tdt"] }, ["aa:2"]],
  [{ topics: [] }, []],
  [{ topics: ["unknown"] }, []],
  // A story of two topics is one; three are more than few here.
  [{ topics: ["tdt", "kizilay"] }, null],
  [{ topics: ["kizilay"], person: nameKey("Ayşe Kaya") }, ["aa:3"]],
  [{ topics: ["kizilay"], country: "KG" }, []],
])("few stories of %j are %j", async (filter, expected) =>
  expect(await fewOf(await news(), filter, most)).toEqual(expected),
);

test.each([1, most, 3])(
  "the newest of a topic are the same, whether its stories are many or few beside %i",
  async (few) => {
    const db = await news();
    for (const [topics, expected] of [
      [["tdt"], ["aa:2"]],
      [
        ["kizilay", "tdt"],
        ["aa:3", "aa:2", "aa:1"],
      ],
      [["unknown"], []],
      [[], []],
    ] as const) {
      const found = db
        .selectFrom("stories as s")
        .select("s.id")
        .where(await ofTopicsWithin(db, topics, few));
      const rows = await found.orderBy("s.published", "desc").execute();
      expect(rows.map(({ id }) => id)).toEqual(expected);
    }
  },
);
