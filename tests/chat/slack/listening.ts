import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSlackListener, type SlackListenerParts } from "../../../src/chat/slack/listener.js";
import { pause } from "../../../src/chat/slack/pause.js";
import type { Ask, Deaf, Desk, Ears, Filled, MenuEntry, Reply } from "../../../src/core/message/ask.js";
import type { Message } from "../../../src/core/message/message.js";
import type { Form } from "../../../src/core/message/form.js";
import { replyOf, textReply } from "../../../src/core/message/reply.js";
import { createSlack } from "../../world/slack/slack.js";
import { words } from "../../core/message/locales.js";
import { manifest } from "./manifest.js";
import { listeningLog } from "./rig.js";

const menu: MenuEntry[] = [
  { name: "topics", args: "", who: "anyone", summary: { tr: "Konuları gösterir", en: "Shows the topics" } },
  { name: "subscribe", args: "<topic>", who: "chatAdmin", summary: { tr: "Konuyu takip eder", en: "Follows a topic" } },
  { name: "feed", args: "check", who: "admin", summary: { tr: "Akışı yoklar", en: "Checks a feed" } },
];

/** A form of one field. */
const textForm: Form = {
  language: "tr",
  title: "Ayarlar",
  submit: "Kaydet",
  blocks: [],
  fields: [{ type: "text", name: "word", label: "Sözcük", hint: null, optional: true, value: "", most: 20 }],
};

/** Ears that write down what they hear; each test sets what they answer. */
function recordingEars() {
  const heard: Ask[] = [];
  const news: unknown[][] = [];
  const ears = {
    reply: ((ask) => ({ messages: [textReply("tr", `Yanıt: ${ask.words.join(" ")}`)], replaces: false })) as (
      ask: Ask,
    ) => Reply | null | Promise<Reply | null>,
    greeting: null as Message | null,
    form: textForm as Form | Reply,
    filled: { kind: "reply", reply: replyOf(textReply("tr", "Kaydedildi.")) } as Filled,
  };
  const told: Ears = {
    async answer(ask) {
      heard.push(ask);
      return ears.reply(ask);
    },
    async joined(chat, language) {
      news.push(["joined", chat, language]);
      return ears.greeting;
    },
    left: async (chat, why) => void news.push(["left", chat, why]),
    moved: async (from, to) => void news.push(["moved", from, to]),
    turn: async (chat) => void news.push(["turn", chat]),
  };
  const desk: Desk = {
    hasForm: ([word]) => word === "configure",
    form: async (ask) => (heard.push(ask), ears.form),
    fill: async (ask, values) => (heard.push(ask), news.push(["filled", values]), ears.filled),
    home: async (visit) => (news.push(["home", visit]), textReply("tr", "Sayfa")),
  };
  return { ears, told, desk, heard, news };
}

/** A listener on a fake Slack with one workspace, one channel and one person in it. */
export async function listening(
  access: SlackListenerParts["access"] | "socket",
  more: Partial<SlackListenerParts> = {},
) {
  const slack = await createSlack({ rates: { channelGap: 0, jitter: 0 }, home: true });
  const team = slack.addTeam({ name: "kizilay", scopes: manifest.oauth_config.scopes.bot });
  const ayse = team.addUser("ayse", { locale: "en-US" });
  const channel = team.addChannel({ name: "haber", bot: true, members: [ayse] });
  const { ears, told, desk, heard, news } = recordingEars();
  const { log, lines } = more.log === undefined ? listeningLog() : { log: more.log, lines: [] };
  const pauses: number[] = [];
  const stop = new AbortController();
  const listener = createSlackListener({
    botToken: team.token,
    installed: null,
    access: access === "socket" ? { appToken: slack.appToken } : access,
    apiUrl: slack.url,
    ears: told,
    desk,
    menu,
    words,
    clock: Date.now,
    log,
    // Pauses are looked at, not waited for.
    wait: async (ms, signal) => {
      pauses.push(ms);
      await pause(Math.min(20, ms), signal);
    },
    ...more,
  });
  let ended: Promise<Deaf> | null = null;
  return {
    slack,
    team,
    ayse,
    channel,
    chat: `slack:${team.id}/${channel.id}`,
    listener,
    ears,
    heard,
    news,
    lines,
    pauses,
    begin: () => (ended ??= listener.listen(stop.signal)),
    async end(): Promise<Deaf | null> {
      stop.abort();
      const deaf = await ended;
      await slack.close();
      slack.check();
      return deaf;
    },
  };
}

export const signingSecret = "8f742231b10e8888abcd99yyyzzz85a5";

/** Waits until something holds; a test's time-out ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

export interface Sending {
  /** Seconds from now that the signature claims. */
  age?: number;
  secret?: string;
  /** Headers in place of the right ones. */
  headers?: Record<string, string>;
  method?: string;
}

/** Slack as a caller: signs requests and sends them to where the listener's door is mounted. */
export async function caller(handle: NonNullable<ReturnType<typeof createSlackListener>["handle"]>) {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  async function send(type: string, body: string, { age = 0, secret = signingSecret, headers, method }: Sending = {}) {
    const timestamp = String(Math.floor(Date.now() / 1_000) - age);
    const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
    const response = await fetch(url, {
      method: method ?? "POST",
      headers: {
        "content-type": type,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": signature,
        ...headers,
      },
      ...(method === "GET" ? {} : { body }),
    });
    return { status: response.status, text: await response.text() };
  }

  return {
    url,
    json: (body: object, how?: Sending) => send("application/json", JSON.stringify(body), how),
    form: (fields: Record<string, string>, how?: Sending) =>
      send("application/x-www-form-urlencoded", new URLSearchParams(fields).toString(), how),
    raw: send,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Where answers by `response_url` arrive. */
export async function answers() {
  const got: Record<string, unknown>[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (status === 200) got.push(JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>);
      response.writeHead(status).end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    got,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/commands/T1/1/secret`,
    refuse: (code: number) => (status = code),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
