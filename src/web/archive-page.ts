import { briefKinds } from "../core/brief/schema.js";
import { readQuery, type Query } from "../core/match/search.js";
import { countryText } from "../core/message/countries.js";
import { snippet } from "../core/message/snippet.js";
import type { StoryFilter } from "../store/archive.js";
import type { Person } from "../store/people.js";
import type { SearchHit } from "../store/search.js";
import { archivePath, behindText, filterOf, readAsked, readBehind, type Asked } from "./archive-query.js";
import { html, type Html } from "./html.js";
import { choice, markedText, pager, storyItem } from "./pieces.js";
import { idsOf, type Page, type Visit, type WebStore } from "./visit.js";

const perPage = 20;
/** About three lines. */
const snippetUnits = 240;
/** Nobody turns so many pages of hits. */
const furthest = 400;

interface Shown {
  items: Html[];
  /** Older stories have not been looked at. */
  stopped: boolean;
  pages: Parameters<typeof pager>[0];
}

const nothing: Shown = { items: [], stopped: false, pages: [] };

/** The archive: all stories, the newest first, or those that were asked for. */
export async function archivePage(visit: Visit, store: WebStore): Promise<Page> {
  const { say, language, topics } = visit;
  const asked = readAsked(visit);
  const people = asked.person === "" ? [] : await store.companions.named(asked.person, idsOf(topics), 9);
  const unknown = asked.person !== "" && people.length === 0;
  const { items, stopped, pages } = unknown ? nothing : await stories(asked, people[0]?.id ?? null, visit, store);
  const countries = await store.archive.countries();
  const title = asked.words === "" ? "" : say("search-title", { words: asked.words });
  const feeds = [...topics.map(({ id }) => id), "all"].map((id) => ({
    type: "application/atom+xml",
    href: `/feeds/${encodeURIComponent(id)}.atom`,
  }));
  const body = html`<h1>${say("web-archive")}</h1>
    <search>${form(asked, countries, visit)}</search>
    ${others(people, asked, visit)}
    ${
      items.length === 0
        ? html`<p class="none" role="status">
            ${say(stopped ? "web-stopped" : archivePath(asked) === "/" ? "latest-none" : "web-none")}
          </p>`
        : html`<div class="stories" lang="${language}">${items}</div>`
    }
    ${stopped && items.length > 0 ? html`<p class="note">${say("web-stopped")}</p>` : null} ${pager(pages, visit)}
    ${asked.words === "" ? downloads(asked, visit) : null}`;
  return { kind: "page", title, body, feeds };
}

async function stories(asked: Asked, person: string | null, visit: Visit, store: WebStore): Promise<Shown> {
  const filter = filterOf(asked, person, visit);
  const query = asked.words === "" ? null : readQuery(asked.words);
  if (asked.words !== "") return query === null ? nothing : hitsOf(query, asked, filter, visit, store);
  const behind = readBehind(visit.query("behind"));
  const { views, next } = await store.archive.page(filter, { behind, count: perPage });
  const pages: Shown["pages"] = [
    ...(behind === null ? [] : [{ href: archivePath(asked), label: visit.say("web-newest"), rel: "prev" as const }]),
    ...(next === null
      ? []
      : [
          {
            href: archivePath(asked, { behind: behindText(next) }),
            label: visit.say("page-older"),
            rel: "next" as const,
          },
        ]),
  ];
  return { items: views.map((view) => storyItem(view, visit)), stopped: false, pages };
}

async function hitsOf(query: Query, asked: Asked, filter: StoryFilter, visit: Visit, store: WebStore): Promise<Shown> {
  const { say } = visit;
  const skip = Math.min(furthest, Math.max(0, Number.parseInt(visit.query("skip"), 10) || 0));
  const before = /^\d{1,15}$/u.test(visit.query("before")) ? Number(visit.query("before")) : undefined;
  const found = await store.search.find(query, {
    ...filter,
    skip,
    count: perPage,
    ...(before === undefined ? {} : { before }),
  });
  const start: Record<string, string> = before === undefined ? {} : { before: String(before) };
  const at = (from: number) => archivePath(asked, from === 0 ? start : { ...start, skip: String(from) });
  const pages: Shown["pages"][number][] = [];
  if (skip > 0) pages.push({ href: at(Math.max(0, skip - perPage)), label: say("page-newer"), rel: "prev" });
  else if (before !== undefined) pages.push({ href: archivePath(asked), label: say("web-newest"), rel: "prev" });
  if (found.more && skip + perPage <= furthest) {
    pages.push({ href: at(skip + perPage), label: say("page-older"), rel: "next" });
  } else if (found.stopped !== null) {
    pages.push({ href: archivePath(asked, { before: String(found.stopped) }), label: say("web-further"), rel: "next" });
  }
  return { items: found.hits.map((hit) => hitItem(hit, visit)), stopped: found.stopped !== null, pages };
}

function hitItem({ view, fields, found }: SearchHit, visit: Visit): Html {
  const inBody = found.filter(({ field }) => field === "body");
  // Found in the title alone: its words stand there, the story begins below.
  return storyItem(view, visit, html`<p>${markedText(snippet(fields.body, inBody, snippetUnits))}</p>`);
}

/** The same for spreadsheet programs, feed readers and calendars. */
function downloads(asked: Asked, { say }: Visit): Html {
  const query = archivePath(asked).slice(1);
  const topic = encodeURIComponent(asked.topic === "" ? "all" : asked.topic);
  return html`<p class="note">
    ${say("web-take-along")}
    <a href="/export/stories.csv${query}" download>${say("web-stories-csv")}</a> ·
    <a href="/export/people.csv${query}" download>${say("web-people-csv")}</a> ·
    <a href="/export/decisions.csv${query}" download>${say("web-decisions-csv")}</a> ·
    <a href="/feeds/${topic}.atom">Atom</a> · <a href="/feeds/${topic}.json">JSON Feed</a> ·
    <a href="/calendar/${topic}.ics">${say("web-calendar")}</a>
  </p>`;
}

/** A name may be several people's: the one met most is shown, the others are offered. */
function others([first, ...rest]: readonly Person[], asked: Asked, { say }: Visit): Html | null {
  if (first === undefined || rest.length === 0) return null;
  return html`<p class="note">
    ${say("web-person-shown", { name: first.name })}
    ${rest.slice(0, 8).map(({ name }) => html`<a href="${archivePath({ ...asked, person: name })}">${name}</a> `)}
  </p>`;
}

function form(asked: Asked, countries: readonly string[], { say, language, topics }: Visit): Html {
  const named = countries
    .map((code) => ({ code, name: countryText(code, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
  const narrowed = archivePath({ ...asked, words: "" }) !== "/";
  return html`<form method="get" action="/">
    <p class="ask">
      <label for="q">${say("web-words")}</label>
      <input id="q" name="q" type="search" value="${asked.words}" maxlength="200" enterkeyhint="search" />
      <button>${say("web-search")}</button>
    </p>
    <details ${narrowed ? html`open` : null}>
      <summary>${say("web-narrow")}</summary>
      <div class="fields">
        <p>
          <label for="topic">${say("web-topic")}</label>
          <select id="topic" name="topic">
            ${choice("", say("web-any"), asked.topic)}
            ${topics.map(({ id, name }) => choice(id, name[language], asked.topic))}
          </select>
        </p>
        <p>
          <label for="kind">${say("web-kind")}</label>
          <select id="kind" name="kind">
            ${choice("", say("web-any"), asked.kind)}
            ${briefKinds.map((kind) => choice(kind, say(`kind-${kind}`), asked.kind))}
          </select>
        </p>
        <p>
          <label for="country">${say("web-country")}</label>
          <select id="country" name="country">
            ${choice("", say("web-any"), asked.country)}
            ${named.map(({ code, name }) => choice(code, name, asked.country))}
          </select>
        </p>
        <p>
          <label for="person">${say("web-person")}</label>
          <input id="person" name="person" value="${asked.person}" maxlength="100" />
        </p>
        <p>
          <label for="from">${say("web-from")}</label>
          <input id="from" name="from" type="date" value="${asked.from}" />
        </p>
        <p>
          <label for="to">${say("web-to")}</label>
          <input id="to" name="to" type="date" value="${asked.to}" />
        </p>
      </div>
      ${narrowed ? html`<p><a href="${archivePath({ words: asked.words })}">${say("web-all")}</a></p>` : null}
    </details>
  </form>`;
}
