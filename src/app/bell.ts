/** Wakes who waits in this process. Other processes are not heard: whoever must not miss them looks now and then too. */
export interface Bell {
  ring: () => void;
  /** Calls `wake` at each ring until the returned function is called. */
  hear: (wake: () => void) => () => void;
}

export function createBell(): Bell {
  const hearers = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of hearers) wake();
    },
    hear: (wake) => {
      hearers.add(wake);
      return () => void hearers.delete(wake);
    },
  };
}
