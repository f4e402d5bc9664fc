import { expect, test } from "vitest";
import { minute, start } from "../store/open.js";
import { item, rig } from "./rig.js";

test("a lane that waits sends as soon as this process recorded a story, however long it meant to wait", async () => {
  let waits: (() => void) | undefined;
  const asleep = new Promise<void>((resolve) => (waits = resolve));
  const { world, process } = await rig({
    // Nothing but a ring ends a wait: time stands still.
    until: async (at, cut) => {
      if (at > start && cut !== undefined) {
        waits?.();
        await new Promise((resolve) => cut.addEventListener("abort", resolve, { once: true }));
      }
      return start;
    },
  });
  const kept = process.keep("console", () => world.posts.length === 1);
  await asleep;
  world.show("guncel", [item(1, "Kızılay 1", { published: start - minute })]);
  await process.poll(start);
  await process.readAll(start);
  expect(await kept).toMatchObject({ sent: 1 });
});
