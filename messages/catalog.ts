// Every phrase that a person reads, as types; zh.ts and en.ts implement them, and a missing phrase does not compile.
// A phrase takes words (names, dates, numbers already said) and gives plain text: it is escaped where it is shown.
// `report` in a parameter is a duty with its period: 第31周工作进展周报.

import type { DutyKind, Language, RecipientRole, Role, UnitKind } from '../domain/campaign.ts';
import type { PeriodFacts, Standing } from '../domain/facts.ts';
import type { CommandName } from '../domain/outcome.ts';
import type { AmendmentWords } from './catalog-amendments.ts';
import type { AnswerWords, BulletinWords, HomeWords, RefusalWords } from './catalog-answers.ts';
import type { AskingWords } from './catalog-asking.ts';
import type { ConsultationWords } from './catalog-consultations.ts';
import type { FormWords } from './catalog-forms.ts';
import type { IncidentWords } from './catalog-incidents.ts';
import type { PictureWords } from './catalog-pictures.ts';
import type { QuestionWords } from './catalog-questions.ts';
import type { RosterWords } from './catalog-roster.ts';
import type { SettingWords } from './catalog-settings.ts';
import type { SetupWords } from './catalog-setup.ts';
import type { TableWords } from './catalog-tables.ts';
import type { TaskWords } from './catalog-tasks.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type ButtonName =
  | 'report'
  | 'reportAgain'
  | 'nil'
  | 'note'
  | 'correct'
  | 'show'
  | 'explain'
  | 'dispute'
  | 'ledger'
  | 'status'
  | 'accept'
  | 'return'
  | 'waive'
  | 'decide'
  | 'preview'
  | 'edit'
  | 'approve'
  | 'publish'
  | 'correctBulletin'
  | 'mine'
  | 'roster'
  | 'replaceLiaison'
  | 'leave'
  | 'rehearse'
  | 'export'
  | 'missing'
  | 'help'
  | 'settings'
  | 'allUnits'
  | 'audit'
  | 'bulletin'
  | 'zh'
  | 'en'
  | 'slack'
  | 'cancelLeave';

/** The words that every screen shares. */
/** What a list is of: units are counted by another word than things. */
export type Listed = 'units' | 'things';

export type Words = {
  product: string;
  roles: Record<Role, string>;
  recipients: Record<RecipientRole, string>;
  unitKinds: Record<UnitKind, string>;
  buttons: Record<ButtonName, string>;
  chase(units: number): string;
  copyLast(period: string): string;
  yes(name: string): string;
  version(no: number): string;
  standing: Record<Standing, string>;
  timeliness: Record<'on_time' | 'late' | 'missed', string>;
  nilReport: string;
  step(id: string): string;
  /** The period before this kind of period: 上周. */
  before: Record<PeriodFacts['kind'], string>;
  list(names: readonly string[]): string;
  /** A list that had to be cut: the names that fit, and how many there are in all; of units, unless it says otherwise. */
  andOthers(names: string, total: number, of?: Listed): string;
  /** 第31周工作进展周报 */
  report(duty: string, period: string): string;
  /** 工作进展周报（第31周，8月1日—7日） */
  titled(duty: string, period: string): string;
  inParens(text: string): string;
  labelled(label: string, text: string): string;
  sentence(text: string): string;
  /** Parts of one sentence. */
  clauses(parts: readonly string[]): string;
  /** Sentences one after the other, each already ended. */
  sentences(parts: readonly string[]): string;
  units(count: number): string;
  unitsList(count: number, names: string): string;
  /** 排查机构 12 家 */
  figure(name: string, value: string, unit: string): string;
  /** （上周 9，+3） */
  compared(before: string, value: string, change: string): string;
  asOf(at: string): string;
  moreItems(count: number): string;
  cut: string;
  /** 市公安局联络员; the role alone where there is no unit. */
  post(role: Role, unit: string | null): string;
  /** What stands for an absent name or value. */
  none: string;
  unchanged: string;
};

/** `word` is what a person types, one of the command's own words; `name` is what a button is called. */
export type CommandWords = Record<
  CommandName,
  { word: string; name: string; arguments: string; what: string }
>;

/** Reminders and other things told. */
export type ToldWords = {
  dueTitle(kind: DutyKind, when: string, titled: string): string;
  dueLine(unit: string, due: string, left: string): string;
  overdueTitle(kind: DutyKind, unit: string, report: string, due: string): string;
  overdueLine(overdue: string, titled: string): string;
  reminded(liaison: string, on: string): string;
  notReminded(liaison: string): string;
  noLiaison: string;
  shift(earlier: boolean, from: string, by: string, to: string): string;
  why(role: RecipientRole, unit: string): string;
  whyInstead(role: RecipientRole, unit: string, name: string): string;
  /** Why this came, and that it ends with the report (`other`: with what is asked); the step's name where there is one. */
  small(whys: readonly string[], ends: DutyKind | 'other', step: string | null): string;
  groupTitle(titled: string, units: number, overdue: boolean, due: string): string;
  groupUnit(unit: string, told: string): string;
  several(todo: number, news: number): string;
  severalText(todo: number, news: number, first: string): string;
  lineOverdue(overdue: string, what: string, due: string): string;
  lineSoon(when: string, what: string, due: string): string;
  lineLater(when: string, what: string): string;
  chaseTitle(unit: string, report: string): string;
  chaseLine(by: string, due: string, left: string): string;
  returnedTitle(unit: string, report: string, due: string): string;
  returnedLine(by: string): string;
  waivedTitle(unit: string, report: string): string;
  waivedLine(by: string): string;
  deadlineTitle(unit: string, report: string, due: string): string;
  deadlineLine(from: string, due: string): string;
  filedForYouTitle(unit: string, report: string): string;
  filedForYouLine(by: string, phonedBy: string): string;
  lateReportTitle(unit: string, report: string): string;
  lateReportLine(at: string, by: string): string;
  disputeTitle(unit: string, report: string): string;
  disputeLine(by: string): string;
  decidedTitle(unit: string, report: string, upheld: boolean): string;
  decidedLine(by: string): string;
  draftedTitle(titled: string): string;
  draftedLine(due: string): string;
  unreachableTitle(unit: string, titled: string): string;
  unreachableBecause: Record<'unbound' | 'on_leave' | 'nobody', string>;
  unboundTitle(person: string, trouble: 'not_found' | 'deactivated'): string;
  unboundLine(unit: string, email: string, trouble: 'not_found' | 'deactivated'): string;
  channelTitle(channel: string): string;
  channelBecause(channel: string): Record<'not_found' | 'not_joined' | 'archived', string>;
  refusedTitle(to: string, what: string): string;
  refusedLine(reason: string): string;
  databaseTitle: string;
  databaseLine(detail: string): string;
  handedOverTitle(unit: string, role: RecipientRole, from: string | null, to: string): string;
  handedOverLine(open: number): string;
  standInTitle(person: string, span: string, ended: boolean): string;
  standInLine(person: string): string;
};

/** Receipts and what is said of a report. */
export type ReceiptWords = {
  title(unit: string, report: string): string;
  nilTitle(unit: string, report: string): string;
  againTitle(unit: string, report: string, no: number): string;
  /** When, by whom, and how it counts. */
  detail(at: string, by: string, phonedBy: string | null, timeliness: string | null): string;
  correctUntil(when: string): string;
  afterClose: string;
  attachments(count: number, names: string): string;
  shownTitle(unit: string, report: string): string;
};

/** Words for what is wrong with the program itself or with the way of asking. */
export type NoteWords = {
  error(id: string): string;
  loading: string;
  sentPrivately: string;
  draftKept(titled: string): string;
  close: string;
};

export type Catalog = {
  words: Words;
  commands: CommandWords;
  told: ToldWords;
  receipt: ReceiptWords;
  bulletin: BulletinWords;
  tasks: TaskWords;
  answers: AnswerWords;
  refusals: RefusalWords;
  forms: FormWords;
  home: HomeWords;
  consultations: ConsultationWords;
  incidents: IncidentWords;
  questions: QuestionWords;
  pictures: PictureWords;
  tables: TableWords;
  roster: RosterWords;
  asking: AskingWords;
  amendments: AmendmentWords;
  setup: SetupWords;
  settings: SettingWords;
  notes: NoteWords;
};

export const catalogs: Record<Language, Catalog> = { zh, en };
