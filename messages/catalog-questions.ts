// The phrases that answer questions in one's own words, where no command says it already. Part of the Catalog (catalog.ts).
// `scope` in a parameter is what the answer is about, `said` what it comes to; `at` is the moment of both.

import type { AskRefusal } from '../domain/ask/facts.ts';
import type { WhoState } from '../domain/ask/intents.ts';
import type { PeriodFacts } from '../domain/facts.ts';

export type NotReadReason = AskRefusal['reason'];

/** How many periods were due, and how each was met. */
export type Tally = { due: number; onTime: number; late: number; missed: number; owed: number };

export type FoundWords = {
  /** 搜索“风险排查”; the query may be empty. */
  title(query: string): string;
  where: Record<'reports' | 'tasks' | 'decisions', string>;
  from(date: string): string;
  until(date: string): string;
  /** `isMore`: there are more than these. */
  count(of: number, isMore: boolean): string;
  /** After the head of the answer. */
  after(said: string): string;
  part(from: number, to: number): string;
  nothing: string;
  noWords: string;
  what: {
    report(unit: string, report: string): string;
    task(named: string): string;
    entry(named: string): string;
    minutes(meeting: string): string;
    topic(meeting: string, unit: string | null): string;
    decision(meeting: string, unit: string | null): string;
  };
  /** What is looked through; `own`: as far as it is open to a unit's people. */
  looked(where: 'all' | 'reports' | 'tasks' | 'decisions', own: boolean): string;
  /** What would help where nothing was found; `isNarrow`: only a part was looked through. */
  advice(isNarrow: boolean): string;
  unusable: string;
  /** The same words, looked for everywhere. */
  everywhere: string;
  more(left: number, isMore: boolean): string;
};

/** Of periods that have not begun. */
export type AheadWords = {
  /** `periods`: of a longer span its periods are meant. */
  notBegun(named: string, periods: boolean): string;
  /** Since when one may report. */
  opens(date: string): string;
  first(period: string): string;
  units(count: number): string;
  periods(count: number): string;
};

export type QuestionWords = {
  /** Whose it is, where no unit was named. */
  own: string;
  everybody: string;
  /** The whole answer in one sentence, for the notification. */
  text(scope: string, said: string, at: string): string;
  /** What stands in a line of its own, as a sentence. */
  alone(said: string): string;
  /** What is not shown, of all kinds, of units, of periods. */
  more: Record<'items' | 'units' | 'periods', (count: number) => string>;
  /** Names that were cut, with how many are left out. */
  moreNames(names: string, hidden: number): string;
  chaseUnit(unit: string): string;
  state: Record<WhoState, string>;
  /** 10 家中 4 家未报; over several periods reports are counted, not units. */
  who(state: WhoState, count: number, of: number, counted: 'units' | 'reports'): string;
  /** What came in on a day or some days, whichever period it is of: 收到 4 份迟报. */
  cameIn(state: WhoState, count: number): string;
  /** A unit with what is to be known of it: when it came, why it was waived. */
  unitNote(unit: string, note: string): string;
  dueOn(date: string): string;
  dueWithin(span: string): string;
  duePhase(name: string, span: string, end: string, isOver: boolean): string;
  dueBy(date: string): string;
  dueFrom(date: string): string;
  dueAny: string;
  overdue: Record<'all' | 'red' | 'yellow' | 'green', string>;
  nothing: Record<'due' | 'all' | 'red' | 'yellow' | 'green', string>;
  /** 报送 10 项（已报 6），督办事项 2 项; neither count is zero at once. */
  counted(reports: number, filed: number, tasks: number): string;
  dueUnits(count: number): string;
  noReports: string;
  noFigures: string;
  noPeriods: string;
  changeNote(isMonth: boolean): string;
  /** Why the newest sums are not compared. */
  stillComing: string;
  figureTitle(duty: string): string;
  timelinessTitle(duty: string): string;
  /** 7月的 5 期（6月27日—7月31日）: what of a longer span is counted. */
  covered(whole: string, periods: number, span: string): string;
  /** By which rule a period belongs to a month, a phase or other days. */
  belongs(whole: PeriodFacts['kind']): string;
  sum: string;
  ahead: AheadWords;
  /** 应报 5 · 按时 4 · 迟报 1 · 漏报 0 · 按时率 80%; `owed`: past the deadline and still awaited; the share is null where nothing was due. */
  tally(tally: Tally, percent: number | null): string;
  inAll(units: number): string;
  allOnTime(units: number, names: string): string;
  place(no: number, unit: string): string;
  nobodyDue: string;
  formula: string;
  ranked: string;
  notRanked: string;
  /** `cut`: these are the newest, and there may be older ones. */
  sent(count: number, cut: boolean): string;
  latest(title: string): string;
  sentNothing: string;
  whichUnit: string;
  whichReading: string;
  found: FoundWords;
  notRead: Record<NotReadReason, string>;
  askOffice: string;
  examples: string;
};
