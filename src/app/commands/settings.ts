import { briefKinds } from "../../core/brief/schema.js";
import { lengths, storyLanguages, type ChatSettings } from "../../core/chat-settings.js";
import { isZone } from "../../core/clock-face.js";
import type { Ask, Reply } from "../../core/message/ask.js";
import { clockMinutes, momentText } from "../../core/message/dates.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { replacing } from "../../core/message/reply.js";
import type { Tongue, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { listText } from "./find-topic.js";
import { hintOf, isPage, settingsPage, settingsScreen, type PageName, type Shown } from "./settings-screen.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface SettingsParts {
  store: Pick<Store, "chats" | "chatSettings" | "topics">;
  words: Words;
}

type Change = Partial<ChatSettings>;

/** `/settings`: a screen that shows the present state, each setting with its choices as buttons, which may be typed as well. */
export function settingsCommands({ store, words }: SettingsParts): Command[] {
  async function shownOf(chat: ChatAddress, language: Tongue, now: number): Promise<Shown> {
    const settings = await store.chatSettings.of(chat);
    const names = new Map((await store.topics.seenBy(chat)).map(({ id, name }) => [id, name[language]]));
    const say = words(language);
    const mutes = (await store.chatSettings.mutes(chat, now)).map(({ topic, until }) =>
      say("settings-muted-topic", {
        topic: names.get(topic) ?? topic,
        time: momentText(until, language, settings.zone),
      }),
    );
    return { settings, language, say, now, muted: listText(mutes, language), command: typed(chat) };
  }

  /** Changes nothing where the words are no choice: they come from a button of ours, long ago perhaps, or from anybody's keyboard. */
  async function choose(name: PageName, values: readonly string[], { chat }: Ask, heard: Heard): Promise<Tongue> {
    const { language, say, now } = heard;
    const [value = ""] = values;
    if (name === "language") {
      if (values.length !== 1 || (value !== "tr" && value !== "en")) throw stale(chat, heard);
      await store.chatSettings.speak(chat, value, now);
      return value;
    }
    if (name === "zone" && !isZone(value)) throw new Refusal(say("settings-no-zone", { zone: value.slice(0, 60) }));
    const change = changes[name](values, await store.chatSettings.of(chat));
    if (change === null) throw badValue(name, values, chat, heard);
    if (leavesNothing(change)) throw new Refusal(say("settings-nothing-left"));
    if ((await store.chatSettings.change(chat, language, change, now)) === null) {
      if (change.quiet !== undefined) throw new Refusal(say("configure-quiet-long"));
      throw badValue(name, values, chat, heard);
    }
    return language;
  }

  async function run(ask: Ask, heard: Heard): Promise<Reply> {
    const { args, language, now } = heard;
    const [name, ...values] = args;
    if (name === undefined) return replacing(settingsScreen(await shownOf(ask.chat, language, now)));
    if (!isPage(name)) throw stale(ask.chat, heard);
    const tongue = values.length === 0 ? language : await choose(name, values, ask, heard);
    return replacing(settingsPage(name, await shownOf(ask.chat, tongue, now)));
  }

  return [{ name: "settings", who: "chatAdmin", args: "", summary: "command-settings", run }];
}

function typed(chat: ChatAddress): string {
  return `${prefixOf(chat)}settings`;
}

function stale(chat: ChatAddress, { say }: Heard): Refusal {
  return new Refusal(say("settings-stale", { command: typed(chat) }));
}

/** Tells how to type it, where a setting takes what no button offers: its buttons are never out of date. */
function badValue(name: PageName, values: readonly string[], chat: ChatAddress, heard: Heard): Refusal {
  const hint = hintOf(name, heard.say, typed(chat));
  if (hint === null) return stale(chat, heard);
  return new Refusal(`${heard.say("settings-no-value", { value: values.join(" ").slice(0, 60) })} ${hint}`);
}

function leavesNothing({ withoutKinds = [], withoutLanguages = [] }: Change): boolean {
  return withoutKinds.length === briefKinds.length || withoutLanguages.length === storyLanguages.length;
}

/** What the words behind a setting's name say of it; null where they are no choice. */
const changes: Record<
  Exclude<PageName, "language">,
  (values: readonly string[], now: ChatSettings) => Change | null
> = {
  delivery: deliveryOf,
  zone: ([zone = "", ...more]) => (more.length === 0 ? { zone } : null),
  quiet: quietOf,
  length: ([value, ...more]) => {
    const length = lengths.find((one) => one === value);
    return length === undefined || more.length > 0 ? null : { length };
  },
  kinds: (values, { withoutKinds }) => {
    const without = toggled(withoutKinds, briefKinds, values);
    return without === null ? null : { withoutKinds: without };
  },
  stories: (values, { withoutLanguages }) => {
    const without = toggled(withoutLanguages, storyLanguages, values);
    return without === null ? null : { withoutLanguages: without };
  },
  floor: ([value = "", ...more]) =>
    /^[01](?:\.\d{1,3})?$/u.test(value) && more.length === 0 ? { floor: Number(value) } : null,
};

function deliveryOf([kind, ...values]: readonly string[]): Change | null {
  if ((kind === "immediate" || kind === "hourly") && values.length === 0) return { delivery: { kind } };
  if (kind === "daily" && values.length === 1) {
    const at = clockMinutes(values[0] ?? "");
    return at === null ? null : { delivery: { kind, at } };
  }
  if (kind !== "weekly" || values.length !== 2) return null;
  const at = clockMinutes(values[1] ?? "");
  return at === null ? null : { delivery: { kind, at, day: Number(values[0]) } };
}

function quietOf([value = "", on, ...more]: readonly string[]): Change | null {
  if (value === "disasters" && (on === "on" || on === "off") && more.length === 0) return { disasters: on === "on" };
  if (on !== undefined) return null;
  if (value === "off") return { quiet: null };
  const times = value.split(/[-–]/u).map(clockMinutes);
  const [from, to] = times;
  return times.length === 2 && typeof from === "number" && typeof to === "number" ? { quiet: { from, to } } : null;
}

/** Unwanted ones of a list, after `<name> on` or `<name> off`; null where that is said of none of `all`. */
function toggled<Name extends string>(
  unwanted: readonly Name[],
  all: readonly Name[],
  [name, on, ...more]: readonly string[],
): Name[] | null {
  const meant = all.find((one) => one === name);
  if (meant === undefined || (on !== "on" && on !== "off") || more.length > 0) return null;
  const others = unwanted.filter((one) => one !== meant);
  return on === "on" ? others : [...others, meant];
}
