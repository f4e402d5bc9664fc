import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Express, Request, Response } from "express";
import { exported } from "../core/export-rows.js";
import { filterOf, readAsked } from "./archive-query.js";
import { calendarText } from "./calendar.js";
import { exportText } from "./export.js";
import { atomText, jsonFeedText, type Syndicated } from "./syndication.js";
import { idsOf, type Visit, type WebStore } from "./visit.js";

interface DownloadParts {
  store: WebStore;
  /** Null for a stranger, who was answered. */
  enter: (request: Request, response: Response) => Promise<Visit | null>;
  /** Answers that there is nothing of that name. */
  missing: (request: Request, response: Response) => void;
  /** Where browsers find us, without a slash at the end. */
  baseOf: (request: Request) => string;
}

const mostEntries = 50;
const mostEvents = 300;

const forms: Record<string, { type: string; count: number; text: (feed: Syndicated) => string }> = {
  "feeds.atom": { type: "application/atom+xml; charset=utf-8", count: mostEntries, text: atomText },
  "feeds.json": { type: "application/feed+json; charset=utf-8", count: mostEntries, text: jsonFeedText },
  "calendar.ics": { type: "text/calendar; charset=utf-8", count: mostEvents, text: calendarText },
};

/** What programs read: `/feeds/<topic>.atom`, `/feeds/<topic>.json`, `/calendar/<topic>.ics` (or `all`), `/export/<table>.csv`. */
export function addDownloads(site: Express, { store, enter, missing, baseOf }: DownloadParts): void {
  site.get(["/feeds/:name", "/calendar/:name"], async (request, response) => {
    const visit = await enter(request, response);
    if (visit === null) return;
    const [, folder = "", name = "", ending = ""] = /^\/(\w+)\/(.+)\.(\w+)$/u.exec(decodePath(request.path)) ?? [];
    const form = forms[`${folder}.${ending}`];
    const topic = visit.topics.find(({ id }) => id === name);
    if (form === undefined || (topic === undefined && name !== "all")) return missing(request, response);
    const topics = topic === undefined ? idsOf(visit.topics) : [topic.id];
    const filter = { topics, kind: null, country: null, person: null, from: null, to: null };
    const { views } = await store.archive.page(filter, { behind: null, count: form.count });
    const { language, words } = visit;
    const title = topic === undefined ? "Tellal" : `Tellal · ${topic.name[language]}`;
    const base = baseOf(request);
    const feed = { title, self: base + request.path, base, views, language, words };
    response.set("content-type", form.type).send(form.text(feed));
  });

  site.get("/export/:name", async (request, response) => {
    const visit = await enter(request, response);
    if (visit === null) return;
    const [, table = "", ending = ""] = /^(\w+)\.(csv|json)$/u.exec(request.params.name) ?? [];
    const what = exported.find((one) => one === table);
    if (what === undefined) return missing(request, response);
    const format = ending === "csv" ? "csv" : "json";
    const asked = readAsked(visit);
    const [person] = asked.person === "" ? [] : await store.companions.named(asked.person, idsOf(visit.topics), 1);
    const filter = filterOf(asked, person?.id ?? (asked.person === "" ? null : asked.person), visit);
    response.set("content-type", format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8");
    response.attachment(`tellal-${what}.${format}`);
    const text = exportText(store, { what, format, filter });
    // Who went away in the middle has seen enough.
    await pipeline(Readable.from(text), response).catch(() => response.destroy());
  });
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "";
  }
}
