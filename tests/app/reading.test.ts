import { expect, test } from "vitest";
import { seed, start } from "../store/open.js";
import { item, rig } from "./rig.js";

const feed = { id: "site", kind: "rss" as const, url: "https://haber.example/rss", language: "tr", every: 120_000 };

test.each([
  ["its link's host", { id: "haber.example#9", link: "https://www.haber.example/9" }, "www.haber.example"],
  ["its feed's host where it has no link", { id: "haber.example#9", link: "" }, "haber.example"],
])("the source of an item is %s", async (_, more, source) => {
  const { world, process } = await rig({ from: { ...seed, feeds: [feed] } });
  world.show("site", [item(9, "Kızılay toplandı", more)]);
  await process.all(start);
  const { view } = await process.store.views.find("haber.example#9");
  expect(view).toMatchObject({ source });
});
