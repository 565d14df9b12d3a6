// What an answer covers: periods that have not begun say so and when they will, longer spans are answered for as a whole, and
// text and picture name one and the same span. Friday 2016-08-05, 15:30.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { type Rendered, renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, fullReport, openDialog, rowId } from '../support/dialog.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';

const OFFICE = '文书一';
const LIAISON = '安警官';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog({ now: '2016-07-29 10:00' });
  const filed = (week: string, checked: string) =>
    dialog.press(LIAISON, 'report', {
      obligation: rowId('weekly', 'gaj', week),
      values: fullReport({ 'figure:checked': checked }),
    });
  await filed('2016-W30', '9');
  await dialog.until('2016-08-05 15:30');
  await filed('2016-W31', '12');
});
afterAll(() => dialog.close());

type Shown = Extract<Rendered, { kind: 'message' }>;
function shown(outcome: Outcome, language: 'zh' | 'en' = 'zh'): Shown {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return rendered;
}
const textOf = (outcome: Outcome, language: 'zh' | 'en' = 'zh') =>
  plainRendering(shown(outcome, language).message);
const asks = (asked: Asked, person = OFFICE) => ask(dialog, person, asked);

describe('a period that has not begun', () => {
  const NEXT_WEEK = '2016-W32';

  it.each<[string, Asked]>([
    ['who is missing', { intent: 'who', duty: 'weekly', period: NEXT_WEEK }],
    ['who is missing of some', { intent: 'who', period: NEXT_WEEK, units: ['gaj', 'gsj'] }],
    ['who was late', { intent: 'who', state: 'late', period: NEXT_WEEK }],
    ['how it stands', { intent: 'status', period: NEXT_WEEK }],
    ['how a unit stands', { intent: 'status', period: NEXT_WEEK, units: ['gaj'] }],
    ['how an area stands', { intent: 'status', period: NEXT_WEEK, area: 'p2p' }],
    ['its figures', { intent: 'figures', period: NEXT_WEEK }],
    ['its timeliness', { intent: 'timeliness', period: NEXT_WEEK }],
    ['what a unit reported', { intent: 'latest', period: NEXT_WEEK, units: ['gaj'] }],
  ])('is said to be one, with when it opens and what is due then (%s)', async (_, asked) => {
    const said = expectKind(await asks(asked), 'not_begun');
    expect(said.coming).toMatchObject([{ first: { duty: { id: 'weekly' }, period: { id: NEXT_WEEK } } }]);
    const zh = textOf(said);
    expect(zh).toContain('还没有开始');
    expect(zh).toContain('8月8日 周一');
    expect(zh).toContain('截止 8月12日 周五 17:00');
    expect(zh).not.toContain('应报 0');
    expect(textOf(said, 'en')).toContain('has not begun');
  });

  it('says how many will owe it', async () => {
    expect(textOf(await asks({ intent: 'who', period: NEXT_WEEK }))).toContain('届时应报 10 家');
    expect(textOf(await asks({ intent: 'status', period: NEXT_WEEK, units: ['gaj'] }))).toContain('市公安局');
  });

  it.each(['谁没报 下周', '谁没报 第32周', '状态 下周', '状态 公安局 下周', 'missing next week'])(
    'is said to be one by the command too (%s)',
    async (text) => {
      expect((await dialog.say(OFFICE, text)).kind).toBe('not_begun');
    },
  );

  it.each<Asked>([
    { intent: 'who', period: '2016-10' },
    { intent: 'figures', period: '2016-10' },
    { intent: 'timeliness', period: '2016-10' },
    { intent: 'status', period: '2016-10' },
  ])('may be a month (%o)', async (asked) => {
    const zh = textOf(await asks(asked));
    expect(zh).toContain('10月');
    expect(zh).toContain('还没有开始');
    expect(zh).toMatch(/共 \d 期/);
  });

  it.each<Asked>([
    { intent: 'status', phase: 'inspect' },
    { intent: 'who', period: 'phase:inspect' },
    { intent: 'timeliness', period: 'phase:inspect' },
  ])('or a phase (%o)', async (asked) => {
    const zh = textOf(await asks(asked));
    expect(zh).toContain('督查评估阶段');
    expect(zh).toContain('还没有开始');
  });

  it('has a next step for each', async () => {
    for (const person of [OFFICE, LIAISON, '周正', '督查员'])
      expect(textOf(await asks({ intent: 'who', period: NEXT_WEEK }, person))).toMatch(/\[.+\]/);
  });
});

describe('text and picture', () => {
  it.each<[string, Asked, string, string]>([
    [
      'timeliness of a month',
      { intent: 'timeliness', period: '2016-07' },
      '7月的 5 期（6月27日—7月31日）',
      '5 periods of July (27 Jun–31 Jul)',
    ],
    [
      'timeliness of a phase',
      { intent: 'timeliness', period: 'phase:cleanup', duty: 'weekly' },
      '清理整顿阶段的 6 期（6月27日—8月7日）',
      '6 periods of phase 清理整顿 (27 Jun–7 Aug)',
    ],
    [
      'timeliness of days',
      { intent: 'timeliness', from: '2016-07-10', to: '2016-08-05' },
      '7月10日—8月5日的 4 期（7月11日—8月7日）',
      '4 periods of 10 Jul–5 Aug (11 Jul–7 Aug)',
    ],
    [
      'figures of a month',
      { intent: 'figures', period: '2016-07' },
      '7月的 5 期（6月27日—7月31日）',
      '5 periods of July (27 Jun–31 Jul)',
    ],
  ])('name one and the same span (%s)', async (_, asked, zh, en) => {
    const said = await asks(asked);
    for (const [language, span] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const { message, picture } = shown(said, language);
      expect(plainRendering(message)).toContain(span);
      if (picture) expect(picture.scope).toContain(span);
    }
  });

  it('say by which rule a period belongs to a month', async () => {
    const { message, picture } = shown(await asks({ intent: 'timeliness', period: '2016-07' }));
    expect(plainRendering(message)).toContain('一期算在其应报日所在的月份');
    expect(picture?.note).toContain('一期算在其应报日所在的月份');
  });
});

describe('a whole year', () => {
  const YEAR = { from: '2016-01-01', to: '2016-12-31' };

  it.each<[string, object]>([
    ['days', YEAR],
    ['period', { period: '2016' }],
  ])('is answered for as a whole (as %s)', async (_, when) => {
    const late = expectKind(await asks({ intent: 'timeliness', ...when }), 'timeliness');
    expect(late.rows.find(({ unit }) => unit.id === 'gaj')).toMatchObject({ due: 2, onTime: 2 });
    expect(textOf(late)).toContain('6月1日—12月31日');
    const figures = expectKind(await asks({ intent: 'figures', figure: ['checked'], ...when }), 'figures');
    expect(figures.sum?.totals).toMatchObject([{ id: 'checked', total: 21 }]);
    expect(textOf(figures)).toContain('合计');
    expect(textOf(figures)).toContain('排查机构 21 家');
    const who = expectKind(await asks({ intent: 'who', duty: 'weekly', ...when }), 'who');
    expect(who.rows.map(({ period }) => period.id)).toEqual(expect.arrayContaining(['2016-W30', '2016-W31']));
    expect(textOf(who)).toContain('6月1日—12月31日');
    const status = expectKind(await asks({ intent: 'status', ...when }), 'timeliness');
    expect(status.rows).toHaveLength(10);
  });

  it.each([['一共'], ['累计'], ['so far'], ['今年']])(
    'figures up to now are of the whole campaign: %s',
    async (word) => {
      const figures = expectKind(
        await asks({ intent: 'figures', figure: ['checked'], used: [word] }),
        'figures',
      );
      expect(figures.sum?.totals).toMatchObject([{ id: 'checked', total: 21 }]);
      expect(figures.covers?.whole).toMatchObject({ from: '2016-06-01', to: '2016-08-05' });
    },
  );

  it('figures without a word on when are of this week and the last', async () => {
    const figures = expectKind(
      await asks({ intent: 'figures', figure: ['checked'], used: ['排查'] }),
      'figures',
    );
    expect(figures.sum).toBeUndefined();
    expect(figures.periods).toHaveLength(2);
  });

  it('leads on to nothing that its days cannot name', async () => {
    const said = shown(await asks({ intent: 'who', duty: 'weekly', ...YEAR }));
    expect(JSON.stringify(said.message.blocks)).not.toMatch(/period[^}]{0,8}(?:2016-01-01|\.\.)/);
  });

  it.each(['9999年12月31日要交什么', 'what is due 9999-12-31', '0001-01-01 谁没报'])(
    'is answered where no calendar goes: %s',
    async (text) => {
      expect(renderOutcome(await dialog.say(LIAISON, text), 'zh').kind).toBe('message');
    },
  );

  it.each<Record<string, string>>([
    { from: '0001-01-01', to: '9999-12-31' },
    { from: '9999-12-31', to: '0001-01-01' },
    { to: '0001-01-01' },
    { from: '9999-12-31' },
    { period: '0000' },
    { period: '9999' },
  ])('is as good as none where no calendar goes: a button may say anything (%o)', async (when) => {
    for (const intent of ['who', 'status', 'figures', 'timeliness', 'latest', 'due', 'mine'] as const)
      for (const duty of ['weekly', 'consultation', 'plan-filing']) {
        const reading = { intent, duty, ...when };
        const outcome = await dialog.press(LIAISON, 'ask', { reading });
        expect(renderOutcome(outcome, 'zh').kind).toMatch(/message|modal/);
      }
  });
});
