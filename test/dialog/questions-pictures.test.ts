// Which answers carry a picture, and to whom: what is in it each role may see. Thursday 2016-08-25, weeks 31 to 34 are known;
// and lists that come one screen at a time.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';

const ROLES = ['安警官', '安局长', '文书一', '周正', '督查员'];

let dialog: Dialog;
const asks = (person: string, asked: Asked) => ask(dialog, person, asked);
const timeliness = async (person: string, asked: object = {}) =>
  expectKind(await asks(person, { intent: 'timeliness', ...asked }), 'timeliness');
const figures = async (person: string, asked: object = {}) =>
  expectKind(await asks(person, { intent: 'figures', ...asked }), 'figures');

beforeAll(async () => {
  dialog = await openDialog({ now: '2016-08-03 10:00' });
  for (const [week, day, checked] of [
    ['2016-W31', '03', '12'],
    ['2016-W32', '10', '15'],
    ['2016-W33', '17', '11'],
  ] as const) {
    await dialog.until(`2016-08-${day} 10:30`);
    const obligation = rowId('weekly', 'gaj', week);
    await dialog.press('安警官', 'report', { obligation, values: fullReport({ 'figure:checked': checked }) });
  }
  await dialog.press('简银监', 'report', {
    obligation: rowId('weekly', 'yjfj', '2016-W33'),
    values: fullReport({ 'figure:checked': '30' }),
  });
  await dialog.until('2016-08-25 10:00');
});
afterAll(() => dialog.close());

describe('how punctual all units were over a month', () => {
  it.each(ROLES)('comes as a picture of all of them, which everybody may see (%s)', async (person) => {
    const { picture, rows } = await timeliness(person, { period: '2016-08' });
    expect(picture?.rows.map(({ unit }) => unit.id)).toEqual(rows.map(({ unit }) => unit.id));
    expect(picture?.columns.map(({ id }) => id)).toEqual(['2016-W31', '2016-W32', '2016-W33', '2016-W34']);
    const cellsOf = (id: string) => picture?.rows.find(({ unit }) => unit.id === id)?.cells;
    expect(cellsOf('gaj')).toEqual(['on_time', 'on_time', 'on_time', 'open']);
    expect(cellsOf('gsj')).toEqual(['missed', 'missed', 'missed', 'open']);
  });

  it('is what a status over several weeks answers, whole month or not', async () => {
    for (const asked of [{ period: '2016-08' }, { from: '2016-08-01', to: '2016-08-25' }]) {
      const said = expectKind(await asks('文书一', { intent: 'status', ...asked }), 'timeliness');
      expect(said.picture?.columns.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('has no picture over a single week', async () => {
    expect((await timeliness('文书一', { period: '2016-W31' })).picture).toBeUndefined();
  });
});

describe('figures over a month', () => {
  const checked = { period: '2016-08', figure: ['checked'] };

  it.each(['文书一', '周正', '督查员'])(
    'are a line over all units for whoever sees them all (%s)',
    async (person) => {
      const { picture } = await figures(person, checked);
      expect(picture?.units).toBeNull();
      expect(picture?.series.map(({ values }) => values)).toEqual([[12, 15, 41, null]]);
    },
  );

  it('are a line of one’s own units for a unit’s people', async () => {
    const { picture } = await figures('安警官', checked);
    expect(picture?.units?.map(({ id }) => id)).toEqual(['gaj']);
    expect(picture?.series.map(({ values }) => values)).toEqual([[12, 15, 11, null]]);
  });

  it('of another unit are not drawn for them, since they are not said', async () => {
    expectRefused(
      await asks('安警官', { intent: 'figures', units: ['yjfj'], ...checked }),
      'content_not_yours',
    );
  });

  it('are the same in the picture and in words', async () => {
    const { picture, periods } = await figures('文书一', checked);
    const sum = picture!.series[0]!.values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(periods[0]!.totals[0]!.total).toBe(sum);
  });
});

describe('a list', () => {
  it('says how the next screen of it is asked for, and a press brings that one', async () => {
    const first = await timeliness('文书一', { period: '2016-08' });
    expect(first.page).toMatchObject({ from: 0, action: 'ask' });
    const again = await dialog.press('文书一', 'ask', { ...first.page!.again, no: 12 });
    expect(expectKind(again, 'timeliness')).toMatchObject({ page: { from: 12 }, rows: first.rows });
  });

  it('of those who have not reported is asked for by its own button', async () => {
    const { page } = expectKind(await dialog.say('文书一', '谁没报'), 'missing');
    expect(page).toMatchObject({ from: 0, action: 'missing', again: { duty: 'weekly' } });
    const again = await dialog.press('文书一', 'missing', { ...page!.again, no: 12 });
    expect(expectKind(again, 'missing').page?.from).toBe(12);
  });

  it('of numbers may be taken away by the office and inspectors', async () => {
    for (const person of ROLES) {
      const mayExport = ['文书一', '督查员'].includes(person);
      expect((await timeliness(person, { period: '2016-08' })).mayExport).toBe(mayExport);
      expect((await figures(person, { period: '2016-08' })).mayExport).toBe(mayExport);
    }
  });

  it('of what is overdue lets the office alone chase', async () => {
    for (const person of ROLES) {
      const said = expectKind(await asks(person, { intent: 'overdue' }), 'overdue');
      expect(said.mayChase).toBe(person === '文书一');
    }
  });
});
