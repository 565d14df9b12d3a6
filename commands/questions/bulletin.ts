// The bulletin of a number, a period, or the newest: to the office whatever its state, as 通报 shows it; to everybody else on
// the roster once it is published, for then it stands in the channel.

import { readBulletinSources } from '../../db/reads.ts';
import type { Where } from '../../db/store.ts';
import { bulletinFacts, peopleInBulletin } from '../../domain/bulletin.ts';
import type { Period } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { BulletinRow } from '../../domain/things.ts';
import type { Reading } from '../ask/reading.ts';
import { nextDraftAt } from '../bulletin.ts';
import { call } from '../calling.ts';
import type { Context } from '../command.ts';
import { sceneOf } from '../ledger.ts';
import { refused } from '../review-row.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { type Days, daysNamed, deadlinesWithin, periodNamed } from './span.ts';

type Asked = { periods: Period[]; isAsked: (row: BulletinRow) => boolean };

/** The periods whose bulletins were asked for: the one that was named, or all that belong to a month or a phase. */
function periodsAsked(context: Context, reading: Reading): Asked | null {
  const period = periodNamed(reading);
  const days = daysNamed(context, reading);
  if (!days) return null;
  const { definition } = context.actor.campaign;
  const whole: Days = { from: days.from ?? definition.from, to: days.to ?? definition.to };
  const within = definition.duties.flatMap((duty) =>
    deadlinesWithin(context, duty, whole).map((deadline) => ({ duty: duty.id, period: deadline.period })),
  );
  return {
    periods: [...(period ? [period] : []), ...within.map((each) => each.period)],
    isAsked: ({ collects, collectsPeriod }) =>
      collectsPeriod === period ||
      within.some((each) => each.duty === collects && each.period === collectsPeriod),
  };
}

const seesDrafts = ({ actor }: Context): boolean =>
  maySee(actor.postings, { kind: 'bulletin', published: false });

/** The newest bulletin that fits, of those the asker may read. */
async function bulletinMeant(context: Context, reading: Reading): Promise<BulletinRow | null> {
  const { store, actor } = context;
  // A bulletin holds a line of every unit, so no more of them are read than can be meant.
  const newest = (where: Where<'bulletin'>, limit?: number) =>
    store.list('bulletin', {
      where: {
        campaign: actor.campaign.id,
        ...(!seesDrafts(context) && { state: 'published' as const }),
        ...where,
      },
      orderBy: 'period',
      desc: true,
      ...(limit && { limit }),
    });
  if (reading.no !== undefined) return (await newest({ no: reading.no }, 1))[0] ?? null;
  const asked = periodsAsked(context, reading);
  if (!asked) return (await newest({}, 1))[0] ?? null;
  const where = { collectsPeriod: { in: asked.periods } };
  const [likely] = await newest(where, 1);
  return !likely || asked.isAsked(likely)
    ? (likely ?? null)
    : ((await newest(where)).find(asked.isAsked) ?? null);
}

async function published(context: Context, row: BulletinRow): Promise<Outcome | null> {
  const sources = await readBulletinSources(context.store, context.actor.campaign.definition, row);
  if (!sources) return null;
  const scene = await sceneOf(context, peopleInBulletin(row));
  return { kind: 'bulletin', bulletin: bulletinFacts(scene, sources), did: 'read' };
}

/** Shows the bulletin that was asked for. */
export const answerBulletin: Answerer = async (context, reading) => {
  const { zone } = momentOf(context);
  const row = await bulletinMeant(context, reading);
  if (row && seesDrafts(context)) return call(context, 'bulletin', { verb: 'preview', bulletin: row.id });
  const shown = row && (await published(context, row));
  return shown ?? refused({ kind: 'no_bulletin', nextAt: nextDraftAt(context), zone });
};
