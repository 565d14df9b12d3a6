// What lists say of a send: its kind and its step, for every kind there is. A name that something has in the code, such as
// agenda_drafted, is for nobody to read.

import { describe, expect, it } from 'vitest';
import { consultationStepsOf } from '../../domain/consultation/steps.ts';
import type { Notice } from '../../domain/notice.ts';
import { stepOf } from '../../domain/rehearsal-intents.ts';
import { DEFAULT_LADDER } from '../../domain/reminders.ts';
import { taskStepsOf } from '../../domain/task/plan.ts';
import { describeKind, describeSend } from '../../messages/render.ts';
import { aCampaign, at, calendarOf, on } from '../support/builders.ts';
import { messages, notices } from '../support/sample-messages.ts';
import { aSignedTask, aTask } from '../support/task-row.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const NOW = at('2016-08-05 16:00');

/** Every notice by its kind, with the step under which lists name it. */
const ofSamples = Object.values(notices)
  .flat()
  .map((item): [Notice['kind'], string] => {
    const step = item.kind === 'reminder' ? item.reminder.step : stepOf(item as unknown as Notice);
    return [item.kind, step];
  });
const ofTasks = [
  aTask({ dueOn: on('2016-08-12'), dueAt: at('2016-08-12 17:30') }),
  aSignedTask({ dueOn: on('2016-08-12'), dueAt: at('2016-08-12 17:30'), feedbackOn: on('2016-08-10') }),
  aSignedTask({ state: 'in_review' }),
].flatMap((row) => taskStepsOf(campaign, calendar, row, at('2016-08-20 12:00')));
const ofMeetings = consultationStepsOf(campaign, calendar, { startsAt: at('2016-08-25 15:00') });

const LISTED: [string, string][] = [
  ...ofSamples,
  ...ofTasks.map(({ id }): [string, string] => ['task_reminder', id]),
  ...ofMeetings.map(({ id }): [string, string] => ['consultation', id]),
  ...DEFAULT_LADDER.map(({ id }): [string, string] => ['reminder', id]),
  ['bulletin_drafted', 'drafted'],
  ...messages.map(({ facts }): [string, string] => [facts.kind, facts.kind]),
];
const KINDS = [...new Map(LISTED.map((pair) => [pair.join(' '), pair])).values()];

const inWords = ([what, step]: [string, string], language: 'zh' | 'en'): string => {
  const about = { duty: null, unit: null, period: null, dueAt: null, provisional: false, unbound: false };
  const to = { id: 'x' as never, name: '尚工商', slack: null };
  const send = { at: NOW, to, role: null, what, step, ...about };
  const words = Object.values(describeSend(send, campaign.zone, NOW, language));
  return [...words, describeKind(what as Notice['kind'], step, language)].join(' | ');
};

describe('what lists say of a send', () => {
  it('is looked at for every kind and step of tasks, consultations, topics and incidents', () => {
    const seen = KINDS.map((pair) => pair.join(' '));
    for (const kind of Object.keys(notices))
      expect(seen.some((pair) => pair.startsWith(`${kind} `))).toBe(true);
    expect(seen).toEqual(
      expect.arrayContaining([
        'task_reminder sign_overdue',
        'task_reminder overdue_2',
        'task_reminder feedback_2016-08-10',
        'task_reminder unit_ended_2016-08-08',
        'consultation agenda',
        'consultation minutes_2',
        'consultation consultation',
        'topic topic',
        'incident call',
      ]),
    );
  });

  it.each(KINDS)('is in words: %s, step %s', (...pair) => {
    expect(inWords(pair, 'en')).not.toMatch(/[a-z]+_[a-z0-9_]+|undefined/i);
    expect(inWords(pair, 'zh').replaceAll('Slack', '')).not.toMatch(/[a-z]{2,}/i);
  });
});
