import type { Ask, Filled, Reply } from "../../core/message/ask.js";
import type { Block } from "../../core/message/message.js";
import type { Form, Values } from "../../core/message/form.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface KeywordsFormParts {
  store: Pick<Store, "topics">;
  /** Runs a command line as if it had been typed: `/keyword` asks for its own rights. */
  answer: (ask: Ask) => Promise<Reply>;
}

const most = 500;

/** `/tellal keywords`: an expression is tried and added in a window, which shows what it would find. */
export function keywordsFormCommand({ store, answer }: KeywordsFormParts): Command {
  async function made({ chat }: Ask, { args, language, say }: Heard, values: Values, blocks: Block[]): Promise<Form> {
    const topics = await store.topics.seenBy(chat);
    if (topics.length === 0) throw new Refusal(say("topics-none"));
    const options = topics.map(({ id, name }) => ({ value: id, label: name[language] }));
    const asked = values["topic"] ?? args[0] ?? null;
    const named = options.find(({ value }) => value === asked)?.value ?? options[0]?.value ?? null;
    const expression = values["expression"];
    const plain = { hint: null, optional: false };
    return {
      language,
      title: say("keywords-title"),
      submit: say("keywords-submit"),
      blocks,
      fields: [
        { ...plain, type: "choice", name: "topic", label: say("keywords-topic"), options, value: named },
        {
          ...plain,
          hint: say("keywords-hint"),
          type: "text",
          name: "expression",
          label: say("keywords-expression"),
          value: typeof expression === "string" ? expression : "",
          most,
        },
        {
          ...plain,
          type: "choice",
          name: "what",
          label: say("keywords-what"),
          options: [
            { value: "test", label: say("keywords-test") },
            { value: "add", label: say("keywords-add") },
          ],
          value: "test",
        },
      ],
    };
  }

  async function fill(ask: Ask, heard: Heard, values: Values): Promise<Filled> {
    const [topic, expression, what] = ["topic", "expression", "what"].map((name) => String(values[name] ?? ""));
    const line = ["keyword", what ?? "test", topic ?? "", ...(expression ?? "").split(/\s+/u)];
    const { messages } = await answer({ ...ask, words: line.filter((word) => word !== "") });
    // The window stays, with what was found above the fields.
    const form = await made(
      ask,
      heard,
      values,
      messages.flatMap(({ blocks }) => blocks),
    );
    return { kind: "form", form };
  }

  return {
    name: "keywords",
    who: "chatAdmin",
    args: "arguments-topic",
    summary: "command-keywords",
    only: "slack",
    form: { open: (ask, heard) => made(ask, heard, {}, []), fill },
    run: async ({ chat }, { language, say }) =>
      replyOf(textReply(language, say("form-elsewhere", { command: `${prefixOf(chat)}keywords` }))),
  };
}
