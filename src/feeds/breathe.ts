/** Gives way: what else waits for this thread goes first. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
