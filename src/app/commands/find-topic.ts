import { nearest } from "../../core/fault.js";
import type { Topic } from "../../core/match/topic.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import { searchKey } from "../../core/text/fold.js";
import type { Store } from "../../store/store.js";

/** A topic as a chat names it. */
export type Named = Pick<Topic, "id" | "name">;

/**
 * The topics that words name, by id or by name, however they are spelt: each word one, or all of them together a name of several
 * words. A word that names none is a `Refusal` that lists what there is.
 */
export function findTopics(words: readonly string[], topics: readonly Named[], language: Tongue, say: Say): Named[] {
  const whole = findTopic(words.join(" "), topics);
  if (whole !== undefined) return [whole];
  const found = words.map((word) => findTopic(word, topics) ?? refuse(word, topics, language, say));
  return [...new Set(found)];
}

/** The topics that a look-up is about: those that are named, else those that the chat follows, else all that it may see. */
export async function chosenTopics(
  named: readonly string[],
  chat: ChatAddress,
  store: Pick<Store, "chats" | "topics">,
  language: Tongue,
  say: Say,
): Promise<readonly Named[]> {
  const topics = await store.topics.seenBy(chat);
  if (named.length > 0) return findTopics(named, topics, language, say);
  const followed = new Set(await store.chats.topicsOf(chat));
  const own = topics.filter(({ id }) => followed.has(id));
  return own.length > 0 ? own : topics;
}

/** The topic that a word or name is of, however it is spelt. */
export function findTopic<Topic extends Named>(word: string, topics: readonly Topic[]): Topic | undefined {
  const key = searchKey(word.trim());
  return topics.find(({ id, name }) => [id, shownId(id), name.tr, name.en].some((one) => searchKey(one) === key));
}

/** Behind this a chat's own topic has a few letters more, so that two chats may call theirs alike and neither learns of it. */
export const ownMark = "~";

/** A topic's id as people write it. */
export function shownId(id: string): string {
  return id.split(ownMark, 1)[0] ?? id;
}

/** The longest name of a topic that the words begin with, at most `most` of them, and the words behind it. Without one, a `Refusal`. */
export function cutTopic<Topic extends Named>(
  words: readonly string[],
  topics: readonly Topic[],
  { language, say }: { language: Tongue; say: Say },
  most = words.length,
): { topic: Topic; rest: string[] } {
  for (let count = Math.min(most, words.length); count > 0; count -= 1) {
    const topic = findTopic(words.slice(0, count).join(" "), topics);
    if (topic !== undefined) return { topic, rest: words.slice(count) };
  }
  return refuse(words[0] ?? "", topics, language, say);
}

function refuse(word: string, topics: readonly Named[], language: Tongue, say: Say): never {
  const ids = topics.map(({ id }) => shownId(id));
  const near = nearest(word, [...ids, ...topics.map(({ name }) => name[language])]);
  const list = listText(ids, language);
  if (near !== null) throw new Refusal(say("unknown-topic-nearest", { topic: word, nearest: near, topics: list }));
  throw new Refusal(say("unknown-topic", { topic: word, topics: list }));
}

const formats = { tr: new Intl.ListFormat("tr"), en: new Intl.ListFormat("en") };

/** `Kızılay ve TDT`. */
export function listText(words: readonly string[], language: Tongue): string {
  return formats[language].format(words);
}
