import type { DigestReason } from "../core/message/digest.js";
import type { PostLength } from "../core/message/post-buttons.js";
import type { Message } from "../core/message/message.js";
import type { StoryView } from "../core/message/view.js";

/** What a message is to be made of: stories, or the words of an announcement. */
export type Posting = StoryPosting | { kind: "broadcast"; text: string; language: "tr" | "en" };

/** `followUp` answers the post of the story that it continues. */
export interface StoryPosting {
  kind: "post" | "followUp" | "update" | "withdrawal" | "digest";
  /** One story, or those of a digest. */
  stories: [StoryView, ...StoryView[]];
  /** The chat's language. */
  language: "tr" | "en";
  /** How much of a story the chat wants to be told. */
  length: PostLength;
  /** Whether the chat's platform sends back what is pressed. */
  buttons: boolean;
  /** Of a digest: why several stories come as one post. */
  reason?: DigestReason;
}

/** Makes the message of a delivery; pure. */
export type Compose = (posting: Posting) => Message;
