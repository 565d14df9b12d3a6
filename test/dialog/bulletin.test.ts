// 通报: from draft to publication, and what may not follow what.

import { afterEach, describe, expect, it } from 'vitest';
import { at } from '../support/builders.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

let dialog: Dialog;
/** Monday of week 32, the bulletin on week 31 drafted; two units have reported. */
const monday = async (): Promise<void> => {
  dialog = await openDialog();
  const file = (person: string, unit: string, values: Record<string, string>) =>
    dialog.press(person, 'report', {
      obligation: rowId('weekly', unit, '2016-W31'),
      values: fullReport(values),
    });
  await file('安警官', 'gaj', { progress: '公安排查 12 家' });
  await file('尚工商', 'gsj', { progress: '工商排查 8 家', 'figure:checked': '8' });
  await dialog.until('2016-08-08 09:00');
};
afterEach(() => dialog.close());

const bulletinOf = async (text: string) => expectKind(await dialog.say('文书一', text), 'bulletin');
const messages = () => dialog.store.list('message', { orderBy: 'createdAt' });

describe('通报', () => {
  it('is previewed with the numbers of this moment', async () => {
    await monday();
    const { bulletin, did } = await bulletinOf('通报');
    expect(did).toBe('preview');
    expect(bulletin).toMatchObject({
      state: 'drafted',
      no: null,
      collectsPeriod: { id: '2016-W31' },
      counts: { due: 10, onTime: 2, missing: 8 },
    });
  });

  it('goes from approval to publication, draws number 1 and posts head and parts', async () => {
    await monday();
    expect((await bulletinOf('通报 批准')).bulletin).toMatchObject({
      state: 'approved',
      approvedBy: '文书一',
    });
    expect((await bulletinOf('通报 发布')).bulletin).toMatchObject({
      state: 'published',
      no: 1,
      publishedBy: '文书一',
    });
    expect((await messages()).map(({ content }) => content.kind).sort()).toEqual([
      'bulletin_head',
      'bulletin_part',
      'bulletin_part',
      'bulletin_part',
      'bulletin_part',
    ]);
    expect((await dialog.row('bulletin', 'jrb', '2016-W32')).state).toBe('accepted');
  });

  it('keeps the numbers that were approved', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    await dialog.press('简银监', 'report', {
      obligation: rowId('weekly', 'yjfj', '2016-W31'),
      values: fullReport(),
    });
    expect((await bulletinOf('通报')).bulletin.counts).toMatchObject({ missing: 8 });
  });

  it('lets one of three who publish at once win; the others see that it is out', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    const outcomes = await Promise.all(
      ['文书一', '金主任', '文书一'].map((who) => dialog.say(who, '通报 发布')),
    );
    expect(outcomes.filter(({ kind }) => kind === 'bulletin')).toHaveLength(1);
    for (const outcome of outcomes.filter(({ kind }) => kind !== 'bulletin'))
      expect(expectRefused(outcome, 'bulletin_state')).toMatchObject({
        wanted: 'already_published',
        bulletin: { no: 1 },
      });
    expect(await messages()).toHaveLength(5);
  });

  it('numbers one after the other without a gap', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    await dialog.say('文书一', '通报 发布');
    await dialog.until('2016-08-15 09:00');
    await dialog.say('文书一', '通报 批准');
    expect((await bulletinOf('通报 发布')).bulletin.no).toBe(2);
    expect((await bulletinOf('通报 第1期')).bulletin).toMatchObject({
      no: 1,
      collectsPeriod: { id: '2016-W31' },
    });
  });

  it.each([
    ['通报 发布', 'approve_first'],
    ['通报 更正 有误', 'not_published'],
  ])('refuses “%s” for a draft: %s', async (typed, wanted) => {
    await monday();
    expect(expectRefused(await dialog.say('文书一', typed), 'bulletin_state').wanted).toBe(wanted);
  });

  it('is approved once', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    const refusal = expectRefused(await dialog.say('金主任', 'bulletin approve'), 'bulletin_state');
    expect(refusal).toMatchObject({ wanted: 'already_approved', bulletin: { approvedBy: '文书一' } });
  });

  it('is only corrected after publication, with numbers of its own', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    await dialog.say('文书一', '通报 发布');
    expect(expectRefused(await dialog.say('文书一', '通报 编辑'), 'bulletin_state').wanted).toBe(
      'already_published',
    );
    expectKind(await dialog.say('文书一', '通报 更正'), 'ask_form');
    const { bulletin } = await bulletinOf('通报 更正 双峰县应为按时，P2P 数以附表为准');
    expect(bulletin).toMatchObject({
      no: 1,
      corrections: [{ no: 1, text: '双峰县应为按时，P2P 数以附表为准', by: '文书一' }],
    });
    const head = (await messages()).find(({ content }) => content.kind === 'bulletin_head')!;
    const correction = (await messages()).find(({ content }) => content.kind === 'bulletin_correction')!;
    expect(correction.after).toBe(head.id);
  });

  it('offers the texts of the reports as highlights and keeps what was written', async () => {
    await monday();
    const { form } = expectKind(await dialog.say('文书一', '通报 编辑'), 'ask_form');
    expect(form).toMatchObject({
      form: 'bulletin_edit',
      candidates: [
        { unit: { id: 'gsj' }, text: '工商排查 8 家' },
        { unit: { id: 'gaj' }, text: '公安排查 12 家' },
      ],
    });
    const values = { overview: '总体平稳', problems: '', next: '按时报送', highlights: 'gaj' };
    const outcome = expectKind(
      await dialog.press('文书一', 'bulletin', { verb: 'edit', values }),
      'bulletin',
    );
    expect(outcome).toMatchObject({
      did: 'edited',
      bulletin: {
        overview: '总体平稳',
        problems: null,
        next: '按时报送',
        highlights: [{ unit: { id: 'gaj' }, text: '公安排查 12 家' }],
      },
    });
    const again = expectKind(await dialog.say('文书一', '通报 编辑'), 'ask_form');
    expect(again.form.values).toEqual(values);
  });

  it('becomes a draft again when it is edited after approval', async () => {
    await monday();
    await dialog.say('文书一', '通报 批准');
    const outcome = await dialog.press('文书一', 'bulletin', { verb: 'edit', values: { overview: '改' } });
    expect(expectKind(outcome, 'bulletin').bulletin).toMatchObject({ state: 'drafted', approvedBy: null });
  });

  it('refuses an edit with what is wrong at its field and what was typed', async () => {
    await monday();
    const values = { overview: '绝密★', highlights: 'xhx' };
    const { form } = expectRefused(
      await dialog.press('文书一', 'bulletin', { verb: 'edit', values }),
      'form',
    );
    expect(form).toMatchObject({
      values,
      problems: [
        { field: 'overview', kind: 'classified' },
        { field: 'highlights', kind: 'not_a_choice' },
      ],
    });
  });

  it('says when the first will be drafted while there is none', async () => {
    dialog = await openDialog({ plannedFrom: '2016-08-02 08:00', now: '2016-08-02 09:00' });
    const refusal = expectRefused(await dialog.say('文书一', '通报'), 'no_bulletin');
    expect(refusal.nextAt).toBe(at('2016-08-08 00:00'));
  });

  it('does not know other verbs, nor a bulletin that is not there', async () => {
    await monday();
    expectRefused(await dialog.say('文书一', '通报 撤回'), 'unknown_word');
    expectRefused(await dialog.press('文书一', 'bulletin', { verb: 'destroy' }), 'unknown_word');
    expectRefused(
      await dialog.press('文书一', 'bulletin', { bulletin: 'loudi-2016/bulletin/2099-W01' }),
      'gone',
    );
  });

  it.each(['安警官', '周正', '督查员'])('is the office’s alone, not %s’s', async (person) => {
    await monday();
    expectRefused(await dialog.say(person, '通报'), 'office_only');
    expectRefused(await dialog.press(person, 'bulletin', { verb: 'publish' }), 'office_only');
  });
});
