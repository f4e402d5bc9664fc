import type { Post } from "./state.js";
import { isRecord, words, type Json } from "./shapes.js";

/** What a person sees of a post. */
export interface Visible {
  /** The words, line by line; buttons in square brackets. */
  text: string;
  /** Everybody who is called: `@channel`, `@here`, `@everyone`, user ids, `S…` groups; from the fallback text too. */
  mentions: string[];
  /** Every address that can be clicked, buttons' too. */
  links: string[];
  /** Words that mrkdwn shows bold, italic, struck or as code, without the signs. */
  styled: string[];
}

const unescape = (text: string) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

const blank = (): Visible => ({ text: "", mentions: [], links: [], styled: [] });

/** What a person sees of a post: of its blocks where it has some, else of its text. */
export function visibleOf(post: Pick<Post, "text" | "blocks" | "linkNames">): Visible {
  const seen = blank();
  // The text of a post with blocks is what its notification says, and it calls people all the same.
  const fallback = blank();
  fallback.text = readMrkdwn(post.text, fallback);
  if (post.linkNames) {
    fallback.mentions.push(...[...post.text.matchAll(/(?<![\w<])@([\p{L}\d._-]+)/gu)].map(([whole]) => whole));
  }
  if (post.blocks === null || post.blocks.length === 0) return fallback;
  seen.text = post.blocks.map((block) => readBlock(block, seen)).join("\n");
  seen.mentions.push(...fallback.mentions.filter((one) => !seen.mentions.includes(one)));
  return seen;
}

/** Slack's mrkdwn as it looks: angle brackets resolved, signs of style gone, the three entities decoded. */
function readMrkdwn(source: string, seen: Visible): string {
  const shown = source.replace(/<([^<>]+)>/g, (_whole, inner: string) => bracket(inner, seen));
  return unescape(unstyle(shown, seen));
}

function bracket(inner: string, seen: Visible): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : inner.slice(bar + 1);
  const everybody = /^!(channel|here|everyone)$/.exec(target);
  if (everybody !== null) return mention(`@${everybody[1]}`, seen);
  if (target.startsWith("!subteam^")) return mention(target.slice(9), seen);
  if (target.startsWith("!date^")) return label;
  if (target.startsWith("@")) return mention(target.slice(1), seen);
  if (target.startsWith("#")) return label === "" ? target : `#${label}`;
  seen.links.push(unescape(target));
  return label === "" ? target : label;
}

function mention(who: string, seen: Visible): string {
  seen.mentions.push(who);
  return who.startsWith("@") ? who : `@${who}`;
}

function unstyle(text: string, seen: Visible): string {
  const bare = text.replace(/(?<![\w/">=|])https?:\/\/[^\s<>|)]+/g, (url) => {
    if (!seen.links.includes(unescape(url))) seen.links.push(unescape(url));
    return url;
  });
  const blocks = bare.replace(/```([^]+?)```/g, (_whole, code: string) => note(code, seen));
  return ["`", "*", "_", "~"].reduce((done, sign) => {
    const pair = new RegExp(
      `(?<![\\p{L}\\p{N}${sign}])[${sign}](?=\\S)([^\\n${sign}]+?)(?<=\\S)[${sign}](?![\\p{L}\\p{N}${sign}])`,
      "gu",
    );
    return done.replace(pair, (_whole, inner: string) => note(inner, seen));
  }, blocks);
}

function note(inner: string, seen: Visible): string {
  seen.styled.push(unescape(inner));
  return inner;
}

/** A text object, as it looks. */
function readText(object: Json | undefined, seen: Visible): string {
  if (!isRecord(object) || typeof object["text"] !== "string") return "";
  return object["type"] === "mrkdwn" ? readMrkdwn(object["text"], seen) : object["text"];
}

const items = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

function readBlock(block: Json, seen: Visible): string {
  if (!isRecord(block)) return "";
  switch (block["type"]) {
    case "section":
      return [
        readText(block["text"], seen),
        ...items(block["fields"]).map((one) => readText(one, seen)),
        readElement(block["accessory"], seen),
      ]
        .filter((line) => line !== "")
        .join("\n");
    case "header":
      return readText(block["text"], seen);
    case "markdown":
      return words(block["text"]);
    case "context":
    case "actions":
      return items(block["elements"])
        .map((one) => readElement(one, seen))
        .join(" ");
    case "image":
      return [readText(block["title"], seen), `[image: ${words(block["alt_text"])}]`]
        .filter((t) => t !== "")
        .join("\n");
    case "input":
      return `${readText(block["label"], seen)} ${readElement(block["element"], seen)}`;
    case "rich_text":
      return items(block["elements"])
        .map((one) => readRich(one, seen))
        .join("\n");
    case "divider":
      return "───";
    default:
      return "";
  }
}

function readElement(element: Json | undefined, seen: Visible): string {
  if (!isRecord(element)) return "";
  if (element["type"] === "plain_text" || element["type"] === "mrkdwn") return readText(element, seen);
  if (element["type"] === "image") return `[image: ${words(element["alt_text"])}]`;
  if (typeof element["url"] === "string") seen.links.push(element["url"]);
  const chosen = [element["initial_option"] ?? [], element["initial_options"] ?? []].flat();
  const offered = chosen.length > 0 ? chosen : items(element["options"]);
  const label = isRecord(element["text"])
    ? readText(element["text"], seen)
    : offered.map((one) => (isRecord(one) ? readText(one["text"], seen) : "")).join(", ");
  return `[${label === "" ? words(element["initial_value"] ?? element["type"]) : label}]`;
}

function readRich(element: Json, seen: Visible): string {
  if (!isRecord(element)) return "";
  const inner = items(element["elements"]);
  if (element["type"] === "rich_text_list") {
    return inner
      .map((one, index) => `${element["style"] === "ordered" ? `${index + 1}.` : "•"} ${readRich(one, seen)}`)
      .join("\n");
  }
  return inner.map((one) => readInline(one, seen)).join("");
}

function readInline(one: Json, seen: Visible): string {
  if (!isRecord(one)) return "";
  switch (one["type"]) {
    case "text":
      return words(one["text"]);
    case "link":
      seen.links.push(words(one["url"]));
      return words(one["text"] ?? one["url"]);
    case "user":
      return mention(words(one["user_id"]), seen);
    case "usergroup":
      return mention(words(one["usergroup_id"]), seen);
    case "broadcast":
      return mention(`@${words(one["range"])}`, seen);
    case "channel":
      return `#${words(one["channel_id"])}`;
    case "emoji":
      return `:${words(one["name"])}:`;
    case "date":
      return words(one["fallback"] ?? one["timestamp"]);
    default:
      return words(one["value"] ?? "");
  }
}
