import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The program as it is installed, but without PostgreSQL's driver. */
function withoutDriver(): string {
  const folder = temporaryFolder();
  for (const part of ["dist/src", "dist/migrations", "config", "package.json"]) {
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "pg" && !name.startsWith("pg-")) {
      symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
    }
  }
  return join(folder, "dist/src/main.js");
}

test("without DATABASE_URL nothing of PostgreSQL is loaded: the whole journey works where its driver is not installed", async () => {
  const site = await createAaSite();
  site.show("guncel", [story(101, hour)]);
  const { DATABASE_URL: _, ...env }: Record<string, string> = createFolder(site.url, ["guncel"]).env;
  const program = withoutDriver();
  const once = async (more: Record<string, string>) => {
    const child = spawn(process.execPath, [program, "once"], { env: { ...env, ...more } });
    let seen = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (seen += bytes.toString()));
    const code = await new Promise((resolve) => child.on("close", resolve));
    return { code, seen };
  };
  const { code, seen } = await once({});
  expect(seen).not.toContain("ERR_MODULE_NOT_FOUND");
  expect([code, count(seen, 101)]).toEqual([0, 1]);
  // With an address the driver is asked for, and only then missed.
  expect((await once({ DATABASE_URL: "postgres://127.0.0.1:1/news" })).seen).toContain("Cannot find package 'pg'");
  await site.close();
});
