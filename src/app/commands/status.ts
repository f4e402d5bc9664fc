import { momentText, spanText } from "../../core/message/dates.js";
import type { Block, Span } from "../../core/message/message.js";
import { replyOf } from "../../core/message/reply.js";
import type { Store } from "../../store/store.js";
import type { LaneState } from "../../store/summary.js";
import { platformOf, type DeliveryRules } from "../delivery-rules.js";
import { feedLine } from "./feeds.js";
import type { Command, Heard } from "./table.js";

interface StatusParts {
  store: Pick<Store, "chatSettings" | "feeds" | "laneStates" | "standing">;
  rules: DeliveryRules;
}

/** Of more than this that wait, one is told when they will be through. */
const crowd = 100;

/** `/status`: how feeds, lanes and outbox stand. */
export function statusCommands({ store, rules }: StatusParts): Command[] {
  function laneLine({ lane, waiting, oldest, sent }: LaneState, zone: string, { language, say, now }: Heard): Span[] {
    const parts = [
      sent === null
        ? say("status-sent-none")
        : say("status-sent", { ago: say("ago", { span: spanText(now - sent, language) }) }),
      say("status-waiting", { count: waiting }),
    ];
    if (oldest !== null) parts.push(say("status-oldest", { span: spanText(now - oldest, language) }));
    if (waiting >= crowd) {
      const through = now + waiting * rules.platforms[platformOf(lane)].perSend;
      parts.push(say("status-through", { time: momentText(through, language, zone) }));
    }
    return [
      { type: "bold", text: lane },
      { type: "text", text: ` — ${parts.join(", ")}` },
    ];
  }

  return [
    {
      name: "status",
      who: "admin",
      args: "",
      summary: "command-status",
      async run({ chat }, heard) {
        const { language, say } = heard;
        const { zone } = await store.chatSettings.of(chat);
        const feeds = (await store.feeds.list()).map((row) => feedLine(row, heard));
        const lanes = (await store.laneStates()).map((state) => laneLine(state, zone, heard));
        const { stories, unread, owed, sending, dead } = await store.standing();
        const facts: [label: string, count: number][] = [
          [say("status-stories"), stories],
          [say("status-unread"), unread],
          [say("status-owed"), owed],
          [say("status-uncertain"), sending],
          [say("status-dead"), dead],
        ];
        const blocks: Block[] = [
          { type: "heading", text: [{ type: "text", text: say("status-title") }] },
          { type: "list", label: say("feed-title"), items: feeds, rest: null },
          { type: "list", label: say("status-lanes"), items: lanes, rest: null },
          {
            type: "facts",
            facts: facts.map(([label, count]) => ({ label, value: [{ type: "text", text: String(count) }] })),
          },
        ];
        return replyOf({ language, preview: null, blocks });
      },
    },
  ];
}
