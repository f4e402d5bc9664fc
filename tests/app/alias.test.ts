import { expect, test } from "vitest";
import type { FeedKind } from "../../src/core/story.js";
import { toItem, unique } from "../../src/feeds/items.js";
import { hour, minute, seed, start } from "../store/open.js";
import { rig } from "./rig.js";

const url = "https://haber.example/rss";
const rss = { id: "rss", kind: "rss" as FeedKind, url, language: "tr", every: 2 * minute };
const feeds = [rss, { ...rss, id: "atom", url: "https://haber.example/atom" }];

/** Entries as a feed writes them: guid, path, title, and minutes after the start. */
type Row = [guid: string, path: string, title: string, minutes: number];

function itemsOf(rows: Row[], from = url) {
  const items = rows.map(([guid, path, title, minutes]) =>
    toItem(
      {
        guid,
        title,
        links: [{ href: path, rel: "", type: "" }],
        spot: "",
        dates: [new Date(start + minutes * minute).toISOString()],
        photos: [],
        base: "",
      },
      { kind: "rss", url: from, base: from },
    ),
  );
  return unique(items);
}

const first: Row[] = [
  ["1", "/a", "Kızılay toplandı", -2],
  ["2", "/b", "Kızılay yardım gönderdi", -1],
];

test.each<[string, Row[][], number]>([
  [
    "rewrites its guids",
    [
      [
        ["x1", "/a", "Kızılay toplandı", -2],
        ["x2", "/b", "Kızılay yardım gönderdi", -1],
      ],
    ],
    2,
  ],
  [
    "rewrites its links",
    [
      [
        ["1", "/x", "Kızılay toplandı", -2],
        ["2", "/y", "Kızılay yardım gönderdi", -1],
      ],
    ],
    2,
  ],
  [
    "rewrites its links, then its guids",
    [[["1", "/x", "Kızılay toplandı", -2]], [["x1", "/x", "Kızılay toplandı", -2]]],
    2,
  ],
  ["rewrites its guids and back-dates", [[["x1", "/a", "Kızılay toplandı", -900]]], 2],
  ["rewrites a guid with a title", [[["x1", "/a", "Kızılay Bakü'de toplandı", -2]]], 2],
  ["drops its guids", [[["", "/a", "Kızılay toplandı", -2]]], 2],
  ["adds where its readers come from", [[["x1", "/a?utm_source=rss", "Kızılay toplandı", -2]]], 2],
  ["tells another story under a known link", [[["3", "/a", "Kızılay'ın günü", 1]]], 3],
  [
    "tells two stories under one link",
    [
      [
        ["3", "/c", "Kızılay bir", 1],
        ["4", "/c", "Kızılay iki", 1],
      ],
    ],
    4,
  ],
  ["gives the front page as link", [[["3", "/", "Kızılay bir", 1]], [["4", "/", "Kızılay iki", 1]]], 4],
])("a feed that %s", async (_, polls, posts) => {
  const { world, process } = await rig({ from: { ...seed, feeds } });
  for (const [index, rows] of [first, ...polls].entries()) {
    world.show("rss", await itemsOf(rows));
    await process.all(start + index * 10 * minute);
  }
  expect(world.told().filter((line) => line.startsWith("post"))).toHaveLength(posts);
});

test("RSS and Atom of one site tell each story once, in whatever order they come", async () => {
  const { world, process } = await rig({ from: { ...seed, feeds } });
  const atom = first.map(([guid, path, title, minutes]): Row => [
    `tag:haber.example,2025:${guid}`,
    path,
    title,
    minutes,
  ]);
  world.show("rss", await itemsOf(first));
  await process.all(start);
  world.show("atom", await itemsOf(atom, "https://haber.example/atom"));
  await process.all(start + 10 * minute);
  world.show("rss", await itemsOf([["3", "/c", "Kızılay bir", 15], ...first]));
  world.show("atom", await itemsOf([["tag:3", "/c", "Kızılay bir", 15], ...atom], "https://haber.example/atom"));
  await process.all(start + hour);
  expect(world.told().filter((line) => line.startsWith("post"))).toHaveLength(3);
});
