// What follows a consultation: its minutes, which the office may change until they are approved, and their approval. In the
// commit that approves, the minutes take their number, every decision becomes a task, the duty to meet is met as of the hour
// of the meeting, and everybody entitled is told.

import { type Change, insert, move } from '../change.ts';
import type { CampaignId } from '../ids.ts';
import { decideDispatches, type TaskOrder, taskYear } from '../task/dispatch.ts';
import type { TaskRow } from '../task/things.ts';
import type { CounterRow, ObligationRow } from '../things.ts';
import { dateOf } from '../zone.ts';
import { insiders, type Meeting, newsOf, presenceThen, type Settled, settled, tellNews } from './decide.ts';
import { entitledToMinutes } from './people.ts';
import type { ConsultationRow, Decision, Minutes } from './things.ts';

/** The counter of a campaign's minutes 会议纪要〔year〕no号. */
export const minutesCounterId = (campaign: CampaignId, year: number): string => `minutes:${campaign}:${year}`;

export type Written = Pick<Minutes, 'heard' | 'decisions' | 'attended' | 'excused' | 'observers'>;

/** Writes the minutes, or writes them anew while they are not approved. */
export function decideMinutes(meeting: Meeting, written: Written): Settled {
  const { acting } = meeting;
  const minutes: Minutes = {
    ...written,
    by: acting.by,
    at: acting.at,
    approvedBy: null,
    approvedAt: null,
  };
  return settled(
    meeting,
    'minutes',
    { state: 'minuted', minutes },
    { decisions: written.decisions.length },
    [],
    insiders(meeting),
  );
}

const LONGEST_TITLE = 60;

const titleOf = (what: string): string => {
  const characters = [...what.replace(/\s+/g, ' ')];
  if (characters.length <= LONGEST_TITLE) return characters.join('');
  return `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
};

const orderOf = (row: ConsultationRow, { what, unit, dueOn }: Decision, index: number): TaskOrder => ({
  title: titleOf(what),
  ask: what,
  source: { kind: 'decision', consultation: row.id, no: index + 1, text: what },
  area: null,
  phase: null,
  lead: unit,
  helpers: [],
  dueOn,
  priority: 'normal',
  feedback: null,
  evidence: null,
  steps: [],
});

/** What an approval reads beside the meeting: both counters (null before the first) and the rows of the ledger it meets. */
export type Approval = {
  minutes: CounterRow | null;
  tasks: CounterRow | null;
  own: readonly ObligationRow[];
};

const drawn = (counter: CounterRow | null, id: string, value: number): Change =>
  counter ? move('counter', counter, { value }) : insert('counter', { id, value });

/** The duty is met as of the meeting's hour; one that was waived stays so. */
const metBy = (own: readonly ObligationRow[], { startsAt }: ConsultationRow): Change[] =>
  own
    .filter(({ state }) => state !== 'waived')
    .map((each) =>
      move('obligation', each, {
        state: 'accepted',
        firstFiledAt: each.firstFiledAt ?? startsAt,
        nextStepAt: null,
      }),
    );

/** Approves the minutes that are written: they are numbered and published, and each decision becomes a task. */
export function decideApproval(
  meeting: Meeting,
  written: Minutes,
  { minutes: counter, tasks: taskCounter, own }: Approval,
): Settled & { tasks: TaskRow[] } {
  const { campaign, calendar, presence, acting, row } = meeting;
  const orders = written.decisions.map((decision, index) => orderOf(row, decision, index));
  const dispatched =
    orders.length === 0
      ? { tasks: [], changes: [] }
      : decideDispatches({ campaign, calendar, presence, acting, counter: taskCounter }, orders);
  const { tasks } = dispatched;
  const year = taskYear(campaign, acting.at);
  const no = (counter?.value ?? 0) + 1;
  const minutes: Minutes = {
    ...written,
    decisions: written.decisions.map((decision, index) => ({ ...decision, task: tasks[index]?.id ?? null })),
    approvedBy: acting.by,
    approvedAt: acting.at,
  };
  const entitled = entitledToMinutes(presenceThen(meeting), dateOf(row.startsAt, campaign.zone));
  const after = settled(meeting, 'approve', { state: 'approved', minutes, year, no }, { year, no }, [
    drawn(counter, minutesCounterId(campaign.id, year), no),
    ...dispatched.changes,
    ...metBy(own, row),
    ...tellNews(
      meeting,
      entitled,
      `consultation:${row.id}:minutes:${year}-${no}`,
      newsOf(row, 'minutes_published', row.sequence),
    ),
  ]);
  return { ...after, tasks };
}
