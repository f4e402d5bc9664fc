import pg from "pg";
import { onTestFinished } from "vitest";
import type { Storage } from "../../src/store/database.js";

const server = process.env["TEST_DATABASE_URL"];
/** Whether the stores of the tests stand on a PostgreSQL server. */
export const isOnServer = server !== undefined;

/** Databases of this process, emptied after each test and left to the server, which is thrown away: to make one takes long. */
let made = 0;
const free: string[] = [];
const byFolder = new Map<string, string>();

/**
 * Where a store of the tests stands: in the folder, or with `TEST_DATABASE_URL` in an empty database of that server that
 * belongs to the folder until the test is over.
 */
export async function storageOf(folder: string): Promise<Storage> {
  if (server === undefined) return { folder };
  const name = byFolder.get(folder) ?? (await take(folder));
  const address = new URL(server);
  address.pathname = name;
  return { folder, address: address.href };
}

async function take(folder: string): Promise<string> {
  const name = free.pop() ?? (await make());
  byFolder.set(folder, name);
  // Stores are opened later, so they are closed before this.
  onTestFinished(async () => {
    byFolder.delete(folder);
    await on(name, emptied);
    free.push(name);
  });
  return name;
}

/** What the migrations made stays. */
const emptied = `do $$ begin execute (
  select coalesce('truncate ' || string_agg(quote_ident(tablename), ', ') || ' restart identity', 'select 1')
  from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
); end $$`;

async function make(): Promise<string> {
  const name = `tellal_test_${process.pid}_${made}`;
  made += 1;
  await on("postgres", `drop database if exists ${name} with (force)`);
  await on("postgres", `create database ${name}`);
  return name;
}

async function on(database: string, command: string): Promise<void> {
  const address = new URL(server ?? "");
  address.pathname = database;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}
