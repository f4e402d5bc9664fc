import { expect, test } from "vitest";
import { inDigestOrder } from "../../../src/core/message/digest-order.js";

/** `a k 0.5 +`: story a is about topic k by half, and the chat follows k. */
function ordered(...places: string[]): string {
  return inDigestOrder(
    places.map((text) => {
      const [story = "", topic = "", relevance, follows] = text.split(" ");
      return { story, topic, relevance: Number(relevance), follows: follows === "+" };
    }),
  ).join("");
}

test.each([
  ["nothing", [], ""],
  ["the most relevant first", ["a k 0.2 +", "b k 0.9 +", "c k 0.5 +"], "bca"],
  ["equal ones as they came", ["a k 0.5 +", "b k 0.5 +", "c k 0.5 +"], "abc"],
  ["by topics, the one with the best story first", ["a k 0.3 +", "b t 0.9 +", "c k 0.8 +", "d t 0.1 +"], "bdca"],
  [
    "each story once, under the topic that it is most about",
    ["a k 0.3 +", "a t 0.9 +", "b t 0.5 +", "c k 0.6 +"],
    "abc",
  ],
  ["a topic that the chat follows before one that it does not", ["a k 0.9 -", "a t 0.2 +", "b t 0.5 +"], "ba"],
])("%s", (_, places, order) => expect(ordered(...places)).toBe(order));
