import { extractFromHtml } from "@extractus/article-extractor";
import { html, renderPage } from "../src/cli/demo/page.js";
import type { DemoStory } from "../src/cli/demo/story.js";
import { extractArticle } from "../src/feeds/article.js";
import type { Row } from "./measure.js";
import { median, rateAsync, short } from "./measure.js";
import { turkishStory } from "./parts/turkish.js";

export const name = "article";
export const about =
  "Pages read a second of processor time, 50 stories of some 2.5 kB of text, and how much of the story's text was found: on pages as AA streams them, and on " +
  "pages of any site.";

const runs = 7;
const oneRunMs = 300;
const start = Date.UTC(2025, 10, 19, 15);
const stories = Array.from({ length: 50 }, (_, at) => turkishStory(at, start - at * 60_000));
const link = (story: DemoStory) => `https://aa.example${story.path}`;

/** A page as many sites have it: navigation, the article, a side column, a footer. */
function plainPage(story: DemoStory): string {
  const others = stories.slice(0, 8).map((other) => `<li><a href="${html(other.path)}">${html(other.title)}</a></li>`);
  const body = story.body.map(({ kind, text }) =>
    kind === "subhead" ? `<h2>${html(text)}</h2>` : `<p>${html(text)}</p>`,
  );
  return `<!DOCTYPE html><html lang="tr"><head><title>${html(story.title)}</title><meta name="description" content="${html(story.spot)}"></head>
<body><nav><ul>${others.join("")}</ul></nav><main><article><h1>${html(story.title)}</h1><p>${html(story.spot)}</p>${body.join("\n")}</article></main>
<aside><ul>${others.join("")}</ul></aside><footer><p>İletişim, künye ve yayın ilkeleri</p></footer></body></html>`;
}

const pages = {
  "AA's": stories.map((story) => renderPage(story, "https://aa.example", stories.slice(0, 5))),
  "any site's": stories.map(plainPage),
};

/** Each returns the words that it found. */
const engines: Record<string, (page: string, url: string) => Promise<string>> = {
  tellal: async (page, url) => {
    const read = extractArticle({ html: page, link: url, language: "tr" });
    return read.kind === "read" ? read.article.body.map(({ text }) => text).join(" ") : "";
  },
  "@extractus/article-extractor": async (page, url) => (await extractFromHtml(page, url))?.content ?? "",
};

/** The share of the story's paragraphs that were found whole. */
function share(found: readonly string[]): number {
  const parts = stories.flatMap(({ body }, at) =>
    body.map(({ text }) => found[at]?.includes(text.slice(0, 200)) === true),
  );
  return parts.filter(Boolean).length / parts.length;
}

export async function run(): Promise<Row[]> {
  const lanes = Object.entries(pages).flatMap(([kind, list]) =>
    Object.entries(engines).map(([engine, extract]) => ({
      kind,
      engine,
      read: (at: number) => extract(list[at % list.length] ?? "", link(stories[at % stories.length]!)),
      rates: [] as number[],
    })),
  );
  const found = new Map<object, number>();
  for (const lane of lanes) {
    found.set(lane, share(await Promise.all(stories.map((_, at) => lane.read(at)))));
    await rateAsync(lane.read, oneRunMs);
  }
  for (let turn = 0; turn < runs; turn += 1)
    for (const { read, rates } of lanes) rates.push(await rateAsync(read, oneRunMs));
  return lanes.map((lane) => {
    const ours = median(lanes.find(({ kind, engine }) => kind === lane.kind && engine === "tellal")?.rates ?? []);
    return {
      pages: lane.kind,
      reader: lane.engine,
      "pages/s": short(median(lane.rates)),
      "beside ours": short(median(lane.rates) / ours),
      "paragraphs found": `${Math.round(100 * (found.get(lane) ?? 0))} %`,
    };
  });
}
