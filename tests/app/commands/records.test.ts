import { describe, expect, test } from "vitest";
import { hour, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

const day = 24 * hour;

/** Seven meetings of Ayşe Kaya, one of them with Can Kaya, and one where TDT decided something. */
async function told() {
  const world = await talk();
  const items = Array.from({ length: 7 }, (_, n) =>
    item(n + 1, `Kızılay buluşması ${n + 1}`, {
      body: n === 0 ? "@Ayşe Kaya ile @Can Kaya geldi. Depo kurulmasına karar verildi." : "@Ayşe Kaya geldi.",
      published: start - (7 - n) * hour,
    }),
  );
  const last = item(9, "TDT zirvesi", {
    body: "@Muhtar Cakıpov geldi. Sekretarya kurulmasına karar verildi. Fon açılmasına karar verildi.",
    published: start - 12 * hour,
  });
  world.world.show("guncel", [...items, last]);
  await world.process.poll(start);
  await world.process.readAll(start);
  return world;
}

describe.each(platforms)("on %s", (platform) => {
  test("a topic's name alone, however it is spelt, asks for its latest story", async () => {
    const person = await (await told()).at(platform);
    for (const name of ["TDT", "tdt", "ots"]) expect((await person.types(name))[0]?.text).toContain("TDT zirvesi");
    expect((await person.types("red crescent"))[0]?.text).toContain("Kızılay buluşması 7");
    expect((await person.types("kızlay"))[0]?.text).toContain("Böyle bir komut yok");
  });

  test("/who finds somebody by surname, lets one choose among several, and shows the meetings, newest first", async () => {
    const person = await (await told()).at(platform);
    const [choice] = await person.types("who kaya");
    expect(choice?.text).toContain("Hangisi?");
    expect(choice?.buttons).toEqual(["Ayşe Kaya (7)", "Can Kaya (1)"]);
    const [first] = await person.presses("Ayşe Kaya (7)");
    expect(first?.text).toMatch(/Ayşe Kaya: 7 haber[^]*buluşması 7[^]*buluşması 3/u);
    expect(first?.text).toContain("19 Kasım 2025, TSİ 17.00 — Kızılay buluşması 7");
    expect(first?.buttons).toEqual(["Daha eski »"]);
    const [second] = await person.presses("Daha eski »");
    expect(second?.text).toMatch(/buluşması 2[^]*buluşması 1/u);
    expect(second?.buttons).toEqual(["« Daha yeni"]);
  });

  test.each([
    ["who Can Kaya'nın", "Can Kaya: 1 haber"],
    ["who Jakypov", "Muhtar Cakıpov: 1 haber"],
    ["who çakıpov muhtar", "Muhtar Cakıpov: 1 haber"],
    ["who Ayse Kay", "Ayşe Kaya: 7 haber"],
    ["who Demir", "Kayıtlarımızda Demir adında biri yok."],
    ["who %", "Kayıtlarımızda % adında biri yok."],
    ["who", "who Kaya. Soyadı yeter."],
    ["met nobody", "Bu kişiyle ilgili kayıt artık elimizde değil."],
  ])("/%s: %s", async (asked, answer) => {
    const person = await (await told()).at(platform);
    expect((await person.types(asked))[0]?.text).toContain(answer);
  });

  test("/decisions groups them by story, newest first, within the days asked for", async () => {
    const world = await told();
    const person = await world.at(platform);
    const [all] = await person.types("decisions");
    expect(all?.text).toMatch(
      /Son 30 günün kararları[^]*buluşması 1 · 19 Kasım 2025, TSİ 11.00[^]*Depo[^]*TDT zirvesi[^]*Sekretarya[^]*Fon/u,
    );
    const [some] = await person.types("decisions tdt 7");
    expect(some?.text).toContain("Son 7 günün kararları");
    expect(some?.text).not.toContain("Depo");
    world.time.now = start + 3 * day;
    expect((await person.types("decisions 2"))[0]?.text).toContain("Son 2 günde alınmış bir karar bulunamadı.");
    expect((await person.types("decisions spor"))[0]?.text).toContain("adında bir konu yok");
  });

  test("/latest shows so many, and older ones below", async () => {
    const world = await told();
    const person = await world.at(platform);
    const first = await person.types("latest kizilay 2", 2);
    expect(first.map(({ text }) => /buluşması \d/u.exec(text)?.[0])).toEqual(["buluşması 7", "buluşması 6"]);
    expect(first.map(({ buttons }) => buttons.includes("Daha eski »"))).toEqual([false, true]);
    expect((await person.presses("Daha eski »"))[0]?.text).toContain("buluşması 5");
  });

  test("pages of a topic turn however long its name is", async () => {
    const world = await told();
    const person = await world.at(platform);
    const name = "Çığ, yağış, sığınak, ağaç, çöl işçiliği";
    await world.process.db.updateTable("topics").set({ tr: name }).where("id", "=", "kizilay").execute();
    await person.types(`latest ${name} 2`, 2);
    expect((await person.presses("Daha eski »"))[0]?.text).toContain("buluşması 5");
  });

  test("what another chat's own topic tells of people and decisions stays there", async () => {
    const world = await told();
    const person = await world.at(platform);
    const owner = await world.store.chats.ensure("telegram:8", "tr", start);
    await world.process.db.updateTable("topics").set({ owner }).where("id", "=", "tdt").execute();
    expect((await person.types("who Cakıpov"))[0]?.text).toContain("adında biri yok");
    expect((await person.types("met muhtar cakipov"))[0]?.text).toContain("artık elimizde değil");
    expect((await person.types("decisions"))[0]?.text).not.toContain("Sekretarya");
    expect((await person.types("decisions tdt"))[0]?.text).toContain("adında bir konu yok");
  });
});

test("a story that posts show without its people tells nothing of them here either", async () => {
  const world = await told();
  await world.process.db.updateTable("briefs").set({ confidence: 0.1 }).execute();
  const person = await world.at("telegram");
  expect((await person.types("who Kaya"))[0]?.text).toContain("adında biri yok");
  expect((await person.types("decisions"))[0]?.text).toContain("bir karar bulunamadı");
});
