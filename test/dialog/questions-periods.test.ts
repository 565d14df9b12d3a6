// Periods that there are not, and periods that are longer than those of the duty: what is named is answered for or refused, and
// nothing else is answered in its place.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { ask, asReading, sayReadAs } from '../support/dialog-questions.ts';

const OFFICE = '文书一';
const LIAISON = '安警官';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
  const values = fullReport();
  await dialog.press(LIAISON, 'report', { obligation: rowId('weekly', 'gaj', '2016-W30'), values });
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
