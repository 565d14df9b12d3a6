import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

describe('我的', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
  });
  afterEach(() => dialog.close());

  it.each(['', '我的', 'mine', 'Mine'])(
    'shows a liaison what the unit owes, soonest first (%j)',
    async (words) => {
      const { owed, units } = expectKind(await dialog.say('安警官', words), 'mine');
      expect(units.map(({ name }) => name)).toEqual(['市公安局']);
      expect(owed.map(({ duty, period }) => `${duty.id} ${period.id}`)).toEqual([
        'weekly 2016-W30',
        'weekly 2016-W31',
        'final-report once',
      ]);
    },
  );

  it('shows the office its own duties', async () => {
    const { owed } = expectKind(await dialog.say('文书一', '我的'), 'mine');
    expect(new Set(owed.map(({ unit }) => unit.id))).toEqual(new Set(['jrb']));
  });

  it('shows what does not fit one screen on the next', async () => {
    const late = await openDialog({ plannedFrom: '2016-06-01 08:00', now: '2016-10-08 16:00' });
    const shown = (outcome: Outcome) => {
      const rendered = renderOutcome(expectKind(outcome, 'mine'), 'zh');
      return rendered.kind === 'message' ? JSON.stringify(rendered.message.blocks) : '';
    };
    const outcome = expectKind(await late.say('安警官', '我的'), 'mine');
    expect(outcome.owed).toHaveLength(22);
    const first = shown(outcome);
    expect(first).toContain('更多（还有 10 项）');
    expect(first).not.toContain('第40周');
    const campaign = 'loudi-2016';
    const second = shown(await late.press('安警官', 'mine', { campaign, no: 12 }));
    expect(first).toContain(JSON.stringify(JSON.stringify({ campaign, no: 12 })).slice(1, -1));
    expect(second).toContain('第40周');
    expect(second).not.toContain('第22周');
    expect(second).not.toContain('更多');
    for (const no of [22, 400, -3])
      expect(shown(await late.press('安警官', 'mine', { campaign, no }))).toBe(first);
    await late.close();
  });

  it('tells somebody who is not on the roster so', async () => {
    expectRefused(await dialog.say('路人', ''), 'unknown_person');
  });
});
