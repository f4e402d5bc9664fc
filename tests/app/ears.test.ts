import { readFileSync } from "node:fs";
import { beforeEach, expect, test } from "vitest";
import { deliveryRules } from "../../src/app/delivery-rules.js";
import { createEars } from "../../src/app/ears.js";
import type { Ask, Reply } from "../../src/core/message/ask.js";
import { plainPaint, renderConsole } from "../../src/core/message/console.js";
import type { Button } from "../../src/core/message/message.js";
import { words } from "../core/message/locales.js";
import { hour, start } from "../store/open.js";
import { briefOf } from "./plain-engine.js";
import { item, rig } from "./rig.js";

type Rig = Awaited<ReturnType<typeof rig>>;
let both: Rig;
let ears: ReturnType<typeof createEars>;

beforeEach(async () => {
  both = await rig();
  const rules = deliveryRules({
    uncertain: "resend",
    telegram: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    slack: { perChat: 1_000 },
  });
  ears = createEars({
    store: both.process.store,
    feeds: both.world.feeds,
    words,
    rules,
    admins: ["telegram:1"],
    clock: () => start,
    until: async (at) => at,
    breathe: async () => {},
    brief: briefOf,
  });
});

async function ask(text: string, more: Partial<Ask> = {}): Promise<Reply> {
  const reply = await ears.answer({
    chat: "telegram:7",
    from: "telegram:7",
    words: text.split(" "),
    language: null,
    isAdmin: async () => true,
    ...more,
  });
  if (reply === null) throw new Error("no answer");
  return reply;
}

const shown = ({ messages }: Reply) =>
  messages.map((message) => renderConsole(message, { width: 120, paint: plainPaint }));
const buttons = ({ messages }: Reply): Button[] =>
  messages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "buttons" ? block.buttons : [])));

/** Two stories of Kızılay, one of TDT, recorded. */
async function news(): Promise<void> {
  both.world.show("guncel", [
    item(1, "Kızılay toplandı", { published: start - 3 }),
    item(2, "TDT toplandı", { published: start - 2 }),
    item(3, "Kızılay yardım gönderdi", { published: start - 1 }),
  ]);
  await both.process.poll(start);
  await both.process.readAll(start);
}

test("/start greets in three lines and offers the topics; a press follows, and the menu shows it", async () => {
  const hello = await ask("/start", { language: "en" });
  expect(shown(hello)).toEqual([
    "Hello, I am Tellal.\n\nI read the news of Anadolu Ajansı (AA) and tell you in short who met, where, and what was decided.\n\nChoose below which topics to follow. You can change that at any time.",
  ]);
  expect(buttons(hello)).toEqual([
    { label: "➕ Red Crescent", action: "subscribe kizilay" },
    { label: "➕ OTS", action: "subscribe tdt" },
  ]);
  const pressed = await ask("subscribe kizilay", { language: "en" });
  expect(pressed.replaces).toBe(true);
  expect(shown(pressed)).toEqual([
    "You follow Red Crescent.\n\nThere is no story on this yet. You will see the first one here.",
  ]);
  expect(buttons(pressed)[0]).toEqual({ label: "✅ Red Crescent", action: "unsubscribe kizilay" });
  // The language of the first who chose stays the chat's.
  expect(shown(await ask("/unsubscribe kizilay", { language: "tr" }))).toEqual(["You no longer follow Red Crescent."]);
});

test("subscribing shows the latest brief at once, and from then on its stories come", async () => {
  await news();
  const reply = await ask("/subscribe Kızılay TDT");
  expect(shown(reply)[0]).toBe("Kızılay ve TDT'yi takip ediyorsunuz.");
  expect(shown(reply)[1]).toContain("Kızılay yardım gönderdi");
  expect(reply.messages).toHaveLength(2);
  expect((await ask("/subscribe kizilay")).messages).toHaveLength(1);
  both.world.show("guncel", [item(4, "Kızılay dördüncü", { published: start + hour })]);
  await both.process.all(start + hour, "telegram");
  expect(both.world.posts.map(({ chat }) => chat)).toEqual(["telegram:7"]);
});

test.each([
  ["/subscribe kizilay", "Kızılay'ı takip ediyorsunuz."],
  ["/subscribe KIZILAY", "Kızılay'ı takip ediyorsunuz."],
  ["/subscribe red crescent", "Kızılay'ı takip ediyorsunuz."],
  ["/subscribe ots", "TDT'yi takip ediyorsunuz."],
  ["/start tdt", "TDT'yi takip ediyorsunuz."],
  ["/unsubscribe tdt", "Zaten takip etmiyorsunuz."],
  ["/unsubscribe Hepsi", "Zaten takip etmiyorsunuz."],
  ["/unsubscribe TÜMÜ", "Zaten takip etmiyorsunuz."],
  ["/subscribe", "Takip etmek ya da bırakmak istediğiniz konuya dokunun."],
  ["/subscribe kizlay", "Şunu mu demek istediniz: kizilay? Konular: kizilay ve tdt."],
  ["/subscribe <b>x</b>", "“<b>x</b>” adında bir konu yok. Konular: kizilay ve tdt."],
  ["/latest", "Henüz haber yok."],
  ["more people aa:1", "Bu haber artık elimizde değil."],
  ["more", "Bu haber artık elimizde değil."],
])("%s → %s", async (text, expected) => expect(shown(await ask(text))[0]).toContain(expected));

test("who does not administer a group changes nothing there, by command, link or button", async () => {
  const stranger = { chat: "telegram:-1007", isAdmin: async () => false };
  for (const text of ["/subscribe kizilay", "/start kizilay", "unsubscribe kizilay"]) {
    expect(shown(await ask(text, stranger))).toEqual(["Bu komutu yalnızca sohbetin yöneticileri kullanabilir."]);
  }
  expect(await both.process.store.chats.find("telegram:-1007")).toBeUndefined();
  expect(shown(await ask("/topics", stranger))[0]).toContain("kizilay — Kızılay");
  expect(shown(await ask("/subscribe kizilay", { ...stranger, from: "telegram:1" }))[0]).toContain("takip ediyorsunuz");
});

test("/latest gives the newest of what the chat follows, of a topic, so many of them, five at most", async () => {
  await news();
  const titles = async (text: string) =>
    (await ask(text)).messages.map(({ blocks }) => {
      const heading = blocks.find((block) => block.type === "heading");
      return heading?.type === "heading" ? heading.text[0]?.text : "";
    });
  expect(await titles("/latest")).toEqual(["Kızılay yardım gönderdi"]);
  expect(await titles("/latest tdt")).toEqual(["TDT toplandı"]);
  expect(await titles("/latest kizilay 9")).toEqual(["Kızılay yardım gönderdi", "Kızılay toplandı"]);
  await ask("/subscribe tdt");
  expect(await titles("/latest 3")).toEqual(["TDT toplandı"]);
});

test("the button of a cut list brings the whole list, of stories that the chat may see only", async () => {
  both.world.show("guncel", [
    item(1, "Kızılay", { body: "@Ayşe Kaya ile @Can Demir geldi. Dernek kurulmasına karar verildi" }),
  ]);
  await both.process.poll(start);
  await both.process.readAll(start);
  const people = shown(await ask("more people aa:1"))[0];
  expect(people).toContain("Ayşe Kaya");
  expect(people).toContain("Can Demir");
  expect(people).not.toContain("karar verildi");
  expect(shown(await ask("more decisions aa:1"))[0]).toContain("karar verildi");
  const { db } = both.process;
  const owner = await both.process.store.chats.ensure("telegram:8", "tr", start);
  await db.updateTable("topics").set({ owner }).where("id", "=", "kizilay").execute();
  expect(shown(await ask("more people aa:1"))).toEqual(["Bu haber artık elimizde değil."]);
  expect(shown(await ask("/subscribe kizilay"))[0]).toContain("adında bir konu yok");
  expect(shown(await ask("more people aa:1", { chat: "telegram:8" }))[0]).toContain("Ayşe Kaya");
});

test("a chat that lets us in is greeted, one that throws us out is owed nothing, and may take us back", async () => {
  const hello = await ears.joined("telegram:-1007", "tr");
  expect(JSON.stringify(hello)).toContain("Merhaba, ben Tellal.");
  await ask("/subscribe kizilay", { chat: "telegram:-1007" });
  await news();
  await ears.left("telegram:-1007", "kicked");
  expect((await both.process.store.summary()).deliveries).toMatchObject({ owed: 3, moot: 2 }); // three for the console
  expect(buttons(await ask("/topics", { chat: "telegram:-1007" }))[0]).toMatchObject({ label: "➕ Kızılay" });
  await ears.joined("telegram:-1007", "tr");
  expect(buttons(await ask("/topics", { chat: "telegram:-1007" }))[0]).toMatchObject({ label: "✅ Kızılay" });
});

test("a forum that lets us in again has its threads back, and no other chat", async () => {
  const chats = ["telegram:-1007/2", "telegram:-1007/3", "telegram:-1008/2"];
  for (const chat of chats) await ask("/subscribe kizilay", { chat });
  for (const chat of chats) await ears.left(chat, "kicked");
  await ears.joined("telegram:-1007", "tr");
  const topics = await Promise.all(chats.map((chat) => both.process.store.chats.topicsOf(chat)));
  expect(topics).toEqual([["kizilay"], ["kizilay"], []]);
});

test("a group that became a supergroup takes its threads and subscriptions along", async () => {
  await ask("/subscribe kizilay", { chat: "telegram:-7" });
  await ears.moved("telegram:-7", "telegram:-1007");
  expect(await both.process.store.chats.topicsOf("telegram:-1007")).toEqual(["kizilay"]);
  expect(await both.process.store.chats.find("telegram:-1007")).toMatchObject({ peer: "telegram:-1007" });
  expect(await both.process.store.chats.find("telegram:-7")).toBeUndefined();
});

test("menus come from the table, in both languages, without what is only a button's", async () => {
  expect(ears.menu.map(({ name, who }) => [name, who])).toEqual([
    ["start", "anyone"],
    ["subscribe", "chatAdmin"],
    ["unsubscribe", "chatAdmin"],
    ["topics", "anyone"],
    ["latest", "anyone"],
    ["search", "anyone"],
    ["who", "anyone"],
    ["decisions", "anyone"],
    ["brief", "anyone"],
    ["why", "anyone"],
    ["stats", "anyone"],
    ["web", "anyone"],
    ["settings", "chatAdmin"],
    ["mute", "chatAdmin"],
    ["forget", "chatAdmin"],
    ["keyword", "chatAdmin"],
    ["topic", "chatAdmin"],
    ["feed", "admin"],
    ["admin", "admin"],
    ["audit", "chatAdmin"],
    ["status", "admin"],
    ["broadcast", "admin"],
    ["configure", "chatAdmin"],
    ["keywords", "chatAdmin"],
    ["help", "anyone"],
  ]);
  expect(ears.menu[1]?.summary).toEqual({ tr: "Bir konuyu takip eder", en: "Follows a topic" });
});

test("the guide in Turkish names every command, and none that there is not", () => {
  const text = readFileSync(new URL("../../docs/turkce.md", import.meta.url), "utf8");
  const named = [...text.matchAll(/(?:`|\n)\/(?:tellal )?([a-z]+)/gu)].map(([, name = ""]) => name);
  // Slack's own, and what stands before ours there.
  const others = new Set(["invite", "tellal"]);
  const ours = [...new Set(named.filter((name) => !others.has(name)))].toSorted();
  // Shown by Telegram and Slack themselves, or by a button that the guide tells of.
  const untold = new Set(["help", "topics", "keywords"]);
  expect(ours).toEqual(
    ears.menu
      .map(({ name }) => name)
      .filter((name) => !untold.has(name))
      .toSorted(),
  );
});
