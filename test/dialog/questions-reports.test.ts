// Questions about reports: who has reported, how something stands, what falls due or is overdue, figures, timeliness, the
// latest report; for each role what is and what is not in the answer. Friday 2016-08-05, 18:00: week 31 was due at 17:00.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isForAskerAlone } from '../../domain/audience.ts';
import { move } from '../../domain/change.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';
import { giveTask } from '../support/dialog-tasks.ts';
import { plainRendering } from '../support/plain-rendering.ts';

const ROLES = ['安警官', '安副手', '安局长', '文书一', '金主任', '周正', '督查员'];
const SEE_ALL = ['文书一', '金主任', '周正', '督查员'];

let dialog: Dialog;
const file = (person: string, unit: string, week: string, over: Record<string, string> = {}) =>
  dialog.press(person, 'report', { obligation: rowId('weekly', unit, week), values: fullReport(over) });
const asks = (person: string, asked: Asked): Promise<Outcome> => ask(dialog, person, asked);
const plainOf = (outcome: Outcome) => {
  const rendered = renderOutcome(outcome, 'zh');
  return rendered.kind === 'message' ? plainRendering(rendered.message) : '';
};
const units = ({ rows }: { rows: { unit: { id: string } }[] }) => rows.map(({ unit }) => unit.id);

/** gaj 12 then 15 in time, gsj 20 late, sfx nil, rmyh waived, lxq returned; yjfj twice in week 30 (8, corrected to 9). */
beforeAll(async () => {
  dialog = await openDialog({ now: '2016-07-29 10:00' });
  await file('安警官', 'gaj', '2016-W30');
  await file('简银监', 'yjfj', '2016-W30', { 'figure:checked': '8' });
  await file('简银监', 'yjfj', '2016-W30', { 'figure:checked': '9' });
  await dialog.until('2016-08-05 15:30');
  await file('安警官', 'gaj', '2016-W31', { 'figure:checked': '15' });
  await file('娄小星', 'lxq', '2016-W31', { 'figure:checked': '100' });
  await dialog.press('双小峰', 'nil', { obligation: rowId('weekly', 'sfx', '2016-W31'), values: {} });
  await dialog.press('文书一', 'return', {
    obligation: rowId('weekly', 'lxq', '2016-W31'),
    values: { reason: '数字不对' },
  });
  await dialog.press('文书一', 'waive', {
    obligation: rowId('weekly', 'rmyh', '2016-W31'),
    values: { reason: '换人' },
  });
  await giveTask(dialog, { lead: 'gaj', dueOn: '2016-08-05' });
  await giveTask(dialog, { lead: 'gsj', dueOn: '2016-08-09', area: 'gg' });
  await dialog.until('2016-08-05 18:00');
  await file('尚工商', 'gsj', '2016-W31', { 'figure:checked': '20' });
});
afterAll(() => dialog.close());

describe('who', () => {
  const who = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'who', ...asked }), 'who');

  it('reported on a day is told by when it came, whichever period it is of', async () => {
    const on = (day: string, state = 'reported') => who('文书一', { state, from: day, to: day });
    expect(units(await on('2016-08-05')).sort()).toEqual(['gaj', 'gsj', 'lxq', 'sfx']);
    expect(units(await on('2016-08-05', 'late'))).toEqual(['gsj']);
    expect(units(await on('2016-08-05', 'nil'))).toEqual(['sfx']);
    expect(units(await on('2016-07-29')).sort()).toEqual(['gaj', 'yjfj']);
    const none = await on('2016-08-04');
    expect(none.rows).toEqual([]);
    expect(none.period).toMatchObject({ kind: 'days', from: '2016-08-04', to: '2016-08-04' });
    expect(plainOf(none)).toContain('没有收到报告');
    expect(plainOf(await on('2016-08-05'))).toContain('收到 4 份');
    expect(plainOf(await on('2016-08-05'))).not.toContain('10 ');
  });

  it('was returned is open to all; why, to those who may read the report, and before others to nobody', async () => {
    for (const person of [...SEE_ALL, '娄小星']) {
      const said = await who(person, { state: 'returned' });
      expect(said.rows.map(({ reason }) => reason)).toEqual(['数字不对']);
      expect(isForAskerAlone(said)).toBe(true);
    }
    for (const asked of [{ state: 'returned' }, { state: 'missing', units: ['lxq', 'lsj'] }]) {
      const said = await who('安警官', asked);
      expect(said.rows.find(({ unit }) => unit.id === 'lxq')).toMatchObject({
        standing: 'returned',
        reason: null,
      });
      expect(isForAskerAlone(said)).toBe(false);
    }
    expect(isForAskerAlone(await who('文书一', { state: 'late' }))).toBe(false);
  });

  it.each(ROLES)('has not reported is what 谁没报 says (%s)', async (person) => {
    const said = expectKind(await asks(person, { intent: 'who', state: 'missing' }), 'missing');
    expect(units(said)).toEqual(['yjfj', 'swlsj', 'lxq', 'lsj', 'lys', 'xhx']);
    expect(said.mayChase).toBe(['文书一', '金主任'].includes(person));
  });

  it.each([
    ['reported', ['gsj', 'gaj', 'sfx'], 9],
    ['on_time', ['gaj', 'sfx'], 9],
    ['late', ['gsj'], 9],
    ['nil', ['sfx'], 9],
    ['returned', ['lxq'], 9],
    ['waived', ['rmyh'], 10],
  ])('is %s, and of how many', async (state, expected, of) => {
    for (const person of ROLES) {
      const said = await who(person, { state });
      expect(units(said)).toEqual(expected);
      expect(said).toMatchObject({
        state,
        of,
        duty: { id: 'weekly' },
        period: { id: '2016-W31' },
        mayChase: false,
      });
    }
  });

  it('is asked of an area or of some units alone, and says so', async () => {
    const ofArea = await who('文书一', { state: 'missing', area: 'p2p' });
    expect([units(ofArea), ofArea.of, ofArea.area]).toEqual([['yjfj'], 1, 'P2P网络借贷和股权众筹']);
    const ofUnits = await who('安警官', { state: 'reported', units: ['gsj', 'lsj'] });
    expect(ofUnits).toMatchObject({ of: 2, units: [{ id: 'gsj' }, { id: 'lsj' }], mayChase: false });
    expect(units(ofUnits)).toEqual(['gsj']);
  });

  it('looks through all weeks of a month', async () => {
    const said = await who('督查员', { state: 'reported', period: '2016-07' });
    expect(said).toMatchObject({ period: { id: '2016-07', kind: 'month' }, periods: 5, mayChase: false });
    expect(units(said)).toEqual(['yjfj', 'gaj']);
  });

  it('takes a phase for the report that carries its name', async () => {
    const said = expectKind(
      await asks('文书一', { intent: 'who', state: 'missing', phase: 'survey' }),
      'missing',
    );
    expect(said.duty.id).toBe('survey-summary');
  });

  it('counts nobody in a period that has not begun', async () => {
    for (const state of ['late', 'missing']) {
      const ahead = await asks('文书一', { intent: 'who', state, period: '2016-W40' });
      expect(expectKind(ahead, 'not_begun').coming).toMatchObject([{ units: 10, periods: 1 }]);
    }
  });

  it('has no answer in a period without a deadline, and says that', async () => {
    expectRefused(
      await asks('文书一', { intent: 'who', state: 'late', period: '2018-W03' }),
      'no_such_obligation',
    );
  });
});

describe('status', () => {
  it.each(ROLES)(
    'of everything, an area, a unit and a number is what the commands say (%s)',
    async (person) => {
      expect(expectKind(await asks(person, { intent: 'status' }), 'status').period.id).toBe('2016-W31');
      expect(expectKind(await asks(person, { intent: 'status', area: 'gg' }), 'status').area).toBe(
        '互联网金融广告',
      );
      const unit = expectKind(await asks(person, { intent: 'status', units: ['lxq'] }), 'unit_status');
      expect(unit.rows.map(({ standing }) => standing)).toContain('returned');
      expect(unit.mayDispatch).toBe(['文书一', '金主任', '周正'].includes(person));
    },
  );

  it('gives the sums of figures to those alone who see every report', async () => {
    for (const person of ROLES) {
      const { figures } = expectKind(await asks(person, { intent: 'status' }), 'status');
      expect(figures.length > 0).toBe(SEE_ALL.includes(person));
    }
  });

  it('of a phase is that of its report', async () => {
    const said = expectKind(await asks('周正', { intent: 'status', phase: 'survey' }), 'status');
    expect([said.duty.id, said.period.id]).toEqual(['survey-summary', 'once']);
  });

  it('over a month says how punctual the units were', async () => {
    const said = expectKind(await asks('周正', { intent: 'status', period: '2016-07' }), 'timeliness');
    expect([said.from, said.to]).toEqual(['2016-07-01', '2016-07-31']);
    const one = { intent: 'status', period: '2016-07', units: ['gaj'] } as const;
    expect(units(expectKind(await asks('周正', one), 'timeliness'))).toEqual(['gaj']);
  });

  it('of two units is a question with a button for each', async () => {
    const { choices } = expectKind(
      await asks('周正', { intent: 'status', units: ['gaj', 'gsj'] }),
      'clarify',
    );
    expect(choices).toMatchObject([
      {
        asks: { intent: 'status', units: [{ id: 'gaj' }] },
        input: { campaign: 'loudi-2016', reading: { intent: 'status', units: ['gaj'] } },
      },
      { asks: { units: [{ id: 'gsj' }] }, input: { reading: { units: ['gsj'] } } },
    ]);
  });
});

describe('what falls due', () => {
  const due = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'due', ...asked }), 'due');
  const WEEK = { from: '2016-08-08', to: '2016-08-14' };

  it('next week is known before its row is opened', async () => {
    const said = await due('安警官', { period: '2016-W32' });
    expect(said).toMatchObject({ ...WEEK, own: true, tasks: [] });
    expect(said.rows.map(({ id, standing }) => [id, standing])).toEqual([
      [rowId('weekly', 'gaj', '2016-W32'), 'upcoming'],
    ]);
  });

  it('is all there is for office, leaders and inspectors', async () => {
    for (const person of SEE_ALL) {
      const said = await due(person, WEEK);
      expect(said.own).toBe(false);
      expect(said.rows.map(({ duty, unit }) => `${duty.id} ${unit.id}`).slice(0, 3)).toEqual([
        'bulletin jrb',
        'weekly lxq',
        'weekly rmyh',
      ]);
      expect(said.rows).toHaveLength(12);
      expect(said.tasks.map(({ lead }) => lead.id)).toEqual(['gsj']);
    }
  });

  it('of a unit that is named is open to all, its tasks are not', async () => {
    const said = await due('安警官', { ...WEEK, units: ['gsj'] });
    expect(said).toMatchObject({ own: false, units: [{ id: 'gsj' }], tasks: [] });
    expect(units(said)).toEqual(['gsj']);
    expect((await due('尚工商', WEEK)).tasks).toHaveLength(1);
  });

  it('without days is what is ahead from today', async () => {
    const said = await due('尚工商');
    expect(said).toMatchObject({ from: '2016-08-05', to: null, own: true });
    expect(said.rows.map(({ duty }) => duty.id)).toContain('final-report');
  });

  it('of mine on days that are named is my own, also for the office', async () => {
    const said = expectKind(await asks('文书一', { intent: 'mine', ...WEEK }), 'due');
    expect(said).toMatchObject({ own: true, ...WEEK });
    expect(new Set(units(said))).toEqual(new Set(['jrb']));
  });

  it('on days on which nothing does is nothing', async () => {
    expect(await due('安警官', { from: '2016-08-06', to: '2016-08-07' })).toMatchObject({
      rows: [],
      tasks: [],
    });
    expect((await due('安警官', { from: '2019-01-01', to: '2019-02-01' })).rows).toEqual([]);
  });
});

describe('what is overdue', () => {
  const overdue = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'overdue', ...asked }), 'overdue');
  const lately = ({ rows }: Awaited<ReturnType<typeof overdue>>) =>
    rows
      .filter(({ duty, period }) => duty.id === 'weekly' && period.id === '2016-W31')
      .map(({ unit }) => unit.id);

  it('is everything for those who see all', async () => {
    for (const person of SEE_ALL) {
      const said = await overdue(person);
      expect(said).toMatchObject({ own: false, light: null });
      expect(lately(said)).toEqual(['yjfj', 'swlsj', 'lsj', 'lys', 'xhx']);
      expect(said.tasks.map(({ no, light }) => [no, light])).toEqual([[1, 'red']]);
    }
  });

  it('is of one’s own units for the others', async () => {
    const said = await overdue('连小源');
    expect([said.own, lately(said), said.tasks]).toEqual([true, ['lys'], []]);
    expect((await overdue('安局长')).tasks.map(({ no }) => no)).toEqual([1]);
  });

  it('by a light is of tasks; an area’s tasks are those of the area', async () => {
    const yellow = await overdue('文书一', { state: 'yellow' });
    expect([yellow.rows, yellow.tasks.map(({ no }) => no)]).toEqual([[], [2]]);
    const ofArea = await overdue('文书一', { state: 'yellow', area: 'gg' });
    expect([ofArea.area, ofArea.tasks.map(({ no }) => no)]).toEqual(['互联网金融广告', [2]]);
    expect((await overdue('文书一', { state: 'yellow', area: 'zf' })).tasks).toEqual([]);
  });

  it('is also who is overdue, and of one duty where that is named', async () => {
    const said = expectKind(
      await asks('文书一', { intent: 'who', state: 'overdue', duty: 'weekly' }),
      'overdue',
    );
    expect(new Set(said.rows.map(({ duty }) => duty.id))).toEqual(new Set(['weekly']));
    expect(said.tasks).toEqual([]);
  });
});

describe('figures', () => {
  const figures = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'figures', ...asked }), 'figures');
  const checked = ({ periods }: Awaited<ReturnType<typeof figures>>) =>
    periods.map(({ period, totals }) => [period.id, totals.find(({ id }) => id === 'checked')]);

  it('without a period are of the current one and the one before, for those who see every report', async () => {
    for (const person of SEE_ALL) {
      const said = await figures(person, { figure: ['checked'] });
      expect(said.units).toBeNull();
      expect(checked(said)).toMatchObject([
        ['2016-W31', { total: 35, before: null }],
        ['2016-W30', { total: 21, before: null }],
      ]);
      expect(said.periods.map(({ totals }) => totals.length)).toEqual([1, 1]);
      expect(said.periods[0]).toMatchObject({ reported: 3, due: 9 });
    }
  });

  it('are one’s own units’ for unit people, whichever they ask for', async () => {
    const said = await figures('安副手', { period: '2016-W31' });
    expect(said.units).toMatchObject([{ id: 'gaj' }]);
    expect(checked(said)).toMatchObject([['2016-W31', { total: 15, before: 12 }]]);
    expect(said.periods[0]!.totals).toHaveLength(4);
  });

  it.each([{ units: ['gsj'] }, { units: ['gaj', 'gsj'] }, { area: 'gg' }])(
    'of others are refused to them (%o)',
    async (asked) => {
      expectRefused(await asks('安警官', { intent: 'figures', ...asked }), 'content_not_yours');
      expect((await figures('督查员', asked)).periods.length).toBeGreaterThan(0);
    },
  );

  it('of a unit and of an area say of which', async () => {
    expect(await figures('周正', { units: ['gaj'] })).toMatchObject({ units: [{ id: 'gaj' }], area: null });
    const ofArea = await figures('周正', { area: 'gg', period: '2016-W31' });
    expect(ofArea.area).toBe('互联网金融广告');
    expect(checked(ofArea)).toMatchObject([['2016-W31', { total: 20 }]]);
  });

  it('of a month count each unit’s newest version once a week, and the month before', async () => {
    const july = await figures('文书一', { period: '2016-07' });
    expect(checked(july)).toMatchObject([['2016-07', { total: 21, before: null }]]);
    expect(checked(await figures('文书一', { period: '2016-08' }))).toMatchObject([
      ['2016-08', { total: 35, before: null }],
    ]);
  });

  it('of a phase are the sum of its weeks; the days of a whole month are that month', async () => {
    const phase = await figures('文书一', { phase: 'cleanup', duty: 'weekly' });
    expect(phase.periods[0]!.period).toMatchObject({ kind: 'phase', name: '清理整顿' });
    expect(checked(phase)[0]).toMatchObject(['phase:cleanup', { total: 56 }]);
    const days = await figures('文书一', { from: '2016-07-01', to: '2016-07-31' });
    expect(days.periods.map(({ period }) => period.id)).toEqual(['2016-07']);
  });

  it('of a week that has not begun, or of a unit that owes nothing, are none', async () => {
    expect((await asks('文书一', { intent: 'figures', period: '2016-W40' })).kind).toBe('not_begun');
    expect((await figures('文书一', { units: ['jrb'], period: '2016-W40' })).periods).toEqual([]);
    expect((await figures('文书一', { units: ['jrb'] })).periods).toEqual([]);
  });
});

describe('timeliness', () => {
  const timeliness = async (person: string, asked: object = {}) =>
    expectKind(await asks(person, { intent: 'timeliness', ...asked }), 'timeliness');

  it('is of the week that was named, in the roster’s order, for everybody', async () => {
    for (const person of ROLES) {
      const said = await timeliness(person, { period: '2016-W31' });
      expect(said).toMatchObject({ ranked: false, from: '2016-08-01', to: '2016-08-07' });
      const of = (id: string) => said.rows.find(({ unit }) => unit.id === id);
      expect(of('gaj')).toMatchObject({ due: 1, onTime: 1, late: 0, missed: 0 });
      expect(of('gsj')).toMatchObject({ due: 1, onTime: 0, late: 1, missed: 0 });
      expect(of('yjfj')).toMatchObject({ due: 1, onTime: 0, late: 0, missed: 0 });
      expect(of('rmyh')).toMatchObject({ due: 0 });
    }
  });

  it('without a period is of those that closed last', async () => {
    const said = await timeliness('文书一');
    expect([said.from, said.to]).toEqual(['2016-07-04', '2016-07-31']);
    expect(said.rows.find(({ unit }) => unit.id === 'gsj')).toMatchObject({ due: 1, missed: 1 });
  });

  it('does not count against a unit what was lost by the office: short notice, an upheld dispute, an excuse', async () => {
    const july = async (unit: string) => {
      const said = await timeliness('文书一', { period: '2016-07', units: [unit] });
      return said.rows.map(({ due, onTime, late, missed }) => ({ due, onTime, late, missed }));
    };
    expect(await july('lys')).toEqual([{ due: 1, onTime: 0, late: 0, missed: 1 }]);
    const noticed = await dialog.row('weekly', 'lys', '2016-W30');
    await dialog.store.commit([move('obligation', noticed, { shortNotice: true })]);
    expect(await july('lys')).toEqual([{ due: 0, onTime: 0, late: 0, missed: 0 }]);
    const obligation = rowId('weekly', 'lsj', '2016-W30');
    await dialog.press('冷小江', 'dispute', { obligation, values: { text: '当日停电' } });
    expect(await july('lsj')).toMatchObject([{ due: 1, missed: 1 }]);
    const upheld = { obligation, values: { upheld: 'yes', reason: '属实' } };
    expect((await dialog.press('文书一', 'decide_dispute', upheld)).kind).toBe('dispute_decided');
    expect(await july('lsj')).toEqual([{ due: 0, onTime: 0, late: 0, missed: 0 }]);
    expect(await july('gaj')).toEqual([{ due: 1, onTime: 1, late: 0, missed: 0 }]);
  });

  it('of units that owe nothing is nothing', async () => {
    expect((await timeliness('文书一', { units: ['jrb'] })).rows).toEqual([]);
  });
});

describe('the latest report', () => {
  it('of a unit is open to it and to those who see all, and closed to others', async () => {
    for (const person of [...SEE_ALL, '安警官', '安局长']) {
      const said = expectKind(await asks(person, { intent: 'latest', units: ['gaj'] }), 'report_shown');
      expect(said.report.obligation.period.id).toBe('2016-W31');
    }
    expectRefused(await asks('尚工商', { intent: 'latest', units: ['gaj'] }), 'content_not_yours');
  });

  it('in a month is the newest of that month; without a unit one’s own', async () => {
    const july = await asks('安警官', { intent: 'latest', period: '2016-07' });
    expect(expectKind(july, 'report_shown').report.obligation.period.id).toBe('2016-W30');
    expect((await asks('文书一', { intent: 'latest', units: ['lys'] })).kind).toBe('nothing_filed');
  });
});

it('mine is what 我的 says; of another unit how it stands', async () => {
  for (const person of ROLES) expect((await asks(person, { intent: 'mine' })).kind).toBe('mine');
  expect((await asks('安警官', { intent: 'mine', units: ['gaj'] })).kind).toBe('mine');
  expect((await asks('安警官', { intent: 'mine', units: ['gsj'] })).kind).toBe('unit_status');
});
