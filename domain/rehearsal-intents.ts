// What is planned and waits for its slot, or will be by then, as sends: with whatever will have made it needless left out,
// as the re-check will leave it out, as far as that can be known.

import type { Campaign, RecipientRole, Role } from './campaign.ts';
import { findOvertaken, isForThosePresent } from './consultation/overtaken.ts';
import type { ConsultationStepId } from './consultation/steps.ts';
import type { ConsultationRow } from './consultation/things.ts';
import type { RehearsedSend } from './facts.ts';
import type { Instant } from './ids.ts';
import type { ConsultationNews, Notice } from './notice.ts';
import { dutyFacts, dutyOf, periodFacts, unitFacts } from './obligation-facts.ts';
import { periodSpan } from './periods.ts';
import { aboutRow, addressee, noteKey, presenceAt, type Rehearsed, type Stage } from './rehearsal-stage.ts';
import { holdsTaskStep, matterOf } from './task/plan.ts';
import type { TaskRow } from './task/things.ts';
import type { IntentRow } from './things.ts';

/** These intents as sends, each in its slot or at the start. */
export function intentSends(stage: Stage, intents: readonly IntentRow[]): Rehearsed[] {
  return [...intents].sort(byEntry).flatMap((intent) => {
    const at = intent.slotAt < stage.from ? stage.from : intent.slotAt;
    return stillHolds(stage, intent, at) ? [sendOf(stage, intent, at)] : [];
  });
}

const entryOf = ({ notice }: IntentRow): number => (notice.kind === 'task' ? notice.entry : 0);
const byEntry = (a: IntentRow, b: IntentRow): number => entryOf(a) - entryOf(b);

/** Whether what waits will still hold in its slot: it is asked for, and who is meant is there. */
function stillHolds(stage: Stage, { notice, about, recipient }: IntentRow, at: Instant): boolean {
  const isAway = presenceAt(stage, at).away.has(recipient);
  switch (notice.kind) {
    case 'deadline_changed':
    case 'unit_unreachable':
      return stage.owed.has(about ?? '');
    case 'reminder':
    case 'chase':
    case 'returned':
      return stage.owed.has(about ?? '') && !isAway && !isNoted(stage, notice, recipient);
    case 'task_reminder': {
      const row = stage.tasks.get(notice.task);
      return row !== undefined && !isAway && holdsTaskStep(stage.campaign, row, notice, at);
    }
    case 'consultation': {
      const row = stage.consultations.get(notice.consultation);
      if (!row || (isAway && isForThosePresent(notice.news))) return false;
      return findOvertaken(stage, row, notice, at) === null;
    }
    default:
      return true;
  }
}

const isNoted = ({ noted }: Stage, notice: Notice, recipient: string): boolean =>
  notice.kind === 'reminder' && noted.has(noteKey(notice.obligation, notice.step, notice.dueOn, recipient));

/** A send about nothing that can be named. */
export const UNKNOWN = { duty: null, unit: null, period: null, dueAt: null, provisional: false };

function sendOf(stage: Stage, intent: IntentRow, at: Instant): Rehearsed {
  const { notice, about } = intent;
  const send: RehearsedSend = {
    at,
    ...addressee(stage, intent.recipient),
    role: roleOf(notice),
    what: notice.kind,
    step: stepOf(notice),
    ...aboutOf(stage, intent),
  };
  switch (notice.kind) {
    case 'reminder':
    case 'chase':
      return { send, ...(about !== null && { last: about }) };
    case 'task':
      return { send, last: `${notice.task} news`, news: notice.task };
    case 'task_reminder':
      return { send, last: `${notice.task} ${matterOf(notice.stepKind)}`, beside: notice.task };
    default:
      return { send };
  }
}

/** News of a consultation that is a step of its plan, by the name of that step. */
const STEPS_OF_NEWS: Partial<Record<ConsultationNews, ConsultationStepId>> = {
  topics_called: 'topics',
  agenda_drafted: 'agenda',
  agenda_due: 'agenda_due',
  invited: 'invite',
  minutes_due: 'minutes',
};

/** The step by which a notice is named in lists: of its ladder or plan; of news its kind. */
export function stepOf(notice: Notice): string {
  switch (notice.kind) {
    case 'reminder':
    case 'task_reminder':
      return notice.step;
    case 'consultation':
      return STEPS_OF_NEWS[notice.news] ?? notice.kind;
    case 'incident':
      return notice.call ? 'call' : notice.kind;
    default:
      return notice.kind;
  }
}

const asRole = (role: RecipientRole): Role => (role === 'office' ? 'office_staff' : role);

/** The role in which somebody is reminded; whoever is told news is told because it happened. */
const roleOf = (notice: Notice): Role | null =>
  notice.kind === 'task_reminder' || notice.kind === 'consultation'
    ? notice.why && asRole(notice.why.role)
    : null;

function aboutOf(stage: Stage, { notice, about }: IntentRow) {
  const owed = stage.owed.get(about ?? '');
  if (owed) return aboutRow(stage, owed, dutyOf(stage.campaign, owed));
  const task = 'task' in notice ? stage.tasks.get(notice.task) : undefined;
  if (task) return aboutTask(stage.campaign, task);
  const meeting = 'consultation' in notice ? stage.consultations.get(notice.consultation) : undefined;
  return meeting ? aboutMeeting(stage.campaign, meeting) : UNKNOWN;
}

/** What a send says of the task it is about. */
export const aboutTask = (campaign: Campaign, row: TaskRow) => ({
  ...UNKNOWN,
  task: { year: row.year, no: row.no, title: row.title },
  unit: unitFacts(campaign, row.lead),
  dueAt: row.dueAt,
  provisional: row.provisional,
});

/** What a send says of the consultation it is about. */
export function aboutMeeting(campaign: Campaign, row: ConsultationRow) {
  const duty = dutyOf(campaign, row);
  const span = periodSpan(campaign, duty, row.period);
  if (!span) return { ...UNKNOWN, duty: dutyFacts(duty) };
  const period = { period: row.period, periodFrom: span.from, periodTo: span.to };
  return { ...UNKNOWN, duty: dutyFacts(duty), period: periodFacts(campaign, duty, period) };
}
