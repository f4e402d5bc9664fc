import { expect, onTestFinished, test } from "vitest";
import { at, p, type DemoStory } from "../../src/cli/demo/story.js";
import { extractArticle } from "../../src/feeds/article.js";
import { createFeeds } from "../../src/feeds/feeds.js";
import { createWeb } from "../feeds/server.js";
import { createAaSite } from "../world/aa-site.js";
import { settled, several } from "./several.js";

const story: DemoStory = {
  id: 3001,
  language: "tr",
  feeds: ["guncel"],
  path: "/tr/gundem/kizilay-toplandi/3001",
  section: "Gündem",
  title: "Kızılay heyeti toplandı",
  spot: "Heyet yardımı konuştu.",
  author: "Hiç Kimse",
  city: "ANKARA",
  published: at(10, 0),
  updated: at(10, 0),
  tags: [],
  body: [p("Toplantıya @Ayşe Kaya katıldı. Depo kurulmasına karar verildi.")],
};

const aa = "https://www.aa.com.tr";

/** A workspace with the app, for which the addresses of AA lead to the fake site. */
async function world() {
  const site = await createAaSite();
  onTestFinished(() => site.close());
  site.show("guncel", [story]);
  const { fetch, network } = createWeb();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const feeds = createFeeds({
    fetch: (asked, init) => fetch(asked instanceof Request ? asked : String(asked).replace(aa, site.url), init),
    network,
    version: "0",
    clock: Date.now,
    extract: extractArticle,
    log,
  });
  const made = await several({ feeds });
  await made.database.db
    .updateTable("feeds")
    .set({ url: `${aa}/tr/rss/default?cat=guncel` })
    .where("id", "=", "guncel")
    .execute();
  const { install } = await made.run();
  return { site, one: await settled(made, install) };
}

test("the shortcut on a message with a link to AA brings its brief, to who asked alone", async () => {
  const { site, one } = await world();
  one.channel.write(one.boss, `Şuna bakın: <https://example.org/x|başka> ve <${aa}${story.path}>`);
  const { shown } = await one.boss.shortcut("brief_link", one.boss.reads(one.channel)[0]);
  expect(shown.map(({ whispered }) => whispered)).toEqual([true]);
  for (const part of [story.title, story.spot, "Ayşe Kaya", "Depo kurulmasına karar verildi"])
    expect(shown[0]?.text).toContain(part);
  expect(site.requests).toContain(story.path);
});

test("the shortcut on a message with a link to a page that is gone says so", async () => {
  const { one } = await world();
  one.channel.write(one.boss, `<${aa}/tr/gundem/yok/3002>`);
  const { shown } = await one.boss.shortcut("brief_link", one.boss.reads(one.channel)[0]);
  expect(shown.map(({ text, whispered }) => [text.includes("kaldırılmış olabilir"), whispered])).toEqual([
    [true, true],
  ]);
});
