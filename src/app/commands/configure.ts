import { briefKinds } from "../../core/brief/schema.js";
import { changedSettings, lengths, storyLanguages, type ChatSettings } from "../../core/chat-settings.js";
import type { Ask, Filled } from "../../core/message/ask.js";
import { clockMinutes, weekdayText } from "../../core/message/dates.js";
import type { Field, Form, Values } from "../../core/message/form.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import type { Say } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { listText } from "./find-topic.js";
import { floors, levelOf, zones } from "./settings-screen.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface ConfigureParts {
  store: Pick<Store, "chats" | "chatSettings" | "topics">;
}

const kinds = ["immediate", "hourly", "daily", "weekly"] as const satisfies ChatSettings["delivery"]["kind"][];
const days = [1, 2, 3, 4, 5, 6, 7];

/** `/tellal configure`: what a chat chooses, in one window. */
export function configureCommand({ store }: ConfigureParts): Command {
  async function open({ chat }: Ask, { language, say }: Heard): Promise<Form> {
    const topics = await store.topics.seenBy(chat);
    if (topics.length === 0) throw new Refusal(say("topics-none"));
    const settings = await store.chatSettings.of(chat);
    const { delivery, quiet } = settings;
    const plain = { hint: null, optional: false };
    const open = { hint: null, optional: true };
    const fields: Field[] = [
      {
        ...open,
        type: "choices",
        name: "topics",
        label: say("configure-topics"),
        options: topics.map(({ id, name }) => ({ value: id, label: name[language] })),
        values: await store.chats.topicsOf(chat),
      },
      {
        ...plain,
        type: "choice",
        name: "delivery",
        label: say("settings-delivery"),
        options: kinds.map((kind) => ({ value: kind, label: say("settings-delivery-kind", { kind }) })),
        value: delivery.kind,
      },
      {
        ...open,
        type: "time",
        name: "at",
        label: say("configure-at"),
        value: "at" in delivery ? clockText(delivery.at) : null,
      },
      {
        ...open,
        type: "choice",
        name: "day",
        label: say("configure-day"),
        options: days.map((day) => ({ value: String(day), label: weekdayText(day, language) })),
        value: "day" in delivery ? String(delivery.day) : null,
      },
      {
        ...open,
        type: "time",
        name: "from",
        label: say("configure-quiet-from"),
        value: quiet && clockText(quiet.from),
      },
      { ...open, type: "time", name: "to", label: say("configure-quiet-to"), value: quiet && clockText(quiet.to) },
      ...storyFields(settings, say),
      {
        ...plain,
        type: "choice",
        name: "language",
        label: say("settings-language"),
        options: ["tr", "en"].map((value) => ({ value, label: say(`settings-in-${value}`) })),
        value: language,
      },
    ];
    return { language, title: say("configure-title"), submit: say("form-save"), blocks: [], fields };
  }

  async function fill({ chat }: Ask, heard: Heard, values: Values): Promise<Filled> {
    const { language, say, now } = heard;
    const when = whenOf(values, say);
    if ("faults" in when) return { kind: "faults", faults: when.faults };
    const before = await store.chatSettings.of(chat);
    const change = { ...when, ...whichOf(values, before) };
    for (const [name, without, all] of [
      ["kinds", change.withoutKinds, briefKinds],
      ["stories", change.withoutLanguages, storyLanguages],
    ] as const) {
      if (without.length === all.length) return { kind: "faults", faults: { [name]: say("settings-nothing-left") } };
    }
    // Nothing is written before all of it is known to be right.
    if (changedSettings(before, change) === null) {
      return { kind: "faults", faults: { from: say("configure-quiet-long") } };
    }
    const wanted = new Set(listOf(values["topics"]));
    const followed = await store.chats.topicsOf(chat);
    const id = await store.chats.ensure(chat, language, now);
    await store.chatSettings.change(chat, language, change, now);
    for (const topic of wanted) if (!followed.includes(topic)) await store.chats.subscribe(id, topic, now);
    for (const topic of followed) if (!wanted.has(topic)) await store.chats.unsubscribe(chat, topic);
    await store.chatSettings.speak(chat, values["language"] === "en" ? "en" : "tr", now);
    const named = (await store.topics.seenBy(chat)).filter((topic) => wanted.has(topic.id));
    const topics = listText(
      named.map(({ name }) => name[language]),
      language,
    );
    const text = named.length === 0 ? say("configured-none") : say("subscribed", { topics });
    return { kind: "reply", reply: replyOf(textReply(language, `${say("configured")} ${text}`)) };
  }

  return {
    name: "configure",
    who: "chatAdmin",
    args: "",
    summary: "command-configure",
    only: "slack",
    form: { open, fill },
    run: async ({ chat }, { language, say }) =>
      replyOf(textReply(language, say("form-elsewhere", { command: `${prefixOf(chat)}configure` }))),
  };
}

/** Which stories come, and how: what `/settings` has beside their time. */
function storyFields(settings: ChatSettings, say: Say): Field[] {
  const plain = { hint: null, optional: false };
  const open = { hint: null, optional: true };
  // One that was typed stands among the usual ones.
  const known = zones.includes(settings.zone) ? zones : [settings.zone, ...zones];
  return [
    {
      ...open,
      type: "choices",
      name: "disasters",
      label: say("settings-quiet"),
      options: [{ value: "on", label: say("settings-disasters") }],
      values: settings.disasters ? ["on"] : [],
    },
    {
      ...plain,
      type: "choice",
      name: "zone",
      label: say("settings-zone"),
      options: known.map((value) => ({ value, label: value })),
      value: settings.zone,
    },
    {
      ...plain,
      type: "choice",
      name: "length",
      label: say("settings-length"),
      options: lengths.map((value) => ({ value, label: say(`settings-length-${value}`) })),
      value: settings.length,
    },
    {
      ...open,
      type: "choices",
      name: "kinds",
      label: say("settings-kinds"),
      options: briefKinds.map((value) => ({ value, label: say(`kind-${value}`) })),
      values: briefKinds.filter((kind) => !settings.withoutKinds.includes(kind)),
    },
    {
      ...open,
      type: "choices",
      name: "stories",
      label: say("settings-stories"),
      options: storyLanguages.map((value) => ({ value, label: say(`settings-in-${value}`) })),
      values: storyLanguages.filter((language) => !settings.withoutLanguages.includes(language)),
    },
    {
      ...plain,
      type: "choice",
      name: "floor",
      label: say("settings-floor"),
      options: floors.map((_floor, level) => ({ value: String(level), label: say("settings-floor-state", { level }) })),
      value: String(levelOf(settings.floor)),
    },
  ];
}

/** What was filled in of which stories come, and how. */
function whichOf(values: Values, before: ChatSettings) {
  const [kinds, stories] = ["kinds", "stories"].map((name) => new Set(listOf(values[name])));
  const level = Number(textOf(values["floor"]));
  return {
    disasters: listOf(values["disasters"]).includes("on"),
    zone: textOf(values["zone"]),
    length: lengths.find((one) => one === values["length"]) ?? before.length,
    withoutKinds: briefKinds.filter((kind) => kinds?.has(kind) !== true),
    withoutLanguages: storyLanguages.filter((language) => stories?.has(language) !== true),
    // One that was typed stays, unless another level was chosen.
    floor: level === levelOf(before.floor) ? before.floor : (floors[level] ?? before.floor),
  };
}

type Times = Pick<ChatSettings, "delivery" | "quiet">;

/** What was filled in of when stories come, as settings; else what is missing, by field. */
function whenOf(values: Values, say: Say): Times | { faults: Record<string, string> } {
  const [at, from, to] = ["at", "from", "to"].map((name) => clockMinutes(textOf(values[name])));
  const kind = kinds.find((one) => one === values["delivery"]) ?? "immediate";
  const faults: Record<string, string> = {};
  if ((kind === "daily" || kind === "weekly") && typeof at !== "number") faults["at"] = say("form-missing");
  if (typeof from === "number" && typeof to !== "number") faults["to"] = say("form-missing");
  if (typeof to === "number" && typeof from !== "number") faults["from"] = say("form-missing");
  if (Object.keys(faults).length > 0) return { faults };
  const quiet = typeof from === "number" && typeof to === "number" ? { from, to } : null;
  const day = Number(textOf(values["day"]) || "1");
  if (kind === "weekly") return { delivery: { kind, at: at ?? 0, day }, quiet };
  return { delivery: kind === "daily" ? { kind, at: at ?? 0 } : { kind }, quiet };
}

/** `08:30`. */
function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function textOf(value: Values[string] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A field of several choices, as a list. */
function listOf(value: Values[string] | undefined): readonly string[] {
  return value === null || value === undefined || typeof value === "string" ? [] : value;
}
