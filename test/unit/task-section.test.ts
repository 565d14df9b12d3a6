import { describe, expect, it } from 'vitest';
import { taskCounts, taskEntryFacts, taskFacts } from '../../domain/task/describe.ts';
import { taskSection } from '../../domain/task/section.ts';
import type { TaskRow } from '../../domain/task/things.ts';
import { at, on, unitId } from '../support/builders.ts';
import { aScene, aSignedTask, aTask, whoIs } from '../support/task-row.ts';

const WEEK = { from: at('2016-08-01 00:00'), to: at('2016-08-08 00:00') };
const MONDAY = at('2016-08-08 10:00');
const old = { createdAt: at('2016-07-15 10:00') };

const due = (date: string, over: Partial<TaskRow> = {}): TaskRow =>
  aSignedTask({ ...old, dueOn: on(date), dueAt: at(`${date} 17:30`), ...over });

const numbers = (rows: TaskRow[], now = MONDAY) => {
  const section = taskSection(aScene(now), rows, WEEK);
  return Object.fromEntries(
    Object.entries(section).map(([list, lines]) => [list, lines.map(({ year, no }) => `${year}/${no}`)]),
  );
};

describe('the task section of a bulletin', () => {
  it('lists by number what was given, closed and overdue in the week, its first instant included and its end not', () => {
    const rows = [
      aTask({ no: 9, createdAt: WEEK.to }),
      aTask({ no: 8, createdAt: WEEK.from }),
      aTask({ no: 2, createdAt: at('2016-08-07 23:59') }),
      due('2016-08-31', { no: 3, state: 'closed', closedAt: at('2016-08-03 10:00') }),
      due('2016-08-31', { no: 4, state: 'closed', closedAt: at('2016-07-31 10:00') }),
      due('2016-08-05', { no: 5 }),
      due('2016-07-20', { no: 1 }),
    ];
    expect(numbers(rows)).toEqual({
      new: ['2016/2', '2016/8'],
      closed: ['2016/3'],
      overdue: ['2016/1', '2016/5'],
    });
  });

  it('does not call overdue what went past its deadline after the week, is over, or was handed in in time', () => {
    const rows = [
      due('2016-08-08', { no: 1 }),
      due('2016-08-05', { no: 2, state: 'closed', closedAt: at('2016-08-06 10:00') }),
      due('2016-08-05', { no: 3, state: 'withdrawn' }),
      due('2016-08-05', { no: 4, state: 'in_review', submittedAt: at('2016-08-05 17:30') }),
      due('2016-08-05', { no: 5, state: 'in_review', submittedAt: at('2016-08-05 17:31') }),
      due('2016-08-09', { no: 6, state: 'in_review', submittedAt: at('2016-08-10 10:00') }),
    ];
    expect(numbers(rows, at('2016-08-10 12:00')).overdue).toEqual(['2016/5']);
  });

  it('says in the middle of the week what is so by then', () => {
    const rows = [due('2016-08-03', { no: 1 }), due('2016-08-05', { no: 2 })];
    expect(numbers(rows, at('2016-08-04 10:00')).overdue).toEqual(['2016/1']);
  });

  it('counts a task reopened as open, not as closed', () => {
    const reopened = due('2016-08-31', { closedAt: null, entries: 6 });
    expect(numbers([reopened])).toEqual({ new: [], closed: [], overdue: [] });
  });

  it('names the unit and the deadline in each line', () => {
    const { overdue } = taskSection(aScene(MONDAY), [due('2016-08-05')], WEEK);
    expect(overdue).toEqual([
      {
        id: 'loudi-2016/task/2016/1',
        year: 2016,
        no: 1,
        title: '整改虚假广告',
        lead: { id: 'gaj', name: '市公安局' },
        dueOn: '2016-08-05',
        state: 'in_progress',
        overdue: true,
      },
    ]);
  });
});

describe('the numbers of a board', () => {
  it('count open tasks only', () => {
    const extension = { until: on('2016-08-31'), reason: '', progress: '', by: whoIs('an'), at: MONDAY };
    const rows = [
      due('2016-08-31', { state: 'dispatched' }),
      due('2016-08-10', { extension }),
      due('2016-08-05'),
      due('2016-08-31', { state: 'in_review', submittedAt: MONDAY }),
      due('2016-08-05', { state: 'closed' }),
      due('2016-08-05', { state: 'withdrawn' }),
    ];
    expect(taskCounts(aScene(MONDAY), rows)).toEqual({
      open: 4,
      unsigned: 1,
      inReview: 1,
      extensions: 1,
      yellow: 1,
      red: 1,
    });
  });
});

describe('a task in facts', () => {
  it('names units, people, area and phase, and shows the light of the moment', () => {
    const row = due('2016-08-10', {
      area: 'gg' as TaskRow['area'],
      phase: 'cleanup' as TaskRow['phase'],
      extension: { until: on('2016-08-31'), reason: '取证', progress: '一半', by: whoIs('an'), at: MONDAY },
    });
    expect(taskFacts(aScene(MONDAY), row)).toMatchObject({
      lead: { id: 'gaj', name: '市公安局' },
      helpers: [{ id: 'gsj', name: '市工商局' }],
      area: '互联网金融广告',
      phase: '清理整顿',
      signedBy: '安警官',
      createdBy: '文书一',
      extension: { by: '安警官', until: '2016-08-31' },
      light: 'yellow',
      overdue: false,
      campaignName: '娄底市互联网金融风险专项整治',
      zone: 'Asia/Shanghai',
    });
  });

  it('tells of an entry what belongs to it, and null for the rest', () => {
    const entry = {
      id: 'loudi-2016/task/2016/1#3',
      version: 1,
      campaign: aTask().campaign,
      task: aTask().id,
      no: 3,
      kind: 'reassigned' as const,
      unit: null,
      by: whoIs('wen'),
      at: MONDAY,
      text: '职责调整',
      detail: { fromUnit: unitId('gaj'), toUnit: unitId('gsj'), until: on('2016-08-20') },
      files: [],
    };
    expect(taskEntryFacts(aScene(MONDAY), entry)).toEqual({
      no: 3,
      kind: 'reassigned',
      unit: null,
      by: '文书一',
      at: MONDAY,
      text: '职责调整',
      percent: null,
      until: '2016-08-20',
      before: null,
      progress: null,
      fromUnit: { id: 'gaj', name: '市公安局' },
      toUnit: { id: 'gsj', name: '市工商局' },
      step: null,
      files: [],
    });
  });
});
