// Who is told what happened to a task: exactly those concerned, in their next reminder hours, and never the one who did it.
//
//   dispatched            lead: liaison, deputy · co-operating units: liaison · the office, if a leader gave it
//   signed                nobody: every card shows it
//   fed_back              by the lead: the office · by a co-operating unit: the lead's liaison
//   submitted, extension_asked              the office
//   step_done             liaison and deputy of the next unit, the office
//   returned                                lead: liaison, deputy
//   extension_granted, extension_refused    the same, and whoever asked
//   closed, withdrawn, reopened             lead: liaison, deputy · co-operating units: liaison
//   reassigned            liaison and deputy of both units
//
// A unit nobody of which can be reached: the office in its stead.

import type { RecipientRole } from '../campaign.ts';
import type { Change } from '../change.ts';
import type { PersonId, UnitId } from '../ids.ts';
import type { Why } from '../notice.ts';
import { isOffice } from '../permission.ts';
import { postingsOf } from '../recipients.ts';
import { officePeople, type Telling, tellPeople, unitPeople } from '../telling.ts';
import { toldOn } from './deadline.ts';
import { officeInsteadOf, taskInKeys, toldFor } from './plan.ts';
import type { TaskEntryRow, TaskRow } from './things.ts';

type Audience = { person: PersonId; why: Why | null }[];

/** What happened: the row before and after it (the same when it was given), and its entry. */
export type TaskNews = { before: TaskRow; after: TaskRow; entry: Omit<TaskEntryRow, 'version'> };

function ofUnit(telling: Telling, unit: UnitId, roles: readonly RecipientRole[]): Audience {
  const people = unitPeople(telling, unit, roles);
  return people.length > 0
    ? toldFor(unit, people)
    : officeInsteadOf(telling.presence.on(toldOn(telling)), unit);
}

const leading = (telling: Telling, unit: UnitId): Audience => ofUnit(telling, unit, ['liaison', 'deputy']);

const helping = (telling: Telling, { lead, helpers }: TaskRow): Audience =>
  helpers.filter((unit) => unit !== lead).flatMap((unit) => ofUnit(telling, unit, ['liaison']));

const allUnits = (telling: Telling, row: TaskRow): Audience => [
  ...leading(telling, row.lead),
  ...helping(telling, row),
];

function officeIfGivenByLeader(telling: Telling, { by }: TaskNews['entry']): Audience {
  const postings = postingsOf(telling.campaign, telling.presence.today, by);
  return isOffice(postings) ? [] : officePeople(telling);
}

const whoeverAsked = ({ extension }: TaskRow): Audience =>
  extension ? [{ person: extension.by, why: null }] : [];

function audienceOf(telling: Telling, { before, after, entry }: TaskNews): Audience {
  switch (entry.kind) {
    case 'dispatched':
      return [...allUnits(telling, after), ...officeIfGivenByLeader(telling, entry)];
    case 'signed':
      return [];
    case 'fed_back':
      return entry.unit === null || entry.unit === after.lead
        ? officePeople(telling)
        : ofUnit(telling, after.lead, ['liaison']);
    case 'submitted':
    case 'extension_asked':
      return officePeople(telling);
    case 'step_done':
      return [...leading(telling, after.lead), ...officePeople(telling)];
    case 'returned':
      return leading(telling, after.lead);
    case 'extension_granted':
    case 'extension_refused':
      return [...leading(telling, after.lead), ...whoeverAsked(before)];
    case 'closed':
    case 'withdrawn':
    case 'reopened':
      return allUnits(telling, after);
    case 'reassigned':
      return [...leading(telling, after.lead), ...leading(telling, before.lead)];
  }
}

/** Tells an entry of a task's timeline to those it concerns; the key names the entry, so it is told once. */
export function tellEntry(telling: Telling, news: TaskNews): Change[] {
  const { after, entry } = news;
  const audience = audienceOf(telling, news).filter(({ person }) => person !== entry.by);
  return tellPeople(telling, audience, {
    key: `task:${taskInKeys(after)}:entry-${entry.no}`,
    about: after.id,
    notice: (why) => ({ kind: 'task', task: after.id, entry: entry.no, by: entry.by, why }),
  });
}
