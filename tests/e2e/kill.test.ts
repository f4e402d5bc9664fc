import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
});
afterEach(() => site.close());

const ids = [101, 102, 103, 104];

/** Kills the program while the site holds back an address, then lets a second run finish. */
async function killedAt(part: string, env: Record<string, string>): Promise<string> {
  const gate = site.hold(part);
  const first = tellal(["once"], env);
  await gate.arrived;
  first.child.kill("SIGKILL");
  const { signal, out } = await first.ended;
  expect(signal).toBe("SIGKILL");
  gate.open();
  const second = await run(["once"], env);
  expect(second.code).toBe(0);
  return out + second.out;
}

test.each([
  ["before the first request (robots.txt)", "/robots.txt"],
  ["claimed, the feed not answered", "/rss/default"],
  ["one feed written, the other not answered", "cat=dunya"],
  ["items written, the first page not answered", "/104"],
  ["some stories recorded, a page not answered", "/102"],
  ["the last page not answered", "/101"],
])("killed with the journey at: %s, every story is posted exactly once", async (_, part) => {
  site.show(
    "guncel",
    ids.map((id, index) => story(id, (index + 1) * hour)),
  );
  site.show("dunya", [story(101, hour)]);
  const { env } = createFolder(site.url, ["guncel", "dunya"]);
  const out = await killedAt(part, env);
  expect(ids.map((id) => count(out, id))).toEqual([1, 1, 1, 1]);
});

test("killed while a changed page is read again, the update comes", async () => {
  const old = story(101, hour);
  site.show("guncel", [old]);
  const { env } = createFolder(site.url, ["guncel"]);
  await run(["once"], env);
  site.show("guncel", [{ ...old, spot: "Buluşmada yeni dönemin öncelikleri belirlendi." }]);
  const out = await killedAt("/101", env);
  expect(out.split("Güncellendi").length - 1).toBe(1);
});

test("killed while the reader of the posts has stalled, nothing is lost and at most the one in flight is doubled", async () => {
  const many = Array.from({ length: 150 }, (_, index) => 200 + index);
  site.show(
    "guncel",
    many.map((id) => story(id, hour)),
  );
  const { env } = createFolder(site.url, ["guncel"]);
  const first = tellal(["once"], env);
  // Nobody reads: the pipe fills up and the program stands in the middle of a post.
  first.child.stdout.pause();
  await expect.poll(() => site.requests.filter((path) => /\/\d+$/.test(path)).length, { timeout: 30_000 }).toBe(150);
  await expect.poll(() => first.child.stdout.readableLength, { timeout: 30_000 }).toBeGreaterThan(10_000);
  first.child.kill("SIGKILL");
  first.child.stdout.resume();
  const { out } = await first.ended;
  const second = await run(["once"], env);
  const counts = many.map((id) => count(out + second.out, id));
  expect(counts.filter((n) => n === 0)).toEqual([]);
  expect(counts.filter((n) => n > 1).length).toBeLessThanOrEqual(1);
});
