import type { Words } from "../../core/message/words.js";
import type { Feeds } from "../../feeds/outcome.js";
import type { Store } from "../../store/store.js";
import { createAllowance } from "../allowance.js";
import type { DeliveryRules } from "../delivery-rules.js";
import { createTrial } from "../keyword-trial.js";
import { adminCommands } from "./admins.js";
import { auditCommands } from "./audit.js";
import { broadcastCommands } from "./broadcast.js";
import { createChanges } from "./change.js";
import { feedCommands } from "./feeds.js";
import { keywordCommands } from "./keywords.js";
import { statusCommands } from "./status.js";
import type { Command } from "./table.js";
import { topicCommands } from "./topics.js";

interface DeskParts {
  store: Store;
  feeds: Pick<Feeds, "read">;
  words: Words;
  rules: DeliveryRules;
  admins: readonly string[];
  clock: () => number;
  breathe: () => Promise<void>;
}

/** What costs work may be asked so often by one person. */
const costly = { count: 6, span: 60_000 };

/** The commands by which topics, keywords, feeds and admins are changed and looked after. */
export function adminDesk({ store, feeds, words, rules, admins, clock, breathe }: DeskParts): Command[] {
  const changes = createChanges({ store });
  const allow = createAllowance(costly);
  return [
    ...keywordCommands({ store, changes, allow, trial: createTrial({ store, clock, breathe }) }),
    ...topicCommands({ store, changes }),
    ...feedCommands({ store, feeds, changes, allow }),
    ...adminCommands({ store, changes, fixed: admins }),
    ...auditCommands({ store }),
    ...statusCommands({ store, rules }),
    ...broadcastCommands({ store, words, changes }),
    ...changes.commands,
  ];
}
