// What a new definition or holiday notice does to tasks: the days that people fixed stay, the reminders are counted anew.

import { expect, it } from 'vitest';
import type { Change } from '../../domain/change.ts';
import type { PlanView } from '../../domain/plan.ts';
import { planTaskRevision } from '../../domain/task/revision.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import type { CampaignRow } from '../../domain/things.ts';
import { aCampaign, at, calendarOf, on } from '../support/builders.ts';
import { aSignedTask, presentAt } from '../support/task-row.ts';

const now = at('2016-08-08 10:00');
const viewWith = (...off: string[]): PlanView => {
  const notice = off.map((date) => ({ date: on(date), off: true, name: '放假' }));
  const campaign = aCampaign({ notice });
  const row = { id: campaign.id, definition: campaign } as CampaignRow;
  return { row, campaign, calendar: calendarOf(campaign), presence: presentAt(now), now };
};
const movedTo = (changes: readonly Change[]) =>
  changes.map((change) => (change.mode === 'move' && change.thing === 'task' ? change.to : null));

/** Due on Friday 2016-08-12, reminded on the 9th and the 11th. */
const task = (over: Partial<TaskRow> = {}) =>
  aSignedTask({ plannedThrough: now, nextStepAt: at('2016-08-09 09:00'), ...over });

it('says the reminders of a task on other days where the holidays moved, and leaves its deadline alone', () => {
  const changes = planTaskRevision(viewWith('2016-08-09'), task({ plannedThrough: at('2016-08-05 10:00') }));
  expect(movedTo(changes)).toEqual([{ nextStepAt: at('2016-08-08 09:00'), provisional: false }]);
});

it('has nothing to write where nothing changes, or the task is over', () => {
  expect(planTaskRevision(viewWith(), task())).toEqual([]);
  expect(planTaskRevision(viewWith('2016-08-11'), task({ state: 'closed', nextStepAt: null }))).toEqual([]);
});

it('takes 暂定 off a day that the notice has settled', () => {
  const changes = planTaskRevision(viewWith(), task({ provisional: true }));
  expect(movedTo(changes)).toEqual([{ nextStepAt: at('2016-08-09 09:00'), provisional: false }]);
});
