import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { packageRoot } from "../../src/config.js";
import type { Site } from "./loopback.js";

/** The compiled program. */
export const program = join(packageRoot(), "dist/src/main.js");

/** A folder of the bench's own, with what the program is to be told of it. */
export interface Folder {
  folder: string;
  env: Record<string, string>;
  remove: () => void;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "tellal-bench-"));
}

/** The shipped topics over a site's feeds, without the pause between two requests to one host; `more` adds to the settings or replaces them. */
export function createFolder(site: Pick<Site, "feeds" | "hosts">, more: Record<string, unknown> = {}): Folder {
  const folder = temporaryFolder();
  const shipped = parse(readFileSync(join(packageRoot(), "config/tellal.yaml"), "utf8")) as Record<string, unknown>;
  const feeds = site.feeds.map((url, at) => ({ id: `f-${at}`, kind: "aa", url, language: "tr", every: "2m" }));
  const network = { allowPrivateHosts: site.hosts, perHostDelay: "0ms" };
  const file = join(folder, "tellal.yaml");
  writeFileSync(
    file,
    stringify({ ...shipped, feeds, network, subscribe: [], ...more }, { aliasDuplicateObjects: false }),
  );
  return {
    folder,
    env: {
      PATH: process.env["PATH"] ?? "",
      TELLAL_CONFIG: file,
      TELLAL_DATA: join(folder, "data"),
      LOG_FORMAT: "json",
      LOG_LEVEL: "warn",
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
