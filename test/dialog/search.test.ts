// Looking for words: what each role finds, and that nobody finds a word of what is not theirs to read.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionInput } from '../../domain/actions.ts';
import type { FoundOutcome } from '../../domain/ask/found.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { ask } from '../support/dialog-questions.ts';
import { done, giveTask } from '../support/dialog-tasks.ts';

const [OFFICE, LEADER, INSPECTOR] = ['文书一', '周正', '督查员'];
const [OURS, HEAD, OTHERS, THIRD] = ['安警官', '安局长', '尚工商', '银人行'];
const MEETING = 'loudi-2016/consultation/2016-08';

let dialog: Dialog;

const report = async (person: string, unit: string, progress: string, week = '2016-W31') =>
  expectKind(
    await dialog.press(person, 'report', {
      obligation: rowId('weekly', unit, week),
      values: fullReport({ progress, next: '继续' }),
    }),
    'filed',
  );
const meet = (person: string, input: ActionInput) =>
  dialog.press(person, 'consultation', { consultation: MEETING, ...input });

const found = (outcome: Outcome): FoundOutcome => expectKind(outcome, 'found');
const names = (outcome: Outcome): string[] =>
  found(outcome).hits.map((hit) => {
    if ('unit' in hit && hit.what === 'report') return `report ${hit.unit.id} ${hit.period.id}`;
    return 'no' in hit ? `${hit.what} ${hit.no}` : hit.what;
  });
const finds = async (person: string, text: string): Promise<string[]> =>
  names(await dialog.say(person, text));

beforeAll(async () => {
  dialog = await openDialog({ now: '2016-08-05 10:00' });
  await report(OURS, 'gaj', '发现旧版羊毛党线索');
  await dialog.until('2016-08-05 10:05');
  await report(OURS, 'gaj', '约谈金融公司，发现资金池一处');
  await dialog.until('2016-08-05 10:10');
  await report(OTHERS, 'gsj', '约谈广告公司，发现P2P平台资金池两处');
  await dialog.until('2016-08-05 10:20');
  await giveTask(dialog, { title: '约谈投资公司', lead: 'gsj', helpers: '' });
  await dialog.until('2016-08-05 10:30');
  const own = await giveTask(dialog, { title: '清理门店', ask: '约谈负责人', lead: 'gaj' });
  await done(dialog, OURS, own, 'sign');
  await dialog.until('2016-08-05 10:40');
  await done(dialog, OURS, own, 'feed_back', { text: '已约谈三人', percent: '30' });
  await dialog.until('2016-08-05 10:50');
  await meet(OTHERS, { verb: 'topic', values: { title: '关于约谈权限', reason: '无', ask: '明确' } });
  await dialog.until('2016-08-05 11:00');
});
afterAll(() => dialog.close());

describe('looking for words', () => {
  it('the office, leaders and inspectors find all of it, what was written last first', async () => {
    const all = ['topic', 'entry 2', 'task 2', 'task 1', 'report gsj 2016-W31', 'report gaj 2016-W31'];
    for (const person of [OFFICE, LEADER, INSPECTOR]) expect(await finds(person, '搜索 约谈')).toEqual(all);
  });

  it('a unit finds its own and nothing of others', async () => {
    for (const person of [OURS, HEAD])
      expect(await finds(person, '搜索 约谈')).toEqual(['entry 2', 'task 2', 'report gaj 2016-W31']);
    expect(await finds(OTHERS, '搜索 约谈')).toEqual(['topic', 'task 1', 'report gsj 2016-W31']);
    expect(await finds(THIRD, '搜索 约谈')).toEqual([]);
  });

  it('says nothing of others, however much of it there is', async () => {
    const shown = async (person: string, text: string) =>
      JSON.stringify(renderOutcome(await dialog.say(person, text), 'zh'));
    expect(await shown(OURS, '搜索 资金池')).not.toMatch(/工商|广告公司|P2P/);
    expect(await shown(THIRD, '搜索 资金池')).not.toMatch(/工商|公安局|两处|一处/);
    expect(found(await dialog.say(OURS, '搜索 资金池')).of).toBe(1);
  });

  it('goes to the asker alone', async () => {
    expect(renderOutcome(await dialog.say(OFFICE, '搜索 约谈'), 'zh')).toMatchObject({ private: true });
  });

  it('shows the words around what was found and leads there', async () => {
    const [hit] = found(await dialog.say(OURS, '搜索 资金池')).hits;
    expect(hit!.excerpt.filter((part) => part.found).map(({ text }) => text)).toEqual(['资金池']);
    expect(hit!.excerpt.map(({ text }) => text).join('')).toBe('约谈金融公司，发现资金池一处');
    const opened = await dialog.press(OURS, 'show', { obligation: rowId('weekly', 'gaj', '2016-W31') });
    expect(opened.kind).toBe('report_shown');
  });

  it('no longer finds what a newer version does not say', async () => {
    expect(await finds(OFFICE, '搜索 羊毛党')).toEqual([]);
  });

  it.each([
    ['搜索 p2p', ['report gsj 2016-W31']],
    ['搜索Ｐ２Ｐ平台', ['report gsj 2016-W31']],
    ['search 资金池', ['report gsj 2016-W31', 'report gaj 2016-W31']],
    ['find 门店 in the tasks', ['task 2']],
    ['查找 门店', ['task 2']],
    ['督办里有没有关于门店的', ['task 2']],
    ['哪些报告提到了资金池', ['report gsj 2016-W31', 'report gaj 2016-W31']],
    ['公安局报告里有没有提到资金池', ['report gaj 2016-W31']],
    ['搜索 资金池 广告', ['report gsj 2016-W31']],
    ['搜索 池', ['report gsj 2016-W31', 'report gaj 2016-W31']],
  ])('%s', async (text, expected) => {
    expect(await finds(OFFICE, text)).toEqual(expected);
  });

  it('looks where, of whom and when it was asked to', async () => {
    const asked = { intent: 'search', query: '约谈' } as const;
    expect(names(await ask(dialog, OFFICE, { ...asked, kind: 'tasks' }))).toEqual([
      'entry 2',
      'task 2',
      'task 1',
    ]);
    expect(names(await ask(dialog, OFFICE, { ...asked, kind: 'decisions' }))).toEqual(['topic']);
    expect(names(await ask(dialog, OFFICE, { ...asked, units: ['gaj'] }))).not.toContain('task 1');
    expect(names(await ask(dialog, OFFICE, { ...asked, from: '2016-08-05' }))).toHaveLength(6);
    expect(names(await ask(dialog, OFFICE, { ...asked, to: '2016-08-04' }))).toEqual([]);
    expect(names(await ask(dialog, OFFICE, { ...asked, period: '2016-08' }))).toHaveLength(6);
  });

  it('says whose reports are not to be read rather than that nothing is in them', async () => {
    const asked = { intent: 'search', query: '资金池', kind: 'reports', units: ['gaj'] } as const;
    const refusal = expectRefused(await ask(dialog, OTHERS, asked), 'content_not_yours');
    expect(refusal.unit.id).toBe('gaj');
    for (const units of [['gaj'], ['gaj', 'gsj']])
      expect(names(await ask(dialog, OURS, { ...asked, units }))).toEqual(['report gaj 2016-W31']);
  });

  it('is asked for from a box as from words', async () => {
    const outcome = await dialog.press(OURS, 'search', { values: { query: ' 资金池 ' } });
    expect(names(outcome)).toEqual(['report gaj 2016-W31']);
  });

  it.each(['', '，。', '😀', '"*()'])('asks for words where there are none (%j)', async (query) => {
    const outcome = found(await dialog.press(OURS, 'search', { values: { query } }));
    expect(outcome).toMatchObject({ usable: false, hits: [], of: 0 });
  });

  it('takes 3000 characters as the first of them', async () => {
    const outcome = found(await dialog.press(OURS, 'search', { values: { query: '资金池'.repeat(1000) } }));
    expect(outcome).toMatchObject({ usable: true, hits: [] });
    expect(outcome.query).toHaveLength(200);
  });

  it.each<[string, ActionInput]>([
    ['a reading of another shape', { reading: { intent: 'search', units: 'gaj' } }],
    ['a unit that is not there', { reading: { intent: 'search', query: '约谈', units: ['nobody'] } }],
  ])('refuses a forged pointer in words: %s', async (_, input) => {
    expectRefused(await dialog.press(OURS, 'search', input), 'choice_gone');
  });

  it('gives nobody more by a forged pointer', async () => {
    const reading = { intent: 'search', query: '资金池', units: ['gsj'] };
    expect(names(await dialog.press(OURS, 'search', { reading }))).toEqual([]);
    expect(names(await dialog.press(OURS, 'search', { reading, offset: -5 }))).toEqual([]);
    for (const offset of [-5, 999])
      expect(names(await dialog.press(OFFICE, 'search', { reading, offset }))).toHaveLength(1);
  });
});

describe('a meeting', () => {
  it('is found by everybody once its agenda is issued and its minutes are approved, and not before', async () => {
    const held = await openDialog({ now: '2016-08-05 10:00' });
    const press = (person: string, input: ActionInput) =>
      held.press(person, 'consultation', { consultation: MEETING, ...input });
    const seen = async (person: string) => names(await held.say(person, '搜索 权限'));
    await press(OTHERS, { verb: 'topic', values: { title: '关于约谈权限', reason: '无', ask: '明确' } });
    expect(await seen(OTHERS)).toEqual(['topic']);
    expect(await seen(THIRD)).toEqual([]);
    expectKind(await press(OFFICE, { verb: 'issue' }), 'consultation');
    expect(await seen(THIRD)).toEqual(['topic']);
    await held.until('2016-08-31 17:00');
    const values = {
      heard: '听取权限情况',
      what_1: '明确权限',
      unit_1: 'gsj',
      due_1: '2016-12-30',
      attended: '',
      excused: '',
      observers: '',
    };
    expectKind(await press(OFFICE, { verb: 'minutes', values }), 'consultation');
    expect(await seen(OFFICE)).toEqual(['topic']);
    expectKind(await press(OFFICE, { verb: 'approve' }), 'consultation');
    expect(await seen(THIRD)).toEqual(['minutes', 'decision', 'topic']);
    await held.close();
  });
});

describe('more than a screen', () => {
  it('is shown a screen at a time, each hit once, none of others among them', async () => {
    const many = await openDialog({ now: '2016-08-05 10:00' });
    for (let no = 1; no <= 15; no += 1) {
      const lead = no % 2 === 0 ? 'gaj' : 'gsj';
      await giveTask(many, { title: `约谈第${no}家`, lead });
    }
    const seen: string[] = [];
    let outcome = found(await many.say(OURS, '搜索 约谈'));
    expect(outcome).toMatchObject({ of: 7, offset: 0 });
    for (;;) {
      seen.push(...names(outcome));
      if (!outcome.next) break;
      outcome = found(await many.press(OURS, 'search', outcome.next));
    }
    expect(seen).toEqual([14, 12, 10, 8, 6, 4, 2].map((no) => `task ${no}`));
    await many.close();
  });
});
