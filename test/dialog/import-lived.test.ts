// Importing again while the bot runs: what it ends, moves, brings back, and whom it tells. Nothing with a past is deleted.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { at } from '../support/builders.ts';
import { expectKind, fullReport, rowId } from '../support/dialog.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-07-25 08:00' });
  await world.liveUntil('2016-08-03 12:00');
  world.news();
});
afterEach(() => fresh.close());

const load = async (text: string) => {
  const result = await importCampaign(world.deps, text, { dryRun: false, source: 'test' });
  expect(result.kind).toBe('applied');
  await world.pass();
};
const without = (pattern: RegExp) => SAMPLE.replace(pattern, '');
const row = async (duty: string, unit: string, period: string) =>
  (await world.store.find('obligation', rowId(duty, unit, period)))!;
const about = (unit: string) => world.news().filter((line) => line.includes(` ${unit}`));
const WITHOUT_GSJ = SAMPLE.replace(/ {2}- \{ id: gsj.*\n/, '')
  .replace(/.*尚工商.*\n/, '')
  .replace('[rmyh, yjfj, gsj, gaj', '[rmyh, yjfj, gaj')
  .replace(/.*互联网金融广告.*\n/, '');

describe('a unit that the file no longer names', () => {
  it('is ended: what it owes is waived and not asked for, what it filed stays', async () => {
    await world.press('尚工商', 'report', {
      obligation: rowId('weekly', 'gsj', '2016-W30'),
      values: fullReport(),
    });
    world.news();
    await load(WITHOUT_GSJ);
    await world.liveUntil('2016-08-09 18:00');
    expect(about('gsj')).toEqual([]);
    expect(await row('weekly', 'gsj', '2016-W31')).toMatchObject({ state: 'waived', waiver: 'unit_ended' });
    expect(await row('weekly', 'gsj', '2016-W30')).toMatchObject({ state: 'submitted', latestNo: 1 });
    expect(await world.store.find('obligation', rowId('weekly', 'gsj', '2016-W32'))).toBeNull();
    const { definition } = (await world.store.find('campaign', 'loudi-2016'))!;
    expect(definition.units.find(({ id }) => id === 'gsj')).toMatchObject({ to: '2016-08-02' });
  });

  it('and then does again owes what it owed, as long as there is time, and hears of it', async () => {
    await load(WITHOUT_GSJ);
    await load(SAMPLE);
    expect(await row('weekly', 'gsj', '2016-W31')).toMatchObject({ state: 'open', waiver: null });
    expect(await row('final-report', 'gsj', 'once')).toMatchObject({ state: 'open', waiver: null });
    await world.liveUntil('2016-08-05 16:00');
    expect(about('gsj')).toEqual([
      '08-04 09:00 尚工商: eve weekly gsj',
      '08-05 15:00 尚工商: last_call weekly gsj',
    ]);
  });

  it('and does again after the deadline is not asked for what passed meanwhile', async () => {
    await load(WITHOUT_GSJ);
    await world.liveUntil('2016-08-05 18:00');
    await load(SAMPLE);
    expect(await row('weekly', 'gsj', '2016-W31')).toMatchObject({ state: 'waived', waiver: 'unit_ended' });
  });
});

describe('a duty that the file no longer names', () => {
  const WITHOUT_FINAL = SAMPLE.slice(0, SAMPLE.indexOf('  - id: final-report'));

  it('is ended: its open rows are waived, and no more are opened', async () => {
    await load(WITHOUT_FINAL);
    expect(await row('final-report', 'gaj', 'once')).toMatchObject({ state: 'waived', waiver: 'duty_ended' });
    const { definition } = (await world.store.find('campaign', 'loudi-2016'))!;
    expect(definition.duties.find(({ id }) => id === 'final-report')).toMatchObject({ to: '2016-08-02' });
  });

  it('and then does again is owed as before', async () => {
    await load(WITHOUT_FINAL);
    await load(SAMPLE);
    expect(await row('final-report', 'gaj', 'once')).toMatchObject({ state: 'open', waiver: null });
  });
});

describe('a person', () => {
  it('whose e-mail changed stays who they are and is reminded at the new address, once', async () => {
    const old = (await world.store.list('person', { where: { name: '尚工商' } }))[0]!;
    await load(SAMPLE.replace('shang@loudi.example', 'shang.new@loudi.example'));
    await world.liveUntil('2016-08-04 10:00');
    const told = (
      await world.store.list('intent', { where: { about: rowId('weekly', 'gsj', '2016-W31') } })
    ).filter(({ slotAt }) => slotAt > at('2016-08-03 12:00'));
    expect(told).toHaveLength(1);
    expect(told[0]!.recipient).toBe(old.id);
    const [now, ...others] = await world.store.list('person', { where: { name: '尚工商' } });
    expect(now).toMatchObject({ id: old.id, email: 'shang.new@loudi.example' });
    expect(now!.slack).not.toBe(old.slack);
    expect(others).toEqual([]);
  });

  it('who is no longer named is not told any more; the unit without anybody is told to the office', async () => {
    await load(without(/.*尚工商.*\n/));
    await world.liveUntil('2016-08-04 10:00');
    expect(about('gsj')).toEqual(['08-04 09:00 文书一: notice bulletin jrb + unit_unreachable gsj nobody']);
  });
});

describe('what is known from the import on', () => {
  it('a unit added on Friday afternoon owes this week, and not the weeks before', async () => {
    await world.liveUntil('2016-08-05 15:30');
    await load(SAMPLE.replace('\npeople:', '\n  - { id: jyj, name: 市教育局, kind: member }\n\npeople:'));
    const rows = await world.store.list('obligation', { where: { unit: 'jyj' as never }, orderBy: 'dueAt' });
    expect(
      rows
        .filter(({ duty }) => duty === 'weekly')
        .map(({ period, state, waiver }) => [period, state, waiver]),
    ).toEqual([
      ...['22', '23', '24', '25', '26', '27', '28', '29', '30'].map((week) => [
        `2016-W${week}`,
        'waived',
        'before_start',
      ]),
      ['2016-W31', 'open', null],
    ]);
  });

  it('a new ladder holds from its next step on', async () => {
    await load(
      SAMPLE.replace(
        '    due: fri 17:00\n',
        '    due: fri 17:00\n    ladder: [{ at: -4h, to: [liaison] }]\n',
      ),
    );
    await world.liveUntil('2016-08-05 18:00');
    expect(about('gsj')).toEqual(['08-05 13:00 尚工商: -4h weekly gsj']);
  });

  it('is seen by a dry run and changes nothing', async () => {
    const before = await world.store.list('obligation');
    const text = SAMPLE.replace('due: fri 17:00', 'due: thu 17:00');
    const dry = await importCampaign(world.deps, text, { dryRun: true, source: 'test' });
    expect(dry).toMatchObject({ kind: 'would_apply', changes: [{ kind: 'duty_changed', id: 'weekly' }] });
    await world.pass();
    expect(await world.store.list('obligation')).toEqual(before);
  });

  it('a command answers by the new definition at once', async () => {
    await load(
      SAMPLE.replace('name: 市工商局', 'name: 市市场监督管理局').replace(
        'aliases: [工商局]',
        'aliases: [市监局]',
      ),
    );
    const { form } = expectKind(await world.say('文书一', '代报 市监局'), 'report_form');
    expect(form.obligation.unit).toEqual({ id: 'gsj', name: '市市场监督管理局' });
  });
});
