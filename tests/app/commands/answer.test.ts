import { expect, test } from "vitest";
import { createAnswer } from "../../../src/app/commands/answer.js";
import type { Command, Who } from "../../../src/app/commands/table.js";
import { plainPaint, renderConsole } from "../../../src/core/message/console.js";
import type { Ask } from "../../../src/core/message/ask.js";
import { replyOf, textReply } from "../../../src/core/message/reply.js";
import { Refusal } from "../../../src/core/refusal.js";
import { words } from "../../core/message/locales.js";

function row(
  name: string,
  who: Who,
  run: Command["run"] = async (_, { language }) => replyOf(textReply(language, "ran")),
): Command {
  return { name, who, args: "arguments-topic", summary: "command-topics", run };
}

async function answered(text: string, who: Partial<Ask> = {}, language: "tr" | "en" = "en"): Promise<string> {
  const { answer } = createAnswer({
    commands: [
      row("topics", "anyone"),
      row("mute", "chatAdmin"),
      row("feed", "admin"),
      row("refuse", "anyone", async () => {
        throw new Refusal("No such topic.");
      }),
      row("broken", "anyone", async () => {
        throw new Error("a bug");
      }),
      row("echo", "anyone", async (_, { args, language }) => replyOf(textReply(language, args.join("|")))),
      { ...row("secret", "anyone"), hidden: true },
    ],
    words,
    languageOf: async () => language,
    isGlobalAdmin: async (from) => from === "telegram:1",
    clock: () => 0,
  });
  const ask: Ask = {
    chat: "telegram:5",
    from: "telegram:2",
    words: text.split(" "),
    language: null,
    isAdmin: async () => false,
    ...who,
  };
  const { messages } = await answer(ask);
  return messages.map((message) => renderConsole(message, { width: 100, paint: plainPaint })).join("\n");
}

test.each(["en", "tr"] as const)("/help comes from the table, in %s", async (language) => {
  expect(await answered("/help", {}, language)).toMatchSnapshot();
});

test("in Slack all commands are words of one", async () => {
  const slack = { chat: "slack:T1/C1" };
  expect(await answered("help", slack)).toContain("/tellal mute <topic>");
  expect(await answered("topcs", slack)).toBe(
    "There is no command topcs. Did you mean /tellal topics? All commands: /tellal help",
  );
});

test("a button's own action runs, and is in no help", async () => {
  expect(await answered("secret")).toBe("ran");
  expect(await answered("help")).not.toContain("secret");
});

const chatAdmin = { isAdmin: async () => true };
const globalAdmin = { from: "telegram:1" };
test.each<[string, Partial<Ask>, string]>([
  ["/mute", {}, "Only administrators of this chat may use this command."],
  ["/mute", chatAdmin, "ran"],
  ["/mute", globalAdmin, "ran"],
  ["/feed", {}, "Only Tellal administrators may use this command."],
  ["/feed", chatAdmin, "Only Tellal administrators may use this command."],
  ["/feed", globalAdmin, "ran"],
])("who may: %s %j", async (text, who, reply) => expect(await answered(text, who)).toBe(reply));

test.each([
  ["/echo a b", "a|b"],
  ["/ECHO@TellalBot a", "a"],
  ["echo", ""],
  ["/topcs", "There is no command topcs. Did you mean /topics? All commands: /help"],
  ["/xyzzyxyzzy", "There is no command xyzzyxyzzy. Type /help to see them all."],
  ["/refuse", "No such topic."],
])("%s → %s", async (text, reply) => expect(await answered(text)).toBe(reply));

test("an empty ask is answered with help", async () => {
  expect(await answered("", { words: [] })).toContain("/topics");
});

test("a bug goes on to the caller", async () => {
  await expect(answered("/broken")).rejects.toThrow("a bug");
});
