import { readEnvironment, type Environment, type VariableName } from "../../core/environment.js";
import { faultText } from "../../core/fault.js";
import type { Outcome } from "../../core/message/messenger.js";
import type { Look } from "../doctor/finding.js";
import type { Prompts, Question } from "./prompts.js";
import { asked, chatQuestion, contactQuestion, faultOf, type Asked } from "./questions.js";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where the answers go, and what was there before. */
export interface SetUpParts {
  prompts: Prompts;
  /** The environment as a start would find it now, `.env` included. */
  env: Variables;
  /** What stands in `.env` now. */
  file: Variables;
  /** `network.contact` as it is configured. */
  contact: string;
  /** A test brief was asked for already, whether or not there is a token to post it with. */
  wantsTest: boolean;
  /** What a file behind a `NAME_FILE` holds; null if it cannot be read. */
  readFile: (path: string) => string | null;
  /** Sets the contact in the settings; returns their path. */
  writeContact: (contact: string) => string;
  /** Sets variables in `.env`; returns its path. */
  writeEnv: (changes: Record<string, string>) => string;
  /** Posts a test brief to a chat. */
  post: (chat: string, env: Environment) => Promise<Outcome>;
}

/**
 * Asks for what a first start needs and has each token checked before it asks on. Once all answers are good both files are
 * written, then a test brief is posted. Throws a `Refusal` where an answer is of no use and nobody can be asked again.
 */
export async function setUp(parts: SetUpParts): Promise<void> {
  const { prompts, contact, file, readFile } = parts;
  const answered = await prompts.ask(contactQuestion(contact));
  const env = { ...parts.env };
  for (const one of asked) {
    if (one.needs !== null && !isSet(one.needs, env)) {
      // Whoever gave it and is not asked for it would never learn why nobody is heard.
      if (isSet(one.name, env)) prompts.tell(`${one.name} is of no use without ${one.needs}`);
      continue;
    }
    const value = await answerOf(one, env, parts);
    if (value !== null) env[one.name] = value;
  }
  const read = readEnvironment(env, readFile);
  const chat = read.environment === null ? null : await chatOf(read.environment, parts);
  if (answered !== "" && answered !== contact) prompts.tell(`${parts.writeContact(answered)}: network.contact`);
  const changes = asked.flatMap(({ name }): [string, string][] => {
    const value = env[name] ?? "";
    return value === "" || value === file[name] ? [] : [[name, value]];
  });
  writeChanges(Object.fromEntries(changes), parts);
  for (const fault of read.faults) prompts.tell(`To be mended before the first start: ${faultText(fault)}`);
  if (chat !== null && read.environment !== null) await postTest(chat, read.environment, parts);
}

const isSet = (name: VariableName, env: Variables) => (env[name] ?? "") !== "" || (env[`${name}_FILE`] ?? "") !== "";

/** A checked value for a variable; null where there is none, or where it stays in the file that `NAME_FILE` names. */
async function answerOf(one: Asked, env: Variables, parts: SetUpParts): Promise<string | null> {
  const { name } = one;
  const { prompts, file } = parts;
  if ((env[`${name}_FILE`] ?? "") !== "") return fromFile(one, env, parts);
  let current = env[name] ?? "";
  for (;;) {
    const shown = one.secret ? "set already; empty: it stays" : `empty: ${current}`;
    const hint = current === "" ? one.hint : shown;
    const question: Question = { ...one, hint, fault: (answer) => faultOf(name, answer) };
    const value = (await prompts.ask(question)) || current;
    if (value === "") return null;
    const wrong = faultOf(name, value) ?? (await refusalOf(one, { ...env, [name]: value }, parts));
    if (wrong !== null) {
      prompts.refuse(question, wrong);
      current = "";
      continue;
    }
    const before = file[name] ?? "";
    if (before === "" || before === value) return value;
    return (await prompts.agree(`.env holds another ${name}. Replace it?`)) ? value : before;
  }
}

async function fromFile(one: Asked, env: Variables, parts: SetUpParts): Promise<null> {
  const name = `${one.name}_FILE`;
  const wrong = await refusalOf(one, env, parts);
  if (wrong !== null) parts.prompts.tell(`To be mended before the first start: ${name}: ${wrong}`);
  else parts.prompts.tell(`${one.text} stays in the file that ${name} names`);
  return null;
}

/** Why the platform does not take a value, and what helps; null if it does, which is told. */
async function refusalOf({ name, text, look }: Asked, env: Variables, parts: SetUpParts): Promise<string | null> {
  if (look === null) return null;
  // What else is set may be wrong or half there; it is looked at when all is answered.
  const needed = [name, `${name}_FILE`, "TELEGRAM_API_ROOT", "SLACK_API_URL"].map((key) => [key, env[key]]);
  const { environment, faults } = readEnvironment(Object.fromEntries(needed), parts.readFile);
  if (environment === null) return faults.map(faultText).join("; ");
  const { found, cure }: Look = await parts.prompts.during(`Checking the ${text}`, () => look(environment));
  if (cure !== null) return `${found}; ${cure}`;
  parts.prompts.tell(`${text}: ${found}`);
  return null;
}

function writeChanges(changes: Record<string, string>, { prompts, env, file, writeEnv }: SetUpParts): void {
  const names = Object.keys(changes);
  if (names.length === 0) return prompts.tell(".env has all of it already");
  prompts.tell(`${writeEnv(changes)}, mode 600: ${names.join(", ")}`);
  for (const name of names) {
    const outer = env[name];
    if (outer === undefined || outer === file[name] || outer === changes[name]) continue;
    prompts.tell(`${name} is also set in the environment, which wins over .env: unset it there`);
  }
}

/** A chat of a platform that has a token; null if there is none, or none is wanted. */
async function chatOf(env: Environment, { prompts, wantsTest }: SetUpParts): Promise<string | null> {
  const platforms = platformsOf(env);
  if (platforms.length === 0 && !wantsTest) return null;
  return (await prompts.ask(chatQuestion(platforms))) || null;
}

function platformsOf(env: Environment): string[] {
  const telegram = env.TELEGRAM_BOT_TOKEN === undefined ? [] : ["telegram"];
  return env.SLACK_BOT_TOKEN === undefined ? telegram : [...telegram, "slack"];
}

async function postTest(first: string, env: Environment, { prompts, post }: SetUpParts): Promise<void> {
  const question = chatQuestion(platformsOf(env));
  for (let chat = first; chat !== ""; chat = await prompts.ask(question)) {
    const outcome = await prompts.during(`Posting to ${chat}`, () => post(chat, env));
    if (outcome.kind === "sent") return prompts.tell(`${chat} has the test brief`);
    prompts.refuse(question, whyNot(chat, outcome));
  }
}

function whyNot(chat: string, outcome: Exclude<Outcome, { kind: "sent" }>): string {
  if (outcome.kind === "moved") return `${chat} has become ${outcome.to}; use that`;
  const why = outcome.kind === "unknown" ? outcome.cause : outcome.why;
  const cure = chat.startsWith("telegram:")
    ? "write /start to the bot, or add it to the group, and see that the number is right"
    : "write /invite @Tellal in the channel, and see that the id is right";
  return `${chat} did not take it (${why}); ${cure}`;
}
