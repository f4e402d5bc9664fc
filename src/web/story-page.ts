import { changesBetween, type BriefChange } from "../core/brief/changes.js";
import { searchedFields } from "../core/brief/searched.js";
import { nameKey } from "../core/name-key.js";
import { timeText } from "../core/message/dates.js";
import { confidenceFloor, storyPost, withdrawalPost } from "../core/message/posts.js";
import { snippet } from "../core/message/snippet.js";
import type { StoryView } from "../core/message/view.js";
import { renderWeb } from "../core/message/web.js";
import type { StoredMatch, StoredVersion, StoryDelivery } from "../store/trace.js";
import { html, raw, type Html } from "./html.js";
import { markedText, storyPath } from "./pieces.js";
import { idsOf, nothing, type Page, type Visit, type WebStore } from "./visit.js";

/** So many places of one topic tell enough. */
const mostPlaces = 8;
const wordsAround = 140;

/** One story: its brief, what changed, which keyword stands where, and what became of its posts. */
export async function storyPage(visit: Visit, store: WebStore): Promise<Page> {
  const { param: id, language, words, topics } = visit;
  const ids = idsOf(topics);
  const matches = (await store.trace.matches(id)).filter(({ topic }) => ids.includes(topic));
  if (matches.length === 0) return nothing;
  const { view, withdrawn, continues } = await store.views.find(id);
  const post = withdrawn ? withdrawalPost(view, language, words) : storyPost(view, language, words);
  const earlier = continues === null ? null : await store.views.seenIn("", continues);
  const versions = await store.trace.versions(id);
  const body = html`<div class="story">
    ${raw(renderWeb(post, 1))} ${earlier === null ? null : continuation(earlier.view, visit)}
    ${withdrawn ? null : people(view, visit)} ${withdrawn ? null : changes(versions, visit)}
    ${keywords(matches, view, visit)} ${deliveries(await store.trace.deliveries(id), visit)}
  </div>`;
  return { kind: "page", title: view.brief.title, body };
}

function continuation({ id, brief, language }: StoryView, { say }: Visit): Html {
  return html`<p class="note">
    ${say("follow-up")}: <a href="${storyPath(id)}" lang="${language}">${brief.title}</a>
  </p>`;
}

/** The attendees lead to what else they attended. */
function people({ brief }: StoryView, { say }: Visit): Html | null {
  if (brief.confidence < confidenceFloor || brief.attendees.length === 0) return null;
  const known = new Map(brief.attendees.map(({ name }) => [nameKey(name) || name, name]));
  return html`<nav class="names" aria-label="${say("web-people-here")}">
    <span>${say("web-people-here")}</span>
    ${[...known].map(([key, name]) => html`<a href="/people/${encodeURIComponent(key)}">${name}</a>`)}
  </nav>`;
}

function changes(versions: readonly StoredVersion[], visit: Visit): Html | null {
  const { say, language } = visit;
  if (versions.length < 2) return null;
  const steps = versions.map((version, at) => ({ version, before: versions[at + 1] }));
  return html`<section>
    <h2>${say("web-versions")}</h2>
    <ol class="versions" reversed>
      ${steps.map(
        ({ version, before }) =>
          html`<li>
            <p>
              <strong>${say("web-version", { number: version.version })}</strong> ·
              ${timeText(version.recorded, language, say)}${
                version.partial ? html` · ${say("web-version-partial")}` : null
              }
            </p>
            ${before === undefined ? html`<p>${say("web-version-first")}</p>` : differences(before, version, visit)}
          </li>`,
      )}
    </ol>
  </section>`;
}

function differences(before: StoredVersion, after: StoredVersion, { say }: Visit): Html {
  const found = changesBetween(before.brief, after.brief);
  const completed = before.partial && !after.partial ? html`<p>${say("completed")}</p>` : null;
  if (found.length === 0) return html`${completed ?? html`<p>${say("web-version-same")}</p>`}`;
  const shown = ({ what }: BriefChange, text: string) => (what === "kind" ? say(`kind-${text}`) : text);
  return html`${completed}
    <dl class="changes">
      ${found.map(
        (change) =>
          html`<div>
            <dt>${say(`web-change-${change.what}`)}</dt>
            ${change.before === null ? null : html`<dd><del>${shown(change, change.before)}</del></dd>`}
            ${change.after === null ? null : html`<dd><ins>${shown(change, change.after)}</ins></dd>`}
          </div>`,
      )}
    </dl>`;
}

function keywords(matches: readonly StoredMatch[], { brief, language: written }: StoryView, visit: Visit): Html {
  const { say, language } = visit;
  const fields = brief.text === "" ? null : searchedFields(brief);
  return html`<section>
    <h2>${say("web-matched")}</h2>
    ${matches.map((match) => {
      const percent = Math.round(match.relevance * 100);
      const label = say("why-topic", { topic: match[language], percent, count: match.hits.length });
      return html`<h3>${label}</h3>
        <ul class="hits">
          ${match.hits.slice(0, mostPlaces).map((hit) => {
            const around = fields === null ? null : snippet(fields[hit.field], [hit], wordsAround);
            return html`<li>
              <span class="where">${say(`why-in-${hit.field}`, { keyword: briefly(hit.keyword) })}</span>
              ${around === null ? null : html`<span lang="${written}">${markedText(around)}</span>`}
            </li>`;
          })}
        </ul>`;
    })}
  </section>`;
}

/** A keyword may be a rule of many alternatives. */
function briefly(keyword: string): string {
  return keyword.length <= 60 ? keyword : `${keyword.slice(0, 60).trimEnd()}…`;
}

const states = ["sent", "waiting", "sending", "dead", "moot"] as const;

/** Chats are not named: whose they are is nobody else's business. */
function deliveries(all: readonly StoryDelivery[], { say, language }: Visit): Html {
  const platforms = [...new Set(all.map(({ platform }) => platform))].toSorted();
  const rows = platforms.map((platform) => {
    const own = all.filter((one) => one.platform === platform);
    const counts = states.map((state) => own.filter((one) => stateOf(one) === state).length);
    const first = Math.min(...own.map(({ sent }) => sent ?? Infinity));
    return { platform, counts, first };
  });
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${say("web-delivered")}">
    <table>
      <thead>
        <tr>
          <th scope="col">${say("web-platform")}</th>
          ${states.map((state) => html`<th scope="col" class="number">${say(`web-state-${state}`)}</th>`)}
          <th scope="col">${say("web-first-post")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ platform, counts, first }) =>
            html`<tr>
              <th scope="row">${say(`web-platform-${platform}`)}</th>
              ${counts.map((count) => html`<td class="number">${count}</td>`)}
              <td>${first === Infinity ? "–" : timeText(first, language, say)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
  return html`<section>
    <h2>${say("web-delivered")}</h2>
    ${rows.length === 0 ? html`<p>${say("web-delivered-none")}</p>` : table}
  </section>`;
}

function stateOf({ sent, dead, moot, intent }: StoryDelivery): (typeof states)[number] {
  if (sent !== null) return "sent";
  if (dead !== null) return "dead";
  if (moot !== null) return "moot";
  return intent === null ? "waiting" : "sending";
}
