import { afterAll, expect, test } from "vitest";
import type { Outcome } from "../../src/core/message/messenger.js";
import { createProcess, createWorld, item } from "../app/rig.js";
import { createTime } from "../app/virtual-time.js";
import { hour, minute, start } from "../store/open.js";
import { figure, isFull } from "./figure.js";
import { createRandom } from "./random.js";

const second = 1_000;
/** How long a fault lasts, the longest of them, and when stories are shown meanwhile. */
const [usual, longest] = isFull ? [10 * minute, 1.5 * hour] : [6 * minute, 6 * minute];
const [first, every] = isFull ? [2 * minute, 5 * minute] : [2 * minute, minute];
const chats = Array.from({ length: 5 }, (_, at) => [`telegram:${1_000 + at}`, `slack:T1/C${at}`]).flat();
type Platform = "telegram" | "slack";
const platformOf = (chat: string): Platform => (chat.startsWith("slack:") ? "slack" : "telegram");

/** What a platform in trouble does with a send: how long it takes, and what its messenger makes of it. */
type Fault = (now: number, random: () => number) => { takes: number; outcome: (then: number) => Outcome };
const accepted = (then: number): Outcome => ({ kind: "sent", ref: `m${then}` });
const unknown = (cause: string) => (): Outcome => ({ kind: "unknown", cause });
const later =
  (wait: number) =>
  (then: number): Outcome => ({ kind: "later", at: then + wait, why: "later" });
const faults: Record<string, Fault> = {
  "a storm of 429": (_, random) => ({ takes: 90, outcome: later(second + random() * 29 * second) }),
  "5xx for hours": () => ({ takes: 200, outcome: unknown("502: Bad Gateway") }),
  resets: () => ({ takes: 40, outcome: unknown("the connection broke (ECONNRESET)") }),
  "calls that hang": () => ({ takes: 30 * second, outcome: unknown("no answer in time") }),
  "answers byte by byte": () => ({ takes: 25 * second, outcome: accepted }),
  "refused connections": () => ({ takes: 1, outcome: later(minute) }),
};

/** Stories for all chats as long as a fault lasts; `isStruck` says whose sends meet the fault. */
async function play(fault: Fault | null, isStruck: (chat: string) => boolean, lasts = usual) {
  const time = createTime(start);
  const random = createRandom(4);
  const world = createWorld();
  const [from, to] = [start + minute, start + minute + lasts];
  const shown = new Map<string, number>();
  const got = new Map<string, number[]>();
  const references = new Map<string, string>();

  world.messenger.send = async ({ chat, message, delivery }) => {
    const now = time.clock();
    const strikes = fault !== null && isStruck(chat) && now >= from && now < to;
    const { takes, outcome } = strikes ? fault(now, random) : { takes: 100, outcome: accepted };
    const then = await time.until(now + takes);
    const found = outcome(then);
    if (found.kind !== "sent") return found;
    references.set(delivery, found.ref);
    const [heading] = message.blocks;
    const text = heading?.type === "heading" ? (heading.text[0]?.text ?? "") : "";
    for (const title of text.replace(/^\w+ /u, "").split(" + ")) {
      const key = `${chat} ${title}`;
      got.set(key, [...(got.get(key) ?? []), then - (shown.get(title) ?? 0)]);
    }
    return found;
  };
  world.messenger.history = async ({ chat }) => {
    if (platformOf(chat) === "telegram") return null;
    if (fault !== null && isStruck(chat) && time.clock() < to) throw new Error("no answer");
    return references;
  };
  const process = await createProcess(world, {
    until: time.until,
    pace: { perSecond: 30, perChat: second, perGroup: 3 * second },
    from: {
      feeds: [{ id: "guncel", kind: "aa", url: "https://aa.example/rss", language: "tr", every: 2 * minute }],
      topics: [{ id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" }, keywords: ["Kızılay"] }],
      subscribe: chats.map((chat) => ({ chat, topics: ["kizilay"] })),
    },
  });

  let isOver = false;
  async function publish(): Promise<void> {
    for (let number = 1; start + first + number * every < to; number += 1) {
      const now = await time.until(start + first + number * every);
      const title = `Kızılay ${String(number).padStart(3, "0")}`;
      shown.set(title, now);
      world.show("guncel", [item(number, title, { published: now })]);
      await process.poll(now, true);
      await process.readAll(now);
    }
    isOver = true;
  }
  const through = ({ next, now }: { next: number | null; now: number }) => isOver && now >= to && next === null;
  const publishing = publish();
  await Promise.all([publishing, process.keep("telegram", through), process.keep("slack:T1", through)]);
  const { deliveries } = await process.store.summary();
  const told = process.notices.filter(({ kind }) => kind === "dead").length;
  await process.kill();
  const waits = (of: (chat: string) => boolean) =>
    [...got].filter(([key]) => of(key.split(" ", 1)[0] ?? "")).flatMap(([, list]) => list);
  return {
    owed: shown.size * chats.length,
    got: got.size,
    doubled: [...got.values()].reduce((sum, list) => sum + list.length - 1, 0),
    told,
    deliveries,
    worst: (of: (chat: string) => boolean) => Math.max(...waits(of)),
  };
}

let calm: ReturnType<typeof play> | null = null;
const undisturbed = () => (calm ??= play(null, () => false));

const total = { runs: 0, lost: 0, doubled: 0, told: 0, delay: 0 };
afterAll(() => {
  const { told, ...counted } = total;
  figure({
    what: "a platform or a chat in trouble beside others",
    survived: total.runs,
    more: `${tried.length} faults of ${usual / minute} min each, 5xx of ${longest / minute} min; ${told} posts given up and told to admins`,
    ...counted,
  });
});

const scopes: [
  scope: string,
  isStruck: (chat: string) => boolean,
  isNeighbour: (chat: string) => boolean,
  most: number,
][] = [
  ["all of Telegram", (chat) => platformOf(chat) === "telegram", (chat) => platformOf(chat) === "slack", 100],
  ["all of Slack", (chat) => platformOf(chat) === "slack", (chat) => platformOf(chat) === "telegram", 100],
  // A chat that must wait slows its lane by the time of ten sends, as is meant: 0.34 s on Telegram, 0.5 s on Slack.
  ["one chat of each", (chat) => chats.indexOf(chat) < 2, (chat) => chats.indexOf(chat) >= 2, second],
];
/** Without `npm run torture` two that are over soon. */
const tried = Object.entries(faults).filter(([name]) => isFull || /429|refused/u.test(name));
const cases = scopes.flatMap(([scope, ...rest]) =>
  tried.map(([name, fault]) => [scope, name, fault, ...rest] as const),
);

test.each(cases)(
  "%s with %s: nobody else waits for it, and nothing is lost",
  async (scope, name, fault, isStruck, isNeighbour, most) => {
    const [quiet, found] = [
      await undisturbed(),
      await play(fault, isStruck, name.startsWith("5xx") && scope.startsWith("all") ? longest : usual),
    ];
    const delay = found.worst(isNeighbour) - quiet.worst(isNeighbour);
    total.runs += 1;
    total.lost += found.owed - found.got - found.told;
    total.doubled += found.doubled;
    total.told += found.told;
    total.delay = Math.max(total.delay, delay);
    expect(delay).toBeLessThanOrEqual(most);
    expect(found.got + found.told).toBe(found.owed);
    expect(found.doubled).toBe(0);
    expect(found.deliveries).toMatchObject({ owed: 0, sending: 0, dead: found.told });
  },
);
