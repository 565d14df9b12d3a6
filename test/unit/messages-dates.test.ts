import { describe, expect, it } from 'vitest';
import type { PeriodFacts } from '../../domain/facts.ts';
import { datesIn } from '../../messages/dates.ts';
import { at, on, period } from '../support/builders.ts';

const FRIDAY = { now: at('2016-08-05 16:00'), zone: 'Asia/Shanghai' };
const zh = datesIn('zh', FRIDAY);
const en = datesIn('en', FRIDAY);

const week = (id: string, from: string, to: string): PeriodFacts => ({
  id: period(id),
  kind: 'week',
  from: on(from),
  to: on(to),
});

describe('an instant', () => {
  it.each([
    ['2016-08-05 17:00', '8月5日 周五 17:00', 'Fri 5 Aug 17:00'],
    ['2017-01-10 17:30', '2017年1月10日 周二 17:30', 'Tue 10 Jan 2017 17:30'],
  ])('%s is said with its weekday, and its year only when it is another', (instant, chinese, english) => {
    expect(zh.at(at(instant))).toBe(chinese);
    expect(en.at(at(instant))).toBe(english);
  });

  it('at midnight is the end of the day before, when it is a deadline', () => {
    expect(zh.until(at('2016-08-08 00:00'))).toBe('8月7日 周日 24:00');
    expect(zh.closing(at('2016-08-08 00:00'))).toBe('本周日 24:00');
    expect(en.closing(at('2016-08-08 00:00'))).toBe('Sunday 24:00');
    expect(zh.closing(at('2016-08-15 00:00'))).toBe('8月14日 周日 24:00');
    expect(zh.closing(at('2016-08-01 00:00'))).toBe('7月31日 周日 24:00');
  });

  it('is told by the clock of the campaign, not of the machine', () => {
    const utc = datesIn('zh', { ...FRIDAY, zone: 'America/New_York' });
    expect(utc.at(at('2016-08-05 17:00'))).toBe('8月5日 周五 05:00');
  });

  it.each([
    ['2016-08-05 17:00', '今天 17:00', 'today 17:00'],
    ['2016-08-06 10:00', '明天 10:00', 'tomorrow 10:00'],
    ['2016-08-08 12:00', '8月8日 周一 12:00', 'Mon 8 Aug 12:00'],
    ['2016-08-06 00:00', '今天 24:00', 'today 24:00'],
  ])('%s is 今天 or 明天 when it is near', (instant, chinese, english) => {
    expect(zh.soon(at(instant))).toBe(chinese);
    expect(en.soon(at(instant))).toBe(english);
  });

  it('is marked 暂定 while the holiday notice is not known', () => {
    const due = { dueAt: at('2027-02-05 17:00'), provisional: true };
    expect(zh.due(due)).toBe('2027年2月5日 周五 17:00（暂定）');
    expect(en.due(due)).toBe('Fri 5 Feb 2027 17:00 (provisional)');
  });
});

describe('a day near by', () => {
  it.each([
    ['2016-08-01', '2016-08-05', '周五'],
    ['2016-08-01', '2016-08-07', '周日'],
    ['2016-08-03', '2016-08-09', '8月9日 周二'],
    ['2016-08-03', '2016-08-02', '8月2日 周二'],
  ])('seen from %s, %s is %s: a bare weekday is always of this week', (today, date, said) => {
    const seen = datesIn('zh', { now: at(`${today} 09:00`), zone: 'Asia/Shanghai' });
    expect(seen.near(on(date))).toBe(said);
  });
});

describe('what is left', () => {
  it.each([
    ['2016-08-06 09:00', '还差 1 天', '1 day left'],
    ['2016-08-08 09:00', '还差 3 天', '3 days left'],
    ['2016-08-05 18:30', '还有 2 小时', '2 hours left'],
    ['2016-08-05 16:20', '还有 20 分钟', '20 minutes left'],
    ['2016-08-06 00:00', '还有 8 小时', '8 hours left'],
  ])('until %s', (instant, chinese, english) => {
    expect(zh.left(at(instant))).toBe(chinese);
    expect(en.left(at(instant))).toBe(english);
  });

  it.each([
    ['2016-08-04 17:00', '逾期 1 天', '1 day overdue'],
    ['2016-08-05 14:00', '逾期 2 小时', '2 hours overdue'],
    ['2016-08-05 16:00', '刚过截止时间', 'just past the deadline'],
  ])('since %s', (instant, chinese, english) => {
    expect(zh.overdue(at(instant))).toBe(chinese);
    expect(en.overdue(at(instant))).toBe(english);
  });
});

describe('a period', () => {
  it.each([
    [week('2016-W31', '2016-08-01', '2016-08-07'), '第31周，8月1日—7日', 'week 31, 1–7 Aug'],
    [week('2016-W35', '2016-08-29', '2016-09-04'), '第35周，8月29日—9月4日', 'week 35, 29 Aug–4 Sep'],
    [
      week('2015-W32', '2015-08-03', '2015-08-09'),
      '2015年第32周，2015年8月3日—9日',
      'week 32 of 2015, 3–9 Aug 2015',
    ],
    [
      week('2016-W52', '2016-12-26', '2017-01-01'),
      '第52周，12月26日—2017年1月1日',
      'week 52, 26 Dec–1 Jan 2017',
    ],
    [{ id: period('2016-08'), kind: 'month', from: on('2016-08-01'), to: on('2016-08-31') }, '8月', 'August'],
    [
      { id: period('2017-01'), kind: 'month', from: on('2017-01-01'), to: on('2017-01-31') },
      '2017年1月',
      'January 2017',
    ],
    [{ id: period('once'), kind: 'once', from: on('2016-06-01'), to: on('2017-01-31') }, '', ''],
    [
      {
        id: period('phase:x'),
        kind: 'phase',
        name: '摸底排查',
        from: on('2016-06-16'),
        to: on('2016-06-30'),
      },
      '摸底排查阶段，6月16日—30日',
      'phase 摸底排查, 16–30 Jun',
    ],
  ] as [PeriodFacts, string, string][])('%o is said in both languages', (facts, chinese, english) => {
    expect(zh.period(facts)).toBe(chinese);
    expect(en.period(facts)).toBe(english);
  });

  it('of one day is that day', () => {
    expect(zh.span(on('2016-08-08'), on('2016-08-08'))).toBe('8月8日 周一');
  });
});

describe('several days', () => {
  it('name each month once', () => {
    const days = [on('2016-07-29'), on('2016-08-03'), on('2016-08-04')];
    expect(zh.dates(days)).toBe('7月29日、8月3日、4日');
    expect(en.dates(days)).toBe('29 Jul, 3, 4 Aug');
  });
});
