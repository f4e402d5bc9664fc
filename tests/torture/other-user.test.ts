import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/config.js";
import { count, hour, story } from "../e2e/stories.js";
import { temporaryFolder } from "../temporary.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, program } from "../world/tellal.js";
import { figure } from "./figure.js";

/** Nobody's on any machine, so that all that is theirs was written here. */
const user = 1_987_654_321 % 60_000;
const places = [packageRoot(), tmpdir(), "/var/tmp", "/dev/shm", "/run"];
const become = ["--reuid", String(user), "--regid", String(user), "--clear-groups", "--no-new-privs"];

/** Files of that user in all places where one may write, but for a folder. */
function filesOf(folder: string): string[] {
  const { stdout } = spawnSync("find", [...places, "-path", folder, "-prune", "-o", "-uid", String(user), "-print"], {
    encoding: "utf8",
  });
  return stdout.split("\n").filter((path) => path !== "");
}

test(
  "as a user who owns nothing but the data folder: it polls, posts, backs up, and writes nowhere else",
  { timeout: 120_000 },
  async () => {
    const what = "a user who owns nothing but the data folder";
    const isThere =
      process.getuid?.() === 0 && spawnSync("setpriv", [...become, "node", program, "--version"]).status === 0;
    if (!isThere) {
      console.warn(
        `\n!!! NOT TRIED: ${what}. As root, where setpriv is and other users may read this folder, it is tried.\n`,
      );
      figure({ what, runs: 0, more: "**not tried**: not root, or the package is not readable for others" });
      return;
    }
    const site = await createAaSite();
    site.show("guncel", [story(451, hour)]);
    const { env, folder } = createFolder(site.url, ["guncel"]);
    const data = join(folder, "data");
    mkdirSync(data);
    chownSync(data, user, user);
    chmodSync(folder, 0o755);
    const forbidden = temporaryFolder();
    /** Runs Node as that user, from a place where it may write nothing. */
    async function as(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
      const child = spawn("setpriv", [...become, process.execPath, ...args], {
        cwd: "/",
        env: { PATH: process.env["PATH"] ?? "", ...env, HOME: forbidden, TMPDIR: forbidden },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let [out, err] = ["", ""];
      child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
      return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
    }
    try {
      // Who looks finds what such a user leaves behind.
      const stray = join(tmpdir(), `tellal-stray-${process.pid}`);
      await as("-e", `require("node:fs").writeFileSync(${JSON.stringify(stray)}, "")`);
      expect(filesOf(data)).toEqual([stray]);
      rmSync(stray);
      const { code, out, err } = await as(program, "once");
      expect([code, count(out, 451), err]).toEqual([0, 1, expect.not.stringContaining("EACCES")]);
      for (const command of [["backup", join(data, "copy.db")], ["export", "people"], ["once"]])
        expect([command, await as(program, ...command)]).toMatchObject([command, { code: 0 }]);
      expect(filesOf(data)).toEqual([]);
      figure({ what, runs: 4, survived: 4 });
    } finally {
      await site.close();
    }
  },
);
