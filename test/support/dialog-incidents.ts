// Incidents in conversations: reporting one, what is done with it, and what the ledger holds of it.

import type { ActionInput } from '../../domain/actions.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentVerb } from '../../domain/incident/facts.ts';
import type { IncidentEntryRow, IncidentRow } from '../../domain/incident/things.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { IntentRow } from '../../domain/things.ts';
import { type Dialog, expectKind } from './dialog.ts';

/** Whoever talks: a dialog, or a world in which what is told is sent too. */
type Talk = Pick<Dialog, 'press' | 'store'>;

export const REPORTER = '冷小江';

/** What the form of a first report holds when it is complete. */
export const fullReportOf = (over: Record<string, string> = {}): Record<string, string> => ({
  what: '某平台负责人失联，投资人聚集',
  where: '冷水江市锑都中路',
  amount: '约3000万元',
  people: '60余人',
  done: '公安已到场',
  phoned: '02:20 已电话报告文书一',
  ...over,
});

/** Reports an incident; its id. */
export async function giveIncident(
  dialog: Talk,
  over: Record<string, string> = {},
  by: string = REPORTER,
): Promise<IncidentId> {
  const outcome = await dialog.press(by, 'incident', { verb: 'report', values: fullReportOf(over) });
  return expectKind(outcome, 'incident').incident.id;
}

/** Presses a verb of an incident, or submits its form (`values`). */
export const onIncident = (
  dialog: Talk,
  person: string,
  incident: IncidentId,
  verb: IncidentVerb,
  values?: Record<string, string>,
  more: ActionInput = {},
): Promise<Outcome> =>
  dialog.press(person, 'incident', { incident, verb, ...(values && { values }), ...more });

/** The same, where it must be carried out. */
export const doneTo = async (...asked: Parameters<typeof onIncident>) =>
  expectKind(await onIncident(...asked), 'incident');

export const incidentRow = async ({ store }: Pick<Talk, 'store'>, id: IncidentId): Promise<IncidentRow> =>
  (await store.find('incident', id))!;

export const timelineOf = (
  { store }: Pick<Talk, 'store'>,
  incident: IncidentId,
): Promise<IncidentEntryRow[]> => store.list('incidentEntry', { where: { incident }, orderBy: 'no' });

/** Who is told an entry of an incident, by name; `!` for whoever is called by it. */
export async function toldOf(
  { store }: Pick<Talk, 'store'>,
  incident: IncidentId,
  no: number,
): Promise<string[]> {
  const intents: IntentRow[] = await store.list('intent', { where: { about: incident } });
  const people = new Map((await store.list('person')).map(({ id, name }) => [id, name]));
  return intents
    .flatMap(({ recipient, notice }) =>
      notice.kind === 'incident' && notice.entry === no
        ? [`${people.get(recipient) ?? recipient}${notice.call ? '!' : ''}`]
        : [],
    )
    .sort();
}
