// Who may see what: one rule for answers, search, Home, exports, pictures and messages alike. Who may do what is
// permission.ts and the verbs of tasks, consultations and incidents. Somebody without a posting sees nothing, but for the
// incident they reported themselves; the caller hands in the postings that are held on the day of the question.
//
//   matter                                  | by whom it is seen
//   standing: who reported, when, how late  | everybody on the roster
//   contents: reports, versions, figures    | the unit (liaison, deputy, head), the office, leaders, inspectors
//     why one was returned                  | the same
//     of all units together                 | the office, leaders, inspectors
//   ledger: its rows to take away           | the unit its own part; all of it the office and inspectors
//   overview: boards over all units         | the office, leaders, inspectors
//   desk: drafts, disputes, troubles        | the office
//   rehearsal: what will be sent            | the office
//   audit, the history of anything          | the office and inspectors; that of a task is its timeline
//   task with its timeline                  | the units it concerns, the office, leaders, inspectors
//     that it was taken from a unit         | the same, and that unit ¹
//   consultation: when and where            | everybody on the roster
//     agenda                                | once issued everybody on the roster; before the office, leaders, inspectors
//     topic                                 | its unit, the office, leaders, inspectors; on an issued agenda everybody on the roster
//     attendance: one person's answer       | that person, the office, leaders, inspectors
//     minutes and what was decided          | once approved everybody on the roster; before the office
//   incident with its timeline              | who reported it, the reporting unit, the office, leaders, inspectors, whoever was called out ²
//   bulletin                                | once published everybody on the roster; before the office
//   roster, phones masked                   | everybody on the roster
//   phone in full                           | whose it is; the office once it is revealed, which is on record
//   amendment of settings or the roster     | whoever may make it (amendment.ts): the office, of its own hand-over a unit's liaison and head
//   sent: what went out to a person         | that person alone
//
//   1  As it stood then, without what the other unit has done since.
//   2  While they stand on the roster: who has left it answers for nothing.

import { mayAmend } from './amendment.ts';
import type { Posting } from './campaign.ts';
import type { PersonId, UnitId } from './ids.ts';
import type { IncidentRow } from './incident/things.ts';
import { belongsTo, isInspector, isLeader, isOffice } from './permission.ts';
import { unitsConcerned } from './task/chain.ts';
import type { TaskRow } from './task/things.ts';
import type { AmendmentRow } from './things.ts';

type Postings = readonly Posting[];

/** Something that can be seen. `viewer` is who looks, where it matters whether they are the one it is about. */
export type Matter =
  | { kind: 'standing' }
  /** `unit` null: of all units together. */
  | { kind: 'contents' | 'ledger'; unit: UnitId | null }
  | { kind: 'overview' | 'desk' | 'rehearsal' | 'audit' | 'roster' | 'consultation' }
  | { kind: 'task'; task: Pick<TaskRow, 'lead' | 'helpers' | 'steps'> }
  | { kind: 'task_taken'; from: UnitId }
  | { kind: 'agenda'; issued: boolean }
  | { kind: 'topic'; unit: UnitId; onIssuedAgenda: boolean }
  | { kind: 'attendance'; of: PersonId; viewer: PersonId }
  | { kind: 'minutes'; approved: boolean }
  | { kind: 'incident'; incident: Pick<IncidentRow, 'by' | 'unit' | 'called'>; viewer: PersonId }
  | { kind: 'bulletin'; published: boolean }
  | { kind: 'phone'; of: PersonId; viewer: PersonId; revealed: boolean }
  | { kind: 'amendment'; amendment: Pick<AmendmentRow, 'subject' | 'patches'> }
  | { kind: 'sent'; to: PersonId; viewer: PersonId };

const seesAll = (postings: Postings): boolean =>
  isOffice(postings) || isLeader(postings) || isInspector(postings);

const isOf = (postings: Postings, unit: UnitId | null): boolean => unit !== null && belongsTo(postings, unit);

const wasCalled = (postings: Postings, called: readonly PersonId[], viewer: PersonId): boolean =>
  postings.length > 0 && called.includes(viewer);

/** Whether this is open to somebody with these postings; the table at the top of this file, line by line. */
export function maySee(postings: Postings, matter: Matter): boolean {
  const isOnRoster = postings.length > 0;
  switch (matter.kind) {
    case 'standing':
    case 'roster':
    case 'consultation':
      return isOnRoster;
    case 'contents':
      return isOf(postings, matter.unit) || seesAll(postings);
    case 'ledger':
      return isOf(postings, matter.unit) || isOffice(postings) || isInspector(postings);
    case 'overview':
      return seesAll(postings);
    case 'desk':
    case 'rehearsal':
      return isOffice(postings);
    case 'audit':
      return isOffice(postings) || isInspector(postings);
    case 'task':
      return unitsConcerned(matter.task).some((unit) => isOf(postings, unit)) || seesAll(postings);
    case 'task_taken':
      return isOf(postings, matter.from) || seesAll(postings);
    case 'agenda':
      return (isOnRoster && matter.issued) || seesAll(postings);
    case 'topic':
      return (isOnRoster && matter.onIssuedAgenda) || isOf(postings, matter.unit) || seesAll(postings);
    case 'attendance':
      return (isOnRoster && matter.of === matter.viewer) || seesAll(postings);
    case 'minutes':
      return (isOnRoster && matter.approved) || isOffice(postings);
    case 'incident':
      return seesIncident(postings, matter);
    case 'bulletin':
      return (isOnRoster && matter.published) || isOffice(postings);
    case 'phone':
      return isOnRoster && (matter.of === matter.viewer || (matter.revealed && isOffice(postings)));
    case 'amendment':
      return mayAmend(postings, matter.amendment);
    case 'sent':
      return isOnRoster && matter.to === matter.viewer;
  }
}

function seesIncident(
  postings: Postings,
  { incident: { by, unit, called }, viewer }: Extract<Matter, { kind: 'incident' }>,
): boolean {
  return viewer === by || isOf(postings, unit) || wasCalled(postings, called, viewer) || seesAll(postings);
}
