// A holiday notice that comes while a campaign runs into a year for which none was known.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { importNotice } from '../../commands/import-campaign.ts';
import { readNotice } from '../../documents/holiday-notice.ts';
import { at } from '../support/builders.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

const WINTER = `
campaign:
  id: winter
  name: 冬春专项行动
  group: 市工作领导小组
  from: 2026-12-01
  to: 2027-03-31
  channels: { bulletin: 通报, office: 办公室 }
units:
  - { id: jrb, name: 市政府金融办, kind: office }
  - { id: gaj, name: 市公安局, kind: member }
  - { id: gsj, name: 市工商局, kind: member }
people:
  - { name: 文书, unit: jrb, role: office_staff, email: wen@office.example }
  - { name: 安警官, unit: gaj, role: liaison, email: an@police.example }
  - { name: 商科长, unit: gsj, role: liaison, email: shang@trade.example }
duties:
  - id: weekly
    name: 工作进展周报
    owed_by: [member]
    every: week
    due: fri 17:00
    on_holiday: previous
    nil: true
`;
const NOTICE =
  '- { date: 2027-02-26, off: true, name: 元宵节 }\n- { date: 2027-02-28, work: true, name: 元宵节 }\n';

let fresh: FreshStore;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
});
afterEach(() => fresh.close());

async function take(world: World, text: string): Promise<void> {
  const notice = readNotice(text);
  if (!notice.ok) throw new Error(JSON.stringify(notice.problems));
  await importNotice(world.deps, notice.days, { dryRun: false, source: '2027.yml' });
}
const deadlineOf = async (world: World, unit: string) => {
  const { dueAt, provisional, shiftedBy } = (await world.store.find(
    'obligation',
    `winter/weekly/${unit}/2027-W08` as never,
  ))!;
  return { dueAt, provisional, shiftedBy };
};

it('moves a provisional deadline at the next tick and tells whoever was reminded of the old one', async () => {
  const world = await aWorld(fresh.store, { campaign: WINTER, from: '2027-02-22 08:00' });
  await world.liveUntil('2027-02-24 10:00');
  expect(await deadlineOf(world, 'gaj')).toEqual({
    dueAt: at('2027-02-26 17:00'),
    provisional: true,
    shiftedBy: null,
  });
  expect(world.news()).toContain('02-24 09:00 安警官: notice weekly gaj');

  await take(world, NOTICE);
  await world.pass();

  expect(await deadlineOf(world, 'gaj')).toEqual({
    dueAt: at('2027-02-25 17:00'),
    provisional: false,
    shiftedBy: '元宵节',
  });
  expect(world.news().sort()).toEqual([
    '02-24 10:00 商科长: deadline_changed weekly gsj',
    '02-24 10:00 安警官: deadline_changed weekly gaj',
  ]);
});

it('takes 暂定 off a deadline that it confirms, and tells nobody', async () => {
  const world = await aWorld(fresh.store, { campaign: WINTER, from: '2027-02-22 08:00' });
  await world.liveUntil('2027-02-24 10:00');
  world.news();
  await take(world, '- { date: 2027-02-26, work: true, name: 元宵节 }\n');
  await world.pass();
  expect(await deadlineOf(world, 'gaj')).toMatchObject({
    dueAt: at('2027-02-26 17:00'),
    provisional: false,
  });
  expect(world.news()).toEqual([]);
});
