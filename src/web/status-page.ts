import { isFrozen } from "../core/schedule.js";
import { hourOf, isSilent, type FeedHour } from "../core/silence.js";
import { causeText } from "../core/message/cause.js";
import { spanText, timeText } from "../core/message/dates.js";
import { platformOf } from "../core/message/address.js";
import type { LaneState } from "../store/summary.js";
import { html, type Html } from "./html.js";
import type { Page, Visit, WebStore } from "./visit.js";

type Feed = Awaited<ReturnType<WebStore["feeds"]["list"]>>[number];
type Health = "well" | "failing" | "frozen" | "silent" | "paused" | "new";

const hours = 48;
const weeksBack = 5 * 7 * 24;
const day = 24 * 60 * 60_000;
/** A gap is shown for a week. */
const gapShown = 7 * day;
/** What is due for so long and not sent has a reason. */
const lateAfter = 30 * 60_000;
const mostErrors = 20;

/** How feeds, lanes and outbox stand. */
export async function statusPage(visit: Visit, store: WebStore, version: string): Promise<Page> {
  const { say, now, role } = visit;
  const feeds = await store.feeds.list();
  const rows = await Promise.all(
    feeds.map(async (feed) => {
      const history = await store.watched.hours(feed.id, hourOf(now) - weeksBack);
      return { feed, history, health: healthOf(feed, history, now) };
    }),
  );
  const lanes = lanesFor(visit, await store.laneStates());
  const { stories, unread, owed, sending, dead } = await store.standing();
  const late = lanes.filter(({ oldest }) => oldest !== null && now - oldest > lateAfter);
  const ill = rows.filter(({ health }) => health === "failing" || health === "frozen" || health === "silent");
  const well = ill.length + late.length === 0;
  const oldest = lanes.map((lane) => lane.oldest).filter((time) => time !== null);
  const facts: [label: string, value: string | number][] = [
    [say("status-stories"), stories],
    [say("status-unread"), unread],
    [say("status-owed"), owed],
    [say("web-outbox-age"), oldest.length === 0 ? "–" : spanText(now - Math.min(...oldest), visit.language)],
    [say("status-uncertain"), sending],
    [say("status-dead"), dead],
    ["Tellal", version],
    ["Node.js", process.versions.node],
  ];
  const body = html`<h1>${say("status-title")}</h1>
    <p class="${well ? "well" : "bad"}" role="status">
      ${well ? say("web-all-well") : say("web-not-well", { feeds: ill.length, lanes: late.length })}
    </p>
    <section>
      <h2>${say("feed-title")}</h2>
      ${rows.length === 0 ? html`<p>${say("feed-none")}</p>` : null}
      <ul class="cards">
        ${rows.map(({ feed, history, health }) => feedCard(feed, history, health, visit))}
      </ul>
    </section>
    ${lanes.length === 0 ? null : laneCards(lanes, visit)}
    <section>
      <h2>${say("web-numbers")}</h2>
      <dl class="numbers">
        ${facts.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </section>
    ${role === "operator" ? await errors(visit, store) : null}`;
  return { kind: "page", title: say("status-title"), body };
}

function laneCards(lanes: readonly LaneState[], visit: Visit): Html {
  return html`<section>
    <h2>${visit.say("status-lanes")}</h2>
    <ul class="cards">
      ${lanes.map((lane) => laneCard(lane, visit))}
    </ul>
  </section>`;
}

function healthOf(feed: Feed, history: readonly FeedHour[], now: number): Health {
  if (feed.paused !== null) return "paused";
  if (feed.failures > 0) return "failing";
  if (isFrozen(feed, now)) return "frozen";
  if (isSilent(history, now)) return "silent";
  return feed.good === null ? "new" : "well";
}

const looks: Record<Health, string> = {
  well: "well",
  new: "quiet",
  paused: "quiet",
  failing: "bad",
  frozen: "bad",
  silent: "bad",
};

function feedCard(feed: Feed, history: readonly FeedHour[], health: Health, { say, language, now }: Visit): Html {
  const ago = (time: number | null) =>
    time === null ? "–" : say("ago", { span: spanText(Math.max(0, now - time), language) });
  const next = feed.due <= now ? say("web-now") : say("web-in", { span: spanText(feed.due - now, language) });
  const facts: [label: string, value: string][] = [
    [say("web-last-good"), ago(feed.good)],
    [say("web-next-poll"), feed.paused === null ? next : "–"],
    [say("feed-fact-newest"), ago(feed.newest)],
    [say("web-failures"), String(feed.failures)],
  ];
  if (feed.gap !== null && now - feed.gap < gapShown) facts.push([say("web-gap"), ago(feed.gap)]);
  return html`<li class="${looks[health]}" data-health="${health}">
    <h3>${feed.id} <span class="state">${say(`web-health-${health}`)}</span></h3>
    ${feed.why === null || feed.failures === 0 ? null : html`<p class="why">${causeText(feed.why, say)}</p>`}
    <dl>
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${sparkline(history, say("web-sparkline", { hours, count: countOf(history, now) }), now)}
  </li>`;
}

function countOf(history: readonly FeedHour[], now: number): number {
  const first = hourOf(now) - hours;
  return history.filter(({ hour }) => hour > first).reduce((sum, { items }) => sum + items, 0);
}

/** What a feed brought, hour by hour. */
function sparkline(history: readonly FeedHour[], label: string, now: number): Html {
  const items = new Map(history.map((row) => [row.hour, row.items]));
  const first = hourOf(now) - hours + 1;
  const counts = Array.from({ length: hours }, (_, at) => items.get(first + at) ?? 0);
  const most = Math.max(1, ...counts);
  return html`<svg
    class="spark"
    viewBox="0 0 ${hours * 4} 24"
    role="img"
    aria-label="${label}"
    preserveAspectRatio="none"
  >
    ${counts.map((count, at) => {
      const height = Math.max(1, Math.round((count / most) * 22));
      return html`<rect x="${at * 4}" y="${24 - height}" width="3" height="${height}" />`;
    })}
  </svg>`;
}

/** Accounts are named to who runs Tellal; to all others a platform is one. */
function lanesFor({ role }: Visit, lanes: readonly LaneState[]): LaneState[] {
  if (role === "operator") return [...lanes];
  const joined = new Map<string, LaneState>();
  for (const { lane, waiting, oldest, sent } of lanes) {
    const name = platformName(lane);
    const known = joined.get(name) ?? { lane: name, waiting: 0, oldest: null, sent: null };
    joined.set(name, {
      lane: name,
      waiting: known.waiting + waiting,
      oldest: known.oldest === null || oldest === null ? (known.oldest ?? oldest) : Math.min(known.oldest, oldest),
      sent: known.sent === null || sent === null ? (known.sent ?? sent) : Math.max(known.sent, sent),
    });
  }
  return [...joined.values()];
}

function platformName(lane: string): string {
  return platformOf(lane) ?? lane.split(":", 1)[0] ?? lane;
}

function laneCard({ lane, waiting, oldest, sent }: LaneState, { say, language, now }: Visit): Html {
  const isLate = oldest !== null && now - oldest > lateAfter;
  const facts: [label: string, value: string][] = [
    [say("web-last-sent"), sent === null ? "–" : say("ago", { span: spanText(Math.max(0, now - sent), language) })],
    [say("status-owed"), String(waiting)],
    [say("web-oldest"), oldest === null ? "–" : spanText(Math.max(0, now - oldest), language)],
  ];
  return html`<li class="${isLate ? "bad" : "well"}">
    <h3>${lane} <span class="state">${say(isLate ? "web-lane-late" : "web-health-well")}</span></h3>
    <dl>
      ${facts.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </li>`;
}

async function errors({ say, language, now }: Visit, store: WebStore): Promise<Html> {
  const dead = (await store.dead(now - 7 * day)).slice(0, mostErrors);
  return html`<section>
    <h2>${say("web-errors")}</h2>
    ${
      dead.length === 0
        ? html`<p>${say("web-errors-none")}</p>`
        : html`<ul class="rows">
            ${dead.map(
              ({ address, kind, ref, why, dead: at }) =>
                html`<li>
                  <p>${address}: ${causeText(why ?? "", say)}</p>
                  <p class="facts">${kind} ${ref}${at === null ? "" : ` · ${timeText(at, language, say)}`}</p>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
