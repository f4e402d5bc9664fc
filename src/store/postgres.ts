import { Kysely, PostgresAdapter, PostgresDialect } from "kysely";
import type { Dialect, QueryCompiler } from "kysely";
import type { ClientConfig, Pool } from "pg";
import { codeOf } from "./busy.js";
import type { Lock } from "./lock.js";
import type { Reader, Tables } from "./tables.js";
import { Refusal } from "../core/refusal.js";

/** All that is PostgreSQL's own stands in this file and in two branches: the search index and the migration that makes it. */

/** Whether the queries run on PostgreSQL. */
export const isPostgres = (db: Reader): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Connections of one process; its transactions are short. */
const connections = 10;
/** How long a connection may take to be made, ms. */
const connectTimeout = 10_000;
/** How long a start waits for the lock, ms: the server frees that of a killed process a moment after its end. */
const lockTimeout = 5000;
/** What holds the lock of a database against a second Tellal: "TELL". */
const lockKey = 0x54454c4c;

/** SQLSTATE of a wait that came to its lock_timeout. */
const lockNotAvailable = "55P03";

/** The types that come as text although they are numbers: bigint (our times and counts) and numeric (sums of them). */
const numbers = new Set([20, 1700]);

/**
 * Opens the database at a `postgres://` address. One that cannot be reached, or does not let us in, is a `Refusal`. The
 * driver is loaded here and nowhere else, so that who stores in SQLite pays nothing for it.
 */
export async function openPostgres(address: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ ...(await clientConfig(address)), max: connections });
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: dialectOf(pool) });
  try {
    await pool.query("select 1");
  } catch (error) {
    await db.destroy();
    throw asRefusal(error, address);
  }
  return db;
}

/** Takes the lock of a database, which its server frees when the connection ends, however it ends. */
export async function openPostgresLock(address: string): Promise<Lock> {
  const { default: pg } = await import("pg");
  const client = new pg.Client(await clientConfig(address));
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(`set lock_timeout = ${lockTimeout}`);
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    return { release: () => client.end() };
  } catch (error) {
    await client.end();
    throw codeOf(error) === lockNotAvailable ? inUse(address) : asRefusal(error, address);
  }
}

const inUse = (address: string): Refusal =>
  new Refusal(
    `Another Tellal is running on ${placeOf(address)}. Stop it first, or give this one a database of its own with DATABASE_URL.`,
  );

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
