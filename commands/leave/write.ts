// What is written when leave is entered beside other leave of the same person, or ended. Days that are past stay as they were;
// whoever is named to stand in hears of it, and whoever need not any more.

import { audited } from '../../domain/audit.ts';
import { type Change, ensure, insert, move } from '../../domain/change.ts';
import type { CivilDate, PersonId } from '../../domain/ids.ts';
import {
  type LeaveChoice,
  type LeaveSpan,
  lastDayLeft,
  overlaps,
  settledBy,
  united,
} from '../../domain/leave.ts';
import { slotAfter } from '../../domain/office-hours.ts';
import { intentOf } from '../../domain/plan.ts';
import type { LeaveRow } from '../../domain/things.ts';
import { addDays, dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { actingOf } from '../ledger.ts';

export type AskedLeave = LeaveSpan & { person: PersonId; deputy: PersonId | null };
type Entered = { leave: LeaveRow; changes: Change[] };

/** Tells whoever was named to stand in, or need not any more; not whoever enters it. */
export function toldStandIn(
  { actor, at }: Context,
  leave: LeaveRow,
  deputy: PersonId | null,
  ended: boolean,
): Change[] {
  if (deputy === null || deputy === actor.person.id) return [];
  const campaign = actor.campaign.definition;
  const { id, version, person, from, to } = leave;
  const notice = { kind: 'stand_in', leave: id, person, from, to, ended } as const;
  const key = `stand_in:${campaign.id}:${id}@${version}:${ended ? 'ended' : 'named'}:${deputy}`;
  const slotAt = slotAfter(at, actor.calendar, campaign.zone);
  return [ensure('intent', intentOf({ campaign, now: at }, key, deputy, notice, { slotAt, about: null }))];
}

/** A leave that has begun ends yesterday, for the days before stay as they were; one to come is cancelled. */
export function endLeave(leave: LeaveRow, today: CivilDate): Change {
  return leave.from < today
    ? move('leave', leave, { to: addDays(today, -1) })
    : move('leave', leave, { cancelled: true });
}

const enteredLine = (context: Context, leave: LeaveRow, version: string): Change => {
  const { person, from, to, deputy } = leave;
  const { people } = context.actor.campaign.definition;
  const name = deputy && (people.find((each) => each.person === deputy)?.name ?? deputy);
  const detail = { from, to, ...(name && { deputy: name }) };
  return audited(actingOf(context), 'leave', { id: person, version }, detail);
};

function inserted(context: Context, asked: AskedLeave): Entered {
  const { by, campaign } = actingOf(context);
  const row = { id: context.newId(), campaign, ...asked, enteredBy: by, cancelled: false };
  const leave: LeaveRow = { ...row, version: 1 };
  return {
    leave,
    changes: [
      insert('leave', row),
      ...toldStandIn(context, leave, leave.deputy, false),
      enteredLine(context, leave, leave.id),
    ],
  };
}

/** Another span or stand-in for leave that stands; nothing where it stands so already. */
function moved(context: Context, leave: LeaveRow, { from, to, deputy }: Omit<AskedLeave, 'person'>): Entered {
  if (leave.from === from && leave.to === to && leave.deputy === deputy) return { leave, changes: [] };
  const after: LeaveRow = { ...leave, from, to, deputy, version: leave.version + 1 };
  const isReplaced = leave.deputy !== deputy;
  return {
    leave: after,
    changes: [
      move('leave', leave, { from, to, deputy }),
      ...(isReplaced ? toldStandIn(context, leave, leave.deputy, true) : []),
      ...toldStandIn(context, after, deputy, false),
      enteredLine(context, after, `${leave.id}@${leave.version}`),
    ],
  };
}

/** Leave that gives way to another: what is left of it ends before, or nothing is. */
function givenUp(context: Context, leave: LeaveRow, lastDay: CivilDate | null, deputy: PersonId | null) {
  const line = { id: leave.person, version: `${leave.id}@${leave.version}` };
  return [
    move('leave', leave, lastDay === null ? { cancelled: true } : { to: lastDay }),
    ...(leave.deputy === deputy ? [] : toldStandIn(context, leave, leave.deputy, true)),
    audited(actingOf(context), 'leave_cancelled', line),
  ];
}

/** Who was named first among leave that is given up stands in for the other, unless somebody else is named. */
const standInFor = ({ deputy }: AskedLeave, met: readonly LeaveRow[]): PersonId | null =>
  deputy ?? met.find((leave) => leave.deputy !== null)?.deputy ?? null;

function merged(context: Context, asked: AskedLeave, met: readonly LeaveRow[]): Entered {
  const [kept, ...others] = met;
  const wanted = { ...united([asked, ...met]), deputy: standInFor(asked, met) };
  const { leave, changes } = moved(context, kept!, wanted);
  const gone = others.flatMap((each) => givenUp(context, each, null, wanted.deputy));
  return { leave, changes: [...changes, ...gone] };
}

function replaced(context: Context, asked: AskedLeave, met: readonly LeaveRow[]): Entered {
  const today = dateOf(context.at, context.actor.campaign.definition.zone);
  const others = met.filter((leave) => overlaps(leave, asked));
  const deputy = standInFor(asked, others);
  const same = settledBy(met, asked, 'replace');
  if (same) return moved(context, same, { ...asked, deputy });
  const { leave, changes } = inserted(context, { ...asked, deputy });
  const gone = others.flatMap((each) => givenUp(context, each, lastDayLeft(each, asked, today), deputy));
  return { leave, changes: [...gone, ...changes] };
}

/**
 * What is written so that leave stands as asked; `met` is the leave of the same person that it meets. Asked for once more it
 * changes its stand-in and nothing else.
 */
export function leaveChanges(
  context: Context,
  asked: AskedLeave,
  met: readonly LeaveRow[],
  choice: LeaveChoice | null,
): Entered {
  if (choice === null || choice === 'beside') {
    const same = settledBy(met, asked, choice);
    return same ? moved(context, same, asked) : inserted(context, asked);
  }
  if (met.length === 0) return inserted(context, asked);
  return choice === 'merge' ? merged(context, asked, met) : replaced(context, asked, met);
}
