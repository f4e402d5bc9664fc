import { sql } from "kysely";
import { expect, test } from "vitest";
import { minute, start } from "../store/open.js";
import { isOnServer } from "../store/storage.js";
import { item, rig } from "./rig.js";

type Process = Awaited<ReturnType<typeof rig>>["process"];

/** As if the disk were full: the database may not grow by a page. */
async function limit({ db }: Process, pages: "full" | "free"): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${pages === "full" ? (rows[0]?.page_count ?? 0) : 1_000_000}`).execute(db);
}

// SQLite's own limit: a server's disk is full for all of its databases.
test.runIf(!isOnServer)(
  "with a full disk nothing is written by halves and nothing is sent unrecorded; when space returns it goes on",
  async () => {
    const { world, process } = await rig();
    const words = "Kızılay. ".repeat(200);
    const items = Array.from({ length: 30 }, (_, index) =>
      item(index, `Kızılay ${index}`, { spot: words, published: start + index, body: words.repeat(20) }),
    );
    world.show("guncel", items);

    await limit(process, "full");
    expect(await process.poll(start)).toMatchObject({ failed: expect.arrayContaining(["guncel"]), fresh: 0 });
    expect(await process.db.selectFrom("items").select("id").execute()).toEqual([]);
    await limit(process, "free");
    // One interval later, though the lease of the poll that failed would hold its feeds for longer.
    expect(await process.poll(start + 2 * minute)).toMatchObject({ failed: [], fresh: 30 });

    await limit(process, "full");
    for (let round = 0; round < 3; round += 1) await process.pages(start + 5 * minute);
    const recorded = (await process.store.summary()).stories;
    expect(recorded).toBeLessThan(3);
    const faults = process.logged.filter(({ text }) => text === "a page could not be recorded");
    expect(JSON.stringify(faults)).toContain("database or disk is full");
    await limit(process, "free");
    await process.all(start + 11 * minute);
    expect(world.posts).toHaveLength(30);
    expect((await process.store.summary()).deliveries).toMatchObject({ sent: 30, owed: 0, sending: 0 });
    expect((await sql<object>`pragma integrity_check`.execute(process.db)).rows).toEqual([{ integrity_check: "ok" }]);
  },
);
