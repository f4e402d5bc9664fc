import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isOnServer } from "../store/storage.js";
import { createAaSite } from "../world/aa-site.js";
import { createFolder, run, tellal } from "../world/tellal.js";
import { count, hour, story } from "./stories.js";

/** When something was logged, of a story or of any, epoch ms; undefined if it was not. */
function loggedAt(seen: string, text: string, story = ""): number | undefined {
  const line = seen.split("\n").find((one) => one.includes(`"msg":"${text}"`) && one.includes(story));
  return line === undefined ? undefined : Number(/"time":"?([^",]+)/u.exec(line)?.[1] ?? NaN);
}

test("a process does what ROLES says: who polls does not send, and what is owed waits for who sends", async () => {
  const site = await createAaSite();
  site.show("guncel", [story(101, hour)]);
  const { env } = createFolder(site.url, ["guncel"]);
  const polls = tellal(["start"], { ...env, ROLES: "poll" });
  await expect.poll(() => loggedAt(polls.seen(), "a story was recorded"), { timeout: 30_000 }).toBeDefined();
  await sleep(1_500);
  polls.child.kill("SIGTERM");
  expect(await polls.ended).toMatchObject({ code: 0, out: "" });
  const sends = tellal(["start"], { ...env, ROLES: "deliver" });
  await expect.poll(() => count(sends.seen(), 101), { timeout: 30_000 }).toBe(1);
  sends.child.kill("SIGTERM");
  expect((await sends.ended).code).toBe(0);
  await site.close();
});

test("a role that there is not is named with those that there are", async () => {
  const { env } = createFolder("http://127.0.0.1:1", ["guncel"]);
  const { code, err } = await run(["start"], { ...env, ROLES: "poll,send" });
  expect(code).toBe(2);
  expect(err).toContain("ROLES");
  expect(err).toContain("a list of poll, deliver, listen, web");
});

test.runIf(isOnServer)(
  "a story that one process records is sent by another; start and once run beside each other",
  async () => {
    const site = await createAaSite();
    site.show("guncel", [story(101, hour)]);
    const { env } = createFolder(site.url, ["guncel"], "", ["console"], "1s");
    const sends = tellal(["start"], { ...env, ROLES: "deliver" });
    await expect.poll(() => loggedAt(sends.seen(), "tellal started"), { timeout: 30_000 }).toBeDefined();
    const polls = tellal(["start"], { ...env, ROLES: "poll" });
    await expect.poll(() => count(sends.seen(), 101), { timeout: 30_000 }).toBe(1);
    const lags: number[] = [];
    for (const id of [102, 103, 104, 105]) {
      site.show("guncel", [story(id, 0)]);
      const delivered = () => loggedAt(sends.seen(), "delivered", `aa:${id}`);
      await expect.poll(delivered, { timeout: 30_000 }).toBeDefined();
      expect(count(sends.seen(), id)).toBe(1);
      const recorded = loggedAt(polls.seen(), "a story was recorded", `aa:${id}`) ?? NaN;
      lags.push((delivered() ?? NaN) - recorded);
    }
    console.log(`recorded by one process, sent by another after ${lags.join(", ")} ms`);
    expect((await run(["once"], env)).code).toBe(0);
    for (const { child } of [sends, polls]) child.kill("SIGTERM");
    expect((await sends.ended).code).toBe(0);
    expect(await polls.ended).toMatchObject({ code: 0, out: "" });
    await site.close();
  },
);
