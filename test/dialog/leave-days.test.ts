// 请假: how long and how far ahead it may be, and what is asked where somebody has leave already that it overlaps or touches.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';

let dialog: Dialog;
beforeEach(async () => {
  dialog = await openDialog();
});
afterEach(() => dialog.close());

const idOf = async (name: string) => (await dialog.store.list('person', { where: { name } }))[0]!.id;
const leaves = async () =>
  (await dialog.store.list('leave', { where: { cancelled: false }, orderBy: 'from' })).map(
    ({ from, to }) => `${from} ${to}`,
  );

type Pressable = { type: string; action_id?: string; value?: string };
/** The buttons of an answer, as they are pressed. */
const buttonsOf = (outcome: Outcome) => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(rendered.kind);
  return rendered.message.blocks
    .flatMap((block) => (block.type === 'actions' ? (block.elements as Pressable[]) : []))
    .map(({ action_id: id, value }) => decodeAction(String(id), value)!);
};
const verbs = (outcome: Outcome) => buttonsOf(outcome).map(({ input }) => input.verb);
async function press(outcome: Outcome, verb: string, person = '安警官'): Promise<Outcome> {
  const found = buttonsOf(outcome).find(({ input }) => input.verb === verb);
  if (!found) throw new Error(`no button ${verb}`);
  return dialog.press(person, found.action, found.input);
}

describe('the length of a leave', () => {
  it('is at most a year, and what was typed is kept', async () => {
    const { form } = expectRefused(await dialog.say('安警官', '请假 2016-08-08到2036-08-10'), 'form');
    expect(form).toMatchObject({
      values: { from: '2016-08-08', to: '2036-08-10' },
      problems: [{ field: 'to', kind: 'too_many_days', days: 7308, most: 366 }],
    });
    expectKind(await dialog.say('安警官', '请假 2016-08-08到2017-08-08'), 'leave_set');
  });

  it('begins within a year', async () => {
    const { form } = expectRefused(await dialog.say('安警官', '请假 2036-08-08到2036-08-10'), 'form');
    expect(form).toMatchObject({
      problems: [{ field: 'from', kind: 'too_far_ahead', latest: '2017-08-06' }],
    });
    expect(await leaves()).toEqual([]);
  });
});

describe('a leave beside another', () => {
  const set = async (typed: string) => expectKind(await dialog.say('安警官', typed), 'leave_set');
  const asked = async (typed: string) => {
    const outcome = await dialog.say('安警官', typed);
    expectRefused(outcome, 'leave_overlaps');
    return outcome;
  };

  it('that overlaps is shown with it, and nothing is entered before one of the two is chosen', async () => {
    await set('请假 8月8日-8月12日 由安副手代');
    const refusal = expectRefused(await asked('请假 8月10日-8月16日'), 'leave_overlaps');
    expect(refusal).toMatchObject({
      person: { name: '安警官' },
      from: '2016-08-10',
      to: '2016-08-16',
      others: [{ from: '2016-08-08', to: '2016-08-12', deputy: { name: '安副手' } }],
      merged: { from: '2016-08-08', to: '2016-08-16' },
    });
    expect(await leaves()).toEqual(['2016-08-08 2016-08-12']);
    for (const language of ['zh', 'en'] as const)
      expect(renderOutcome({ kind: 'refused', refusal }, language)).toMatchObject({ kind: 'message' });
  });

  it('becomes one with it', async () => {
    await set('请假 8月8日-8月12日 由安副手代');
    const outcome = await press(await asked('请假 8月10日-8月16日'), 'merge');
    expect(expectKind(outcome, 'leave_set')).toMatchObject({
      from: '2016-08-08',
      to: '2016-08-16',
      deputy: { name: '安副手' },
    });
    expect(await leaves()).toEqual(['2016-08-08 2016-08-16']);
    // Pressed once more, it stands so already.
    expectKind(await press(await asked('请假 8月10日-8月20日'), 'merge'), 'leave_set');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-20']);
  });

  it('takes its place, and what of it is past stays', async () => {
    await set('请假 8月5日-8月12日');
    await dialog.until('2016-08-08 10:00');
    const outcome = await press(await asked('请假 8月10日-8月11日'), 'replace');
    expect(expectKind(outcome, 'leave_set')).toMatchObject({ from: '2016-08-10', to: '2016-08-11' });
    expect(await leaves()).toEqual(['2016-08-05 2016-08-07', '2016-08-10 2016-08-11']);
  });

  it('that lies within it changes nothing but by taking its place', async () => {
    await set('请假 8月8日-8月12日');
    expect(verbs(await asked('请假 8月9日-8月10日'))).toEqual(['replace']);
  });

  it('that only touches it is merged with it or stands beside it', async () => {
    await set('请假 8月8日-8月10日 由安副手代');
    const outcome = await asked('请假 8月11日-8月12日 由安局长代');
    expect(verbs(outcome)).toEqual(['merge', 'beside']);
    expectKind(await press(outcome, 'beside'), 'leave_set');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-10', '2016-08-11 2016-08-12']);
    const touching = await asked('请假 8月13日');
    expect(expectRefused(touching, 'leave_overlaps').merged).toEqual({
      from: '2016-08-08',
      to: '2016-08-13',
    });
    expectKind(await press(touching, 'merge'), 'leave_set');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-13']);
  });

  it('is not merged into one that is too long', async () => {
    await set('请假 2016-09-01 2017-05-01');
    expect(verbs(await asked('请假 2017-04-01 2017-12-31'))).toEqual(['replace']);
  });

  const standIns = async () =>
    (await dialog.store.list('intent')).filter(({ notice }) => notice.kind === 'stand_in').length;

  it.each(['merge', 'replace'])('is entered once, however often it is pressed (%s)', async (verb) => {
    await set('请假 8月10日-8月12日 由安副手代');
    await press(await asked('请假 8月13日-8月15日 由安副手代'), 'beside');
    const outcome = await asked('请假 8月11日-8月12日');
    const first = await press(outcome, verb);
    const [told, entered] = [await standIns(), await dialog.store.list('leave')];
    expect(await press(outcome, verb)).toEqual(first);
    expect(await dialog.store.list('leave')).toEqual(entered);
    expect(await standIns()).toBe(told);
  });

  it('that stands already is not asked about because of another that it only touches', async () => {
    await set('请假 8月8日-8月10日');
    await press(await asked('请假 8月11日-8月12日'), 'beside');
    await set('请假 8月11日-8月12日');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-10', '2016-08-11 2016-08-12']);
  });

  it.each(['merge', 'beside'])('is asked about anew where other leave came between (%s)', async (verb) => {
    await set('请假 8月8日-8月10日');
    const outcome = await asked('请假 8月11日-8月12日');
    expectKind(await dialog.say('安局长', '安警官 请假 8月12日-8月30日'), 'leave_set');
    const before = await leaves();
    const anew = expectRefused(await press(outcome, verb), 'leave_overlaps');
    expect(anew.others).toHaveLength(2);
    expect(await leaves()).toEqual(before);
  });

  it('takes the place of nothing that was not shown', async () => {
    await set('请假 8月8日-8月10日');
    const outcome = await asked('请假 8月10日-8月12日');
    expectKind(await dialog.say('安局长', '安警官 请假 8月12日-8月30日'), 'leave_set');
    expectRefused(await press(outcome, 'replace'), 'leave_overlaps');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-10', '2016-08-12 2016-08-30']);
  });

  it('never stands twice on one day, whatever a button says', async () => {
    await set('请假 8月8日-8月10日');
    const { action, input } = buttonsOf(await asked('请假 8月10日-8月12日'))[0]!;
    expectRefused(await dialog.press('安警官', action, { ...input, verb: 'beside' }), 'leave_overlaps');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-10']);
  });

  it('is the business of whoever asks: in a channel the leave that stands is shown to nobody else', async () => {
    await set('请假 8月8日-8月12日 由安副手代');
    expect(renderOutcome(await asked('请假 8月10日-8月16日'), 'zh')).toMatchObject({ private: true });
  });

  it('is nobody else’s to choose', async () => {
    await set('请假 8月8日-8月12日');
    const outcome = await asked('请假 8月10日-8月16日');
    for (const verb of ['merge', 'replace'])
      expectRefused(await press(outcome, verb, '尚工商'), 'not_your_unit');
    expect(await leaves()).toEqual(['2016-08-08 2016-08-12']);
  });

  it('tells whoever stands in of the new days, and whoever need not any more', async () => {
    await set('请假 8月8日-8月12日 由安副手代');
    await press(await asked('请假 8月10日-8月16日 由安局长代'), 'merge');
    const told = (await dialog.store.list('intent')).flatMap(({ notice, recipient }) =>
      notice.kind === 'stand_in' ? [[recipient, notice.to, notice.ended]] : [],
    );
    expect(told).toContainEqual([await idOf('安局长'), '2016-08-16', false]);
    expect(told).toContainEqual([await idOf('安副手'), '2016-08-12', true]);
  });

  it('of somebody else, or one that is over, stands in the way of nothing', async () => {
    await set('请假 8月5日');
    await dialog.until('2016-08-06 10:00');
    await set('请假 8月6日-8月7日');
    expectKind(await dialog.say('安局长', '请假 8月6日-8月7日'), 'leave_set');
  });
});
