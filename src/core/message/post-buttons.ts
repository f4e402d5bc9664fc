import { safeUrl } from "./clean.js";
import type { Block, Button, Message } from "./message.js";
import { storyPost } from "./posts.js";
import { actionOf, type StoryView } from "./view.js";
import type { Tongue, Words } from "./words.js";

/** How much of a story its post tells. */
export type PostLength = "headline" | "short" | "full";

/** A post as long as its chat wants it: `short` without its lists, `headline` with nothing between the headline and the source. */
export function postOfLength(post: Message, length: PostLength): Message {
  const heading = post.blocks.findIndex(({ type }) => type === "heading");
  const isKept = ({ type }: Block, index: number): boolean => {
    if (length === "full") return true;
    return length === "short" ? type !== "list" : index <= heading || index === post.blocks.length - 1;
  };
  return { ...post, blocks: post.blocks.filter(isKept) };
}

/** What stands under a post: to read the story, to see the lists that a shorter post leaves out, and to tell us that it should not have come. */
export function postButtons(view: StoryView, language: Tongue, length: PostLength, words: Words): Block[] {
  const { id } = view;
  const say = words(language);
  const url = safeUrl(view.link);
  const read: Button[] = url === null ? [] : [{ label: say("button-read"), url }];
  const told = [
    actionOf(say("button-irrelevant"), "irrelevant", id),
    actionOf(say("button-wrong"), "wrong", id),
    actionOf(say("button-mute"), "hush", id),
  ].filter((button) => button !== null);
  return [[...read, ...(length === "full" ? [] : listButtons(view, language, words))], told]
    .filter((buttons) => buttons.length > 0)
    .map((buttons) => ({ type: "buttons", buttons }));
}

/** One for each list of the full post, with how many it holds. */
function listButtons(view: StoryView, language: Tongue, words: Words): Button[] {
  return storyPost(view, language, words).blocks.flatMap((block): Button[] =>
    block.type === "list" && block.rest !== null && block.label !== null
      ? [{ label: block.label, action: block.rest.action }]
      : [],
  );
}
