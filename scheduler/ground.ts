// What the re-check of one recipient's intents of one campaign is decided on, read as it stands now. A campaign may have
// thousands of units and each of them is looked at by itself, so what is read here is only what these intents need, and a
// definition is read again only when it has changed. Tasks, consultations and incidents are read where they are described
// (describe-*.ts), which say by `knowing` whom they name.

import { readCalendar } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { Posting } from '../domain/campaign.ts';
import type { CampaignId, CivilDate, Instant, ObligationId, PersonId } from '../domain/ids.ts';
import type { Notice } from '../domain/notice.ts';
import type { Scene } from '../domain/obligation-facts.ts';
import { heldOn, inOffice, type Postings } from '../domain/recipients.ts';
import type { CampaignRow, IntentRow, ObligationRow, PersonRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';

type Deps = { store: Store; holidays: HolidayTable };

export type Ground = Deps & {
  scene: Scene;
  recipient: PersonRow | null;
  isAway: boolean;
  held: Postings;
  /** What the recipient holds today. */
  postings: readonly Posting[];
  rows: ReadonlyMap<string, ObligationRow>;
  /** The reminders that the recipient was told or is to be told by now, by the row they are about. */
  reminders: ReadonlyMap<string, readonly IntentRow[]>;
  /** The intents that are looked at together. */
  together: readonly IntentRow[];
};

type Definition = {
  row: CampaignRow;
  today: CivilDate;
  held: Postings;
  postings: ReadonlyMap<PersonId, readonly Posting[]>;
};

/** For whom a ground is opened: the intents that are looked at together, or none where what was told is told anew. */
export type GroundFor = { campaign: CampaignId; recipient: PersonId; intents: readonly IntentRow[] };
export type OpenGround = (what: GroundFor, now: Instant) => Promise<Ground | null>;

/** Makes what opens a ground for one recipient and campaign; null when the campaign is gone. */
export function createGrounds(deps: Deps): OpenGround {
  const known = new Map<CampaignId, Definition>();
  return async (what, now) => {
    const definition = await readDefinition(deps, known, what.campaign, now);
    return definition && openGround(deps, definition, what, now);
  };
}

/** The scene of a ground with these people known as well: those whom a row names. */
export async function knowing({ store, scene }: Ground, people: Iterable<PersonId | null>): Promise<Scene> {
  const missing = new Set([...people].filter((id) => id !== null && !scene.people.has(id)));
  if (missing.size === 0) return scene;
  const rows = await store.list('person', { where: { id: { in: [...missing] as PersonId[] } } });
  return { ...scene, people: new Map([...scene.people, ...rows.map((row) => [row.id, row] as const)]) };
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
  const held = heldOn(row.definition, today);
  const definition = { row, today, held, postings: postingsByPerson(row, today) };
  known.set(id, definition);
  return definition;
}

function postingsByPerson({ definition }: CampaignRow, today: CivilDate): Map<PersonId, Posting[]> {
  const byPerson = new Map<PersonId, Posting[]>();
  for (const posting of inOffice(definition, today)) {
    const known = byPerson.get(posting.person);
    if (known) known.push(posting);
    else byPerson.set(posting.person, [posting]);
  }
  return byPerson;
}

async function openGround(
  deps: Deps,
  { row: { definition: campaign }, today, held, postings }: Definition,
  { recipient: person, intents }: GroundFor,
  now: Instant,
): Promise<Ground> {
  const { store } = deps;
  const rows = await readRows(store, intents);
  const [calendar, people, leaves, reminders] = await Promise.all([
    readCalendar(store, campaign, deps.holidays),
    store.list('person', { where: { id: { in: [person, ...peopleOf(intents, rows, held)] } } }),
    store.list('leave', { where: { campaign: campaign.id, person, cancelled: false } }),
    readReminders(store, intents, now),
  ]);
  const byId = new Map(people.map((each) => [each.id, each]));
  return {
    ...deps,
    scene: { campaign, calendar, now, people: byId },
    recipient: byId.get(person) ?? null,
    isAway: leaves.some(({ from, to }) => from <= today && today <= to),
    held,
    postings: postings.get(person) ?? [],
    rows,
    reminders,
    together: intents,
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
  const named = intents.flatMap(({ notice }) => [
    ...('by' in notice ? [notice.by] : []),
    ...('person' in notice ? [notice.person] : []),
  ]);
  return [...new Set([...named, ...posted.map(({ person }) => person)])];
}

/** What is said only beside, or instead of, other reminders of the same row. */
const REMINDING: readonly Notice['kind'][] = ['reminder', 'chase', 'task_reminder'];
const REMINDERS: readonly Notice['kind'][] = ['reminder', 'task_reminder'];

async function readReminders(
  store: Store,
  intents: readonly IntentRow[],
  now: Instant,
): Promise<Map<string, IntentRow[]>> {
  const reminding = intents.filter(({ notice }) => REMINDING.includes(notice.kind));
  const reminders = new Map(reminding.map(({ about }) => [about ?? '', [] as IntentRow[]]));
  if (reminders.size === 0) return reminders;
  const told = await store.list('intent', {
    where: {
      about: { in: [...reminders.keys()] },
      recipient: reminding[0]!.recipient,
      state: { in: ['pending', 'bound'] },
      slotAt: { lte: now },
    },
  });
  for (const intent of told)
    if (REMINDERS.includes(intent.notice.kind)) reminders.get(intent.about ?? '')?.push(intent);
  return reminders;
}
