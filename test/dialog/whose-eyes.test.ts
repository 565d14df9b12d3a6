// Whose eyes see what of topics and incidents: what the office declined or left out, and who left.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import type { IncidentId } from '../../domain/ids.ts';
import { type Dialog, expectKind, expectRefused, openDialog, withoutPerson } from '../support/dialog.ts';
import { doneTo, giveIncident, onIncident } from '../support/dialog-incidents.ts';
import { done, giveTask, OFFICE } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

const AUGUST = 'loudi-2016/consultation/2016-08';

describe('a topic', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog({ now: '2016-08-22 10:00' });
  });
  afterEach(() => dialog.close());

  const press = (person: string, verb: string, input: object = {}) =>
    dialog.press(person, 'consultation', { consultation: AUGUST, verb, ...input });
  const propose = async (title: string) => {
    const outcome = await press('尚工商', 'topic', { values: { title, reason: '三县相同', ask: '请明确' } });
    return expectKind(outcome, 'consultation').consultation.topics.find((each) => each.title === title)!.id;
  };
  const seenBy = async (person: string) =>
    expectKind(await dialog.say(person, '会商'), 'consultation').consultation.topics.map(
      ({ title }) => title,
    );

  it('that was declined or left out is seen by its unit and the office alone, also once the agenda is issued', async () => {
    const declined = await propose('某企业涉嫌集资');
    const leftOut = await propose('人手不足');
    await propose('统一口径');
    await press('文书一', 'decline_topic', { topic: declined, values: { reason: '另案处理' } });
    await press('文书一', 'agenda', { values: { [`pos_topic:${leftOut}`]: '', lines: '' } });
    await press('文书一', 'issue');
    expect(await seenBy('银人行')).toEqual(['统一口径']);
    expect(await seenBy('周正')).toEqual(['某企业涉嫌集资', '人手不足', '统一口径']);
    expect(await seenBy('尚工商')).toEqual(['某企业涉嫌集资', '人手不足', '统一口径']);
  });
});

describe('an incident', () => {
  let fresh: FreshStore;
  let world: World;
  beforeEach(async () => {
    fresh = await freshStore('sqlite');
    world = await aWorld(fresh.store, { from: '2016-10-02 02:30' });
    world.news();
  });
  afterEach(() => fresh.close());

  it('is nothing any more to somebody who was called out and has left: no answer, no news, no change on their card', async () => {
    const id = (await giveIncident(world)) as IncidentId;
    await world.liveUntil('2016-10-02 02:50');
    expect(world.news().filter((line) => line.includes('金主任: incident called'))).not.toEqual([]);
    const [row] = await world.store.list('campaign');
    const definition = withoutPerson('金主任', '2016-10-01')(row!.definition);
    await world.store.commit([move('campaign', row!, { definition, definitionNo: row!.definitionNo + 1 })]);
    expectRefused(await onIncident(world, '金主任', id, 'show'), 'incident_not_yours');
    expectRefused(await onIncident(world, '金主任', id, 'acknowledge'), 'incident_not_yours');
    await doneTo(world, '文书一', id, 'follow_up', { text: '已控制主犯' });
    expect(world.news().filter((line) => line.includes('金主任'))).toEqual([]);
  });
});

describe('a task that was given to another unit', () => {
  it('is told to the unit it was taken from without what the other one did and was told since', async () => {
    const fresh = await freshStore('sqlite');
    try {
      // In the evening, so that it is told the next morning.
      const world = await aWorld(fresh.store, { from: '2016-08-01 19:00' });
      const task = await giveTask(world);
      await world.liveUntil('2016-08-02 19:00');
      await done(world, OFFICE, task, 'reassign', { lead: 'gsj', until: '', reason: '职责所在' });
      await done(world, '尚工商', task, 'feed_back', { percent: '60', text: '已约谈' });
      await done(world, '尚工商', task, 'extend', {
        until: '2016-08-30',
        reason: '涉密线索',
        progress: '一半',
      });
      world.news();
      await world.liveUntil('2016-08-03 09:00');
      expect(world.news()).toContainEqual('08-03 08:30 安警官: task reassigned 1');
      const told = world.sent.find(({ to, said }) => to === '安警官' && said.includes('task reassigned 1'))!;
      expect(JSON.stringify(told.content)).not.toMatch(
        /涉密线索|一半|已约谈|"percent":60|"signedBy":"尚工商"/,
      );
    } finally {
      await fresh.close();
    }
  });
});
