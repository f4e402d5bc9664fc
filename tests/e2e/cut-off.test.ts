import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isOnServer } from "../store/storage.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, tellal } from "../world/tellal.js";
import { createTelegram } from "../world/telegram/telegram.js";
import { story } from "./stories.js";

const token = "7000000002:AAtest-token-of-nobody-0123456789abcdef";

/** A way to a server that can be cut: whatever is under way then stays there, and nobody is told. */
async function createWay(address: string) {
  const { hostname, port } = new URL(address);
  const ends: Socket[] = [];
  let cut = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.push(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
      if (cut) one.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = server.address();
  const through = new URL(address);
  through.host = `127.0.0.1:${typeof own === "object" && own !== null ? own.port : 0}`;
  return {
    address: through.href,
    cut() {
      cut = true;
      for (const end of ends) end.pause();
    },
    mend() {
      cut = false;
      for (const end of ends) end.resume();
    },
    close() {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}

test.runIf(isOnServer)(
  "a process that is cut off from the database is taken over, and sends nothing twice when it is back",
  async () => {
    const site = await createAaSite();
    const telegram = await createTelegram({ token });
    const ayse = telegram.user({ first_name: "Ayşe", started: true });
    const { folder, env } = createFolder(site.url, ["guncel"], "", [`telegram:${ayse.id}`], "1s");
    const way = await createWay(env["DATABASE_URL"] ?? "");
    const start = (place: string, address: string) =>
      tellal(["start"], {
        ...env,
        DATABASE_URL: address,
        TELLAL_DATA: join(folder, place),
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: telegram.url,
      });
    const told = () => telegram.posts().map(({ text }) => Number(/gönüllüleri (\d+)\./u.exec(text)?.[1] ?? 0));
    const show = (...ids: number[]) =>
      site.show(
        "guncel",
        ids.map((id) => story(id, 0)),
      );

    show(101);
    const cut = start("cut", way.address);
    await expect.poll(told, { timeout: 30_000 }).toEqual([101]);
    const other = start("other", env["DATABASE_URL"] ?? "");
    await expect.poll(other.seen, { timeout: 30_000 }).toContain("tellal started");
    way.cut();
    show(102, 101);
    const began = Date.now();
    await expect.poll(told, { timeout: 60_000, interval: 100 }).toEqual([101, 102]);
    console.log(`cut off from the database: another sent the next story ${Date.now() - began} ms after it was shown`);
    expect(other.seen()).toContain("its work is taken over");
    ayse.says(ayse.chat, "/help");
    await expect.poll(() => told().length, { timeout: 60_000 }).toBe(3);

    way.mend();
    await expect.poll(cut.seen, { timeout: 60_000 }).toContain("silent for too long");
    show(103, 102, 101);
    await expect.poll(told, { timeout: 60_000 }).toEqual([101, 102, 0, 103]);
    for (const { child } of [cut, other]) child.kill("SIGTERM");
    expect((await Promise.all([cut.ended, other.ended])).map(({ code }) => code)).toEqual([0, 0]);
    way.close();
    telegram.expectHonest();
    await Promise.all([site.close(), telegram.close()]);
  },
);
