// Work that goes on after Slack has had its answer. Every task is tracked, so that a stop waits for it and a test
// knows when all is done; a task that fails is logged here and hurts nobody else.

export type Background = {
  run(name: string, task: () => Promise<void>): void;
  /** Resolves when nothing is under way, tasks that were started meanwhile included. */
  idle(): Promise<void>;
};

/** Keeps track of tasks; `onFailure` is told of each that fails. */
export function createBackground(onFailure: (name: string, error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, task) {
      const work = task()
        .catch((error: unknown) => onFailure(name, error))
        .finally(() => running.delete(work));
      running.add(work);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
