import { timeText } from "../core/message/dates.js";
import type { StoryView } from "../core/message/view.js";
import { html, type Html } from "./html.js";
import { choice, pager, storyPath } from "./pieces.js";
import { idsOf, type Page, type Visit, type WebStore } from "./visit.js";

const perPage = 20;

/** What was decided, by month and story, the newest first. */
export async function decisionsPage(visit: Visit, store: WebStore): Promise<Page> {
  const { say, query, language } = visit;
  const chosen = visit.topics.find(({ id }) => id === query("topic"));
  const topics = chosen === undefined ? idsOf(visit.topics) : [chosen.id];
  const skip = Math.max(0, Number.parseInt(query("skip"), 10) || 0);
  const found = topics.length === 0 ? [] : await store.decided({ topics, since: 0, skip, count: perPage + 1 });
  const months = byMonth(found.slice(0, perPage), visit);
  const at = (from: number) => {
    const given = {
      ...(chosen === undefined ? {} : { topic: chosen.id }),
      ...(from === 0 ? {} : { skip: String(from) }),
    };
    return `/decisions?${new URLSearchParams(given).toString()}`;
  };
  const pages: Parameters<typeof pager>[0] = [
    ...(skip === 0 ? [] : [{ href: at(Math.max(0, skip - perPage)), label: say("page-newer"), rel: "prev" as const }]),
    ...(found.length > perPage ? [{ href: at(skip + perPage), label: say("page-older"), rel: "next" as const }] : []),
  ];
  const body = html`<h1>${say("web-decisions")}</h1>
    <search>
      <form method="get" action="/decisions" class="inline">
        <label for="topic">${say("web-topic")}</label>
        <select id="topic" name="topic">
          ${choice("", say("web-any"), chosen?.id ?? "")}
          ${visit.topics.map(({ id, name }) => choice(id, name[language], chosen?.id ?? ""))}
        </select>
        <button>${say("web-show")}</button>
      </form>
    </search>
    ${months.length === 0 ? html`<p class="none" role="status">${say("web-decisions-none")}</p>` : null}
    ${months.map(
      ({ name, stories }) =>
        html`<section>
          <h2>${name}</h2>
          <ol class="timeline">
            ${stories.map((view) => entry(view, visit))}
          </ol>
        </section>`,
    )}
    ${pager(pages, visit)}`;
  return { kind: "page", title: say("web-decisions"), body };
}

function byMonth(views: readonly StoryView[], { language, say }: Visit): { name: string; stories: StoryView[] }[] {
  const format = new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-GB", {
    timeZone: "Europe/Istanbul",
    month: "long",
    year: "numeric",
  });
  const months: { name: string; stories: StoryView[] }[] = [];
  for (const view of views) {
    const name = view.published === null ? say("web-undated") : format.format(view.published);
    const last = months.at(-1);
    if (last?.name === name) last.stories.push(view);
    else months.push({ name, stories: [view] });
  }
  return months;
}

function entry({ id, brief, language: written, published }: StoryView, { language, say }: Visit): Html {
  return html`<li>
    ${published === null ? null : html`<p class="kicker"><time datetime="${new Date(published).toISOString()}">${timeText(published, language, say)}</time></p>`}
    <h3 lang="${written}"><a href="${storyPath(id)}">${brief.title}</a></h3>
    <ul lang="${written}">
      ${brief.decisions.map(
        ({ kind, text }) =>
          html`<li><span class="tag" lang="${language}">${say(`decision-${kind}`)}</span> ${text}</li>`,
      )}
    </ul>
  </li>`;
}
