// Incidents for tests of rules: a first report as it is taken, what a commit makes of the rows, and who is there.

import type { Campaign } from '../../domain/campaign.ts';
import type { Change } from '../../domain/change.ts';
import { as, type Instant, type PersonId } from '../../domain/ids.ts';
import { decideIncident, type IncidentReport } from '../../domain/incident/decide.ts';
import type { IncidentEntryRow, IncidentRow } from '../../domain/incident/things.ts';
import type { PlanView } from '../../domain/plan.ts';
import { presenceOn } from '../../domain/recipients.ts';
import type { CampaignRow, IntentRow, LeaveRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import { aCampaign, at, calendarOf, unitId } from './builders.ts';

/** The first night of National Day. */
export const NIGHT = '2016-10-01 02:30';

/** A person of the sample by mailbox. */
export const who = (mailbox: string): PersonId => as<PersonId>(`${mailbox}@loudi.example`);
export const mailboxOf = (person: string): string => person.replace('@loudi.example', '');

export const aReport = (over: Partial<IncidentReport> = {}): IncidentReport => ({
  unit: unitId('lsj'),
  what: '某平台负责人失联，投资人聚集',
  where: '冷水江市锑都中路',
  amount: '约3000万元',
  people: '60余人',
  done: '公安已到场',
  phoned: '已电话报告文书一',
  ...over,
});

export const aLeave = (person: PersonId, from: string, to: string): LeaveRow => ({
  id: `${person} ${from}`,
  version: 1,
  campaign: aCampaign().id,
  person,
  from: as(from),
  to: as(to),
  enteredBy: person,
  deputy: null,
  cancelled: false,
});

/** What planning sees at a moment. */
export function viewAt(now: Instant, campaign: Campaign = aCampaign(), leaves: LeaveRow[] = []): PlanView {
  const presence = presenceOn(dateOf(now, campaign.zone), campaign, leaves, []);
  return { row: {} as CampaignRow, campaign, calendar: calendarOf(campaign), presence, now };
}

/** The first report of a campaign, taken at a moment from somebody. */
export function reported(moment = NIGHT, by = 'leng', view = viewAt(at(moment)), report = aReport()) {
  const acting = { campaign: view.campaign.id, by: who(by), at: at(moment) };
  return decideIncident({ ...view, acting, counter: null }, report);
}

type Move = { to: Partial<IncidentRow> };
const isMoveOf = (change: Change, row: IncidentRow): change is Change & Move =>
  change.mode === 'move' && change.thing === 'incident' && change.id === row.id;

/** The row as it stands after these changes were committed. */
export function standingAfter(row: IncidentRow, changes: readonly Change[]): IncidentRow {
  let now = row;
  for (const change of changes)
    if (isMoveOf(change, row)) now = { ...now, ...change.to, version: now.version + 1 };
  return now;
}

/** What is told by these changes. */
export const toldBy = (changes: readonly Change[]): IntentRow[] =>
  changes.flatMap((change) =>
    change.mode === 'ensure' && change.thing === 'intent' ? [{ ...change.row, version: 1 }] : [],
  );

/** What is told, as `person`, with `!` for whoever is called. */
export const peopleTold = (changes: readonly Change[]): string[] =>
  toldBy(changes).map(
    ({ recipient, notice }) => mailboxOf(recipient) + (notice.kind === 'incident' && notice.call ? '!' : ''),
  );

export const entriesOf = (changes: readonly Change[]): Omit<IncidentEntryRow, 'version'>[] =>
  changes.flatMap((change) =>
    change.mode === 'insert' && change.thing === 'incidentEntry' ? [change.row] : [],
  );
