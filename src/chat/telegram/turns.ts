import PQueue from "p-queue";

/** How much is done at once, how much may wait for one chat, and how much in all. */
export interface TurnsParts {
  atOnce: number;
  perChat: number;
  inAll: number;
}

/** Lets work of different chats run side by side, and that of one chat in the order in which it came. Work must not throw. */
export function createTurns({ atOnce, perChat, inAll }: TurnsParts) {
  const pool = new PQueue({ concurrency: atOnce });
  const chats = new Map<string, { last: Promise<void>; count: number }>();
  const underWay = new Set<Promise<void>>();

  return {
    /** False if too much waits for this chat already and the work may be dropped: then it is not done. */
    add(chat: string, work: () => Promise<void>, mayDrop: boolean): boolean {
      const row = chats.get(chat) ?? { last: Promise.resolve(), count: 0 };
      if (mayDrop && row.count >= perChat) return false;
      const before = row.last;
      const done = (async () => {
        await before;
        await pool.add(work);
        row.count -= 1;
        if (row.count === 0) chats.delete(chat);
      })();
      row.count += 1;
      row.last = done;
      chats.set(chat, row);
      underWay.add(done);
      void done.finally(() => underWay.delete(done));
      return true;
    },
    isFull: () => underWay.size >= inAll,
    /** Resolves when there is room for more. */
    async room(): Promise<void> {
      while (underWay.size >= inAll) await Promise.race(underWay);
    },
    /** Resolves when all that was added is done. */
    async idle(): Promise<void> {
      await Promise.all(underWay);
    },
  };
}
