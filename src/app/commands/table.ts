import type { Ask } from "../../core/message/ask.js";
import type { Message } from "../../core/message/message.js";
import type { Say, Tongue } from "../../core/message/words.js";

/** Who may: see DESIGN, "How a command travels". */
export type Who = "anyone" | "chatAdmin" | "admin";

/** One row of the command table: menus, usage and permission all come from here. */
export interface Command {
  name: string;
  who: Who;
  /** How the arguments are written: `<topic>`; empty if there are none. */
  args: string;
  /** Name of the sentence in the locale files that says what it does. */
  summary: string;
  /** Throws a `Refusal` for what the asker can cure. */
  run(ask: Ask, heard: Heard): Promise<Message>;
}

/** What the dispatcher knows when a command runs. */
interface Heard {
  language: Tongue;
  say: Say;
  /** The words behind the command. */
  args: readonly string[];
}
