import type { Ask, Reply } from "../../core/message/ask.js";
import { postOfLength } from "../../core/message/post-buttons.js";
import { storyPost } from "../../core/message/posts.js";
import { asideOf } from "../../core/message/reply.js";
import type { Words } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Store } from "../../store/store.js";
import type { FeedbackKind } from "../../store/words.js";
import type { Admins } from "../log.js";
import type { Command, Heard } from "./table.js";

interface FeedbackParts {
  store: Pick<Store, "chatSettings" | "feedback" | "names" | "views">;
  words: Words;
  tell: Admins;
}

/** What the buttons under a post say of it: that it is not relevant, or that it is wrong. */
export function feedbackCommands({ store, words, tell }: FeedbackParts): Command[] {
  async function said(
    kind: FeedbackKind,
    { chat, from, names = {} }: Ask,
    { args, language, say, now }: Heard,
  ): Promise<Reply> {
    const [story = ""] = args;
    const known = await store.views.seenIn(chat, story);
    if (known === null) throw new Refusal(say("more-gone"));
    if (!(await store.feedback.give({ kind, story, person: from, chat }, now)))
      return asideOf(language, say("feedback-before"));
    if (kind === "wrong") {
      // The administrators may want to know whom to ask.
      await store.names.note(names, now);
      const { length } = await store.chatSettings.of(chat);
      tell({ kind: "wrong", story, chat, shown: postOfLength(storyPost(known.view, language, words), length) });
    }
    return asideOf(language, say(`feedback-${kind}`));
  }

  const row = (kind: FeedbackKind): Command => ({
    name: kind,
    who: "anyone",
    args: "",
    summary: "command-more",
    hidden: true,
    run: (ask, heard) => said(kind, ask, heard),
  });
  return [row("irrelevant"), row("wrong")];
}
