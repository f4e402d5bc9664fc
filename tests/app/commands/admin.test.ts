import { describe, expect, test } from "vitest";
import { hour, minute, start } from "../../store/open.js";
import { item, read } from "../rig.js";
import { platforms, talk } from "./talk.js";

const day = 24 * hour;

/** An administrator at a platform. Two stories of Kızılay, and three items of no topic that name blood, are recorded. */
async function desk(platform: "telegram" | "slack") {
  const admins: string[] = [];
  const world = await talk({ admins });
  const items = [
    item(1, "Kızılay toplandı", { published: start - 5 * minute }),
    item(2, "Kızılay çadır gönderdi", { published: start - 4 * minute }),
    ...[3, 4, 5].map((n) => item(n, `Haber ${n}`, { body: "Kan bağışları sürüyor.", published: start - minute })),
    item(6, "Trafik yoğun", { body: "Kızılay Meydanı'nda trafik durdu.", published: start }),
  ];
  world.world.show("guncel", items);
  await world.process.poll(start);
  await world.process.readAll(start);
  const person = await world.at(platform);
  admins.push(person.from);
  const says = async (text: string) => (await person.types(text))[0]?.text ?? "";
  const keywords = async () => (await world.store.topics.find("kizilay"))?.keywords;
  return { ...world, person, says, keywords, presses: async (label: string) => (await person.presses(label))[0]?.text };
}

const old = ["Kızılay", "-Kızılay Meydanı"];

describe.each(platforms)("on %s", (platform) => {
  test("/keyword test tells what would have been, with examples, and changes nothing", async () => {
    const { says, keywords } = await desk(platform);
    const told = await says("keyword test kizilay kan bağışı");
    expect(told).toContain("Aranan: “kan bağışı”.");
    expect(told).toContain("Son 30 günde 3 haberle eşleşirdi.");
    expect(told).toContain("Şu anda konuda (son 30 gün) 2 haber var; bununla birlikte 5 olur.");
    expect(told).toContain("Haber 5");
    expect(await says("keyword test kizilay -çadır")).toContain("Son 30 günde konudan 0 haberi çıkarırdı.");
    expect(await says("keyword test kizilay -Kızılay")).toContain("Son 30 günde konudan 2 haberi çıkarırdı.");
    expect(await keywords()).toEqual(old);
  });

  test("/keyword add asks before a topic more than doubles; a no leaves it, a yes counts once", async () => {
    const { says, presses, keywords, person } = await desk(platform);
    expect(await says("keyword add kizilay kan bağışı")).toContain("iki katını aşar: 2 iken 5 olur");
    expect(await keywords()).toEqual(old);
    expect(await presses("Hayır")).toContain("Hiçbir şey değiştirilmedi.");
    expect(await keywords()).toEqual(old);
    await says("keyword add kizilay kan bağışı");
    expect(await presses("Evet")).toContain("Kızılay konusuna “kan bağışı” anahtar kelimesi eklendi");
    expect(await keywords()).toEqual([...old, "kan bağışı"]);
    expect(await says("keyword add kizilay kan bağışı")).toContain("zaten var");
    // One that brings little is added at once, and its meaning shown.
    expect(await says("keyword add kizilay çadır lang:tr")).toContain("Yalnızca şu dillerdeki haberlerde aranır: tr.");
    expect(await keywords()).toEqual([...old, "kan bağışı", "çadır lang:tr"]);
    expect(await says("keyword list red crescent")).toContain("4. çadır lang:tr");
    expect(await says("keyword remove kizilay 3")).toContain("“kan bağışı” anahtar kelimesi çıkarıldı");
    expect(await says("keyword remove kizilay cadır lang:tr")).toContain("Şunu mu demek istediniz: “çadır lang:tr”?");
    expect((await person.types("keyword"))[0]?.text).toContain("keyword test <konu> <ifade>");
    expect(await says("keyword tst kizilay x")).toMatch(/Şunu mu demek istediniz: \/(?:tellal )?keyword test/u);
  });

  test("a keyword that is taken back stands where it stood; /keyword list tells of those found irrelevant or no longer read", async () => {
    const { says, keywords, person, process } = await desk(platform);
    await process.db
      .insertInto("keywords")
      .values({ topic: "kizilay", text: "çadır (", position: 7, created: start })
      .execute();
    const before = await keywords();
    for (const place of [1, 2, 3]) {
      await says(`keyword remove kizilay ${place}`);
      expect(await keywords()).not.toEqual(before);
      await says("audit undo");
      expect(await keywords()).toEqual(before);
    }
    await says("settings zone Asia/Tokyo");
    expect(await says("audit 1")).toMatch(/#6 20 Kasım 2025 00:00, /u);
    await person.types("subscribe kizilay", 2);
    await says("irrelevant aa:1");
    const list = await says("keyword list kizilay");
    expect(list).toMatch(/1\. Kızılay · 1 kez ilgisiz bulundu\n/u);
    expect(list).toMatch(/2\. -Kızılay Meydanı\n/u);
    expect(list).toContain("3. çadır ( · artık okunamıyor, hiçbir şey bulmaz");
    expect(await says("keyword test kizilay kan bağışı")).toContain("Son 30 günde 3 haberle eşleşirdi.");
  });

  test("a fault of an expression points at its place", async () => {
    const { says } = await desk(platform);
    expect(await says("keyword add kizilay kan (bağışı")).toMatch(/Parantez kapatılmamış\.[^]*kan \(bağışı\n {4}\^/u);
    expect(await says("keyword test kizilay a1 |")).toMatch(/Sonda bir kelime eksik\.[^]*a1 \|\n {4}\^/u);
  });

  test("/topic: opened, renamed, removed after a question that counts its followers; all of it undone, step by step", async () => {
    const { says, presses, store, person } = await desk(platform);
    expect(await says("topic add kan Kan bağışı | Blood donation")).toContain("Kan bağışı (kan) konusu açıldı");
    expect(await says("topic add kan x")).toContain("kan adında bir konu zaten var.");
    await says("keyword add kan kan merkezi");
    const first = await says("keyword add kan kan bağışı");
    expect(first).toContain("bu anahtar kelimeyle 3 haber eşleşir.");
    expect(first).not.toContain("iki katını");
    await presses("Hayır");
    await says("subscribe kan");
    expect(await says("topic rename kan Kan | Blood")).toContain("Kan bağışı | Blood donation → Kan | Blood");
    expect(await says("topic remove kan")).toContain("Kan konusu kaldırılsın mı? 1 sohbet takip ediyor.");
    expect(await presses("Evet")).toContain("Kan (kan) konusu kaldırıldı");
    expect(await store.topics.find("kan")).toBeNull();
    expect(await store.chats.topicsOf(person.chat)).toEqual([]);
    expect(await says("audit undo")).toContain("Şu değişiklik geri alındı: Kan (kan) konusu kaldırıldı");
    expect(await store.topics.find("kan")).toMatchObject({
      name: { tr: "Kan", en: "Blood" },
      keywords: ["kan merkezi"],
    });
    expect(await store.chats.topicsOf(person.chat)).toEqual(["kan"]);
    await says("audit undo");
    expect(await store.topics.find("kan")).toMatchObject({ name: { tr: "Kan bağışı" } });
    const book = await says("audit 3");
    expect(book).toContain(person.from);
    expect(book).toMatch(
      /#6 .*\(#3 geri alındı\)[^]*#5 .*\(#4 geri alındı\)[^]*#4 .*Kan \(kan\) konusu kaldırıldı.*\(geri alındı\)/u,
    );
    await says("audit undo");
    await says("audit undo");
    expect(await store.topics.find("kan")).toBeNull();
    expect(await says("audit undo")).toContain("Geri alınacak bir değişiklik yok.");
  });

  test("/feed: looked at before it is added, paused, resumed, checked, removed", async () => {
    const { says, presses, store, world } = await desk(platform);
    world.answer(
      "aa-spor",
      read([item(9, "Maç bitti", { published: start - 2 * hour, spot: "Maç bugün oynandı ve bitti." })]),
    );
    const found = await says("feed add aa-spor https://www.aa.com.tr/tr/rss/default?cat=spor 3m");
    expect(found).toMatch(/Haber:? 1[^]*En yenisi:? 2 saat önce[^]*Maç bitti/u);
    expect(found).toContain("Dil: tr. Okuma aralığı: 3 dakika.");
    expect((await store.feeds.list()).map(({ id }) => id)).toEqual(["dunya", "guncel"]);
    expect(await presses("Evet")).toContain("aa-spor akışı eklendi");
    expect((await store.feeds.list())[0]).toMatchObject({
      id: "aa-spor",
      kind: "aa",
      language: "tr",
      every: 3 * minute,
    });
    world.answer("aa-spor", { kind: "failed", why: "not a feed: <html>" });
    expect(await says("feed check aa-spor")).toContain("aa-spor okunamadı: bu bir akış değil, şöyle başlıyor: <html>");
    expect(await says("feed pause aa-spor")).toContain("duraklatıldı");
    expect(await says("feed list")).toMatch(/aa-spor — duraklatıldı/u);
    expect(await says("feed resume aa-spor")).toContain("yeniden başlatıldı");
    expect(await says("feed remove aa-spr")).toContain("Şunu mu demek istediniz: aa-spor?");
    expect(await says("feed remove aa-spor")).toContain("aa-spor akışı kaldırıldı");
    expect(await says("feed add x ftp://a.example")).toContain("Kısa bir ad ve adres yazın");
    world.answer("intern", { kind: "forbidden", why: "10.0.0.1 is not a public address" });
    expect(await says("feed add intern http://10.0.0.1/rss")).toContain(
      "10.0.0.1 herkese açık bir internet adresi değil",
    );
    expect((await store.feeds.list()).map(({ id }) => id)).toEqual(["dunya", "guncel"]);
  });

  test("/admin: by address; those of ADMINS and the last one stay", async () => {
    const { says, store, person } = await desk(platform);
    expect(await says("admin add telegram:77")).toContain("telegram:77 yönetici yapıldı");
    expect(await says("admin add telegram:77")).toContain("zaten yönetici");
    expect(await says("admin list")).toMatch(
      new RegExp(`(?:Ayşe|ayse) \\(${person.from}\\) — ADMINS[^]*telegram:77`, "u"),
    );
    expect(await says(`admin remove ${person.from}`)).toContain("ADMINS ayarında yazılı");
    expect(await says("admin remove telegram:77")).toContain("yöneticilikten çıkarıldı");
    expect(await says("admin remove telegram:77")).toContain("yönetici değil");
    expect(await says("admin add telegram:-1007")).toContain("Bir kişi gösterin");
    expect(await store.admins.list()).toEqual([]);
  });

  test("/broadcast shows the announcement, asks, and reaches every chat that is there, once", async () => {
    const { says, presses, store, process, world, person } = await desk(platform);
    await store.chats.ensure("telegram:8", "en", start);
    await store.chats.ensure("telegram:9", "tr", start);
    await store.chats.lose("telegram:9", "blocked", start);
    while ((await process.deliver("console", start)).sent > 0);
    world.posts.length = 0;
    const asked = await says("broadcast Yarın <b>bakım</b> var.");
    expect(asked).toContain("Yarın <b>bakım</b> var.");
    expect(asked).toContain("Bu duyuru 2 sohbete gönderilsin mi?");
    expect(await presses("Evet")).toContain("Duyuru 2 sohbete gönderiliyor.");
    await process.deliver("console", start);
    await process.deliver("telegram", start + hour);
    expect(world.posts.map(({ chat }) => chat).toSorted()).toEqual(["console", "telegram:8"]);
    expect(JSON.stringify(world.posts.find(({ chat }) => chat === "telegram:8")?.message)).toContain("Announcement");
    expect(await says("audit")).toContain(`(${person.from}): 2 sohbete duyuru: Yarın`);
    expect(await says("audit undo")).toContain("Geri alınacak bir değişiklik yok.");
  });

  test("/status tells of feeds, accounts and outbox", async () => {
    const { says, process, time } = await desk(platform);
    time.now = start + 2 * day;
    while ((await process.deliver("console", start)).sent > 0);
    const told = await says("status");
    expect(told).toMatch(/guncel — .*en yeni haber: 2 gün önce/u);
    expect(told).toMatch(/console — son gönderim 2 gün önce, bekleyen yok/u);
    expect(told).toMatch(/Haber:? 3/u);
  });
});
