import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { createMetrics } from "../../src/web/metrics.js";
import { createPing } from "../../src/web/ping.js";
import { item } from "../app/rig.js";
import { hour, minute, openStore, start } from "../store/open.js";
import { openSite, token } from "./open-site.js";

test("healthz and readyz answer whoever asks, metrics only who has the token", async () => {
  const { get, pulse, time } = await openSite({ open: false });
  pulse.at = time.now;
  expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
  const ready = await get("/readyz");
  expect([ready.status, JSON.parse(ready.text)]).toEqual([
    200,
    {
      ready: true,
      checks: [
        { name: "database", why: null },
        { name: "schedule", why: null },
        { name: "lanes", why: null },
      ],
    },
  ]);
  expect((await get("/metrics")).status).toBe(401);
  expect((await get("/metrics", { authorization: `Bearer ${token}` })).status).toBe(200);
});

type Site = Awaited<ReturnType<typeof openSite>>;

test.each<[string, (site: Site) => Promise<unknown> | void, string, string]>([
  ["never moved", ({ pulse }) => void (pulse.at = null), "schedule", "the schedule stands still"],
  ["stood still", ({ time }) => void (time.now += 2 * minute), "schedule", "the schedule stands still"],
  [
    "does not poll",
    ({ time, pulse }) => {
      time.now += hour;
      pulse.at = time.now;
    },
    "schedule",
    "2 feeds are overdue",
  ],
  [
    "does not send",
    async ({ world, process, time, pulse }) => {
      world.show("guncel", [item(1, "Kızılay haberi")]);
      await process.poll(time.now);
      await process.readAll(time.now);
      await process.db
        .updateTable("feeds")
        .set({ due: start * 2 })
        .execute();
      time.now += hour;
      pulse.at = time.now;
    },
    "lanes",
    "1 lanes send nothing of what is due",
  ],
  ["has lost its database", ({ process }) => process.kill(), "database", "it cannot be read"],
])("a Tellal that %s is not ready", async (_name, spoil, name, why) => {
  const site = await openSite();
  site.pulse.at = site.time.now;
  await spoil(site);
  const { status, text } = await site.get("/readyz");
  expect(status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ ready: false, checks: expect.arrayContaining([{ name, why }]) });
  expect((await site.get("/healthz")).status).toBe(200);
});

test("what happens is counted: polls, items, matches, ways, deliveries, pauses, gaps", async () => {
  const { world, process, time, get } = await openSite();
  const published = start - 4 * minute;
  world.show("guncel", [item(1, "Kızılay ve TDT haberi", { published }), item(2, "Başka bir haber", { published })]);
  world.answer("dunya", { kind: "failed", why: "no answer" });
  world.outcomes.push({ kind: "later", at: start + minute, why: "a pause", slower: true });
  await process.all(start);
  time.now = start + 2 * minute;
  world.show("guncel", [item(9, "Yepyeni", { published })]);
  await process.all(time.now);
  const { text } = await get("/metrics");
  const value = (line: string) =>
    text
      .split("\n")
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length + 1);
  expect(value('tellal_polls_total{feed="guncel",outcome="read"}')).toBe("2");
  expect(value('tellal_polls_total{feed="dunya",outcome="failed"}')).toBe("2");
  expect(value('tellal_items_total{change="new"}')).toBe("3");
  expect(value('tellal_stories_total{change="new"}')).toBe("1");
  expect(value('tellal_matches_total{topic="kizilay"}')).toBe("1");
  expect(value('tellal_matches_total{topic="tdt"}')).toBe("1");
  expect(value('tellal_gaps_total{feed="guncel"}')).toBe("1");
  expect(value('tellal_rate_limited_total{platform="console"}')).toBe("1");
  expect(value('tellal_deliveries_total{platform="console",outcome="later"}')).toBe("1");
  expect(value('tellal_deliveries_total{platform="console",outcome="sent"}')).toBe("1");
  expect(value("tellal_publication_to_post_seconds_count")).toBe("1");
  expect(value("tellal_publication_to_post_seconds_sum")).toBe("360");
  expect(value("tellal_brief_seconds_count")).toBe("1");
  expect(value('tellal_feed_failures{feed="dunya"}')).toBe("2");
  expect(value("tellal_outbox_waiting")).toBe("0");
});

test("a chat's own topic is counted without its name", async () => {
  const { world, process, get } = await openSite();
  const owner = await process.store.chats.ensure("telegram:8", "tr", start);
  await process.db.updateTable("topics").set({ owner }).where("id", "=", "tdt").execute();
  world.show("guncel", [item(1, "TDT haberi")]);
  await process.all(start);
  const { text } = await get("/metrics");
  expect(text).toContain('tellal_matches_total{topic="own"} 1');
  expect(text).not.toContain('topic="tdt"');
});

test("dashboard and alert rules name only metrics that there are", async () => {
  const { store } = await openStore();
  const metrics = createMetrics({ store, clock: () => start });
  metrics.watchProcess();
  const text = await metrics.text();
  const known = new Set(
    [...text.matchAll(/^# TYPE (\S+) (\w+)/gmu)].flatMap(([, name = "", type]) =>
      type === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
  const read = (name: string) => readFileSync(new URL(`../../docs/ops/${name}`, import.meta.url), "utf8");
  const dashboard = JSON.parse(read("grafana.json")) as { panels: { targets: { expr: string }[] }[] };
  const rules = parse(read("alerts.yaml")) as {
    groups: { rules: { alert: string; expr: string; annotations: { cure?: string } }[] }[];
  };
  const panels = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const alerts = rules.groups.flatMap((group) => group.rules);
  expect(panels.length).toBeGreaterThan(10);
  for (const expr of [...panels, ...alerts.map((alert) => alert.expr)]) {
    const named = [...expr.replaceAll(/\{[^}]*\}/gu, "").matchAll(/\b(?:tellal|process|nodejs)_\w+/gu)].map(
      ([name]) => name,
    );
    expect([expr, named.filter((name) => !known.has(name))]).toEqual([expr, []]);
  }
  expect(alerts.filter(({ annotations }) => annotations.cure === undefined)).toEqual([]);
  // Every metric of ours is looked at somewhere.
  const shown = [...panels, ...alerts.map((alert) => alert.expr)].join(" ");
  const unused = [...text.matchAll(/^# TYPE (tellal_\S+)/gmu)]
    .map(([, name = ""]) => name)
    .filter((name) => !shown.includes(name));
  expect(unused).toEqual(["tellal_pages_total"]);
});

test("a sign of life goes out once a minute, and one that is not taken is told once", async () => {
  let calls = 0;
  const statuses = [200, 500, 500, 200, 500];
  const server = createServer((_request, response) => response.writeHead(statuses[calls++] ?? 200).end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
  const told: object[] = [];
  const ping = createPing({ url, fetch, log: { warn: (facts) => void told.push(facts) } });
  for (const at of [0, 1, 59_999, 60_000, 120_000, 180_000, 240_000]) await ping(start + at);
  expect([calls, told]).toEqual([5, [{ why: "it answers 500" }, { why: "it answers 500" }]]);
  await createPing({ url: null, fetch, log: { warn: (facts) => void told.push(facts) } })(start);
  await createPing({ url: "http://127.0.0.1:1/", fetch, log: { warn: (facts) => void told.push(facts) } })(start);
  expect([calls, told.length]).toEqual([5, 3]);
});
