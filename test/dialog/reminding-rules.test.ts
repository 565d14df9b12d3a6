// The finer rules of reminding, one by one: who is there on the day on which it is said, what a new deadline tells, ladders
// of a campaign's own, what an outage of Slack leaves to be said, and what goes on after the campaign's end.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { at } from '../support/builders.ts';
import { expectKind, fullReport, rowId } from '../support/dialog.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World, type WorldOptions } from '../support/world.ts';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

const week31 = (options: WorldOptions = {}): Promise<World> =>
  aWorld(fresh.store, { from: '2016-08-02 12:00', ...options });
/** What was sent that mentions one of the words. */
const newsAbout = (world: World, ...words: string[]) =>
  world.news().filter((line) => words.some((word) => line.includes(word)));
const load = async (world: World, text: string) => {
  const result = await importCampaign(world.deps, text, { dryRun: false, source: 'test' });
  expect(result.kind).toBe('applied');
  await world.pass();
};
const file = (world: World, person: string, unit: string, period = '2016-W31') =>
  world.press(person, 'report', { obligation: rowId('weekly', unit, period), values: fullReport() });
const laddered = (duty: string, ...steps: [at: string, to: string][]) =>
  SAMPLE.replace(
    `    due: ${duty}\n`,
    `    due: ${duty}\n    ladder:\n${steps.map(([when, to]) => `      - { at: ${when}, to: [${to}] }\n`).join('')}`,
  );

describe('leave', () => {
  it('on the morning on which a chase is told passes it on, though it was asked for the evening before', async () => {
    const world = await week31();
    await world.jumpTo('2016-08-03 19:00');
    world.news();
    await world.say('安警官', '请假 8月4日');
    await world.say('安副手', '请假 8月4日');
    await world.say('文书一', '催报 市公安局');
    await world.liveUntil('2016-08-04 08:40');
    expect(newsAbout(world, 'gaj').filter((line) => line.includes('chase'))).toEqual([
      '08-04 08:30 安局长: chase weekly gaj',
    ]);
  });

  it('on the morning after an outage passes on the step that is said then', async () => {
    const world = await week31();
    await world.say('安警官', '请假 8月4日');
    await world.jumpTo('2016-08-03 20:00');
    world.news();
    await world.liveUntil('2016-08-04 08:40');
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-04 08:30 安副手: notice weekly gaj']);
  });
});

describe('a new deadline', () => {
  it('that leaves no time for steps is told at once to who was never reminded', async () => {
    const world = await week31();
    await load(world, SAMPLE.replace('due: fri 17:00', 'due: wed 17:00'));
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-02 12:00 安警官: eve weekly gaj']);
    await world.liveUntil('2016-08-03 16:00');
    expect(newsAbout(world, 'weekly gaj').sort()).toEqual([
      '08-03 15:00 安副手: last_call weekly gaj',
      '08-03 15:00 安警官: last_call weekly gaj',
    ]);
  });

  it('does not touch the date that was given with a return', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-03 10:00');
    await file(world, '安警官', 'gaj');
    await world.say('文书一', '退回 市公安局 第31周 数据不全 8月9日前');
    world.news();
    await load(world, SAMPLE.replace('due: fri 17:00', 'due: thu 17:00'));
    await world.liveUntil('2016-08-05 18:00');
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-05 09:00 安警官: notice weekly gaj']);
  });

  it('from a holiday notice moves what is open, and tells who was reminded', async () => {
    const days = ['2016-08-05', '2016-08-04'].map((date) => `    - { date: ${date}, off: true, name: 调休 }`);
    const world = await week31();
    await world.liveUntil('2016-08-03 10:00');
    world.news();
    await load(world, SAMPLE.replace('people:\n', `holidays:\n  days:\n${days.join('\n')}\n\npeople:\n`));
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-03 10:00 安警官: deadline_changed weekly gaj']);
    expect(await world.store.find('obligation', rowId('weekly', 'gaj', '2016-W31'))).toMatchObject({
      dueAt: at('2016-08-03 17:00'),
      wantedOn: '2016-08-05',
      shiftedBy: '调休',
    });
  });
});

describe('a ladder of the campaign’s own', () => {
  it('tells the unit and the office in one moment, and somebody of both steps the later one', async () => {
    const campaign = laddered(
      'fri 17:00',
      ['-1wd 18:00', 'liaison, deputy'],
      ['-1wd 19:00', 'deputy'],
      ['-1wd 20:00', 'office'],
    );
    const world = await week31({ campaign });
    await world.liveUntil('2016-08-04 18:30');
    const told = newsAbout(world, 'weekly gaj').map((line) =>
      line.replace(/ -1wd 20:00 weekly (?!gaj)\S+ \+/g, ''),
    );
    expect(told.map((line) => line.replace(/ \+ .*/, '')).sort()).toEqual([
      '08-04 18:00 安副手: -1wd 19:00 weekly gaj',
      '08-04 18:00 安警官: -1wd 18:00 weekly gaj',
      '08-04 18:00 文书一: -1wd 20:00 weekly gaj',
    ]);
  });

  it('on the morning of the deadline itself comes before it, and is left out afterwards', async () => {
    const world = await week31({ campaign: laddered('fri 17:00', ['-0wd 09:00', 'liaison']) });
    await world.liveUntil('2016-08-05 18:00');
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-05 09:00 安警官: -0wd 09:00 weekly gaj']);
  });

  it('that names the office’s director for a duty of the office tells the director', async () => {
    const world = await week31({ campaign: laddered('mon 12:00', ['-3h', 'office_director']) });
    await world.liveUntil('2016-08-08 11:00');
    expect(newsAbout(world, ' bulletin jrb')).toEqual(['08-08 09:00 金主任: -3h bulletin jrb']);
  });
});

describe('a duty of the office', () => {
  it('goes to its staff, then to its director, and the second escalation only reddens', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-11 18:00');
    const said = world.sent.flatMap(({ at: when, to, said: words }) =>
      words
        .filter((each) => each.includes(' bulletin jrb') || each.startsWith('bulletin_drafted'))
        .map((each) => `${when.slice(5)} ${to} ${each}`),
    );
    expect(said.sort()).toEqual([
      '08-04 09:00 文书一 notice bulletin jrb',
      '08-05 09:00 文书一 eve bulletin jrb',
      '08-08 08:30 文书一 bulletin_drafted 2016-W32',
      '08-08 10:00 文书一 last_call bulletin jrb',
      '08-08 12:00 文书一 overdue bulletin jrb',
      '08-08 12:00 金主任 overdue bulletin jrb',
      '08-09 09:00 金主任 escalation_1 bulletin jrb',
      '08-11 09:00 文书一 notice bulletin jrb',
    ]);
  });
});

describe('when Slack could not be reached', () => {
  const down = (world: World) =>
    world.sender.decide(() => ({ kind: 'not_sent', retryAtMs: world.clock.process() }));

  it('a reminder that waited past the deadline is not replayed: only the latest step is said', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-05 14:00');
    down(world);
    await world.liveUntil('2016-08-05 17:10');
    world.news();
    world.sender.decide(() => null);
    await world.pass();
    expect(newsAbout(world, 'weekly gaj').sort()).toEqual([
      '08-05 17:10 安副手: overdue weekly gaj',
      '08-05 17:10 安局长: overdue weekly gaj',
      '08-05 17:10 安警官: overdue weekly gaj',
    ]);
  });

  it('over two steps before the deadline says the later one only', async () => {
    const world = await week31();
    down(world);
    await world.liveUntil('2016-08-04 09:30');
    world.sender.decide(() => null);
    await world.pass();
    expect(newsAbout(world, 'weekly gaj')).toEqual(['08-04 09:30 安警官: eve weekly gaj']);
  });

  it('until the night says in the morning only what then still makes sense', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-05 14:00');
    down(world);
    await world.liveUntil('2016-08-05 19:00');
    world.news();
    world.sender.decide(() => null);
    await world.liveUntil('2016-08-08 08:45');
    expect(newsAbout(world, 'weekly gaj').sort()).toEqual([
      '08-08 08:30 安副手: overdue weekly gaj',
      '08-08 08:30 安局长: overdue weekly gaj',
      '08-08 08:30 安警官: overdue weekly gaj',
    ]);
  });
});

describe('after the campaign’s end', () => {
  it('reminders go on until what is owed is met', async () => {
    const world = await aWorld(fresh.store, { from: '2017-01-03 08:00' });
    await world.liveUntil('2017-01-31 23:00');
    world.news();
    await world.liveUntil('2017-02-20 18:00');
    const told = world.sent.flatMap(({ at: when, to, said }) =>
      said.filter((each) => each.endsWith(' bulletin jrb')).map((each) => `${when} ${to} ${each}`),
    );
    expect(told.filter((line) => line > '2017-02').sort()).toEqual([
      '2017-02-03 10:00 文书一 last_call bulletin jrb',
      '2017-02-03 12:00 文书一 overdue bulletin jrb',
      '2017-02-03 12:00 金主任 overdue bulletin jrb',
      '2017-02-04 09:00 金主任 escalation_1 bulletin jrb',
    ]);
  });
});

describe('returned twice', () => {
  it('keeps the later of the dates that were given, and starts the ladder again each time', async () => {
    const world = await week31();
    await world.liveUntil('2016-08-04 10:00');
    await file(world, '安警官', 'gaj');
    await world.say('文书一', '退回 市公安局 第31周 数据不全 8月11日前');
    await world.liveUntil('2016-08-05 10:00');
    await file(world, '安警官', 'gaj');
    const again = await world.say('文书一', '退回 市公安局 第31周 仍不全');
    expect(expectKind(again, 'returned').obligation.dueAt).toBe(at('2016-08-11 17:30'));
    world.news();
    await world.liveUntil('2016-08-12 08:00');
    const told = world.sent.flatMap(({ at: when, to, content }) =>
      content.kind === 'told' && to === '安警官'
        ? content.items.flatMap((item) =>
            item.kind === 'reminder' && item.obligation.period.id === '2016-W31'
              ? [`${when.slice(5)} ${item.reminder.step}`]
              : [],
          )
        : [],
    );
    expect(told.filter((line) => line > '08-05')).toEqual([
      '08-09 09:00 notice',
      '08-10 09:00 eve',
      '08-11 15:30 last_call',
      '08-11 17:30 overdue',
    ]);
  });
});
