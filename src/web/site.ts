import { createHash } from "node:crypto";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { Say, Tongue, Words } from "../core/message/words.js";
import { cookieOf, sessionCookie, type Access } from "./access.js";
import { archivePage } from "./archive-page.js";
import { chartsPage } from "./charts-page.js";
import { decisionsPage } from "./decisions-page.js";
import { addHealth, type Pulse } from "./health.js";
import { addDownloads } from "./downloads.js";
import { html, type Html } from "./html.js";
import { keywordsPage } from "./keywords-page.js";
import { layout } from "./layout.js";
import type { Metrics } from "./metrics.js";
import { peoplePage, personPage } from "./people-page.js";
import { signInPage, ticketPage } from "./sign-in.js";
import { statusPage } from "./status-page.js";
import { storyPage } from "./story-page.js";
import type { Page, Role, Visit, WebStore } from "./visit.js";

export interface SiteParts {
  store: WebStore;
  words: Words;
  access: Access;
  clock: () => number;
  /** The text of the style sheet. */
  css: string;
  version: string;
  metrics: Pick<Metrics, "text" | "type">;
  pulse: Pulse;
  log: { error(facts: object, text: string): void };
}

const languageCookie = "language";
const year = 365 * 24 * 60 * 60_000;
/** A square with a letter, for the browser's tab. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9c1c1c"/>
<path d="M8 9h16v4h-6v12h-4V13H8z" fill="#fff"/></svg>`;

/** The web page: reads from the store, and writes nothing but the tickets that were used. */
export function createSite({ store, words, access, clock, css, version, metrics, pulse, log }: SiteParts): Express {
  const site = express();
  const style = `/style.css?${createHash("sha256").update(css).digest("hex").slice(0, 12)}`;
  site.disable("x-powered-by");
  // Else an error in our own answer to an error would show where in the program it happened.
  site.set("env", "production");
  site.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: access.secure,
      referrerPolicy: { policy: "same-origin" },
    }),
  );
  addHealth(site, { store, access, metrics, pulse, clock });
  site.get("/style.css", (_request, response) => {
    response.set("cache-control", "public, max-age=31536000, immutable").type("css").send(css);
  });
  site.get("/icon.svg", (_request, response) => {
    response.set("cache-control", "public, max-age=86400").type("svg").send(icon);
  });
  site.use((_request, response, next) => {
    response.set("cache-control", "private, no-cache").set("vary", "cookie, accept-language");
    next();
  });

  site.get("/enter", (request, response) => {
    const { language, say } = tongueOf(request);
    const ticket = queryOf(request)("ticket");
    const body =
      ticket === ""
        ? signInPage(say, { byToken: access.byToken, wrong: false, to: "/" })
        : ticketPage(say, access.isTicket(ticket, clock()) ? ticket : null);
    send(request, response, { status: 200, language, title: say("web-enter"), body, role: null, path: "/" });
  });
  site.use(ownForms, express.urlencoded({ extended: false, limit: "8kb" }));
  site.post("/enter", async (request, response) => {
    const { language, say } = tongueOf(request);
    const { ticket, token, to } = fieldsOf(request);
    const session = ticket === "" ? access.useToken(token, clock()) : await access.useTicket(ticket, clock());
    if (session !== null) {
      const kept = { httpOnly: true, sameSite: "lax", secure: access.secure, path: "/" } as const;
      response.cookie(sessionCookie, session, { ...kept, maxAge: 7 * 24 * 60 * 60_000 });
      return response.redirect(303, ownPath(to));
    }
    const body =
      ticket === ""
        ? signInPage(say, { byToken: access.byToken, wrong: true, to: ownPath(to) })
        : ticketPage(say, null);
    return send(request, response, { status: 403, language, title: say("web-enter"), body, role: null, path: "/" });
  });
  site.post("/leave", (_request, response) => {
    response.clearCookie(sessionCookie, { path: "/" }).redirect(303, "/");
  });
  site.post("/language", (request, response) => {
    const { language, to } = fieldsOf(request);
    const kept = { httpOnly: true, sameSite: "lax", secure: access.secure, path: "/", maxAge: year } as const;
    response.cookie(languageCookie, language === "en" ? "en" : "tr", kept).redirect(303, ownPath(to));
  });

  const pages: [path: string, page: (visit: Visit) => Promise<Page>][] = [
    ["/", (visit) => archivePage(visit, store)],
    ["/story/:param", (visit) => storyPage(visit, store)],
    ["/people", (visit) => peoplePage(visit, store)],
    ["/people/:param", (visit) => personPage(visit, store)],
    ["/decisions", (visit) => decisionsPage(visit, store)],
    ["/charts", (visit) => chartsPage(visit, store)],
    ["/status", (visit) => statusPage(visit, store, version)],
    ["/keywords", (visit) => keywordsPage(visit, store)],
  ];
  for (const [path, page] of pages) {
    site.get(path, async (request, response) => {
      const role = access.roleOf(request.headers, clock());
      if (role === null) return refuse(request, response);
      const visit = await visitOf(request, role);
      const shown = await page(visit);
      const { language, say } = visit;
      if (shown.kind === "none") return missing(request, response, role);
      const { title, body, feeds } = shown;
      return send(request, response, { status: 200, language, title, body, role, feeds, say });
    });
  }

  addDownloads(site, {
    store,
    async enter(request, response) {
      const role = access.roleOf(request.headers, clock());
      if (role !== null) return visitOf(request, role);
      // Programs that read feeds and calendars ask for a name and a password when they are told to.
      response.set("www-authenticate", 'Basic realm="Tellal", charset="UTF-8"');
      refuse(request, response);
      return null;
    },
    missing: (request, response) => missing(request, response, "reader"),
    baseOf: (request) => access.base ?? `${request.protocol}://${request.headers.host ?? ""}`,
  });

  site.use((request, response) => {
    const role = access.roleOf(request.headers, clock());
    return role === null ? refuse(request, response) : missing(request, response, role);
  });
  site.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) {
      log.error({ path: request.path, fault: error instanceof Error ? error.stack : String(error) }, "a page failed");
    }
    const { language, say } = tongueOf(request);
    const body = html`<h1>${say("web-failed")}</h1>
      <p>${say("failed")}</p>`;
    return send(request, response, { status, language, title: say("web-failed"), body, role: null });
  });
  return site;

  function tongueOf(request: Request): { language: Tongue; say: Say } {
    const chosen = cookieOf(request.headers, languageCookie);
    const wanted = chosen ?? (request.acceptsLanguages(["tr", "en"]) || "tr");
    const language = wanted === "en" ? "en" : "tr";
    return { language, say: words(language) };
  }

  async function visitOf(request: Request, role: Role): Promise<Visit> {
    const { param } = request.params;
    const topics = (await store.topics.list()).filter(({ owner }) => owner === null);
    const query = queryOf(request);
    const value = typeof param === "string" ? param : "";
    return { ...tongueOf(request), words, now: clock(), role, topics, query, param: value };
  }

  function refuse(request: Request, response: Response): void {
    const { language, say } = tongueOf(request);
    const body = signInPage(say, { byToken: access.byToken, wrong: false, to: request.originalUrl });
    send(request, response, { status: 401, language, title: say("web-closed"), body, role: null });
  }

  function missing(request: Request, response: Response, role: Role): void {
    const { language, say } = tongueOf(request);
    const body = html`<h1>${say("web-missing")}</h1>
      <p>${say("web-missing-how")}</p>`;
    send(request, response, { status: 404, language, title: say("web-missing"), body, role });
  }

  function send(request: Request, response: Response, answer: Answer): void {
    const { status, language, title, body, role, feeds = [], path = request.originalUrl } = answer;
    const signedIn = role === null ? null : !access.open;
    const say = words(language);
    const page = layout({ language, say, title, path, body, feeds, style, version, signedIn });
    response.status(status).type("html").send(page);
  }
}

interface Answer {
  status: number;
  language: Tongue;
  title: string;
  body: Html;
  role: Role | null;
  feeds?: Extract<Page, { kind: "page" }>["feeds"];
  path?: string;
  say?: Say;
}

/** Another site's page must not press our buttons. Browsers say where a form comes from. */
function ownForms(request: Request, response: Response, next: NextFunction): void {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const site = request.headers["sec-fetch-site"];
  const { origin } = request.headers;
  // A proxy may have changed our own name, so the browser's word counts more than a comparison with it.
  const own = site ?? (origin === undefined || originHost(origin) === request.headers.host ? "same-origin" : "");
  if (own === "same-origin" || own === "none") return next();
  response.status(403).type("text").send("This form was sent from another site.\n");
}

function originHost(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : "";
}

function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

/** Where a form leads back to: a path of ours, never another site. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/u.test(to) && !to.startsWith("/enter") ? to : "/";
}

function queryOf(request: Request): (name: string) => string {
  return (name) => {
    const value = request.query[name];
    return typeof value === "string" ? value.trim().slice(0, 300) : "";
  };
}

function fieldsOf(request: Request): Record<"ticket" | "token" | "to" | "language", string> {
  const body: unknown = request.body;
  const field = (name: string) => {
    const value = typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : "";
    return typeof value === "string" ? value : "";
  };
  return { ticket: field("ticket"), token: field("token"), to: field("to"), language: field("language") };
}
