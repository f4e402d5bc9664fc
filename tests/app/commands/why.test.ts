import { describe, expect, test } from "vitest";
import { changedSettings, chatSettingsText, defaultSettings } from "../../../src/core/chat-settings.js";
import { hour, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

const day = 24 * hour;
const met = item(1, "Bakanlar toplandı", { body: "Toplantıya Kızılay'ın başkanı katıldı." });
const other = item(2, "Kaza oldu", { body: "Kızgın yolcular bekledi." });
const square = item(3, "Trafik durdu", { body: "Kızılay Meydanı'nda yol kapandı." });
const old = item(4, "Kızılay geçen yıl", { published: start - 3 * day });

/** A chat that follows Kızılay, or not, and four stories after that. */
async function told(platform: "telegram" | "slack", follows = true) {
  const world = await talk();
  const person = await world.at(platform);
  if (follows) await person.types("subscribe kizilay");
  world.world.show("guncel", [met, other, square, old]);
  await world.process.poll(start);
  await world.process.readAll(start);
  // The rig's own matcher knows no unwanted phrase.
  await world.process.db.deleteFrom("matches").where("story", "=", "aa:3").execute();
  const ask = async (link: string) => (await person.types(`why ${link}`))[0];
  return { ...world, person, ask };
}

describe.each(platforms)("on %s", (platform) => {
  test("/why shows the keyword with the words around it, and when the story comes or came", async () => {
    const { ask, process, person } = await told(platform);
    const answer = await ask(met.link);
    expect(answer?.text).toMatch(/Bakanlar toplandı[^]*Kızılay: ilgi %\d+, 1 yerde/u);
    expect(answer?.text).toContain("metinde “Kızılay”: Toplantıya Kızılay'ın başkanı katıldı.");
    expect(answer?.text).toContain("Gönderilmek üzere sırada bekliyor.");
    await process.db
      .updateTable("deliveries")
      .set({ sent: start + hour })
      .where("ref", "=", "aa:1")
      .where("chat", "in", (eb) => eb.selectFrom("chats").select("id").where("address", "=", person.chat))
      .execute();
    expect((await ask(met.link))?.text).toContain("Bu sohbete gönderildi: 19 Kasım 19:00.");
  });

  test("/why names the step that stopped a story", async () => {
    const { ask } = await told(platform);
    expect((await ask(other.link))?.text).toContain("anahtar sözcüklerinden hiçbiri geçmiyor");
    expect((await ask(square.link))?.text).toMatch(/istenmeyen ifade “-?Kızılay Meydanı”[^]*Meydanı'nda yol kapandı/u);
    expect((await ask(old.link))?.text).toContain("bir günden eskiydi");
    expect((await ask("https://aa.example/tr/gundem/haber/99"))?.text).toContain("akışların hiçbirinde görünmedi");
    expect((await ask("https://other.example/haber/1"))?.text).toContain("akışların hiçbirinde görünmedi");
    expect((await ask("haber"))?.text).toContain("Adresini yazın");
  });

  test("/why tells who does not follow, and who followed later", async () => {
    const { ask, person, time } = await told(platform, false);
    expect((await ask(met.link))?.text).toContain("konularından hiçbirini takip etmiyor");
    time.now = start + hour;
    await person.types("subscribe kizilay", 2);
    expect((await ask(met.link))?.text).toContain("haberden sonra takip etmeye başladı: 19 Kasım 19:00.");
  });
});

test.each([
  [{ withoutKinds: ["meeting" as const] }, "istemiyor: Toplantı"],
  [{ withoutLanguages: ["tr" as const] }, "bu dildeki haberleri istemiyor"],
  [{ floor: 1 }, "bu sohbet en az %100 istiyor"],
  [{}, "bu sohbetin ayarları farklıydı"],
])("a chat that wants %j: %s", async (change, answer) => {
  const { ask, process, person } = await told("telegram");
  await process.db.deleteFrom("delivery_stories").execute();
  const settings = chatSettingsText(changedSettings(defaultSettings, change)!);
  await process.db.updateTable("chats").set({ settings }).where("address", "=", person.chat).execute();
  expect((await ask(met.link))?.text).toContain(answer);
});

test("a muted topic, a digest that waits, forgotten words, a withdrawn story", async () => {
  const { ask, process, person } = await told("telegram");
  const { db } = process;
  await db
    .updateTable("deliveries")
    .set({ kind: "digest", due: null, closes: start + hour })
    .execute();
  expect((await ask(met.link))?.text).toContain("şu saatte gelecek: 19 Kasım 19:00.");
  await db.deleteFrom("delivery_stories").execute();
  await process.store.chatSettings.mute(person.chat, "kizilay", start + day);
  expect((await ask(met.link))?.text).toContain("20 Kasım 18:00 tarihine kadar susturulmuştu");
  await db.updateTable("stories").set({ withdrawn: start }).execute();
  expect((await ask(met.link))?.text).toContain("yayından kaldırıldı");
  await process.store.tidy({ text: day, unmatched: day, deliveries: day }, start + 2 * day);
  expect((await ask(other.link))?.text).toContain("artık saklanmadığı");
  expect((await ask(met.link))?.text).toContain("metinde “Kızılay”\n");
});

test("a story of another chat's own topic is explained as one of no topic", async () => {
  const { ask, process } = await told("telegram");
  const owner = await process.store.chats.ensure("telegram:8", "tr", start);
  await process.db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
  expect((await ask(met.link))?.text).toContain("hiçbiri geçmiyor");
});
