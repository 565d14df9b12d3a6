// What has been taken in already. Slack delivers an event again when it got no answer in time, and a mention in a
// direct message arrives twice under two names; Bolt filters neither.
// In memory on purpose: a process that died before it answered must take the repeat for new.

const KEPT = 5000;

export type Seen = {
  /** True the first time any of these keys is met. Keys are remembered together. */
  isNew(...keys: string[]): boolean;
};

/** Remembers the latest few thousand keys. */
export function createSeen(): Seen {
  const keys = new Set<string>();
  return {
    isNew(...met) {
      const isNew = !met.some((key) => keys.has(key));
      for (const key of met) keys.add(key);
      for (const oldest of keys) {
        if (keys.size <= KEPT) break;
        keys.delete(oldest);
      }
      return isNew;
    },
  };
}
