// Who is told the steps of one row's ladder that are said at one moment, and what the office is told instead where nobody
// of the unit can be. The plan and the rehearsal both ask here, which is why the one does what the other says.
//
//   a duty of the office   the last step of the default ladder only reddens the leaders' overview; nobody is told
//   two steps at once      who is addressed by both is told the later one

import type { Duty, RecipientRole } from './campaign.ts';
import type { PersonId } from './ids.ts';
import type { Why } from './notice.ts';
import { isOfficeUnit, officeStaff, type Presence, type Recipients, recipientsOf } from './recipients.ts';
import type { Step } from './reminders.ts';
import type { ObligationRow } from './things.ts';

/** One person told one step: of what is owed, or that nobody of the unit could be told. */
export type Reminded =
  | { kind: 'reminder'; step: Step; person: PersonId; why: Why }
  | {
      kind: 'unit_unreachable';
      step: Step;
      person: PersonId;
      because: NonNullable<Recipients['unreachable']>;
    };

type About = { duty: Duty; row: ObligationRow };

const ONLY_REDDENS = 'escalation_2';

const addressed = ({ campaign }: Presence, { duty, row }: About, step: Step): readonly RecipientRole[] =>
  step.id === ONLY_REDDENS && !duty.ladder && isOfficeUnit(campaign, row.unit) ? [] : step.to;

function remindedOf(presence: Presence, about: About, step: Step): Reminded[] {
  const { told, unreachable } = recipientsOf(presence, about.row.unit, addressed(presence, about, step));
  const reminders = told.map(({ person, why }) => ({ kind: 'reminder' as const, step, person, why }));
  if (unreachable === null) return reminders;
  const toOffice = officeStaff(presence).map((person) => ({
    kind: 'unit_unreachable' as const,
    step,
    person,
    because: unreachable,
  }));
  return [...reminders, ...toOffice];
}

/** Everybody who is told these steps of a row on the day of the presence, each once; `steps` are of one moment. */
export function remindedAt(presence: Presence, about: About, steps: readonly Step[]): Reminded[] {
  const all = steps.flatMap((step) => remindedOf(presence, about, step));
  const isLast = ({ kind, person }: Reminded, index: number) =>
    !all.slice(index + 1).some((later) => later.kind === kind && later.person === person);
  return all.filter(isLast);
}
