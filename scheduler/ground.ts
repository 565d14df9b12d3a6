// What the re-check of one recipient's intents of one campaign is decided on, read as it stands now. A campaign may have
// thousands of units and each of them is looked at by itself, so what is read here is only what these intents need, and a
// definition is read again only when it has changed.

import { readCalendar } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { CampaignId, CivilDate, Instant, IntentId, ObligationId, PersonId } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import { dueOnNow } from '../domain/obligation.ts';
import type { Scene } from '../domain/obligation-facts.ts';
import { heldOn, type Postings } from '../domain/recipients.ts';
import type { CampaignRow, IntentRow, ObligationRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';

type Deps = { store: Store; holidays: HolidayTable };

export type Ground = Deps & {
  scene: Scene;
  recipient: PersonRow | null;
  isAway: boolean;
  held: Postings;
  rows: ReadonlyMap<string, ObligationRow>;
  /** The reminders for the present deadlines that the recipient was told or is to be told by now, by row. */
  reminders: ReadonlyMap<string, readonly IntentRow[]>;
  /** The intents that are looked at together. */
  together: ReadonlySet<IntentId>;
};

type Definition = { row: CampaignRow; today: CivilDate; held: Postings };

/** Makes what opens a ground for intents of one recipient and campaign; null when the campaign is gone. */
export function createGrounds(
  deps: Deps,
): (intents: readonly IntentRow[], now: Instant) => Promise<Ground | null> {
  const known = new Map<CampaignId, Definition>();
  return async (intents, now) => {
    const definition = await readDefinition(deps, known, intents[0]!.campaign, now);
    return definition && openGround(deps, definition, intents, now);
  };
}

/** A version only grows, so that asking for a newer one answers nothing while the known one stands. */
async function readDefinition(
  { store }: Deps,
  known: Map<CampaignId, Definition>,
  id: CampaignId,
  now: Instant,
): Promise<Definition | null> {
  const last = known.get(id);
  const [newer] = last
    ? await store.list('campaign', { where: { id, version: { gt: last.row.version } }, limit: 1 })
    : await store.list('campaign', { where: { id } });
  const row = newer ?? last?.row;
  if (!row) return null;
  const today = dateOf(now, row.definition.zone);
  if (last && last.row === row && last.today === today) return last;
  const definition = { row, today, held: heldOn(row.definition, today) };
  known.set(id, definition);
  return definition;
}

async function openGround(
  deps: Deps,
  { row: { definition: campaign }, today, held }: Definition,
  intents: readonly IntentRow[],
  now: Instant,
): Promise<Ground> {
  const { store } = deps;
  const person = intents[0]!.recipient;
  const rows = await readRows(store, intents);
  const [calendar, people, leaves, reminders] = await Promise.all([
    readCalendar(store, campaign, deps.holidays),
    store.list('person', { where: { id: { in: peopleOf(intents, rows, held) } } }),
    store.list('leave', { where: { campaign: campaign.id, person, cancelled: false } }),
    readReminders(store, person, rows, { now, zone: campaign.zone }),
  ]);
  const byId = new Map(people.map((each) => [each.id, each]));
  return {
    ...deps,
    scene: { campaign, calendar, now, people: byId },
    recipient: byId.get(person) ?? null,
    isAway: leaves.some(({ from, to }) => from <= today && today <= to),
    held,
    rows,
    reminders,
    together: new Set(intents.map(({ id }) => id)),
  };
}

const rowOf = (notice: Notice): ObligationId[] => ('obligation' in notice ? [notice.obligation] : []);

async function readRows(store: Store, intents: readonly IntentRow[]): Promise<Map<string, ObligationRow>> {
  const ids = [...new Set(intents.flatMap(({ notice }) => rowOf(notice)))];
  const rows = ids.length === 0 ? [] : await store.list('obligation', { where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody who can be named in what is told: the recipient, who did it, the units' people, the office's. */
function peopleOf(
  intents: readonly IntentRow[],
  rows: ReadonlyMap<string, ObligationRow>,
  held: Postings,
): PersonId[] {
  const units = [...new Set([...rows.values()].map(({ unit }) => ` ${unit}`))];
  const posted = ['office_staff', 'office_director', ...units].flatMap((key) => held.get(key) ?? []);
  const named = intents.flatMap(({ recipient, notice }) => [
    recipient,
    ...('by' in notice ? [notice.by] : []),
    ...('person' in notice ? [notice.person] : []),
  ]);
  return [...new Set([...named, ...posted.map(({ person }) => person)])];
}

async function readReminders(
  store: Store,
  recipient: PersonId,
  rows: ReadonlyMap<string, ObligationRow>,
  { now, zone }: { now: Instant; zone: string },
): Promise<Map<string, IntentRow[]>> {
  const reminders = new Map<string, IntentRow[]>();
  if (rows.size === 0) return reminders;
  const intents = await store.list('intent', {
    where: {
      about: { in: [...rows.keys()] },
      recipient,
      state: { in: ['pending', 'bound'] },
      slotAt: { lte: now },
    },
  });
  for (const intent of intents) {
    const row = rows.get(intent.about ?? '');
    const { notice } = intent;
    if (!row || notice.kind !== 'reminder' || notice.dueOn !== dueOnNow(row, zone)) continue;
    const same = reminders.get(row.id);
    if (same) same.push(intent);
    else reminders.set(row.id, [intent]);
  }
  return reminders;
}
