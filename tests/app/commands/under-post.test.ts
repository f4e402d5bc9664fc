import { describe, expect, test } from "vitest";
import type { Notice } from "../../../src/app/log.js";
import { postButtons, postOfLength, type PostLength } from "../../../src/core/message/post-buttons.js";
import { storyPost } from "../../../src/core/message/posts.js";
import { words } from "../../core/message/locales.js";
import { day, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

/** A group that follows Kızılay and was delivered a post of that length, and what the admins were told. */
async function delivered(platform: (typeof platforms)[number], length: PostLength = "full") {
  const notices: Notice[] = [];
  const world = await talk({ tell: (notice) => void notices.push(notice) });
  world.world.show("guncel", [item(1, "Kızılay toplandı", { body: "@Ayşe Kaya geldi. Kan bağışına karar verildi." })]);
  await world.process.poll(start);
  await world.process.readAll(start);
  const person = await world.at(platform, "group");
  await world.store.chats.subscribe(await world.store.chats.ensure(person.chat, "tr", start), "kizilay", start);
  const known = await world.store.views.seenIn(person.chat, "aa:1");
  if (known === null) throw new Error("no story");
  const post = postOfLength(storyPost(known.view, "tr", words), length);
  await person.gets({ ...post, blocks: [...post.blocks, ...postButtons(known.view, "tr", length, words)] });
  const press = async (label: string, who?: "self" | "stranger") => {
    const [told, ...more] = await person.presses(label, who);
    expect(more).toEqual([]);
    return told;
  };
  return { ...world, person, notices, press };
}

describe.each(platforms)("under a post on %s", (platform) => {
  test("İlgisiz thanks who pressed it alone, and counts once for each person", async () => {
    const { press, store } = await delivered(platform);
    const thanks = "Teşekkürler, bu haberin ilgisiz olduğunu not ettik.";
    expect(await press("İlgisiz")).toMatchObject({ text: thanks, alone: true });
    expect(await press("İlgisiz")).toMatchObject({ text: "Bunu daha önce bildirmiştiniz.", alone: true });
    expect(await press("İlgisiz", "stranger")).toMatchObject({ text: thanks, alone: true });
    expect(await store.feedback.irrelevances()).toEqual([{ topic: "kizilay", keyword: "Kızılay", count: 2 }]);
  });

  test("Hatalı thanks who pressed it alone, and the admins are shown the story once", async () => {
    const { press, notices, person } = await delivered(platform);
    const thanks = "Teşekkürler, yöneticilere ilettik. Bakıp düzeltecekler.";
    expect(await press("Hatalı")).toMatchObject({ text: thanks, alone: true });
    expect(await press("Hatalı")).toMatchObject({ text: "Bunu daha önce bildirmiştiniz.", alone: true });
    expect(notices).toMatchObject([{ kind: "wrong", story: "aa:1", chat: person.chat }]);
  });

  test("Sustur is refused to who does not administer the chat, and mutes for a day for who does", async () => {
    const { press, store, person } = await delivered(platform);
    const refused = await press("Sustur", "stranger");
    expect(refused?.text).toBe("Bu komutu yalnızca sohbetin yöneticileri kullanabilir.");
    expect(await store.chatSettings.mutes(person.chat, start)).toEqual([]);
    expect((await press("Sustur"))?.text).toContain("20 Kasım 18:00 tarihine kadar susturdunuz.");
    expect(await store.chatSettings.mutes(person.chat, start)).toEqual([{ topic: "kizilay", until: start + day }]);
  });

  test("a short post brings its people and decisions by button, and stays as it was", async () => {
    const { press } = await delivered(platform, "short");
    const people = await press("Katılımcılar (1)");
    expect(people?.text).toContain("Ayşe Kaya");
    expect(people?.text).not.toContain("Kan bağışına");
    expect((await press("Kararlar (1)"))?.text).toContain("Kan bağışına karar verildi");
  });
});
