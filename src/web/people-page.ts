import { countryText, tellsCountry } from "../core/message/countries.js";
import { timeText } from "../core/message/dates.js";
import { titleText } from "../core/message/people.js";
import { mostCounted, type Met } from "../store/companions.js";
import type { Attended } from "../store/people.js";
import { html, type Html } from "./html.js";
import { choice, pager, storyPath } from "./pieces.js";
import { idsOf, nothing, type Page, type Visit, type WebStore } from "./visit.js";

const day = 24 * 60 * 60_000;
const spans = [30, 90, 365] as const;
const mostPeople = 100;
const mostCompanions = 30;
const perPage = 20;

/** Who was met lately, or who bears a name. */
export async function peoplePage(visit: Visit, store: WebStore): Promise<Page> {
  const { say, query, now, topics } = visit;
  const ids = idsOf(topics);
  const name = query("name");
  const days = spans.find((span) => String(span) === query("days")) ?? 90;
  const found = name === "" ? [] : await store.companions.named(name, ids, mostPeople);
  const met = name === "" ? await store.companions.met(ids, now - days * day, mostPeople) : [];
  const list =
    name === ""
      ? metList(met, visit)
      : html`<ul class="rows">
          ${found.slice(0, mostPeople).map(
            (one) =>
              html`<li>
                <a href="${personPath(one.id)}">${one.name}</a>
                <span class="count">${one.meetings >= mostCounted ? `${mostCounted}+` : one.meetings}</span>
              </li>`,
          )}
        </ul>`;
  const empty = found.length + met.length === 0;
  const none = name === "" ? say("web-people-none") : say("who-none", { name });
  const body = html`<h1>${say("web-people")}</h1>
    <search>
      <form method="get" action="/people">
        <p class="ask">
          <label for="name">${say("web-name")}</label>
          <input id="name" name="name" type="search" value="${name}" maxlength="100" />
          <button>${say("web-search")}</button>
        </p>
      </form>
      <form method="get" action="/people" class="inline">
        <label for="days">${say("web-met-since")}</label>
        <select id="days" name="days">
          ${spans.map((span) => choice(String(span), say("web-days", { days: span }), String(days)))}
        </select>
        <button>${say("web-show")}</button>
      </form>
    </search>
    ${empty ? html`<p class="none" role="status">${none}</p>` : list}`;
  return { kind: "page", title: say("web-people"), body };
}

function personPath(id: string): string {
  return `/people/${encodeURIComponent(id)}`;
}

function metList(met: readonly Met[], { say, language }: Visit): Html {
  return html`<ul class="rows">
    ${met.map(
      ({ id, name, meetings, last, title, country }) =>
        html`<li>
          <p>
            <a href="${personPath(id)}">${name}</a>
            <span class="count">${say("web-meetings", { count: meetings })}</span>
          </p>
          <p class="facts">
            ${[title ?? "", countryBeside(title ?? "", country, language), timeText(last, language, say)]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
        </li>`,
    )}
  </ul>`;
}

function countryBeside(title: string, country: string | null, language: Visit["language"]): string {
  return country === null || tellsCountry(title, country) ? "" : countryText(country, language);
}

/** One person: whom they met, and where. */
export async function personPage(visit: Visit, store: WebStore): Promise<Page> {
  const { say, param: id, query, topics } = visit;
  const ids = idsOf(topics);
  const name = await store.companions.name(id, ids);
  if (name === null) return nothing;
  const skip = Math.max(0, Number.parseInt(query("skip"), 10) || 0);
  const meetings = await store.people.meetings(id, { topics: ids, skip, count: perPage + 1 });
  const shown = meetings.slice(0, perPage);
  const companions = await store.companions.of(id, ids, mostCompanions);
  const at = (from: number) => (from === 0 ? personPath(id) : `${personPath(id)}?skip=${from}`);
  const pages: Parameters<typeof pager>[0] = [
    ...(skip === 0 ? [] : [{ href: at(Math.max(0, skip - perPage)), label: say("page-newer"), rel: "prev" as const }]),
    ...(meetings.length > perPage
      ? [{ href: at(skip + perPage), label: say("page-older"), rel: "next" as const }]
      : []),
  ];
  const body = html`<p class="kicker"><a href="/people">${say("web-people")}</a></p>
    <h1>${name}</h1>
    <section>
      <h2>${say("web-their-meetings")}</h2>
      <ul class="rows">
        ${shown.map((one) => meeting(one, visit))}
      </ul>
      ${pager(pages, visit)}
    </section>
    <section>
      <h2>${say("web-companions")}</h2>
      ${companions.length === 0 ? html`<p>${say("web-companions-none")}</p>` : metList(companions, visit)}
    </section>`;
  return { kind: "page", title: name, body };
}

function meeting({ view, attendee }: Attended, { language, say }: Visit): Html {
  const time = view.published ?? view.updated;
  const { title } = titleText(attendee, view.brief, language);
  return html`<li>
    <p><a href="${storyPath(view.id)}" lang="${view.language}">${view.brief.title}</a></p>
    <p class="facts">
      ${[time === null ? "" : timeText(time, language, say), say(`kind-${view.brief.kind}`), title]
        .filter((part) => part !== "")
        .join(" · ")}
    </p>
  </li>`;
}
