// Reads what a rehearsal needs, for the command, the desk and the command line alike.

import type { HolidayTable } from '../domain/calendar.ts';
import type { CampaignId } from '../domain/ids.ts';
import type { RehearsalSources } from '../domain/rehearsal.ts';
import type { LivingRows } from '../domain/rehearsal-foreseen.ts';
import type { CampaignRow, IntentRow } from '../domain/things.ts';
import { readCalendar, readReminded } from './reads.ts';
import type { Store } from './store.ts';

/** The ledger as it stands, for one campaign. */
export async function readRehearsalSources(
  store: Store,
  row: CampaignRow,
  holidays: HolidayTable,
): Promise<RehearsalSources> {
  const where = { campaign: row.id };
  const pending = await store.list('intent', { where: { ...where, state: 'pending' } });
  const [calendar, rows, living, people, leaves] = await Promise.all([
    readCalendar(store, row.definition, holidays),
    store.list('obligation', { where }),
    readLiving(store, row.id, pending),
    store.list('person'),
    store.list('leave', { where }),
  ]);
  const owed = rows.filter(({ state }) => state === 'open' || state === 'returned');
  const known = new Set(rows.map(({ id }) => id));
  const snoozes = await store.list('snooze', { where: { obligation: { in: owed.map(({ id }) => id) } } });
  const isPlanned = row.plannedNo === row.definitionNo;
  const reminded = isPlanned ? new Map() : await readReminded(store, owed);
  const told = isPlanned ? new Map() : await readTold(store, living.consultations);
  return { row, calendar, owed, known, living, pending, reminded, told, snoozes, people, leaves };
}

async function readLiving(
  store: Store,
  campaign: CampaignId,
  pending: readonly IntentRow[],
): Promise<LivingRows> {
  const named = pending.flatMap(({ notice }) => ('task' in notice ? [notice.task] : []));
  const [open, told, consultations, incidents] = await Promise.all([
    store.list('task', { where: { campaign, state: { in: ['dispatched', 'in_progress', 'in_review'] } } }),
    store.list('task', {
      where: { id: { in: [...new Set(named)] }, state: { in: ['closed', 'withdrawn'] } },
    }),
    store.list('consultation', { where: { campaign } }),
    store.list('incident', { where: { campaign, state: 'open' } }),
  ]);
  return { tasks: [...open, ...told], consultations, incidents };
}

async function readTold(
  store: Store,
  consultations: LivingRows['consultations'],
): Promise<Map<string, IntentRow[]>> {
  const told = consultations.map(
    async ({ id }) => [id, await store.list('intent', { where: { about: id } })] as const,
  );
  return new Map(await Promise.all(told));
}
