import { randomUUID } from "node:crypto";
import { z } from "zod";
import { changeSchema, inverse, make } from "./changes.js";
import type { Change } from "./changes.js";
import { oweBroadcast } from "./owe-broadcast.js";
import type { Database, Reader, Tables } from "./tables.js";

/** Who changes, and the chat whose own topic it is (its id); null for what is everybody's. */
export interface By {
  who: string;
  owner: string | null;
}

/** One line of the book of changes. */
export interface Entry {
  number: number;
  at: number;
  who: string;
  change: Change;
  undone: boolean;
  /** It is itself the undoing of another. */
  undoes: number | null;
}

export type Undone =
  | { kind: "undone"; entry: Entry }
  /** There is nothing left to undo. */
  | { kind: "nothing" }
  /** The database is no longer as the change left it. */
  | { kind: "stuck"; entry: Entry };

/** All that is changed by command, each in one transaction with its line in the book, so that neither is without the other. */
export function createAudit({ db, write }: Database) {
  return {
    /** Makes a change and writes it down; false, and nothing written, if the database is not as it supposes. */
    change: (by: By, change: Change, now: number): Promise<boolean> =>
      write(async (trx) => {
        if (!(await make(trx, change, now))) return false;
        await note(trx, by, change, null, now);
        return true;
      }),

    /** Owes an announcement to every chat that is not gone; how many those are comes back. */
    broadcast: (by: By, text: string, now: number): Promise<number> =>
      write(async (trx) => {
        const id = randomUUID();
        const chats = await oweBroadcast(trx, { id, text }, now);
        await note(trx, by, { kind: "broadcast", id, text, chats }, null, now);
        return chats;
      }),

    /** Takes back the last change that is not taken back yet, of what is everybody's or of these chats' own topics. */
    undo: (who: string, seen: Seen, now: number): Promise<Undone> =>
      write(async (trx): Promise<Undone> => {
        const rows = await rowsOf(trx, seen).where("undone", "is", null).execute();
        for (const row of rows) {
          const entry = entryOf(row);
          const back = inverse(entry.change);
          if (back === null) continue;
          if (!(await make(trx, back, now))) return { kind: "stuck", entry };
          await trx.updateTable("audit").set({ undone: now }).where("id", "=", row.id).execute();
          await note(trx, { who, owner: row.owner }, back, entry.number, now);
          return { kind: "undone", entry };
        }
        return { kind: "nothing" };
      }),

    /** The newest lines, the newest first. */
    list: async (seen: Seen, count: number): Promise<Entry[]> =>
      (await rowsOf(db, seen).limit(count).execute()).map(entryOf),
  };
}

/** What somebody may see of the book: what is everybody's, and what concerns one chat's own topics. */
export interface Seen {
  everybodys: boolean;
  /** Id of the chat; null for none. */
  owner: string | null;
}

function rowsOf(db: Reader, { everybodys, owner }: Seen) {
  return db
    .selectFrom("audit")
    .selectAll()
    .where((eb) =>
      eb.or([...(everybodys ? [eb("owner", "is", null)] : []), ...(owner === null ? [] : [eb("owner", "=", owner)])]),
    )
    .orderBy("id", "desc");
}

function entryOf({ id, at, who, detail, undone }: Tables["audit"]): Entry {
  const { change, undoes } = detailSchema.parse(JSON.parse(detail));
  return { number: Number(id), at, who, change, undone: undone !== null && undoes === null, undoes };
}

const detailSchema = z.object({ change: changeSchema, undoes: z.number().nullable() });

/** An undoing is written as the change that it makes; it is no longer open itself, so it is never undone in its turn. */
async function note(db: Reader, { who, owner }: By, change: Change, undoes: number | null, now: number): Promise<void> {
  const last = await db
    .selectFrom("audit")
    .select((eb) => eb.fn.max<string | null>("id").as("id"))
    .executeTakeFirst();
  const id = String(Number(last?.id ?? 0) + 1).padStart(9, "0");
  const detail = JSON.stringify({ change, undoes });
  const undone = undoes === null ? null : now;
  await db.insertInto("audit").values({ id, at: now, who, what: change.kind, detail, owner, undone }).execute();
}
