/** One send: when it left, and when it was answered. */
interface Send {
  left: number;
  answered: number | null;
}

/** Of so many answers the quickest tells how long the way usually takes. */
const remembered = 50;
/** Fewer answers tell nothing: the first ones wait for connections to open. */
const enough = 10;
/** What the way may take longer than usual, in ms, before we take a send for held up. */
const slack = 3;
/** While a send is held up somewhere, we look again so often, in ms. */
const glance = 20;

/**
 * Keeps the sends of one process to `count` in any `span` ms as the platform sees them. Turns space what leaves; but a program that
 * stood still, or a connection that was slow to open, lets things arrive together that left apart. A send that takes longer than
 * usual is taken to arrive only when its answer allows. Times are ms; parts count.
 */
export function createWindow({ count, span }: { count: number; span: number }) {
  const sends: Send[] = [];
  const trips: number[] = [];

  /** The latest that a send may have arrived, as far as we know now. */
  function arrival({ left, answered }: Send, now: number, usual: number): number {
    if (answered !== null) return Math.max(left, answered - usual);
    return now - left > usual + slack ? now : left;
  }

  return {
    /** When the next send may leave, or when to ask again; `now` or less if at once. */
    free(now: number): number {
      if (sends.length < count) return now;
      const usual = trips.length < enough ? 0 : Math.min(...trips);
      const arrivals = sends.map((send) => arrival(send, now, usual)).toSorted((a, b) => a - b);
      const free = (arrivals.at(-count) ?? -Infinity) + span;
      return free > now && arrivals.at(-1) === now ? Math.min(free, now + glance) : free;
    },
    /** A send leaves; the function that comes back is told when it is answered. */
    leave(now: number): (then: number) => void {
      const send: Send = { left: now, answered: null };
      sends.push(send);
      while (sends.length > 2 * count && sends[0]?.answered !== null) sends.shift();
      return (then) => {
        send.answered = then;
        trips.push(then - now);
        if (trips.length > remembered) trips.shift();
      };
    },
  };
}
