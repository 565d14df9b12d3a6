// The same request twice, one after the other or at the same moment: it is carried out once, and both are told the same.

import { afterEach, expect, it } from 'vitest';
import { answer } from '../../commands/registry.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { describeEngines } from '../support/stores.ts';

const W31 = rowId('weekly', 'gaj', '2016-W31');

let dialog: Dialog;
afterEach(() => dialog.close());

type Case = {
  who: string;
  action: ActionName;
  input: ActionInput;
  before?: () => Promise<unknown>;
  /** What is only shown so far leaves no line. */
  isProposal?: boolean;
};
const file = () => dialog.press('安警官', 'report', { obligation: W31, values: fullReport() });
const afterDeadline = () => dialog.until('2016-08-06 09:00');
const W30 = rowId('weekly', 'gaj', '2016-W30');
const cases: Record<string, Case> = {
  'a report': { who: '安警官', action: 'report', input: { obligation: W31, values: fullReport() } },
  'a nil report': { who: '安警官', action: 'nil', input: { obligation: W31, values: {} } },
  'a return': {
    who: '文书一',
    action: 'return',
    input: { obligation: W31, values: { reason: '不全' } },
    before: file,
  },
  'an acceptance': { who: '文书一', action: 'accept', input: { obligation: W31 }, before: file },
  'a waiver': { who: '文书一', action: 'waive', input: { obligation: W31, values: { reason: '演练' } } },
  'an objection': {
    who: '安警官',
    action: 'dispute',
    input: { obligation: W30, values: { text: '已电话报送' } },
    before: afterDeadline,
  },
  'a hand-over': {
    who: '文书一',
    action: 'replace_liaison',
    input: { unit: 'gaj', values: { unit: 'gaj', name: '辛警官', email: 'xin.jg@loudi.example' } },
    isProposal: true,
  },
};

describeEngines('the same form sent twice', (engine) => {
  it.each(Object.entries(cases))(
    'at one moment: %s',
    async (_what, { who, action, input, before, isProposal = false }) => {
      dialog = await openDialog({ engine });
      await before?.();
      const lines = (await dialog.store.list('audit')).length;
      const send = () => dialog.press(who, action, { ...input, key: 'V1:1' });
      const [first, second, third] = await Promise.all([send(), send(), send()]);
      expect(first.kind).not.toBe('refused');
      expect([second, third]).toEqual([first, first]);
      expect(await send()).toEqual(first);
      expect(await dialog.store.list('audit')).toHaveLength(isProposal ? lines : lines + 1);
    },
  );

  it('as words that reach two processes: what they ask for is done once', async () => {
    dialog = await openDialog({ engine, now: '2016-08-08 09:00' });
    for (const text of ['通报 批准', '通报 发布']) await dialog.say('文书一', text);
    const who = await dialog.slackOf('文书一');
    const say = (text: string, ts: string) => answer(dialog.deps, who, text, `message:C1:${ts}`);
    const correction = '通报 更正 市公安局已报送';
    const [first, second] = await Promise.all([say(correction, '1.1'), say(correction, '1.1')]);
    expectKind(first, 'bulletin');
    expect(second).toEqual(first);
    const corrections = async () => (await dialog.store.list('bulletin')).flatMap((row) => row.corrections);
    expect(await corrections()).toHaveLength(1);
    await say(correction, '2.2');
    expect(await corrections()).toHaveLength(2);
  });

  it('by two people under one key is two requests, and neither hears what the other was answered', async () => {
    dialog = await openDialog({ engine });
    const mine = { obligation: W31, values: fullReport({ progress: '只给自己看' }), key: 'V1:1' };
    expectKind(await dialog.press('安警官', 'report', mine), 'filed');
    const theirs = await dialog.press('尚工商', 'report', { ...mine, values: fullReport() });
    expectRefused(theirs, 'not_your_unit');
    expect(JSON.stringify(theirs)).not.toContain('只给自己看');
  });
});
