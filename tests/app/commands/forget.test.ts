import { describe, expect, test } from "vitest";
import { hour, start } from "../../store/open.js";
import { item } from "../rig.js";
import { platforms, talk } from "./talk.js";

type World = Awaited<ReturnType<typeof talk>>;

/** All that the database holds, by table. */
async function everything({ process }: World): Promise<Map<string, string>> {
  const tables = [
    "chats",
    "subscriptions",
    "deliveries",
    "delivery_stories",
    "topics",
    "keywords",
    "matches",
    "audit",
    "feedback",
    "irrelevances",
    "searches",
    "confirmations",
    "names",
    "pacing",
  ] as const;
  const rows = tables.map(
    async (table) => [table, JSON.stringify(await process.db.selectFrom(table).selectAll().execute())] as const,
  );
  return new Map(await Promise.all(rows));
}

describe.each(platforms)("on %s", (platform) => {
  test("/forget asks, then deletes all that names the chat, and nothing of another", async () => {
    const world = await talk();
    const { store, process } = world;
    const person = await world.at(platform);
    const id = await store.chats.ensure(person.chat, "tr", start);
    const other = await store.chats.ensure("telegram:8", "tr", start);
    await process.db
      .insertInto("topics")
      .values({ id: "kan", tr: "Kan", en: "Blood", created: start, owner: id })
      .execute();
    await process.db
      .insertInto("keywords")
      .values({ topic: "kan", text: "kan", position: 1, created: start })
      .execute();
    for (const chat of [id, other]) await store.chats.subscribe(chat, "kizilay", start);
    await store.chats.subscribe(id, "kan", start);
    world.world.show("guncel", [item(1, "Kızılay haberi", { published: start - hour })]);
    await process.poll(start);
    await process.readAll(start);
    await process.deliver(platform === "slack" ? person.chat.split("/")[0]! : "telegram", start);
    await process.db.insertInto("matches").values({ story: "aa:1", topic: "kan", relevance: 1, hits: "[]" }).execute();
    await store.feedback.give({ kind: "irrelevant", story: "aa:1", person: person.from, chat: person.chat }, start);
    await store.search.keep(person.chat, "kızılay", start);
    await store.names.note({ [person.chat]: "Bir sohbet" }, start);

    const [question] = await person.types("forget");
    expect(question?.text).toContain("kalıcı olarak silinecek");
    expect([...(await everything(world)).values()].join()).toContain(id);
    const [done] = await person.presses("Evet, hepsini sil");
    expect(done?.text).toContain("her şey silindi");
    const left = await everything(world);
    for (const [table, text] of left) {
      // What paces answers to a person counts the platform's chat, for a second.
      const named =
        table === "pacing" ? [] : [id, person.chat, "Bir sohbet", '"kan"'].filter((mark) => text.includes(mark));
      expect([table, named]).toEqual([table, []]);
    }
    expect(left.get("subscriptions")).toContain(other);
    expect(left.get("deliveries")).toContain(other);
    expect(left.get("matches")).toContain("kizilay");
    expect((await person.types("forget")).length).toBe(1);
    expect((await person.presses("Evet, hepsini sil"))[0]?.text).toContain("sakladığımız bir şey yok");
  });
});

test("only who administers a group has it forgotten", async () => {
  const world = await talk();
  await world.store.chats.ensure("telegram:-100", "tr", start);
  const ask = (words: string[]) =>
    world.ears.answer({ chat: "telegram:-100", from: "telegram:9", words, language: "en", isAdmin: async () => false });
  for (const word of ["forget", "forgotten"]) {
    expect(JSON.stringify(await ask([word]))).toContain("yalnızca sohbetin yöneticileri");
  }
  expect(await world.store.chats.find("telegram:-100")).toBeDefined();
});
