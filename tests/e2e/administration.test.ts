import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { p } from "../../src/cli/demo/story.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { hour, story } from "./stories.js";

const token = "7000000006:AAtest-token-of-nobody-0123456789abcdef";

test("start: a keyword that an administrator adds finds the next story, without a restart, until it is undone", async () => {
  const site = await createAaSite();
  const telegram = await createTelegram({ token, rates: { chatPerSecond: Infinity } });
  const { env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
  const ayse = telegram.user({ first_name: "Ayşe", language_code: "tr", started: true });
  const posts = () => telegram.posts().filter(({ chat }) => chat === ayse.chat.id);
  async function says(text: string): Promise<string> {
    const before = posts().length;
    ayse.says(ayse.chat, text);
    await telegram.until(() => posts().length > before);
    return posts().at(-1)?.text ?? "";
  }
  /** A story of neither topic, of its own people and place. */
  const orchard = (id: number, city: string) =>
    story(id, 0, {
      title: `${city} bahçelerinde ${id} fidan dikildi`,
      spot: `Bahçeye ${id} fidan dikildi.`,
      path: `/tr/gundem/fidan/${id}`,
      tags: [],
      city,
      body: [
        p(`${city} bahçelerine ${id} fidan dikildi.`),
        p(`Fidanlar ${id} gün boyunca sulanacak, sonra budanacak.`),
      ],
    });
  site.show("guncel", [story(101, hour)]);
  const urls = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url };
  const running = tellal(["start"], { ...env, ...urls, ADMINS: `telegram:${ayse.id}` });
  try {
    while (!running.seen().includes("Kızılay gönüllüleri 101.")) await sleep(50);
    await says("/subscribe tdt");
    expect(await says("/keyword add tdt fidan")).toContain("konusuna “fidan” anahtar kelimesi eklendi");
    const before = posts().length;
    site.show("guncel", [orchard(102, "Rize"), story(101, hour)]);
    await telegram.until(() => posts().length > before);
    expect(posts().at(-1)?.text).toContain("Rize bahçelerinde 102 fidan dikildi");
    expect(await says("/feed check aa-guncel")).toMatch(/Haber: 2/u);
    expect(await says("/audit undo")).toContain("geri alındı");
    site.show("guncel", [story(104, 0), orchard(103, "Bolu"), orchard(102, "Rize"), story(101, hour)]);
    while (!running.seen().includes("Kızılay gönüllüleri 104.")) await sleep(50);
    expect(telegram.posts().some(({ text }) => text.includes("Bolu"))).toBe(false);
    running.child.kill("SIGTERM");
    expect(await running.ended).toMatchObject({ code: 0 });
    telegram.expectHonest();
  } finally {
    running.child.kill("SIGKILL");
    await Promise.all([site.close(), telegram.close()]);
  }
});
