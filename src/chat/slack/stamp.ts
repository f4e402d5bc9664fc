import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** What a window or page stands for: whose it is, in which channel its buttons act, and the command behind it. */
export interface Stamped {
  user: string;
  channel: string;
  words: readonly string[];
}

const stamped = z.object({
  user: z.string(),
  channel: z.string().regex(/^(?:[CDG][A-Z0-9]{1,20})?$/u),
  words: z.array(z.string().max(500)).max(12),
});
const sealed = z.tuple([z.string(), z.string()]);

/** Slack takes so many characters as a window's state. */
const longest = 3_000;

export type Stamp = ReturnType<typeof createStamp>;

/**
 * Writes the state of windows such that nobody else can: it passes through Slack and a browser. The key lives as long as the
 * process: a window that is open over a restart has to be opened anew.
 */
export function createStamp(key: Buffer = randomBytes(32)) {
  const markOf = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  return {
    write({ user, channel, words }: Stamped): string {
      const text = JSON.stringify({ user, channel, words: words.slice(0, 12).map((word) => word.slice(0, 100)) });
      const state = JSON.stringify([text, markOf(text)]);
      return state.length <= longest ? state : JSON.stringify(["", ""]);
    },

    /** Null for what is forged, of another process, or somebody else's. */
    read(state: string, user: string): Stamped | null {
      const [text, mark] = sealed.safeParse(parsed(state)).data ?? ["", ""];
      const expected = Buffer.from(markOf(text));
      const given = Buffer.from(mark);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const { data } = stamped.safeParse(parsed(text));
      return data?.user === user ? data : null;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
