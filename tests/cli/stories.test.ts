import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readStories, type StoryOptions } from "../../src/cli/stories.js";
import { Refusal } from "../../src/core/refusal.js";
import { folderOf, partsOf } from "./run.js";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/articles/${name}`, import.meta.url));
const title = "Türk dünyasının Kızılay dernekleri Bakü'de bir araya geldi";

const cwd = folderOf({
  "model-new.html": fixture("model-new.html"),
  "model-old.html": fixture("model-old.html"),
  "model.txt": fixture("model.txt"),
  "utf16.txt": Buffer.from(`\uFEFF${fixture("model.txt").toString()}`, "utf16le"),
  "aa.html": fixture("model-new.html").toString().replaceAll("www.aa.example", "www.aa.com.tr"),
  "empty.html": "",
  "bare.html": "<!doctype html><title>x</title><p>Hello",
});

const answers: Record<string, RequestListener> = {
  "/story": (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(fixture("model-old.html")),
  "/gone": (_, response) => response.writeHead(410).end(),
  "/busy": (_, response) => response.writeHead(503).end(),
};
const server = createServer((request, response) => {
  const answer = answers[request.url ?? ""];
  if (answer === undefined) response.writeHead(404).end();
  else answer(request, response);
});
let site = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const open = folderOf({ "tellal.yaml": 'network: { allowPrivateHosts: ["127.0.0.1"], perHostDelay: 1ms }' });

function stories(name: string, options: StoryOptions = {}, stdin = "") {
  return readStories(name, options, partsOf({ cwd, stdin }));
}

test.each(["model-new.html", "model-old.html", "model.txt", "utf16.txt"])("the model story as %s", async (name) => {
  const [story, ...others] = await stories(name);
  expect(others).toEqual([]);
  expect(story?.article).toMatchObject({ title, language: "tr", dateline: "Bakü" });
  expect(story?.article.body.length).toBeGreaterThan(5);
});

test("AA's own link makes AA the source, a text has its file's name", async () => {
  expect((await stories("aa.html"))[0]?.source).toBe("AA");
  expect((await stories("model-new.html"))[0]?.source).toBe("aa.example");
  expect((await stories("model.txt"))[0]?.source).toBe("model.txt");
  expect((await stories("-", {}, "Başlık\n\nMetin."))[0]?.source).toBe("standard input");
});

test("--published goes before what the page says", async () => {
  expect((await stories("model-new.html", { published: 5 }))[0]?.article.published).toBe(5);
});

test.each([
  ["Kızılay açıkladı", {}, "tr"],
  ["Aid", { lang: "en" }, "en"],
  ["Aid", { lang: "tr" }, "tr"],
  [fixture("model.txt").toString(), { lang: "en" }, "tr"],
] as const)("language of a text: %#", async (text, options, language) => {
  expect((await stories("-", options, text))[0]?.article.language).toBe(language);
});

test("an address is fetched by the rules for feeds", async () => {
  const parts = partsOf({ cwd: open, env: { TELLAL_CONFIG: "tellal.yaml" } });
  const [story] = await readStories(`${site}/story`, {}, parts);
  expect(story?.article.title).toBe(title);
  await expect(readStories(`${site}/gone`, {}, parts)).rejects.toThrow(
    new Refusal(`${site}/gone: the page answered 410`),
  );
  await expect(readStories(`${site}/busy`, {}, parts)).rejects.toThrow(
    new Refusal(`${site}/busy: the page answered 503`),
  );
});

test("a private address is refused unless the configuration allows it", async () => {
  await expect(readStories(`${site}/story`, {}, partsOf({ cwd }))).rejects.toThrow(Refusal);
});

test.each([
  ["none.txt", "none.txt: no such file"],
  ["empty.html", "empty.html: empty"],
  ["bare.html", "bare.html: "],
])("what holds no story is refused: %s", async (name, sentence) => {
  const refused = expect(stories(name)).rejects;
  await refused.toThrow(Refusal);
  await expect(stories(name)).rejects.toThrow(sentence);
});
