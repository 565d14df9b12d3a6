// A change of a thousand entries is reckoned in several bites; between them others are answered. Nothing is held meanwhile: what
// was decided on rows that have changed since is not committed, and is decided again.

/** Lets everything else that waits have its turn. */
export const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
