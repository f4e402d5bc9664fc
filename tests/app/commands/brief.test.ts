import { describe, expect, test } from "vitest";
import { minute, start } from "../../store/open.js";
import { item, pageOf } from "../rig.js";
import { platforms, talk } from "./talk.js";

const known = item(1, "Kızılay toplandı", { body: "@Ayşe Kaya geldi." });
const other = item(2, "Kızılay başka yerde", { link: "https://www.aa.example/tr/gundem/baska/2" });

async function told() {
  const world = await talk();
  world.world.show("guncel", [known]);
  await world.process.poll(start);
  await world.process.readAll(start);
  world.world.page(other.link, pageOf(other, "@Can Demir konuştu."));
  world.world.asked.pages.length = 0;
  return world;
}

describe.each(platforms)("on %s", (platform) => {
  test("/brief answers a known story from the store, and reads any other of a feed's site", async () => {
    const world = await told();
    const person = await world.at(platform);
    const [stored] = await person.types(`brief ${known.link}`);
    expect(stored?.text).toMatch(/Kızılay toplandı[^]*Ayşe Kaya/u);
    expect(world.world.asked.pages).toEqual([]);
    const [fresh] = await person.types(`brief ${other.link.replace("https://", "")}`);
    expect(fresh?.text).toMatch(/Kızılay · [^]*Kızılay başka yerde[^]*Can Demir[^]*kayıtlarımızda yer almıyor/u);
    expect(world.world.asked.pages).toEqual([other.link]);
    expect(await world.process.db.selectFrom("stories").select("id").execute()).toEqual([{ id: "aa:1" }]);
  });

  test.each([
    ["brief", "Hangi haber?"],
    ["brief haber", "Hangi haber?"],
    ["brief ftp://aa.example/1", "Hangi haber?"],
    ["brief javascript:alert(1)", "Hangi haber?"],
    ["brief http://127.0.0.1/1", "Yalnızca haberlerini izlediğimiz"],
    ["brief https://169.254.169.254/latest/meta-data/1", "Yalnızca haberlerini izlediğimiz"],
    ["brief https://aa.example.evil.example/1", "Yalnızca haberlerini izlediğimiz"],
    ["brief https://aa.example@evil.example/1", "Yalnızca haberlerini izlediğimiz"],
    ["brief https://aa.example/yok", "okuyabildiğimiz bir haber bulunamadı"],
  ])("/%s: %s", async (asked, answer) => {
    expect((await (await (await told()).at(platform)).types(asked))[0]?.text).toContain(answer);
  });
});

test.each([
  [{ kind: "gone", status: 410 }, "kaldırılmış olabilir"],
  [{ kind: "later", status: 503, until: null }, "şu anda yanıt vermiyor"],
  [{ kind: "forbidden", why: "robots.txt" }, "okumamıza izin yok"],
] as const)("a page that answers %j: %s", async (outcome, answer) => {
  const world = await told();
  world.world.page(other.link, outcome);
  expect((await (await world.at("telegram")).types(`brief ${other.link}`))[0]?.text).toContain(answer);
});

test("a person gets five pages in ten minutes, known stories not counted", async () => {
  const world = await told();
  const person = await world.at("telegram");
  const ask = async (link: string) => (await person.types(`brief ${link}`))[0]?.text;
  for (let n = 0; n < 5; n += 1) expect(await ask(other.link)).toContain("Can Demir");
  world.time.now += 3 * minute;
  expect(await ask(other.link)).toContain("7 dakika sonra yeniden deneyin");
  expect(await ask(known.link)).toContain("Ayşe Kaya");
  expect(world.world.asked.pages).toHaveLength(5);
  world.time.now += 7 * minute;
  expect(await ask(other.link)).toContain("Can Demir");
});

test("a story of another chat's own topic is read from its page, as if nobody knew it", async () => {
  const world = await told();
  const owner = await world.store.chats.ensure("telegram:8", "tr", start);
  await world.process.db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
  const [answer] = await (await world.at("telegram")).types(`brief ${known.link}`);
  expect(answer?.text).toContain("kayıtlarımızda yer almıyor");
  expect(answer?.text).not.toContain("Kızılay ·");
});

test("a post names the topics of its chat, and no other chat's own ones", async () => {
  const world = await told();
  world.world.show("guncel", [item(5, "Kızılay ve TDT")]);
  await world.process.poll(start + 5 * minute);
  await world.process.readAll(start + 5 * minute);
  const owner = await world.store.chats.ensure("telegram:8", "tr", start);
  await world.process.db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
  const topics = async (chat: string) =>
    (await world.store.views.seenIn(chat, "aa:5"))?.view.topics.map(({ id }) => id);
  expect(await topics("telegram:8")).toEqual(["kizilay", "tdt"]);
  expect(await topics("telegram:7")).toEqual(["tdt"]);
  const { id } = await world.process.db
    .selectFrom("deliveries")
    .select("id")
    .where("ref", "=", "aa:5")
    .executeTakeFirstOrThrow();
  expect((await world.store.views.ofDelivery(id))[0]?.view.topics.map((topic) => topic.id)).toEqual(["tdt"]);
});
