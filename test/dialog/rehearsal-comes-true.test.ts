// The rehearsal says what time will bring; here time brings it. Whatever the campaign, the calendar, the leaves and what was
// filed, noted or returned before: if nobody acts, what is sent afterwards is what was rehearsed, by person and minute.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { readRehearsalSources } from '../../db/rehearsal-sources.ts';
import type { RehearsedSend } from '../../domain/facts.ts';
import { as, type CampaignId } from '../../domain/ids.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import { rehearse } from '../../domain/rehearsal.ts';
import { civilOf } from '../../domain/zone.ts';
import { fullReport, rowId } from '../support/dialog.ts';
import { done, giveTask, OFFICE, taskIn } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type Sent, type World } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const CAMPAIGN = as<CampaignId>('loudi-2016');

const NAMED_BY_STEP = ['reminder', 'task_reminder', 'consultation', 'incident'];

function rehearsedLine({ at: when, to, what, step, task, duty, unit, period }: RehearsedSend): string {
  const { date, time } = civilOf(when, 'Asia/Shanghai');
  const said = NAMED_BY_STEP.includes(what) ? step : what;
  const name = 'channel' in to ? to.channel : to.name;
  return [date, time, name, said, task && `#${task.no}`, duty?.id, unit?.id, period?.id]
    .filter(Boolean)
    .join(' ');
}

const STEPS: Record<string, string> = {
  topics_called: 'topics',
  agenda_drafted: 'agenda',
  agenda_due: 'agenda_due',
  invited: 'invite',
  minutes_due: 'minutes',
};

function itemWords(item: NoticeItem): (string | undefined)[] {
  switch (item.kind) {
    case 'bulletin_drafted':
      return [item.kind, item.bulletin.duty.id, 'jrb', item.bulletin.period.id];
    case 'unit_unreachable':
      return [item.kind, item.duty.id, item.unit.id, item.period.id];
    case 'receipt':
    case 'late_report':
      return [item.kind, item.report.obligation.duty.id, item.report.obligation.unit.id];
    case 'person_unbound':
    case 'channel_trouble':
    case 'delivery_refused':
    case 'database_trouble':
    case 'handed_over':
    case 'stand_in':
      return [item.kind];
    case 'incident':
      return [item.call ? 'call' : item.kind];
    case 'task':
      return [item.kind, `#${item.task.no}`, item.task.lead.id];
    case 'task_reminder':
      return [item.step, `#${item.task.no}`, item.task.lead.id];
    case 'consultation':
      return [STEPS[item.news] ?? item.kind, item.consultation.duty.id, item.consultation.period.id];
    case 'topic':
      return [item.kind, item.consultation.duty.id, item.consultation.period.id];
    default: {
      const { duty, unit, period } = item.obligation;
      return [item.kind === 'reminder' ? item.reminder.step : item.kind, duty.id, unit.id, period.id];
    }
  }
}

/** An update is no news, and nobody is told by it. */
const isNews = ({ isUpdate }: Sent): boolean => !isUpdate;

const sentLines = ({ at: when, to, content }: Sent): string[] =>
  content.kind === 'told'
    ? content.items.map((item) => [when, to, ...itemWords(item)].filter(Boolean).join(' '))
    : [`${when} ${to} ${content.kind}`];

const withLadder = (steps: string) => SAMPLE.replace('    due: fri 17:00\n', `    due: fri 17:00\n${steps}`);

type Before = (world: World) => Promise<void>;
const nothing: Before = async () => {};

const SCENARIOS: [name: string, campaign: string, from: string, rehearsedAt: string, before: Before][] = [
  ['from the first moment', SAMPLE, '2016-06-01 08:00', '2016-06-01 08:00', nothing],
  ['from a Friday afternoon', SAMPLE, '2016-07-25 08:00', '2016-08-05 15:30', nothing],
  ['from a Saturday night', SAMPLE, '2016-07-25 08:00', '2016-08-06 23:10', nothing],
  ['over the October week', SAMPLE, '2016-09-19 08:00', '2016-09-28 12:00', nothing],
  ['over the Spring Festival', SAMPLE, '2017-01-02 08:00', '2017-01-20 10:00', nothing],
  ['past the end of the campaign', SAMPLE, '2017-01-02 08:00', '2017-01-26 10:00', nothing],
  [
    'with deadlines at night, early in the morning and on Sundays',
    SAMPLE.replace('due: fri 17:00', 'due: fri 23:00')
      .replace('due: mon 12:00', 'due: mon 07:00')
      .replace('due: 25 15:00', 'due: 7 15:00')
      .replaceAll('on_holiday: next', 'on_holiday: keep'),
    '2016-07-25 08:00',
    '2016-08-03 12:00',
    nothing,
  ],
  [
    'with a grace and a ladder of the campaign’s own',
    withLadder(
      '    grace: 45\n    ladder:\n      - { at: -30wd, to: [liaison] }\n      - { at: -0wd 08:30, to: [liaison, deputy] }\n' +
        '      - { at: -1h, to: [liaison] }\n      - { at: +0, to: [liaison, head] }\n      - { at: +2h, to: [deputy] }\n' +
        '      - { at: +1wd 09:00, to: [office] }\n      - { at: +1wd 10:00, to: [office_director] }\n',
    ),
    '2016-06-20 08:00',
    '2016-07-26 12:00',
    nothing,
  ],
  [
    'with some who reported, some who were returned and some who noted',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-03 10:00',
    async (world) => {
      const file = (person: string, unit: string) =>
        world.press(person, 'report', {
          obligation: rowId('weekly', unit, '2016-W31'),
          values: fullReport(),
        });
      await file('安警官', 'gaj');
      await file('尚工商', 'gsj');
      await world.say('文书一', '退回 市公安局 第31周 数据不全 8月9日前');
      await world.press('银人行', 'note', { obligation: rowId('weekly', 'rmyh', '2016-W31') });
    },
  ],
  [
    'with people on leave, from today and from later on',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-03 10:00',
    async (world) => {
      await world.say('安警官', '请假 8月4日到8月5日');
      await world.say('安副手', '请假 8月5日');
      await world.say('尚工商', '请假 8月5日');
      await world.say('文书一', '请假 8月8日到8月9日');
    },
  ],
  [
    'with people on leave who named somebody to stand in',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-03 10:00',
    async (world) => {
      await world.say('安警官', '请假 8月4日到8月5日 由安局长代');
      await world.say('安局长', '请假 8月5日 由安副手代');
      await world.say('尚工商', '请假 8月5日');
      await world.say('文书一', '请假 8月8日到8月9日 由金主任代');
    },
  ],
  [
    'with a chase that waits for the morning',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-04 21:00',
    async (world) => {
      await world.say('文书一', '催报 周报');
      await world.press('安警官', 'report', {
        obligation: rowId('weekly', 'gaj', '2016-W31'),
        values: fullReport(),
      });
    },
  ],
  [
    'with a chase in the evening before people go on leave',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-04 21:00',
    async (world) => {
      await world.say('安警官', '请假 8月5日');
      await world.say('安副手', '请假 8月5日');
      await world.say('文书一', '催报 周报');
      await world.say('尚工商', '请假 8月5日');
    },
  ],
  [
    'with a definition that was imported a moment ago',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-03 12:00',
    async (world) => {
      const text = SAMPLE.replace('due: fri 17:00', 'due: thu 12:00').replace(
        'due: 25 15:00',
        'due: 5 15:00',
      );
      await importCampaign(world.deps, text, { dryRun: false, source: 'test' });
    },
  ],
  [
    'with tasks that nobody signs for, feeds back on or closes',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-03 16:00',
    async (world) => {
      await giveTask(world, { dueOn: '2016-08-10', helpers: 'gsj', feedback: '2' });
      await giveTask(world, { dueOn: '2016-08-05', lead: 'gsj', priority: 'urgent', feedback: 'week' });
      await taskIn(world, 'in_progress', { dueOn: '2016-08-08', feedback: '1' });
      await taskIn(world, 'in_review', { dueOn: '2016-08-12' });
      await taskIn(world, 'closed', { dueOn: '2016-08-12' });
    },
  ],
  [
    'with a task that is overdue, one given in the night, and one whose people are away',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-04 15:00',
    async (world) => {
      await giveTask(world, { dueOn: '2016-08-05', lead: 'rmyh' });
      await world.say('安警官', '请假 8月9日到8月11日');
      await world.liveUntil('2016-08-08 20:00');
      await giveTask(world, { dueOn: '2016-08-11' });
      await done(world, OFFICE, await giveTask(world), 'withdraw', { reason: '并入他项' });
    },
  ],
  [
    'with a chain of steps over the October week',
    SAMPLE,
    '2016-09-19 08:00',
    '2016-09-26 10:00',
    async (world) => {
      const steps = '初验 市公安局 3个工作日\n公示 市公安局 5个自然日\n签发 市工商局 2个工作日';
      const chain = await giveTask(world, { lead: '', dueOn: '', steps });
      await done(world, '安警官', chain, 'step_done', { text: '已初验' });
      await giveTask(world, { lead: '', dueOn: '', steps });
    },
  ],
  [
    'with an incident in the night that nobody takes',
    SAMPLE,
    '2016-07-25 08:00',
    '2016-08-05 22:10',
    async (world) => {
      const values = { what: '负责人失联', where: '', amount: '', people: '', done: '', phoned: '周正' };
      await world.press('安警官', 'incident', { verb: 'report', values });
      await world.say('金主任', '请假 8月8日');
    },
  ],
  ['over the month of a consultation', SAMPLE, '2016-08-01 08:00', '2016-08-17 12:00', nothing],
  ['over a consultation that is after a holiday', SAMPLE, '2016-09-01 08:00', '2016-09-12 12:00', nothing],
  [
    'with a consultation that a new definition puts on another day',
    SAMPLE,
    '2016-08-01 08:00',
    '2016-08-19 12:00',
    async (world) => {
      await giveTask(world, { dueOn: '2016-08-24' });
      const text = SAMPLE.replace('due: 25 15:00', 'due: 29 15:00');
      await importCampaign(world.deps, text, { dryRun: false, source: 'test' });
    },
  ],
  [
    'after an outage that lasted into the night',
    withLadder(
      '    ladder:\n      - { at: -1wd, to: [liaison] }\n      - { at: +1wd 08:30, to: [liaison, office] }\n',
    ),
    '2016-08-02 12:00',
    '2016-08-02 12:00',
    (world) => world.jumpTo('2016-08-04 22:00'),
  ],
];

it.each(SCENARIOS)(
  'comes true %s',
  async (_, campaign, from, rehearsedAt, before) => {
    const world = await aWorld(fresh.store, { campaign, from });
    await world.liveUntil(rehearsedAt);
    await before(world);
    const told = world.sent.length;
    const start = world.deps.now();
    const end = as<typeof start>(start + 14 * 86_400_000);
    const row = (await world.store.find('campaign', CAMPAIGN))!;
    const sources = await readRehearsalSources(world.store, row, world.deps.holidays);
    const rehearsed = rehearse(sources, start, end).map(rehearsedLine);
    const { date, time } = civilOf(end, 'Asia/Shanghai');
    await world.pass();
    await world.liveUntil(`${date} ${time}`);
    const lived = world.sent.slice(told).filter(isNews).flatMap(sentLines);
    expect(lived.length).toBeGreaterThan(10);
    expect(rehearsed.sort()).toEqual(lived.sort());
    expect(world.deps.now()).toBe(end);
  },
  60_000,
);
