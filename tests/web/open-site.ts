import { onTestFinished } from "vitest";
import { loadStyle } from "../../src/config.js";
import type { Brief } from "../../src/core/brief/schema.js";
import type { Article } from "../../src/core/story.js";
import { createAccess } from "../../src/web/access.js";
import { openDoors } from "../../src/web/doors.js";
import type { Pulse } from "../../src/web/health.js";
import { createSearch } from "../../src/store/search.js";
import { createSite } from "../../src/web/site.js";
import { briefOf } from "../app/plain-engine.js";
import { rig } from "../app/rig.js";
import { words } from "../core/message/locales.js";
import { start } from "../store/open.js";

export const token = "a-token-of-sixteen-and-more";

/** An aid story by its title, countries that stand as `#AZ` (the first is the place), days that stand as `Gün: 2025-11-18/2025-11-19`. */
function placedBrief(article: Article): Brief {
  const brief = briefOf(article);
  const [place, ...others] = [...brief.text.matchAll(/#([A-Z]{2})/gu)].map(([, code = ""]) => code);
  const [, from, to] = /Gün: ([\d-]+)\/([\d-]+)/u.exec(brief.text) ?? [];
  return {
    ...brief,
    date: from === undefined || to === undefined ? null : { from, to, basis: "text", start: 0, end: 0 },
    kind: article.title.includes("yardım") ? "aid" : "meeting",
    place: place === undefined ? null : { city: null, country: place, start: 0, end: 0 },
    attendees: brief.attendees.map((one, at) => ({ ...one, country: others[at] ?? null })),
  };
}

/** The web page over a store that a test fills; `open` asks no one in, as on loopback. */
export async function openSite({
  open = true,
  url = null,
  limits,
}: { open?: boolean; url?: string | null; limits?: Parameters<typeof createSearch>[1] } = {}) {
  const { world, process } = await rig({ brief: placedBrief, counts: true });
  const time = { now: start };
  const access = createAccess({
    host: "127.0.0.1",
    url,
    token: open ? null : token,
    key: "key",
    spend: process.store.tickets.spend,
  });
  const pulse: Pulse = { at: null };
  const site = createSite({
    store: { ...process.store, search: createSearch(process.database, limits) },
    words,
    access,
    clock: () => time.now,
    css: loadStyle(),
    version: "0.0.0",
    metrics: process.metrics,
    pulse,
    log: process.log,
  });
  const doors = await openDoors({ host: "127.0.0.1", port: 0, routes: new Map(), otherwise: site });
  onTestFinished(() => doors.close());
  const base = `http://127.0.0.1:${doors.port}`;

  /** What a path answers; redirects are not followed. */
  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(base + path, { redirect: "manual", headers: { "accept-language": "tr", ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields);
    const response = await fetch(base + path, { method: "POST", redirect: "manual", body, headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  return { world, process, access, pulse, time, base, get, post };
}

/** The headlines of a list of stories. */
export function titles(html: string): string[] {
  return [...html.matchAll(/<h2 lang="\w+">\s*<a href="[^"]*">([^<]*)<\/a>/gu)].map(([, title = ""]) => title);
}
