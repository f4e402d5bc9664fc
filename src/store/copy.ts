import { createHash } from "node:crypto";
import { sql } from "kysely";
import { Refusal } from "../core/refusal.js";
import { indexMissing } from "./search-index.js";
import type { Database, Reader } from "./tables.js";

/** What was copied of a table. */
export interface Copied {
  table: string;
  rows: number;
}

interface Table {
  name: string;
  /** The primary key's columns. */
  key: string[];
  columns: string[];
}

type Row = Record<string, unknown>;

/** Rows that are read and written at once. */
const batch = 500;
/** The search index is made anew; the migrations are the target's own. */
const notCopied = /^(?:kysely_|sqlite_|story_(?:words|vocabulary)|indexed$)/u;

/**
 * Copies all that SQLite stores to a PostgreSQL database whose tables are up to date, in one transaction, and reads it back:
 * count and hash of each table must agree, else nothing is left there. A target that holds just this already is left
 * as it is (null); one that holds anything else is a `Refusal`. `tell` hears of each table when it is done.
 */
export async function copyAll(
  from: Database,
  to: Database,
  tell: (copied: Copied) => void = () => undefined,
): Promise<Copied[] | null> {
  const tables = await tablesOf(from.db);
  const copied = await to.write(async (trx) => {
    const there = new Map<string, number>();
    for (const { name } of tables) there.set(name, await countOf(trx, name));
    const isEmpty = [...there.values()].every((rows) => rows === 0);
    const done: Copied[] = [];
    for (const table of tables) {
      const sum = isEmpty ? await copyTable(from.db, trx, table) : await sumOf(pages(from.db, table, ["rowid"]), table);
      const read = await sumOf(pages(trx, table, table.key), table);
      if (read.rows !== sum.rows || read.hash !== sum.hash) throw new Refusal(differs(table.name, isEmpty, read, sum));
      done.push({ table: table.name, rows: sum.rows });
      if (isEmpty) tell({ table: table.name, rows: sum.rows });
    }
    return isEmpty ? done : null;
  });
  await indexMissing(to);
  return copied;
}

function differs(table: string, isEmpty: boolean, read: Sum, wanted: Sum): string {
  return isEmpty
    ? `What was written to the table ${table} reads back differently (${read.rows} of ${wanted.rows} rows). Nothing was copied.`
    : `The target holds other data already (its table ${table} has ${read.rows} rows, ours ${wanted.rows}, or other ones). Give it an empty database.`;
}

/** The tables of SQLite, each behind those that it refers to. */
async function tablesOf(db: Reader): Promise<Table[]> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const names = rows.map(({ name }) => name).filter((name) => !notCopied.test(name));
  const parents = new Map<string, string[]>();
  for (const name of names) {
    const { rows: keys } = await sql<{ parent: string }>`
      select "table" as parent from pragma_foreign_key_list(${name})`.execute(db);
    parents.set(
      name,
      keys.map(({ parent }) => parent).filter((parent) => parent !== name),
    );
  }
  const ordered = new Set<string>();
  const put = (name: string): void => {
    if (ordered.has(name)) return;
    for (const parent of parents.get(name) ?? []) put(parent);
    ordered.add(name);
  };
  names.forEach(put);
  return Promise.all([...ordered].map((name) => tableOf(db, name)));
}

async function tableOf(db: Reader, name: string): Promise<Table> {
  const { rows } = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(db);
  return { name, key: rows.filter(({ pk }) => pk > 0).map((row) => row.name), columns: rows.map((row) => row.name) };
}

async function countOf(db: Reader, name: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(db);
  return rows[0]?.rows ?? 0;
}

/** The rows of a table in the order of `key`, some at a time. SQLite's `rowid` has what a row refers to before the row. */
async function* pages(db: Reader, { name, columns }: Table, key: readonly string[]): AsyncGenerator<Row[]> {
  const order = sql.join(key.map((column) => sql.ref(column)));
  const wanted = sql.join([...new Set([...columns, ...key])].map((column) => sql.ref(column)));
  for (let last: Row | undefined; ;) {
    const behind = last;
    const where =
      behind === undefined ? sql`` : sql`where (${order}) > (${sql.join(key.map((column) => behind[column]))})`;
    const { rows } = await sql<Row>`
      select ${wanted} from ${sql.table(name)} ${where} order by ${order} limit ${batch}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}

async function copyTable(from: Reader, to: Reader, table: Table): Promise<Sum> {
  const { name, columns } = table;
  const into = sql`${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})`;
  return sumOf(written(), table);

  async function* written(): AsyncGenerator<Row[]> {
    for await (const rows of pages(from, table, ["rowid"])) {
      const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
      await sql`insert into ${into} values ${sql.join(values)}`.execute(to);
      yield rows;
    }
  }
}

interface Sum {
  rows: number;
  /** Of all rows in whatever order: the databases sort texts differently. */
  hash: string;
}

async function sumOf(read: AsyncGenerator<Row[]>, { columns }: Table): Promise<Sum> {
  const sum = Buffer.alloc(32);
  let count = 0;
  for await (const rows of read) {
    count += rows.length;
    for (const row of rows) {
      const hash = createHash("sha256").update(JSON.stringify(columns.map((column) => row[column] ?? null)));
      hash.digest().forEach((byte, at) => (sum[at] = (sum[at] ?? 0) ^ byte));
    }
  }
  return { rows: count, hash: sum.toString("hex") };
}
