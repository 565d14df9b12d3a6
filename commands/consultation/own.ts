// The consultation on Home: for the office the one that waits for minutes, else the next; for who attends or may propose a
// topic the next that is to come.

import { consultationStanding } from '../../domain/consultation/describe.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { consultationVerbsFor, isAttendee } from '../../domain/consultation/verbs.ts';
import type { HomeFacts } from '../../domain/outcome.ts';
import { isOffice, unitsOf } from '../../domain/permission.ts';
import { maySee } from '../../domain/sight.ts';
import type { Context } from '../command.ts';
import { type At, factsOf, readAt } from './meeting.ts';

const concerns = ({ actor }: Context, row: ConsultationRow): boolean =>
  unitsOf(actor.postings).length > 0 ||
  maySee(actor.postings, { kind: 'agenda', issued: false }) ||
  isAttendee(actor.campaign.definition, row, actor.person.id);

/** Whether minutes can still make it a meeting that was held. */
const isAwaited = ({ sources, context }: At): boolean =>
  consultationStanding(sources, context.at) === 'awaiting_minutes';

async function meant(context: Context, rows: readonly ConsultationRow[]): Promise<At | null> {
  const { actor, at } = context;
  const past = isOffice(actor.postings) ? rows.filter(({ startsAt }) => startsAt <= at) : [];
  for (const row of past.slice(-1)) {
    const last = await readAt(context, row);
    if (isAwaited(last)) return last;
  }
  const next = rows.find((row) => row.startsAt > at && row.state !== 'minuted');
  return next && concerns(context, next) ? readAt(context, next) : null;
}

/** The consultation to be shown on Home, as its reader may see it; null where none concerns them. */
export async function readNextConsultation(context: Context): Promise<HomeFacts['consultation']> {
  const { store, actor, at: now } = context;
  const campaign = actor.campaign.definition;
  const rows = await store.list('consultation', {
    where: { campaign: campaign.id, state: { in: ['planned', 'issued', 'minuted'] } },
    orderBy: 'startsAt',
  });
  const at = await meant(context, rows);
  if (!at) return null;
  const may = consultationVerbsFor(campaign, at.row, actor.person.id, now);
  return { consultation: factsOf(at), may };
}
