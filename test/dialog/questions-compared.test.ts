// What figures are compared with: a week that is still coming in is not held against a whole one, nor a month that is not over.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';

const STILL = '还没有报齐，暂不与之前比较';
const BEFORE = '括号内为比上一报送期的增减';

let dialog: Dialog;
const file = (week: string, checked: string) =>
  dialog.press('安警官', 'report', {
    obligation: rowId('weekly', 'gaj', week),
    values: fullReport({ 'figure:checked': checked }),
  });

async function figures(person: string, asked: object) {
  const outcome = await ask(dialog, person, { intent: 'figures', figure: ['checked'], ...asked });
  const rendered = renderOutcome(outcome, 'zh');
  const shown = rendered.kind === 'message' ? plainRendering(rendered.message) : '';
  return { shown, newest: expectKind(outcome, 'figures').periods[0]! };
}

beforeAll(async () => {
  dialog = await openDialog({ now: '2016-07-29 10:00' });
  await file('2016-W30', '12');
  await dialog.until('2016-08-05 15:30');
  await file('2016-W31', '15');
});
afterAll(() => dialog.close());

describe('figures', () => {
  it('of a week that is still coming in say so and are not compared', async () => {
    const { newest, shown } = await figures('周正', { period: '2016-W31' });
    expect(newest).toMatchObject({ due: 10, reported: 1, totals: [{ total: 15, before: null }] });
    expect(shown).toContain(STILL);
    expect(shown).not.toContain(BEFORE);
  });

  it('of a unit that has reported are compared at once', async () => {
    const { newest, shown } = await figures('安副手', { period: '2016-W31' });
    expect(newest).toMatchObject({ totals: [{ total: 15, before: 12 }] });
    expect(shown).toContain(BEFORE);
    expect(shown).not.toContain(STILL);
  });

  it('of a month that is not over are not compared', async () => {
    const { newest, shown } = await figures('周正', { period: '2016-08' });
    expect(newest).toMatchObject({ totals: [{ total: 15, before: null }] });
    expect(shown).toContain(STILL);
  });

  it('are compared once the week is closed, whoever is missing, and the month is over', async () => {
    await dialog.until('2016-08-08 09:00');
    const week = await figures('周正', { period: '2016-W31' });
    expect(week.newest).toMatchObject({ reported: 1, totals: [{ total: 15, before: 12 }] });
    expect(week.shown).toContain(BEFORE);
    await dialog.until('2016-09-05 09:00');
    const month = await figures('周正', { period: '2016-08' });
    expect(month.newest).toMatchObject({ totals: [{ total: 15, before: 12 }] });
    expect(month.shown).toContain('括号内为比前一个月的增减，各月的期数可能不同');
  });
});
