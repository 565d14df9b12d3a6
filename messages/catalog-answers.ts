// The phrases of the bulletin, of answers, refusals and Home. Part of the Catalog (catalog.ts).

import type { Role } from '../domain/campaign.ts';
import type { LeaveChoice } from '../domain/leave.ts';
import type { BulletinPart } from '../domain/message-content.ts';

export type BulletinWords = {
  title(duty: string, no: number | null): string;
  parts: Record<BulletinPart, string>;
  /** 第31周应报 10 家，按时 8 家（80%，上周 70%），迟报 1 家，未报 1 家。 */
  counts(
    period: string,
    due: number,
    onTime: { count: number; percent: number; before: string },
    late: number,
    nil: number,
    missing: number,
  ): string;
  beforePercent(before: string, percent: number): string;
  missing(names: string): string;
  late(names: string): string;
  waived(names: string): string;
  nobodyMissing: string;
  disputed(unit: string, dispute: string): string;
  folded: string;
  overview: string;
  problems: string;
  next: string;
  highlights: string;
  draftedNext(missing: number, late: number): string;
  noHighlights: string;
  correction(duty: string, no: number | null, correction: number): string;
  correctionBy(by: string, at: string): string;
  state: {
    drafted: string;
    approved(by: string, at: string): string;
    published(by: string, at: string): string;
  };
  did: Record<'read' | 'preview' | 'edited' | 'approved' | 'published' | 'corrected', string>;
  due(due: string): string;
  confirmPublish: { title: string; text: string; confirm: string; deny: string };
  text(title: string, counts: string): string;
};

export type AnswerWords = {
  mine: string;
  mineText(owed: number): string;
  nothingOwed(units: string): string;
  owedLine(unit: string, due: string): string;
  filedLately: string;
  filedLine(what: string, at: string, how: string): string;
  statusHead(left: string): string;
  due: (due: number, reported: number, nil: number) => string;
  missingNames(count: number, names: string): string;
  allReported: string;
  waivedCount(count: number): string;
  lateNames(count: number, names: string): string;
  statusText(titled: string, due: number, reported: number, missing: number, at: string): string;
  missingTitle(titled: string): string;
  unitStatus(unit: string): string;
  /** `said` is empty where nothing is owed. */
  unitStatusText(unit: string, said: string, at: string): string;
  standsAs(report: string, standing: string): string;
  standingCount(standing: string, count: number): string;
  noRows: string;
  deadline(due: string): string;
  noContent: string;
  olderVersions: string;
  nothingFiled(unit: string, report: string | null): string;
  chased(units: number, names: string): string;
  chasedNobody: string;
  chaseLater(at: string): string;
  chaseNow: string;
  chaseSkipped(names: string): string;
  chasedAt(unit: string, at: string): string;
  chaseUnreachable(names: string): string;
  returned(unit: string, report: string, due: string): string;
  accepted(unit: string, report: string): string;
  waived(unit: string, report: string): string;
  disputed(unit: string, report: string): string;
  disputeDecided(unit: string, report: string, upheld: boolean): string;
  noted(unit: string, report: string): string;
  cannotNote(unit: string, report: string): string;
  roster(unit: string | null): string;
  rosterNote: string;
  rosterNoPhones: string;

  rosterEmpty: string;
  unbound: string;
  onLeaveUntil(date: string, standIn: string | null): string;
  standInAway(name: string): string;
  leaveSet(person: string, span: string, cancelled: boolean): string;
  leaveTold(names: string): string;
  /** Leave that stands in the way of another, each with who stands in (null: nobody is named). */
  leaveStanding(span: string, standIn: string | null): string;
  /** Somebody's leave overlaps what is asked for, or only touches it. */
  leaveMet(person: string, standing: string, asked: string, overlaps: boolean): string;
  leaveChoices: Record<LeaveChoice, (span: string) => string>;
  rehearsal(span: string, count: number): string;
  rehearsalNothing: string;
  rehearsalNote(more: number): string;
  rehearsedTo(names: string, count: number): string;
  rehearsedDue(due: string): string;
  rehearsedWhy(role: Role | null, step: string): string;
  what(kind: string): string;
  exported(rows: number): string;
  audit(object: string | null, lines: number): string;
  auditNothing: string;
  verb(verb: string): string;
  /** What a line of the log says more, by its key; and values that are words of the code. */
  logged: {
    labels: Readonly<Record<string, string>>;
    values: Readonly<Record<string, string>>;
    items(count: number): string;
    yes: string;
    no: string;
  };
  settings(language: string): string;
  settingsDid(language: string): string;
  languages: Record<'zh' | 'en' | 'slack', string>;
  help: string;
  helpText: string;
  helpNote: string;
};

export type RefusalWords = {
  unknownPerson: string;
  noCampaign: string;
  unknownCommand(typed: string): string;
  didYouMean: string;
  unknownUnit(typed: string, near: string | null): string;
  ambiguousUnit(typed: string): string;
  unknownDuty(typed: string, near: string | null): string;
  unknownPeriod(typed: string): string;
  unknownWord(typed: string, usage: string): string;
  unknownMember(typed: string, near: string | null): string;
  whichUnit(command: string): string;
  whichObligation(command: string): string;
  ask(contact: string): string;
  officeOnly(command: string): string;
  notYourUnit(unit: string): string;
  contentNotYours: string;
  contentInstead(contact: string): string;
  noRoleFor(command: string): string;
  nothingOwed(units: string): string;
  nilNotAllowed(unit: string, report: string): string;
  notOwed(unit: string, report: string, standing: string): string;
  nothingToDecide(unit: string, report: string, command: string, standing: string): string;
  noSuchObligation(unit: string | null, report: string): string;
  gone: string;
  alreadyDecided(unit: string, report: string, by: string, at: string, standing: string): string;
  notLate(unit: string, report: string): string;
  disputeTooLate(unit: string, report: string, bulletin: number): string;
  nobodyToChase(report: string): string;
  chasedLately(lines: string): string;
  classified(word: string): string;
  noBulletin(next: string | null): string;
  bulletinState(
    title: string,
  ): Record<'approve_first' | 'already_approved' | 'already_published' | 'not_published', string>;
  badDays(typed: string, most: number): string;
  badRange(typed: string): string;
  formProblems: string;
  busy: string;
};

export type HomeWords = {
  title: string;
  roles(roles: string): string;
  owed(count: number): string;
  nothingOwed: string;
  filed: string;
  board: string;
  red: string;
  onTrack: string;
  done: string;
  bulletins: string;
  bulletinState: Record<'drafted' | 'approved' | 'published', string>;
  disputes: string;
  troubles: string;
  troublePeople(names: string): string;
  troubleChannels(names: string): string;
  commands: string;
  error: string;
};
