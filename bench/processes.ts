import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Row } from "./measure.js";
import { median, short } from "./measure.js";
import { openSite, type Site } from "./parts/loopback.js";
import { openProgram } from "./parts/opened.js";
import { createFolder } from "./parts/program.js";
import { startProgram } from "./parts/running.js";
import { matchingOneIn } from "./parts/turkish.js";

export const name = "processes";
export const about =
  "One, two and four processes on one PostgreSQL with the same work: 40 feeds of 25 items on 40 loopback hosts, all due at one moment, pages open, one in ten a " +
  "story, owed to 10 chats that nobody serves. Three times each on a new database, in turns, from all running to all recorded and owed; start-up does not count. " +
  "All share two cores with the site and PostgreSQL (of `.ci/postgres`, which does not wait for the disk), so that more processes cannot be quicker here than those cores are. " +
  "Processor time is that of Tellal's processes together; transactions are those of the database; hosts are of the process that had most of them.";

/** Nine starts of up to four processes. */
export const long = true;

const runs = 3;
const numbers = [1, 2, 4];
const [feeds, items, chats] = [40, 25, 10];
const patience = 150_000;
/** PostgreSQL's sessions report what they counted once a second at most. */
const report = 1_200;

interface Taken {
  wall: number;
  processor: number;
  transactions: number;
  connections: number;
  hosts: number;
}

/** Processor time of a process so far in ms, as Linux counts it: in hundredths of a second. */
function processorOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // Behind the name, which may hold blanks, utime and stime are the 12th and 13th.
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

/** A new database of the server, thrown away at the end. `ask` answers with the one row of numbers of a query; `asked` counts them. */
async function openNew(server: string) {
  const name = `tellal_bench_${process.pid}`;
  const address = new URL(server);
  address.pathname = name;
  const alone = async (command: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(command);
    await client.end();
  };
  await alone(`create database ${name}`);
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  let asked = 0;
  return {
    address: address.href,
    asked: () => asked,
    ask: async (text: string): Promise<Record<string, number>> => {
      asked += 1;
      const { rows } = await client.query<Record<string, string>>(text);
      return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([key, value]) => [key, Number(value)]));
    },
    drop: async () => {
      await client.end();
      await alone(`drop database ${name} with (force)`);
    },
  };
}

/** What is recorded and owed, and how many connections there are beside the one that asks. */
const progress = `select (select count(*) from items where tried is not null) as tried, (select count(*) from stories) as stories,
  (select count(*) from deliveries) as owed,
  (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as connections`;
const counted = "select xact_commit as transactions from pg_stat_database where datname = current_database()";
const mostHosts =
  "select max(hosts) as hosts from (select count(*) as hosts from leases where name like 'host:%' group by owner) as by_owner";

async function cycle(site: Site, server: string, processes: number): Promise<Taken> {
  const database = await openNew(server);
  const subscribe = Array.from({ length: chats }, (_, at) => ({ chat: `telegram:${at + 1}`, topics: ["kizilay"] }));
  const { folder, env, remove } = createFolder(site, { subscribe });
  const shared = { ...env, DATABASE_URL: database.address };
  // The feeds are there, but paused, until all run.
  await (await openProgram({ env: shared, folder })).close();
  await database.ask(`update feeds set paused = ${Date.now()}`);
  const running = await Promise.all(
    Array.from({ length: processes }, (_, at) => startProgram({ ...shared, TELLAL_DATA: join(folder, `data-${at}`) })),
  );
  await sleep(report);
  const transactionsOf = async () => ((await database.ask(counted))["transactions"] ?? 0) - database.asked();
  const processor = () => running.reduce((sum, { pid }) => sum + processorOf(pid), 0);
  const before = { transactions: await transactionsOf(), processor: processor() };
  const begin = performance.now();
  await database.ask("update feeds set paused = null");
  let connections = 0;
  for (;;) {
    const seen = await database.ask(progress);
    connections = Math.max(connections, seen["connections"] ?? 0);
    if (seen["tried"] === feeds * items && seen["stories"] === (feeds * items) / matchingOneIn) break;
    if (performance.now() - begin > patience) throw new Error(`not done: ${JSON.stringify(seen)}`);
    await sleep(25);
  }
  const wall = performance.now() - begin;
  const spent = processor() - before.processor;
  await sleep(report);
  const transactions = (await transactionsOf()) - before.transactions;
  const { hosts = 0 } = await database.ask(mostHosts);
  await Promise.all(running.map(({ stop }) => stop()));
  await database.drop();
  remove();
  return { wall, processor: spent, transactions, connections, hosts };
}

export async function run(): Promise<Row[]> {
  const server = process.env["TEST_DATABASE_URL"];
  if (server === undefined) return [{ processes: "not measured: run `.ci/postgres npm run bench -- processes`" }];
  const site = await openSite({ feeds, items, hosts: feeds, pages: "open" });
  const taken = new Map<number, Taken[]>(numbers.map((processes) => [processes, []]));
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [processes, cycles] of taken) cycles.push(await cycle(site, server, processes));
  }
  await site.close();
  const of = (cycles: readonly Taken[] = [], key: keyof Taken) => median(cycles.map((one) => one[key]));
  return [...taken].map(([processes, cycles]) => ({
    processes,
    ms: Math.round(of(cycles, "wall")),
    "items/s": short((feeds * items) / (of(cycles, "wall") / 1_000)),
    "beside one": short(of(taken.get(1), "wall") / of(cycles, "wall")),
    "processor ms": of(cycles, "processor"),
    transactions: of(cycles, "transactions"),
    connections: of(cycles, "connections"),
    "most hosts": of(cycles, "hosts"),
  }));
}
