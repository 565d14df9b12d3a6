// The phrases of forms (modals). Part of the Catalog (catalog.ts). Titles and buttons are at most 24 code points.

import type { FieldProblem } from '../domain/facts.ts';
import type { CivilDate } from '../domain/ids.ts';
import type { FormName } from './actions.ts';

type ProblemOf<K extends FieldProblem['kind']> = Extract<FieldProblem, { kind: K }>;
/** One phrase for each way in which a field can be wrong; `date` says a civil date. */
export type ProblemWords = {
  [K in FieldProblem['kind']]: (problem: ProblemOf<K>, date: (date: CivilDate) => string) => string;
};

export type FormWords = {
  titles: Record<FormName, string>;
  submits: Record<FormName, string>;
  close: string;
  /** Where a form cannot open by itself: a button that opens it. */
  offered(title: string): string;
  openOffered: string;
  problems: ProblemWords;
  problemElsewhere(field: string, problem: string): string;
  /** 报送单位、截止时间 at the top of a report's form. */
  about(unit: string, titled: string): string;
  dueLine(due: string, left: string): string;
  choose: string;
  choosePlaceholder: string;
  choice(unit: string, report: string): string;
  filledFrom: Record<'draft' | 'last_period' | 'filed' | 'refused', string>;
  onBehalf(unit: string): string;
  phonedBy: string;
  phonedByHint: string;
  figure(name: string, unit: string): string;
  figureBefore(before: string, value: string): string;
  figureHint(decimals: number): string;
  filesHint: string;
  filesKept(names: string): string;
  tooManyFields(count: number): string;
  pickDate: string;
  pickOne: string;
  reason: string;
  reasonReturnHint: string;
  reasonWaiveHint: string;
  returnDate: string;
  returnDateHint(date: string): string;
  waiveNote: string;
  disputeText: string;
  disputeHint: string;
  disputeNote: string;
  disputeSaid(by: string): string;
  upheld: string;
  upheldYes: string;
  upheldNo: string;
  decideReason: string;
  nilNote(unit: string, report: string): string;
  nilKept: string;
  overview: string;
  overviewHint: string;
  problemsField: string;
  nextField: string;
  highlights: string;
  highlightsHint: string;
  correction: string;
  correctionHint: string;
  leavePerson: string;
  leaveFrom: string;
  leaveTo: string;
  leaveDeputy: string;
  leaveDeputyHint: string;
  leaveNote: string;
  unit: string;
  currentLiaison(name: string | null): string;
  newName: string;
  newEmail: string;
  newEmailHint: string;
};
