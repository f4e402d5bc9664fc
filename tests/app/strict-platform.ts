import type { Messenger, Outcome, Post } from "../../src/core/message/messenger.js";

/** What a platform allows: so many messages to it, to one chat, and to one group, in windows of so many ms. */
const windows = {
  bot: { most: 30, span: 1_000 },
  chat: { most: 1, span: 1_000 },
  group: { most: 20, span: 60_000 },
};

/** A platform that counts with sliding windows and refuses what is too fast; its answers take `delay` ms. */
export function createStrictPlatform({
  clock,
  until,
  delay,
}: {
  clock: () => number;
  until: (at: number) => Promise<number>;
  delay: number;
}) {
  const sent: { chat: string; at: number }[] = [];
  let refused = 0;
  let flying = 0;
  let most = 0;

  function full(key: keyof typeof windows, chat: string | null, now: number): boolean {
    const { most, span } = windows[key];
    let count = 0;
    for (let at = sent.length - 1; at >= 0; at -= 1) {
      const one = sent[at];
      if (one === undefined || one.at <= now - span) break;
      if (chat === null || one.chat === chat) count += 1;
    }
    return count >= most;
  }

  async function send(post: Post): Promise<Outcome> {
    const now = clock();
    const chat = post.chat.split("/")[0] ?? "";
    const over = full("bot", null, now) || full("chat", chat, now) || (chat.includes("-") && full("group", chat, now));
    if (over) {
      refused += 1;
      return { kind: "later", at: now + 5_000, why: "429" };
    }
    sent.push({ chat, at: now });
    flying += 1;
    most = Math.max(most, flying);
    await until(now + delay);
    flying -= 1;
    return { kind: "sent", ref: `m${sent.length}` };
  }

  const messenger: Messenger = { send, history: async () => null };
  return { messenger, sent, refused: () => refused, mostFlying: () => most };
}
