import { nearest } from "../../core/fault.js";
import type { Ask, MenuEntry, Reply } from "../../core/message/ask.js";
import { platformOf } from "../../core/message/address.js";
import type { ChatAddress, Platform } from "../../core/message/messenger.js";
import { listReply, replyOf, textReply } from "../../core/message/reply.js";
import type { Say, Tongue, Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import { createForms } from "./forms.js";
import { prefixOf, type Command, type Heard, type Who } from "./table.js";
import { argumentsText, helpLine, usageReply } from "./usage.js";

export interface AnswerParts {
  commands: readonly Command[];
  words: Words;
  languageOf: (ask: Pick<Ask, "chat" | "language">) => Promise<Tongue>;
  /** Whether somebody is one of `ADMINS` or those they added. */
  isGlobalAdmin: (from: string) => Promise<boolean>;
  /** Whether words that are no command name a topic of the chat: then they ask for its news. */
  isTopic?: (ask: Ask) => Promise<boolean>;
  /** Keeps how an administrator of Tellal is called, and the chat. Nobody else's name is kept for asking. */
  note?: (names: Readonly<Record<string, string>>, now: number) => Promise<void>;
  clock: () => number;
}

/**
 * Answers asks from one command table: finds the row, asks permission (here and nowhere else), runs it. A refusal
 * becomes the reply; anything else that is thrown is a bug and goes on to the caller. `/help` and menus come from the table.
 */
export function createAnswer({ commands, words, languageOf, isGlobalAdmin, isTopic, note, clock }: AnswerParts) {
  const table: readonly Command[] = [...commands, helpCommand((chat) => shownOn(platformOf(chat)))];
  const shown = table.filter((row) => row.hidden !== true);
  const shownOn = (platform: Platform | null) => shown.filter((row) => (row.only ?? platform) === platform);

  async function mayRun(who: Who, ask: Ask): Promise<boolean> {
    if (who === "anyone") return true;
    if (await isGlobalAdmin(ask.from)) return true;
    return who === "chatAdmin" && ask.isAdmin();
  }

  /** Runs a row of the table for who may; else what is said in its place. */
  async function permitted<Result>(
    ask: Ask,
    run: (command: Command, heard: Heard) => Promise<Result>,
  ): Promise<Result | Reply> {
    const language = await languageOf(ask);
    const say = words(language);
    const [word = "help", ...behind] = withoutStart(ask.words);
    const name = commandName(word);
    const platform = platformOf(ask.chat);
    const command = table.find((row) => row.name === name && (row.only ?? platform) === platform);
    if (command === undefined) {
      return replyOf(textReply(language, unknownText(name, shownOn(platform), prefixOf(ask.chat), say)));
    }
    const sub = command.subs?.find((row) => row.name === behind[0]?.toLowerCase());
    const row: Command = sub ?? command;
    if (!(await mayRun(row.who, ask))) {
      return replyOf(textReply(language, say(row.who === "admin" ? "not-admin" : "not-chat-admin")));
    }
    if (row.who === "admin" && ask.names !== undefined) await note?.(ask.names, clock());
    try {
      const args = sub === undefined ? behind : behind.slice(1);
      const isTellalAdmin = () => isGlobalAdmin(ask.from);
      return await run(row, { language, say, now: clock(), args, isTellalAdmin });
    } catch (error) {
      if (error instanceof Refusal) return replyOf(textReply(language, error.message));
      throw error;
    }
  }

  async function answer(ask: Ask): Promise<Reply> {
    const [word = "help"] = withoutStart(ask.words);
    const isCommand = table.some(({ name }) => name === commandName(word));
    const words = !isCommand && (await isTopic?.(ask)) === true ? ["latest", ...ask.words] : ask.words;
    const meant = { ...ask, words };
    return permitted(meant, (command, heard) => command.run(meant, heard));
  }
  const forms = createForms({ table, permitted });

  const menu = shown.map(({ name, args, who, summary, only }): MenuEntry => {
    const entry = (language: Tongue) => words(language)(summary);
    return { name, args: argumentsText(args, words("tr")), who, only, summary: { tr: entry("tr"), en: entry("en") } };
  });

  return { answer, menu, ...forms };
}

/** A deep link's `/start kizilay` asks for what `/subscribe kizilay` does, and needs the same right. */
function withoutStart(words: readonly string[]): readonly string[] {
  const [word = "", ...args] = words;
  return commandName(word) === "start" && args.length > 0 ? ["subscribe", ...args] : words;
}

/** `/Help@TellalBot` → `help`. Commands are ASCII: the plain lower case is right, in Turkish too. */
function commandName(word: string): string {
  return word.replace(/^\//u, "").replace(/@.*$/u, "").toLowerCase();
}

function unknownText(name: string, table: readonly Command[], prefix: string, say: Say): string {
  const near = nearest(
    name,
    table.map((row) => row.name),
  );
  const help = `${prefix}help`;
  return near === null
    ? say("unknown-command", { command: name, help })
    : say("unknown-command-nearest", { command: name, nearest: prefix + near, help });
}

/** All commands, or one with its sub-commands. */
function helpCommand(table: (chat: ChatAddress) => readonly Command[]): Command {
  return {
    name: "help",
    who: "anyone",
    args: "arguments-help",
    summary: "command-help",
    async run(ask, { language, say, args: [word] }) {
      const rows = table(ask.chat);
      const prefix = prefixOf(ask.chat);
      if (word === undefined) {
        const lines = rows.map((row) => helpLine(row, prefix, say));
        return replyOf(listReply(language, say("help-title"), lines));
      }
      const name = commandName(word);
      const command = rows.find((row) => row.name === name);
      if (command === undefined) throw new Refusal(unknownText(name, rows, prefix, say));
      return replyOf(usageReply(command, ask, language, say));
    },
  };
}
