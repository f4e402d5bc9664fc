import { nearest } from "../../core/fault.js";
import type { Ask } from "../../core/message/ask.js";
import type { Message, Span } from "../../core/message/message.js";
import { listReply, replyOf } from "../../core/message/reply.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import { prefixOf, type Command, type SubCommand } from "./table.js";

/** How the arguments of a row are written; empty if there are none. */
export function argumentsText(args: string, say: Say): string {
  return args === "" ? "" : say(args);
}

/** `/mute <topic> — Silences a topic (chat administrators)`. */
export function helpLine({ name, args, summary, who }: SubCommand, prefix: string, say: Say): Span[] {
  const usage = [prefix + name, argumentsText(args, say)].filter((part) => part !== "").join(" ");
  const only = who === "anyone" ? "" : ` (${say(who === "admin" ? "help-admin" : "help-chat-admin")})`;
  return [
    { type: "bold", text: usage },
    { type: "text", text: ` — ${say(summary)}${only}` },
  ];
}

/** One command with its sub-commands. */
export function usageReply(command: Command, ask: Pick<Ask, "chat">, language: Tongue, say: Say): Message {
  const prefix = prefixOf(ask.chat);
  const own = helpLine(command, prefix, say);
  const subs = command.subs ?? [];
  const lines = subs.map((sub) => helpLine(sub, `${prefix}${command.name} `, say));
  return listReply(language, prefix + command.name, lines.length === 0 ? [own] : lines);
}

/** A command that does nothing by itself: without a sub-command it shows them, and a wrong one names the nearest. */
export function groupOf(row: Omit<Command, "run" | "subs">, subs: readonly SubCommand[]): Command {
  const command: Command = {
    ...row,
    subs,
    async run(ask, { args, language, say }) {
      const [word] = args;
      if (word === undefined) return replyOf(usageReply(command, ask, language, say));
      throw new Refusal(unknownSub(word, command, ask, say));
    },
  };
  return command;
}

/** The sentence for a word that names no sub-command. */
function unknownSub(word: string, { name, subs = [] }: Command, ask: Pick<Ask, "chat">, say: Say): string {
  const command = `${prefixOf(ask.chat)}${name}`;
  const names = subs.map((sub) => sub.name);
  const near = nearest(word, names);
  const known = names.map((one) => `${command} ${one}`).join(", ");
  if (near === null) return say("unknown-sub", { word, command, known });
  return say("unknown-sub-nearest", { word, nearest: `${command} ${near}`, known });
}
