import { expect, test } from "vitest";
import type { Notice } from "../../../src/app/log.js";
import type { Reply } from "../../../src/core/message/ask.js";
import { plainPaint, renderConsole } from "../../../src/core/message/console.js";
import { day, start } from "../../store/open.js";
import { item } from "../rig.js";
import { talk } from "./talk.js";

/** A chat that follows Kızılay, a story of both topics, and what the admins were told. */
async function told() {
  const notices: Notice[] = [];
  const both = await talk({ tell: (notice) => void notices.push(notice) });
  both.world.show("guncel", [
    item(1, "Kızılay ve TDT toplandı", { body: "@Ayşe Kaya geldi. Kan bağışına karar verildi." }),
  ]);
  await both.process.poll(start);
  await both.process.readAll(start);
  await both.store.chats.subscribe(await both.store.chats.ensure("telegram:-7", "tr", start), "kizilay", start);
  async function press(text: string, from = "telegram:1", isAdmin = false): Promise<Reply> {
    const reply = await both.ears.answer({
      chat: "telegram:-7",
      from,
      words: text.split(" "),
      language: null,
      isAdmin: async () => isAdmin,
    });
    if (reply === null) throw new Error("no answer");
    return reply;
  }
  return { ...both, notices, press };
}

const text = ({ messages }: Reply) =>
  messages.map((message) => renderConsole(message, { width: 120, paint: plainPaint })).join("\n");

test("İlgisiz counts against the keywords of the topics that the chat follows, once for each person and story", async () => {
  const { press, store, notices } = await told();
  expect((await press("irrelevant aa:1")).aside).toBe("Teşekkürler, bu haberin ilgisiz olduğunu not ettik.");
  expect((await press("irrelevant aa:1")).aside).toBe("Bunu daha önce bildirmiştiniz.");
  await press("irrelevant aa:1", "telegram:2");
  expect(await store.feedback.irrelevances()).toEqual([{ topic: "kizilay", keyword: "Kızılay", count: 2 }]);
  expect(notices).toEqual([]);
});

test("Hatalı shows the admins the story as the chat was shown it, once for each person", async () => {
  const { press, notices, store } = await told();
  await store.chatSettings.change("telegram:-7", "tr", { length: "short" }, start);
  expect((await press("wrong aa:1")).aside).toContain("yöneticilere ilettik");
  expect((await press("wrong aa:1")).aside).toBe("Bunu daha önce bildirmiştiniz.");
  expect(notices).toMatchObject([{ kind: "wrong", story: "aa:1", chat: "telegram:-7" }]);
  const shown = JSON.stringify(notices);
  expect(shown).toContain("Kızılay ve TDT toplandı");
  expect(shown).not.toContain("Ayşe Kaya");
});

test("Sustur mutes for a day what brought the story, for those who administer the chat", async () => {
  const { press, store } = await told();
  expect(text(await press("hush aa:1"))).toBe("Bu komutu yalnızca sohbetin yöneticileri kullanabilir.");
  const muted = await press("hush aa:1", "telegram:1", true);
  expect(text(muted)).toBe("Kızılay'ı 20 Kasım 18:00 tarihine kadar susturdunuz.");
  expect(muted.replaces).toBe(false);
  expect(await store.chatSettings.mutes("telegram:-7", start)).toEqual([{ topic: "kizilay", until: start + day }]);
});

test.each(["irrelevant aa:2", "wrong", "wrong aa:1x", "hush"])(
  "%s names no story: a sentence, and nothing is written",
  async (words) => {
    const { press, store, notices } = await told();
    expect(text(await press(words, "telegram:1", true))).toBe("Bu haber artık elimizde değil.");
    expect([await store.feedback.irrelevances(), notices]).toEqual([[], []]);
  },
);
