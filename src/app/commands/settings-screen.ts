import { briefKinds, type BriefKind } from "../../core/brief/schema.js";
import { lengths, storyLanguages, type ChatSettings } from "../../core/chat-settings.js";
import { clockText, momentText, weekdayText } from "../../core/message/dates.js";
import type { Block, Button, Message } from "../../core/message/message.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { listText } from "./find-topic.js";

/** What a chat has chosen, as its screen shows it. */
export interface Shown {
  settings: ChatSettings;
  language: Tongue;
  /** The muted topics, in words; empty if there are none. */
  muted: string;
  now: number;
  say: Say;
  /** How the command is typed in this chat. */
  command: string;
}

/** One setting: its present state in words, and a button for each choice; `hint` says how to type what no button offers. */
interface Page {
  state: (shown: Shown) => string;
  choices: (shown: Shown) => Choice[][];
  hint?: string;
}

interface Choice {
  label: string;
  /** What follows `settings <page>`. */
  value: string;
  chosen: boolean;
}

const tongues: readonly Tongue[] = ["tr", "en"];
/** In the order of how likely our readers live there. */
export const zones: readonly string[] = [
  "Europe/Istanbul",
  "Asia/Baku",
  "Asia/Almaty",
  "Asia/Tashkent",
  "Asia/Bishkek",
  "Asia/Ashgabat",
  "Europe/Budapest",
  "Europe/Berlin",
  "Europe/London",
  "Asia/Kolkata",
  "America/New_York",
  "UTC",
];
const mornings = [6, 7, 8, 9, 12, 17, 18, 20].map((hour) => hour * 60);
const evenings = [20, 21, 22, 23, 0].map((hour) => hour * 60);
const dawns = [6, 7, 8, 9].map((hour) => hour * 60);
const usualTime = 8 * 60;
const usualQuiet = { from: 22 * 60, to: 7 * 60 };
/** From all stories to those that are about little else, see `relevance`. */
export const floors: readonly number[] = [0, 0.2, 0.45];

const pages = {
  language: {
    state: ({ language, say }) => say(`settings-in-${language}`),
    choices: ({ language, say }) => [
      tongues.map((value) => ({ label: say(`settings-in-${value}`), value, chosen: value === language })),
    ],
  },
  delivery: { state: deliveryState, choices: deliveryChoices, hint: "settings-delivery-hint" },
  zone: {
    state: ({ settings: { zone }, now, language }) => `${zone} (${momentText(now, language, zone)})`,
    choices: ({ settings }) => [zones.map((value) => ({ label: value, value, chosen: value === settings.zone }))],
    hint: "settings-zone-hint",
  },
  quiet: { state: quietState, choices: quietChoices, hint: "settings-quiet-hint" },
  length: {
    state: ({ settings, say }) => say(`settings-length-${settings.length}`),
    choices: ({ settings, say }) => [
      lengths.map((value) => ({
        label: say(`settings-length-${value}`),
        value,
        chosen: value === settings.length,
      })),
    ],
  },
  kinds: {
    state: ({ settings, language, say }) =>
      withoutText(
        settings.withoutKinds.map((kind) => say(`kind-${kind}`)),
        language,
        say,
      ),
    choices: ({ settings, say }) => [
      briefKinds.map((kind) => toggle(say(`kind-${kind}`), kind, !settings.withoutKinds.includes(kind))),
    ],
  },
  stories: {
    state: ({ settings, language, say }) =>
      withoutText(
        settings.withoutLanguages.map((one) => say(`settings-in-${one}`)),
        language,
        say,
      ),
    choices: ({ settings, say }) => [
      storyLanguages.map((one) => toggle(say(`settings-in-${one}`), one, !settings.withoutLanguages.includes(one))),
    ],
  },
  floor: {
    state: ({ settings, say }) => say("settings-floor-state", { level: levelOf(settings.floor) }),
    choices: ({ settings, say }) => [
      floors.map((value, level) => ({
        label: say("settings-floor-state", { level }),
        value: String(value),
        chosen: level === levelOf(settings.floor),
      })),
    ],
  },
} satisfies Record<string, Page>;

export type PageName = keyof typeof pages;

/** How to type what no button of a page offers, if it has such. */
export function hintOf(name: PageName, say: Say, command: string): string | null {
  const { hint }: Page = pages[name];
  return hint === undefined ? null : say(hint, { command });
}

export const isPage = (name: string): name is PageName => Object.hasOwn(pages, name);

/** All settings as they are, each with a button to its page. */
export function settingsScreen(shown: Shown): Message {
  const { say, muted } = shown;
  const names = Object.keys(pages).filter(isPage);
  const facts = names.map((name) => factOf(name, shown));
  if (muted !== "") facts.push({ label: say("settings-muted"), value: [{ type: "text", text: muted }] });
  const buttons = names.map((name): Button => ({ label: say(`settings-${name}`), action: `settings ${name}` }));
  return screen(shown, say("settings-title"), [
    { type: "facts", facts },
    { type: "buttons", buttons },
  ]);
}

/** One setting as it is, with its choices. */
export function settingsPage(name: PageName, shown: Shown): Message {
  const { say } = shown;
  const page: Page = pages[name];
  const rows = page.choices(shown).map((row): Block => {
    const buttons = row.map(({ label, value, chosen }): Button => ({
      label: chosen ? say("settings-chosen", { choice: label }) : label,
      action: `settings ${name} ${value}`,
    }));
    return { type: "buttons", buttons };
  });
  const text = hintOf(name, say, shown.command);
  const hint: Block[] = text === null ? [] : [{ type: "paragraph", text: [{ type: "italic", text }] }];
  const back: Block = { type: "buttons", buttons: [{ label: say("settings-back"), action: "settings" }] };
  const facts: Block = { type: "facts", facts: [factOf(name, shown)] };
  return screen(shown, say("settings-title"), [facts, ...hint, ...rows, back]);
}

function screen({ language }: Shown, title: string, blocks: Block[]): Message {
  return { language, preview: null, blocks: [{ type: "heading", text: [{ type: "text", text: title }] }, ...blocks] };
}

function factOf(name: PageName, shown: Shown) {
  return {
    label: shown.say(`settings-${name}`),
    value: [{ type: "text" as const, text: pages[name].state(shown) }],
  };
}

/** A choice that is on or off by itself. */
function toggle(label: string, name: BriefKind | Tongue, chosen: boolean): Choice {
  return { label, value: `${name} ${chosen ? "off" : "on"}`, chosen };
}

function withoutText(names: readonly string[], language: Tongue, say: Say): string {
  return names.length === 0 ? say("settings-all") : say("settings-without", { names: listText(names, language) });
}

/** The choice of `floors` that a floor is, or that is next below it. */
export function levelOf(floor: number): number {
  return Math.max(
    0,
    floors.findLastIndex((value) => value <= floor),
  );
}

function deliveryState({ settings: { delivery }, language, say }: Shown): string {
  const time = "at" in delivery ? clockText(delivery.at) : "";
  const name = delivery.kind === "weekly" ? weekdayText(delivery.day, language) : "";
  // Within a Turkish sentence the days are written small.
  const day = language === "tr" ? name.toLocaleLowerCase("tr") : name;
  return say("settings-delivery-state", { kind: delivery.kind, time, day });
}

function deliveryChoices({ settings: { delivery }, language, say }: Shown): Choice[][] {
  const at = "at" in delivery ? delivery.at : usualTime;
  const day = delivery.kind === "weekly" ? delivery.day : 1;
  const values = {
    immediate: "immediate",
    hourly: "hourly",
    daily: `daily ${clockText(at)}`,
    weekly: `weekly ${day} ${clockText(at)}`,
  };
  const kinds = Object.entries(values).map(([kind, value]) => ({
    label: say("settings-delivery-kind", { kind }),
    value,
    chosen: kind === delivery.kind,
  }));
  const time = (minutes: number, before: string): Choice => ({
    label: clockText(minutes),
    value: `${before} ${clockText(minutes)}`,
    chosen: minutes === at,
  });
  if (delivery.kind === "daily") return [kinds, mornings.map((minutes) => time(minutes, "daily"))];
  if (delivery.kind !== "weekly") return [kinds];
  const days = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    label: weekdayText(number, language),
    value: `weekly ${number} ${clockText(at)}`,
    chosen: number === day,
  }));
  return [kinds, days, mornings.map((minutes) => time(minutes, `weekly ${day}`))];
}

function quietState({ settings: { quiet, disasters }, say }: Shown): string {
  if (quiet === null) return say(disasters ? "settings-quiet-off-but" : "settings-off");
  const span = `${clockText(quiet.from)}–${clockText(quiet.to)}`;
  return disasters ? say("settings-quiet-but", { span }) : span;
}

function quietChoices({ settings: { quiet, disasters }, say }: Shown): Choice[][] {
  const { from, to } = quiet ?? usualQuiet;
  const span = (from: number, to: number) => `${clockText(from)}-${clockText(to)}`;
  const onOff = [
    { label: say("settings-off"), value: "off", chosen: quiet === null },
    { label: say("settings-on"), value: span(from, to), chosen: quiet !== null },
  ];
  const toDisasters = [
    { label: say("settings-disasters"), value: `disasters ${disasters ? "off" : "on"}`, chosen: disasters },
  ];
  if (quiet === null) return [onOff, toDisasters];
  return [
    onOff,
    evenings.map((minutes) => ({
      label: say("settings-quiet-from", { time: clockText(minutes) }),
      value: span(minutes, to),
      chosen: minutes === from,
    })),
    dawns.map((minutes) => ({
      label: say("settings-quiet-to", { time: clockText(minutes) }),
      value: span(from, minutes),
      chosen: minutes === to,
    })),
    toDisasters,
  ];
}
