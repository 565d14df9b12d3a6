// A long stretch of work lets others have their turn: with SQLite nothing it waits for leaves the process, so that without
// this a request that must be answered within three seconds would wait until all is done.

/** Goes on when everything that was waiting for its turn has had it. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
