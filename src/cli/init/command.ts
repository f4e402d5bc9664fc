import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadConfig, shownPath } from "../../config.js";
import type { Tongue } from "../../core/message/words.js";
import { dotEnvFile, parseDotEnv } from "../dot-env.js";
import type { CliParts } from "../parts.js";
import { mergeEnv, replaceFile, textOf, withContact } from "./files.js";
import { givenAnswers, type Prompts } from "./prompts.js";
import { setUp } from "./set-up.js";
import { postTestBrief } from "./test-brief.js";

/** The options of `init`. Tokens are none of them: what stands in a command line, others on the machine can read. */
export interface InitOptions {
  yes?: true;
  contact?: string;
  admins?: string;
  webPort?: string;
  post?: string;
  lang: Tongue;
}

/** `init`: asks for what a first start needs, checks the tokens, writes `.env` and the contact, and posts a test brief. */
export async function init(options: InitOptions, parts: CliParts): Promise<void> {
  const { cwd, clock, env } = parts;
  // Of the environment only where the settings are: what else is wrong in it may be what brought somebody here.
  const config = loadConfig({ env: { TELLAL_CONFIG: env.TELLAL_CONFIG }, cwd });
  const file = dotEnvFile(cwd);
  await withPrompts(options, parts, (prompts) =>
    setUp({
      prompts,
      env,
      file: parseDotEnv(textOf(file)),
      contact: config.settings.network.contact,
      wantsTest: options.post !== undefined,
      readFile: (path) => (existsSync(resolve(cwd, path)) ? readFileSync(resolve(cwd, path), "utf8") : null),
      writeContact(contact) {
        // The settings that come with the package are everybody's: whoever uses those gets a copy.
        const own = (env.TELLAL_CONFIG ?? "") === "" ? resolve(cwd, "config/tellal.yaml") : config.file;
        replaceFile(own, withContact(textOf(config.file), contact), 0o666);
        return shownPath(own, cwd);
      },
      writeEnv(changes) {
        replaceFile(file, mergeEnv(textOf(file), changes), 0o600);
        return shownPath(file, cwd);
      },
      post: (chat, environment) => postTestBrief(chat, { env: environment, language: options.lang, clock }),
    }),
  );
}

/** Runs something with whoever answers: the person at the terminal, or the options alone. */
async function withPrompts(
  { yes, contact, admins, webPort, post }: InitOptions,
  { terminal, out }: CliParts,
  run: (prompts: Prompts) => Promise<void>,
): Promise<void> {
  const given = { "--contact": contact, "--post": post, ADMINS: admins, WEB_PORT: webPort };
  if (terminal !== null && yes === undefined) {
    const { atTerminal } = await import("./terminal.js");
    return atTerminal({ ...terminal, given }, run);
  }
  const told: Promise<void>[] = [];
  await run(givenAnswers(given, yes === true, (text) => void told.push(out(text))));
  await Promise.all(told);
}
