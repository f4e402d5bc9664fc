import { readFileSync } from "node:fs";
import { parseDocument } from "htmlparser2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { model, updatedModel } from "../../src/cli/demo/model.js";
import { createDemoSite, demoStart } from "../../src/cli/demo/site.js";
import { stories } from "../../src/cli/demo/stories.js";
import { readPlain } from "../../src/core/plain.js";
import { extractArticle } from "../../src/feeds/article.js";

const site = createDemoSite();
let url = "";

beforeAll(async () => {
  ({ url } = await site.listen());
});
afterAll(() => site.close());

async function get(path: string) {
  const response = await fetch(url + path);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

/** The items of a feed as name → text, and the element names in their order. */
async function items(path: string) {
  const { text } = await get(path);
  const all: { name: string; children: { name: string; children: { data?: string }[] }[] }[] = [];
  const walk = (nodes: readonly unknown[]) => {
    for (const node of nodes as typeof all) {
      if (node.name === "item") all.push(node);
      else if (node.children) walk(node.children);
    }
  };
  walk(parseDocument(text, { xmlMode: true }).children);
  return all.map((item) => {
    const elements = item.children.filter((child) => child.name);
    return Object.fromEntries(elements.map((child) => [child.name, child.children.map(({ data }) => data).join("")]));
  });
}

const feeds = {
  "/tr/rss/default?cat=guncel": [3748112, 3748090, 3747998, 3747971, 3747860, 3747702],
  "/tr/rss/default?cat=dunya": [3748090, 3748051],
  "/en/rss/default?cat=live": [3748027],
};

test.each(Object.entries(feeds))("%s shows its stories, newest first, as AA's feeds do", async (path, ids) => {
  const { status, type, text } = await get(path);
  expect([status, type]).toEqual([200, "application/xml"]);
  expect(text).toContain('<guid isPermaLink="false">');
  const shown = await items(path);
  expect(shown.map((item) => Number(item["guid"]))).toEqual(ids);
  for (const item of shown) {
    expect(Object.keys(item)).toEqual(["guid", "link", "title", "description", "pubDate", "image"]);
    expect(item["link"]).toMatch(new RegExp(`^${url}/(?:tr|en)/[a-z]+/[a-z0-9-]+/${item["guid"]}$`));
    expect(item["pubDate"]).toMatch(/^Wed, 19 Nov 2025 \d\d:\d\d:00 \+0300$/);
    expect(Date.parse(item["pubDate"] ?? "")).toBeLessThan(demoStart);
  }
});

test("every page that a feed names is a page of AA's, and its article is the story", async () => {
  const all = (await Promise.all(Object.keys(feeds).map(items))).flat();
  expect(new Set(all.map((item) => item["guid"])).size).toBe(stories.length);
  for (const { link = "", title, description } of all) {
    const page = await get(link.slice(url.length));
    expect([page.status, page.type]).toEqual([200, "text/html; charset=utf-8"]);
    const outcome = extractArticle({ html: page.text, link, language: "" });
    expect(outcome).toMatchObject({ kind: "read", article: { link, title, spot: description } });
  }
});

test("the model case has the words of the plain text fixture", () => {
  const text = readFileSync(new URL("../fixtures/articles/model.txt", import.meta.url), "utf8");
  const { title, spot, author, dateline, body } = readPlain(text);
  expect({ title, spot, author, dateline, body }).toEqual({
    title: model.title,
    spot: model.spot,
    author: model.author,
    dateline: model.city,
    body: model.body,
  });
});

test.each([
  ["/tr/rss/default?cat=politika", 404],
  ["/en/rss/default?cat=guncel", 404],
  ["/tr/rss/default", 404],
  ["/tr/gundem/haber/1", 404],
  ["/en/gundem/haber/3747971", 404],
  ["/", 404],
  ["/tr/dunya/any-other-slug/3747971", 200],
  ["/robots.txt", 200],
])("%s answers %i", async (path, status) => {
  expect((await get(path)).status).toBe(status);
});

test("in its second stage it serves the model case with one paragraph more, in page and feed", async () => {
  const read = async () => {
    const { text } = await get(model.path);
    const item = (await items("/tr/rss/default?cat=guncel")).find(({ guid }) => guid === String(model.id));
    return { page: extractArticle({ html: text, link: url + model.path, language: "" }), spot: item?.["description"] };
  };
  expect(await read()).toMatchObject({ page: { article: { body: model.body } }, spot: model.spot });
  site.stage(2);
  expect(await read()).toMatchObject({
    page: { article: { body: updatedModel.body, spot: updatedModel.spot, updated: updatedModel.updated } },
    spot: updatedModel.spot,
  });
  expect(updatedModel.body.length).toBe(model.body.length + 1);
  site.stage(1);
  expect(await read()).toMatchObject({ page: { article: { body: model.body } }, spot: model.spot });
});

test("eight stories of five to twelve paragraphs, of the day before the demo's clock", () => {
  expect(stories.length).toBe(8);
  for (const { body, published, updated } of stories) {
    expect(body.length).toBeGreaterThanOrEqual(5);
    expect(body.length).toBeLessThanOrEqual(12);
    expect(published).toBeLessThanOrEqual(updated);
    expect(updated).toBeLessThan(demoStart);
    expect(published).toBeGreaterThan(demoStart - 86_400_000);
  }
  expect(stories.filter(({ feeds }) => feeds.length === 2).length).toBe(1);
});
