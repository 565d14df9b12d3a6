import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('tells somebody who is not on the roster so', async () => {
    expectRefused(await dialog.say('路人', ''), 'unknown_person');
  });
});
