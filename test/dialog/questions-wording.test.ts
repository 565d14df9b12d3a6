// What the answers about one unit and its people say at first sight: the notification answers, nobody is chased for what is
// months away, and a phone is spoken of only where one is shown.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { type Message, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { pressablesOn } from '../support/pressable.ts';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
  await dialog.press('银人行', 'report', {
    obligation: rowId('weekly', 'rmyh', '2016-W31'),
    values: fullReport(),
  });
});
afterAll(() => dialog.close());

function messageOf(outcome: Outcome, language: 'zh' | 'en' = 'zh'): Message {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`a ${rendered.kind} is no message`);
  return rendered.message;
}

describe('how one unit stands', () => {
  const status = (asked: object) => ask(dialog, '文书一', { intent: 'status', ...asked });

  it('is said in the notification, for one period in full', async () => {
    const week = { period: '2016-W31' };
    expect(messageOf(await status({ units: ['rmyh'], ...week })).text).toBe(
      '人民银行娄底市中心支行报送情况：第31周工作进展周报按时，截至 8月5日 周五 15:30。',
    );
    expect(messageOf(await status({ units: ['gaj'], ...week }), 'en').text).toBe(
      'Reporting of 市公安局: 工作进展周报 (week 31) due, as of Fri 5 Aug 15:30.',
    );
  });

  it('is counted in the notification, for several reports', async () => {
    const { text } = messageOf(await status({ units: ['gaj'] }));
    expect(text).toMatch(/^市公安局报送情况：(?:.+ \d+ 项，)*待报 \d+ 项/);
    expect(text).toMatch(/，截至 8月5日 周五 15:30。$/);
  });

  it('offers to chase for what is due these days, not for what is months away', async () => {
    const chases = pressablesOn(await status({ units: ['gaj'] })).filter(({ action }) => action === 'chase');
    const chased = chases.map(({ input }) => input.obligation);
    expect(chased).toContain(rowId('weekly', 'gaj', '2016-W31'));
    expect(chased).not.toContain(rowId('final-report', 'gaj', 'once'));
  });
});

describe('people', () => {
  const NOTE = '电话部分隐去';
  const contact = async (unit: string) =>
    plainRendering(
      messageOf(await ask(dialog, '文书一', { intent: 'contact', units: [unit], kind: 'liaison' })),
    );

  it('are said to have no phone on the roster, where they have none', async () => {
    expect(await contact('sfx')).toContain('未登记电话');
    expect(await contact('sfx')).not.toContain(NOTE);
    expect(await contact('rmyh')).toContain(NOTE);
    expect(await contact('rmyh')).not.toContain('未登记电话');
  });

  it('with and without a phone are listed with the note on masking', async () => {
    expectKind(await dialog.say('文书一', '名册'), 'roster');
    expect(plainRendering(messageOf(await dialog.say('文书一', '名册')))).toContain(NOTE);
  });
});
