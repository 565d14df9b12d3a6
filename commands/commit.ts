// Decide, commit, and decide again on fresh data if somebody was quicker: at most five times (architecture.md).

import type { Change } from '../domain/change.ts';
import { insert } from '../domain/change.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Context } from './command.ts';

/** What a decision comes to: nothing to write (a refusal, a form), or changes and what to say once they stand. */
export type Decision = { outcome: Outcome; changes: Change[] };

const MOST_TRIES = 5;

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
  if (key) {
    const before = await context.store.find('request', key);
    if (before) return before.outcome as Outcome;
  }
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { outcome, changes } = await decide();
    if (changes.length === 0) return outcome;
    const kept =
      key && outcome.kind !== 'refused' ? [insert('request', { id: key, at: context.at, outcome })] : [];
    const result = await context.store.commit([...changes, ...kept]);
    if (result.kind === 'committed') return outcome;
    if (result.kind === 'duplicate' && result.thing === 'request') {
      return (await context.store.find('request', result.id))?.outcome as Outcome;
    }
  }
  return { kind: 'refused', refusal: { kind: 'busy' } };
}
