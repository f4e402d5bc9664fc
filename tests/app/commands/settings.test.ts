import { expect, test } from "vitest";
import { defaultSettings } from "../../../src/core/chat-settings.js";
import { hour, start } from "../../store/open.js";
import { platforms, talk } from "./talk.js";

test.each(platforms)("on %s every setting is a button, and the screen shows the present state", async (platform) => {
  const { at, store } = await talk();
  const person = await at(platform);
  const [screen] = await person.types("settings");
  expect(screen?.text).toContain("Ayarlar");
  expect(screen?.text).toContain("Gönderim: anında");
  expect(screen?.text).toContain("Saat dilimi: Europe/Istanbul (19 Kasım 18:00)");
  expect(screen?.buttons).toEqual([
    "Dil",
    "Gönderim",
    "Saat dilimi",
    "Sessiz saatler",
    "Uzunluk",
    "Haber türleri",
    "Haber dilleri",
    "İlgi eşiği",
  ]);

  await person.presses("Gönderim");
  const [daily] = await person.presses("Günlük özet");
  expect(daily?.text).toContain("Gönderim: her gün saat 08:00, özet olarak");
  expect(daily?.buttons).toContain("✅ Günlük özet");
  expect(daily?.buttons).toContain("✅ 08:00");
  await person.presses("18:00");
  await person.presses("Haftalık özet");
  const [weekly] = await person.presses("Cuma");
  expect(weekly?.text).toContain("Gönderim: her cuma saat 18:00, özet olarak");

  await person.presses("‹ Ayarlar");
  await person.presses("Saat dilimi");
  expect((await person.presses("Asia/Baku"))[0]?.text).toContain("Asia/Baku (19 Kasım 19:00)");

  await person.presses("‹ Ayarlar");
  await person.presses("Sessiz saatler");
  await person.presses("Açık");
  await person.presses("Bitiş 09:00");
  const [quiet] = await person.presses("Afet haberleri gelsin");
  expect(quiet?.text).toContain("Sessiz saatler: 22:00–09:00 (afet haberleri yine gelir)");
  expect(quiet?.buttons).toContain("✅ Afet haberleri gelsin");

  await person.presses("‹ Ayarlar");
  await person.presses("Uzunluk");
  await person.presses("kısa");
  await person.presses("‹ Ayarlar");
  await person.presses("Haber türleri");
  await person.presses("✅ Açıklama");
  expect((await person.presses("✅ Haber"))[0]?.text).toContain("şunlar hariç hepsi: Açıklama ve Haber");
  await person.presses("‹ Ayarlar");
  await person.presses("Haber dilleri");
  await person.presses("✅ İngilizce");
  await person.presses("‹ Ayarlar");
  await person.presses("İlgi eşiği");
  await person.presses("konuya yalnızca değinenler hariç");

  await person.presses("‹ Ayarlar");
  await person.presses("Dil");
  const [english] = await person.presses("İngilizce");
  expect(english?.text).toContain("Language: English");
  const [whole] = await person.presses("‹ Settings");
  for (const line of [
    "Delivery: a digest every Friday at 18:00",
    "Quiet hours: 22:00–09:00 (disasters come all the same)",
    "Length: short",
    "Kinds of story: all but Statement and News",
    "Story languages: all but English",
    "Relevance: without mere mentions",
  ])
    expect(whole?.text).toContain(line);
  expect(await store.chatSettings.of(person.chat)).toEqual({
    delivery: { kind: "weekly", day: 5, at: 18 * 60 },
    zone: "Asia/Baku",
    quiet: { from: 22 * 60, to: 9 * 60 },
    disasters: true,
    length: "short",
    withoutKinds: ["statement", "news"],
    withoutLanguages: ["en"],
    floor: 0.2,
  });
});

test.each(platforms)("on %s a topic is muted for a while, from now, and may speak again", async (platform) => {
  const { at, store, time } = await talk();
  const person = await at(platform);
  expect((await person.types("mute"))[0]?.text).toBe("Takip etmediğiniz bir konu susturulamaz.");
  await person.types("subscribe kizilay tdt");
  expect((await person.types("mute"))[0]?.buttons).toEqual(["🔕 Kızılay", "🔕 TDT"]);
  const [muted] = await person.presses("🔕 Kızılay");
  expect(muted?.text).toContain("Kızılay'ı 20 Kasım 18:00 tarihine kadar susturdunuz.");
  expect(muted?.buttons).toEqual(["1 hafta sustur", "Sesi aç"]);
  expect((await person.presses("1 hafta sustur"))[0]?.text).toContain("26 Kasım 18:00");
  expect((await person.types("settings"))[0]?.text).toContain("Susturulan: Kızılay (26 Kasım 18:00 tarihine kadar)");
  const [menu] = await person.types("mute");
  expect(menu?.buttons).toEqual(["🔔 Kızılay", "🔕 TDT"]);
  expect((await person.presses("🔔 Kızılay"))[0]?.text).toContain("Kızılay yeniden gönderilecek.");
  expect((await person.types("mute TDT 90dk"))[0]?.text).toContain("19 Kasım 19:30");
  expect(await store.chatSettings.mutes(person.chat, time.now)).toEqual([{ topic: "tdt", until: start + 1.5 * hour }]);
  expect(await store.chatSettings.mutes(person.chat, start + 2 * hour)).toEqual([]);
});

test.each([
  ["2 gün", 48 * hour],
  ["2 days", 48 * hour],
  ["1 hafta", 7 * 24 * hour],
  ["1 week", 7 * 24 * hour],
  ["30 DAKİKA", hour / 2],
  ["30 min", hour / 2],
  ["3 Saat", 3 * hour],
  ["3hours", 3 * hour],
  ["1 ay", 30 * 24 * hour],
])("muted for %s", async (span, length) => {
  const { store, say } = await ears();
  await say("subscribe kizilay tdt");
  await say(`mute kizilay tdt ${span}`);
  const until = start + length;
  expect(await store.chatSettings.mutes("telegram:7", start)).toEqual([
    { topic: "kizilay", until },
    { topic: "tdt", until },
  ]);
});

test.each([
  ["quiet 22-7", { quiet: { from: 1_320, to: 420 } }],
  ["quiet 22.30-06:00", { quiet: { from: 1_350, to: 360 } }],
  ["delivery daily 8", { delivery: { kind: "daily", at: 480 } }],
])("times as people write them: /settings %s", async (text, settings) => {
  const { store, say } = await ears();
  await say(`settings ${text}`);
  expect(await store.chatSettings.of("telegram:7")).toEqual({ ...defaultSettings, ...settings });
});

const delivery = "ayarlanamaz. Başka bir saat için: /settings delivery daily 08:30";
const quiet = "ayarlanamaz. Bu saatlerde bir şey gönderilmez";
const long = "Sessiz saatler günde en az dört saat boş bırakmalı.";
const stale = "Bu ayar yapılamadı: düğme eskimiş ya da değer geçersiz.";
test.each([
  ["settings colour red", stale],
  ["settings constructor x", stale],
  ["settings __proto__ x", stale],
  ["settings language de", stale],
  ["settings language tr en", stale],
  ["settings delivery never", delivery],
  ["settings delivery daily 25:00", delivery],
  ["settings delivery daily 08:00 now", delivery],
  ["settings delivery weekly 8 08:00", delivery],
  ["settings delivery weekly NaN 08:00", delivery],
  ["settings quiet 25-06", "“25-06” ayarlanamaz."],
  ["settings quiet 22", "/settings quiet 22:30-06:30"],
  ["settings quiet 08:00-08:00", long],
  ["settings quiet 08:00-07:00", long],
  ["settings quiet 22:00-07:00 x", quiet],
  ["settings quiet disasters perhaps", quiet],
  ["settings length endless", stale],
  ["settings kinds gossip off", stale],
  ["settings kinds aid", stale],
  ["settings stories ru off", stale],
  ["settings floor 2", stale],
  ["settings floor 1e-1", stale],
  ["settings zone Europe/Atlantis", "“Europe/Atlantis” adında bir saat dilimi yok."],
  ["settings zone", "Saat dilimi"],
  ["mute kizilay 0g", "“0g” bir süre değil."],
  ["mute kizilay 9999w", "“9999w” bir süre değil."],
  ["mute kizilay 2 asır", "“2asır” bir süre değil."],
  ["mute 1d", "Hangi konuyu? Örnek: /mute kizilay 1g"],
  ["mute tdt 1d", "Takip etmediğiniz bir konu susturulamaz."],
  ["hush aa:404", "Bu haber artık elimizde değil."],
])("forged or stale: %s is answered in a sentence and changes nothing", async (text, sentence) => {
  const { store, say } = await ears();
  expect(await say(text)).toContain(sentence);
  expect(await store.chatSettings.of("telegram:7")).toEqual(defaultSettings);
  expect(await store.chatSettings.mutes("telegram:7", start)).toEqual([]);
});

test("who does not administer a group sees and changes no settings there, and mutes nothing", async () => {
  const { store, say } = await ears({ isAdmin: async () => false });
  for (const text of ["settings", "settings length short", "mute kizilay 1d", "hush aa:1"])
    expect(await say(text)).toBe("Bu komutu yalnızca sohbetin yöneticileri kullanabilir.");
  expect(await store.chatSettings.of("telegram:7")).toEqual(defaultSettings);
});

test("the last kind or language stays on", async () => {
  const { store, say } = await ears();
  await say("settings stories en off");
  expect(await say("settings stories tr off")).toContain("En az biri açık kalmalı");
  expect(await store.chatSettings.of("telegram:7")).toMatchObject({ withoutLanguages: ["en"] });
});

test.each(platforms)("on %s it shows whether disasters may come when no hours are quiet, too", async (platform) => {
  const person = await (await talk()).at(platform);
  const [off] = await person.types("settings quiet");
  expect(off?.buttons).toContain("Afet haberleri gelsin");
  const [on] = await person.presses("Afet haberleri gelsin");
  expect(on?.text).toContain("Sessiz saatler: Kapalı (açıkken afet haberleri yine gelir)");
  expect(on?.buttons).toContain("✅ Afet haberleri gelsin");
});

test("no button says more than a platform sends back", async () => {
  const { buttons } = await ears();
  const seen = new Set<string>();
  const waiting = [
    "settings",
    "settings delivery daily 08:00",
    "settings delivery weekly 7 08:00",
    "settings quiet 22:00-07:00",
  ];
  for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
    for (const action of await buttons(text)) {
      expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64);
      if (!seen.has(action) && action.split(" ").length === 2) waiting.push(action);
      seen.add(action);
    }
  }
  expect(seen.size).toBeGreaterThan(60);
});

/** One private chat that follows `kizilay`, without a platform. */
async function ears(more: { isAdmin?: () => Promise<boolean> } = {}) {
  const { ears, store } = await talk();
  await store.chats.subscribe(await store.chats.ensure("telegram:7", "tr", start), "kizilay", start);
  async function answer(text: string) {
    const ask = {
      chat: "telegram:7",
      from: "telegram:7",
      words: text.split(" "),
      language: null,
      isAdmin: async () => true,
    };
    const reply = await ears.answer({ ...ask, ...more });
    if (reply === null) throw new Error("no answer");
    return reply.messages.flatMap(({ blocks }) => blocks);
  }
  return {
    store,
    say: async (text: string) =>
      (await answer(text))
        .map((block) => {
          if (block.type === "facts") return block.facts.map(({ label }) => label).join(" ");
          return block.type === "paragraph" ? block.text.map((span) => span.text).join("") : "";
        })
        .filter((line) => line !== "")
        .join("\n"),
    buttons: async (text: string) =>
      (await answer(text)).flatMap((block) =>
        block.type === "buttons" ? block.buttons.flatMap((button) => ("action" in button ? [button.action] : [])) : [],
      ),
  };
}
