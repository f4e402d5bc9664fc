import { afterAll, expect, test } from "vitest";
import { readFeed } from "../../src/feeds/reader.js";
import { figure } from "../torture/figure.js";
import { whileTurning } from "../torture/turns.js";
import { inputs, origin } from "./hostile-inputs.js";

let survived = 0;
afterAll(() => figure({ what: "hostile feeds of up to 5 MB", runs: inputs.length, harmless: survived }));

test.each(inputs)("%s", { timeout: 20_000 }, async (_, text, count) => {
  const reading = await readFeed(text, origin, { deadline: 500 });
  expect(reading.kind === "read" ? reading.items.length : null).toBe(count);
  const words = JSON.stringify(reading);
  expect(words.length).toBeLessThan(count === 5_000 ? 2_000_000 : 120_000);
  expect(words).not.toContain("root:");
  survived += 1;
});

test("thousands of items are read in thousands of turns: whoever waits for the thread has it in between", async () => {
  const items = Array.from({ length: 5_000 }, (_, n) => {
    const address = `https://x.example/haber/${n}`;
    return `<item><title>Kızılay ${n}</title><link>${address}</link><guid>${address}</guid><description>${"&amp;lt;b&amp;gt; ".repeat(40)}</description></item>`;
  });
  const text = `<rss version="2.0"><channel><title>x</title>${items.join("")}</channel></rss>`;
  // A reader that says nothing new at once: only turns of our own are counted.
  const readStrictly = async () => ({ fault: "none here" });
  const { found, turns, longest } = await whileTurning(() => readFeed(text, origin, { readStrictly }));
  expect(found.kind === "read" ? found.items.length : null).toBe(5_000);
  // One for each 20 items, one for each 100 that are compared, and one for each piece of the text.
  expect(turns).toBeGreaterThanOrEqual(5_000 / 20 + 5_000 / 100 + Math.floor(text.length / 65_536));
  figure({ what: "a feed of 5,000 items", runs: 1, harmless: 1, more: `longest turn ${longest} ms, of ${turns}` });
});
