import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../temporary.js";

/** The compiled program. */
export const program = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

const server = process.env["TEST_DATABASE_URL"];
let databases = 0;

/** With `TEST_DATABASE_URL` a program of the tests stores in a new database of that server, which is thrown away. */
function databaseOf(): { DATABASE_URL?: string } {
  if (server === undefined) return {};
  const name = `tellal_e2e_${process.pid}_${databases}`;
  databases += 1;
  execFileSync("psql", [server, "-qc", `drop database if exists ${name}`, "-c", `create database ${name}`]);
  const address = new URL(server);
  address.pathname = name;
  return { DATABASE_URL: address.href };
}

/** A data folder with its own tellal.yaml: one AA-like feed for each category of the site, the console subscribed to both topics. */
export function createFolder(
  url: string,
  categories: string[],
  more = "",
  chats: readonly string[] = ["console"],
  every = "2m",
): { folder: string; env: Record<string, string> } {
  const folder = temporaryFolder();
  const config = join(folder, "tellal.yaml");
  const feeds = categories.map(
    (category) =>
      `  - { id: aa-${category}, kind: aa, url: "${url}/tr/rss/default?cat=${category}", language: tr, every: ${every} }`,
  );
  writeFileSync(
    config,
    `feeds:
${feeds.join("\n")}
topics:
  - { id: tdt, name: { tr: TDT, en: OTS }, keywords: ["Türk Devletleri Teşkilatı"] }
  - { id: kizilay, name: { tr: Kızılay, en: Red Crescent }, keywords: ["Kızılay", "-Kızılay Meydanı"] }
network: { allowPrivateHosts: ["127.0.0.1"], perHostDelay: 1ms }
subscribe:
${chats.map((chat) => `  - { chat: "${chat}", topics: [tdt, kizilay] }`).join("\n")}
${more}`,
  );
  const data = join(folder, "data");
  return { folder, env: { TELLAL_CONFIG: config, TELLAL_DATA: data, LOG_FORMAT: "json", ...databaseOf() } };
}

/**
 * Runs the compiled program as its user would, in an empty folder unless one is given: a developer's own `.env` has no say.
 * `npm test` compiles first.
 */
export function tellal(args: string[], env: Record<string, string>, cwd = temporaryFolder()) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, out, err }));
  });
  return { child, ended, seen: () => out + err };
}

/** Runs a command to its end. */
export const run = (args: string[], env: Record<string, string>, cwd?: string): Promise<Ended> =>
  tellal(args, env, cwd).ended;
