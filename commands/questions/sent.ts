// What the asker was sent lately, and why: the messages that went out to them, in the facts they were told with.

import { as, type CivilDate, type CivilTime } from '../../domain/ids.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import { dutyFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { MessageRow } from '../../domain/things.ts';
import { dateOf, instantOf } from '../../domain/zone.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { daysNamed } from './span.ts';

/** How many notices are looked through; several may stand in one message. */
const MOST_NOTICES = 200;

/** What was sent until the end of a day was noticed before it; null: until now. */
async function messagesTo(
  { store, actor }: Context,
  to: CivilDate | undefined,
): Promise<{ messages: MessageRow[]; isMore: boolean }> {
  const { zone } = actor.campaign.definition;
  const until = to && instantOf(to, as<CivilTime>('24:00'), zone);
  const notices = await store.list('intent', {
    where: {
      recipient: actor.person.id,
      campaign: actor.campaign.id,
      state: 'bound',
      ...(until && { slotAt: { lt: until } }),
    },
    orderBy: 'slotAt',
    desc: true,
    limit: MOST_NOTICES,
  });
  const open = notices.filter(({ recipient }) =>
    maySee(actor.postings, { kind: 'sent', to: recipient, viewer: actor.person.id }),
  );
  const ids = [...new Set(open.flatMap(({ message }) => (message === null ? [] : [message])))];
  const messages = ids.length === 0 ? [] : await store.list('message', { where: { id: { in: ids } } });
  return {
    messages: messages.filter(({ state }) => state === 'sent'),
    isMore: notices.length === MOST_NOTICES,
  };
}

type Item = Extract<Outcome, { kind: 'sent' }>['items'][number];
type About = Extract<Outcome, { kind: 'sent' }>['about'];

/** What the messages are to be about; null: anything. */
function aboutOf({ actor }: Context, { duty, task }: Reading): About {
  if (task !== undefined) return { task };
  const named = actor.campaign.definition.duties.find(({ id }) => id === duty);
  return named && { duty: dutyFacts(named) };
}

const dutyOf = (item: NoticeItem): string | null =>
  'obligation' in item
    ? item.obligation.duty.id
    : 'report' in item
      ? item.report.obligation.duty.id
      : 'duty' in item
        ? item.duty.id
        : null;

const isOf = (about: NonNullable<About>, item: NoticeItem): boolean =>
  'task' in about ? 'task' in item && item.task.no === about.task : dutyOf(item) === about.duty.id;

/** Of each message what is about that; messages of which nothing is are left out. */
function only(about: About, items: readonly Item[]): Item[] {
  if (!about) return [...items];
  return items.flatMap((item) => {
    const told = (item.told ?? []).filter((each) => isOf(about, each));
    return told.length === 0 ? [] : [{ ...item, told }];
  });
}

const itemOf = ({ sentAt, createdAt, content }: MessageRow): Item => ({
  at: sentAt ?? createdAt,
  what: content.kind === 'told' ? (content.items[0]?.kind ?? content.kind) : content.kind,
  ...(content.kind === 'told' && { told: content.items }),
});

/** Lists what was sent to the asker, newest first, on the days that were named where there are any. */
export const answerSent: Answerer = async (context, reading) => {
  const { zone } = momentOf(context);
  const { from, to } = daysNamed(context, reading) ?? {};
  const { messages, isMore } = await messagesTo(context, to);
  const about = aboutOf(context, reading);
  const all = only(about, messages.map(itemOf)).sort((a, b) => b.at - a.at);
  const isAsked = ({ at }: Item) => (!from || from <= dateOf(at, zone)) && (!to || dateOf(at, zone) <= to);
  const items = all.filter(isAsked);
  // Older ones that were not looked through are of these days only if the oldest of all that were is.
  const isCut = isMore && items.length === all.filter((item) => !to || dateOf(item.at, zone) <= to).length;
  return { kind: 'sent', ...momentOf(context), items, ...(about && { about }), ...(isCut && { isCut }) };
};
