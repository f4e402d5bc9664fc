import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
});
afterEach(() => site.close());

const copy = ["migrate", "--from", "sqlite", "--to", "postgres"];

function withoutServer(): { file: Record<string, string>; server: Record<string, string> } {
  const { env } = createFolder(site.url, ["guncel"]);
  const { DATABASE_URL: _address, ...file } = env;
  return { file, server: env };
}

test("without an address, or with other engines, it says what is missing", async () => {
  const { file } = withoutServer();
  const { code, err } = await run(copy, file);
  expect([code, err]).toEqual([2, expect.stringContaining("DATABASE_URL is not set")]);
  const other = await run(["migrate", "--from", "mysql"], file);
  expect([other.code, other.err]).toEqual([2, expect.stringContaining("--from sqlite --to postgres")]);
});

test.runIf(process.env["TEST_DATABASE_URL"] !== undefined)(
  "what was posted from the data folder is not posted again from PostgreSQL, and what comes is",
  async () => {
    const { file, server } = withoutServer();
    site.show("guncel", [story(101, hour)]);
    expect(count((await run(["once"], file)).out, 101)).toBe(1);
    const copied = await run(copy, server);
    expect([copied.code, copied.err]).toEqual([0, ""]);
    expect(copied.out).toContain("1  stories");
    expect((await run(copy, server)).out).toContain("nothing was copied");
    site.show("guncel", [story(101, hour), story(102, hour / 2)]);
    const { out } = await run(["once"], server);
    expect([count(out, 101), count(out, 102)]).toEqual([0, 1]);
  },
);
