import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);

test.each(["docs/promises.md", "SECURITY.md", "CONTRIBUTING.md", "README.md"])(
  "%s names only files that exist",
  (page) => {
    const text = readFileSync(new URL(page, root), "utf8");
    const named = [...text.matchAll(/`((?:tests|src|docs|config|bench)\/[\w./-]+)`/gu)].map(([, path]) => path ?? "");
    const linked = [...text.matchAll(/\]\(((?!https?:|#)[^)#\s]+)/gu)].map(([, path]) => path ?? "");
    const missing = [...named, ...linked].filter((path) => !existsSync(new URL(path, root)));
    expect(missing).toEqual([]);
  },
);
