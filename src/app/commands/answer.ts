import { nearest } from "../../core/fault.js";
import { listReply, textReply } from "../../core/message/reply.js";
import type { Ask } from "../../core/message/ask.js";
import type { Message, Span } from "../../core/message/message.js";
import type { ChatAddress } from "../../core/message/messenger.js";
import type { Say, Tongue, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Command } from "./table.js";

export interface AnswerParts {
  commands: readonly Command[];
  words: Words;
  languageOf: (chat: ChatAddress) => Promise<Tongue>;
  /** Whether somebody is one of `ADMINS` or those they added. */
  isGlobalAdmin: (from: string) => Promise<boolean>;
}

/**
 * Answers asks from one command table: finds the row, asks permission (here and nowhere else), runs it. A refusal
 * becomes the reply; anything else that is thrown is a bug and goes on to the caller. `/help` comes from the table.
 */
export function createAnswer({ commands, words, languageOf, isGlobalAdmin }: AnswerParts) {
  const table: readonly Command[] = [...commands, helpCommand(() => table)];

  async function mayRun(command: Command, ask: Ask): Promise<boolean> {
    if (command.who === "anyone") return true;
    if (await isGlobalAdmin(ask.from)) return true;
    return command.who === "chatAdmin" && ask.isAdmin();
  }

  return async function answer(ask: Ask): Promise<Message> {
    const language = await languageOf(ask.chat);
    const say = words(language);
    const name = commandName(ask.words[0] ?? "help");
    const command = table.find((row) => row.name === name);
    if (command === undefined) return textReply(language, unknownText(name, table, say));
    if (!(await mayRun(command, ask))) {
      return textReply(language, say(command.who === "admin" ? "not-admin" : "not-chat-admin"));
    }
    try {
      return await command.run(ask, { language, say, args: ask.words.slice(1) });
    } catch (error) {
      if (error instanceof Refusal) return textReply(language, error.message);
      throw error;
    }
  };
}

/** `/Help@TellalBot` → `help`. Commands are ASCII: the plain lower case is right, in Turkish too. */
function commandName(word: string): string {
  return word.replace(/^\//u, "").replace(/@.*$/u, "").toLowerCase();
}

function unknownText(name: string, table: readonly Command[], say: Say): string {
  const near = nearest(
    name,
    table.map((row) => row.name),
  );
  return near === null
    ? say("unknown-command", { command: name })
    : say("unknown-command-nearest", { command: name, nearest: near });
}

function helpCommand(table: () => readonly Command[]): Command {
  return {
    name: "help",
    who: "anyone",
    args: "",
    summary: "command-help",
    run: async (_, { language, say }) =>
      listReply(
        language,
        say("help-title"),
        table().map((row) => helpLine(row, say)),
      ),
  };
}

function helpLine({ name, args, summary, who }: Command, say: Say): Span[] {
  const usage = args === "" ? `/${name}` : `/${name} ${args}`;
  const only = who === "anyone" ? "" : ` (${say(who === "admin" ? "help-admin" : "help-chat-admin")})`;
  return [
    { type: "bold", text: usage },
    { type: "text", text: ` — ${say(summary)}${only}` },
  ];
}
