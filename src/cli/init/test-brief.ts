import { randomUUID } from "node:crypto";
import { loadLexicon, loadLocales } from "../../config.js";
import { createBriefer } from "../../core/brief/brief.js";
import type { Environment } from "../../core/environment.js";
import type { Message } from "../../core/message/message.js";
import type { Messenger, Outcome } from "../../core/message/messenger.js";
import { storyPost } from "../../core/message/posts.js";
import { createWords, type Tongue, type Words } from "../../core/message/words.js";
import { extractArticle } from "../../feeds/article.js";
import { model } from "../demo/model.js";
import { renderPage } from "../demo/page.js";

/** A host that nobody has: the story is a made-up one, and its link must lead to no real one. */
const origin = "https://example.org";

/** The brief of the demo's model story, which says in its first line that it is a test. */
function testBrief(language: Tongue, words: Words): Message {
  const page = extractArticle({ html: renderPage(model, origin, []), link: origin + model.path, language: "tr" });
  if (page.kind !== "read") throw new Error(`the sample story cannot be read: ${page.why}`);
  const { article } = page;
  const view = {
    id: "test",
    link: origin + model.path,
    source: "example.org",
    language: article.language,
    published: article.published,
    updated: article.updated,
    partial: false,
    version: 1,
    brief: createBriefer(loadLexicon())(article),
    topics: [],
  };
  const post = storyPost(view, language, words);
  const mark = { type: "bold", text: words(language)("test-brief") } as const;
  return { ...post, preview: null, blocks: [{ type: "paragraph", text: [mark] }, ...post.blocks] };
}

/** Posts the test brief once, as a story would be posted. */
export async function postTestBrief(
  chat: string,
  { env, language, clock }: { env: Environment; language: Tongue; clock: () => number },
): Promise<Outcome> {
  const words = createWords(loadLocales());
  const messenger = await messengerOf(chat, env, words, clock);
  const message = testBrief(language, words);
  return messenger.send({ delivery: `test-${randomUUID()}`, chat, message, replyTo: null, edits: null, repeat: false });
}

async function messengerOf(chat: string, env: Environment, words: Words, clock: () => number): Promise<Messenger> {
  if (chat.startsWith("telegram:")) {
    const { createTelegramMessenger } = await import("../../chat/telegram/messenger.js");
    const token = env.TELEGRAM_BOT_TOKEN ?? "";
    return createTelegramMessenger({ token, apiRoot: env.TELEGRAM_API_ROOT ?? null, words, clock });
  }
  const { createSlackMessenger } = await import("../../chat/slack/messenger.js");
  const token = env.SLACK_BOT_TOKEN ?? "";
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return createSlackMessenger({ token, apiUrl: env.SLACK_API_URL ?? null, words, clock, interactive: false, log });
}
