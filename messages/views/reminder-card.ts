// A reminder, a chase or a return, to somebody of the unit that owes it: its liaison and deputy, who file, or its head,
// who is told only when it is late and by whom it was known.

import type { Button } from '@slack/types';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { NoticeItem, ReminderFacts } from '../../domain/notice.ts';
import { button } from '../blocks.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { type Card, RANK } from './card.ts';
import {
  filingButtons,
  isPastDue,
  kindOf,
  quoted,
  reportOf,
  shiftOf,
  titledOf,
  type Voice,
} from './phrases.ts';
import { remindedLine } from './told-board.ts';

type Reminded = Extract<NoticeItem, { kind: 'reminder' | 'chase' | 'returned' }>;

function whyOf({ t }: Voice, { obligation, reminder }: Reminded): string {
  const { role, insteadOf } = reminder.why;
  const unit = obligation.unit.name;
  return insteadOf === null ? t.told.why(role, unit) : t.told.whyInstead(role, unit, insteadOf);
}

function buttonsOf({ t }: Voice, { kind, obligation, reminder }: Reminded): Button[] {
  const { buttons } = t.words;
  const filing = reminder.canFile ? filingButtons(t, obligation) : [];
  const canNote = kind === 'reminder' && reminder.canSnooze;
  const note = canNote
    ? [button('note', { obligation: obligation.id, step: reminder.step }, buttons.note)]
    : [];
  const isHead = reminder.why.role === 'head' && isPastDue(obligation) && kindOf(obligation) === 'report';
  const explain = isHead ? [button('dispute', { obligation: obligation.id }, buttons.explain)] : [];
  if (filing.length + explain.length > 0) return [...filing, ...explain, ...note];
  const { campaign, duty, period } = obligation;
  return [button('status', { campaign, duty: duty.id, period: period.id }, buttons.status), ...note];
}

/** In a list: 🔴 逾期 1 天：…, 🟡 明天到期：…, ⏳ 周五 17:00：… */
function listed(voice: Voice, row: ObligationFacts, withUnit: boolean): Pick<Card, 'line' | 'rank'> {
  const { t, d } = voice;
  const titled = titledOf(voice, row);
  const what = withUnit ? `${row.unit.name} · ${titled}` : titled;
  if (isPastDue(row)) {
    const text = t.told.lineOverdue(d.overdue(row.dueAt), what, d.due(row));
    return { rank: RANK.late, line: { sign: '🔴', text } };
  }
  if (d.daysTo(row.dueAt) <= 1) {
    const text = t.told.lineSoon(d.near(row.dueOn), what, d.due(row));
    return { rank: RANK.soon, line: { sign: '🟡', text } };
  }
  const when = `${d.near(row.dueOn)} ${d.time(row.dueAt)}`;
  return { rank: RANK.later, line: { sign: '⏳', text: t.told.lineLater(when, what) } };
}

type Said = { title: string; sign: Card['sign']; details: Mrkdwn[] };

function lateSaid(voice: Voice, row: ObligationFacts, reminder: ReminderFacts): Said {
  const { t, d } = voice;
  const title = t.told.overdueTitle(kindOf(row), row.unit.name, reportOf(voice, row), d.due(row));
  const isToFiler =
    reminder.why.role === 'liaison' || reminder.why.role === 'deputy' || kindOf(row) !== 'report';
  const detail = isToFiler
    ? t.told.overdueLine(d.overdue(row.dueAt), titledOf(voice, row))
    : remindedLine(voice, reminder);
  return { title, sign: '🔴', details: [safe(detail)] };
}

function dueSaid(voice: Voice, row: ObligationFacts): Said {
  const { t, d } = voice;
  const title = t.told.dueTitle(kindOf(row), d.soon(row.dueAt), titledOf(voice, row));
  return { title, sign: '', details: [safe(t.told.dueLine(row.unit.name, d.due(row), d.left(row.dueAt)))] };
}

function chaseSaid(voice: Voice, row: ObligationFacts, by: string): Said {
  const { t, d } = voice;
  const isLate = isPastDue(row);
  const left = isLate ? d.overdue(row.dueAt) : d.left(row.dueAt);
  return {
    title: t.told.chaseTitle(row.unit.name, reportOf(voice, row)),
    sign: isLate ? '🔴' : '🟡',
    details: [safe(t.told.chaseLine(by, d.due(row), left))],
  };
}

function returnSaid(voice: Voice, row: ObligationFacts, by: string, reason: string): Said {
  const { t, d } = voice;
  const title = t.told.returnedTitle(row.unit.name, reportOf(voice, row), d.due(row));
  return { title, sign: '🟡', details: [safe(t.told.returnedLine(by)), quoted(reason)] };
}

function saidOf(voice: Voice, item: Reminded): Said {
  switch (item.kind) {
    case 'reminder':
      return isPastDue(item.obligation)
        ? lateSaid(voice, item.obligation, item.reminder)
        : dueSaid(voice, item.obligation);
    case 'chase':
      return chaseSaid(voice, item.obligation, item.by);
    case 'returned':
      return returnSaid(voice, item.obligation, item.by, item.reason);
  }
}

/** The notification must name the unit, for people of two units; only the title of a plain reminder does not. */
function textOf({ t }: Voice, item: Reminded, title: string): string {
  const isPlain = item.kind === 'reminder' && !isPastDue(item.obligation);
  return t.words.sentence(isPlain ? t.words.clauses([title, item.obligation.unit.name]) : title);
}

/** A card for one row that the recipient's own unit owes. */
export function reminderCard(voice: Voice, item: Reminded, withUnit: boolean): Card {
  const { t } = voice;
  const said = saidOf(voice, item);
  const shift = shiftOf(voice, item.obligation);
  const why = whyOf(voice, item);
  const step = item.kind === 'reminder' ? t.words.step(item.reminder.step) : null;
  return {
    ...said,
    ...listed(voice, item.obligation, withUnit),
    todo: true,
    details: shift === null ? said.details : [...said.details, safe(shift)],
    text: textOf(voice, item, said.title),
    buttons: buttonsOf(voice, item),
    small: t.told.small([why], kindOf(item.obligation), step),
    why,
    blocks: null,
  };
}
