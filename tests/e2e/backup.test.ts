import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

let site: Awaited<ReturnType<typeof createAaSite>>;
beforeEach(async () => {
  site = await createAaSite();
  site.show("guncel", [story(101, hour)]);
});
afterEach(() => site.close());

test(
  "a backup is made beside a running Tellal; put back, what came since is told once more at most, as one digest",
  { timeout: 240_000 },
  async () => {
    const { folder, env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
    const file = join(folder, "copies", "tellal.db");
    const running = tellal(["start"], env);
    while (count(running.seen(), 101) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    const made = await run(["backup", file], env);
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(made.out).toContain(`${file}: `);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const refused = await run(["restore", file], env);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("Another Tellal is running")]);

    site.show("guncel", [story(103, 0), story(102, hour / 2), story(101, hour)]);
    while (count(running.seen(), 103) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    running.child.kill("SIGTERM");
    expect((await running.ended).code).toBe(0);

    const restored = await run(["restore", file], env);
    expect([restored.code, restored.err]).toEqual([0, ""]);
    const kept = readdirSync(join(folder, "data")).find((name) => name.startsWith("tellal.db.before-restore-"));
    expect(restored.out).toContain(kept);
    const { out, code } = await run(["once"], env);
    expect(code).toBe(0);
    expect([count(out, 101), count(out, 102), count(out, 103)]).toEqual([0, 1, 1]);
    site.show("guncel", [story(104, 0), story(103, 0), story(102, hour / 2), story(101, hour)]);
    const next = await run(["once"], env);
    expect([count(next.out, 103), count(next.out, 104)]).toEqual([0, 1]);
  },
);
