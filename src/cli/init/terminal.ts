import type { Readable, Writable } from "node:stream";
import * as clack from "@clack/prompts";
import { Refusal } from "../../core/refusal.js";
import type { Prompts } from "./prompts.js";

interface TerminalParts {
  input: Readable;
  output: Writable;
  /** Answers that came with the command, by name: each is taken once, instead of asking. */
  given: Readonly<Record<string, string | undefined>>;
}

/** Runs something with a person who answers, with a beginning and an end that tells how to go on. */
export async function atTerminal(parts: TerminalParts, run: (prompts: Prompts) => Promise<void>): Promise<void> {
  const { output } = parts;
  clack.intro("Tellal: a first start", { output });
  await run(terminalPrompts(parts));
  clack.outro("Now tellal start, or npm start; tellal doctor looks whether all is well.", { output });
}

/** A person at a terminal. What is secret shows as dots. Ctrl-C is a `Refusal`. */
export function terminalPrompts({ input, output, given }: TerminalParts): Prompts {
  const left = new Map(Object.entries(given));
  const streams = { input, output };

  function take(name: string): string {
    const answer = left.get(name) ?? "";
    left.delete(name);
    return answer.trim();
  }

  return {
    async ask({ name, text, hint, secret, fault }) {
      const known = take(name);
      if (known !== "") {
        const wrong = fault(known);
        if (wrong === null) return known;
        clack.log.error(`${name}: ${wrong}`, { output });
      }
      const validate = (value: string | undefined) => fault((value ?? "").trim()) ?? undefined;
      const message = `${text} (${hint})`;
      const answer = secret
        ? await clack.password({ ...streams, message, validate })
        : await clack.text({ ...streams, message, validate });
      return answered(answer ?? "").trim();
    },
    async agree(what) {
      return answered(await clack.confirm({ ...streams, message: what, initialValue: false }));
    },
    tell: (text) => clack.log.success(folded(text, output), { output, spacing: 0 }),
    refuse: (_question, why) => clack.log.error(folded(why, output), { output, spacing: 0 }),
    // The library's own spinner takes the keyboard meanwhile and ends the process with 0 at Ctrl-C.
    async during(what, work) {
      output.write(`${clack.S_STEP_SUBMIT}  ${what}…`);
      try {
        return await work();
      } finally {
        output.write("\r\u001b[2K");
      }
    },
  };
}

/** A text in lines that fit behind the library's marks, broken between words. */
function folded(text: string, output: Writable): string {
  const columns = "columns" in output && typeof output.columns === "number" ? output.columns : 80;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= columns - 4) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function answered<T>(answer: T | typeof clack.CANCEL_SYMBOL): T {
  if (clack.isCancel(answer)) throw new Refusal("Stopped.");
  return answer;
}
