// One supervised task for tests of rules: 督办〔2016〕1号, given to 市公安局 on Monday 2016-08-01 10:00, due Friday 2016-08-12
// 17:30, with 市工商局 co-operating; and what a decision on it stands on.

import type { Posting } from '../../domain/campaign.ts';
import type { Change } from '../../domain/change.ts';
import { as, type Instant, type PersonId, taskId } from '../../domain/ids.ts';
import type { Scene } from '../../domain/obligation-facts.ts';
import { type Presence, presenceOn } from '../../domain/recipients.ts';
import type { TaskReview } from '../../domain/task/decision.ts';
import type { TaskOrder } from '../../domain/task/dispatch.ts';
import type { StepLength, TaskRow, TaskStep } from '../../domain/task/things.ts';
import type { IntentRow, LeaveRow, PersonRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import { aCampaign, at, calendarOf, on, unitId } from './builders.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);

/** The person with this mailbox in the sample campaign. */
export const whoIs = (mailbox: string): PersonId => as<PersonId>(`${mailbox}@loudi.example`);

/** What the person with this mailbox holds in the sample campaign. */
export const postingsOf = (mailbox: string): Posting[] =>
  campaign.people.filter(({ person }) => person === whoIs(mailbox));

/** The task as it was given, changed as the test says. */
export const aTask = (over: Partial<TaskRow> = {}): TaskRow => ({
  id: taskId(campaign.id, 2016, 1),
  version: 1,
  campaign: campaign.id,
  year: 2016,
  no: 1,
  title: '整改虚假广告',
  ask: '对照清单逐户整改，反馈结果',
  source: { kind: 'instruction', text: '周正组长8月1日批示' },
  area: null,
  phase: null,
  lead: unitId('gaj'),
  helpers: [unitId('gsj')],
  priority: 'normal',
  feedback: null,
  evidence: null,
  dueAt: at('2016-08-12 17:30'),
  dueOn: on('2016-08-12'),
  provisional: false,
  shortNotice: false,
  state: 'dispatched',
  signBy: at('2016-08-02 17:30'),
  signedAt: null,
  signedBy: null,
  percent: 0,
  feedbackOn: null,
  extension: null,
  steps: [],
  returned: null,
  submittedAt: null,
  closedAt: null,
  createdAt: at('2016-08-01 10:00'),
  createdBy: whoIs('wen'),
  entries: 1,
  plannedThrough: at('2016-08-01 10:00'),
  nextStepAt: null,
  ...over,
});

/** The same task once 安警官 has signed for it. */
export const aSignedTask = (over: Partial<TaskRow> = {}): TaskRow =>
  aTask({
    state: 'in_progress',
    signedAt: at('2016-08-01 11:00'),
    signedBy: whoIs('an'),
    entries: 2,
    ...over,
  });

/** An order for the same task. */
export const anOrder = (over: Partial<TaskOrder> = {}): TaskOrder => ({
  title: '整改虚假广告',
  ask: '对照清单逐户整改，反馈结果',
  source: { kind: 'instruction', text: '周正组长8月1日批示' },
  area: null,
  phase: null,
  lead: unitId('gaj'),
  helpers: [unitId('gsj')],
  dueOn: on('2016-08-12'),
  priority: 'normal',
  feedback: null,
  evidence: null,
  steps: [],
  ...over,
});

export const working = (days: number): StepLength => ({ days, of: 'working' });
export const natural = (days: number): StepLength => ({ days, of: 'natural' });

/** 初验 by 市工商局 in 5 working days → 公示 by 市公安局 for 15 natural days → 签发 by 人行 in 3 working days. */
export const theChain = (): TaskOrder['steps'] => [
  { name: '初验', unit: unitId('gsj'), length: working(5) },
  { name: '公示', unit: unitId('gaj'), length: natural(15) },
  { name: '签发', unit: unitId('rmyh'), length: working(3) },
];

/** That chain as columns, its first step begun on Monday 2016-08-01. */
export const stepsBegun = (): TaskStep[] =>
  theChain().map((step, index) => ({
    ...step,
    startedOn: index === 0 ? on('2016-08-01') : null,
    dueOn: index === 0 ? on('2016-08-08') : null,
    doneAt: null,
  }));

/** Who is there at a moment: everybody, but for leaves and people without an account. */
export const presentAt = (now: Instant, leaves: LeaveRow[] = [], people: PersonRow[] = []): Presence =>
  presenceOn(dateOf(now, campaign.zone), campaign, leaves, people);

/** What a decision stands on: who acts (by mailbox) at which moment, on which task. */
export const aReview = (who: string, moment: string, over: Partial<TaskReview> = {}): TaskReview => ({
  campaign,
  calendar,
  presence: presentAt(at(moment)),
  acting: { campaign: campaign.id, by: whoIs(who), at: at(moment) },
  row: aTask(),
  shown: [],
  unit: postingsOf(who).find(({ role }) => !role.startsWith('office'))?.unit ?? null,
  ...over,
});

export const aScene = (now: Instant): Scene => ({ campaign, calendar, now, people: new Map() });

/** The intents among changes. */
export const intentsIn = (changes: readonly Change[]): Omit<IntentRow, 'version'>[] =>
  changes.flatMap((change) =>
    change.mode === 'ensure' && change.thing === 'intent' ? [change.row as Omit<IntentRow, 'version'>] : [],
  );

/** Who is told by these changes, by mailbox, in order of telling. */
export const toldIn = (changes: readonly Change[]): string[] =>
  intentsIn(changes).map(({ recipient }) => recipient.replace('@loudi.example', ''));
