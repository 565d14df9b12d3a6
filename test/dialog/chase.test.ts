// 催报: the office reminds by hand.

import { afterEach, describe, expect, it } from 'vitest';
import { act } from '../../commands/registry.ts';
import type { Store } from '../../db/store.ts';
import { move } from '../../domain/change.ts';
import { at } from '../support/builders.ts';
import {
  type Dialog,
  type DialogOptions,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  withoutPerson,
} from '../support/dialog.ts';

let dialog: Dialog;
const open = async (options: DialogOptions = {}): Promise<void> => {
  dialog = await openDialog(options);
};
afterEach(() => dialog.close());

const chases = async () =>
  (await dialog.store.list('intent')).filter(({ notice }) => notice.kind === 'chase');
const unitsOf = (rows: readonly { unit: { id: string } }[]) => rows.map(({ unit }) => unit.id);

describe('催报', () => {
  it('tells everybody who has not reported, at once', async () => {
    await open();
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport(),
    });
    const outcome = expectKind(await dialog.say('文书一', '催报'), 'chased');
    expect(outcome).toMatchObject({ at: at('2016-08-05 15:30'), later: false, skipped: [], unreachable: [] });
    expect(unitsOf(outcome.rows)).toEqual([
      'rmyh',
      'yjfj',
      'gsj',
      'swlsj',
      'lxq',
      'lsj',
      'lys',
      'sfx',
      'xhx',
    ]);
    expect(await chases()).toHaveLength(9);
  });

  it.each(['催报 市公安局', '催报 周报 市公安局', 'chase gaj', '催公安'])(
    'chases one unit: %s',
    async (typed) => {
      await open();
      const outcome = expectKind(await dialog.say('文书一', typed), 'chased');
      expect(outcome.rows).toMatchObject([{ unit: { id: 'gaj' }, period: { id: '2016-W31' } }]);
      const told = (await chases()).map(({ recipient }) => recipient);
      expect(told).toHaveLength(2);
    },
  );

  it('waits for the reminder hours and says so', async () => {
    await open({ now: '2016-08-05 19:00' });
    const outcome = expectKind(await dialog.say('文书一', '催报 市公安局'), 'chased');
    expect(outcome).toMatchObject({ at: at('2016-08-08 08:30'), later: true });
  });

  it('leaves in peace for two hours whom it chased, and names who that was', async () => {
    await open();
    await dialog.say('文书一', '催报 市公安局');
    await dialog.until('2016-08-05 16:30');
    const rest = expectKind(await dialog.say('金主任', '催报 周报'), 'chased');
    expect(unitsOf(rest.rows)).not.toContain('gaj');
    expect(rest.skipped).toMatchObject([
      { obligation: { unit: { id: 'gaj' } }, chasedAt: at('2016-08-05 15:30') },
    ]);
    const refusal = expectRefused(await dialog.say('金主任', '催报 周报'), 'chased_lately');
    expect(refusal.rows).toHaveLength(10);
    await dialog.until('2016-08-05 17:30');
    expect(unitsOf(expectKind(await dialog.say('文书一', '催报 周报'), 'chased').rows)).toEqual(['gaj']);
  });

  it('counts the two hours from when a chase is told, not from when it was asked for', async () => {
    await open({ now: '2016-08-05 19:00' });
    await dialog.say('文书一', '催报 市公安局');
    await dialog.until('2016-08-08 09:00');
    expectRefused(await dialog.say('文书一', '催报 市公安局 第31周'), 'chased_lately');
  });

  it('lets one of two who chase at once win', async () => {
    await open();
    const outcomes = await Promise.all([
      dialog.say('文书一', '催报 市公安局'),
      dialog.say('金主任', '催报 市公安局'),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['chased', 'refused']);
    expect(await chases()).toHaveLength(2);
    expect(await dialog.store.list('audit', { where: { verb: 'chase' } })).toHaveLength(1);
  });

  it('leaves a line in the audit for every chase', async () => {
    await open();
    await dialog.say('文书一', '催报 市公安局');
    await dialog.until('2016-08-05 17:45');
    await dialog.say('文书一', '催报 市公安局');
    expect(await dialog.store.list('audit', { where: { verb: 'chase' } })).toHaveLength(2);
  });

  it('names a unit of which nobody can be told', async () => {
    await open();
    for (const name of ['安警官', '安副手', '安局长']) {
      const [person] = await dialog.store.list('person', { where: { name } });
      await dialog.store.commit([move('person', person!, { slack: null, trouble: 'not_found' })]);
    }
    const outcome = expectKind(await dialog.say('文书一', '催报 市公安局'), 'chased');
    expect(outcome).toMatchObject({ rows: [], unreachable: [{ id: 'gaj' }] });
  });

  it('has nobody to chase when all have reported', async () => {
    await open();
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport(),
    });
    expectRefused(await dialog.say('文书一', '催报 周报 市公安局'), 'nobody_to_chase');
  });

  it('offers the nearest for a name it does not know', async () => {
    await open();
    expect(expectRefused(await dialog.say('文书一', '催报 市公案局'), 'unknown_unit').near).toMatchObject([
      { id: 'gaj' },
    ]);
  });

  it('says so when the period is none of the duty', async () => {
    await open();
    expectRefused(await dialog.say('文书一', '催报 周报 2016-08'), 'no_such_obligation');
    expectRefused(await dialog.say('文书一', '催报 周报 2016-W60'), 'unknown_period');
  });

  it.each(['安警官', '周正', '督查员'])('is the office’s alone, not %s’s', async (person) => {
    await open();
    expectRefused(await dialog.say(person, '催报'), 'office_only');
  });

  it('is nobody’s who leaves the office while it is decided', async () => {
    await open();
    const { store } = dialog.deps;
    let isOver = false;
    const commit: Store['commit'] = async (changes) => {
      if (!isOver) await dialog.redefine(withoutPerson('文书一'));
      isOver = true;
      return store.commit(changes);
    };
    const deps = { ...dialog.deps, store: { ...store, commit } };
    const outcome = await act(deps, await dialog.slackOf('文书一'), 'chase', {});
    expectRefused(outcome, 'office_only');
    expect(await chases()).toEqual([]);
  });
});
