import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { packageRoot } from "../../src/config.js";

/*
 * Makes the pictures of docs/turkce.md anew, with a browser: `node dist/tests/preview/page.js preview.html &&
 * node dist/tests/preview/pictures.js preview.html`, with fonts for flags (`apt-get install fonts-noto-color-emoji`). Look at
 * each before it is committed.
 */

/** What is shown of the preview: the heading of its section, and whose manner it is drawn in. */
const wanted = [
  { name: "telegram-haber", heading: "full post with buttons", of: ".tg" },
  { name: "slack-haber", heading: "full post with buttons", of: ".sl" },
  { name: "telegram-guncelleme", heading: "update", of: ".tg" },
  { name: "telegram-ozet", heading: "digest", of: ".tg" },
  { name: "telegram-ayarlar", heading: "settings", of: ".tg" },
];
const folder = "docs/pictures";
const phone = { width: 390, height: 760 };

const browser = await chromium.launch({
  executablePath: process.env["TELLAL_BROWSER"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
mkdirSync(folder, { recursive: true });

const posts = await browser.newPage({ viewport: { width: 1_100, height: 900 } });
await posts.goto(pathToFileURL(resolve(process.argv[2] ?? "preview.html")).href);
for (const { name, heading, of } of wanted) {
  const section = posts
    .locator("section")
    .filter({ has: posts.locator("h1", { hasText: new RegExp(`^${heading}$`) }) });
  // Telegram's buttons stand under the post, in the same box.
  const shown = of === ".tg" ? section.locator(":scope > div").first() : section.locator(of);
  await shown.screenshot({ path: `${folder}/${name}.png` });
}

const program = join(packageRoot(), "dist/src/main.js");
const demo = spawn(process.execPath, [program, "demo", "--serve"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise<string>((found) => {
  let said = "";
  demo.stdout.on("data", (data: Buffer) => {
    said += data.toString();
    const line = /The web page: (http:\S+)\s/u.exec(said)?.[1];
    if (line !== undefined) found(line);
  });
});
const page = await browser.newPage({ viewport: phone, locale: "tr-TR" });
await page.goto(address);
await page.screenshot({ path: `${folder}/arsiv-telefonda.png` });
demo.kill("SIGTERM");
await once(demo, "exit");
await browser.close();

for (const name of [...wanted.map((one) => one.name), "arsiv-telefonda"]) {
  const path = `${folder}/${name}.png`;
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KiB`);
}
