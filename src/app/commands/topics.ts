import { randomInt } from "node:crypto";
import type { Ask } from "../../core/message/ask.js";
import { cleanText } from "../../core/message/clean.js";
import { Refusal } from "../../core/refusal.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import type { Store } from "../../store/store.js";
import type { OwnedTopic } from "../../store/topics.js";
import type { Changes } from "./change.js";
import { cutTopic, ownMark, shownId } from "./find-topic.js";
import { prefixOf, type Command, type Heard, type SubCommand } from "./table.js";
import { groupOf } from "./usage.js";

interface TopicParts {
  store: Pick<Store, "chats" | "topics">;
  changes: Changes;
}

const idForm = /^[a-z0-9][a-z0-9_-]{0,23}$/u;
const longestName = 40;
/** A chat's own topics are bounded: anybody may have some. */
const mostOwn = 10;

/** `/topic add|own|rename|remove`. */
export function topicCommands({ store, changes }: TopicParts): Command[] {
  async function aimed({ chat }: Ask, heard: Heard): Promise<{ topic: OwnedTopic; rest: string[] }> {
    if (heard.args.length === 0) throw new Refusal(usage(chat, heard));
    const { topic: seen, rest } = cutTopic(heard.args, await store.topics.seenBy(chat), heard, 5);
    const topic = await store.topics.find(seen.id);
    if (topic === null) throw new Refusal(heard.say("change-overtaken"));
    await changes.demand(topic.owner, heard);
    return { topic, rest };
  }

  /** Refuses an id that the chat knows already. What other chats call their own topics counts for nothing, and shows nowhere. */
  async function freeId(id: string, { chat }: Ask, { say }: Heard): Promise<number> {
    if (!idForm.test(id)) throw new Refusal(say("topic-id"));
    const seen = await store.topics.seenBy(chat);
    if (seen.some((topic) => shownId(topic.id) === id)) throw new Refusal(say("topic-known", { topic: id }));
    return seen.filter(({ own }) => own).length;
  }

  async function addOwn(ask: Ask, heard: Heard) {
    const { args, language, say, now } = heard;
    const [id = "", ...rest] = args;
    const name = namesOf(rest, ask, heard);
    if ((await freeId(id, ask, heard)) >= mostOwn) throw new Refusal(say("topic-full", { count: mostOwn }));
    const owner = await store.chats.ensure(ask.chat, language, now);
    const topic = { id: `${id}${ownMark}${letters(5)}`, name, owner, keywords: [] };
    return changes.now({ kind: "topic-add", topic }, owner, ask, heard);
  }

  const add: SubCommand["run"] = async (ask, heard) => {
    if (!(await heard.isTellalAdmin())) return addOwn(ask, heard);
    const [id = "", ...rest] = heard.args;
    const name = namesOf(rest, ask, heard);
    await freeId(id, ask, heard);
    return changes.now({ kind: "topic-add", topic: { id, name, owner: null, keywords: [] } }, null, ask, heard);
  };

  const rename: SubCommand["run"] = async (ask, heard) => {
    const { topic, rest } = await aimed(ask, heard);
    const to = namesOf(rest, ask, heard);
    return changes.now({ kind: "topic-rename", topic: topic.id, from: topic.name, to }, topic.owner, ask, heard);
  };

  const remove: SubCommand["run"] = async (ask, heard) => {
    const { topic } = await aimed(ask, heard);
    const { say, language } = heard;
    const count = await store.topics.followers(topic.id);
    const text = say("topic-remove-question", { topic: topic.name[language], count });
    const action = { kind: "change", change: { kind: "topic-remove", topic }, owner: topic.owner } as const;
    return changes.question(action, [{ type: "paragraph", text: [{ type: "text", text }] }], ask, heard);
  };

  const who = "chatAdmin";
  return [
    groupOf({ name: "topic", who, args: "arguments-topic-group", summary: "command-topic" }, [
      { name: "add", who, args: "arguments-topic-names", summary: "topic-command-add", run: add },
      { name: "own", who, args: "arguments-topic-names", summary: "topic-command-own", run: addOwn },
      { name: "rename", who, args: "arguments-topic-names", summary: "topic-command-rename", run: rename },
      { name: "remove", who, args: "arguments-topic", summary: "topic-command-remove", run: remove },
    ]),
  ];
}

/** `Kan bağışı | Blood donation`; one name alone is that of both languages. */
function namesOf(words: readonly string[], { chat }: Ask, heard: Heard): { tr: string; en: string } {
  const names = words.join(" ").split("|");
  const [tr = "", en = tr] = names.map((name) => cleanText(name).trim());
  if (names.length > 2 || tr === "" || en === "") throw new Refusal(usage(chat, heard));
  if (Math.max(tr.length, en.length) > longestName) {
    throw new Refusal(heard.say("topic-name-long", { count: longestName }));
  }
  return { tr, en };
}

function usage(chat: ChatAddress, { say }: Heard): string {
  return say("topic-usage", { command: `${prefixOf(chat)}topic` });
}

/** Letters and digits by chance. */
function letters(count: number): string {
  const known = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: count }, () => known.charAt(randomInt(known.length))).join("");
}
