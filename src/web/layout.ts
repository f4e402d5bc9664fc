import type { Say, Tongue } from "../core/message/words.js";
import { bare, html, type Html } from "./html.js";
import type { Alternate } from "./visit.js";

/** What stands around a page. */
export interface Frame {
  language: Tongue;
  say: Say;
  title: string;
  /** The path that was asked for, with its query: where a change of language leads back to. */
  path: string;
  body: Html;
  feeds: readonly Alternate[];
  /** The address of the style sheet, which changes with it. */
  style: string;
  version: string;
  /** Whether there is somebody to let out; null for a stranger, to whom no other page is offered. */
  signedIn: boolean | null;
}

/** The pages, in the order of the menu, by the first part of their path. */
const sections = ["archive", "people", "decisions", "charts", "status", "keywords"] as const;

/** A whole page. */
export function layout({ language, say, title, path, body, feeds, style, version, signedIn }: Frame): string {
  const [, first = ""] = path.split(/[/?]/u);
  const current = first === "" || first === "story" ? "archive" : first;
  const other = language === "tr" ? "en" : "tr";
  const menu = html`<nav aria-label="${say("web-menu")}">
    <ul>
      ${sections.map(
        (name) =>
          html`<li>
            <a href="${name === "archive" ? "/" : `/${name}`}" ${name === current ? html`aria-current="page"` : null}
              >${say(`web-${name}`)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${bare(title === "" ? "Tellal" : `${title} · Tellal`)}</title>
        <link rel="stylesheet" href="${style}" />
        <link rel="icon" type="image/svg+xml" href="/icon.svg" />
        ${feeds.map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}" /> `)}
      </head>
      <body>
        <a class="skip" href="#content">${say("web-skip")}</a>
        <header>
          <p class="mark"><a href="/">Tellal</a></p>
          ${signedIn === null ? null : menu}
        </header>
        <main id="content" tabindex="-1">${body}</main>
        <footer>
          <form method="post" action="/language">
            <input type="hidden" name="to" value="${path}" />
            <button name="language" value="${other}" lang="${other}">${other === "tr" ? "Türkçe" : "English"}</button>
          </form>
          ${
            signedIn === true
              ? html`<form method="post" action="/leave"><button>${say("web-leave")}</button></form>`
              : null
          }
          <p>${say("web-foot")}</p>
          <p>Tellal ${version}</p>
        </footer>
      </body>
    </html>`.html.trimStart();
}
