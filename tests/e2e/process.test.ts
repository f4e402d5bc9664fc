import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
});
afterEach(() => site.close());

test.each(["once", "start"])(
  "a second %s on one data folder is refused in a sentence; config show works beside",
  async (second) => {
    site.show("guncel", [story(101, hour)]);
    const { folder, env } = createFolder(site.url, ["guncel"]);
    const gate = site.hold("/rss/");
    const first = tellal(["start"], env);
    await gate.arrived;
    const refused = await run([second], env);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toBe(
      `Another Tellal is running on ${join(folder, "data")}. Stop it first, or give this one a folder of its own with TELLAL_DATA.\n`,
    );
    const shown = await run(["config", "show"], env);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain("aa-guncel");
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
  },
);

test("start posts, says that it is alive, and stops on SIGTERM with its database whole", async () => {
  site.show("guncel", [story(101, hour), story(102, 2 * hour)]);
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const running = tellal(["start"], env);
  await expect.poll(() => count(running.seen(), 101), { timeout: 30_000 }).toBe(1);
  expect((await run(["health"], env)).code).toBe(0);
  running.child.kill("SIGTERM");
  const { code, out, err } = await running.ended;
  expect(code).toBe(0);
  expect(count(out, 102)).toBe(1);
  expect(err).toContain("tellal stopped");
  expect(existsSync(join(folder, "data", "tellal.db-wal"))).toBe(false);
  expect((await run(["health"], env)).code).toBe(1);
  expect((await run(["once"], env)).out).toBe("");
});

test.each(["/rss/", "/101"])(
  "stopped while %s is awaited, nothing is called a failure and the next run posts all",
  async (part) => {
    site.show("guncel", [story(101, hour)]);
    const { env } = createFolder(site.url, ["guncel"]);
    const gate = site.hold(part);
    const running = tellal(["start"], env);
    await gate.arrived;
    running.child.kill("SIGTERM");
    const { code, err } = await running.ended;
    expect(code).toBe(0);
    expect(err).not.toMatch(/"level":(?:40|50)/u);
    gate.open();
    const { out } = await run(["once"], env);
    expect(count(out, 101)).toBe(1);
    expect(out).toContain("İbrahim Soykan");
  },
);

test("health without a running Tellal is a sentence and exit 1", async () => {
  const { env } = createFolder(site.url, ["guncel"]);
  expect(await run(["health"], env)).toMatchObject({ code: 1, out: "" });
});

test("a broken configuration prints every fault at once and exits 2", async () => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const config = join(folder, "tellal.yaml");
  writeFileSync(config, readFileSync(config, "utf8").replace("every: 2m", "evry: 2m").replace("kind: aa", "kind: aaa"));
  const { code, out, err } = await run(["once"], { ...env, LOG_LEVEL: "loud", ADMINS: "me" });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  for (const fault of ["evry", "every", "aaa", "LOG_LEVEL", "ADMINS"]) expect(err).toContain(fault);
  expect(err).toContain("4 faults");
});

test("config apply merges the file into a database that knows other feeds", async () => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  site.show("guncel", [story(101, hour)]);
  await run(["once"], env);
  const config = join(folder, "tellal.yaml");
  const more = `  - { id: aa-dunya, kind: aa, url: "${site.url}/tr/rss/default?cat=dunya", language: tr, every: 2m }\ntopics:`;
  writeFileSync(config, readFileSync(config, "utf8").replace("topics:", more));
  site.show("dunya", [story(102, hour)]);
  const told = await run(["once"], env);
  expect(told.err).toContain("tellal.yaml and the database differ");
  expect(count(told.out, 102)).toBe(0);
  expect((await run(["config", "apply"], env)).code).toBe(0);
  expect(count((await run(["once"], env)).out, 102)).toBe(1);
});

test("migrate makes a database and says where", async () => {
  const { folder, env } = createFolder(site.url, ["guncel"]);
  const { code, out } = await run(["migrate"], env);
  expect(code).toBe(0);
  expect(out).toContain("tellal.db is up to date");
  expect(existsSync(join(folder, "data", "tellal.db"))).toBe(true);
});
