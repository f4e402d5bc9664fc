import { readFileSync } from "node:fs";

/** The pages that tell how Tellal is used, built and run. */
export const pages = [
  "docs/promises.md",
  "docs/operate.md",
  "docs/privacy.md",
  "docs/turkce.md",
  "docs/ops/README.md",
  "docs/lexicon.md",
  "SECURITY.md",
  "CONTRIBUTING.md",
  "README.md",
];

/** The text of a page. */
export const read = (page: string) => readFileSync(new URL(`../${page}`, import.meta.url), "utf8");
