// Reads what a rehearsal needs, for the command, the desk and the command line alike.

import type { HolidayTable } from '../domain/calendar.ts';
import type { RehearsalSources } from '../domain/rehearsal.ts';
import type { CampaignRow } from '../domain/things.ts';
import { readCalendar, readReminded } from './reads.ts';
import type { Store } from './store.ts';

/** The ledger as it stands, for one campaign. */
export async function readRehearsalSources(
  store: Store,
  row: CampaignRow,
  holidays: HolidayTable,
): Promise<RehearsalSources> {
  const where = { campaign: row.id };
  const [calendar, rows, pending, people, leaves] = await Promise.all([
    readCalendar(store, row.definition, holidays),
    store.list('obligation', { where }),
    store.list('intent', { where: { ...where, state: 'pending' } }),
    store.list('person'),
    store.list('leave', { where }),
  ]);
  const owed = rows.filter(({ state }) => state === 'open' || state === 'returned');
  const known = new Set(rows.map(({ id }) => id));
  const snoozes = await store.list('snooze', { where: { obligation: { in: owed.map(({ id }) => id) } } });
  const reminded = row.plannedNo === row.definitionNo ? new Map() : await readReminded(store, owed);
  return { row, calendar, owed, known, pending, reminded, snoozes, people, leaves };
}
