import type { Express } from "express";
import type { Store } from "../store/store.js";
import type { Access } from "./access.js";
import type { Metrics } from "./metrics.js";

/** When the schedule moved last. */
export interface Pulse {
  at: number | null;
}

interface HealthParts {
  store: Pick<Store, "feeds" | "watched">;
  access: Access;
  metrics: Pick<Metrics, "text" | "type">;
  pulse: Pulse;
  clock: () => number;
}

const minute = 60_000;
/** Four missed marks of the running program are a standstill. */
const stillAfter = minute;
/** A feed that is due for so long is not polled any more. */
const overdueAfter = 10 * minute;
/** What is due for so long and not sent has a reason. */
const lateAfter = 30 * minute;

/** `/healthz`: the process answers. `/readyz`: it does its work. `/metrics`: for Prometheus, with the token where there is one. */
export function addHealth(site: Express, { store, access, metrics, pulse, clock }: HealthParts): void {
  site.get("/healthz", (_request, response) => {
    response.set("cache-control", "no-store").type("text").send("ok\n");
  });

  site.get("/readyz", async (_request, response) => {
    const checks = await readiness({ store, pulse }, clock());
    const ready = checks.every(({ why }) => why === null);
    response
      .status(ready ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ ready, checks });
  });

  site.get("/metrics", async (request, response) => {
    if (access.roleOf(request.headers, clock()) !== "operator") {
      response.set("www-authenticate", 'Bearer realm="Tellal"');
      response.status(401).type("text").send("Send the token of WEB_TOKEN: Authorization: Bearer …\n");
      return;
    }
    response.set({ "cache-control": "no-store", "content-type": metrics.type }).send(await metrics.text());
  });
}

/** What has to be right for the program to do its work; `why` says what is not, null where all is well. */
async function readiness(
  { store, pulse }: Pick<HealthParts, "store" | "pulse">,
  now: number,
): Promise<{ name: string; why: string | null }[]> {
  const schedule = pulse.at === null || now - pulse.at > stillAfter ? "the schedule stands still" : null;
  try {
    const feeds = await store.feeds.list();
    const overdue = feeds.filter(({ due, paused }) => paused === null && now - due > overdueAfter).length;
    const late = (await store.watched.still(now - lateAfter)).length;
    return [
      { name: "database", why: null },
      { name: "schedule", why: schedule ?? (overdue === 0 ? null : `${overdue} feeds are overdue`) },
      { name: "lanes", why: late === 0 ? null : `${late} lanes send nothing of what is due` },
    ];
  } catch {
    return [
      { name: "database", why: "it cannot be read" },
      { name: "schedule", why: schedule },
    ];
  }
}
