// What the asker was sent lately, and why: the messages that went out to them, in the facts they were told with.

import type { Outcome } from '../../domain/outcome.ts';
import { maySee } from '../../domain/sight.ts';
import type { MessageRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { daysNamed } from './span.ts';

const MOST_ITEMS = 10;
/** Several notices may stand in one message, so more of them than messages are looked at. */
const MOST_NOTICES = 100;

async function messagesTo({ store, actor }: Context): Promise<MessageRow[]> {
  const notices = await store.list('intent', {
    where: { recipient: actor.person.id, campaign: actor.campaign.id, state: 'bound' },
    orderBy: 'slotAt',
    desc: true,
    limit: MOST_NOTICES,
  });
  const open = notices.filter(({ recipient }) =>
    maySee(actor.postings, { kind: 'sent', to: recipient, viewer: actor.person.id }),
  );
  const ids = [...new Set(open.flatMap(({ message }) => (message === null ? [] : [message])))];
  const messages = ids.length === 0 ? [] : await store.list('message', { where: { id: { in: ids } } });
  return messages.filter(({ state }) => state === 'sent');
}

type Item = Extract<Outcome, { kind: 'sent' }>['items'][number];

const itemOf = ({ sentAt, createdAt, content }: MessageRow): Item => ({
  at: sentAt ?? createdAt,
  what: content.kind === 'told' ? (content.items[0]?.kind ?? content.kind) : content.kind,
  ...(content.kind === 'told' && { told: content.items }),
});

/** Lists what was sent to the asker, newest first, on the days that were named where there are any. */
export const answerSent: Answerer = async (context, reading) => {
  const { zone } = momentOf(context);
  const { from = '', to = '9999' } = daysNamed(context, reading) ?? {};
  const items = (await messagesTo(context)).map(itemOf).sort((a, b) => b.at - a.at);
  const isAsked = ({ at }: Item) => from <= dateOf(at, zone) && dateOf(at, zone) <= to;
  return { kind: 'sent', ...momentOf(context), items: items.filter(isAsked).slice(0, MOST_ITEMS) };
};
