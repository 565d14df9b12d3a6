// Periods that there are not, and periods that are longer than those of the duty: what is named is answered for or refused, and
// nothing else is answered in its place.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { ask, asReading, sayReadAs } from '../support/dialog-questions.ts';

const OFFICE = '文书一';
const LIAISON = '安警官';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog({ now: '2016-07-29 10:00' });
  const values = fullReport();
  await dialog.press(LIAISON, 'report', { obligation: rowId('weekly', 'gaj', '2016-W30'), values });
  await dialog.until('2016-08-05 15:30');
  await dialog.press(LIAISON, 'report', { obligation: rowId('weekly', 'gaj', '2016-W31'), values });
});
afterAll(() => dialog.close());

describe('a period that there is not', () => {
  it.each(['2016-W99', '2016-W60', '2016-W00', '2016-W53', '2016-13', '2016-00'])(
    'is said to be none, whatever is asked of it (%s)',
    async (period) => {
      for (const intent of [
        'who',
        'status',
        'figures',
        'timeliness',
        'latest',
        'due',
        'search',
        'tasks',
      ] as const)
        expect(
          expectRefused(await ask(dialog, LIAISON, { intent, period, query: '排查' }), 'unknown_period'),
        ).toMatchObject({ typed: period });
    },
  );

  it.each([
    '第99周谁没报',
    '第0周谁没报',
    '13月谁没报',
    '第99周排查了多少家',
    'week 99 figures',
    'month W60 status',
  ])('is heard where the rest was read as another question (%s)', async (text) => {
    for (const intent of ['who', 'figures', 'timeliness'] as const)
      expectRefused(await sayReadAs(dialog, OFFICE, text, asReading({ intent })), 'unknown_period');
  });

  it('may be looked for as a word', async () => {
    const read = asReading({ intent: 'search', query: '第99周' });
    expectKind(await sayReadAs(dialog, OFFICE, '哪份报告里写了第99周', read), 'found');
  });

  it.each(['查看 公安局 第99周', '查看 公安局 13月', '填报 第99周', '填报 周报 13月', '零报告 W60'])(
    'is said to be none by a command too (%s)',
    async (text) => {
      expectRefused(await dialog.say(LIAISON, text), 'unknown_period');
    },
  );
});

describe('a period that is longer than those of the duty', () => {
  it.each(['谁没报 7月', '谁没报 周报 2016-07', 'missing 2016-07'])(
    'is answered for as a whole where a command names it: who is missing (%s)',
    async (text) => {
      const said = expectKind(await dialog.say(OFFICE, text), 'who');
      expect(said).toMatchObject({ state: 'missing', duty: { id: 'weekly' }, period: { id: '2016-07' } });
      expect(said.rows.map(({ unit, period }) => `${unit.id} ${period.id}`)).toContain('gsj 2016-W30');
      expect(said.rows.map(({ unit }) => unit.id)).not.toContain('gaj');
      expect(said.page).toMatchObject({ action: 'ask', from: 0 });
    },
  );

  it('as is the phase: who is missing of the weeks that belong to it', async () => {
    const said = expectKind(await dialog.say(OFFICE, '谁没报 周报 清理整顿'), 'who');
    expect(said.period.id).toBe('phase:cleanup');
  });

  it.each(['状态 7月', '状态 周报 2016-07', '状态 公安局 7月', 'status 2016-07'])(
    'how it stands over all of it (%s)',
    async (text) => {
      const said = expectKind(await dialog.say(OFFICE, text), 'timeliness');
      expect(said).toMatchObject({ duty: { id: 'weekly' }, from: '2016-07-01', to: '2016-07-31' });
      expect(said.rows.find(({ unit }) => unit.id === 'gaj')).toMatchObject({ due: 1, onTime: 1 });
      expect(said.rows).toHaveLength(text.includes('公安局') ? 1 : 10);
    },
  );

  it.each(['查看 公安局 7月', '查看 公安局 周报 2016-07', '查看 7月'])(
    'the newest report in it (%s)',
    async (text) => {
      const said = expectKind(await dialog.say(LIAISON, text), 'report_shown');
      expect(said.report.obligation.period.id).toBe('2016-W30');
    },
  );

  it('of a unit whose reports one may not read says nothing of them', async () => {
    expectRefused(await dialog.say(LIAISON, '查看 工商局 7月'), 'content_not_yours');
  });

  it('is still none of a duty that has nothing to do with it', async () => {
    expectRefused(await dialog.say(OFFICE, '谁没报 实施方案报备 2016-09'), 'no_such_obligation');
    expectRefused(await dialog.say(OFFICE, '谁没报 周报 2019-03'), 'no_such_obligation');
  });
});

it('the next consultation is never one that is past', async () => {
  const late = await openDialog({ plannedFrom: '2016-06-01 08:00', now: '2016-08-26 10:00' });
  for (const person of [OFFICE, LIAISON]) {
    const none = expectRefused(await ask(late, person, { intent: 'consultation_next' }), 'no_consultation');
    expect(none.nextAt).toBeGreaterThan(late.deps.now());
    const held = await ask(late, person, { intent: 'consultation_next', period: '2016-08' });
    expect(expectKind(held, 'consultation').consultation.startsAt).toBeLessThan(late.deps.now());
  }
  await late.until('2016-09-01 10:00');
  const next = expectKind(await ask(late, LIAISON, { intent: 'consultation_next' }), 'consultation');
  expect(next.consultation.startsAt).toBeGreaterThan(late.deps.now());
  await late.close();
});
