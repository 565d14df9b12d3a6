// Whom an incident calls out, and when. The first on the campaign's list counts as called with the first report; while
// nobody acknowledges, one more is called each `incidentMinutes`, at any hour. Pure: it takes rows and the moment.
//
//   round 1–3   the one on the list who was called least, the first of these; so it goes down the list and begins again
//   after it    the whole list at once, each morning at 08:30, on any day; with the last call of round 3 the reporter hears of it
//
// The list is made anew for each call: who came back is called next, the reporter never is, and who is away is left out, as
// long as anybody else can be called: an incident must reach a person.
// Between two calls lies at least the whole length, so after an outage one call is made and not those that were missed.

import type { Campaign } from '../campaign.ts';
import { type Change, move } from '../change.ts';
import { as, type Instant, type PersonId } from '../ids.ts';
import { nextMorning } from '../office-hours.ts';
import type { PlanView } from '../plan.ts';
import type { Presence } from '../recipients.ts';
import { incidentEntry, toldAtOnce, written } from './entries.ts';
import type { IncidentEntryRow, IncidentRow } from './things.ts';

/** How often the list is called through, one after the other, before it is called as a whole. */
export const ROUNDS = 3;
const MINUTE_MS = 60_000;

/**
 * Everybody to be called out: the roles of `incident_order` in its order, people in file order, the reporter and who is
 * unreachable left out; who is on leave as well, unless all of them are.
 */
export function calloutOrder(
  { held, away, unreachable }: Presence,
  { incidentOrder }: Campaign,
  reporter?: PersonId,
): PersonId[] {
  const people = incidentOrder.flatMap((role) => held.get(role) ?? []).map(({ person }) => person);
  const reachable = [...new Set(people)].filter((person) => person !== reporter && !unreachable.has(person));
  const present = reachable.filter((person) => !away.has(person));
  return present.length > 0 ? present : reachable;
}

const callsOf = (called: readonly PersonId[], person: PersonId): number =>
  called.filter((each) => each === person).length;

/** More calls than there are rounds come only of calling the whole list, which it then goes on with. */
const isCalledThrough = (order: readonly PersonId[], called: readonly PersonId[]): boolean =>
  called.some((person) => callsOf(called, person) > ROUNDS) ||
  (order.length > 0 && order.every((person) => callsOf(called, person) >= ROUNDS));

/** Whether everybody who was called was called in each round, without an answer; for what is said of it. */
export const wasCalledThrough = (called: readonly PersonId[]): boolean =>
  isCalledThrough([...new Set(called)], called);

/** Who is called next, after these calls: one, the whole list at once, or nobody where nobody can be. */
export function nextCalls(order: readonly PersonId[], called: readonly PersonId[]): PersonId[] {
  if (isCalledThrough(order, called)) return [...order];
  const least = Math.min(...order.map((person) => callsOf(called, person)));
  return order.filter((person) => callsOf(called, person) === least).slice(0, 1);
}

/** When it is called again, after these calls of which the last was made `now`. */
export function nextCallAt(
  { campaign, now }: { campaign: Campaign; now: Instant },
  order: readonly PersonId[],
  called: readonly PersonId[],
): Instant {
  const next = as<Instant>(now + campaign.incidentMinutes * MINUTE_MS);
  return isCalledThrough(order, called) ? nextMorning(next, campaign.zone) : next;
}

/** Whether somebody is still to be called: nobody has taken it, it is not closed and not joined to another. */
export const isCalling = ({ state, joinedTo }: IncidentRow): boolean => state === 'open' && joinedTo === null;

/** Calls whoever is next, if the time has come, and says when to look again. */
export function planIncident(view: PlanView, row: IncidentRow): Change[] {
  const { campaign, now, presence } = view;
  if (!isCalling(row)) return [move('incident', row, { nextStepAt: null })];
  if (row.nextStepAt === null || row.nextStepAt > now) return [];
  const order = calloutOrder(presence, campaign, row.by);
  const calls = nextCalls(order, row.called).map((person, index) =>
    incidentEntry(row, row.entries + index + 1, now, { kind: 'called', person }),
  );
  const called = [...row.called, ...calls.flatMap(({ person }) => person ?? [])];
  return [
    move('incident', row, {
      called,
      escalations: row.escalations + calls.length,
      entries: row.entries + calls.length,
      nextStepAt: nextCallAt(view, order, called),
    }),
    ...calls.flatMap((entry) => callOut(campaign, entry)),
    ...(!isCalledThrough(order, row.called) && isCalledThrough(order, called)
      ? calls.slice(-1).flatMap((entry) => toldAtOnce(campaign, entry, [row.by]))
      : []),
  ];
}

const callOut = (campaign: Campaign, entry: IncidentEntryRow): Change[] =>
  entry.person === null ? [] : [written(entry), ...toldAtOnce(campaign, entry, [entry.person], entry.person)];
