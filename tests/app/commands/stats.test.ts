import { describe, expect, test } from "vitest";
import { drawWeeks } from "../../../src/app/chart.js";
import { weekly } from "../../../src/core/weeks.js";
import { hour, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

const day = 24 * hour;

/** Three stories of Kızılay this week, one the week before, one of TDT, one long ago. */
async function told() {
  const world = await talk();
  const ages = [0, hour, day, 7 * day, 300 * day];
  const items = ages.map((age, n) => item(n + 1, `Kızılay haberi ${n}`, { published: start - age }));
  world.world.show("guncel", [...items, item(9, "TDT zirvesi", { published: start - hour })]);
  await world.process.poll(start);
  await world.process.readAll(start);
  return world;
}

const line = "Kızılay: toplam 4 haber; bu hafta 3, en yoğun hafta 3.";

describe.each(platforms)("on %s", (platform) => {
  test("/stats shows a picture, and tells the same in words", async () => {
    const world = await told();
    const person = await world.at(platform);
    const [picture, text] = await person.types("stats", 2);
    expect(picture?.picture).toBe(true);
    expect(picture?.text).toContain("Son 12 haftanın haberleri");
    expect(text?.text).toContain(line);
    expect(text?.text).toContain("TDT: toplam 1 haber; bu hafta 1, en yoğun hafta 1.");
    // Slack reads it out to who sees no picture; Telegram has no such words, and the message beside it tells them.
    expect(picture?.text.includes(line)).toBe(platform === "slack");
    const [, one] = await person.types("stats tdt", 2);
    expect(one?.text).not.toContain("Kızılay");
  });

  test("/stats draws nothing where there is nothing", async () => {
    const world = await told();
    const person = await world.at(platform);
    world.time.now = start + 300 * day;
    expect((await person.types("stats"))[0]?.text).toContain("Son 12 haftada haber yok.");
    const owner = await world.store.chats.ensure("telegram:8", "tr", start);
    await world.process.db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
    expect((await person.types("stats kizilay"))[0]?.text).toContain("adında bir konu yok");
  });
});

test("weeks begin on Mondays in Istanbul", () => {
  const monday = Date.UTC(2025, 10, 17);
  const midnight = monday - 3 * hour;
  expect(weekly([midnight - 1, midnight, midnight + 7 * day - 1], 2, start)).toEqual([
    { week: monday - 7 * day, count: 1 },
    { week: monday, count: 2 },
  ]);
});

test("the picture is a PNG as wide as said, and its Turkish letters are drawn with the font that we ship", async () => {
  const draw = (name: string) => drawWeeks([{ name, weeks: weekly([start], 12, start) }], "tr");
  const [one, other] = [Buffer.from(await draw("ğ")), Buffer.from(await draw("ş"))];
  expect(one.subarray(1, 4).toString()).toBe("PNG");
  expect(one.readUInt32BE(16)).toBe(1_800);
  // Two letters that the font lacked would be the same box.
  expect(one.equals(other)).toBe(false);
});
