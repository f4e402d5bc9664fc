import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { hour, story } from "./stories.js";

const token = "7000000013:AAtest-token-of-nobody-0123456789abcdef";

test("once: a stored keyword that is no longer taken stops no reading; the log and the administrators are told", async () => {
  const site = await createAaSite();
  const telegram = await createTelegram({ token });
  try {
    const ayse = telegram.user({ first_name: "Ayşe", language_code: "tr", started: true });
    const { env } = createFolder(site.url, ["guncel"]);
    const whole = {
      ...env,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
      ADMINS: `telegram:${ayse.id}`,
    };
    site.show("guncel", [story(101, hour)]);
    expect((await run(["once"], whole)).code).toBe(0);
    const db = new Sqlite(join(env["TELLAL_DATA"]!, "tellal.db"));
    db.prepare("insert into keywords (topic, text, position, created) values ('kizilay', 'çadır (', 9, 1)").run();
    db.close();
    site.show("guncel", [story(102, 0), story(101, hour)]);
    const { code, out, err } = await run(["once"], whole);
    expect(code).toBe(0);
    expect(out).toContain("Kızılay gönüllüleri 102. buluşmasını yaptı");
    expect(err).toContain("a keyword cannot be read any more");
    expect(telegram.posts().map(({ text }) => text)).toEqual([
      "kizilay konusunun “çadır (” anahtar kelimesi artık okunamıyor ve hiçbir şey bulmuyor. Lütfen düzeltin.",
    ]);
  } finally {
    await Promise.all([site.close(), telegram.close()]);
  }
});
