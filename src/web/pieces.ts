import { timeText } from "../core/message/dates.js";
import type { Span } from "../core/message/message.js";
import { confidenceFloor, placeText } from "../core/message/posts.js";
import type { StoryView } from "../core/message/view.js";
import { html, type Html } from "./html.js";
import type { Visit } from "./visit.js";

/** The page of a story. */
export function storyPath(id: string): string {
  return `/story/${encodeURIComponent(id)}`;
}

/** A story in a list: topics, kind and time above its title; below what is given, or its lead, and how much there is in it. */
export function storyItem(view: StoryView, { language, say }: Visit, found: Html | null = null): Html {
  const { brief } = view;
  const told = view.published ?? view.updated;
  const names = view.topics.map(({ name }) => name[language]).join(", ");
  const full = brief.confidence >= confidenceFloor;
  const place = !full || brief.place === null ? "" : placeText(brief.place, language);
  const facts = [
    place,
    full && brief.attendees.length > 0 ? say("digest-people", { count: brief.attendees.length }) : "",
    full && brief.decisions.length > 0 ? say("digest-decisions", { count: brief.decisions.length }) : "",
  ].filter((fact) => fact !== "");
  const lead = brief.lead !== null && brief.lead !== brief.title ? html`<p>${brief.lead}</p>` : null;
  return html`<article>
    <p class="kicker">
      <strong>${names}</strong> ·
      ${say(`kind-${brief.kind}`)}${
        told === null
          ? null
          : html` · <time datetime="${new Date(told).toISOString()}">${timeText(told, language, say)}</time>`
      }
    </p>
    <h2 lang="${view.language}"><a href="${storyPath(view.id)}">${brief.title}</a></h2>
    <div lang="${view.language}">${found ?? lead}</div>
    ${facts.length === 0 ? null : html`<p class="facts">${facts.join(" · ")}</p>`}
  </article>`;
}

/** Words around what was found, that marked. */
export function markedText(spans: readonly Span[]): Html {
  return html`${spans.map((span) => (span.type === "bold" ? html`<mark>${span.text}</mark>` : span.text))}`;
}

/** A choice of a form. */
export function choice(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : null}>${label}</option>`;
}

/** Where one may go on reading. */
export function pager(links: readonly { href: string; label: string; rel: "next" | "prev" }[], { say }: Visit): Html {
  if (links.length === 0) return html``;
  return html`<nav class="pager" aria-label="${say("web-pages")}">
    ${links.map(({ href, label, rel }) => html`<a href="${href}" rel="${rel}">${label}</a>`)}
  </nav>`;
}
