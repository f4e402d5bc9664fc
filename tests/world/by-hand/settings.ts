import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { packageRoot } from "../../../src/config.js";
import { categories } from "./site.js";

/** Writes the shipped settings with the sample site's feeds into a folder; the file's path. Nobody is subscribed from the start. */
export function writeSettings(folder: string, site: string): string {
  const shipped = parse(readFileSync(join(packageRoot(), "config/tellal.yaml"), "utf8")) as Record<string, object>;
  const feeds = Object.entries(categories).map(([language, category]) => ({
    id: `aa-${language}-${category}`,
    kind: "aa",
    url: `${site}/${language}/rss/default?cat=${category}`,
    language,
    every: "3s",
  }));
  const contact = "nobody@example.org";
  const network = { ...shipped["network"], contact, allowPrivateHosts: ["127.0.0.1"], perHostDelay: "1ms" };
  const path = join(folder, "tellal.yaml");
  writeFileSync(path, stringify({ ...shipped, feeds, network, subscribe: [] }));
  return path;
}
