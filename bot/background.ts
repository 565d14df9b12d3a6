// Work that goes on after Slack has had its answer. Every task is tracked, so that a stop waits for it and a test
// knows when all is done; a task that fails is logged here and hurts nobody else.

export type Background = {
  /** Starts a task; what is returned resolves when it has ended, well or not. */
  run(name: string, task: () => Promise<void>): Promise<void>;
  /** Does a task, and resolves when it has ended or after `mostMs`, whichever is sooner; it then goes on by itself. */
  runAtMost(mostMs: number, name: string, task: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way, tasks that were started meanwhile included. */
  idle(): Promise<void>;
};

/** Keeps track of tasks; `onFailure` is told of each that fails. */
export function createBackground(onFailure: (name: string, error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  const run: Background['run'] = (name, task) => {
    const work = (async () => task())()
      .catch((error: unknown) => onFailure(name, error))
      .finally(() => running.delete(work));
    running.add(work);
    return work;
  };
  return {
    run,
    async runAtMost(mostMs, name, task) {
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostMs);
      });
      await Promise.race([run(name, task), enough]);
      clearTimeout(timer);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
