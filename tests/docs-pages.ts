import { readdirSync, readFileSync } from "node:fs";

const docs = readdirSync(new URL("../docs/", import.meta.url)).filter((name) => name.endsWith(".md"));

/** The pages that tell how Tellal is used, built and run. */
export const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/ops/README.md",
  ...docs.toSorted().map((name) => `docs/${name}`),
];

/** The text of a page. */
export const read = (page: string) => readFileSync(new URL(`../${page}`, import.meta.url), "utf8");
