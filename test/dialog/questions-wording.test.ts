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

describe('a phase', () => {
  const due = async (phase: string, language: 'zh' | 'en' = 'zh') =>
    messageOf(await ask(dialog, '文书一', { intent: 'due', phase }), language).text;

  it('is said to end when it does, whatever falls due in it', async () => {
    expect(await due('cleanup')).toMatch(/^清理整顿阶段（7月1日—9月30日，9月30日 周五结束）到期 · 各单位：/);
    expect(await due('cleanup', 'en')).toMatch(
      /^Due in phase 清理整顿 \(1 Jul–30 Sep, ends Fri 30 Sep\) · all units: /,
    );
  });

  it('that is over is said to have ended', async () => {
    expect(await due('survey')).toContain('6月30日 周四已结束');
    expect(await due('survey', 'en')).toContain('ended Thu 30 Jun');
  });
});

describe('who is missing', () => {
  it('is named once, where all of them stand alike', async () => {
    const said = plainRendering(messageOf(await dialog.say('文书一', '谁没报 周报')));
    expect(said.split('双峰县人民政府')).toHaveLength(2);
    expect(said).toContain('未报 9：');
  });

  it('is listed with how each stands, where they stand differently', async () => {
    await dialog.press('银人行', 'report', {
      obligation: rowId('weekly', 'rmyh', '2016-W31'),
      values: fullReport({ next: '再查' }),
    });
    const returned = { obligation: rowId('weekly', 'rmyh', '2016-W31'), values: { reason: '数字不对' } };
    await dialog.press('文书一', 'return', returned);
    const said = plainRendering(messageOf(await dialog.say('文书一', '谁没报 周报')));
    expect(said).toContain('🟡 已退回');
    expect(said).toContain('⏳ 待报');
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
