import type { Ask, Filled, MenuEntry, Reply } from "../../core/message/ask.js";
import type { Form, Values } from "../../core/message/form.js";
import { platformOf } from "../../core/message/address.js";
import type { ChatAddress, Platform } from "../../core/message/messenger.js";
import type { Say, Tongue } from "../../core/message/words.js";

/** Who may: anyone; who administers the chat; who is named in `ADMINS` or was added to them. */
export type Who = MenuEntry["who"];

/** One row of the command table: menus, usage and permission all come from here. */
export interface Command extends SubCommand {
  /** A button's own action, which no menu and no help shows. */
  hidden?: true;
  /** What the word behind the command may name; anything else is for `run`. */
  subs?: readonly SubCommand[];
  /** The one platform that has it; all have the others. */
  only?: Platform;
  /** Where the platform has windows: what is filled in there. */
  form?: CommandForm;
}

/** `add` of `/keyword add`. */
export interface SubCommand {
  name: string;
  who: Who;
  /** Name of the sentence that says how the arguments are written: `<topic>`; empty if there are none. */
  args: string;
  /** Name of the sentence in the locale files that says what it does. */
  summary: string;
  /** Throws a `Refusal` for what the asker can cure. */
  run(ask: Ask, heard: Heard): Promise<Reply>;
}

/** A command that is filled in. `open` throws a `Refusal` in place of a form; `fill` is given only what the form offers. */
export interface CommandForm {
  open: (ask: Ask, heard: Heard) => Promise<Form>;
  fill: (ask: Ask, heard: Heard, values: Values, form: Form) => Promise<Filled>;
}

/** What the dispatcher knows when a command runs. */
export interface Heard {
  language: Tongue;
  say: Say;
  now: number;
  /** The words behind the command, or behind its sub-command. */
  args: readonly string[];
  /** Whether the asker may change what is everybody's. */
  isTellalAdmin: () => Promise<boolean>;
}

/** What is typed before a command's name. */
export function prefixOf(chat: ChatAddress): string {
  return platformOf(chat) === "slack" ? "/tellal " : "/";
}
