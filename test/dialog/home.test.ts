import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

describe('Home', () => {
  let dialog: Dialog;
  beforeEach(async () => {
    dialog = await openDialog();
    await dialog.press('安警官', 'report', {
      obligation: rowId('weekly', 'gaj', '2016-W31'),
      values: fullReport(),
    });
  });
  afterEach(() => dialog.close());

  const home = async (person: string) => expectKind(await dialog.press(person, 'home'), 'home').home;

  it('shows a unit what it owes and what it can still correct, and nothing of others', async () => {
    const facts = await home('安局长');
    expect(facts.roles).toMatchObject([{ role: 'head', unit: { id: 'gaj' } }]);
    expect(facts.owed.map(({ id }) => id)).toContain(rowId('weekly', 'gaj', '2016-W30'));
    expect(facts.filed.map(({ id }) => id)).toEqual([rowId('weekly', 'gaj', '2016-W31')]);
    expect(facts).toMatchObject({
      board: [],
      bulletins: [],
      disputes: [],
      troubles: { people: [], channels: [] },
    });
    expect(facts.may).toContain('report');
  });

  it('no longer offers to correct what the office accepted or the week closed', async () => {
    await dialog.until('2016-08-08 09:00');
    expect((await home('安警官')).filed).toEqual([]);
  });

  it('shows office, leaders and inspectors how the current period stands', async () => {
    for (const person of ['文书一', '周正', '督查员']) {
      const [weekly] = (await home(person)).board;
      expect(weekly).toMatchObject({
        duty: { id: 'weekly' },
        period: { id: '2016-W31' },
        counts: { due: 10, reported: 1, missing: 9 },
        red: false,
      });
      expect(weekly?.figures[0]).toMatchObject({ id: 'checked', total: 12 });
    }
  });

  it('shows a leader what matters today: nothing due in months, nothing long settled, what is red before the rest', async () => {
    await dialog.close();
    dialog = await openDialog({ plannedFrom: '2016-06-01 08:00' });
    const shown = async () => (await home('周正')).board.map(({ duty }) => duty.id);
    expect(await shown()).toEqual(['plan-filing', 'survey-summary', 'weekly']);
    for (const id of ['plan-filing', 'survey-summary']) await settle(id);
    expect(await shown()).toEqual(['weekly']);
    await dialog.until('2016-12-12 09:00');
    expect(await shown()).toContain('final-report');
  });

  /** Every unit's row of a one-off duty is excused. */
  async function settle(duty: string): Promise<void> {
    const rows = await dialog.store.list('obligation', { where: { duty: duty as never } });
    await dialog.store.commit(
      rows.map((row) => move('obligation', row, { state: 'waived', nextStepAt: null })),
    );
  }

  it('turns red with the second escalation', async () => {
    await dialog.until('2016-08-09 08:59');
    expect((await home('周正')).board[0]?.red).toBe(false);
    await dialog.until('2016-08-09 09:00');
    expect((await home('周正')).board[0]?.red).toBe(true);
  });

  it('shows the office what waits for it: bulletins, disputes, troubles', async () => {
    await dialog.until('2016-08-08 09:00');
    const row = await dialog.row('weekly', 'gsj', '2016-W31');
    const shang = (await dialog.store.list('person', { where: { name: '尚工商' } }))[0]!;
    await dialog.store.commit([move('person', shang, { trouble: 'deactivated' })]);
    await dialog.press('尚工商', 'dispute', { obligation: row.id, values: { text: '已电话报送' } });
    const { bulletins, disputes, troubles } = await home('文书一');
    expect(bulletins.at(-1)).toMatchObject({ state: 'drafted', collectsPeriod: { id: '2016-W31' } });
    expect(disputes).toMatchObject([{ obligation: { id: row.id }, text: '已电话报送', by: '尚工商' }]);
    expect(troubles.people).toMatchObject([{ name: '尚工商' }]);
  });

  it('is empty of everything for strangers', async () => {
    expectRefused(await dialog.press('路人', 'home'), 'unknown_person');
  });
});
