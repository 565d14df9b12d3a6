// What the office is told of other units: who has not reported, one card for each duty and period, with a button to
// chase them all.

import type { Button } from '@slack/types';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { NoticeItem, ReminderFacts } from '../../domain/notice.ts';
import { button } from '../blocks.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { type Card, RANK } from './card.ts';
import { isPastDue, namesOf, titledOf, type Voice } from './phrases.ts';
import { dutyTaskButton, reportTaskButton } from './task-phrases.ts';

export type BoardItem = Extract<NoticeItem, { kind: 'reminder' | 'chase' }>;

/** With more units than this only names are listed; who was reminded when is seen in the ledger. */
const UNITS_IN_DETAIL = 6;

/** What is known of the reminders so far, for those who ask after somebody else's report. */
export function remindedLine({ t, d }: Voice, { liaison, remindedOn }: ReminderFacts): string {
  if (liaison === null) return t.told.noLiaison;
  if (remindedOn.length === 0) return t.told.notReminded(liaison.name);
  return t.told.reminded(liaison.name, d.dates(remindedOn));
}

function unitLines(voice: Voice, items: readonly BoardItem[]): Mrkdwn[] {
  const { t } = voice;
  if (items.length > UNITS_IN_DETAIL)
    return [
      safe(
        namesOf(
          t,
          items.map(({ obligation }) => obligation.unit.name),
        ),
      ),
    ];
  return items.map(({ obligation, reminder }) =>
    safe(t.told.groupUnit(obligation.unit.name, remindedLine(voice, reminder))),
  );
}

/** 转督办: for the unit that is late, or, of several, for one that its form asks for. */
const taskButton = (
  voice: Voice,
  [{ obligation }, ...others]: readonly [BoardItem, ...BoardItem[]],
): Button => (others.length === 0 ? reportTaskButton(voice, obligation) : dutyTaskButton(voice, obligation));

function boardCard(voice: Voice, items: readonly [BoardItem, ...BoardItem[]]): Card {
  const { t, d } = voice;
  const [{ obligation, reminder }] = items;
  const isLate = items.some((item) => isPastDue(item.obligation));
  const { campaign, duty, period } = obligation;
  const about = { campaign, duty: duty.id, period: period.id };
  const title = t.told.groupTitle(titledOf(voice, obligation), items.length, isLate, d.due(obligation));
  const why = t.told.why(reminder.why.role, obligation.unit.name);
  const { buttons, chase } = t.words;
  return {
    rank: isLate ? RANK.late : RANK.later,
    todo: true,
    sign: isLate ? '🔴' : '⏳',
    title,
    text: t.words.sentence(title),
    details: unitLines(voice, items),
    buttons: [
      button('chase', about, chase(items.length), 'primary'),
      button('status', about, buttons.ledger),
      ...(isLate ? [taskButton(voice, items)] : []),
    ],
    small: t.told.small([why], 'report', t.words.step(reminder.step)),
    why,
    line: { sign: isLate ? '🔴' : '⏳', text: title },
    blocks: null,
  };
}

const sameRow = ({ duty, period, campaign }: ObligationFacts): string =>
  `${campaign} ${duty.id} ${period.id}`;

/** One card for each duty and period among these items. */
export function boardCards(voice: Voice, items: readonly BoardItem[]): Card[] {
  const groups = new Map<string, [BoardItem, ...BoardItem[]]>();
  for (const item of items) {
    const key = sameRow(item.obligation);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].map((group) => boardCard(voice, group));
}
