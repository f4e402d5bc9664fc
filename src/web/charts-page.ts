import { countryText } from "../core/message/countries.js";
import { spanText } from "../core/message/dates.js";
import { weekly } from "../core/weeks.js";
import { drawBars, drawWeeks, type Bar } from "./chart.js";
import { html, type Html } from "./html.js";
import { idsOf, type Page, type Visit, type WebStore } from "./visit.js";

const weeks = 26;
const week = 7 * 24 * 60 * 60_000;
const minute = 60_000;
const mostCountries = 15;
/** Posts later than each of these are of the next row; what is longer than the last is of a row of its own. */
const steps = [5, 10, 20, 30, 60, 180].map((minutes) => minutes * minute);

/** Stories by week and topic, by kind and country, and how soon they were posted. */
export async function chartsPage(visit: Visit, store: WebStore): Promise<Page> {
  const { say, now, language, topics } = visit;
  const ids = idsOf(topics);
  const since = now - (weeks + 1) * week;
  const told = ids.length === 0 ? [] : await store.told(ids, since);
  const series = topics.map(({ id, name }) => ({
    name: name[language],
    weeks: weekly(
      told.filter(({ topic }) => topic === id).map(({ at }) => at),
      weeks,
      now,
    ),
  }));
  const kinds = (await store.counts.kinds(ids, since)).map(({ name, count }) => ({ name: say(`kind-${name}`), count }));
  const countries = (await store.counts.countries(ids, since, mostCountries)).map(({ name, count }) => ({
    name: countryText(name, language),
    count,
  }));
  const spans = (await store.counts.promptness(ids, since)).map(({ span }) => span);
  const totals = series.map(({ name, weeks: counts }) => ({
    name,
    count: counts.reduce((sum, one) => sum + one.count, 0),
  }));
  const shown = told.length > 0;
  const body = html`<h1>${say("web-charts")}</h1>
    <p>${say("web-charts-span", { weeks })}</p>
    ${shown ? null : html`<p class="none" role="status">${say("stats-none", { weeks })}</p>`}
    ${shown ? await chart(say("web-chart-weeks"), totals, visit, drawWeeks(series, say("web-chart-weeks"), language)) : null}
    ${kinds.length > 0 ? await bars(say("web-chart-kinds"), kinds, visit) : null}
    ${countries.length > 0 ? await bars(say("web-chart-countries"), countries, visit) : null}
    ${spans.length > 0 ? await bars(say("web-chart-spans"), spanBars(spans, visit), visit, medianText(spans, visit)) : null}`;
  return { kind: "page", title: say("web-charts"), body };
}

function bars(title: string, rows: readonly Bar[], visit: Visit, caption?: string): Promise<Html> {
  return chart(title, rows, visit, drawBars(rows, title), caption);
}

/** A drawing, and under it the same in numbers. */
async function chart(
  title: string,
  rows: readonly Bar[],
  { say }: Visit,
  drawing: Promise<Html>,
  caption?: string,
): Promise<Html> {
  return html`<section>
    <h2>${title}</h2>
    <figure>${caption === undefined ? null : html`<figcaption>${caption}</figcaption>`} ${await drawing}</figure>
    <details>
      <summary>${say("web-in-numbers")}</summary>
      <table>
        <tbody>
          ${rows.map(
            ({ name, count }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td class="number">${count}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
}

function spanBars(spans: readonly number[], { say, language }: Visit): Bar[] {
  const rows = steps.map((step, at) => ({
    name: say("web-within", { span: spanText(step, language) }),
    count: spans.filter((span) => span <= step && span > (steps[at - 1] ?? -1)).length,
  }));
  const last = steps.at(-1) ?? 0;
  return [
    ...rows,
    { name: say("web-longer", { span: spanText(last, language) }), count: spans.filter((span) => span > last).length },
  ];
}

function medianText(spans: readonly number[], { say, language }: Visit): string {
  const middle = spans.toSorted((a, b) => a - b).at(spans.length >> 1) ?? 0;
  return say("web-median", { span: spanText(middle, language) });
}
