import type { Ask, Filled } from "../../core/message/ask.js";
import type { Field, Form, Values } from "../../core/message/form.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { listText } from "./find-topic.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface ConfigureParts {
  store: Pick<Store, "chats" | "topics">;
}

/** `/tellal configure`: all that a chat chooses, in one window. */
export function configureCommand({ store }: ConfigureParts): Command {
  async function open({ chat }: Ask, { language, say }: Heard): Promise<Form> {
    const topics = await store.topics.seenBy(chat);
    if (topics.length === 0) throw new Refusal(say("topics-none"));
    const followed = await store.chats.topicsOf(chat);
    const fields: Field[] = [
      {
        type: "choices",
        name: "topics",
        label: say("configure-topics"),
        hint: null,
        optional: true,
        options: topics.map(({ id, name }) => ({ value: id, label: name[language] })),
        values: followed,
      },
    ];
    return { language, title: say("configure-title"), submit: say("form-save"), blocks: [], fields };
  }

  async function fill({ chat }: Ask, heard: Heard, values: Values): Promise<Filled> {
    const { language, say, now } = heard;
    const wanted = new Set(listOf(values["topics"]));
    const followed = await store.chats.topicsOf(chat);
    const id = await store.chats.ensure(chat, language, now);
    for (const topic of wanted) if (!followed.includes(topic)) await store.chats.subscribe(id, topic, now);
    for (const topic of followed) if (!wanted.has(topic)) await store.chats.unsubscribe(chat, topic);
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

/** A field of several choices, as a list. */
function listOf(value: Values[string] | undefined): readonly string[] {
  return value === null || value === undefined ? [] : typeof value === "string" ? [value] : value;
}
