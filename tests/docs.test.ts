import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { secretNames, variableNames } from "../src/core/environment.js";
import { run } from "./cli/run.js";
import { pages, read } from "./docs-pages.js";

const root = new URL("../", import.meta.url);

test.each(pages)("%s names only files that exist", (page) => {
  const text = read(page);
  const named = [...text.matchAll(/`((?:tests|src|docs|config|bench)\/[\w./-]+)`/gu)].map(([, path]) => path ?? "");
  const linked = [...text.matchAll(/\]\(((?!https?:|#)[^)#\s]+)/gu)].map(([, path]) => path ?? "");
  const from = new URL(page, root);
  const missing = [
    ...named.filter((path) => !existsSync(new URL(path, root))),
    ...linked.filter((path) => !existsSync(new URL(path, from))),
  ];
  expect(missing).toEqual([]);
});

test.each(pages)("%s names only commands, options and variables that there are", async (page) => {
  const text = read(page);
  const { out: help } = await run(["--help"]);
  const commands = new Set([...help.matchAll(/^ {2}([a-z]+)/gmu)].map(([, name]) => name));
  for (const [line, name = "", rest = ""] of text.matchAll(/(?<!\/)\btellal (?:-- )?(?!node)([a-z]+)([^\n`#]*)/gu)) {
    expect([line, commands.has(name)]).toEqual([line, true]);
    const { out } = await run([name, "--help"]);
    const options = [...rest.matchAll(/ (--[a-z]+)/gu)].map(([, option = ""]) => option);
    expect([line, options.filter((option) => !out.includes(option))]).toEqual([line, []]);
  }
  const known = new Set<string>([...variableNames, ...secretNames.map((name) => `${name}_FILE`)]);
  const named = [...text.matchAll(/\b(?:TELEGRAM|SLACK|WEB|LOG|PING)_[A-Z_]+\b/gu)].map(([name]) => name);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
