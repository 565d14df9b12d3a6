// Answers to 搜索 on Friday 2016-08-05 at 16:00: hits of every kind, a second screen, nothing found, and nothing to look for.

import type { FoundOutcome, Hit } from '../../domain/ask/found.ts';
import type { DutyFacts } from '../../domain/facts.ts';
import { as, type CampaignId } from '../../domain/ids.ts';
import { at, on } from './builders.ts';
import { MOMENT, MONTH, unit, WEEK, WEEKLY } from './sample-facts.ts';

const CAMPAIGN = as<CampaignId>('loudi-2016');
const MEETING: DutyFacts = { id: as('consultation'), name: '领导小组会议', kind: 'consultation' };
const REPORT = {
  what: 'report',
  obligation: 'loudi-2016/weekly/gaj/2016-W31',
  duty: WEEKLY,
  period: WEEK,
} as const;
const TASK = { task: 'loudi-2016/task/2016/3', year: 2016, no: 3, title: '整改虚假广告' } as const;
const MEETING_OF = { consultation: 'loudi-2016/consultation/2016-08', duty: MEETING, period: MONTH } as const;

const excerpt = (before: string, found: string, after: string): Hit['excerpt'] => [
  { text: before, found: false },
  { text: found, found: true },
  { text: after, found: false },
];

const hits: Hit[] = [
  {
    ...REPORT,
    unit: unit('gaj'),
    at: at('2016-08-05 15:42'),
    excerpt: excerpt('…对 12 家投资理财公司开展', '风险排查', '，发现问题 4 个，已责令整改。'),
  },
  { ...TASK, what: 'task', at: at('2016-08-01 09:00'), excerpt: excerpt('结合', '风险排查', '清理违规广告') },
  { ...TASK, what: 'entry', at: at('2016-08-03 10:30'), excerpt: excerpt('', '风险排查', '已完成过半') },
  {
    ...MEETING_OF,
    what: 'topic',
    unit: unit('gsj'),
    at: at('2016-08-02 11:00'),
    excerpt: excerpt('关于延长', '风险排查', '期限的请示'),
  },
  {
    ...MEETING_OF,
    what: 'decision',
    unit: unit('gaj'),
    at: at('2016-07-28 17:00'),
    excerpt: excerpt('市公安局牵头开展', '风险排查', '“回头看”'),
  },
  {
    ...MEETING_OF,
    what: 'minutes',
    unit: null,
    at: at('2016-07-28 17:00'),
    excerpt: excerpt('会议听取了', '风险排查', '情况汇报'),
  },
];

const all: FoundOutcome = {
  kind: 'found',
  ...MOMENT,
  campaign: CAMPAIGN,
  query: '风险排查',
  usable: true,
  where: null,
  units: null,
  area: null,
  days: null,
  own: false,
  hits,
  offset: 0,
  of: 42,
  isMore: false,
  next: { campaign: CAMPAIGN, reading: { intent: 'search', query: '风险排查' }, offset: 6 },
};

/** Of each way in which a search can end, one. */
export const foundOutcomes: FoundOutcome[] = [
  all,
  { ...all, offset: 6, of: 200, isMore: true, next: { ...all.next, offset: 12 } },
  {
    ...all,
    where: 'reports',
    units: [unit('gaj')],
    days: { from: on('2016-08-01'), to: on('2016-08-07') },
    own: true,
    hits: hits.slice(0, 1),
    of: 1,
    next: null,
  },
  { ...all, query: '资金池', own: true, hits: [], of: 0, next: null },
  {
    ...all,
    query: '资金池',
    where: 'tasks',
    days: { from: on('2016-08-01'), to: null },
    hits: [],
    of: 0,
    next: null,
  },
  { ...all, query: '', usable: false, hits: [], of: 0, next: null },
];
