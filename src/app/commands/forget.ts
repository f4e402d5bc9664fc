import { replacing, textReply } from "../../core/message/reply.js";
import type { Store } from "../../store/store.js";
import type { Command } from "./table.js";

/** `/forget`: deletes all that is kept of the chat, after a question. */
export function forgetCommands({ store }: { store: Pick<Store, "forget"> }): Command[] {
  return [
    {
      name: "forget",
      who: "chatAdmin",
      args: "",
      summary: "command-forget",
      async run(_ask, { language, say }) {
        const { blocks, ...question } = textReply(language, say("forget-question"));
        const buttons = [{ label: say("forget-yes"), action: "forgotten" }];
        return replacing({ ...question, blocks: [...blocks, { type: "buttons", buttons }] });
      },
    },
    {
      name: "forgotten",
      who: "chatAdmin",
      args: "",
      summary: "command-forget",
      hidden: true,
      async run({ chat }, { language, say }) {
        const known = await store.forget(chat);
        return replacing(textReply(language, say(known ? "forget-done" : "forget-nothing")));
      },
    },
  ];
}
