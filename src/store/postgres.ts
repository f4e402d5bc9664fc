import { Kysely, PostgresAdapter, PostgresDialect, sql } from "kysely";
import type { Dialect, QueryCompiler, Transaction } from "kysely";
import type { ClientConfig, Pool } from "pg";
import { codeOf } from "./busy.js";
import type { Reader, Tables } from "./tables.js";
import { Refusal } from "../core/refusal.js";

/** All that is PostgreSQL's own stands in this file and in two branches: the search index and the migration that makes it. */

/** Whether the queries run on PostgreSQL. */
export const isPostgres = (db: Reader): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Connections of one process; its transactions are short. */
const connections = 10;
/** How long a connection may take to be made, ms. */
const connectTimeout = 10_000;
/** A process that stands still in the middle of a transaction is thrown out of it after this, ms: others wait for its rows. */
const standstill = 8000;
/** The locks that tell who is there are of this class: "TELL". */
const presenceClass = 0x54454c4c;

/**
 * Writes of all processes in turn, as on SQLite, where there is one writer: those that come between each other are undone and tried
 * again, and where many have much to write some never get through. A lock on a table, unlike others, may be waited for before the
 * transaction's view of the data is fixed.
 */
export const inTurn =
  (db: Kysely<Tables>) =>
  (work: (trx: Transaction<Tables>) => Promise<void>): Promise<void> =>
    db
      .transaction()
      .setIsolationLevel("serializable")
      .execute(async (trx) => {
        await sql`lock table settings in share row exclusive mode`.execute(trx);
        await work(trx);
      });

/** The types that come as text although they are numbers: bigint (our times and counts) and numeric (sums of them). */
const numbers = new Set([20, 1700]);

/**
 * Opens the database at a `postgres://` address. One that cannot be reached, or does not let us in, is a `Refusal`. The
 * driver is loaded here and nowhere else, so that who stores in SQLite pays nothing for it.
 */
export async function openPostgres(address: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import("pg");
  const limits = { idle_in_transaction_session_timeout: standstill };
  const pool = new pg.Pool({ ...(await clientConfig(address)), ...limits, max: connections });
  // A connection that breaks is replaced by the pool, idle or in use; without a listener the process would end.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  const db = new Kysely<Tables>({ dialect: dialectOf(pool) });
  try {
    await pool.query("select 1");
  } catch (error) {
    await db.destroy();
    throw asRefusal(error, address);
  }
  return db;
}

/** A sign that a process lives: a lock of its own, which the server frees when the connection ends, however it ends. */
export interface Sign {
  /** False as soon as the connection has ended. */
  isUp: () => boolean;
  /** The numbers of all signs that are up now on this database. */
  others: () => Promise<Set<number>>;
  end: () => Promise<void>;
}

/** Puts up a process's sign. Throws if its number is taken, or the server cannot be reached. */
export async function openSign(address: string, number: number): Promise<Sign> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ ...(await clientConfig(address)), query_timeout: connectTimeout });
  let up = true;
  for (const event of ["error", "end"] as const) client.on(event, () => (up = false));
  try {
    await client.connect();
    const asked = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1, $2) as taken", [
      presenceClass,
      number,
    ]);
    if (asked.rows[0]?.taken !== true) throw new Error(`the number ${number} is another process's`);
  } catch (error) {
    await client.end();
    throw asRefusal(error, address);
  }
  return {
    isUp: () => up,
    async others() {
      const { rows } = await client.query<{ number: number }>(
        `select cast(objid as bigint) as number from pg_locks where locktype = 'advisory' and classid = $1 and objsubid = 2 and granted
          and database = (select oid from pg_database where datname = current_database())`,
        [presenceClass],
      );
      return new Set(rows.map((row) => row.number));
    },
    end: () => client.end(),
  };
}

async function clientConfig(address: string): Promise<ClientConfig> {
  const { default: pg } = await import("pg");
  return {
    connectionString: address,
    connectionTimeoutMillis: connectTimeout,
    application_name: "tellal",
    keepAlive: true,
    types: {
      getTypeParser: (type, format) => (numbers.has(type) ? Number : pg.types.getTypeParser(type, format)),
    },
  };
}

function dialectOf(pool: Pool): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => withoutNul(dialect.createQueryCompiler()),
  };
}

/** PostgreSQL's text takes every character but U+0000, which SQLite takes too: a feed that sends one loses only that. */
function withoutNul(compiler: QueryCompiler): QueryCompiler {
  return {
    compileQuery: (node, id) => {
      const query = compiler.compileQuery(node, id);
      return { ...query, parameters: query.parameters.map(cleaned) };
    },
  };
}

function cleaned(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}

/** Server and database of an address, without who opens it. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return "the database";
  const { host, pathname } = new URL(address);
  return `${host}${pathname}`;
}

const cures: Record<string, string> = {
  ECONNREFUSED: "nobody listens there. Start PostgreSQL, or mend DATABASE_URL",
  ENOTFOUND: "no such host. Mend DATABASE_URL",
  EAI_AGAIN: "the host's name cannot be resolved now. Try again, or mend DATABASE_URL",
  ETIMEDOUT: "no answer. Check the network, or mend DATABASE_URL",
  "28P01": "the password is wrong. Mend DATABASE_URL",
  "28000": "the user is not let in. Mend DATABASE_URL, or the server's pg_hba.conf",
  "3D000": "the server has no such database. Create it, or mend DATABASE_URL",
  "53300": "the server has no connection left. Allow it more, or run fewer processes",
  "57P03": "the server is starting. Try again",
};

function asRefusal(error: unknown, address: string): unknown {
  const code = codeOf(error instanceof AggregateError ? error.errors[0] : error);
  const timedOut = error instanceof Error && error.message.includes("timeout") ? cures["ETIMEDOUT"] : undefined;
  const cure = cures[code] ?? timedOut;
  return cure === undefined ? error : new Refusal(`${placeOf(address)} cannot be opened: ${cure}.`);
}
