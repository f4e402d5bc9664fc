/** What some work gave, how many turns others had meanwhile, and the longest that they waited for one, in ms. */
export async function whileTurning<Found>(
  work: () => Promise<Found>,
): Promise<{ found: Found; turns: number; longest: number }> {
  let [turns, longest, last, isOver] = [0, 0, performance.now(), false];
  function turn(): void {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOver) return;
    turns += 1;
    setImmediate(turn);
  }
  setImmediate(turn);
  try {
    return { found: await work(), turns, longest: Math.round(Math.max(longest, performance.now() - last)) };
  } finally {
    isOver = true;
  }
}
