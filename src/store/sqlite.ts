import { randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Dialect, SqliteDatabase, SqliteStatement } from "kysely";
import { Refusal } from "../core/refusal.js";
import { codeOf, retryBusy } from "./busy.js";
import type { Tables } from "./tables.js";

/** All that is SQLite's own stands in this file, `busy.ts` and `lock.ts`; the queries run on PostgreSQL too. */

/** How long SQLite itself may wait for a lock, in ms: it blocks the event loop meanwhile, so we wait on our own after it. */
const busyTimeout = 100;

/** Marks a file as Tellal's ("TELL"), so that neither a foreign database nor an empty file is taken for ours. */
const applicationId = 0x54454c4c;

/**
 * Opens the database file and checks it; a file that does not exist is made. A file that is damaged or not ours is a
 * `Refusal` and stays as it is: an empty database in its place would send everything again.
 */
export async function openSqlite(file: string): Promise<Kysely<Tables>> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) makeFile(file);
    if (statSync(file).size === 0) throw damaged(file, "it is empty");
    const database = new BetterSqlite(file, { timeout: busyTimeout });
    try {
      await retryBusy(() => Promise.resolve(check(database, file)));
    } catch (error) {
      database.close();
      throw error;
    }
    return new Kysely<Tables>({ dialect: dialectOf(database) });
  } catch (error) {
    throw asRefusal(error, file);
  }
}

/** Copies a database into a new file, as it stands at one moment; others may write to it meanwhile. */
export function copySqlite(file: string, to: string): void {
  const database = new BetterSqlite(file, { fileMustExist: true, timeout: 5_000 });
  try {
    check(database, file);
    database.prepare("vacuum into ?").run(to);
  } catch (error) {
    throw asRefusal(error, file);
  } finally {
    database.close();
  }
}

/** Writes what stands in the journal into the database file itself; a damaged database keeps its journal. */
export function foldJournal(file: string): void {
  try {
    const database = new BetterSqlite(file, { fileMustExist: true, timeout: 5_000 });
    try {
      database.pragma("wal_checkpoint(TRUNCATE)");
    } finally {
      database.close();
    }
  } catch (error) {
    if (!codeOf(error).startsWith("SQLITE_")) throw error;
  }
}

/** So many different queries are kept compiled; those with lists of all lengths would else be more and more. */
const mostStatements = 500;

/** Kysely has each query compiled anew each time, which is an eighth of a cycle's processor time. */
function withKnownStatements(database: BetterSqlite.Database): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare: (text) => {
      const statement = known.get(text) ?? database.prepare(text);
      if (known.size >= mostStatements) known.clear();
      known.set(text, statement);
      return statement;
    },
  };
}

/** Kysely migrates SQLite outside a transaction unless it is told that SQLite can undo its DDL, which it can. */
function dialectOf(database: BetterSqlite.Database): Dialect {
  const dialect = new SqliteDialect({ database: withKnownStatements(database) });
  /** SQLite rolls back by itself when the disk is full; a second time would hide why. */
  async function rollback(): Promise<void> {
    if (database.inTransaction) database.exec("rollback");
  }
  return {
    createAdapter: () => Object.defineProperty(dialect.createAdapter(), "supportsTransactionalDdl", { value: true }),
    createDriver: () => Object.defineProperty(dialect.createDriver(), "rollbackTransaction", { value: rollback }),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/**
 * Makes an empty database of ours, under another name first: a process killed here leaves no empty file that looks like a lost
 * database. A file that another process made meanwhile, and has open by now, stays.
 */
export function makeFile(file: string): void {
  const draft = `${file}.${randomUUID()}.new`;
  try {
    const database = new BetterSqlite(draft);
    database.pragma(`application_id = ${applicationId}`);
    database.close();
    place(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link, unlike a rename, never replaces a file; some file systems have none. */
export function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    if (!linkless.has(codeOf(error))) throw error;
    renameSync(draft, file);
  }
}

const linkless = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

function check(database: BetterSqlite.Database, file: string): void {
  const id: unknown = database.pragma("application_id", { simple: true });
  const result: unknown = database.pragma("quick_check(1)", { simple: true });
  if (result !== "ok") throw damaged(file, String(result));
  if (id !== applicationId) {
    throw new Refusal(`${file} is a database of another program. Point TELLAL_DATA at a folder of Tellal's own.`);
  }
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
}

function damaged(file: string, why: string): Refusal {
  return new Refusal(
    `${file} is damaged (${why}). Stop, and put a copy in its place with tellal restore, which keeps the damaged file; ` +
      "only if there is nothing to keep, move it away, and Tellal starts anew.",
  );
}

/** What SQLite says of an unusable file as a sentence for the user; anything else as it is. */
export function asRefusal(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code.startsWith("SQLITE_CORRUPT")) return damaged(file, code);
  if (code === "SQLITE_NOTADB") return damaged(file, "it is not a database");
  if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY") || unwritable.has(code)) {
    return new Refusal(
      `${file} cannot be opened for writing (${code}). Check TELLAL_DATA and the folder's permissions.`,
    );
  }
  return error;
}

const unwritable = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"]);
