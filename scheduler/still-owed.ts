// Whether somebody is still to be reminded of a row, and what a reminder says beside the row itself.

import type { ObligationFacts, PersonFacts } from '../domain/facts.ts';
import type { CivilDate } from '../domain/ids.ts';
import type { Notice, ReminderFacts, Why } from '../domain/notice.ts';
import { dueOnNow, isOwed } from '../domain/obligation.ts';
import { personFacts } from '../domain/obligation-facts.ts';
import { isExpired } from '../domain/reminders.ts';
import type { IntentRow, ObligationRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Ground } from './ground.ts';

/** The notices that ask for a report. */
export type Reminding = Extract<Notice, { kind: 'reminder' | 'chase' | 'returned' }>;

/** The step at the deadline is said in its very instant, which is still in time to file; what it says is that it passed. */
export function asSaidBy(
  { stepKind }: Extract<Notice, { kind: 'reminder' }>,
  facts: ObligationFacts,
): ObligationFacts {
  const isPast = stepKind === 'overdue' || stepKind === 'escalation';
  return isPast && facts.standing !== 'missed' ? { ...facts, standing: 'overdue' } : facts;
}

/** Why a person is not reminded of the row after all; null if they are. */
export async function findReasonNotToRemind(
  ground: Ground,
  intent: IntentRow,
  notice: Reminding,
  row: ObligationRow,
): Promise<string | null> {
  const { scene } = ground;
  if (!isOwed(row)) return row.state === 'waived' ? 'waived' : 'filed';
  if (notice.kind === 'reminder' && notice.dueOn !== dueOnNow(row, scene.campaign.zone))
    return 'deadline_moved';
  if (notice.kind === 'reminder' && isExpired({ kind: notice.stepKind }, row, scene.now)) return 'expired';
  if (!holdsOffice(ground, intent, row)) return 'not_in_office';
  if (ground.isAway) return 'on_leave';
  return notice.kind === 'reminder' && (await isNoted(ground, intent, notice, row)) ? 'noted' : null;
}

/** Of the unit that owes, or of the office. */
const holdsOffice = ({ held }: Ground, { recipient }: IntentRow, { unit }: ObligationRow): boolean =>
  [` ${unit}`, 'office_staff', 'office_director'].some((key) =>
    held.get(key)?.some(({ person }) => person === recipient),
  );

async function isNoted(
  { store }: Ground,
  { recipient }: IntentRow,
  notice: Extract<Notice, { kind: 'reminder' }>,
  row: ObligationRow,
): Promise<boolean> {
  const noted = await store.list('snooze', {
    where: { obligation: row.id, person: recipient, step: notice.step },
  });
  return noted.some(({ dueOn }) => dueOn === notice.dueOn);
}

const FILERS: readonly Why['role'][] = ['liaison', 'deputy', 'head'];

/** In which role, with which buttons, and (for heads and the office) whom else was told when. */
export async function readReminderFacts(
  ground: Ground,
  notice: Reminding,
  row: ObligationRow,
): Promise<ReminderFacts> {
  const { why } = notice;
  const stepKind = notice.kind === 'reminder' ? notice.stepKind : 'before';
  const liaison = why.role === 'liaison' || why.role === 'deputy' ? null : liaisonOf(ground, row);
  return {
    step: notice.kind === 'reminder' ? notice.step : notice.kind,
    stepKind,
    why,
    canFile: FILERS.includes(why.role),
    canSnooze: notice.kind === 'reminder' && stepKind === 'before',
    liaison,
    remindedOn: liaison ? await remindedOn(ground, liaison, row) : [],
  };
}

function liaisonOf({ scene, held }: Ground, { unit }: ObligationRow): PersonFacts | null {
  const [posting] = held.get(`liaison ${unit}`) ?? [];
  return posting ? personFacts(scene, posting.person) : null;
}

/** The civil days on which somebody was told about the row. */
async function remindedOn(
  { store, scene }: Ground,
  liaison: PersonFacts,
  row: ObligationRow,
): Promise<CivilDate[]> {
  const told = await store.list('intent', {
    where: { about: row.id, recipient: liaison.id, state: 'bound' },
    orderBy: 'slotAt',
  });
  return [...new Set(told.map(({ slotAt }) => dateOf(slotAt, scene.campaign.zone)))];
}
