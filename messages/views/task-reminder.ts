// What a task's ladder reminds of: its deadline, signing for it, feeding back, and to the office reviewing it. A reminder
// whose cause is gone by now (the card is made again when the task changes) only says how the task stands.

import type { Button } from '@slack/types';
import type { NoticeItem } from '../../domain/notice.ts';
import type { TaskFacts } from '../../domain/task/facts.ts';
import { dateOf } from '../../domain/zone.ts';
import { type Mrkdwn, safe } from '../escape.ts';
import { type Card, RANK, type Sign } from './card.ts';
import type { Voice } from './phrases.ts';
import { askLine, whyOf } from './task-card.ts';
import {
  cardButtons,
  dueLine,
  isOfAnotherDay,
  isOpen,
  lightOf,
  lineButtons,
  namedOf,
  namesSigner,
  nowLine,
  stateWord,
  taskButton,
  taskVoice,
} from './task-phrases.ts';

type Reminder = Extract<NoticeItem, { kind: 'task_reminder' }>;
/** What somebody is reminded of, at the task's own moment; `settled`: nothing any more. */
type Cause =
  | 'sign'
  | 'sign_late'
  | 'feedback'
  | 'feedback_late'
  | 'review'
  | 'ended'
  | 'due'
  | 'late'
  | 'settled';

const ASK_LENGTH = 160;

function causeOf({ task, stepKind, why }: Reminder): Cause {
  if (!isOpen(task)) return 'settled';
  if (stepKind === 'review') return task.state === 'in_review' ? 'review' : 'settled';
  if (task.state === 'in_review') return 'settled';
  switch (stepKind) {
    case 'sign':
    case 'sign_overdue':
      if (task.state !== 'dispatched') return 'settled';
      return task.signBy < task.now ? 'sign_late' : 'sign';
    case 'feedback': {
      const today = dateOf(task.now, task.zone);
      if (task.feedbackOn === null || task.feedbackOn > today) return 'settled';
      return task.feedbackOn < today ? 'feedback_late' : 'feedback';
    }
    case 'unit_ended':
      return why.unit === task.lead.id ? 'ended' : 'settled';
    case 'before':
    case 'last_call':
    case 'overdue':
    case 'escalation':
      return task.overdue ? 'late' : 'due';
  }
}

type Line = { rank: number; sign: Sign; title: string; line: string };
/**
 * A task under its name, and what of it stands in a line: the name, with the unit before it where that must be said.
 * `isDated`: it is read on another day than this, so that days are named by their date.
 */
type Named = { task: TaskFacts; named: string; what: string; isDated: boolean };

const LATE = { rank: RANK.late, sign: '🔴' } as const;
const SOON = { rank: RANK.soon, sign: '🟡' } as const;

/** Each cause in a title of its own, and in one line of a list. */
const SAID: Record<Cause, (voice: Voice, named: Named) => Line> = {
  settled: (voice, { task, named, what }) => {
    const sign = task.state === 'closed' ? '✅' : '';
    return { rank: RANK.news, sign, title: named, line: `${what} · ${stateWord(voice, task)}` };
  },
  sign: ({ t, d }, { task, named, what }) => {
    const by = d.soon(task.signBy);
    return { ...SOON, title: t.tasks.signTitle(by, named), line: t.tasks.lineSign(by, what) };
  },
  sign_late: ({ t, d }, { task, named, what }) => {
    const by = d.until(task.signBy);
    return { ...LATE, title: t.tasks.signLateTitle(by, named), line: t.tasks.signLateTitle(by, what) };
  },
  feedback: ({ t, d }, { task, named, what }) => {
    const on = d.near(task.feedbackOn ?? task.dueOn);
    return { ...SOON, title: t.tasks.feedbackTitle(on, named), line: t.tasks.lineFeedback(on, what) };
  },
  feedback_late: ({ t, d }, { task, named, what }) => {
    const on = d.date(task.feedbackOn ?? task.dueOn);
    return {
      ...LATE,
      title: t.tasks.feedbackLateTitle(on, named),
      line: t.tasks.feedbackLateTitle(on, what),
    };
  },
  review: ({ t }, { named, what }) => ({
    ...SOON,
    title: t.tasks.reviewTitle(named),
    line: t.tasks.lineReview(what),
  }),
  ended: ({ t }, { task, named }) => {
    const title = t.tasks.endedTitle(task.lead.name, named);
    return { ...LATE, title, line: title };
  },
  due: (voice, about) => ({
    ...dueListed(voice, about),
    title: voice.t.tasks.dueTitle(voice.d.soon(about.task.dueAt), about.named),
  }),
  late: ({ t, d }, { task, named, what, isDated }) => {
    const since = t.tasks.overdueSince(d.due(task));
    if (isDated)
      return {
        ...LATE,
        title: t.tasks.overdueTitle(since, named),
        line: t.tasks.overdueTitle(since, what),
      };
    const late = d.overdue(task.dueAt);
    const line = t.told.lineOverdue(late, what, d.due(task));
    return { ...LATE, title: t.tasks.overdueTitle(late, named), line };
  },
};

/** 🟡 明天到期：督办〔2016〕3号 整改虚假广告 · 6月17日 周五 */
function dueListed({ t, d }: Voice, { task, what, isDated }: Named): Omit<Line, 'title'> {
  const isSoon = d.daysTo(task.dueAt) <= 1;
  if (isSoon && !isDated)
    return { ...SOON, line: t.told.lineSoon(d.near(task.dueOn), what, d.date(task.dueOn)) };
  const when = `${d.near(task.dueOn)} ${d.time(task.dueAt)}`;
  const rank = isSoon ? SOON : { rank: RANK.later, sign: '⏳' as const };
  return { ...rank, line: t.told.lineLater(when, what) };
}

/** Who reads it on another day is told no 明天. */
const datedVoice = (voice: Voice): Voice => ({
  ...voice,
  d: { ...voice.d, soon: voice.d.until, near: voice.d.date },
});

const ENDS: Record<Cause, Parameters<Voice['t']['tasks']['small']>[1]> = {
  sign: 'sign',
  sign_late: 'sign',
  feedback: 'feedback',
  feedback_late: 'feedback',
  review: 'review',
  ended: null,
  due: 'submit',
  late: 'submit',
  settled: null,
};
/** Who signed for it, where its state does not say so, for those who ask after somebody else's task; the unit itself knows. */
function signedLine(voice: Voice, { task, why }: Reminder): Mrkdwn[] {
  if (task.signedBy === null || task.signedAt === null || namesSigner(task)) return [];
  if (why.role === 'liaison' || why.role === 'deputy') return [];
  const { t, d } = taskVoice(voice, task);
  return [safe(t.words.sentence(t.tasks.signedBy(task.signedBy, d.at(task.signedAt))))];
}

/** The card's buttons, and those of its line in a list; a task whose unit has ended is first of all given to another. */
function buttonsOf(voice: Voice, { task, may }: Reminder, cause: Cause): { card: Button[]; line: Button[] } {
  const card = cardButtons(voice, task, may);
  if (cause !== 'ended' || !may.includes('reassign')) return { card, line: lineButtons(voice, task, may) };
  const reassign = taskButton(voice, task, 'reassign', true);
  return { card: [reassign, ...card], line: [reassign] };
}

/** A reminder to somebody of the unit that has the task, or to the office. */
export function taskReminderCard(voice: Voice, item: Reminder, withUnit: boolean): Card {
  const { t } = voice;
  const { task, step, toldAt } = item;
  const cause = causeOf(item);
  const isDated = isOfAnotherDay(task, toldAt);
  const buttons = buttonsOf(voice, item, cause);
  const named = namedOf(voice, task);
  const what = withUnit ? `${task.lead.name} · ${named}` : named;
  const own = isDated ? datedVoice(taskVoice(voice, task)) : taskVoice(voice, task);
  const { rank, sign, title, line } = SAID[cause](own, { task, named, what, isDated });
  const why = whyOf(voice, item);
  const stands = stateWord(voice, task);
  return {
    rank,
    todo: cause !== 'settled',
    // The line below says the light of what is not late yet.
    sign: sign === '🔴' || sign === '✅' ? sign : '',
    title,
    text: t.words.sentence(
      t.words.clauses([title, task.lead.name, ...(cause === 'settled' ? [stands] : [])]),
    ),
    details: [
      safe(dueLine(voice, task, cause === 'late')),
      safe(nowLine(voice, task, '', toldAt)),
      ...(cause === 'settled' ? [] : [askLine(voice, task.ask, ASK_LENGTH)]),
      ...signedLine(voice, item),
    ],
    buttons: buttons.card,
    small: t.tasks.small(why, ENDS[cause], t.words.step(step)),
    why,
    line: {
      sign: cause === 'settled' ? lightOf(voice, task).sign : sign,
      text: line,
      buttons: buttons.line,
    },
    blocks: null,
    ends: 'other',
  };
}
