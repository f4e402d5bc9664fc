import { describe, expect, test } from "vitest";
import { searchCommands } from "../../../src/app/commands/search.js";
import { createSearch } from "../../../src/store/search.js";
import { words } from "../../core/message/locales.js";
import { minute, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

/** Stories that name Kızılay each, their bodies as given, the last one newest. */
async function told(bodies: readonly string[]) {
  const world = await talk();
  const items = bodies.map((body, n) =>
    item(n + 1, `Kızılay haberi ${n + 1}`, { body, published: start - (bodies.length - n) * minute }),
  );
  world.world.show("guncel", items);
  await world.process.poll(start);
  await world.process.readAll(start);
  return world;
}

describe.each(platforms)("on %s", (platform) => {
  test("/search shows title, date and the words around, newest first, and pages by buttons", async () => {
    const bodies = Array.from({ length: 7 }, (_, n) => `Ankara'daki ${n + 1}. toplantısında yardım konuşuldu.`);
    const person = await (await told(bodies)).at(platform);
    const [first] = await person.types("search toplantı");
    expect(first?.text).toContain("Arama: toplantı");
    expect(first?.text).toMatch(/1\. .*Kızılay haberi 7[^]*5\. .*Kızılay haberi 3/u);
    expect(first?.text).toContain("19 Kasım 2025, TSİ 17.59");
    expect(first?.text).toContain("Ankara'daki 7. toplantısında yardım konuşuldu.");
    expect(first?.bold).toContain("toplantısında");
    expect(first?.buttons).toEqual(["Daha eski »"]);
    const [second] = await person.presses("Daha eski »");
    expect(second?.text).toMatch(/6\. .*Kızılay haberi 2[^]*7\. .*Kızılay haberi 1/u);
    expect(second?.buttons).toEqual(["« Daha yeni"]);
    const [back] = await person.presses("« Daha yeni");
    expect(back?.text).toBe(first?.text);
  });

  test("what is not there, and what is no question, is said in a sentence", async () => {
    const person = await (await told(["Yardım gitti."])).at(platform);
    expect((await person.types("search kanun"))[0]?.text).toContain("“kanun” için haber bulunamadı.");
    expect((await person.types("search"))[0]?.text).toContain("search Kızılay toplantı");
    expect((await person.types("search *"))[0]?.text).toContain("search Kızılay toplantı");
    expect((await person.types("found forged 5"))[0]?.text).toContain("Bu aramanın süresi doldu.");
  });

  test("a long question leads on too, and its buttons only in the chat that asked", async () => {
    const bodies = Array.from({ length: 7 }, () => "Uluslararası yardım kuruluşlarının temsilcileri bir araya geldi.");
    const world = await told(bodies);
    const person = await world.at(platform);
    const asked = 'search "uluslararası yardım kuruluşlarının" temsilcileri araya geldi Kızılay haberi';
    expect((await person.types(asked))[0]?.buttons).toEqual(["Daha eski »"]);
    expect((await person.presses("Daha eski »"))[0]?.text).toContain("Kızılay haberi 1");
    const { id } = await world.process.db.selectFrom("searches").select("id").executeTakeFirstOrThrow();
    expect(await world.store.search.kept(person.chat, id)).not.toBeNull();
    expect(await world.store.search.kept("telegram:8", id)).toBeNull();
  });

  test("a story of another chat's own topic is not found", async () => {
    const world = await told(["Toplantı yapıldı."]);
    const person = await world.at(platform);
    const owner = await world.store.chats.ensure("telegram:8", "tr", start);
    await world.process.db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
    expect((await person.types("search toplantı"))[0]?.text).toContain("haber bulunamadı");
  });
});

test("a search that stopped before the oldest story says so, found or not", async () => {
  const { process } = await told(["Toplantı yapıldı.", "Yardım gitti.", "Toplantı yapıldı."]);
  const search = createSearch(process.database, { tried: 1, vain: 9, read: 1, batch: 1 });
  const [command] = searchCommands({ store: { topics: process.store.topics, search } });
  const heard = { language: "tr" as const, say: words("tr"), now: start, isTellalAdmin: async () => false };
  const who = { chat: "telegram:7" as const, from: "telegram:7", language: null };
  const ask = { ...who, words: [], isAdmin: async () => false };
  const answer = async (word: string) => JSON.stringify(await command?.run(ask, { ...heard, args: [word] }));
  expect(await answer("toplantı")).toMatch(/Kızılay haberi 3.*Daha seyrek geçen bir kelime/u);
  expect(await answer("yardımlaş")).toContain("bulunamadı");
});
