// The weeks before one sits down at the desk: always the same, believable, and ending where the tour begins.

import { describe, expect, it } from 'vitest';
import { chance, historyStart, planHistory } from '../../desk/history-plan.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { workCalendar } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/ids.ts';
import { civilOf } from '../../domain/zone.ts';
import { sampleCampaign } from './fake-bot.ts';
import { START } from './rig.ts';

const campaign = sampleCampaign();
const until = Date.parse(START) as Instant;
const from = historyStart(campaign, until);
const calendar = workCalendar('cn', holidayTable());
const plan = planHistory(campaign, calendar, from, until);
const ofWeek = (week: string) => plan.filter((one) => 'obligation' in one && one.obligation.endsWith(week));

const saidIn = (played: typeof plan) => played.flatMap((one) => (one.kind === 'said' ? [one.words] : []));

describe('the played work', () => {
  const meetings = {
    id: 'meeting',
    kind: 'consultation',
    rhythm: { every: 'month', day: 25, time: '15:00' },
  };
  const duties = [
    ...campaign.duties,
    { ...campaign.duties[1], ...meetings, onHoliday: { roll: 'next', nth: 1 } },
  ];
  const withMeetings = { ...campaign, duties } as typeof campaign;
  const played = planHistory(withMeetings, calendar, from, until);

  it('gives tasks, holds the meetings of both months and takes one incident', () => {
    const words = saidIn(played);
    expect(words.filter((said) => said === '督办 新建')).toHaveLength(6);
    expect(words.filter((said) => said === '会商 批准')).toHaveLength(2);
    expect(words.filter((said) => said.startsWith('急报'))).toHaveLength(4);
  });

  it('knows the number of every task by the order in which they are given and decided', () => {
    const drawn = played.flatMap((one) => {
      if (one.kind !== 'said') return [];
      if (one.words === '督办 新建') return [1];
      return one.words === '会商 批准' ? [one.at < until - 20 * 86_400_000 ? 1 : 3] : [];
    });
    const most = drawn.reduce((sum, count) => sum + count, 0);
    const numbers = saidIn(played).flatMap((said) => Number(/^督办 [^ ]+ (\d+)/.exec(said)?.[1] ?? 0) || []);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(most);
    expect(most).toBe(10);
    expect(saidIn(played).join()).not.toMatch(/[#@{}]/);
  });

  it('is left out where it would begin before the play does', () => {
    const late = planHistory(campaign, calendar, (until - 3 * 86_400_000) as Instant, until);
    expect(saidIn(late)).toEqual(['督办 新建']);
  });
});

describe('the played history', () => {
  it('begins on Monday afternoon eight weeks before, so that the bulletin of the tour is the ninth', () => {
    expect(civilOf(from, campaign.zone)).toEqual({ date: '2016-06-06', time: '13:00' });
    expect(plan.filter(({ kind }) => kind === 'bulletin')).toHaveLength(8);
  });

  it('is the same at every start', () => {
    expect(planHistory(campaign, calendar, from, until)).toEqual(plan);
    expect(chance('a')).toBe(chance('a'));
  });

  it('leaves four units owing in the current week', () => {
    expect(ofWeek('2016-W31')).toHaveLength(6);
  });

  it('misses one report, and has late ones, nil ones and none that was not yet open', () => {
    const weeks = ['W23', 'W24', 'W25', 'W26', 'W27', 'W28', 'W29', 'W30'];
    const filed = weeks.map((week) => ofWeek(`2016-${week}`).length);
    expect(filed.filter((count) => count === 9)).toHaveLength(1);
    expect(filed.filter((count) => count === 10)).toHaveLength(7);
    expect(plan.filter(({ kind }) => kind === 'nil').length).toBeGreaterThan(2);
  });

  it('files nothing that is due in half a year', () => {
    const final = { id: 'final', rhythm: { every: 'once', date: '2017-01-10', time: '17:30' } };
    const duties = campaign.duties.map((duty) => (duty.kind === 'report' ? { ...duty, ...final } : duty));
    const filed = planHistory({ ...campaign, duties } as typeof campaign, calendar, from, until);
    expect(filed.filter(({ kind }) => kind === 'report' || kind === 'nil')).toEqual([]);
  });

  it('lets nobody work at night but for an incident', () => {
    const ordinary = plan.filter((one) => !(one.kind === 'said' && one.words.startsWith('急报')));
    const hours = ordinary.map(({ at }) => civilOf(at, campaign.zone).time);
    expect(hours.filter((time) => time < '08:30' || time > '18:40')).toEqual([]);
  });
});
