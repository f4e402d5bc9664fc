import { Command, CommanderError } from "commander";
import { ownVersion } from "../config.js";
import { cleanText } from "../core/message/clean.js";
import { Refusal } from "../core/refusal.js";
import { commands } from "./commands.js";
import type { CliParts, Outside } from "./parts.js";

const examples = `
Examples:
  tellal start                                     run everything that is configured
  tellal demo                                      the whole pipeline on a sample site
  tellal brief story.html                          who met, where, and what was decided
  curl -s https://example.org/story | tellal brief - --json
  tellal match stories.jsonl --keyword Kızılay --keyword "-Kızılay Meydanı"
  tellal config show                               the configuration in force, without secrets`;

/**
 * Runs one command line (`argv` without node and script) and returns the exit code: 0 done, 1 a bug or a failed run,
 * 2 something the user can cure, told in a sentence.
 */
export async function runCli(argv: readonly string[], outside: Outside): Promise<number> {
  let code = 0;
  const parts: CliParts = { ...outside, fail: () => void (code = 1) };
  const program = new Command("tellal")
    .description("News alerts from Anadolu Ajansı: who met, where, and what was decided.")
    .version(ownVersion())
    .showHelpAfterError("(tellal --help lists the commands)")
    .addHelpText("after", examples);
  const waiting: Promise<void>[] = [];
  program.configureOutput({
    writeOut: (text) => void waiting.push(parts.out(text)),
    writeErr: parts.err,
  });
  program.exitOverride();
  for (const register of commands) register(program, parts);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    code = exitCode(error, parts);
  }
  await Promise.all(waiting).catch((error: unknown) => {
    code = exitCode(error, parts);
  });
  return code;
}

function exitCode(error: unknown, { err }: Outside): number {
  if (error instanceof Refusal) {
    err(`${error.message.split("\n").map(cleanText).join("\n")}\n`);
    return 2;
  }
  // Help and version end here too, with 0; what commander refuses is a mistake in the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  // Whoever read our output (`| head`) has seen enough.
  if (error instanceof Error && "code" in error && error.code === "EPIPE") return 0;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  err(`tellal: this is a bug in Tellal: ${cleanText(message)}\n`);
  return 1;
}
