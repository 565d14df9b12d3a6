// What happened before the person sits down at the desk: who filed what when in the weeks before, as a list of
// happenings in order. Pure and always the same for one campaign: chance is a number drawn from the name of the thing.

import type { Calendar } from '../domain/calendar.ts';
import type { Campaign, Duty, Role } from '../domain/campaign.ts';
import {
  as,
  type CivilDate,
  type Instant,
  type ObligationId,
  obligationId,
  type UnitId,
} from '../domain/ids.ts';
import { type Deadline, deadlinesBetween, owingUnits } from '../domain/periods.ts';
import { addDays, dateOf, instantOf, weekdayOf } from '../domain/zone.ts';
import { planWork, type Said } from './history-work.ts';
import { REMARK } from './history-work-texts.ts';

export type Happening = { at: Instant; by: string } & (
  | { kind: 'report'; obligation: ObligationId; duty: string; unit: UnitId; seed: string }
  | { kind: 'nil'; obligation: ObligationId; duty: string }
  | { kind: 'bulletin' }
  | Omit<Said, 'at' | 'by'>
  /** Words among people, in the office's channel. */
  | { kind: 'remark'; text: string }
);

/** Full weeks before the current one; with the sample this makes the bulletin of the tour the ninth. */
const WEEKS_PLAYED = 8;
const MINUTE_MS = 60_000;
/** Nobody files a report that is due in half a year, though it is open already. */
const FILED_AHEAD_MS = 5 * 24 * 60 * MINUTE_MS;

/** The draw in which most weeks, and the last one, have one nil report. */
const NIL_DRAW = 'nil 272:';

/** The bot is switched on after noon, when the deadlines of that Monday morning are past. */
const SWITCHED_ON = '13:00';

/** The moment at which the desk's history begins: a Monday afternoon, or the campaign's first if that is later. */
export function historyStart(campaign: Campaign, until: Instant): Instant {
  const today = dateOf(until, campaign.zone);
  const monday = addDays(today, 1 - weekdayOf(today) - 7 * WEEKS_PLAYED);
  const [, from] = [monday, campaign.from].sort() as [CivilDate, CivilDate];
  return as<Instant>(Math.min(until, instantOf(from, as(SWITCHED_ON), campaign.zone)));
}

/** Everything that people do between the two instants, soonest first. */
export function planHistory(
  campaign: Campaign,
  calendar: Calendar,
  from: Instant,
  until: Instant,
): Happening[] {
  const duties = campaign.duties.filter(({ kind }) => kind === 'report');
  const filings = duties.flatMap((duty) => filingsOf(campaign, duty, calendar, from, until));
  return [
    ...filings,
    ...bulletinsOf(campaign, calendar, from, until),
    ...planWork(campaign, calendar, from, until),
    ...remarkOf(campaign, until),
  ]
    .filter(({ at }) => at > from && at < until)
    .sort((a, b) => a.at - b.at);
}

/** What the director says on the last afternoon, for whoever takes over to make a task of. */
function remarkOf(campaign: Campaign, until: Instant): Happening[] {
  const by = mailOf(campaign, 'office_director');
  const at = as<Instant>(until - 12 * MINUTE_MS);
  return by === null ? [] : [{ kind: 'remark', at, by, text: REMARK }];
}

/** The units that have not yet filed when the person takes over: about four in ten, spread over the list. */
export const isStillOwing = (index: number): boolean => [2, 3, 4, 8].includes(index % 10);

/** A number in [0, 1) that belongs to a name. */
export function chance(name: string): number {
  let hash = 2166136261;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

const mailOf = (campaign: Campaign, role: Role, unit?: UnitId): string | null =>
  campaign.people.find((posting) => posting.role === role && (!unit || posting.unit === unit))?.email ?? null;

function filingsOf(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  from: Instant,
  until: Instant,
): Happening[] {
  const deadlines = deadlinesBetween(
    campaign,
    duty,
    calendar,
    dateOf(from, campaign.zone),
    dateOf(until, campaign.zone),
  );
  return deadlines
    .filter(({ dueAt }) => dueAt > from && dueAt < until + FILED_AHEAD_MS)
    .flatMap((deadline, week) =>
      owingUnits(campaign, duty, deadline.wantedOn).flatMap((unit, index) =>
        filingOf(campaign, duty, calendar, deadline, unit, index, week, until),
      ),
    );
}

function filingOf(
  campaign: Campaign,
  duty: Duty,
  calendar: Calendar,
  deadline: Deadline,
  unit: UnitId,
  index: number,
  week: number,
  until: Instant,
): Happening[] {
  const by = mailOf(campaign, 'liaison', unit) ?? mailOf(campaign, 'office_staff', unit);
  const isCurrent = deadline.dueAt > until;
  if (by === null || (isCurrent ? isStillOwing(index) : wasMissed(duty, index, week))) return [];
  const obligation = obligationId(campaign.id, duty.id, unit, deadline.period);
  const at = filedAt(campaign, calendar, deadline, obligation, isCurrent ? until : null);
  const nil = duty.nil && chance(`${NIL_DRAW} ${obligation}`) < 0.1;
  if (nil) return [{ kind: 'nil', at, by, obligation, duty: duty.name }];
  return [
    {
      kind: 'report',
      at,
      by,
      obligation,
      duty: duty.name,
      unit,
      seed: `${unit} ${deadline.period}`,
    },
  ];
}

/** One report of eight weeks never came. */
const wasMissed = (duty: Duty, index: number, week: number): boolean =>
  duty.rhythm.every === 'week' && index === 2 && week === 4;

/** Most file in the last day and a half, a few on the next day or at night: in whole minutes. */
function filedAt(
  campaign: Campaign,
  calendar: Calendar,
  deadline: Deadline,
  name: string,
  before: Instant | null,
): Instant {
  const drawn = chance(`time ${name}`);
  if (before === null && chance(`late ${name}`) < 0.1) return lateAt(campaign, deadline, drawn);
  const eve = calendar.addWorkingDays(deadline.dueOn, -1);
  const first = instantOf(eve, as('09:20'), campaign.zone);
  const last = Math.min(deadline.dueAt, before ?? deadline.dueAt) - 7 * MINUTE_MS;
  const at = inOfficeHours(
    campaign,
    eve,
    first + Math.round((drawn * (last - first)) / MINUTE_MS) * MINUTE_MS,
  );
  return as<Instant>(Math.min(at, last));
}

/** Nobody files at night: what falls after 18:00 of the eve is done the next morning. */
function inOfficeHours(campaign: Campaign, eve: CivilDate, at: number): number {
  const evening = instantOf(eve, as('18:00'), campaign.zone);
  const morning = instantOf(addDays(eve, 1), as('08:40'), campaign.zone);
  return at > evening && at < morning ? morning + ((at - evening) % (90 * MINUTE_MS)) : at;
}

const lateAt = (campaign: Campaign, deadline: Deadline, drawn: number): Instant =>
  drawn < 0.5
    ? as<Instant>(deadline.dueAt + Math.round(20 + drawn * 80) * MINUTE_MS)
    : as<Instant>(
        instantOf(addDays(deadline.dueOn, 1), as('10:00'), campaign.zone) +
          Math.round(drawn * 60) * MINUTE_MS,
      );

/** The office approves and publishes on the morning of the deadline, once there is something to report on. */
function bulletinsOf(campaign: Campaign, calendar: Calendar, from: Instant, until: Instant): Happening[] {
  const by = mailOf(campaign, 'office_director') ?? mailOf(campaign, 'office_staff');
  if (by === null) return [];
  return campaign.duties
    .filter(({ kind }) => kind === 'bulletin')
    .flatMap((duty) =>
      deadlinesBetween(campaign, duty, calendar, dateOf(from, campaign.zone), dateOf(until, campaign.zone)),
    )
    .map(({ dueAt, period }) => ({
      kind: 'bulletin' as const,
      at: as<Instant>(dueAt - Math.round(20 + chance(period) * 100) * MINUTE_MS),
      by,
    }));
}
