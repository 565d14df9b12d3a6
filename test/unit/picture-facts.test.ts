import { describe, expect, it } from 'vitest';
import {
  type Cell,
  cellOf,
  cellsOf,
  heatMapOf,
  linesOf,
  MOST_PERIODS,
  MOST_UNITS,
} from '../../domain/ask/picture.ts';
import type { PeriodFacts } from '../../domain/facts.ts';
import type { ObligationRow } from '../../domain/things.ts';
import { labelPicture } from '../../messages/picture.ts';
import { aRow } from '../support/a-row.ts';
import { at, on, period, unitId } from '../support/builders.ts';
import { hostile } from '../support/hostile-facts.ts';
import { CHECKED, MOMENT, PROBLEMS, unit, WEEKLY } from '../support/sample-facts.ts';
import { aHeatMap, someLines, weeks } from '../support/sample-pictures.ts';

const filed = (when: string, over: Partial<ObligationRow> = {}) =>
  aRow({ state: 'submitted', firstFiledAt: at(when), latestNo: 1, ...over });

describe('a field of the heat map shows', () => {
  it.each<[Cell, ObligationRow, string]>([
    ['open', aRow(), '2016-08-05 16:00'],
    ['overdue', aRow(), '2016-08-05 17:01'],
    ['missed', aRow(), '2016-08-08 00:00'],
    ['on_time', filed('2016-08-05 15:00'), '2016-08-05 16:00'],
    ['nil', filed('2016-08-05 15:00', { nil: true }), '2016-08-05 16:00'],
    ['late', filed('2016-08-06 10:00'), '2016-08-07 09:00'],
    ['late', filed('2016-08-06 10:00', { nil: true }), '2016-08-07 09:00'],
    ['missed', filed('2016-08-09 10:00'), '2016-08-09 11:00'],
    [
      'returned',
      filed('2016-08-04 10:00', { state: 'returned', returnDueAt: at('2016-08-08 17:30') }),
      '2016-08-05 16:00',
    ],
    [
      'overdue',
      filed('2016-08-04 10:00', { state: 'returned', returnDueAt: at('2016-08-05 10:00') }),
      '2016-08-05 16:00',
    ],
    ['waived', aRow({ state: 'waived' }), '2016-08-09 00:00'],
  ])('%s', (cell, row, when) => {
    expect(cellOf(row, at(when))).toBe(cell);
  });
});

const rowIn = (id: string, { id: week }: PeriodFacts, over: Partial<ObligationRow> = {}) =>
  aRow({ unit: unitId(id), period: week, ...over });
const sources = (periods: PeriodFacts[], rows: ObligationRow[], ids: string[]) => ({
  ...MOMENT,
  duty: WEEKLY,
  periods,
  cells: new Map(
    [...new Set(rows.map(({ period }) => period))].map((id) => [
      id,
      cellsOf(
        rows.filter(({ period }) => period === id),
        MOMENT.now,
      ),
    ]),
  ),
  units: ids.map((id) => ({ unit: unit(id), onTime: 1, due: 2 })),
});

describe('a heat map', () => {
  it('has a row for each unit and a column for each period that the ledger knows, by time', () => {
    const [first, second, third, unknown] = weeks(4) as [PeriodFacts, PeriodFacts, PeriodFacts, PeriodFacts];
    const rows = [
      rowIn('gaj', first, { state: 'waived' }),
      rowIn('gaj', second),
      rowIn('gsj', third, { state: 'submitted', firstFiledAt: at('2016-08-05 15:00') }),
    ];
    const map = heatMapOf(sources([first, second, third, unknown], rows, ['gaj', 'gsj']));
    expect(map?.columns).toEqual([first, second, third]);
    expect(map?.rows.map(({ cells }) => cells)).toEqual([
      ['waived', 'open', 'none'],
      ['none', 'none', 'on_time'],
    ]);
    expect(map?.hidden).toEqual({ units: 0, periods: 0 });
  });

  it('is not drawn where words are faster: two periods, or one unit over three', () => {
    const all = weeks(3);
    const two = all.slice(0, 2).flatMap((week) => [rowIn('gaj', week), rowIn('gsj', week)]);
    expect(heatMapOf(sources(all, two, ['gaj', 'gsj']))).toBeNull();
    const three = all.map((week) => rowIn('gaj', week));
    expect(heatMapOf(sources(all, three, ['gaj']))).toBeNull();
  });

  it('shows the gravest thirty of more units in their order, and the newest of more periods, and says so', () => {
    const all = weeks(MOST_PERIODS + 2);
    const ids = Array.from({ length: MOST_UNITS + 3 }, (_, i) => `u${i}`);
    const good = { state: 'submitted', firstFiledAt: at('2016-08-05 15:00') } as const;
    const rows = ids.flatMap((id, no) =>
      all.map((week) =>
        rowIn(id, week, no < 3 ? good : { missedAt: at('2016-08-05 10:00'), dueAt: at('2016-08-05 09:00') }),
      ),
    );
    const map = heatMapOf(sources(all, rows, ids))!;
    expect(map.hidden).toEqual({ units: 3, periods: 2 });
    expect(map.rows.map(({ unit: { id } }) => id)).toEqual(ids.slice(3));
    expect(map.columns).toEqual(all.slice(2));
    expect(labelPicture(map, 'zh').note).toBe('另有 3 家未画出，画出的是漏报、迟报较多的，更早的 2 期未画出');
  });
});

describe('lines', () => {
  const totals = (checked: number) => [
    { ...CHECKED, total: checked },
    { ...PROBLEMS, total: 1 },
  ];
  const over = (values: (number | null)[]) =>
    linesOf({
      ...MOMENT,
      duty: WEEKLY,
      units: null,
      area: null,
      periods: weeks(values.length).map((week, i) => ({
        period: week,
        totals: values[i] === null ? null : totals(values[i]!),
      })),
    });

  it('have a value for each period, none where nobody had reported', () => {
    expect(over([12, null, 31])?.series.map(({ values }) => values)).toEqual([
      [12, null, 31],
      [1, null, 1],
    ]);
  });

  it.each([[[12, 31]], [[12, null, null]], [[null, null, null]]])(
    'are not drawn where words are faster: %j',
    (values) => {
      expect(over(values)).toBeNull();
    },
  );
});

describe('the text in place of a picture', () => {
  it('says in Chinese how all stood, and whose troubles lie where', () => {
    expect(labelPicture(aHeatMap(3, 4), 'zh').alt).toMatchInlineSnapshot(
      `"表格图：工作进展周报按时情况 · 3 家 × 4 期 · 7月11日—8月7日 · 截至 8月5日 周五 16:00。漏报 1，逾期未报 1，迟报 1，零报告 1，按时 7，未到期 1。人民银行娄底市中心支行（第28周 漏报）、娄底银监分局（第30周 迟报、第31周 逾期未报）。"`,
    );
    expect(labelPicture(someLines(2, 6), 'zh').alt).toMatchInlineSnapshot(
      `"折线图：工作进展周报数据 · 各单位 · 6 期 · 6月27日—8月7日 · 截至 8月5日 周五 16:00。排查机构数（家）：第26周 40、第27周 63、第29周 86、第30周 86、第31周 86。发现问题数（个）：第26周 20、第27周 32、第29周 43、第30周 43、第31周 43。"`,
    );
  });

  it('says the same in English', () => {
    expect(labelPicture(aHeatMap(3, 4), 'en').alt).toMatchInlineSnapshot(
      `"Chart of units by periods: Timeliness of 工作进展周报 · 3 units × 4 periods · 11 Jul–7 Aug · as of Fri 5 Aug 16:00. missed 1, overdue 1, late 1, nil report 1, on time 7, not yet due 1. 人民银行娄底市中心支行 (week 28 missed), 娄底银监分局 (week 30 late, week 31 overdue)."`,
    );
    expect(labelPicture(someLines(2, 6), 'en').alt).toMatchInlineSnapshot(
      `"Line chart: Figures of 工作进展周报 · all units · 6 periods · 27 Jun–7 Aug · as of Fri 5 Aug 16:00. 排查机构数 (家): week 26 40, week 27 63, week 29 86, week 30 86, week 31 86. 发现问题数 (个): week 26 20, week 27 32, week 29 43, week 30 43, week 31 43."`,
    );
  });

  it('says that nothing was missed where nothing was', () => {
    const map = aHeatMap(2, 3);
    const rows = map.rows.map((row) => ({ ...row, cells: row.cells.map((): Cell => 'on_time') }));
    expect(labelPicture({ ...map, rows }, 'zh').alt).toContain('按时 6。没有漏报、迟报。');
  });

  it.each(['zh', 'en'] as const)('fits into what Slack takes, whatever the names (%s)', (language) => {
    for (const picture of [hostile(aHeatMap(30, 26)), hostile(someLines(2, 26))]) {
      const labels = labelPicture(picture, language);
      expect([...labels.alt].length).toBeLessThanOrEqual(1000);
      expect(labels.fileName).toMatch(/^[a-z0-9-]+$/);
      expect(JSON.stringify(labels)).not.toMatch(/[\u202E\u2066\u200F]/);
    }
  });

  it('tells a week of another year by its year', () => {
    const map = aHeatMap(3, 3);
    const [first, ...others] = map.columns;
    const columns = [
      { ...first!, id: period('2015-W52'), from: on('2015-12-21'), to: on('2015-12-27') },
      ...others,
    ];
    expect(labelPicture({ ...map, columns }, 'zh').scope).toContain('2015年12月21日');
  });
});
