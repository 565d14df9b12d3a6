// The night of a holiday, lived through on both engines: who is told what in which minute, asserted message by message.
// Labels are those of test/support/world.ts; `~` is a card told anew in place, `>` what stands in a thread.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import { at } from '../support/builders.ts';
import { expectKind } from '../support/dialog.ts';
import { doneTo, fullReportOf, giveIncident, incidentRow, REPORTER } from '../support/dialog-incidents.ts';
import { describeEngines, type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

describeEngines('an incident at 02:30 on a holiday', (engine) => {
  let fresh: FreshStore;
  let world: World;
  let read: number;
  beforeEach(async () => {
    fresh = await freshStore(engine);
    // National Day 2016, off until the working Saturday of 10-08.
    world = await aWorld(fresh.store, { from: '2016-10-01 02:00' });
    await world.liveUntil('2016-10-01 02:30');
    read = world.sent.length;
  });
  afterEach(() => fresh.close());

  /** Everything sent about incidents since the last look: what was said, then whose cards changed, minute by minute. */
  const news = (): string[] => {
    const lines = world.sent.slice(read).flatMap(({ at: when, to, said, isUpdate, isInThread }) => {
      if (!said.some((one) => one.startsWith('incident'))) return [];
      const order = isUpdate ? 'b' : 'a';
      return `${when}${order}${when.slice(5)} ${to}: ${isUpdate ? '~' : isInThread ? '> ' : ''}${said.join(' + ')}`;
    });
    read = world.sent.length;
    return lines.sort().map((line) => line.slice('2016-10-01 02:30a'.length));
  };
  const posts = () => news().filter((line) => !line.includes('~'));

  it('is acknowledged by the third on the list after exactly two escalations', async () => {
    const id = await giveIncident(world);
    expect(news()).toEqual(
      ['10-01 02:30 周正: incident first 1', '10-01 02:30 文书一: incident first 1 call'].sort(),
    );
    await world.liveUntil('2016-10-01 02:39');
    expect(news()).toEqual([]);
    await world.liveUntil('2016-10-01 02:49');
    expect(news()).toEqual([
      '10-01 02:40 金主任: incident called 1 call',
      ...['10-01 02:40 周正: ~incident first 1', '10-01 02:40 文书一: ~incident first 1 call'].sort(),
    ]);
    await world.liveUntil('2016-10-01 02:53');
    expect(news()).toEqual([
      '10-01 02:50 周正: incident called 1 call',
      ...[
        '10-01 02:50 周正: ~incident first 1',
        '10-01 02:50 文书一: ~incident first 1 call',
        '10-01 02:50 金主任: ~incident called 1 call',
      ].sort(),
    ]);
    const { incident } = await doneTo(world, '周正', id, 'acknowledge');
    expect(incident).toMatchObject({
      escalations: 2,
      called: ['文书一', '金主任', '周正'],
      acknowledgedBy: '周正',
      acknowledgedAt: at('2016-10-01 02:53'),
    });
    expect(news()).toEqual([
      ...[
        // The reporter was told nothing before, so this stands alone.
        '10-01 02:53 冷小江: incident acknowledged 1',
        '10-01 02:53 文书一: > incident acknowledged 1',
        '10-01 02:53 金主任: > incident acknowledged 1',
      ].sort(),
      ...[
        '10-01 02:53 周正: ~incident called 1 call',
        '10-01 02:53 周正: ~incident first 1',
        '10-01 02:53 文书一: ~incident first 1 call',
        '10-01 02:53 金主任: ~incident called 1 call',
      ].sort(),
    ]);
    await world.liveUntil('2016-10-09 12:00');
    expect(news()).toEqual([]);
    expect((await incidentRow(world, id)).escalations).toBe(2);
  });

  it('goes on with follow-ups in the thread, and ends with the final report', async () => {
    const id = await giveIncident(world);
    await world.liveUntil('2016-10-01 02:33');
    await doneTo(world, '文书一', id, 'acknowledge');
    news();
    await world.liveUntil('2016-10-01 03:10');
    await doneTo(world, REPORTER, id, 'follow_up', { text: '人群散去一半' });
    expect(posts()).toEqual(
      ['10-01 03:10 周正: > incident follow_up 1', '10-01 03:10 文书一: > incident follow_up 1'].sort(),
    );
    await world.liveUntil('2016-10-01 04:00');
    await doneTo(world, '文书一', id, 'follow_up', { text: '市公安局已立案' });
    expect(posts()).toEqual(
      ['10-01 04:00 周正: > incident follow_up 1', '10-01 04:00 冷小江: > incident follow_up 1'].sort(),
    );
    await world.liveUntil('2016-10-01 06:00');
    await doneTo(world, REPORTER, id, 'final', { text: '现场平息' });
    const closed = news();
    expect(closed.filter((line) => !line.includes('~'))).toEqual(
      ['10-01 06:00 周正: > incident final 1', '10-01 06:00 文书一: > incident final 1'].sort(),
    );
    expect(closed).toContain('10-01 06:00 周正: ~incident first 1');
    await world.liveUntil('2016-10-01 07:00');
    await doneTo(world, REPORTER, id, 'follow_up', { text: '又来五人' });
    expect(posts()).toHaveLength(2);
    expect((await incidentRow(world, id)).state).toBe('closed');
  });

  it('taken by nobody calls three times through the list, then the whole list each morning, and the reporter hears of it', async () => {
    await giveIncident(world);
    await world.liveUntil('2016-10-02 12:00');
    const said = posts();
    const calls = said.filter((line) => line.endsWith(' call'));
    const rounds = [
      '02:30 文书一',
      '02:40 金主任',
      '02:50 周正',
      '03:00 文书一',
      '03:10 金主任',
      '03:20 周正',
    ];
    expect(calls.map((line) => line.replace(/: .*/, ''))).toEqual([
      ...[...rounds, '03:30 文书一', '03:40 金主任', '03:50 周正'].map((line) => `10-01 ${line}`),
      ...['10-01', '10-02'].flatMap((day) =>
        ['周正', '文书一', '金主任'].sort().map((person) => `${day} 08:30 ${person}`),
      ),
    ]);
    expect(said.filter((line) => line.includes(REPORTER))).toEqual([
      `10-01 03:50 ${REPORTER}: incident called 1`,
    ]);
  });

  it('calls once after an outage, not for each length that passed', async () => {
    const id = await giveIncident(world);
    news();
    await world.jumpTo('2016-10-01 04:17');
    expect(posts()).toEqual(['10-01 04:17 金主任: incident called 1 call']);
    await world.liveUntil('2016-10-01 04:28');
    expect(posts()).toEqual(['10-01 04:27 周正: incident called 1 call']);
    expect((await incidentRow(world, id)).escalations).toBe(2);
  });

  it('calls nobody who is on leave, and tells the director when the only one of the staff is', async () => {
    expectKind(await world.say('文书一', '请假 2016-10-01 至 2016-10-07'), 'leave_set');
    news();
    await giveIncident(world);
    expect(news()).toEqual(
      ['10-01 02:30 周正: incident first 1', '10-01 02:30 金主任: incident first 1 call'].sort(),
    );
    await world.liveUntil('2016-10-01 02:55');
    expect(posts()).toEqual([
      '10-01 02:40 周正: incident called 1 call',
      '10-01 02:50 金主任: incident called 1 call',
    ]);
  });

  it('reported by somebody on no roster is taken, and they hear by whom', async () => {
    const unheardOf = as<SlackUserId>('U0NOBODY');
    const report = { verb: 'report', values: fullReportOf() };
    const { incident } = expectKind(await act(world.deps, unheardOf, 'incident', report), 'incident');
    await world.pass();
    expect(posts()).toHaveLength(2);
    await doneTo(world, '文书一', incident.id, 'acknowledge');
    expect(posts()).toEqual(
      ['10-01 02:30 U0NOBODY: incident acknowledged 1', '10-01 02:30 周正: > incident acknowledged 1'].sort(),
    );
  });

  it('reported twice is joined, and then called for once', async () => {
    const first = await giveIncident(world);
    await world.liveUntil('2016-10-01 02:35');
    const second = await giveIncident(world, { what: '同一平台' }, '安警官');
    news();
    await world.liveUntil('2016-10-01 02:38');
    await doneTo(world, '文书一', second, 'join', { other: first });
    expect(posts()).toEqual(
      [
        '10-01 02:38 冷小江: incident joined 1',
        '10-01 02:38 周正: > incident joined 2',
        '10-01 02:38 安警官: incident joined 2',
      ].sort(),
    );
    await world.liveUntil('2016-10-01 02:49');
    expect(posts()).toEqual(['10-01 02:40 金主任: incident called 1 call']);
    await doneTo(world, '金主任', second, 'acknowledge');
    expect(posts()).toEqual(
      [
        '10-01 02:49 冷小江: > incident acknowledged 1',
        '10-01 02:49 周正: > incident acknowledged 1',
        '10-01 02:49 安警官: > incident acknowledged 2',
        '10-01 02:49 文书一: > incident acknowledged 1',
      ].sort(),
    );
  });
});
