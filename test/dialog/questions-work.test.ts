// Questions about tasks, consultations, people, bulletins, history and what was sent; for each role what is in the answer.

import { addMonths } from 'date-fns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insert } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { aRow } from '../store/rows.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';
import { done, giveTask, LIAISON, OFFICE, taskIn } from '../support/dialog-tasks.ts';

const LEADER = '周正';
const INSPECTOR = '督查员';
const SEE_ALL = [OFFICE, LEADER, INSPECTOR];

let dialog: Dialog;
const asks = (person: string, asked: Asked): Promise<Outcome> => ask(dialog, person, asked);

describe('tasks', () => {
  /** 1 gaj closed on 08-05 · 2 gsj of the advertising area, yellow since 08-10 · 3 gaj in review · 4 gaj extension asked */
  beforeAll(async () => {
    dialog = await openDialog();
    await taskIn(dialog, 'closed', { dueOn: '2016-09-09' });
    const ad = await giveTask(dialog, { lead: 'gsj', area: 'gg', dueOn: '2016-08-15', phase: 'cleanup' });
    await done(dialog, '尚工商', ad, 'sign');
    await taskIn(dialog, 'in_review', { dueOn: '2016-09-09' });
    await taskIn(dialog, 'extension', { dueOn: '2016-08-18' });
    await dialog.until('2016-08-12 09:00');
  });
  afterAll(() => dialog.close());

  const numbers = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'tasks', ...asked }), 'tasks')
      .tasks.map(({ no }) => no)
      .sort();

  it('one by its number is open to those it concerns and to those who see all', async () => {
    for (const person of [...SEE_ALL, '尚工商']) {
      const said = expectKind(await asks(person, { intent: 'task', task: 2 }), 'task');
      expect([said.task.no, said.did, said.timeline.length]).toEqual([2, null, 2]);
      expect((await asks(person, { intent: 'status', task: 2, period: '2016' })).kind).toBe('task');
    }
    expectRefused(await asks(LIAISON, { intent: 'task', task: 2 }), 'not_your_task');
    expectRefused(await asks(OFFICE, { intent: 'task', task: 9 }), 'no_such_task');
    expectRefused(await asks(OFFICE, { intent: 'task', task: 2, period: '2015' }), 'no_such_task');
  });

  it.each<[object, number[]]>([
    [{}, [2, 3, 4]],
    [{ state: 'open' }, [2, 3, 4]],
    [{ state: 'closed' }, [1]],
    [{ state: 'in_review' }, [3]],
    [{ state: 'extension' }, [4]],
    [{ state: 'yellow' }, [2]],
    [{ state: 'overdue' }, []],
    [{ units: ['gaj'] }, [3, 4]],
    [{ area: 'gg' }, [2]],
    [{ phase: 'cleanup' }, [2]],
    [{ period: '2016-08' }, [2, 4]],
    [{ state: 'closed', period: '2016-08' }, [1]],
    [{ state: 'closed', from: '2016-08-08', to: '2016-08-12' }, []],
    [{ from: '2016-09-01' }, [3]],
    [{ period: '2016' }, [2, 3, 4]],
    [{ period: '2015' }, []],
  ])('listed by %o', async (asked, expected) => {
    for (const person of SEE_ALL) expect(await numbers(person, asked)).toEqual(expected);
  });

  it('listed for unit people are their own, whatever is asked for', async () => {
    expect(await numbers(LIAISON)).toEqual([3, 4]);
    expect(await numbers(LIAISON, { units: ['gsj'] })).toEqual([]);
    expect(await numbers('娄小星', { state: 'closed' })).toEqual([]);
  });

  it('of two units are a question', async () => {
    const { choices } = expectKind(await asks(OFFICE, { intent: 'tasks', units: ['gaj', 'gsj'] }), 'clarify');
    expect(choices.map(({ input }) => input.reading)).toEqual([
      { intent: 'tasks', units: ['gaj'] },
      { intent: 'tasks', units: ['gsj'] },
    ]);
  });

  it('have a history: their timeline, to whoever may see them', async () => {
    expect((await asks(LIAISON, { intent: 'history', task: 3 })).kind).toBe('task');
    expectRefused(await asks('尚工商', { intent: 'history', task: 3 }), 'not_your_task');
  });
});

describe('history', () => {
  beforeAll(async () => {
    dialog = await openDialog();
    await dialog.press(OFFICE, 'waive', {
      obligation: 'loudi-2016/weekly/gaj/2016-W31',
      values: { reason: '换人' },
    });
  });
  afterAll(() => dialog.close());

  it('is the log, for the office and inspectors', async () => {
    for (const person of [OFFICE, '金主任', INSPECTOR]) {
      const said = expectKind(await asks(person, { intent: 'history', units: ['gaj'] }), 'audit');
      expect(said.object).toBe('市公安局');
      expect(said.lines.map(({ verb }) => verb)).toContain('waive');
    }
    expect(expectKind(await asks(OFFICE, { intent: 'history', person: '安局长' }), 'audit').lines).toEqual(
      [],
    );
  });

  it('is refused to everybody else, with whom to ask', async () => {
    for (const person of [LIAISON, '安局长', LEADER]) {
      const refusal = expectRefused(await asks(person, { intent: 'history', units: ['gaj'] }), 'not_read');
      expect(refusal).toMatchObject({ reason: 'forbidden', contact: ['文书一'] });
      expect(refusal.near).not.toContain('audit');
    }
  });
});

describe('people', () => {
  beforeAll(async () => {
    dialog = await openDialog();
  });
  afterAll(() => dialog.close());

  const people = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'contact', ...asked }), 'roster').entries.map(
      (entry) => entry.person.name,
    );

  it.each<[object, string[]]>([
    [{ units: ['gaj'], kind: 'liaison' }, ['安警官']],
    [{ units: ['gaj'], kind: 'head' }, ['安局长']],
    [{ units: ['gaj'] }, ['安警官', '安副手', '安局长']],
    [{ units: ['gsj'], kind: 'head' }, ['尚工商']],
    [{ area: 'p2p', kind: 'liaison' }, ['简银监']],
    [{ kind: 'office' }, ['金主任', '文书一']],
    [{ kind: 'leader' }, ['周正']],
    [{ person: '安副手' }, ['安副手']],
    [{ units: ['gaj', 'gsj'], kind: 'liaison' }, ['尚工商', '安警官']],
  ])('who answer %o', async (asked, expected) => {
    for (const person of [LIAISON, OFFICE, LEADER, INSPECTOR])
      expect((await people(person, asked)).sort()).toEqual([...expected].sort());
  });

  it('have their phones masked, for the office too', async () => {
    for (const person of [LIAISON, OFFICE, LEADER, INSPECTOR]) {
      const said = expectKind(await asks(person, { intent: 'contact', units: ['rmyh'] }), 'roster');
      expect(said.entries.map(({ phone }) => phone)).toEqual(['138****0001']);
    }
  });
});

describe('consultations', () => {
  const AUGUST = 'loudi-2016/consultation/2016-08';
  const press = (person: string, verb: string, input: object = {}) =>
    dialog.press(person, 'consultation', { consultation: AUGUST, verb, ...input });

  beforeAll(async () => {
    dialog = await openDialog({ now: '2016-08-22 10:00' });
    const topic = { title: '统一取缔无证平台', reason: '三个县情况相同', ask: '请明确牵头单位' };
    expectKind(await press('尚工商', 'topic', { values: topic }), 'consultation');
  });
  afterAll(() => dialog.close());

  const part = async (
    person: string,
    intent: 'consultation_next' | 'consultation_agenda' | 'consultation_attendance',
  ) => expectKind(await asks(person, { intent }), 'consultation');

  it('the next is shown to everybody with what they may see of it', async () => {
    for (const person of [OFFICE, LEADER, INSPECTOR, LIAISON, '尚工商']) {
      const said = await part(person, 'consultation_next');
      expect([said.consultation.id, said.did]).toEqual([AUGUST, null]);
      expect(said.consultation.topics).toHaveLength(person === LIAISON ? 0 : 1);
    }
  });

  it('an agenda that is not issued is for office, leaders and inspectors; who comes likewise', async () => {
    for (const person of SEE_ALL) {
      expect((await part(person, 'consultation_agenda')).consultation.agenda.length).toBeGreaterThan(0);
      expect((await part(person, 'consultation_attendance')).consultation.attendees.length).toBeGreaterThan(
        1,
      );
    }
    expect((await part(LIAISON, 'consultation_agenda')).consultation.agenda).toEqual([]);
    expect((await part(LIAISON, 'consultation_attendance')).consultation.attendees).toEqual([]);
  });

  it('one of a month without one is said to be none; a week says no more than which is next', async () => {
    expectRefused(await asks(OFFICE, { intent: 'consultation_next', period: '2016-11' }), 'no_consultation');
    const said = await asks(OFFICE, { intent: 'consultation_next', period: '2016-W34' });
    expect(expectKind(said, 'consultation').consultation.id).toBe(AUGUST);
  });

  it('nothing was decided before anything was approved', async () => {
    expect(expectKind(await asks(LIAISON, { intent: 'decisions' }), 'decisions').rows).toEqual([]);
  });

  it('what was decided is found by words, unit and days, by everybody, once the minutes are approved', async () => {
    await dialog.until('2016-08-25 17:30');
    const attended = (await dialog.store.list('person', { where: { name: '周正' } }))[0]!.id;
    const decisions = {
      what_1: '公布举报电话',
      unit_1: 'gsj',
      due_1: '2016-08-31',
      what_2: '统一取缔无证平台',
      unit_2: 'gaj',
      due_2: '2016-09-09',
    };
    const values = { attended, excused: '', observers: '', heard: '听取汇报。', ...decisions };
    expectKind(await press(OFFICE, 'minutes', { values }), 'consultation');
    const found = async (person: string, asked: object = {}) =>
      expectKind(await asks(person, { intent: 'decisions', ...asked }), 'decisions').rows.map(
        ({ decision }) => decision.what,
      );
    expect(await found(LIAISON)).toEqual([]);
    expectKind(await press(OFFICE, 'approve'), 'consultation');
    for (const person of [...SEE_ALL, LIAISON]) {
      expect(await found(person)).toEqual(['公布举报电话', '统一取缔无证平台']);
      expect(await found(person, { query: '举报' })).toEqual(['公布举报电话']);
      expect(await found(person, { units: ['gaj'] })).toEqual(['统一取缔无证平台']);
      expect(await found(person, { period: '2016-08' })).toHaveLength(2);
      expect(await found(person, { period: '2016-07' })).toEqual([]);
      expect(await found(person, { query: '经费' })).toEqual([]);
    }
  });

  it('an answer on what was decided says of what it tells, and never that nothing was decided where something was', async () => {
    const said = async (asked: object) => {
      const rendered = renderOutcome(await asks(LIAISON, { intent: 'decisions', ...asked }), 'zh');
      return rendered.kind === 'message' ? rendered.message.text : '';
    };
    expect(await said({})).toBe('议定事项：共 2 项，其中 2 项未办结，截至 8月25日 周四 17:30。');
    expect(await said({ query: '经费' })).toBe('议定事项 · “经费”：没有找到，截至 8月25日 周四 17:30。');
    expect(await said({ units: ['gaj'] })).toContain('议定事项 · 市公安局：共 1 项');
    expect(await said({ period: '2016-07' })).toContain('议定事项 · 7月：没有找到');
  });

  it('of meetings of many years the last 24 are looked through, and those of the days that are named; that is said', async () => {
    const held = Array.from({ length: 40 }, (_, n) => ({
      n,
      month: addMonths(new Date('2013-01-15T07:00Z'), n),
    }));
    const minutes = (n: number) => ({
      ...{
        heard: '',
        attended: [],
        excused: [],
        observers: '',
        by: '',
        at: 0,
        approvedBy: null,
        approvedAt: null,
      },
      decisions: [{ what: `第${n}件`, unit: 'gsj', dueOn: '2016-01-01', task: null }],
    });
    await dialog.store.commit(
      held.map(({ n, month }) =>
        insert(
          'consultation',
          aRow('consultation', `long-ago-${n}`, {
            ...{ campaign: 'loudi-2016', duty: 'consultation', period: `old-${n}`, state: 'approved' },
            ...{ startsAt: month.getTime(), year: month.getUTCFullYear(), no: 100 + n, minutes: minutes(n) },
          }),
        ),
      ),
    );
    const found = async (asked: object = {}) =>
      expectKind(await asks(LIAISON, { intent: 'decisions', ...asked }), 'decisions');
    const all = await found();
    expect(new Set(all.rows.map(({ year, no }) => `${year} ${no}`)).size).toBe(24);
    expect([all.rows[0]!.year, all.rows.at(-1)!.decision.what, all.since]).toEqual([
      2016,
      '第17件',
      '2014-06-15',
    ]);
    const early = await found({ from: '2013-01-01', to: '2013-02-15' });
    expect([early.rows.map(({ decision }) => decision.what), early.since]).toEqual([
      ['第1件', '第0件'],
      null,
    ]);
    expect(await found({ query: '第3件' })).toMatchObject({ rows: [], since: '2014-06-15' });
    expect((await found({ query: '第3件', to: '2013-12-31' })).rows).toHaveLength(1);
  });

  it('what the last meeting decided is of that meeting alone', async () => {
    const of = async (asked: object) =>
      expectKind(await asks(LIAISON, { intent: 'decisions', ...asked }), 'decisions').rows.map(
        ({ decision }) => decision.what,
      );
    const last = ['公布举报电话', '统一取缔无证平台'];
    expect(await of({ used: ['上次', '定了什么'] })).toEqual(last);
    expect(await of({ used: ['what', 'last', 'meeting', 'decide'] })).toEqual(last);
    expect(await of({ used: ['上次'], query: '电话' })).toEqual(['公布举报电话']);
    expect(await of({ used: ['上次'], period: '2016-04' })).toEqual(['第39件']);
  });
});

describe('bulletins', () => {
  beforeAll(async () => {
    dialog = await openDialog({ now: '2016-08-08 09:00' });
  });
  afterAll(() => dialog.close());

  const bulletin = (person: string, asked: object = {}) => asks(person, { intent: 'bulletin', ...asked });
  const shown = async (person: string, asked: object = {}) => {
    const said = expectKind(await bulletin(person, asked), 'bulletin');
    expect(said.did).toBe(person === OFFICE ? 'preview' : 'read');
    return [said.bulletin.state, said.bulletin.no, said.bulletin.collectsPeriod.id];
  };

  it('that are drafts are for the office alone; others hear when the next is due', async () => {
    expect(await shown(OFFICE)).toEqual(['drafted', null, '2016-W31']);
    for (const person of [LIAISON, LEADER, INSPECTOR])
      expect(expectRefused(await bulletin(person), 'no_bulletin').nextAt).not.toBeNull();
  });

  it('that are published are for everybody: the newest, by number, by period', async () => {
    await dialog.say(OFFICE, '通报 批准');
    await dialog.say(OFFICE, '通报 发布');
    await dialog.until('2016-08-15 09:00');
    const first = ['published', 1, '2016-W31'];
    expect(await shown(OFFICE)).toEqual(['drafted', null, '2016-W32']);
    for (const person of [LIAISON, LEADER, INSPECTOR]) {
      expect(await shown(person)).toEqual(first);
      expectRefused(await bulletin(person, { period: '2016-W32' }), 'no_bulletin');
    }
    for (const person of [OFFICE, LIAISON]) {
      for (const asked of [{ no: 1 }, { period: '2016-W31' }])
        expect(await shown(person, asked)).toEqual(first);
      expectRefused(await bulletin(person, { no: 7 }), 'no_bulletin');
    }
    expect(await shown(LIAISON, { period: '2016-08' })).toEqual(first);
    expectRefused(await bulletin(LIAISON, { period: '2016-06' }), 'no_bulletin');
  });
});
