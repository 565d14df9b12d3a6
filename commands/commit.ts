// Decide, commit, and decide again on fresh data if somebody was quicker: at most five times (architecture.md).

import type { Change } from '../domain/change.ts';
import { insert } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Context } from './command.ts';

/** What a decision comes to: nothing to write (a refusal, a form), or changes and what to say once they stand. */
export type Decision = { outcome: Outcome; changes: Change[] };

const MOST_TRIES = 5;

/** A request is somebody's: under another person's key nobody hears what that person was answered. */
const requestId = ({ actor }: Context, key: string): string => `${actor.person.id}:${key}`;

/** What this very request of the actor came to when it was carried out before; null if it was not, or has no key. */
export async function answeredBefore(context: Context, key: string | undefined): Promise<Outcome | null> {
  const kept = key ? await context.store.find('request', requestId(context, key)) : null;
  return kept && (kept.outcome as Outcome);
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
  for (let tries = 0; tries < MOST_TRIES; tries++) {
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
    if (result.kind === 'committed') return outcome;
  }
  return { kind: 'refused', refusal: { kind: 'busy' } };
}
