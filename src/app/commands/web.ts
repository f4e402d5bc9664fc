import type { Ask } from "../../core/message/ask.js";
import type { Block } from "../../core/message/message.js";
import { replyOf } from "../../core/message/reply.js";
import { Refusal } from "../../core/refusal.js";
import type { Command } from "./table.js";

/** The web page as chats open it. */
export interface WebDoor {
  /** A link that lets in once; null where browsers have no address to come to. */
  link(role: "reader" | "operator", now: number): string | null;
}

/** `/web`: the way to the web page. */
export function webCommands({ web }: { web?: WebDoor | null }): Command[] {
  return [
    {
      name: "web",
      who: "anyone",
      args: "",
      summary: "command-web",
      async run(ask, { language, say, now, isTellalAdmin }) {
        // Whoever presses first is let in, so what only administrators may see is not opened in front of others.
        const operator = isAlone(ask) && (await isTellalAdmin());
        const url = web?.link(operator ? "operator" : "reader", now) ?? null;
        if (url === null) throw new Refusal(say("web-off"));
        const blocks: Block[] = [
          { type: "paragraph", text: [{ type: "link", text: say("web-link"), url }] },
          { type: "paragraph", text: [{ type: "text", text: say("web-link-how") }] },
        ];
        return replyOf({ language, preview: null, blocks });
      },
    },
  ];
}

/** A conversation of one person with us: on Telegram it has the person's number (a channel has its own), in Slack its channels begin with D. */
function isAlone({ chat, from }: Ask): boolean {
  return (chat === from && !chat.startsWith("telegram:-")) || /^slack:[^/]*\/D/u.test(chat);
}
