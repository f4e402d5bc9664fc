import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { model } from "../../src/cli/demo/model.js";
import { renderPage } from "../../src/cli/demo/page.js";
import { stories } from "../../src/cli/demo/stories.js";
import { readPlain } from "../../src/core/plain.js";
import { storyText } from "../../src/core/story.js";
import type { Article } from "../../src/core/story.js";
import { extractArticle } from "../../src/feeds/article.js";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/articles/${name}`, import.meta.url), "utf8");
const origin = "https://www.aa.example";
const link = origin + model.path;

function read(html: string, page = { link, language: "tr" }): Article {
  const outcome = extractArticle({ html, ...page });
  if (outcome.kind === "failed") throw new Error(outcome.why);
  return outcome.article;
}

const expected: Article = {
  link,
  language: "tr",
  title: model.title,
  spot: model.spot,
  author: model.author,
  dateline: model.city,
  published: model.published,
  updated: model.updated,
  section: model.section,
  body: [...model.body],
  photo: `${origin}/uploads/Contents/2025/11/19/thumbs_b_c_${model.id}.jpg`,
  tags: [...model.tags],
};

test("the model case in AA's present structure", () => {
  expect(read(fixture("model-new.html"))).toEqual(expected);
});

test("the model case in AA's old structure: days without time", () => {
  const day = Date.UTC(2025, 10, 18, 21);
  expect(read(fixture("model-old.html"))).toEqual({ ...expected, published: day, updated: day });
});

test("both structures and the plain text are one text, with the same parts", () => {
  const plain = storyText(readPlain(fixture("model.txt")));
  expect(storyText(read(fixture("model-new.html")))).toEqual(plain);
  expect(storyText(read(fixture("model-old.html")))).toEqual(plain);
});

test("the fixture is what the sample site serves", () => {
  const others = stories.filter((story) => story !== model);
  expect(renderPage(model, origin, others)).toBe(fixture("model-new.html"));
});

test.each(stories.map((story) => [story.id, story] as const))(
  "story %i of the sample site, whole and alone",
  (_, story) => {
    const others = stories.filter((other) => other !== story);
    const article = read(renderPage(story, origin, others), { link: origin + story.path, language: "" });
    expect(article).toMatchObject({
      language: story.language,
      title: story.title,
      spot: story.spot,
      author: story.author,
      dateline: story.city,
      published: story.published,
      updated: story.updated,
      body: story.body,
    });
  },
);

test("class names and the tag of the body may change", () => {
  const html = fixture("model-new.html")
    .replaceAll(/ class="[^"]*"/g, ' class="x"')
    .replace('<div dir="ltr" class="x">', '<div class="y">');
  expect(read(html).body).toEqual(expected.body);
});

test("without its JSON-LD the page still has its words, and the day beside the title", () => {
  const html = fixture("model-new.html").replaceAll('"@type":"NewsArticle"', '"@type":"NewsArticle');
  expect(read(html)).toMatchObject({
    title: model.title,
    spot: model.spot,
    published: Date.UTC(2025, 10, 18, 21),
    updated: model.updated,
    body: expected.body,
    tags: expected.tags,
  });
});

test("a body that React streams in two parts is put together", () => {
  const whole = fixture("model-new.html");
  const cut = whole.lastIndexOf("<h2>");
  const end = whole.indexOf('</div><template id="P:21">');
  const place = '<template id="P:5a"></template>';
  const html = `${whole.slice(0, cut)}${place}${whole.slice(end)}<div hidden id="S:5a">${whole.slice(cut, end)}</div>`;
  expect(read(html).body).toEqual(expected.body);
});
