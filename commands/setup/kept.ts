// What somebody has typed into the guide so far. Every save keeps it, right or wrong, so that it can be gone on with tomorrow.
// A setup that became a campaign is over: what is typed next begins another.

import { insert, move } from '../../domain/change.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import type { SetupStep, SetupValues } from '../../domain/setup/facts.ts';
import type { SetupRow } from '../../domain/things.ts';
import type { Deps } from '../command.ts';

const MOST_TRIES = 5;
/** More than Slack's own form can hold is not kept; it is said to be too long all the same. */
const MOST_KEPT = 4000;

export type Kept = { row: SetupRow | null; values: SetupValues };

/** What is being set up by somebody; nothing where they have not begun, or have finished. */
export async function readKept({ store }: Deps, who: SlackUserId): Promise<Kept> {
  const row = await store.find('setup', who);
  return { row, values: row && row.campaign === null ? (row.values as SetupValues) : {} };
}

const cut = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([field, text]) => [field, [...text].slice(0, MOST_KEPT).join('')]),
  );

async function keep(
  deps: Deps,
  who: SlackUserId,
  change: (before: SetupValues) => SetupValues,
): Promise<Kept> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { row, values } = await readKept(deps, who);
    const columns = { values: change(values) as SetupRow['values'], savedAt: deps.now(), campaign: null };
    const written = row ? move('setup', row, columns) : insert('setup', { id: who, by: who, ...columns });
    if ((await deps.store.commit([written])).kind === 'committed') return readKept(deps, who);
  }
  throw new Error('The ledger was busy, what was typed was not kept.');
}

/** Keeps what was typed into one step. */
export const keepStep = (
  deps: Deps,
  who: SlackUserId,
  step: SetupStep,
  typed: Record<string, string>,
): Promise<Kept> => keep(deps, who, (before) => ({ ...before, [step]: cut(typed) }));

/** Begins anew: everything that was typed is given up. */
export const beginAnew = (deps: Deps, who: SlackUserId): Promise<Kept> => keep(deps, who, () => ({}));
