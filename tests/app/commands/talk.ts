import { onTestFinished } from "vitest";
import { deliveryRules } from "../../../src/app/delivery-rules.js";
import { createEars, type EarsParts } from "../../../src/app/ears.js";
import { createSlackListener } from "../../../src/chat/slack/listener.js";
import { createSlackMessenger } from "../../../src/chat/slack/messenger.js";
import { createTelegramListener } from "../../../src/chat/telegram/listener.js";
import { createTelegramMessenger } from "../../../src/chat/telegram/messenger.js";
import type { Message } from "../../../src/core/message/message.js";
import { words } from "../../core/message/locales.js";
import { manifest } from "../../chat/slack/manifest.js";
import { start } from "../../store/open.js";
import { createSlack } from "../../world/slack/slack.js";
import { createTelegram } from "../../world/telegram/telegram.js";
import { briefOf } from "../plain-engine.js";
import { rig } from "../rig.js";

/** What a person sees of an answer: its words, the labels of its buttons, and whether a picture came with it. */
interface Told {
  text: string;
  buttons: string[];
  bold: string[];
  picture: boolean;
  /** Only who asked sees it. */
  alone: boolean;
}

/** Somebody at a platform: types a command, or presses a button of what was said last, and sees what comes of it. */
export interface Talker {
  chat: string;
  /** The person, as in `ADMINS`. */
  from: string;
  types: (text: string, answers?: number) => Promise<Told[]>;
  presses: (label: string, who?: "self" | "stranger") => Promise<Told[]>;
  /** A post is delivered there; its buttons are the ones that are pressed until something is typed. */
  gets: (message: Message) => Promise<void>;
}

type Where = "own" | "group";

export const platforms = ["telegram", "slack"] as const;

/** The use cases over a store, and a person each at a fake Telegram and a fake Slack, through the real libraries. */
export async function talk(more: Partial<EarsParts> = {}) {
  const both = await rig();
  const rules = deliveryRules({
    uncertain: "resend",
    telegram: { perSecond: 30, perChat: 1_000, perGroup: 3_000 },
    slack: { perChat: 1_000 },
  });
  const time = { now: start };
  const ears = createEars({
    store: both.process.store,
    feeds: both.world.feeds,
    words,
    rules,
    admins: [],
    clock: () => time.now,
    until: async (at) => at,
    breathe: async () => {},
    brief: briefOf,
    ...more,
  });
  const talkers = { telegram: (where: Where) => telegramTalker(ears, where), slack: () => slackTalker(ears) };
  return {
    ...both,
    store: both.process.store,
    ears,
    time,
    /** `group` is one that the person administers and a stranger does not; a channel of Slack is that always. */
    at: (platform: "telegram" | "slack", where: Where = "own") => talkers[platform](where),
  };
}

const token = "7000000005:AAtest-token-of-nobody-0123456789abcdef";
const log = { info: () => {}, warn: () => {}, error: () => {} };
const wait = async () => {};

async function telegramTalker(ears: ReturnType<typeof createEars>, where: Where): Promise<Talker> {
  const telegram = await createTelegram({ token, rates: { chatPerSecond: Infinity } });
  const stop = new AbortController();
  const listener = createTelegramListener({
    token,
    apiRoot: telegram.url,
    ears,
    words,
    menu: ears.menu,
    webhook: null,
    log,
    wait,
  });
  const listening = listener.listen(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await listening;
    telegram.expectHonest();
    await telegram.close();
  });
  const person = telegram.user({ started: true, language_code: "tr" });
  const stranger = telegram.user({ language_code: "tr" });
  const place = where === "own" ? person.chat : telegram.supergroup({ owner: person.user });
  if (where === "group") stranger.joins(place);
  const messenger = createTelegramMessenger({ token, apiRoot: telegram.url, words, clock: Date.now });
  const posts = () => telegram.posts().filter(({ chat }) => chat === place.id);
  let post: ReturnType<typeof posts>[number] | undefined;
  const told = (from: number): Told[] =>
    posts()
      .slice(from)
      .map(({ text, buttons, entities, photo }) => ({
        text,
        buttons: buttons.flat().map((button) => button.text),
        bold: entities
          .filter(({ type }) => type === "bold")
          .map(({ offset, length }) => text.slice(offset, offset + length)),
        picture: photo,
        alone: false,
      }));

  return {
    chat: `telegram:${place.id}`,
    from: `telegram:${person.id}`,
    async types(text, answers = 1) {
      const before = posts().length;
      post = undefined;
      person.says(place, `/${text}`);
      await telegram.until(() => posts().length === before + answers);
      return told(before);
    },
    async gets(message) {
      await messenger.send(deliveryOf(`telegram:${place.id}`, message));
      post = posts().at(-1);
    },
    async presses(label, who = "self") {
      const last = post ?? posts().at(-1);
      if (last === undefined) throw new Error("nothing was said yet");
      const before = { count: posts().length, edits: last.edits.length };
      const query = (who === "self" ? person : stranger).presses(last, label);
      const fresh = () => posts()[before.count - 1];
      const toast = () => query.answer?.text ?? "";
      await telegram.until(
        () => toast() !== "" || posts().length > before.count || (fresh()?.edits.length ?? 0) > before.edits,
      );
      if (toast() !== "") return [{ text: toast(), buttons: [], bold: [], picture: false, alone: true }];
      return told((fresh()?.edits.length ?? 0) > before.edits ? before.count - 1 : before.count);
    },
  };
}

async function slackTalker(ears: ReturnType<typeof createEars>): Promise<Talker> {
  const slack = await createSlack({ rates: { channelGap: 0, jitter: 0 } });
  const team = slack.addTeam({ name: "kizilay", scopes: manifest.oauth_config.scopes.bot });
  const person = team.addUser("ayse", { locale: "tr-TR" });
  // Sees the channel, and is not in it.
  const stranger = team.addUser("mehmet", { locale: "tr-TR" });
  const channel = team.addChannel({ name: "haber", bot: true, members: [person] });
  const chat = `slack:${team.id}/${channel.id}`;
  const access = { token: team.token, apiUrl: slack.url, log, clock: Date.now, words, interactive: true };
  const messenger = createSlackMessenger({ ...access, patience: 2_000 });
  const stop = new AbortController();
  const listener = createSlackListener({
    botToken: team.token,
    installed: null,
    access: { appToken: slack.appToken },
    apiUrl: slack.url,
    ears,
    desk: ears,
    menu: ears.menu,
    words,
    clock: Date.now,
    log,
    wait,
  });
  const listening = listener.listen(stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await listening;
    await slack.close();
    slack.check();
  });
  while (slack.sockets.greeted() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  type Seen = ReturnType<typeof person.reads>[number];
  const told = (seen: readonly Seen[]): Told[] =>
    seen.map(({ text, post, whispered }) => ({
      text,
      buttons: labelsIn(post.blocks),
      bold: boldIn(post.blocks),
      picture: text.includes("[picture"),
      alone: whispered,
    }));
  let last: Seen | undefined;
  let post: Seen | undefined;

  async function seen(answered: Promise<{ failure: string | null; shown: Seen[] }>): Promise<Told[]> {
    const { failure, shown } = await answered;
    if (failure !== null) throw new Error(failure);
    last = shown.at(-1) ?? last;
    return told(shown);
  }

  return {
    chat,
    from: `slack:${team.id}/${person.id}`,
    types(text, answers = 1) {
      post = undefined;
      return seen(person.slash(channel, "/tellal", text, { answers, within: 10_000 }));
    },
    async gets(message) {
      await messenger.send(deliveryOf(chat, message));
      post = person.reads(channel).at(-1);
    },
    async presses(label, who = "self") {
      const under = post ?? last;
      if (under === undefined) throw new Error("nothing was said yet");
      return seen((who === "self" ? person : stranger).presses(under, label));
    },
  };
}

const deliveryOf = (chat: string, message: Message) => ({
  delivery: "d1",
  chat,
  message,
  replyTo: null,
  edits: null,
  repeat: false,
});

/** The labels of all buttons among blocks. */
function labelsIn(blocks: unknown): string[] {
  return objectsIn(blocks).flatMap((one) => {
    const label = one["text"];
    if (one["type"] !== "button" || typeof label !== "object" || label === null || !("text" in label)) return [];
    return [String(label.text)];
  });
}

function boldIn(blocks: unknown): string[] {
  return objectsIn(blocks).flatMap((one) => {
    const style = one["style"];
    const isBold = typeof style === "object" && style !== null && "bold" in style;
    return isBold ? [String(one["text"])] : [];
  });
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  const one = value as Record<string, unknown>;
  return [one, ...Object.values(one).flatMap(objectsIn)];
}
