import type { Topic } from "../../core/match/topic.js";
import { listReply, textReply } from "../../core/message/reply.js";
import type { Command } from "./table.js";

/** `/topics`: what can be subscribed to in the chat that asks, by id and name. */
export function topicsCommand(topicsOf: (chat: string) => Promise<readonly Pick<Topic, "id" | "name">[]>): Command {
  return {
    name: "topics",
    who: "anyone",
    args: "",
    summary: "command-topics",
    async run(ask, { language, say }) {
      const topics = await topicsOf(ask.chat);
      if (topics.length === 0) return textReply(language, say("topics-none"));
      return listReply(
        language,
        say("topics-title"),
        topics.map((topic) => [
          { type: "bold", text: topic.id },
          { type: "text", text: ` — ${topic.name[language]}` },
        ]),
      );
    },
  };
}
