import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../temporary.js";

const program = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
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
  return { folder, env: { TELLAL_CONFIG: config, TELLAL_DATA: join(folder, "data"), LOG_FORMAT: "json" } };
}

/** Runs the compiled program as its user would. `npm test` compiles first. */
export function tellal(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [program, ...args], {
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
export const run = (args: string[], env: Record<string, string>): Promise<Ended> => tellal(args, env).ended;
