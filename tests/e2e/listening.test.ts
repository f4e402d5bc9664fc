import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { hour, story } from "./stories.js";

const token = "7000000005:AAtest-token-of-nobody-0123456789abcdef";

test("start: a person finds the bot, presses a topic, sees its latest brief and the next one, and leaves", async () => {
  const site = await createAaSite();
  const telegram = await createTelegram({ token });
  const { env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
  site.show("guncel", [story(101, hour)]);
  const running = tellal(["start"], { ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url });
  try {
    const ayse = telegram.user({ first_name: "Ayşe", username: "ayse", language_code: "tr" });
    const posts = () => telegram.posts().filter(({ chat }) => chat === ayse.chat.id);
    while (!running.seen().includes("Kızılay gönüllüleri 101.")) await sleep(50);
    ayse.starts();
    await telegram.until(() => posts().length === 1);
    const [menu] = posts();
    expect(menu?.text).toContain("Merhaba, ben Tellal.");
    ayse.presses(menu!, "➕ Kızılay");
    await telegram.until(() => posts().length === 2);
    expect(posts()[0]?.text).toContain("Kızılay'ı takip ediyorsunuz.");
    expect(
      posts()[0]
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toContain("✅ Kızılay");
    expect(posts()[1]?.text).toContain("Kızılay gönüllüleri 101. buluşmasını yaptı");

    site.show("guncel", [story(102, 0), story(101, hour)]);
    await telegram.until(() => posts().length === 3);
    expect(posts()[2]?.text).toContain("Kızılay gönüllüleri 102. buluşmasını yaptı");

    ayse.blocks();
    await telegram.heard();
    site.show("guncel", [story(103, 0), story(102, 0), story(101, hour)]);
    while (!running.seen().includes("Kızılay gönüllüleri 103.")) await sleep(50);
    expect(posts()).toHaveLength(3);

    running.child.kill("SIGTERM");
    const asked = Date.now();
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(Date.now() - asked).toBeLessThan(10_000);
    telegram.expectHonest();
  } finally {
    running.child.kill("SIGKILL");
    await Promise.all([site.close(), telegram.close()]);
  }
});
