import type { Ask, Reply } from "../../core/message/ask.js";
import { momentText } from "../../core/message/dates.js";
import type { Button, Message } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import { replacing, replyOf, textReply } from "../../core/message/reply.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import { searchKey } from "../../core/text/fold.js";
import type { Store } from "../../store/store.js";
import { findTopics, listText, type Named } from "./find-topic.js";
import { prefixOf, type Command, type Heard } from "./table.js";

type MuteStore = Pick<Store, "chats" | "chatSettings" | "topics" | "views">;

const hour = 60 * 60_000;
const day = 24 * hour;
/** As a person writes a span, in either language. */
const units = new Map(
  [
    [60_000, "m min minute minutes dk dakika"],
    [hour, "h hour hours sa saat"],
    [day, "d day days g gün"],
    [7 * day, "w week weeks hf hafta"],
    [30 * day, "month months ay"],
  ].flatMap(([length, names]) =>
    String(names)
      .split(" ")
      .map((name) => [searchKey(name), Number(length)] as const),
  ),
);
const shortest = 60_000;
const longest = 366 * day;
const ends = new Set(["off", "kapat", "bitir"].map(searchKey));

/** `/mute`, and the button under a post that mutes the topics that brought it. */
export function muteCommands(store: MuteStore): Command[] {
  async function followed(chat: ChatAddress): Promise<Named[]> {
    const ids = new Set(await store.chats.topicsOf(chat));
    return (await store.topics.seenBy(chat)).filter(({ id }) => ids.has(id));
  }

  /** Mutes topics until a time, or no longer, and says so with what undoes it at hand. */
  async function mute(
    { chat }: Ask,
    topics: readonly Named[],
    until: number | null,
    { language, say }: Heard,
  ): Promise<Message> {
    const muted: Named[] = [];
    for (const topic of topics) if (await store.chatSettings.mute(chat, topic.id, until)) muted.push(topic);
    if (muted.length === 0) throw new Refusal(say("mute-unfollowed"));
    const names = namesOf(muted, language);
    const ids = muted.map(({ id }) => id).join(" ");
    if (until === null) {
      return withButtons(textReply(language, say("mute-ended", { topics: names })), [
        button(say("mute-day"), `mute ${ids} 1d`),
      ]);
    }
    const { zone } = await store.chatSettings.of(chat);
    const text = say("muted", { topics: names, time: momentText(until, language, zone) });
    return withButtons(textReply(language, text), [
      button(say("mute-week"), `mute ${ids} 7d`),
      button(say("mute-end"), `mute ${ids} off`),
    ]);
  }

  /** What is muted, and a button for each topic that is followed. */
  async function menu(chat: ChatAddress, { language, say, now }: Heard): Promise<Message> {
    const topics = await followed(chat);
    if (topics.length === 0) return textReply(language, say("mute-unfollowed"));
    const mutes = new Map((await store.chatSettings.mutes(chat, now)).map(({ topic, until }) => [topic, until]));
    const { zone } = await store.chatSettings.of(chat);
    const facts = topics
      .filter(({ id }) => mutes.has(id))
      .map(({ id, name }) => {
        const time = momentText(mutes.get(id) ?? now, language, zone);
        return { label: name[language], value: [{ type: "text" as const, text: say("muted-until", { time }) }] };
      });
    const { blocks, ...message } = textReply(language, say(facts.length === 0 ? "mute-choose" : "mute-now"));
    const buttons = topics.map(({ id, name }): Button => {
      const topic = name[language];
      return mutes.has(id)
        ? { label: say("mute-offer-end", { topic }), action: `mute ${id} off` }
        : { label: say("mute-offer", { topic }), action: `mute ${id} 1d` };
    });
    const shown = facts.length === 0 ? [] : [{ type: "facts" as const, facts }];
    return { ...message, blocks: [...blocks, ...shown, { type: "buttons", buttons }] };
  }

  async function run(ask: Ask, heard: Heard): Promise<Reply> {
    const { language, say, now } = heard;
    const args = joinedSpan(heard.args);
    if (args.length === 0) return replacing(await menu(ask.chat, heard));
    const last = args.at(-1) ?? "";
    const isEnd = ends.has(searchKey(last));
    const isSpan = /^\d/u.test(last);
    const named = isEnd || isSpan ? args.slice(0, -1) : args;
    if (named.length === 0) throw new Refusal(say("mute-which", { command: `${prefixOf(ask.chat)}mute` }));
    const topics = findTopics(named, await store.topics.seenBy(ask.chat), language, say);
    const until = isEnd ? null : now + (isSpan ? spanOf(last, say) : day);
    return replacing(await mute(ask, topics, until, heard));
  }

  async function hush(ask: Ask, heard: Heard): Promise<Reply> {
    const story = heard.args[0] ?? "";
    const known = await store.views.seenIn(ask.chat, story);
    if (known === null) throw new Refusal(heard.say("more-gone"));
    const ids = new Set(known.view.topics.map(({ id }) => id));
    const topics = (await followed(ask.chat)).filter(({ id }) => ids.has(id));
    return replyOf(await mute(ask, topics, heard.now + day, heard));
  }

  return [
    { name: "mute", who: "chatAdmin", args: "arguments-mute", summary: "command-mute", run },
    { name: "hush", who: "chatAdmin", args: "", summary: "command-mute", hidden: true, run: hush },
  ];
}

/** `2 gün` at the end is one word, `2gün`, whether we know the unit or say that we do not. */
function joinedSpan(words: readonly string[]): readonly string[] {
  const [count = "", unit = ""] = words.slice(-2);
  return /^\d+$/u.test(count) && /^\p{L}+$/u.test(unit) ? [...words.slice(0, -2), count + unit] : words;
}

/** `2hours`, or as people shorten it: `90m`, `3h`, `1g`, `2hf`. */
function spanOf(text: string, say: Say): number {
  const [, count = "", unit = ""] = /^(\d{1,4})(\p{L}+)$/u.exec(text) ?? [];
  const span = Number(count) * (units.get(searchKey(unit)) ?? 0);
  if (!(span >= shortest && span <= longest)) throw new Refusal(say("mute-span", { span: text }));
  return span;
}

function namesOf(topics: readonly Named[], language: Tongue): string {
  return listText(
    topics.map(({ name }) => name[language]),
    language,
  );
}

/** An action that a platform could not send back is no button. */
function button(label: string, action: string): Button[] {
  return action.length <= 64 ? [{ label, action }] : [];
}

function withButtons(message: Message, buttons: readonly Button[][]): Message {
  const made = buttons.flat();
  if (made.length === 0) return message;
  return { ...message, blocks: [...message.blocks, { type: "buttons", buttons: made }] };
}
