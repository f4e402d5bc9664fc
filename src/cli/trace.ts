import { cleanText } from "../core/message/clean.js";
import { Refusal } from "../core/refusal.js";
import type { Store } from "../store/store.js";
import type { StoryDelivery } from "../store/trace.js";
import type { CliParts } from "./parts.js";
import { withStore } from "./stored.js";

/** So many places of a topic tell enough. */
const mostHits = 5;

/** `trace STORY`: the whole way of one story, from the feed to each chat, as the store remembers it. */
export async function trace(named: string, parts: CliParts): Promise<void> {
  await withStore(parts, async (store) => {
    const id = await idOf(named, store);
    const lines = await traceLines(id, store);
    if (lines === null) {
      throw new Refusal(
        `${cleanText(named)}: no feed showed such a story; give its id (aa:3747971), its number or its address`,
      );
    }
    await parts.out(`${lines.map((line) => cleanText(line)).join("\n")}\n`);
  });
}

/** An id, AA's number alone, or the address of a story. */
async function idOf(named: string, store: Store): Promise<string> {
  if (/^\d+$/u.test(named)) return `aa:${named}`;
  if (!/^https?:\/\//u.test(named)) return named;
  const number = /\/(\d+)\/?(?:[?#].*)?$/u.exec(named)?.[1];
  return number !== undefined && (await store.trace.item(`aa:${number}`)) !== undefined ? `aa:${number}` : named;
}

async function traceLines(id: string, store: Store): Promise<string[] | null> {
  const item = await store.trace.item(id);
  if (item === undefined) return null;
  const story = await store.stories.find(id);
  const lines = [
    `${id}  ${item.title}`,
    item.link,
    row("feed", `${item.feed}; published ${time(item.published)}; first seen ${time(item.seen)}`),
    row("page", pageText(item)),
  ];
  if (story === undefined) return [...lines, row("story", fateText(item.fate))];
  lines.push(row("story", `recorded ${time(story.recorded)}, version ${story.version}${marks(story)}`));
  if (story.continues !== null) lines.push(row("", `continues ${story.continues}`));
  for (const { topic, owner, relevance, hits } of await store.trace.matches(id)) {
    const own = owner === null ? "" : " (one chat's own)";
    lines.push(row("topic", `${topic}${own}, relevance ${Math.round(relevance * 100)} %, ${hits.length} places`));
    for (const { keyword, field, start, end } of hits.slice(0, mostHits)) {
      lines.push(row("", `“${keyword}” in the ${field} at ${start}–${end}`));
    }
  }
  for (const { version, recorded, partial, brief } of await store.trace.versions(id)) {
    const counts = `${brief.attendees.length} attendees, ${brief.decisions.length} decisions, confidence ${brief.confidence.toFixed(2)}`;
    lines.push(row("version", `${version}, ${time(recorded)}${partial ? ", partial" : ""}: ${brief.kind}, ${counts}`));
  }
  const deliveries = await store.trace.deliveries(id);
  if (deliveries.length === 0) lines.push(row("delivery", "owed to no chat"));
  for (const one of deliveries) {
    lines.push(
      row("delivery", `${one.id}: ${one.kind} to ${one.address}, owed ${time(one.created)}, ${stateText(one)}`),
    );
  }
  return lines;
}

function row(label: string, text: string): string {
  return `  ${label.padEnd(9)} ${text}`;
}

function time(at: number | null): string {
  return at === null ? "at no known time" : new Date(at).toISOString();
}

function marks({ partial, withdrawn }: { partial: number | null; withdrawn: number | null }): string {
  return `${partial === null ? "" : ", partial"}${withdrawn === null ? "" : `, withdrawn ${time(withdrawn)}`}`;
}

type Item = NonNullable<Awaited<ReturnType<Store["trace"]["item"]>>>;

function pageText({ tried, read, failures, why, due }: Item): string {
  const next = due === null ? "" : `; read again ${time(due)}`;
  if (tried === null) return `not asked for yet${next}`;
  const last = failures > 0 ? `; failed ${failures} times: ${why ?? ""}` : "";
  return `${read === null ? "never read" : `read ${time(read)}`}${last}${next}`;
}

function fateText(fate: Item["fate"]): string {
  if (fate === null) return "none yet: its page waits to be read";
  return fate === "unmatched" ? "none: no keyword of any topic stands in it" : `none: ${fate}`;
}

function stateText({ sent, dead, moot, intent, due, closes, tries, reference, why }: StoryDelivery): string {
  if (sent !== null) return `sent ${time(sent)} as ${reference ?? "?"}${tries > 1 ? ` after ${tries} tries` : ""}`;
  if (dead !== null) return `given up ${time(dead)}: ${why ?? ""}`;
  if (moot !== null) return `not needed since ${time(moot)}: ${why ?? ""}`;
  if (intent !== null) return `sent ${time(intent)}, but nobody knows whether it arrived: ${why ?? ""}`;
  return `waits, due ${time(due ?? closes)}${why === null ? "" : `: ${why}`}`;
}
