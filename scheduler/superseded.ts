// What is not said because another notice to the same person says it better. Looks only at the intents, never at what
// they are about.
//
//   reminder       of one row only the latest is said
//   chase          says nothing more beside a reminder of its row
//   task           of what happened to one task only the newest entry: the others are on its timeline
//   task_reminder  says nothing more beside news of its task; of one ladder of one task only the latest is said
//   consultation   of the same news twice, the later
//   incident       two intents for one entry are one: the call, if it is one

import type { Notice } from '../domain/notice.ts';
import { dueOnNow } from '../domain/obligation.ts';
import { matterOf } from '../domain/task/plan.ts';
import type { IntentRow } from '../domain/things.ts';
import type { Ground } from './ground.ts';

/** Whether another notice to the same person makes this one needless, from the table at the top of this file. */
export function isSuperseded(ground: Ground, intent: IntentRow): boolean {
  const { notice } = intent;
  switch (notice.kind) {
    case 'reminder':
      return remindersOf(ground, intent).some((other) => isLater(other, intent));
    case 'chase':
      return remindersOf(ground, intent).some(({ id }) => ground.together.some((each) => each.id === id));
    case 'task':
      return hasNewerEntry(ground, intent, notice.entry, 'task');
    case 'task_reminder':
      return (
        isToldAnyway(ground, intent) ||
        sameLadder(ground, intent, notice).some((other) => isLater(other, intent))
      );
    case 'consultation':
      return ground.together.some((other) => isSameNews(other, intent, notice) && isLater(other, intent));
    case 'incident':
      return ground.together.some((other) => isSameCall(other, intent, notice));
    default:
      return false;
  }
}

/** The reminders of the same row for its present deadline that this person was told or is to be told by now. */
function remindersOf({ reminders, rows, scene }: Ground, { about }: IntentRow): IntentRow[] {
  const row = rows.get(about ?? '');
  const dueOn = row && dueOnNow(row, scene.campaign.zone);
  return (reminders.get(about ?? '') ?? []).filter(
    ({ notice }) => notice.kind === 'reminder' && notice.dueOn === dueOn,
  );
}

const isLater = (other: IntentRow, intent: IntentRow): boolean =>
  other.id !== intent.id &&
  (other.slotAt > intent.slotAt || (other.slotAt === intent.slotAt && other.createdAt > intent.createdAt));

const isAbout = (kind: Notice['kind'], about: string | null) => (other: IntentRow) =>
  other.notice.kind === kind && other.about === about;

function hasNewerEntry({ together }: Ground, intent: IntentRow, entry: number, kind: 'task'): boolean {
  return together.filter(isAbout(kind, intent.about)).some(({ id, notice }) => {
    const no = notice.kind === kind ? notice.entry : 0;
    return no > entry || (no === entry && id > intent.id);
  });
}

const isToldAnyway = ({ together }: Ground, { about }: IntentRow): boolean =>
  together.some(isAbout('task', about));

type TaskReminder = Extract<Notice, { kind: 'task_reminder' }>;

const sameLadder = ({ reminders }: Ground, { about }: IntentRow, own: TaskReminder): IntentRow[] =>
  (reminders.get(about ?? '') ?? []).filter(
    ({ notice }) =>
      notice.kind === 'task_reminder' &&
      matterOf(notice.stepKind) === matterOf(own.stepKind) &&
      notice.dueOn === own.dueOn,
  );

type OfConsultation = Extract<Notice, { kind: 'consultation' }>;

const isSameNews = ({ notice, about }: IntentRow, intent: IntentRow, own: OfConsultation): boolean =>
  notice.kind === 'consultation' && about === intent.about && notice.news === own.news;

type OfIncident = Extract<Notice, { kind: 'incident' }>;

function isSameCall(other: IntentRow, intent: IntentRow, own: OfIncident): boolean {
  const { notice } = other;
  if (other.id === intent.id || notice.kind !== 'incident') return false;
  if (notice.incident !== own.incident || notice.entry !== own.entry) return false;
  return notice.call === own.call ? other.id > intent.id : notice.call;
}
