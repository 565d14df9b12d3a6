// 台账 as a spreadsheet table: one line a row of the ledger, in the reader's language. Knows the facts of rows, not where
// they come from; the numbers and standings are the same that every screen shows.

import type { Language, UnitKind } from '../domain/campaign.ts';
import type { FigureFacts, ObligationFacts, Timeliness } from '../domain/facts.ts';
import type { FigureId, Instant } from '../domain/ids.ts';
import type { Waiver } from '../domain/things.ts';
import { civilOf } from '../domain/zone.ts';
import { catalogs } from '../messages/catalog.ts';
import { type Cell, toCsv } from './ledger-csv.ts';

/** One line of the table: a row of the ledger, its unit's kind and the figures of its newest report. */
export type LedgerLine = {
  obligation: ObligationFacts;
  unitKind: UnitKind;
  figures: Partial<Record<FigureId, number>>;
};

/** What only the table says; kinds of units and standings are said as on every screen. */
type Words = {
  headers: readonly string[];
  timeliness: Record<Exclude<Timeliness, null>, string>;
  waiver: Record<Waiver, string>;
  dispute: Record<ObligationFacts['dispute'], string>;
  yes: string;
  file: string;
};

const zh: Words = {
  headers: [
    '专项行动',
    '报送事项',
    '报送期',
    '起',
    '止',
    '单位',
    '单位类别',
    '截止时间',
    '状态',
    '时限',
    '零报告',
    '报送时间',
    '报送人',
    '代报来电人',
    '版次',
    '原因',
    '申诉',
    '暂定',
  ],
  timeliness: { on_time: '按时', late: '迟报', missed: '漏报' },
  waiver: {
    before_start: '启用前',
    calendar: '整期无工作日',
    nothing_to_report: '无可通报的报送期',
    office: '办公室批准',
    unit_ended: '单位已退出',
    duty_ended: '事项已终止',
  },
  dispute: { none: '', open: '申诉中', upheld: '申诉成立', rejected: '申诉不成立' },
  yes: '是',
  file: '台账',
};

const en: Words = {
  headers: [
    'Campaign',
    'Duty',
    'Period',
    'From',
    'To',
    'Unit',
    'Kind of unit',
    'Deadline',
    'Standing',
    'Timeliness',
    'Nil report',
    'Filed at',
    'Filed by',
    'Phoned in by',
    'Versions',
    'Reason',
    'Dispute',
    'Provisional',
  ],
  timeliness: { on_time: 'on time', late: 'late', missed: 'missed' },
  waiver: {
    before_start: 'before the start of use',
    calendar: 'no working day in the period',
    nothing_to_report: 'no reports due yet to report on',
    office: 'excused by the office',
    unit_ended: 'unit left',
    duty_ended: 'duty ended',
  },
  dispute: { none: '', open: 'disputed', upheld: 'dispute upheld', rejected: 'dispute rejected' },
  yes: 'yes',
  file: 'ledger',
};

const WORDS: Record<Language, Words> = { zh, en };

const momentCell = (at: Instant | null, zone: string): Cell => {
  if (at === null) return null;
  const { date, time } = civilOf(at, zone);
  return `${date} ${time}`;
};

function cellsOf(
  { obligation: row, unitKind, figures }: LedgerLine,
  columns: readonly FigureFacts[],
  language: Language,
): Cell[] {
  const words = WORDS[language];
  const shared = catalogs[language].words;
  return [
    row.campaignName,
    row.duty.name,
    row.period.name ?? row.period.id,
    row.period.from,
    row.period.to,
    row.unit.name,
    shared.unitKinds[unitKind],
    momentCell(row.dueAt, row.zone),
    shared.standing[row.standing],
    row.timeliness && words.timeliness[row.timeliness],
    row.nil ? words.yes : null,
    momentCell(row.filedAt, row.zone),
    row.filedBy,
    row.phonedBy,
    row.versions,
    row.reason ?? (row.waiver && words.waiver[row.waiver]),
    words.dispute[row.dispute] || null,
    row.provisional ? words.yes : null,
    ...columns.map(({ id }) => figures[id] ?? null),
  ];
}

/** The ledger as CSV for a spreadsheet, headers and cells in one language; times are in the campaign's zone. */
export function ledgerCsv(
  lines: readonly LedgerLine[],
  figures: readonly FigureFacts[],
  language: Language,
): string {
  const words = WORDS[language];
  const headers = [...words.headers, ...figures.map(({ name, unit }) => `${name}（${unit}）`)];
  return toCsv(
    headers,
    lines.map((line) => cellsOf(line, figures, language)),
  );
}

/** The name of the exported file, `台账-loudi-2016-2016-08-05.csv`. */
export const ledgerFileName = (campaign: string, date: string, language: Language): string =>
  `${WORDS[language].file}-${campaign}-${date}.csv`;
