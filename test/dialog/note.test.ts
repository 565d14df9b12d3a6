import { afterEach, describe, expect, it } from 'vitest';
import {
  type Dialog,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  sampleFile,
} from '../support/dialog.ts';

const WEEK_31 = rowId('weekly', 'gaj', '2016-W31');

describe('已知悉', () => {
  let dialog: Dialog;
  afterEach(() => dialog.close());

  const note = (person: string) => dialog.press(person, 'note', { obligation: WEEK_31, step: 'notice' });

  it('skips the next step for this person, and is kept once', async () => {
    dialog = await openDialog({ now: '2016-08-03 09:30' });
    expectKind(await note('安警官'), 'noted');
    expectKind(await note('安警官'), 'noted');
    const snoozes = await dialog.store.list('snooze');
    expect(snoozes).toMatchObject([{ obligation: WEEK_31, step: 'eve', dueOn: '2016-08-05' }]);
  });

  it.each([
    ['the last call on the last day', '2016-08-04 09:30'],
    ['what comes after the deadline', '2016-08-05 16:00'],
    ['an escalation', '2016-08-06 10:00'],
  ])('never skips %s', async (_, now) => {
    dialog = await openDialog({ now });
    expectKind(await note('安警官'), 'cannot_note');
    expect(await dialog.store.list('snooze')).toEqual([]);
  });

  it('skips the next step that this person is told, not one that is for others', async () => {
    const ladder =
      '    ladder: [{ at: -3wd, to: [liaison] }, { at: -2wd, to: [head] }, { at: -1wd, to: [liaison] }]\n';
    const file = sampleFile((text) => text.replace('    due: fri 17:00\n', `    due: fri 17:00\n${ladder}`));
    dialog = await openDialog({ file, now: '2016-08-02 09:30' });
    expectKind(await note('安警官'), 'noted');
    expect(await dialog.store.list('snooze')).toMatchObject([{ step: 'eve' }]);
    expectKind(await note('安副手'), 'cannot_note');
  });

  it('is pointless when the report is filed', async () => {
    dialog = await openDialog({ now: '2016-08-03 09:30' });
    await dialog.press('安警官', 'report', { obligation: WEEK_31, values: fullReport() });
    expectRefused(await note('安警官'), 'not_owed');
  });

  it('is refused to others and where there is no such row', async () => {
    dialog = await openDialog({ now: '2016-08-03 09:30' });
    expectRefused(await note('尚工商'), 'not_your_unit');
    expectRefused(await note('文书一'), 'not_your_unit');
    expectRefused(await note('路人'), 'unknown_person');
    expectRefused(await dialog.press('安警官', 'note', {}), 'gone');
  });
});
