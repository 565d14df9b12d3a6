// The phrases of supervised tasks (督办事项). Part of the Catalog (catalog.ts). `no` in a parameter is a task's number in
// words, `named` its number with its title: 督办〔2016〕12号 整改虚假广告.

import type { RecipientRole } from '../domain/campaign.ts';
import type { TaskForm, TaskProblem, TaskVerb } from '../domain/task/facts.ts';
import type {
  FeedbackRhythm,
  StepLength,
  TaskEntryKind,
  TaskPriority,
  TaskSource,
  TaskState,
} from '../domain/task/things.ts';
import type { ProblemWords } from './catalog-forms.ts';

type SourceKind = TaskSource['kind'];
/** What an entry says beside who and when; null where it says nothing of it. */
export type EntryWords = {
  percent: number | null;
  until: string | null;
  before: string | null;
  from: string | null;
  to: string | null;
  step: string | null;
};

export type TaskWords = {
  number(year: number, no: number): string;
  named(no: string, title: string): string;
  /** Inside a sentence: 督办〔2016〕12号“整改虚假广告” */
  cited(no: string, title: string): string;
  state: Record<TaskState, string>;
  priority: Record<TaskPriority, string>;
  light: Record<'green' | 'yellow' | 'red', string>;
  source: Record<SourceKind, string>;
  /** A source with its words, e.g. 领导批示：请尽快核查。 */
  from(source: string, text: string): string;
  verbs: Record<TaskVerb, string>;
  length(length: StepLength): string;
  rhythm(rhythm: FeedbackRhythm): string;

  /** 现状：办理中; `asOf` (截至 8月9日 周二 10:02) on a card that is read on another day than it was told. */
  now(stands: string, asOf: string | null): string;
  toSign(by: string): string;
  signLate(by: string): string;
  underWay(percent: number, isReturned: boolean): string;
  /** The same with who signed for it and when: 办理中（尚工商 8月5日 周五 15:50 签收），进度 60% */
  underWaySigned(percent: number, by: string, at: string): string;
  feedbackOn(date: string): string;
  feedbackLate(date: string): string;
  /** Why it was sent back. */
  because(reason: string): string;
  askedUntil(date: string): string;
  inReview(percent: number): string;
  closedAt(at: string): string;
  due(due: string): string;
  lightLeft(left: string): Record<'green' | 'yellow', string>;
  ask: string;
  helpers(names: string): string;
  evidence(evidence: string): string;
  place(area: string | null, phase: string | null): string;
  shortNotice: string;
  steps: string;
  step(no: number, name: string, unit: string, length: string): string;
  stepDone(at: string): string;
  stepDue(date: string): string;
  stepPlanned(date: string): string;
  made(by: string, at: string): string;
  signedBy(by: string, at: string): string;
  timeline: string;
  earlier(count: number): string;

  /** What happened, as a title: 市工商局反馈进展. `to`: the unit that it goes to, `step`: the one that ended. */
  happened(by: {
    unit: string | null;
    to: string | null;
    step: string | null;
  }): Record<TaskEntryKind, string>;
  /** The title of a card: what happened, and to which task. */
  titled(happened: string, named: string): string;
  /** One entry of a timeline: what was done, with its detail. */
  entry(kind: TaskEntryKind, words: EntryWords): string;
  by(person: string, unit: string | null): string;
  progress(text: string): string;
  did: Record<TaskEntryKind, string>;

  /** Titles of reminders. */
  dueTitle(when: string, named: string): string;
  overdueTitle(overdue: string, named: string): string;
  /** In place of how many days it is overdue, for whoever reads it on another day. */
  overdueSince(due: string): string;
  signTitle(when: string, named: string): string;
  signLateTitle(by: string, named: string): string;
  feedbackTitle(when: string, named: string): string;
  feedbackLateTitle(on: string, named: string): string;
  reviewTitle(named: string): string;
  /** The lead unit has ended: the office is to give the task to another. */
  endedTitle(unit: string, named: string): string;
  lineSign(when: string, what: string): string;
  lineFeedback(when: string, what: string): string;
  lineReview(what: string): string;
  why(role: RecipientRole): string;
  whyInstead(role: RecipientRole, name: string): string;
  whyOffice: string;
  whyAsked: string;
  small(why: string, ends: 'sign' | 'feedback' | 'submit' | 'review' | null, step: string | null): string;

  list: string;
  listText(scope: string, count: number, at: string): string;
  nothing: string;
  filter: {
    mine: string;
    extension: string;
    open: string;
    all: string;
  };
  counts(counts: { open: number; unsigned: number; inReview: number; extensions: number }): string;
  lights(red: number, yellow: number): string;
  more(count: number): string;
  newestEnded(count: number): string;

  home(count: number): string;
  mineText(count: number, isOnly: boolean): string;
  counted(label: string, count: number): string;
  /** A button that makes a task of what a plan asks for; `report`: of which report. */
  fromReport: string;
  fromReportOf(report: string): string;
  nothingOpen: string;
  board: string;
  section: string;
  sectionOf: Record<'new' | 'closed' | 'overdue', (count: number) => string>;
  sectionLine(named: string, unit: string): string;
  sectionMore(count: number): string;

  noSuch(typed: string): string;
  which(verb: string): string;
  whichNone(verb: string): string;
  notYours(verb: string, lead: string): string;
  officeVerb(verb: string): string;
  seeOnly: string;
  stateForbids(cited: string, verb: string, state: string): string;
  overtaken(named: string): string;
  lastDid(by: string, at: string, did: string): string;
  tooLate(named: string, due: string): string;
  pending(named: string, until: string, by: string, at: string): string;

  forms: TaskFormWords;
};

export type TaskFormWords = {
  problems: Pick<ProblemWords, TaskProblem['kind']>;
  titles: Record<TaskForm['form'], string>;
  submits: Record<TaskForm['form'], string>;
  fromMessage(permalink: string): string;
  title: string;
  ask: string;
  askHint: string;
  lead: string;
  leadHint: string;
  helpers: string;
  helpersHint: string;
  namesHint: string;
  dueOn: string;
  dueOnHint: string;
  priority: string;
  priorityHint: string;
  feedback: string;
  feedbackNone: string;
  evidence: string;
  evidenceHint: string;
  area: string;
  phase: string;
  source: string;
  sourceText: string;
  sourceHint: string;
  steps: string;
  stepsHint: string;
  percent: string;
  percentHint(percent: number): string;
  progress: string;
  progressHint: string;
  submitText: string;
  submitHint(evidence: string | null): string;
  stepText(step: string | null): string;
  stepHint: string;
  files: string;
  until: string;
  untilHint(date: string): string;
  extendReason: string;
  extendProgress: string;
  extendNote: string;
  asked(by: string, at: string, until: string): string;
  askedProgress(text: string): string;
  answer: string;
  grant: string;
  refuse: string;
  grantedUntil: string;
  answerReason: string;
  answerReasonHint: string;
  closeText: string;
  closeHint(evidence: string | null): string;
  reason: string;
  reasonHint: string;
  newDate: string;
  newLead: string;
  withdrawNote: string;
  reassignNote: string;
};
