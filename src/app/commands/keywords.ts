import type { Ask, Reply } from "../../core/message/ask.js";
import { safeUrl } from "../../core/message/clean.js";
import { caretLines, keywordFault, keywordLines } from "../../core/message/keyword-text.js";
import { datedText, spanText } from "../../core/message/dates.js";
import type { Block, Span } from "../../core/message/message.js";
import { replyOf, textReply } from "../../core/message/reply.js";
import type { Keyword } from "../../core/match/keyword.js";
import { parseKeyword } from "../../core/match/parse.js";
import { nearest } from "../../core/fault.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import type { OwnedTopic } from "../../store/topics.js";
import { trialDays, type Found, type Trial } from "../keyword-trial.js";
import type { Changes } from "./change.js";
import { cutTopic, shownId } from "./find-topic.js";
import { prefixOf, type Command, type Heard, type SubCommand } from "./table.js";
import { groupOf } from "./usage.js";

interface KeywordParts {
  store: Pick<Store, "chatSettings" | "feedback" | "topics">;
  changes: Changes;
  trial: (keywords: readonly string[], expression: string, now: number) => Promise<Trial>;
  /** Takes a turn of somebody; else how many ms until the next. */
  allow: (who: string, now: number) => number;
}

/** A topic's name has no more words than this. */
const nameWords = 5;
/** A chat's own topic is bounded: anybody may have one. */
const mostOwn = 50;

/** `/keyword list|add|remove|test`. */
export function keywordCommands({ store, changes, trial, allow }: KeywordParts): Command[] {
  /** The topic that the first words name, for who may change it, and what stands behind. */
  async function aimed({ chat }: Ask, heard: Heard, behind: number): Promise<{ topic: OwnedTopic; rest: string[] }> {
    const { args, say } = heard;
    if (args.length < 1 + behind) throw new Refusal(say("keyword-usage", { command: `${prefixOf(chat)}keyword` }));
    const most = Math.min(nameWords, args.length - behind);
    const cut = cutTopic(args, await store.topics.seenBy(chat), heard, most);
    const topic = await store.topics.find(cut.topic.id);
    if (topic === null) throw new Refusal(say("change-overtaken"));
    await changes.demand(topic.owner, heard);
    return { topic, rest: cut.rest };
  }

  /** What an expression means, or the message that shows its fault. */
  function read(expression: string, { language, say }: Heard): Keyword | Reply {
    const parsed = parseKeyword(expression);
    if (parsed.kind === "ok") return parsed.keyword;
    const blocks: Block[] = [
      paragraph(keywordFault(parsed, say)),
      { type: "code", lines: caretLines(expression, parsed.at) },
    ];
    return replyOf({ language, preview: null, blocks });
  }

  async function tried(topic: OwnedTopic, expression: string, ask: Ask, { say, language, now }: Heard): Promise<Trial> {
    const wait = allow(ask.from, now);
    if (wait > 0) throw new Refusal(say("too-often", { wait: spanText(wait, language) }));
    return trial(topic.keywords, expression, now);
  }

  const zoneOf = async ({ chat }: Ask) => (await store.chatSettings.of(chat)).zone;

  const list: SubCommand["run"] = async (ask, heard) => {
    const { topic } = await aimed(ask, heard, 0);
    const { language, say } = heard;
    if (topic.keywords.length === 0) return replyOf(textReply(language, say("keyword-none", names(topic, heard))));
    const irrelevances = await store.feedback.irrelevances(topic.id);
    const items = topic.keywords.map((text, index): Span[] => {
      const count = irrelevances.find(({ keyword }) => keyword === text)?.count ?? 0;
      const marks = [
        ...(parseKeyword(text).kind === "ok" ? [] : [say("keyword-unread")]),
        ...(count === 0 ? [] : [say("keyword-irrelevant", { count })]),
      ];
      return [
        { type: "bold", text: `${index + 1}. ` },
        { type: "text", text },
        ...(marks.length === 0 ? [] : [{ type: "italic" as const, text: ` · ${marks.join(", ")}` }]),
      ];
    });
    const label = say("keyword-list", { ...names(topic, heard), count: items.length });
    return replyOf({ language, preview: null, blocks: [{ type: "list", label, items, rest: null }] });
  };

  const test: SubCommand["run"] = async (ask, heard) => {
    const { topic, rest } = await aimed(ask, heard, 1);
    const expression = rest.join(" ");
    const keyword = read(expression, heard);
    if ("messages" in keyword) return keyword;
    const result = await tried(topic, expression, ask, heard);
    return replyOf({
      language: heard.language,
      preview: null,
      blocks: resultBlocks({ expression, keyword, result, zone: await zoneOf(ask) }, heard),
    });
  };

  const add: SubCommand["run"] = async (ask, heard) => {
    const { topic, rest } = await aimed(ask, heard, 1);
    const { say, language } = heard;
    const expression = rest.join(" ");
    const keyword = read(expression, heard);
    if ("messages" in keyword) return keyword;
    if (topic.keywords.includes(expression)) throw new Refusal(say("keyword-known", names(topic, heard)));
    if (topic.owner !== null && topic.keywords.length >= mostOwn) {
      throw new Refusal(say("keyword-full", { count: mostOwn }));
    }
    const result = await tried(topic, expression, ask, heard);
    const change = { kind: "keyword-add", topic: topic.id, text: expression, position: null } as const;
    const blocks = resultBlocks({ expression, keyword, result, zone: await zoneOf(ask) }, heard);
    if (result.after > 2 * result.before) {
      const { before, after: count } = result;
      const why = before === 0 ? say("keyword-first", { count }) : say("keyword-doubles", { before, after: count });
      const asking = [...blocks, paragraph(why), paragraph(say("confirm-question"))];
      return changes.question({ kind: "change", change, owner: topic.owner }, asking, ask, heard);
    }
    const { messages } = await changes.now(change, topic.owner, ask, heard);
    const [done, ...undo] = messages.flatMap((message) => message.blocks);
    const meaning = [...keywordLines(keyword, language, say), say("keyword-from-now")].map(paragraph);
    const told = [...(done === undefined ? [] : [done]), ...meaning, ...undo];
    return replyOf({ language, preview: null, blocks: told });
  };

  const remove: SubCommand["run"] = async (ask, heard) => {
    const { topic, rest } = await aimed(ask, heard, 1);
    const word = rest.join(" ");
    const numbered = /^\d{1,4}$/u.test(word) ? topic.keywords[Number(word) - 1] : undefined;
    const text = topic.keywords.find((one) => one === word) ?? numbered;
    if (text === undefined) {
      const near = nearest(word, topic.keywords);
      const told = { text: word, ...names(topic, heard) };
      throw new Refusal(
        near === null
          ? heard.say("keyword-unknown", { ...told, command: `${prefixOf(ask.chat)}keyword` })
          : heard.say("keyword-unknown-nearest", { ...told, nearest: near }),
      );
    }
    const position = topic.keywords.indexOf(text) + 1;
    const change = { kind: "keyword-remove", topic: topic.id, text, position } as const;
    return changes.now(change, topic.owner, ask, heard);
  };

  const who = "chatAdmin";
  return [
    groupOf({ name: "keyword", who, args: "arguments-keyword", summary: "command-keyword" }, [
      { name: "list", who, args: "arguments-topic", summary: "keyword-command-list", run: list },
      { name: "add", who, args: "arguments-topic-expression", summary: "keyword-command-add", run: add },
      { name: "remove", who, args: "arguments-topic-keyword", summary: "keyword-command-remove", run: remove },
      { name: "test", who, args: "arguments-topic-expression", summary: "keyword-command-test", run: test },
    ]),
  ];
}

function names({ id, name }: OwnedTopic, { language }: Heard): { topic: string } {
  return { topic: name[language] || shownId(id) };
}

interface Tested {
  expression: string;
  keyword: Keyword;
  result: Trial;
  /** The chat's, for times. */
  zone: string;
}

function resultBlocks({ expression, keyword, result, zone }: Tested, heard: Heard): Block[] {
  const { language, say } = heard;
  const { matched, before, after, examples, texts, stopped } = result;
  const count = keyword.unwanted ? before - after : matched;
  const counted = say(keyword.unwanted ? "keyword-would-drop" : "keyword-would-match", { count, days: trialDays });
  const now = say("keyword-topic-now", { before, after, days: trialDays });
  return [
    { type: "heading", text: [{ type: "text", text: expression }] },
    ...keywordLines(keyword, language, say).map(paragraph),
    paragraph(`${counted} ${now}`),
    ...(examples.length === 0
      ? []
      : [{ type: "list" as const, label: say("keyword-examples"), items: examples.map(exampleLine), rest: null }]),
    ...(stopped === null
      ? []
      : [paragraph(say("keyword-stopped", { count: texts, time: datedText(stopped, language, zone) }))]),
  ];
}

function exampleLine({ title, link }: Found): Span[] {
  const url = safeUrl(link);
  return [url === null ? { type: "text", text: title } : { type: "link", text: title, url }];
}

function paragraph(text: string): Block {
  return { type: "paragraph", text: [{ type: "text", text }] };
}
