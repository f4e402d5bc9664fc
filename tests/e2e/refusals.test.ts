import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
  site.show("guncel", [story(101, hour), story(102, 2 * hour)]);
});
afterEach(() => site.close());

test.each(["once", "start", "migrate"])("%s on a data folder that is a file: a sentence, exit 2", async (command) => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const file = join(folder, "file");
  writeFileSync(file, "mine");
  const { code, err } = await run([command], { ...env, TELLAL_DATA: file });
  expect(code).toBe(2);
  expect(err).toContain(`The data folder ${file} cannot be made`);
  expect(readFileSync(file, "utf8")).toBe("mine");
});

test("a damaged database is named and left as it is", async () => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  await run(["once"], env);
  const file = join(folder, "data", "tellal.db");
  writeFileSync(
    file,
    "nothing that SQLite would know, but long enough to be read as a header of a hundred bytes".repeat(9),
  );
  const before = readFileSync(file);
  const { code, err } = await run(["once"], env);
  expect(code).toBe(2);
  expect(err).toContain("is damaged");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a damaged lock holds nobody up", async () => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "lock.db"), "garbage ".repeat(100));
  expect((await run(["once"], env)).code).toBe(0);
});

test.each([
  [["once"], "127.0.0.1:1/tellal cannot be opened: nobody listens there"],
  [["start"], "127.0.0.1:1/tellal cannot be opened: nobody listens there"],
  [["migrate"], "127.0.0.1:1/tellal cannot be opened: nobody listens there"],
  [["config", "apply"], "127.0.0.1:1/tellal cannot be opened: nobody listens there"],
  [["backup", "copy.db"], "Use pg_dump and pg_restore"],
  [["restore", "copy.db"], "Use pg_dump and pg_restore"],
])("%j with a PostgreSQL address: a sentence that names no password, exit 2", async (args, sentence) => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const { code, err } = await run(args, { ...env, DATABASE_URL: "postgres://tellal:hush@127.0.0.1:1/tellal" });
  expect(code).toBe(2);
  expect(err).toContain(sentence);
  expect(err).not.toContain("hush");
  expect(existsSync(join(folder, "data", "tellal.db"))).toBe(false);
});

test("a reader who went away ends the run; the posts stay owed and come later", async () => {
  const { env } = createFolder(site.url, ["guncel"]);
  const first = tellal(["once"], env);
  first.child.stdout.destroy();
  const { code, err } = await first.ended;
  expect(code).toBe(0);
  expect(err).toContain("2 deliveries still owed");
});

test.each(["/rss/", "/102"])("a run stopped while %s is awaited says so, exits 1, and loses nothing", async (part) => {
  const { env } = createFolder(site.url, ["guncel"]);
  const gate = site.hold(part);
  const first = tellal(["once"], env);
  await gate.arrived;
  first.child.kill("SIGTERM");
  const { code, err } = await first.ended;
  expect(code).toBe(1);
  expect(err).toContain("stopped; what is left is taken up by the next run");
  gate.open();
  const { out } = await run(["once"], env);
  expect([count(out, 101), count(out, 102)]).toEqual([1, 1]);
});
