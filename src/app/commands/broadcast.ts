import { broadcastPost } from "../../core/message/broadcast.js";
import { Refusal } from "../../core/refusal.js";
import type { Words } from "../../core/message/words.js";
import type { Store } from "../../store/store.js";
import type { Changes } from "./change.js";
import type { Command } from "./table.js";

interface BroadcastParts {
  store: Pick<Store, "chats">;
  words: Words;
  changes: Changes;
}

const longest = 3_000;

/** `/broadcast`: an announcement to every chat, shown as it will look before anybody gets it. */
export function broadcastCommands({ store, words, changes }: BroadcastParts): Command[] {
  return [
    {
      name: "broadcast",
      who: "admin",
      args: "arguments-text",
      summary: "command-broadcast",
      async run(ask, heard) {
        const { args, say, language } = heard;
        const text = (ask.behind ?? args.join(" ")).trim();
        if (text === "") throw new Refusal(say("broadcast-empty"));
        if (text.length > longest) throw new Refusal(say("broadcast-long", { count: longest }));
        const count = (await store.chats.list()).filter(({ gone }) => gone === null).length;
        const { blocks } = broadcastPost(text, language, words);
        const question = say("broadcast-question", { count });
        const asking = [...blocks, { type: "paragraph" as const, text: [{ type: "bold" as const, text: question }] }];
        return changes.question({ kind: "broadcast", text }, asking, ask, heard);
      },
    },
  ];
}
