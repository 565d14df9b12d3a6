// How long a leave may be, and what becomes of those that it meets. Two leaves of one person meet where they share a day
// (overlap) or one begins on the day after the other (touch); what is over meets nothing. Pure.

import type { CivilDate } from './ids.ts';
import type { LeaveRow } from './things.ts';
import { addDays, daysBetween } from './zone.ts';

/** Both ends belong to it. */
export type LeaveSpan = Pick<LeaveRow, 'from' | 'to'>;

/** A year, one day of which may be the 29 February; also how far ahead one may begin. */
export const MOST_LEAVE_DAYS = 366;

/** What becomes of leave that a new one meets: both become one, the new one takes its place, or both stand. */
export const LEAVE_CHOICES = ['merge', 'replace', 'beside'] as const;
export type LeaveChoice = (typeof LEAVE_CHOICES)[number];

/** How many days a leave has, both ends counted. */
export const daysOfLeave = ({ from, to }: LeaveSpan): number => daysBetween(from, to) + 1;

/** Whether two leaves share a day. */
export const overlaps = (a: LeaveSpan, b: LeaveSpan): boolean => a.from <= b.to && b.from <= a.to;

const meets = (a: LeaveSpan, { from, to }: LeaveSpan): boolean =>
  overlaps(a, { from: addDays(from, -1), to: addDays(to, 1) });

/** From the first day of any of them to the last. */
export const united = (spans: readonly LeaveSpan[]): LeaveSpan => ({
  from: spans.map(({ from }) => from).sort()[0]!,
  to: spans
    .map(({ to }) => to)
    .sort()
    .at(-1)!,
});

/** The leaves, not over on `today`, that this one meets, and those that these meet in turn, the first one first. */
export function leavesMet<L extends LeaveSpan>(leaves: readonly L[], span: LeaveSpan, today: CivilDate): L[] {
  const current = leaves.filter(({ to }) => to >= today);
  const met = current.filter((leave) => meets(leave, span));
  const wider = united([span, ...met]);
  if (wider.from !== span.from || wider.to !== span.to) return leavesMet(leaves, wider, today);
  return met.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The leave that stands as asked already, because it was asked for or chosen before; of what is merged the one that it became.
 */
export function settledBy<L extends LeaveSpan>(
  met: readonly L[],
  span: LeaveSpan,
  choice: LeaveChoice | null,
): L | undefined {
  const sharing = met.filter((leave) => overlaps(leave, span));
  const [only, another] = choice === 'merge' ? met : sharing;
  if (!only || another) return undefined;
  const wanted = choice === 'merge' ? united([span, only]) : span;
  return only.from === wanted.from && only.to === wanted.to ? only : undefined;
}

/** What stood where a choice was offered, in few words: a choice that is made later is one among the same leave only. */
export const standingOf = (met: readonly LeaveSpan[]): string => {
  const { from, to } = united(met);
  return `${met.length} ${from} ${to} ${met.reduce((days, leave) => days + daysOfLeave(leave), 0)}`;
};

/** The last day that is left of a leave where another takes its place: its days before today stay, but for those of the other. */
export function lastDayLeft(leave: LeaveSpan, by: LeaveSpan, today: CivilDate): CivilDate | null {
  const [yesterday, before] = [addDays(today, -1), addDays(by.from, -1)];
  const last = yesterday < before ? yesterday : before;
  return leave.from <= last ? last : null;
}
