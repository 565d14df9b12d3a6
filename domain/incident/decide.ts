// What people do with an incident: the first report, acknowledging it, following it up, the final report, joining two. Each
// is an entry, is told at once, and updates the cards in which the incident was shown. Whether somebody may was asked
// before (verbs.ts). Nothing is deleted.
//
//   state         acknowledge      follow_up   final      join
//   open          → acknowledged   –           → closed   joined: called no more
//   acknowledged  –                –           → closed   joined
//   closed        –                –           –          joined
//
// What is joined shares the fate of the incident that it was joined to: acknowledged and closed with it.

import { type Acting, audited } from '../audit.ts';
import type { Calendar } from '../calendar.ts';
import type { Campaign } from '../campaign.ts';
import { type Change, insert, move } from '../change.ts';
import { incidentId, type PersonId } from '../ids.ts';
import { officeStaff, type Presence } from '../recipients.ts';
import { retold } from '../retelling.ts';
import type { CounterRow, MessageRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { type EntryMade, incidentEntry, toldAtOnce, written } from './entries.ts';
import { calloutOrder, isCalling, nextCallAt } from './plan.ts';
import type { IncidentEntryRow, IncidentRow } from './things.ts';

/** What a decision comes to: the row as it will stand, the entry, who is told at once, and what to write. */
export type IncidentDecision = {
  row: IncidentRow;
  entry: IncidentEntryRow;
  told: PersonId[];
  changes: Change[];
};

const audit = (
  acting: Acting,
  verb: string,
  { id, version, unit }: IncidentRow,
  { text, other }: IncidentEntryRow,
): Change =>
  audited(
    acting,
    `incident_${verb}`,
    { id, version, unit },
    { ...(text !== '' && { text }), ...(other !== null && { other }) },
  );

// The first report

/** What is reported, as typed; `unit` null for somebody who belongs to none. */
export type IncidentReport = Pick<
  IncidentRow,
  'unit' | 'what' | 'where' | 'amount' | 'people' | 'done' | 'phoned'
>;

/** What a first report is decided on; `presence` is of the civil day of the report. */
export type Reporting = {
  campaign: Campaign;
  calendar: Calendar;
  presence: Presence;
  acting: Acting;
  counter: CounterRow | null;
};

/** The counter of a campaign's incidents in the civil year in which they are reported. */
export const incidentCounterId = ({ id }: Campaign, year: number): string => `incident:${id}:${year}`;

/** The civil year in which an incident reported now is numbered. */
export const incidentYear = ({ zone }: Campaign, at: Acting['at']): number =>
  Number(dateOf(at, zone).slice(0, 4));

const leaders = ({ held, away, unreachable }: Presence): PersonId[] =>
  (['leader', 'deputy_leader'] as const)
    .flatMap((role) => held.get(role) ?? [])
    .map(({ person }) => person)
    .filter((person) => !away.has(person) && !unreachable.has(person));

/**
 * Who hears of a first report: the office's duty staff and the leaders who are there, and the first who is called out;
 * where none of these are there, the whole list.
 */
function firstTold({ campaign, presence, acting }: Reporting): { told: PersonId[]; order: PersonId[] } {
  const others = { ...presence, away: new Set([...presence.away, acting.by]) };
  const order = calloutOrder(presence, campaign, acting.by);
  const present = [...officeStaff(others), ...leaders(others)];
  const told = [...order.slice(0, 1), ...(present.length > 0 ? present : order)];
  return { told: [...new Set(told)], order };
}

const drawn = (counter: CounterRow | null, id: string, value: number): Change =>
  counter ? move('counter', counter, { value }) : insert('counter', { id, value });

/** Takes a first report: draws its number, tells those who must know at once, and calls out the first on the list. */
export function decideIncident(reporting: Reporting, report: IncidentReport): IncidentDecision {
  const { campaign, acting, counter } = reporting;
  const year = incidentYear(campaign, acting.at);
  const no = (counter?.value ?? 0) + 1;
  const { told, order } = firstTold(reporting);
  const called = order.slice(0, 1);
  const row: IncidentRow = {
    id: incidentId(campaign.id, year, no),
    version: 1,
    campaign: campaign.id,
    year,
    no,
    ...report,
    by: acting.by,
    at: acting.at,
    state: 'open',
    acknowledgedBy: null,
    acknowledgedAt: null,
    escalations: 0,
    called,
    joinedTo: null,
    entries: 1,
    nextStepAt: nextCallAt({ ...reporting, now: acting.at }, order, called),
  };
  const entry = incidentEntry(row, 1, acting.at, { kind: 'first', by: acting.by });
  const { version: _, ...columns } = row;
  const changes = [
    drawn(counter, incidentCounterId(campaign, year), no),
    insert('incident', columns),
    written(entry),
    ...toldAtOnce(campaign, entry, told, called[0]),
    audited(acting, 'incident', { ...row, version: 1 }),
  ];
  return { row, entry, told, changes };
}

// What follows

/** An incident with what is needed to tell of it: who was told so far and may see it, and the messages that show it. */
export type Followed = { row: IncidentRow; told: readonly PersonId[]; shown: readonly MessageRow[] };

/** What is decided on: the incident, and all that were joined to it, be it by way of another. */
export type Following = Followed & { campaign: Campaign; acting: Acting; joined: readonly Followed[] };

/** What is done with one incident; `text` as typed. */
export type IncidentStep =
  | { kind: 'acknowledged' }
  | { kind: 'follow_up'; text: string }
  | { kind: 'final'; text: string };

function columnsOf({ kind }: IncidentStep, { by, at }: Acting): Partial<IncidentRow> {
  switch (kind) {
    case 'acknowledged':
      return { state: 'acknowledged', acknowledgedBy: by, acknowledgedAt: at, nextStepAt: null };
    case 'final':
      return { state: 'closed', nextStepAt: null };
    case 'follow_up':
      return {};
  }
}

type Scene = { campaign: Campaign; acting: Acting };

/** One entry with its columns, told to those who were told before and the reporter, except who acts. */
function stepOn(
  { campaign, acting }: Scene,
  { row, told, shown }: Followed,
  made: EntryMade,
  columns: Partial<IncidentRow>,
): IncidentDecision {
  const entry = incidentEntry(row, row.entries + 1, acting.at, { by: acting.by, ...made });
  const to = { ...columns, entries: entry.no };
  const after = { ...row, ...to, version: row.version + 1 };
  const people = [...new Set([...told, row.by])].filter((person) => person !== acting.by);
  const changes = [
    move('incident', row, to),
    written(entry),
    ...toldAtOnce(campaign, entry, people),
    ...retold(shown, after, acting.at),
    audit(acting, made.kind, row, entry),
  ];
  return { row: after, entry, told: people, changes };
}

/** Those joined to an incident go its way; of each only the reporter is told, for all others hear of the incident itself. */
const alike = (following: Following, step: Exclude<IncidentStep, { kind: 'follow_up' }>): Change[] =>
  following.joined
    .filter(({ row }) => (step.kind === 'final' ? row.state !== 'closed' : row.state === 'open'))
    .flatMap(
      (each) =>
        stepOn(following, { ...each, told: [] }, { kind: step.kind }, columnsOf(step, following.acting))
          .changes,
    );

/** Acknowledges, follows up or closes an incident, and tells everybody told so far and the reporter, except who acts. */
export function decideStep(following: Following, step: IncidentStep): IncidentDecision {
  const decided = stepOn(following, following, step, columnsOf(step, following.acting));
  if (step.kind === 'follow_up') return decided;
  return { ...decided, changes: [...decided.changes, ...alike(following, step)] };
}

// Two of one matter

/** The earlier of two incidents first. */
export const inOrder = (a: IncidentRow, b: IncidentRow): [earlier: IncidentRow, later: IncidentRow] =>
  a.at < b.at || (a.at === b.at && (a.year < b.year || (a.year === b.year && a.no < b.no))) ? [a, b] : [b, a];

/** How the earlier one stands, for the later: whoever took that one has taken this. */
const stateWith = (earlier: IncidentRow, later: IncidentRow): Partial<IncidentRow> =>
  isCalling(later) && earlier.state !== 'open'
    ? {
        state: earlier.state,
        acknowledgedBy: earlier.acknowledgedBy,
        acknowledgedAt: earlier.acknowledgedAt,
      }
    : {};

/** Joins the later report of a matter to the earlier: nobody is called for it any more. Those who know the later are told, and both reporters. */
export function decideJoin(scene: Scene, earlier: Followed, later: Followed): IncidentDecision {
  const { acting } = scene;
  const columns = { joinedTo: earlier.row.id, nextStepAt: null, ...stateWith(earlier.row, later.row) };
  const joined = stepOn(scene, later, { kind: 'joined', other: earlier.row.id }, columns);
  const entry = incidentEntry(earlier.row, earlier.row.entries + 1, acting.at, {
    kind: 'joined',
    by: acting.by,
    other: later.row.id,
  });
  const after = { id: earlier.row.id, version: earlier.row.version + 1 };
  return {
    ...joined,
    changes: [
      ...joined.changes,
      move('incident', earlier.row, { entries: entry.no }),
      written(entry),
      ...toldAtOnce(scene.campaign, entry, earlier.row.by === acting.by ? [] : [earlier.row.by]),
      ...retold(earlier.shown, after, acting.at),
    ],
  };
}
