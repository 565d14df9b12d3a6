// Which consultation is meant: the one a button points at, the one of a named period, else the next that is to come; for what
// follows a meeting the one that was held last.

import type { Where } from '../../db/store.ts';
import type { ActionInput } from '../../domain/actions.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { deadlinesAround } from '../../domain/defaults.ts';
import { as, type Instant, type Period } from '../../domain/ids.ts';
import type { Refusal } from '../../domain/outcome.ts';
import type { Context } from '../command.ts';

/** `next`: the one that is to come, else the newest · `last`: the one whose time came last, else the next. */
export type Which = 'next' | 'last';

/** When the next meeting is due that is not in the ledger yet; null where the campaign holds none any more. */
export function nextMeetingAt({ actor, at }: Context): Instant | null {
  const { definition } = actor.campaign;
  const moments = definition.duties
    .filter(({ kind }) => kind === 'consultation')
    .flatMap((duty) => deadlinesAround(definition, duty, actor.calendar, at))
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > at);
  return moments.sort((a, b) => a - b)[0] ?? null;
}

const isAhead = ({ state, startsAt }: ConsultationRow, now: Instant): boolean =>
  (state === 'planned' || state === 'issued') && startsAt > now;

/** Of these consultations, the earliest first, the one that is meant. */
function meantAmong(rows: readonly ConsultationRow[], which: Which, now: Instant): ConsultationRow | null {
  const next = rows.find((row) => isAhead(row, now));
  if (which === 'next') return next ?? rows.at(-1) ?? null;
  const past = rows.filter(({ startsAt, state }) => startsAt <= now && state !== 'cancelled');
  return past.at(-1) ?? next ?? rows.at(-1) ?? null;
}

/** Those of a period; else the next, the last that was held, and the newest there is, the earliest first. */
async function candidates(
  { store, actor, at }: Context,
  period: string | undefined,
): Promise<ConsultationRow[]> {
  const { id: campaign } = actor.campaign;
  const first = async (where: Where<'consultation'>, desc: boolean) =>
    store.list('consultation', { where: { campaign, ...where }, orderBy: 'startsAt', desc, limit: 1 });
  if (period)
    return store.list('consultation', {
      where: { campaign, period: as<Period>(period) },
      orderBy: 'startsAt',
    });
  const found = await Promise.all([
    first({ state: { in: ['issued', 'minuted', 'approved', 'planned'] }, startsAt: { lte: at } }, true),
    first({ state: { in: ['planned', 'issued'] }, startsAt: { gt: at } }, false),
    first({}, true),
  ]);
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return [...rows.values()].sort((a, b) => a.startsAt - b.startsAt);
}

/** The consultation that is meant, or why there is none. */
export async function chooseConsultation(
  context: Context,
  which: Which,
  { consultation, period }: ActionInput,
): Promise<{ row: ConsultationRow } | { refusal: Refusal }> {
  const { store, actor, at } = context;
  const campaign = actor.campaign.id;
  if (consultation) {
    const row = await store.find('consultation', consultation);
    return row?.campaign === campaign ? { row } : { refusal: { kind: 'gone', id: consultation } };
  }
  const row = meantAmong(await candidates(context, period), which, at);
  if (row) return { row };
  const { zone } = actor.campaign.definition;
  return { refusal: { kind: 'no_consultation', nextAt: nextMeetingAt(context), zone } };
}
