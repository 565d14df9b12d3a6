// Times as people say them, each as the days or the period it stands for in a reading.

import { describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import type { Read, Slots } from '../../commands/ask/reading.ts';
import { postingOf, sampleCampaign } from '../ask/score.ts';
import { at } from '../support/builders.ts';

const reader = createReader(sampleCampaign());
const read = (text: string, now = '2016-10-12 10:00', context?: string): Read =>
  reader.read({
    text,
    now: at(now),
    postings: [postingOf('office_staff:jrb')],
    ...(context !== undefined && { context }),
  });
const slots = (got: Read): Slots => ('intent' in got ? got : {});
const days = (got: Read) => [slots(got).from, slots(got).to];

describe('a long time', () => {
  it.each([
    ['三季度', '2016-07-01', '2016-09-30'],
    ['第三季度', '2016-07-01', '2016-09-30'],
    ['上季度', '2016-07-01', '2016-09-30'],
    ['下半年', '2016-07-01', '2016-12-31'],
    ['7月到9月', '2016-07-01', '2016-09-30'],
    ['7至9月', '2016-07-01', '2016-09-30'],
    ['7、8月', '2016-07-01', '2016-08-31'],
    ['9月中旬', '2016-09-11', '2016-09-20'],
    ['8月上半月', '2016-08-01', '2016-08-15'],
    ['第31周到第33周', '2016-08-01', '2016-08-21'],
    ['31到33周', '2016-08-01', '2016-08-21'],
    ['8月8日到15日', '2016-08-08', '2016-08-15'],
    ['最近八周', '2016-08-18', '2016-10-12'],
    ['过去三个月', '2016-07-13', '2016-10-12'],
    ['近半年', '2016-04-13', '2016-10-12'],
    ['9月以来', '2016-09-01', undefined],
    ['截至9月底', undefined, '2016-09-30'],
    ['国庆长假', '2016-10-01', '2016-10-07'],
    ['国庆三天假期', '2016-10-01', '2016-10-03'],
  ])('is told in days: %s', (time, from, to) =>
    expect(days(read(`${time}一共发现多少问题`))).toEqual([from, to]),
  );

  it.each([
    ['in Q3', '2016-07-01', '2016-09-30'],
    ['in the third quarter', '2016-07-01', '2016-09-30'],
    ['in mid-September', '2016-09-11', '2016-09-20'],
    ['between 8 and 15 August', '2016-08-08', '2016-08-15'],
    ['from July to September', '2016-07-01', '2016-09-30'],
    ['in weeks 31 to 33', '2016-08-01', '2016-08-21'],
    ['in the last eight weeks', '2016-08-18', '2016-10-12'],
    ['since 1 September', '2016-09-01', undefined],
    ['since Monday', '2016-10-10', undefined],
  ])('is told in days: %s', (time, from, to) =>
    expect(days(read(`how many problems were found ${time}`))).toEqual([from, to]),
  );

  it.each([
    ['who was late in the week of 8 August', '2016-W32'],
    ['8月10日那周谁迟报了', '2016-W32'],
    ['8月一共几家迟报', '2016-08'],
    ['查下8月份谁迟报了', '2016-08'],
    ['本周比上周多排查了多少家', '2016-W41'],
  ])('is one period where it can be: %s', (text, period) => expect(read(text)).toMatchObject({ period }));
});

describe('a deadline', () => {
  it.each([
    ['国庆前', '2016-09-20 09:00', '2016-09-30'],
    ['元旦前', '2016-12-19 09:00', '2016-12-31'],
    ['中秋前', '2016-09-01 09:00', '2016-09-14'],
    ['春节前', '2016-12-19 09:00', '2017-01-27'],
    ['周末前', '2016-08-10 09:00', '2016-08-12'],
  ])('before a feast or a weekend ends the day before: %s', (time, now, to) =>
    expect(read(`${time}还要交哪些东西`, now)).toMatchObject({ intent: 'due', to }),
  );

  it.each([
    ['8月15日前', '2016-08-10 09:00', '2016-08-15'],
    ['本月15日前', '2016-08-10 09:00', '2016-08-15'],
    ['周五下午五点前', '2016-08-10 09:00', '2016-08-12'],
    ['下班前', '2016-08-10 09:00', '2016-08-10'],
  ])('includes its day: %s', (time, now, to) =>
    expect(read(`${time}还要交哪些东西`, now)).toMatchObject({ intent: 'due', to }),
  );
});

describe('this year', () => {
  it('is told where it is not all the time there is', () => {
    expect(days(read('今年谁没报周报'))).toEqual(['2016-01-01', '2016-12-31']);
    expect(days(read('今年一共查了多少家'))).toEqual([undefined, undefined]);
    expect(days(read('今年一共查了多少家', '2017-01-12 10:00'))).toEqual(['2017-01-01', '2017-12-31']);
  });
});

describe('下 before a weekly report', () => {
  it('is no next week where somebody does something with it', () => {
    expect(read('我来填下周报')).not.toHaveProperty('period');
    expect(read('下周报什么')).toMatchObject({ intent: 'due', from: '2016-10-17' });
  });
});

describe('days reckoned from others', () => {
  it('run from a weekday to the one after it', () => {
    expect(days(read('下周一到周三有什么到期'))).toEqual(['2016-10-17', '2016-10-19']);
  });

  it('lie beside those of the question before', () => {
    const context = "what's due tomorrow";
    expect(days(read('and the day after?', '2016-09-06 09:00', context))).toEqual([
      '2016-09-08',
      '2016-09-08',
    ]);
  });
});

describe('a time to come', () => {
  it('makes what is told of the past unsure', () => {
    expect(slots(read('W01谁迟报了')).period).toBe('2017-W01');
    expect(read('W01谁迟报了')).toHaveProperty(
      'sure',
      expect.toSatisfy((sure) => (sure as number) < 0.7),
    );
  });
});
