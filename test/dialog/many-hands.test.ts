// More hands at one moment than one row can take in one go, on both engines: nobody is sent away, numbers have no gaps,
// nothing is called or told twice. What two do at one moment is said where each command is tested.

import { afterEach, describe, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import type { Store } from '../../db/store.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { tick } from '../../scheduler/tick.ts';
import { at } from '../support/builders.ts';
import { type Dialog, expectKind, openDialog } from '../support/dialog.ts';
import { fullReportOf, giveIncident, incidentRow, timelineOf, toldOf } from '../support/dialog-incidents.ts';
import {
  done,
  entriesOf,
  fullTask,
  giveTask,
  LIAISON,
  OFFICE,
  onTask,
  taskIn,
  taskRow,
} from '../support/dialog-tasks.ts';
import { describeEngines, freshStore, postgresMissing } from '../support/stores.ts';
import { aWorld } from '../support/world.ts';

const AUGUST = 'loudi-2016/consultation/2016-08';

const TEN = Array.from({ length: 10 }, (_, index) => index + 1);
const kinds = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal.kind : outcome.kind));
const allOf = (kind: string) => TEN.map(() => kind);

describeEngines('ten at one moment', (engine) => {
  let dialog: Dialog;
  afterEach(() => dialog.close());

  it('who report an incident are all heard, and numbered one after the other', async () => {
    dialog = await openDialog({ engine, now: '2016-10-01 02:30' });
    const report = (n: number) =>
      dialog.press('冷小江', 'incident', {
        verb: 'report',
        values: fullReportOf({ what: `第${n}起` }),
        key: `V${n}:1`,
      });
    expect(kinds(await Promise.all(TEN.map(report)))).toEqual(allOf('incident'));
    const rows = await dialog.store.list('incident', { orderBy: 'no' });
    expect(rows.map(({ no }) => no)).toEqual(TEN);
    expect(rows.map(({ what }) => what).sort()).toEqual(TEN.map((n) => `第${n}起`).sort());
  });

  it('tasks are given while minutes are approved: the numbers of all have no gaps', async () => {
    dialog = await openDialog({ engine, now: '2016-08-26 10:00' });
    const meeting = (verb: string, values?: Record<string, string>) =>
      dialog.press('金主任', 'consultation', { consultation: AUGUST, verb, ...(values && { values }) });
    const [what, unit, due] = ['统一口径', 'gaj', '2016-09-09'];
    await meeting('minutes', {
      heard: '通报',
      what_1: what,
      unit_1: unit,
      due_1: due,
      what_2: what,
      unit_2: unit,
      due_2: due,
    });
    const give = (n: number) =>
      dialog.press(OFFICE, 'task', {
        verb: 'new',
        values: fullTask({ title: `事项${n}`, dueOn: due }),
        key: `T${n}:1`,
      });
    const [approved, ...given] = await Promise.all([meeting('approve'), ...TEN.map(give)]);
    expectKind(approved!, 'consultation');
    expect(kinds(given)).toEqual(allOf('task'));
    const rows = await dialog.store.list('task', { orderBy: 'no' });
    expect(rows.map(({ no }) => no)).toEqual([...TEN, 11, 12]);
    const decided = rows.filter(({ source }) => source.kind === 'decision').map(({ no }) => no);
    expect(decided[1]! - decided[0]!).toBe(1);
  });

  it('feedbacks on one task all stand on its timeline', async () => {
    dialog = await openDialog({ engine });
    const id = await taskIn(dialog, 'in_progress');
    const feed = (n: number) => onTask(dialog, LIAISON, id, 'feed_back', { percent: '', text: `第${n}次` });
    expect(kinds(await Promise.all(TEN.map(feed)))).toEqual(allOf('task'));
    const entries = await entriesOf(dialog, id);
    expect(entries.map(({ no }) => no)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await taskRow(dialog, id)).entries).toBe(12);
  });

  it('topics for one meeting are all on its list', async () => {
    dialog = await openDialog({ engine, now: '2016-08-22 10:00' });
    const propose = (n: number) =>
      dialog.press('尚工商', 'consultation', {
        consultation: AUGUST,
        verb: 'topic',
        values: { title: `议题${n}`, reason: '同', ask: '定' },
        key: `C${n}:1`,
      });
    expect(kinds(await Promise.all(TEN.map(propose)))).toEqual(allOf('consultation'));
    expect(await dialog.store.list('topic')).toHaveLength(10);
  });

  it('plan one call: one person is called, once', async () => {
    dialog = await openDialog({ engine, now: '2016-10-01 02:30' });
    const id = await giveIncident(dialog);
    dialog.clock.setCampaign(at('2016-10-01 02:40'));
    await Promise.all(TEN.map(() => tick(dialog.deps)));
    expect((await timelineOf(dialog, id)).map(({ kind }) => kind)).toEqual(['first', 'called']);
    expect(await toldOf(dialog, id, 2)).toEqual(['金主任!']);
    expect(await incidentRow(dialog, id)).toMatchObject({
      escalations: 1,
      nextStepAt: at('2016-10-01 02:50'),
    });
  });

  it('plan the steps of a task: each reminder stands once', async () => {
    dialog = await openDialog({ engine, now: '2016-08-01 10:00' });
    const id = await giveTask(dialog, { dueOn: '2016-08-03' });
    await done(dialog, LIAISON, id, 'sign');
    dialog.clock.setCampaign(at('2016-08-03 18:00'));
    await Promise.all(TEN.map(() => tick(dialog.deps)));
    const intents = await dialog.store.list('intent', { where: { about: id } });
    const overdue = intents.filter(
      ({ notice }) => notice.kind === 'task_reminder' && notice.step === 'overdue',
    );
    expect(overdue.map(({ state }) => state)).toEqual(['pending', 'pending', 'pending']);
    expect(new Set(overdue.map(({ recipient }) => recipient)).size).toBe(3);
  });

  it('of the unit feed back while the office gives the task to another: who is late hears that it is not theirs', async () => {
    dialog = await openDialog({ engine });
    const id = await taskIn(dialog, 'in_progress');
    const feed = (n: number) => onTask(dialog, LIAISON, id, 'feed_back', { percent: '', text: `第${n}次` });
    const [moved, ...fed] = await Promise.all([
      onTask(dialog, OFFICE, id, 'reassign', { lead: 'gsj', until: '', reason: '职责' }),
      ...TEN.map(feed),
    ]);
    expectKind(moved!, 'task');
    const entries = await entriesOf(dialog, id);
    const movedAt = entries.find(({ kind }) => kind === 'reassigned')!.no;
    const texts = entries.filter(({ kind }) => kind === 'fed_back').map(({ no }) => no < movedAt);
    expect(texts.every(Boolean)).toBe(true);
    expect(kinds(fed).filter((kind) => kind === 'task')).toHaveLength(texts.length);
    expect(kinds(fed).filter((kind) => kind === 'not_your_task')).toHaveLength(10 - texts.length);
  });
});

describe.skipIf(postgresMissing)('forty at two processes', () => {
  it('who report an incident are all heard', async () => {
    const fresh = await freshStore('postgres');
    try {
      const world = await aWorld(fresh.store, { from: '2016-10-01 02:30' });
      const second = await fresh.open();
      const who = world.slackOf('冷小江');
      const report = (store: Store, n: number) =>
        act({ ...world.deps, store }, who, 'incident', {
          verb: 'report',
          values: fullReportOf({ what: `第${n}起` }),
        });
      const forty = Array.from({ length: 40 }, (_, n) => report(n % 2 ? second : fresh.store, n));
      expect(kinds(await Promise.all(forty)).filter((kind) => kind !== 'incident')).toEqual([]);
      const rows = await fresh.store.list('incident', { orderBy: 'no' });
      expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    } finally {
      await fresh.close();
    }
  });
});
