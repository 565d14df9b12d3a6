// Decide, commit, and decide again on fresh data if somebody was quicker. Whoever was not quick enough takes their turn among
// the others of this process, so that of many who draw one number at one moment nobody is sent away; twenty tries are then
// against the other processes alone, each of which has one such turn at a time.

import type { Store } from '../db/store.ts';
import type { Change } from '../domain/change.ts';
import { insert } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Context } from './command.ts';

/** What a decision comes to: nothing to write (a refusal, a form), or changes and what to say once they stand. */
export type Decision = { outcome: Outcome; changes: Change[] };

const MOST_TRIES = 20;
const LONGEST_PAUSE_MS = 20;

/** A request is somebody's: under another person's key nobody hears what that person was answered. */
const requestId = ({ actor }: Context, key: string): string => `${actor.person.id}:${key}`;

/** What this very request of the actor came to when it was carried out before; null if it was not, or has no key. */
export async function answeredBefore(context: Context, key: string | undefined): Promise<Outcome | null> {
  const kept = key ? await context.store.find('request', requestId(context, key)) : null;
  return kept && (kept.outcome as Outcome);
}

/** Decides once; null where somebody was quicker. */
async function attempt(
  context: Context,
  decide: () => Promise<Decision>,
  key: string | undefined,
): Promise<Outcome | null> {
  // Looked for at each try: whoever was quicker may have been the same request.
  const before = await answeredBefore(context, key);
  if (before) return before;
  const { outcome, changes } = await decide();
  // Nothing to do may mean that it has just been done, between the look above and the reading of the row.
  if (changes.length === 0) return (await answeredBefore(context, key)) ?? outcome;
  const kept =
    key && outcome.kind !== 'refused'
      ? [insert('request', { id: requestId(context, key), at: context.at, outcome })]
      : [];
  const result = await context.store.commit([...changes, ...kept]);
  return result.kind === 'committed' ? outcome : null;
}

/** Two processes that try in step would lose to each other again and again. */
const outOfStep = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * LONGEST_PAUSE_MS);
  });

const turns = new WeakMap<Store, Promise<unknown>>();

/** Does the work when all is done that came before it to the same store; whatever becomes of that. */
function inTurn<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const own = (turns.get(store) ?? Promise.resolve()).then(work);
  turns.set(
    store,
    own.catch(() => {}),
  );
  return own;
}

/**
 * Runs `decide` (which reads afresh each time) and commits what it returns. With a `key` the outcome is kept under it, and
 * a repeat of the same request is answered with that outcome instead of being carried out twice. A refusal is not kept:
 * the form stays open under the same key, and what is sent next is the correction.
 */
export async function decideAndCommit(
  context: Context,
  decide: () => Promise<Decision>,
  key?: string,
): Promise<Outcome> {
  const tryOnce = () => attempt(context, decide, key);
  const first = await tryOnce();
  if (first) return first;
  return inTurn(context.store, async () => {
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      const outcome = await tryOnce();
      if (outcome) return outcome;
      await outOfStep();
    }
    return { kind: 'refused', refusal: { kind: 'busy' } };
  });
}
