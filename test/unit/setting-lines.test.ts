// What a form shows as the lines of a setting is read back as that setting, in both languages; what cannot be read is named.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LinesRead,
  readHours,
  readLadder,
  readNoticeLines,
  readQuietDays,
} from '../../commands/settings/lines.ts';
import { findStepAt, stepId } from '../../documents/notation.ts';
import type { LadderStep, Language } from '../../domain/campaign.ts';
import { DEFAULT_LADDER } from '../../domain/reminders.ts';
import { catalogs } from '../../messages/catalog.ts';
import { linesOf } from '../../messages/views/settings.ts';
import { on } from '../support/builders.ts';
import { SETTING_VALUES } from '../support/sample-settings.ts';

const TODAY = on('2016-08-05');
const LANGUAGES: Language[] = ['zh', 'en'];

const valueIn = <T>(read: LinesRead<T>): T => {
  if (!read.ok) throw new Error(JSON.stringify(read.lines));
  return read.value;
};
const whysOf = (read: LinesRead<unknown>) => (read.ok ? [] : read.lines.map(({ no, why }) => [no, why]));

describe.each(LANGUAGES)('the lines of a setting in %s', (language) => {
  const t = catalogs[language];

  it('say working hours so that they are read back', () => {
    const current = SETTING_VALUES.working_hours;
    expect(valueIn(readHours(linesOf(t, current)))).toEqual(current.hours);
  });

  it('say quiet days so that they are read back', () => {
    const current = SETTING_VALUES.quiet_days;
    expect(valueIn(readQuietDays(linesOf(t, current), TODAY))).toEqual(current.days);
  });

  it('say days of a notice so that they are read back', () => {
    const current = SETTING_VALUES.holidays;
    expect(valueIn(readNoticeLines(linesOf(t, current), TODAY))).toEqual(current.days);
  });

  it('say the usual ladder so that it is read back', () => {
    expect(valueIn(readLadder(linesOf(t, SETTING_VALUES.ladder)))).toEqual(DEFAULT_LADDER);
  });

  it('say any ladder so that it is read back', () => {
    const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    const two = (n: number) => String(n).padStart(2, '0');
    const written = fc.oneof(
      fc.constant('+0'),
      fc.integer({ min: 1, max: 999 }).map((n) => `-${n}h`),
      fc.integer({ min: 1, max: 999 }).map((n) => `+${n}h`),
      fc
        .tuple(fc.constantFrom('-', '+'), fc.integer({ min: 1, max: 99 }), clock)
        .map(([sign, n, [h, m]]) => `${sign}${n}wd ${two(h)}:${two(m)}`),
    );
    const roles = fc.uniqueArray(
      fc.constantFrom<LadderStep['to'][number]>('liaison', 'deputy', 'head', 'office', 'office_director'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(written, roles), { minLength: 1, maxLength: 8 }), (steps) => {
        const ladder = steps.map(([text, to]): LadderStep => {
          const at = findStepAt(text)!;
          return { id: stepId(at, text), at, to };
        });
        const lines = linesOf(t, { ...SETTING_VALUES.ladder, steps: ladder });
        expect(valueIn(readLadder(lines))).toEqual(ladder);
      }),
    );
  });
});

describe('lines as people write them', () => {
  it.each([
    ['08:30-17:30', '08:30', '17:30'],
    ['9:00 至 18:00', '09:00', '18:00'],
    ['８：３０—１７：３０', '08:30', '17:30'],
    ['9:00 to 17:00', '09:00', '17:00'],
  ])('%s are working hours', (text, from, to) => {
    expect(valueIn(readHours(text))).toEqual({ from, to });
  });

  it.each(['', '17:30-08:30', '全天', '25:00-26:00', '08:30'])('“%s” are none', (text) => {
    expect(whysOf(readHours(text))).toEqual([[1, 'hours']]);
  });

  it.each([
    ['8月20日 停电', '2016-08-20', '2016-08-20', '停电'],
    ['8月20日至22日，停电 检修', '2016-08-20', '2016-08-22', '停电 检修'],
    ['2016-08-20 2016-08-22', '2016-08-20', '2016-08-22', ''],
    ['防汛值守：9/1-9/3', '2016-09-01', '2016-09-03', '防汛值守'],
  ])('%s are quiet days', (text, from, to, name) => {
    expect(valueIn(readQuietDays(text, TODAY))).toEqual([{ from, to, name }]);
  });

  it('are named one by one where they cannot be read, and empty ones keep their number', () => {
    expect(whysOf(readQuietDays('8月20日\n\n停电\n8月22日至20日', TODAY))).toEqual([
      [3, 'span'],
      [4, 'range'],
    ]);
    expect(whysOf(readLadder('前一阵：联络员\n前 1 个工作日 09:00：门卫\n前 2 小时'))).toEqual([
      [1, 'step'],
      [2, 'recipient'],
      [3, 'recipient'],
    ]);
    expect(whysOf(readNoticeLines('春节\n2017-01-27 春节\n2017-01-01至2017-03-01 休', TODAY))).toEqual([
      [1, 'span'],
      [2, 'mark'],
      [3, 'long'],
    ]);
    expect(whysOf(readQuietDays('8月20日至2030年8月22日 检修', TODAY))).toEqual([[1, 'long']]);
    expect(whysOf(readQuietDays('2016-02-30 检修', TODAY))).toEqual([[1, 'range']]);
    expect(whysOf(readQuietDays(`8月20日 ${'检'.repeat(41)}`, TODAY))).toEqual([[1, 'name']]);
    expect(whysOf(readNoticeLines(`8月20日 休 ${'节'.repeat(41)}`, TODAY))).toEqual([[1, 'name']]);
  });

  it('are never more quiet days than their form can hold', () => {
    const most = Array.from({ length: 40 }, () => `2016-09-10至2016-12-10 ${'检'.repeat(40)}`);
    const read = readQuietDays(most.join('\n'), TODAY);
    const value = { setting: 'quiet_days' as const, days: valueIn(read) };
    for (const t of Object.values(catalogs)) expect(linesOf(t, value).length).toBeLessThanOrEqual(3000);
    expect(whysOf(readQuietDays([...most, '8月20日', '8月21日'].join('\n'), TODAY))).toEqual([
      [41, 'many'],
      [42, 'many'],
    ]);
  });

  it.each([
    ['默认', null],
    ['', null],
    ['usual', null],
    ['无', []],
    ['none', []],
  ])('“%s” stands for a whole ladder', (text, ladder) => {
    expect(valueIn(readLadder(text))).toEqual(ladder);
  });

  it('may name days to be taken out of a notice', () => {
    expect(valueIn(readNoticeLines('2017-01-27 取消', TODAY))).toEqual([
      { date: '2017-01-27', off: null, name: '' },
    ]);
  });

  it('never make the readers throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const read of [readHours, readLadder]) expect(read(text)).toBeDefined();
        for (const read of [readQuietDays, readNoticeLines]) expect(read(text, TODAY)).toBeDefined();
      }),
    );
  });
});
