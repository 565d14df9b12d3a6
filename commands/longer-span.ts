// A command that names a month or a phase where the duty goes by weeks: what is asked is answered over all of its periods that
// belong there, as the same question in one's own words is. It knows nothing of how it is answered.

import type { ActionInput } from '../domain/actions.ts';
import type { Duty } from '../domain/campaign.ts';
import { type AreaId, as, type DutyId, type Period, type UnitId } from '../domain/ids.ts';
import type { Outcome } from '../domain/outcome.ts';
import { deadlineOf, namedSpan } from '../domain/periods.ts';
import type { Intent } from './ask/reading.ts';
import type { Context } from './command.ts';
import { answerReading } from './questions/answer-reading.ts';

/** Whether a period was named that none of these duties has, but that is a span of days in which their periods may lie. */
export function isLongerSpan({ actor }: Context, { period }: ActionInput, duties: readonly Duty[]): boolean {
  const { definition } = actor.campaign;
  if (period === undefined || namedSpan(definition, as<Period>(period)) === null) return false;
  return duties.every((duty) => !deadlineOf(definition, duty, actor.calendar, as<Period>(period)));
}

/** Answers what a command asks of a month or a phase, as the question of this intent. */
export const answerOverSpan = (
  context: Context,
  intent: Intent,
  { unit, duty, area, period }: ActionInput,
): Promise<Outcome> =>
  answerReading(
    context,
    {
      intent,
      ...(unit && { units: [as<UnitId>(unit)] }),
      ...(duty && { duty: as<DutyId>(duty) }),
      ...(area && { area: as<AreaId>(area) }),
      ...(period && { period }),
      used: [],
      sure: 1,
    },
    '',
  );
