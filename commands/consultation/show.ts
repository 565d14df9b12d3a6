// 会商 and its parts, shown as they stand to whoever asks.

import type { ActionInput } from '../../domain/actions.ts';
import { consultationStanding } from '../../domain/consultation/describe.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { Context } from '../command.ts';
import { refused } from '../review-row.ts';
import { chooseConsultation } from './chosen.ts';
import { type At, type Part, readAt, shown } from './meeting.ts';

/** What matters of it now: its minutes once it was held, its topics to units before the agenda is issued, else the agenda. */
function partNow(at: At): Part {
  const { row, sources, context } = at;
  const { postings } = context.actor;
  const isOver = row.minutes !== null || consultationStanding(sources, context.at) === 'awaiting_minutes';
  const seesMinutes = maySee(postings, { kind: 'minutes', approved: row.state === 'approved' });
  if (row.state === 'approved' || (isOver && seesMinutes)) return 'minutes';
  return maySee(postings, { kind: 'agenda', issued: row.issuedAt !== null }) ? 'agenda' : 'topics';
}

/** Shows a part of the consultation that is meant; without one, what matters of it now. */
export async function showConsultation(
  context: Context,
  part: Part | null,
  input: ActionInput,
): Promise<Outcome> {
  const chosen = await chooseConsultation(context, part === 'minutes' ? 'last' : 'next', input);
  if ('refusal' in chosen) return refused(chosen.refusal);
  const at = await readAt(context, chosen.row);
  return shown(at, part ?? partNow(at));
}
