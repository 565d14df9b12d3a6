// Two of the office with the same form about a meeting open: what the first wrote is not written over by the second, who
// hears of it, and whose own words stay. The forms go the way they go in Slack: what they carry is what was shown.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionInput } from '../../domain/actions.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { decodeForm, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

const AUGUST = 'loudi-2016/consultation/2016-08';
const DIRECTOR = '金主任';
const STAFF = '文书一';

let dialog: Dialog;
const open = async (now: string) => {
  dialog = await openDialog({ now });
};
afterEach(() => dialog.close());

const row = async (): Promise<ConsultationRow> => (await dialog.store.find('consultation', AUGUST))!;

/** Opens a form, and answers what submits it with these values. */
async function opened(who: string, verb: string) {
  const asked = await dialog.press(who, 'consultation', { consultation: AUGUST, verb });
  expectKind(asked, 'ask_form');
  const shown = renderOutcome(asked, 'zh');
  if (shown.kind !== 'modal') throw new Error('no form');
  const pointer = decodeForm(shown.modal.callback_id!, shown.modal.private_metadata!)!;
  return (values: Record<string, string>) =>
    dialog.press(who, pointer.action, { ...(pointer.input as ActionInput), values });
}

describe('minutes', () => {
  beforeEach(() => open('2016-08-26 10:00'));

  it('that somebody wrote meanwhile are not written over', async () => {
    const first = await opened(STAFF, 'minutes');
    const second = await opened(DIRECTOR, 'minutes');
    expectKind(await first({ heard: '听取了各县情况，逐条记录' }), 'consultation');
    const refusal = expectRefused(await second({ heard: '听取汇报' }), 'consultation_state');
    expect(refusal).toMatchObject({ by: STAFF, overtaken: true });
    expect((await row()).minutes!.heard).toBe('听取了各县情况，逐条记录');
    const shown = JSON.stringify(renderOutcome({ kind: 'refused', refusal }, 'zh'));
    expect(shown).toContain(STAFF);
  });

  it('are written anew by whoever has seen them, and by a form that came back with what was wrong', async () => {
    const first = await opened(STAFF, 'minutes');
    expectRefused(await first({ heard: '' }), 'form');
    expectKind(await first({ heard: '听取汇报' }), 'consultation');
    const second = await opened(DIRECTOR, 'minutes');
    expectKind(await second({ heard: '听取汇报，并作讲话' }), 'consultation');
    expect((await row()).minutes!.heard).toBe('听取汇报，并作讲话');
  });
});

describe('before the meeting', () => {
  beforeEach(() => open('2016-08-22 10:00'));

  it('an agenda that was ordered meanwhile, and a date that was moved, stay', async () => {
    const agenda = await opened(DIRECTOR, 'agenda');
    const moved = await opened(DIRECTOR, 'move');
    const cancelled = await opened(DIRECTOR, 'cancel');
    expectKind(
      await (await opened(STAFF, 'agenda'))({ pos_follow_up: '1', lines: '书记讲话' }),
      'consultation',
    );
    const before = await row();
    for (const late of [
      await agenda({ lines: '' }),
      await moved({ date: '2016-08-29', time: '9:00' }),
      await cancelled({ reason: '改期' }),
    ])
      expect(expectRefused(late, 'consultation_state')).toMatchObject({ by: STAFF, overtaken: true });
    expect(await row()).toEqual(before);
  });

  it('a topic and an answer to the invitation overtake nobody', async () => {
    const agenda = await opened(DIRECTOR, 'agenda');
    const topic = { title: '统一口径', reason: '三县相同', ask: '请明确' };
    await dialog.press('尚工商', 'consultation', { consultation: AUGUST, verb: 'topic', values: topic });
    await dialog.press('安局长', 'consultation', { consultation: AUGUST, verb: 'attend' });
    expectKind(await agenda({ pos_follow_up: '1', lines: '' }), 'consultation');
  });
});
