// A question with several readings: what is put to the asker, and what a press on it comes to, be it old, forged or another's.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTENTS } from '../../commands/ask/reading.ts';
import { act } from '../../commands/registry.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import { type Asked, asReading, sayReadAs } from '../support/dialog-questions.ts';
import { LIAISON, OFFICE } from '../support/dialog-tasks.ts';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
});
afterAll(() => dialog.close());

describe('of several readings', () => {
  const unclear = (...readings: Asked[]) =>
    sayReadAs(dialog, OFFICE, '请问一下', { clarify: readings.map((each) => asReading(each, 0.5)) });

  const choicesOf = async (...readings: Asked[]) => expectKind(await unclear(...readings), 'clarify').choices;

  it('two units are put to the asker with what was asked of them', async () => {
    const choices = await choicesOf(
      { intent: 'latest', units: ['gaj'], period: '2016-W31' },
      { intent: 'latest', units: ['gsj'], period: '2016-W31' },
    );
    expect(choices.map(({ asks }) => asks)).toMatchObject([
      { intent: 'latest', units: [{ id: 'gaj', name: '市公安局' }], period: { kind: 'week' } },
      { intent: 'latest', units: [{ id: 'gsj' }] },
    ]);
    expect(expectKind(await dialog.press(OFFICE, 'ask', choices[0]!.input), 'nothing_filed').unit.id).toBe(
      'gaj',
    );
  });

  it('a press answers exactly the reading that was offered', async () => {
    const [who, timeliness] = await choicesOf(
      { intent: 'who', state: 'late', period: '2016-W30', duty: 'weekly' },
      { intent: 'timeliness', period: '2016-07' },
    );
    expect(expectKind(await dialog.press(OFFICE, 'ask', who!.input), 'who')).toMatchObject({
      state: 'late',
      period: { id: '2016-W30' },
    });
    expect(expectKind(await dialog.press(OFFICE, 'ask', timeliness!.input), 'timeliness').from).toBe(
      '2016-07-01',
    );
  });

  it('two readings that ask the same are one, and it is answered', async () => {
    expect((await unclear({ intent: 'timeliness' }, { intent: 'timeliness' })).kind).toBe('timeliness');
  });

  it('a press is answered as far as whoever presses may see it', async () => {
    const [mine] = await choicesOf(
      { intent: 'latest', units: ['gsj'] },
      { intent: 'status', units: ['gsj'] },
    );
    expectRefused(await dialog.press(LIAISON, 'ask', mine!.input), 'content_not_yours');
    expectRefused(await dialog.press('路人', 'ask', mine!.input), 'unknown_person');
  });

  it('what was chosen is what a follow-up leans on', async () => {
    const kept: unknown[] = [];
    const conversation = { before: () => null, keep: (asked: unknown) => void kept.push(asked) };
    const [who] = await choicesOf({ intent: 'who', state: 'late' }, { intent: 'timeliness' });
    await act(dialog.deps, await dialog.slackOf(OFFICE), 'ask', who!.input, conversation);
    expect(kept).toEqual([
      { campaign: 'loudi-2016', reading: { intent: 'who', state: 'late', used: [], sure: 1 } },
    ]);
    await act(dialog.deps, await dialog.slackOf(OFFICE), 'ask', { reading: { intent: 'rob' } }, conversation);
    expect(kept).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['unreadable', undefined],
    ['unreadable', {}],
    ['unreadable', { intent: 'destroy' }],
    ['unreadable', { intent: 'constructor' }],
    ['unreadable', { intent: ['who'] }],
    ['unreadable', { intent: 'who', sudo: true }],
    ['unreadable', { intent: 'who', hasOwnProperty: 1 }],
    ['unreadable', { intent: 'who', units: 'gaj' }],
    ['unreadable', { intent: 'who', units: [] }],
    ['unreadable', { intent: 'who', units: [{ $gt: '' }] }],
    ['unreadable', { intent: 'who', state: 'dead' }],
    ['unreadable', { intent: 'who', period: "2016-W31'; --" }],
    ['unreadable', { intent: 'due', from: '2016-02-31' }],
    ['unreadable', { intent: 'task', task: -1 }],
    ['unreadable', { intent: 'task', task: 1.5 }],
    ['unreadable', { intent: 'search', query: '找'.repeat(2000) }],
    ['unreadable', { intent: 'act', command: 'home' }],
    ['unit', { intent: 'status', units: ['gaj', 'swj'] }],
    ['duty', { intent: 'who', duty: 'daily' }],
    ['area', { intent: 'status', area: 'moon' }],
    ['phase', { intent: 'status', phase: 'later' }],
    ['phase', { intent: 'status', period: 'phase:later' }],
    ['figure', { intent: 'figures', figure: ['checked', 'gold'] }],
    ['person', { intent: 'contact', person: '王二麻子' }],
  ])('a forged or stale choice is refused in words: %s, %o', async (what, reading) => {
    const refusal = expectRefused(
      await dialog.press(OFFICE, 'ask', { reading: reading as never }),
      'choice_gone',
    );
    expect(refusal.what).toBe(what);
  });

  it('no reading that a person could ask is too strange to be offered', async () => {
    for (const intent of INTENTS) {
      const [choice] = await choicesOf(
        { intent, query: '富民', task: 1, period: '2016-W31' },
        { intent: 'mine', no: 1 },
      );
      const said = await dialog.press(OFFICE, 'ask', choice!.input);
      if (said.kind === 'refused') expect(said.refusal.kind).not.toBe('choice_gone');
    }
  });
});
