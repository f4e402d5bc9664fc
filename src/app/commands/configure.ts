import { changedSettings, type ChatSettings } from "../../core/chat-settings.js";
import type { Ask, Filled } from "../../core/message/ask.js";
import { clockMinutes, weekdayText } from "../../core/message/dates.js";
import type { Field, Form, Values } from "../../core/message/form.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import type { Say } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { listText } from "./find-topic.js";
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
    const { delivery, quiet } = await store.chatSettings.of(chat);
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
    const change = changeOf(values, say);
    if ("faults" in change) return { kind: "faults", faults: change.faults };
    // Nothing is written before all of it is known to be right.
    if (changedSettings(await store.chatSettings.of(chat), change) === null) {
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

type Change = Pick<ChatSettings, "delivery" | "quiet">;

/** What was filled in as settings; else what is missing, by field. */
function changeOf(values: Values, say: Say): Change | { faults: Record<string, string> } {
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
