import type { Block, Message } from "./message.js";

/** So many people or decisions of usual length fit one message of any platform. */
const perMessage = 30;

/** A list that a post shows in part, as messages that hold all of it; none if the post has no such list. */
export function wholeList(post: Message, list: string): Message[] {
  const title = post.blocks.find((block) => block.type === "heading");
  const whole = post.blocks.find((block) => block.type === "list" && block.rest?.action.startsWith(`more ${list} `));
  if (whole?.type !== "list") return [];
  const messages: Message[] = [];
  for (let from = 0; from < whole.items.length; from += perMessage) {
    const items = whole.items.slice(from, from + perMessage);
    const blocks: Block[] =
      from === 0
        ? [...(title === undefined ? [] : [title]), { ...whole, items, rest: null }]
        : [{ type: "list", label: null, items, rest: null }];
    messages.push({ ...post, blocks, preview: null });
  }
  return messages;
}
