// What answers to questions promise: scope and moment in every one, one screen, the next step that is safe to press, and
// nobody told what is not theirs.

import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { AskRefusal, Choice, UnitTimeliness } from '../../domain/ask/facts.ts';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, type Pointer, renderOutcome } from '../../messages/render.ts';
import { on, period } from '../support/builders.ts';
import { hostile } from '../support/hostile-facts.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import {
  anObligation,
  FILED,
  MONDAY,
  MONTH,
  overdue,
  owedBy,
  unit,
  WEEKLY,
} from '../support/sample-facts.ts';
import {
  aChoice,
  aDue,
  anOverdue,
  aTimeliness,
  aWho,
  manyMissing,
  questionOutcomes,
  questionRefusals,
  someFigures,
} from '../support/sample-questions.ts';
import { aTask } from '../support/sample-tasks.ts';

const CAMPAIGN = 'loudi-2016';
const ONE_SCREEN = 40;

function answer(outcome: Outcome, language: Language = 'zh') {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  const said = plainRendering(rendered.message);
  return { isPrivate: rendered.private, said, lines: said.split('\n'), blocks: rendered.message.blocks };
}

function buttonsOf(block: KnownBlock): object[] {
  if (block.type === 'actions') return block.elements;
  return block.type === 'section' && block.accessory !== undefined ? [block.accessory] : [];
}
/** What an element leads to; a chooser to whatever stands first in it. */
function pointerOf(element: ReturnType<typeof buttonsOf>[number]): Pointer | null {
  const { action_id, value, options } = element as {
    action_id?: string;
    value?: string;
    options?: { value?: string }[];
  };
  return decodeAction(String(action_id), value ?? options?.[0]?.value);
}
const pointers = (blocks: readonly KnownBlock[]): (Pointer | null)[] =>
  blocks.flatMap(buttonsOf).map(pointerOf);
const chases = (outcome: Outcome) =>
  pointers(answer(outcome).blocks).filter((pointer) => pointer?.action === 'chase');

const { clarify, ...dated } = questionOutcomes;
const everyDated: Outcome[] = Object.values(dated).flat();
const everyAnswer: Outcome[] = [...everyDated, ...clarify];

describe('every answer', () => {
  it.each<Outcome>(everyDated)('says its scope and moment, in the notification too: $kind', (outcome) => {
    const [text, ...lines] = answer(outcome).lines;
    // Above it stands at most as what the text was read, where that is not sure.
    const head = lines[outcome.readAs ? 1 : 0];
    expect(text).toMatch(/截至 8月\d日 周. \d\d:\d\d。\)$/);
    expect(head).toMatch(/^\*.+ · 截至 8月\d日 周. \d\d:\d\d/);
  });

  it.each(everyAnswer)('has buttons that find their way back: $kind', (outcome) => {
    expect(pointers(answer(outcome).blocks)).not.toContain(null);
  });

  it.each(everyAnswer)('stays on one screen with sixty of everything: $kind', (outcome) => {
    expect(answer(hostile(outcome)).blocks.length).toBeLessThanOrEqual(ONE_SCREEN);
  });

  it('goes to the asker alone where it is about what they owe or were sent, or states figures; all else may be seen', () => {
    const isPrivate = (kind: keyof typeof questionOutcomes) => answer(questionOutcomes[kind][0]!).isPrivate;
    expect((['due', 'overdue', 'sent', 'figures'] as const).map(isPrivate)).toEqual([true, true, true, true]);
    expect((['who', 'timeliness', 'clarify'] as const).map(isPrivate)).toEqual([false, false, false]);
  });

  it('about figures of units that were named is theirs to read, as their reports are', () => {
    expect(answer(someFigures({ units: [unit('gaj')] })).isPrivate).toBe(true);
  });
});

describe('who has not reported', () => {
  const missing = ['gsj', 'gaj'].map((id) => owedBy(id));

  it('is said in one line, with all of them to chase at once', () => {
    const outcome = aWho('missing', missing, { mayChase: true });
    expect(answer(outcome).said).toContain('\n10 家中 2 家未报：市工商局、市公安局\n[催报 2 家]');
    expect(chases(outcome)).toEqual([
      { action: 'chase', input: { campaign: CAMPAIGN, duty: 'weekly', period: '2016-W31' } },
    ]);
  });

  it('of an area or of some units is chased one by one, so that nobody else is', () => {
    const oneByOne = missing.map(({ id }) => ({ action: 'chase', input: { obligation: id } }));
    expect(chases(aWho('missing', missing, { mayChase: true, area: 'P2P网络借贷' }))).toEqual(oneByOne);
    expect(chases(aWho('missing', missing, { mayChase: true, units: [unit('gsj'), unit('gaj')] }))).toEqual(
      oneByOne,
    );
  });

  it('offers no chase to whoever may not send one', () => {
    expect(chases(aWho('missing', missing))).toEqual([]);
  });

  it('shows more of them than fit one screen by screen, and leads to how all stand', () => {
    const page = {
      from: 0,
      action: 'ask',
      again: { campaign: CAMPAIGN, reading: { intent: 'who' } },
    } as const;
    const { said, blocks } = answer(aWho('missing', manyMissing(60), { of: 60, page }));
    expect(said).toContain('60 家全部未报。\n| 单位 | 情况 |\n| unit-1 | ⏳ 待报 |');
    expect(said).toContain('第 1—12 项，共 60 项');
    expect(said).toContain('[更多（还有 48 项）]');
    expect(pointers(blocks)).toContainEqual({ action: 'ask', input: { ...page.again, no: 12 } });
    const last = answer(aWho('missing', manyMissing(60), { of: 60, page: { ...page, from: 48 } })).said;
    expect(last).toContain('| unit-60 | ⏳ 待报 |\n  _第 49—60 项，共 60 项_');
    expect(last).not.toContain('更多');
    const gone = answer(aWho('missing', manyMissing(60), { of: 60, page: { ...page, from: 72 } })).said;
    expect(gone).toContain('| unit-1 |');
    const forged = answer(aWho('missing', manyMissing(60), { of: 60, page: { ...page, from: -5 } })).said;
    expect(forged).toContain('| unit-1 |');
    expect(forged).toContain('[更多（还有 48 项）]');
    expect(pointers(blocks)).toContainEqual({
      action: 'status',
      input: { campaign: CAMPAIGN, duty: 'weekly', period: '2016-W31' },
    });
  });

  it('is told apart by how each stands', () => {
    const rows = [overdue('gsj', MONDAY), owedBy('gaj', { standing: 'returned' })];
    expect(answer(aWho('missing', rows, MONDAY)).said).toContain(
      '10 家中 2 家未报\n🔴 逾期未报 1：市工商局\n🟡 已退回 1：市公安局',
    );
  });

  it('over several periods counts reports, and says which of each unit', () => {
    const late = {
      ...FILED,
      timeliness: 'late',
      period: { ...MONTH, id: period('2016-W30'), kind: 'week' },
    } as const;
    const rows = [owedBy('gsj', late), owedBy('gsj', { ...FILED, timeliness: 'late' })];
    const { said, blocks } = answer(aWho('late', rows, { period: MONTH, periods: 4, of: 40 }));
    expect(said).toContain('40 份中 2 份迟报：市工商局（第30周、第31周）');
    expect(pointers(blocks)).toEqual([{ action: 'status', input: { campaign: CAMPAIGN, duty: 'weekly' } }]);
  });

  it.each([
    ['nobody', 'late', [], 10, '没有迟报的单位（共 10 家）。'],
    ['the only unit', 'missing', [owedBy('gaj')], 1, '应报 1 家，未报：市公安局'],
    ['no unit owes it', 'missing', [], 0, '没有应报单位。'],
  ] as const)('reads well for %s', (_, state, rows, of, said) => {
    expect(answer(aWho(state, [...rows], { of })).lines[2]).toBe(said);
  });
});

describe('what falls due', () => {
  it('from many units is one line for each duty and deadline', () => {
    const { said } = answer(questionOutcomes.due[0]!);
    expect(said).toContain(
      '第31周工作进展周报 | 8月5日 周五 17:00 | 应报 10 · 已报 6 · 未报 4：市工商局、市公安局、市商务粮食局、双峰县人民政府 |',
    );
    expect(said).toContain('| ⏳ 还差 7 天 | 第32周工作进展周报 |');
    expect(said.match(/第31周工作进展周报/g)).toHaveLength(1);
  });

  it('of my own units is filed from the answer, what is not yet open is not', () => {
    const later = anObligation({ standing: 'upcoming', period: MONTH });
    const { blocks } = answer(aDue({ own: true, rows: [anObligation(), later] }));
    expect(pointers(blocks).map((pointer) => pointer?.action)).toEqual(['report', 'nil', 'status']);
  });

  it('beyond twelve lines is counted, tasks keep some of them', () => {
    const rows = Array.from({ length: 20 }, (_, i) =>
      anObligation({ dueAt: MONDAY.now, id: `row-${i}` as never }),
    );
    const tasks = Array.from({ length: 9 }, (_, i) => aTask({ no: i + 1 }));
    const { said, blocks } = answer(aDue({ own: true, rows, tasks }));
    expect(said).toContain('另有 12 项  [我的待办]');
    expect(said).toContain('另有 5 项  [督办列表]');
    expect(blocks.filter(({ type }) => type === 'section')).toHaveLength(1 + 8 + 1 + 4 + 1);
  });

  it.each([
    [{ from: on('2016-08-05'), to: on('2016-08-05') }, '8月5日 周五 到期'],
    [{ from: null, to: on('2016-08-31') }, '8月31日 周三 前到期'],
    [{ from: on('2016-08-08'), to: null }, '8月8日 周一 起到期'],
    [{ from: null, to: null }, '到期事项'],
  ])('says the days that were asked for: %o', (days, title) => {
    expect(answer(aDue(days)).lines[1]).toMatch(new RegExp(`^\\*${title} · 各单位 · 截至`));
  });
});

describe('nothing overdue', () => {
  it('is said of the units asked about, never of all', () => {
    expect(answer(anOverdue({ units: [unit('gaj')] })).lines[0]).toBe(
      '(逾期事项 · 市公安局：没有逾期事项，截至 8月8日 周一 09:00。)',
    );
    expect(answer(anOverdue({ area: 'P2P网络借贷', light: 'red' })).said).toContain(
      '红灯（逾期）事项 · P2P网络借贷：没有红灯事项',
    );
  });
});

describe('figures', () => {
  it('stand one to a line with their change, and what it is the change from', () => {
    const { said } = answer(someFigures());
    expect(said).toContain(
      '排查机构 86 家（+11）\n发现问题 23 个（+4）\n整改完成 15 个（+6）\n应报 10 · 已报 9\n',
    );
    expect(said).toContain('括号内为比上一报送期的增减。');
  });

  it('of several periods are a line each, newest first', () => {
    expect(answer(questionOutcomes.figures[2]!).lines.slice(2, 5)).toEqual([
      '*第31周* · 尚无报送，没有数据',
      '*第30周* · 排查机构 75 家（+5） · 发现问题 19 个（持平）（应报 3 · 已报 3）',
      '*第29周* · 排查机构 70 家 · 发现问题 19 个（应报 3 · 已报 3）',
    ]);
  });

  it('are not said to be zero where nobody has reported', () => {
    const [first] = someFigures().periods;
    const { said } = answer(someFigures({ periods: [{ ...first!, reported: 0 }] }));
    expect(said).toContain('尚无报送，没有数据');
    expect(said).not.toContain('排查机构');
  });
});

describe('timeliness', () => {
  it('shows its formula, and ranks nobody unless the office wants it', () => {
    const { said } = answer(aTimeliness());
    expect(said).toContain('按时率 = 按时期次 ÷ 应报期次');
    expect(said).toContain('未开启排名，按名册顺序。');
    expect(said).not.toContain('名 人民银行');
  });

  it('gives equal shares one place', () => {
    const places = answer(questionOutcomes.timeliness[1]!).said.match(/(?<=^\| )\d(?= \|)/gm);
    expect(places).toEqual(['1', '1', '3', '4']);
  });

  it('says what is still awaited, so that the numbers add up', () => {
    expect(answer(questionOutcomes.timeliness[2]!).said).toContain(
      '应报 6 · 按时 4 · 迟报 1 · 漏报 0 · 逾期未报 1 · 按时率 67%',
    );
  });

  it('of many units hides none that was late among those that never were', () => {
    const row = (i: number): UnitTimeliness => ({
      unit: { id: `u${i}` as never, name: `单位${i}` },
      due: 4,
      onTime: i === 40 ? 3 : 4,
      late: i === 40 ? 1 : 0,
      missed: 0,
    });
    const { said } = answer(aTimeliness({ rows: Array.from({ length: 60 }, (_, i) => row(i + 1)) }));
    expect(said).toContain('按时率 |\n| 单位40 | 4 | 3 | 1 | 0 | 75% |\n| 单位1 | 4 | 4 | 0 | 0 | 100% |');
  });
});

describe('what was sent', () => {
  it('is worded as it was then, with why', () => {
    expect(answer(questionOutcomes.sent[0]!).said).toContain(
      '*8月4日 周四 09:00* · 明天 17:00 前请报送：工作进展周报（第31周，8月1日—7日）\n　因您是市公安局联络员',
    );
  });
});

describe('a question that has several readings', () => {
  const { now, zone } = clarify[0]!;
  const labels = (choices: Choice[], language: Language = 'zh') =>
    answer({ kind: 'clarify', choices, now, zone }, language)
      .blocks.flatMap(buttonsOf)
      .map((element) => ('text' in element ? (element.text as { text: string }).text : ''));

  it('is asked back in one sentence with at most five buttons', () => {
    const choices = Array.from({ length: 9 }, (_, i) => clarify[0]!.choices[i % 2]!);
    expect(pointers(answer({ kind: 'clarify', choices, now, zone }).blocks)).toHaveLength(5);
  });

  it('carries in each button the reading that it offers', () => {
    expect(pointers(answer(clarify[0]!).blocks)).toEqual([
      { action: 'ask', input: { campaign: CAMPAIGN, reading: { intent: 'status', units: ['gsj'] } } },
      { action: 'ask', input: { campaign: CAMPAIGN, reading: { intent: 'status', units: ['swlsj'] } } },
    ]);
    expect(answer(clarify[0]!).said).toContain('您指的是哪个单位？');
  });

  it('says in words what each of them asks', () => {
    expect(labels(clarify[1]!.choices)).toEqual([
      '工作进展周报 · 第31周 · 哪些单位迟报',
      '8月 · 排查机构数 · 数据',
      'P2P网络借贷和股权众筹 · 待审核的督办事项',
      '市公安局 · 第31周 · 报送情况',
      '市公安局 · 第31周 · 报送内容',
    ]);
    expect(labels(clarify[2]!.choices)).toEqual([
      '在报送件中查找“富民”',
      '市公安局 · 联络员是谁',
      '安警官 · 办理：请假',
      '8月8日 周一 起 · 到期事项',
      '第 9 期通报',
    ]);
    expect(labels(clarify[1]!.choices.slice(3), 'en')).toEqual([
      '市公安局 · week 31 · how reporting stands',
      '市公安局 · week 31 · what was reported',
    ]);
  });

  it.each(['zh', 'en'] as const)(
    'has labels that differ and fit, however long the names are (%s)',
    (language) => {
      const long = (name: string) => ({ ...unit('gaj'), name: name.repeat(90) });
      const same = aChoice({
        units: [long('市')],
        duty: { ...WEEKLY, name: '报'.repeat(90) },
        person: '安'.repeat(90),
      });
      const said = labels(
        [same, same, aChoice({ units: [long('县')] }), aChoice({ query: '😀'.repeat(300) })],
        language,
      );
      expect(new Set(said).size).toBe(4);
      for (const label of said) expect([...label].length).toBeLessThanOrEqual(75);
    },
  );

  it('offers no choice that a button cannot carry', () => {
    const huge = { ...aChoice({}), input: { reading: { intent: 'search', query: '找'.repeat(2000) } } };
    expect(labels([huge, aChoice({})])).toEqual(['报送情况']);
    expect(labels([huge])).toEqual(['帮助']);
  });
});

describe('a question that is not answered', () => {
  const refused = (refusal: Partial<AskRefusal>, language: Language = 'zh') =>
    answer(
      {
        kind: 'refused',
        refusal: { kind: 'not_read', reason: 'not_understood', near: [], contact: [], ...refusal },
      },
      language,
    );

  it.each(questionRefusals.not_read)('says why in one line: $reason', (refusal) => {
    const { lines, isPrivate } = refused(refusal);
    expect(lines).toHaveLength(3);
    expect(isPrivate).toBe(false);
  });

  it('offers the three likeliest commands and no more', () => {
    const { blocks } = refused({ near: ['missing', 'status', 'mine', 'show'] });
    expect(pointers(blocks).map((pointer) => pointer?.action)).toEqual(['missing', 'status', 'mine', 'help']);
  });

  it('refers to the office where it is not open to the asker', () => {
    expect(refused({ reason: 'forbidden', contact: ['文书一'] }).said).toContain(
      '可以向办公室了解（文书一）。',
    );
    expect(refused({ reason: 'forbidden' }).said).toContain('可以向领导小组办公室了解。');
    expect(refused({ reason: 'smalltalk', contact: ['文书一'] }).said).not.toContain('文书一');
  });

  it('leads to all units where the unit is not known', () => {
    expect(pointers(refused({ reason: 'unknown_unit', near: ['status'] }).blocks)[0]).toEqual({
      action: 'roster',
      input: {},
    });
  });

  it('shows how one may ask where nothing is near', () => {
    expect(refused({}).said).toContain('可以这样问：谁还没交周报');
    expect(refused({}, 'en').said).toContain('Try: who has not reported');
  });
});
