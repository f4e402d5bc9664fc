import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { figure } from "./torture/figure.js";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

const names = z.record(z.string(), z.string()).default({});
const lock = z
  .object({
    lockfileVersion: z.literal(3),
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        license: z.string().optional(),
        hasInstallScript: z.boolean().default(false),
        link: z.boolean().default(false),
        dev: z.boolean().default(false),
        dependencies: names,
        devDependencies: names,
        optionalDependencies: names,
      }),
    ),
  })
  .parse(JSON.parse(read("package-lock.json")));
const own = z
  .object({
    dependencies: names,
    devDependencies: names,
    scripts: names,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read("package.json")));

const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const shipped = packages.filter(([, { dev }]) => !dev);
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

test("every package comes from the public registry, with a sha512 of what it must be", () => {
  const strange = packages.filter(
    ([, { resolved, integrity, link }]) =>
      link ||
      (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")) ||
      integrity?.startsWith("sha512-") !== true,
  );
  expect(strange.map(([path]) => path)).toEqual([]);
});

test("nothing is asked for by git, by file, by address or as whatever is newest", () => {
  const asked = [["", own] as const, ...packages].flatMap(([path, { dependencies, devDependencies }]) =>
    Object.entries({ ...dependencies, ...(path === "" ? devDependencies : {}) }).map(
      ([name, range]) => `${path} ${name} ${range}`,
    ),
  );
  expect(asked.length).toBeGreaterThan(400);
  expect(asked.filter((line) => /\b(?:git|github|file|link|https?):|\/.*#| (?:latest|next)$/u.test(line))).toEqual([]);
  const ours = Object.values({ ...own.dependencies, ...own.devDependencies });
  expect(ours.filter((range) => !/^[\^~]?\d+\.\d+\.\d+$/u.test(range))).toEqual([]);
  expect(lock.packages[""]).toMatchObject({ dependencies: own.dependencies, devDependencies: own.devDependencies });
});

test("one package runs a script when it is installed, and it is named; ours runs none", () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  // What a platform does not have is not installed there: macOS's own watcher of files, which vitest may use.
  expect(scripted.filter((name) => name !== "fsevents")).toEqual(["better-sqlite3"]);
  expect(own.allowScripts).toEqual({ "better-sqlite3": true });
  expect(Object.keys(own.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare|publish)$/u.test(name))).toEqual(
    [],
  );
});

/** Licences that ask for no more than their text to be kept; MPL for files that we do not change. */
const licences = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "MPL-2.0",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
  "BlueOak-1.0.0",
  "WTFPL",
  "CC0-1.0",
  "OFL-1.1",
]);

test("all that is shipped is under a licence that lets it be", () => {
  const strange = shipped.filter(([, { license = "none" }]) =>
    license
      .replaceAll(/[()]/gu, "")
      .split(/ (?:AND|OR) /u)
      .some((one) => !licences.has(one)),
  );
  expect(strange.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
});

/** SECURITY.md says where they come from. A change that passes this needs a reason there. */
const most = 287;

test(`no more than ${most} packages are shipped`, () => {
  expect(shipped.length).toBeLessThanOrEqual(most);
  figure({
    what: "packages of the lockfile",
    runs: packages.length,
    more: `${shipped.length} shipped, ${Object.keys(own.dependencies).length} of them asked for by name`,
  });
});

test("the image has no compiler and no npm, runs as nobody in particular, and can be read-only", () => {
  const [, build = "", run = ""] = read("Dockerfile").split(/^FROM /mu);
  expect(build).toContain("RUN npm ci\n");
  expect(run).toContain("bookworm-slim");
  expect(run).not.toMatch(/apt-get|npm (?:ci|install|run)|^ADD |curl|wget/mu);
  expect(run).toContain("rm -rf /usr/local/lib/node_modules");
  expect(run.match(/^USER .*/gmu)).toEqual(["USER node"]);
  expect(run.indexOf("USER node")).toBeLessThan(run.indexOf("ENTRYPOINT"));
  expect(run.match(/^VOLUME .*/gmu)).toEqual(["VOLUME /data"]);
  expect(run).not.toMatch(/TOKEN|SECRET|PASSWORD|TELLAL_KEY/u);
  const { services } = z
    .object({ services: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(parse(read("compose.yaml"), { merge: true }));
  const kept = { read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] };
  expect(services["tellal"]).toMatchObject({ ...kept, tmpfs: ["/tmp"] });
  expect(services["worker"]).toMatchObject({ ...kept, profiles: ["scale"] });
});
