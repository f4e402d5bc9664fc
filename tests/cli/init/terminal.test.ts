import { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Question } from "../../../src/cli/init/prompts.js";
import { terminalPrompts } from "../../../src/cli/init/terminal.js";
import { Refusal } from "../../../src/core/refusal.js";

/** A terminal in which keys are pressed once something is shown. */
function terminal(given: Record<string, string> = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (bytes: Buffer) => (shown += bytes.toString()));
  async function press(keys: string, after: string) {
    while (!shown.includes(after)) await sleep(5);
    shown = "";
    input.write(keys);
  }
  return { prompts: terminalPrompts({ input, output, given }), press, shown: () => shown };
}

const question: Question = {
  name: "WEB_PORT",
  text: "Port",
  hint: "such as 80",
  secret: false,
  fault: (answer) => (/^\d*$/u.test(answer) ? null : `${answer} is no port`),
};

test("an answer is read, after a fault once more", async () => {
  const { prompts, press } = terminal();
  const answer = prompts.ask(question);
  await press("8x", "such as 80");
  await press("\r", "8x");
  await press("\u007F1\r", "8x is no port");
  expect(await answer).toBe("81");
});

test("what is secret is not shown", async () => {
  const { prompts, press, shown } = terminal();
  const answer = prompts.ask({ ...question, secret: true });
  await press("4711\r", "such as 80");
  expect(await answer).toBe("4711");
  expect(shown()).not.toMatch(/[471]{2}/u);
});

test("an answer that came with the command is taken instead of asking; a wrong one is told, and asked for", async () => {
  const { prompts } = terminal({ WEB_PORT: "80" });
  expect(await prompts.ask(question)).toBe("80");
  const other = terminal({ WEB_PORT: "http" });
  const answer = other.prompts.ask(question);
  await other.press("81\r", "WEB_PORT: http is no port");
  expect(await answer).toBe("81");
});

test("nothing but Enter is an empty answer", async () => {
  const { prompts, press } = terminal();
  const answer = prompts.ask({ ...question, secret: true });
  await press("\r", "such as 80");
  expect(await answer).toBe("");
});

test.each([
  ["y", true],
  ["\r", false],
])("to agree to something takes a yes: %j", async (key, agreed) => {
  const { prompts, press } = terminal();
  const answer = prompts.agree("Replace it?");
  await press(key, "Replace it?");
  expect(await answer).toBe(agreed);
});

test("what is told is broken between words", () => {
  const { prompts, shown } = terminal();
  prompts.refuse(question, `${"word ".repeat(30)}end`);
  const lines = shown().split("\n");
  expect(lines.every((line) => /(?:^|word|end|│)\s*$/u.test(line))).toBe(true);
  expect(lines.filter((line) => line.includes("word"))).toHaveLength(2);
});

test("Ctrl-C stops with a refusal", async () => {
  const { prompts, press } = terminal();
  const answer = prompts.ask(question);
  await press("\u0003", "such as 80");
  await expect(answer).rejects.toThrow(Refusal);
});
