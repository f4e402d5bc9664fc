import { setTimeout as sleep } from "node:timers/promises";
import axe, { type AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { hour, story } from "../e2e/stories.js";
import { createAaSite } from "../world/aa-site.js";
import { freePort } from "../world/port.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";

/*
 * The page as people meet it: the compiled program, a real browser. Run by `.ci/run`, or with TELLAL_BROWSER=/usr/bin/chromium.
 */

const token = "7000000005:AAtest-token-of-nobody-0123456789abcdef";
let browser: Browser;
let demo: ReturnType<typeof tellal>;
let base = "";

beforeAll(async () => {
  demo = tellal(["demo", "--serve"], {});
  browser = await chromium.launch({
    executablePath: process.env["TELLAL_BROWSER"] ?? "/usr/bin/chromium",
    // Whoever runs this as root has no sandbox; the pages are our own.
    args: ["--no-sandbox"],
  });
  base = await addressIn(demo);
});
afterAll(async () => {
  demo.child.kill("SIGTERM");
  await Promise.all([demo.ended, browser.close()]);
});

/** The address that the program prints. */
async function addressIn({ seen }: Pick<typeof demo, "seen">): Promise<string> {
  for (;;) {
    const found = /The web page: (http:\/\/\S+)\//u.exec(seen())?.[1];
    if (found !== undefined) return found;
    await sleep(50);
  }
}

/** A tab that notes what went wrong in it, and whom it asked. Without scripts, as the page promises to work. */
async function openTab(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: "tr-TR", javaScriptEnabled: false, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => void complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => void complaints.push(error.message));
  page.on("request", (request) => void hosts.add(new URL(request.url()).host));
  page.on("requestfailed", (request) => void complaints.push(`failed: ${request.url()}`));
  return { context, page, complaints, hosts };
}

/** What axe finds that keeps somebody out. It is a script: the tab must allow them. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

const pages = [
  "/",
  "/?q=toplant%C4%B1&topic=kizilay",
  "/?q=yokyok",
  "/story/aa:3747971",
  "/people",
  "/people/cingiz%20cakipov",
  "/decisions",
  "/charts",
  "/status",
  "/keywords",
  "/nothing-here",
];

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };

test.each([
  ["phone", "dark", "en-GB"],
  ["desk", "light", "tr-TR"],
] as const)(
  "on a %s, %s, %s: nothing keeps anybody out, nothing sticks out, nobody else is asked",
  async (size, colorScheme, locale) => {
    const { page, complaints, hosts } = await openTab({
      viewport: sizes[size],
      colorScheme,
      locale,
      javaScriptEnabled: true,
    });
    for (const path of pages) {
      const response = await page.goto(base + path);
      expect([path, response?.status()]).toEqual([path, path === "/nothing-here" ? 404 : 200]);
      expect([path, await barriers(page)]).toEqual([path, []]);
      const over = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
      expect([path, over]).toEqual([path, 0]);
    }
    // The browser itself reports a page that is not there.
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    expect([...hosts]).toEqual([new URL(base).host]);
  },
);

test("a Turkish word finds its inflected form; filters narrow down; a story tells all it has", async () => {
  const { page, complaints } = await openTab();
  await page.goto(base);
  await page.getByLabel("Haberlerde ara").fill("toplantı");
  await page.getByRole("button", { name: "Ara" }).click();
  expect(await page.locator("mark").allTextContents()).toContain("toplantısı");
  expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(1);

  await page.goto(base);
  await page.getByText("Daralt").click();
  await page.getByLabel("Ülke").selectOption({ label: "KKTC" });
  await page.getByRole("button", { name: "Ara" }).click();
  const titles = await page.getByRole("heading", { level: 2 }).allTextContents();
  expect(titles).toEqual(["Türk dünyasının Kızılay dernekleri Bakü'de bir araya geldi"]);
  await page.getByRole("link", { name: titles[0] ?? "" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(titles[0]);
  for (const text of ["Katılımcılar (9)", "Kararlar (8)", "Ne değişti?", "Neden burada?", "Konsol"]) {
    expect([text, await page.getByText(text, { exact: true }).first().isVisible()]).toEqual([text, true]);
  }
  await page.getByRole("link", { name: "Çingiz Cakıpov" }).click();
  expect(await page.getByRole("link", { name: "Novruz Aslanov" }).count()).toBe(1);
  expect(complaints).toEqual([]);
});

test("the charts are drawn, in the colours of the theme", async () => {
  const { page } = await openTab({ colorScheme: "dark" });
  await page.goto(`${base}/charts`);
  const drawings = page.locator("main svg");
  expect(await drawings.count()).toBe(4);
  for (let at = 0; at < 4; at += 1) {
    const bars = drawings.nth(at).locator("rect");
    const boxes = await Promise.all((await bars.all()).map((bar) => bar.boundingBox()));
    expect(boxes.filter((box) => box !== null && box.width > 3 && box.height > 3).length).toBeGreaterThan(0);
  }
  const colour = await page.evaluate<string>("getComputedStyle(document.querySelector('main svg rect')).fill");
  expect(colour).toBe("rgb(242, 160, 143)");
});

test("with the keyboard alone: past the menu, a search, a story, another language", async () => {
  const { page } = await openTab();
  await page.goto(base);
  const focused = () => page.evaluate<string>("document.activeElement.textContent.trim() || document.activeElement.id");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("İçeriğe geç");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("q");
  await page.keyboard.type("Sudan");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=Sudan/u);
  const reach = async (text: RegExp) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      if (text.test(await focused())) return;
    }
    throw new Error(`no way to ${String(text)}`);
  };
  await reach(/yardım gemisi/u);
  const ring = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
  expect(ring).toBe("solid");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/story\//u);
  await reach(/^English$/u);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Archive" }).waitFor();
});

test("a chat's link lets in once, strangers stay outside, and a feed that fails turns red", async () => {
  const site = await createAaSite();
  const telegram = await createTelegram({ token });
  const { env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
  site.show("guncel", [story(101, hour)]);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = tellal(["start"], {
    ...env,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.url,
    WEB_PORT: String(port),
    WEB_URL: url,
    WEB_TOKEN: "a-token-of-sixteen-and-more",
  });
  onTestFinished(async () => {
    running.child.kill("SIGKILL");
    await Promise.all([site.close(), telegram.close()]);
  });
  const ayse = telegram.user({ first_name: "Ayşe", started: true, language_code: "tr" });
  const posts = () => telegram.posts().filter(({ chat }) => chat === ayse.chat.id);
  const seen = (text: string) => running.seen().includes(text);
  while (!seen("listening to Telegram") || !seen("Kızılay gönüllüleri 101.")) await sleep(50);

  const { page, context } = await openTab();
  expect((await page.goto(`${url}/status`))?.status()).toBe(401);
  expect(await page.getByRole("link", { name: "Arşiv" }).count()).toBe(0);
  await page.getByLabel("Erişim anahtarı").fill("not-the-token-at-all");
  await page.getByRole("button", { name: "Giriş" }).click();
  expect(await page.getByRole("alert").textContent()).toBe("Bu anahtar doğru değil.");
  expect(await context.cookies()).toEqual([]);

  ayse.says(ayse.chat, "/web");
  await telegram.until(() => posts().length === 1);
  const link = posts()[0]?.entities.find(({ type }) => type === "text_link")?.url ?? "";
  expect(link.startsWith(`${url}/enter?ticket=`)).toBe(true);
  await page.goto(link);
  await page.getByRole("button", { name: "Giriş" }).click();
  await page.waitForURL(`${url}/`);
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toContain("Kızılay gönüllüleri 101.");
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: "tellal", httpOnly: true, sameSite: "Lax" });

  const other = await openTab({ javaScriptEnabled: true });
  await other.page.goto(`${url}/`);
  expect(await barriers(other.page)).toEqual([]);
  await other.page.goto(link);
  await other.page.getByRole("button", { name: "Giriş" }).click();
  expect(await other.page.getByRole("heading", { level: 1 }).textContent()).toBe("Bu bağlantı artık geçerli değil");
  expect(await other.context.cookies()).toEqual([]);

  await page.goto(`${url}/status`);
  expect(await page.getByRole("status").textContent()).toContain("Her şey yolunda.");
  site.fault("/rss/", 500);
  const card = page.locator('li[data-health="failing"]');
  while ((await card.count()) === 0) {
    await sleep(300);
    await page.goto(`${url}/status`);
  }
  expect(await card.textContent()).toContain("aa-guncel");
  const red = await page.evaluate<string>(
    "getComputedStyle(document.querySelector('li[data-health=failing]')).borderTopColor",
  );
  expect(red).toBe("rgb(163, 20, 15)");

  await page.getByRole("button", { name: "Çıkış" }).click();
  expect((await page.goto(`${url}/`))?.status()).toBe(401);
  telegram.expectHonest();
});
