// What was to be told and was overtaken: a notice of a task, a consultation or an incident is looked at once more just before
// it is told, and the record says why it was not. One row a reason.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Change, insert, move } from '../../domain/change.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { as, consultationId, entryId, type IntentId, incidentId, type PersonId } from '../../domain/ids.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import type { Notice } from '../../domain/notice.ts';
import type { TaskEntryRow, TaskRow } from '../../domain/task/things.ts';
import type { IntentRow, PersonRow } from '../../domain/things.ts';
import type { Telling } from '../../scheduler/ports.ts';
import { createRecheck } from '../../scheduler/recheck.ts';
import { at, dutyId, on, period, unitId } from '../support/builders.ts';
import { CAMPAIGN } from '../support/delivery-rig.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aTask } from '../support/task-row.ts';
import { aWorld, type World } from '../support/world.ts';

// The sample campaign on Wednesday 2016-08-03 09:00; each test puts its own rows beside it and takes them away again.
let fresh: FreshStore;
let world: World;
let people: readonly PersonRow[];
beforeAll(async () => {
  fresh = await freshStore('sqlite');
});
beforeEach(async () => {
  await fresh.empty();
  world = await aWorld(fresh.store, { from: '2016-08-03 09:00' });
  people = await fresh.store.list('person');
});
afterAll(() => fresh.close());

const who = (mailbox: string): PersonId =>
  people.find(({ email }) => email === `${mailbox}@loudi.example`)!.id;
const put = async (...changes: Change[]) =>
  expect(await world.store.commit(changes)).toEqual({ kind: 'committed' });
const without = <T extends { version: number }>({ version: _, ...row }: T): Omit<T, 'version'> => row;

const intent = (notice: Notice, about: string, over: Partial<IntentRow> = {}): IntentRow => ({
  id: as<IntentId>(`intent-${JSON.stringify(notice)}`),
  version: 1,
  campaign: CAMPAIGN,
  recipient: who('an'),
  notice,
  about,
  slotAt: at('2016-08-03 09:00'),
  createdAt: at('2016-08-03 09:00'),
  bundle: 'notices',
  state: 'pending',
  reason: null,
  message: null,
  ...over,
});

const recheck = (...intents: IntentRow[]): Promise<Telling> =>
  createRecheck(world.deps)(intents, world.deps.now());

/** Why it was not told; `told` when it was. */
const fateIn = (telling: Telling, of: IntentRow): string =>
  telling.cancelled.find(({ intent: { id } }) => id === of.id)?.reason ??
  (telling.told.some(({ intent: { id } }) => id === of.id) ? 'told' : 'postponed');
const fateOf = async (of: IntentRow): Promise<string> => fateIn(await recheck(of), of);

const onLeave = (mailbox: string) =>
  put(
    insert('leave', {
      id: `leave-${mailbox}`,
      campaign: CAMPAIGN,
      person: who(mailbox),
      from: on('2016-08-03'),
      to: on('2016-08-03'),
      enteredBy: who(mailbox),
      deputy: null,
      cancelled: false,
    }),
  );

const TASK = aTask().id;
const WHY = { role: 'liaison', insteadOf: null } as const;
type Reminder = Extract<Notice, { kind: 'task_reminder' }>;
const reminder = (over: Partial<Reminder> = {}): Reminder => ({
  kind: 'task_reminder',
  task: TASK,
  step: 'eve',
  stepKind: 'before',
  dueOn: on('2016-08-12'),
  why: WHY,
  ...over,
});
const sign = reminder({ step: 'sign', stepKind: 'sign', dueOn: on('2016-08-03') });
const feedback = reminder({ step: 'feedback_2016-08-03', stepKind: 'feedback', dueOn: on('2016-08-03') });
const review = reminder({ step: 'review', stepKind: 'review', dueOn: on('2016-08-01') });
const overdue = reminder({ step: 'overdue', stepKind: 'overdue', dueOn: on('2016-08-02') });

const signing: Partial<TaskRow> = { signBy: at('2016-08-03 17:30') };
const underWay: Partial<TaskRow> = { state: 'in_progress', feedbackOn: on('2016-08-03') };
const inReview: Partial<TaskRow> = { state: 'in_review', submittedAt: at('2016-08-01 16:00') };
const past: Partial<TaskRow> = {
  state: 'in_progress',
  dueOn: on('2016-08-02'),
  dueAt: at('2016-08-02 17:30'),
};

describe('a reminder of a task', () => {
  it.each<[string, Reminder, Partial<TaskRow>, string]>([
    ['of its deadline', reminder(), underWay, 'told'],
    ['of its deadline, which was moved', reminder({ dueOn: on('2016-08-10') }), underWay, 'deadline_moved'],
    ['of its deadline, which has passed', reminder({ dueOn: on('2016-08-02') }), past, 'expired'],
    ['of its deadline, which has just passed', overdue, past, 'told'],
    ['of its deadline, while the office reads', reminder(), inReview, 'in_review'],
    ['that was closed', reminder(), { state: 'closed' }, 'closed'],
    ['that was withdrawn', overdue, { ...past, state: 'withdrawn' }, 'withdrawn'],
    ['of another unit by now', reminder(), { ...underWay, lead: unitId('gsj') }, 'not_in_office'],
    ['to be signed for', sign, signing, 'told'],
    ['that was signed for', sign, { ...signing, ...underWay }, 'signed'],
    ['to be signed for by another day', sign, { signBy: at('2016-08-04 17:30') }, 'deadline_moved'],
    ['to be fed back on', feedback, underWay, 'told'],
    ['that was fed back on', feedback, { ...underWay, feedbackOn: on('2016-08-05') }, 'fed_back'],
    ['to be fed back on, while the office reads', feedback, { ...inReview, feedbackOn: null }, 'in_review'],
  ])('%s', async (_, notice, over, fate) => {
    await put(insert('task', without(aTask(over))));
    expect(await fateOf(intent(notice, TASK))).toBe(fate);
  });

  it.each<[string, Partial<TaskRow>, string]>([
    ['waits for the office', inReview, 'told'],
    ['was sent back', underWay, 'decided'],
    ['was submitted again', { ...inReview, submittedAt: at('2016-08-02 16:00') }, 'decided'],
  ])('to be reviewed, which %s', async (_, over, fate) => {
    await put(insert('task', without(aTask(over))));
    expect(await fateOf(intent(review, TASK, { recipient: who('wen') }))).toBe(fate);
  });

  it('is not told to somebody on leave, nor to somebody who has no office any more', async () => {
    await put(insert('task', without(aTask(underWay))));
    await onLeave('an');
    expect(await fateOf(intent(reminder(), TASK))).toBe('on_leave');
    await put(
      insert('person', {
        ...without((await world.store.find('person', who('an')))!),
        id: as<PersonId>('x'),
      }),
    );
    expect(await fateOf(intent(reminder(), TASK, { recipient: as<PersonId>('x') }))).toBe('not_in_office');
  });

  it('of a task that is not there is dropped', async () => {
    expect(await fateOf(intent(reminder(), TASK))).toBe('gone');
  });

  it('says only the latest step of each of its ladders', async () => {
    await put(insert('task', without(aTask({ ...past, feedbackOn: on('2016-08-03') }))));
    const first = intent(overdue, TASK, { slotAt: at('2016-08-02 17:30') });
    const next = intent({ ...overdue, step: 'overdue_1', stepKind: 'escalation' }, TASK);
    const other = intent({ ...feedback, dueOn: on('2016-08-03') }, TASK);
    await put(...[first, next, other].map((row) => insert('intent', without(row))));
    const telling = await recheck(first, next, other);
    expect([first, next].map((of) => fateIn(telling, of))).toEqual(['superseded', 'told']);
  });
});

describe('news of a task', () => {
  const entry = (no: number, over: Partial<TaskEntryRow> = {}): TaskEntryRow => ({
    id: entryId(TASK, no),
    version: 1,
    campaign: CAMPAIGN,
    task: TASK,
    no,
    kind: 'dispatched',
    unit: null,
    by: who('wen'),
    at: at('2016-08-02 20:00'),
    text: '',
    detail: {},
    files: [],
    ...over,
  });
  const news = (no: number, over: Partial<IntentRow> = {}) =>
    intent({ kind: 'task', task: TASK, entry: no, by: who('wen'), why: WHY }, TASK, over);
  const given = (over: Partial<TaskRow> = {}, ...entries: TaskEntryRow[]) =>
    put(insert('task', without(aTask(over))), ...entries.map((each) => insert('taskEntry', without(each))));

  it('is told whatever became of the task, with the task as it stands now', async () => {
    await given({ state: 'closed', closedAt: at('2016-08-03 08:00') }, entry(1));
    const { told } = await recheck(news(1));
    expect(told[0]?.item).toMatchObject({
      kind: 'task',
      entry: { kind: 'dispatched', by: '文书一' },
      task: { state: 'closed' },
      may: expect.not.arrayContaining(['sign']),
    });
  });

  it('is told also to somebody on leave, who reads it on coming back', async () => {
    await given({}, entry(1));
    await onLeave('an');
    expect(await fateOf(news(1))).toBe('told');
  });

  it('of several is told as the newest, and makes a reminder beside it needless', async () => {
    await given(underWay, entry(1), entry(2, { kind: 'extension_granted' }));
    const all = [news(1), news(2), intent(reminder(), TASK)];
    const telling = await recheck(...all);
    expect(all.map((of) => fateIn(telling, of))).toEqual(['superseded', 'told', 'superseded']);
  });

  it('goes to nobody whose unit has nothing to do with the task, but for the unit it was taken from', async () => {
    const detail = { fromUnit: unitId('swlsj'), toUnit: unitId('gaj') };
    await given({}, entry(1), entry(2, { kind: 'reassigned', detail }));
    expect(await fateOf(news(1, { recipient: who('liang') }))).toBe('not_in_office');
    expect(await fateOf(news(2, { recipient: who('liang') }))).toBe('told');
  });

  it('waits for the reminder hours of the next working day', async () => {
    await given({}, entry(1));
    world.clock.setCampaign(at('2016-08-03 20:00'));
    const telling = await recheck(news(1));
    expect(telling.postponed[0]?.slotAt).toBe(at('2016-08-04 08:30'));
  });
});

describe('news of a consultation', () => {
  const meeting = (over: Partial<ConsultationRow> = {}): ConsultationRow => ({
    id: consultationId(CAMPAIGN, dutyId('consultation'), period('2016-09')),
    version: 1,
    campaign: CAMPAIGN,
    duty: dutyId('consultation'),
    period: period('2016-09'),
    startsAt: at('2016-08-25 15:00'),
    minutesLong: 120,
    movedFrom: null,
    place: '',
    state: 'planned',
    agenda: null,
    issuedBy: null,
    issuedAt: null,
    sequence: 1,
    minutes: null,
    year: null,
    no: null,
    reason: null,
    plannedThrough: at('2016-08-01 09:00'),
    nextStepAt: null,
    ...over,
  });
  type News = Extract<Notice, { kind: 'consultation' }>['news'];
  const news = (what: News, sequence = 1, over: Partial<IntentRow> = {}) =>
    intent(
      { kind: 'consultation', consultation: meeting().id, news: what, sequence, why: null },
      meeting().id,
      {
        recipient: who('wen'),
        ...over,
      },
    );
  const begun = { startsAt: at('2016-08-03 08:30') };
  const issued = { state: 'issued' } as const;

  it.each<[News, number, string, Partial<ConsultationRow>, string]>([
    ['topics_called', 1, 'is planned', {}, 'told'],
    ['topics_called', 1, 'has its agenda issued', issued, 'issued'],
    ['topics_called', 1, 'has its agenda drafted', { startsAt: at('2016-08-04 15:00') }, 'expired'],
    ['topics_called', 1, 'was cancelled', { state: 'cancelled' }, 'cancelled'],
    ['agenda_drafted', 1, 'is planned', {}, 'told'],
    ['agenda_due', 1, 'has its agenda issued', issued, 'issued'],
    ['agenda_due', 1, 'has begun', begun, 'expired'],
    ['invited', 1, 'has its agenda issued', issued, 'told'],
    ['invited', 0, 'was moved since', issued, 'superseded'],
    ['invited', 1, 'was cancelled', { state: 'cancelled' }, 'cancelled'],
    ['invited', 1, 'has begun', { ...issued, ...begun }, 'expired'],
    ['moved', 1, 'was moved once', issued, 'told'],
    ['moved', 0, 'was moved again', issued, 'superseded'],
    ['cancelled', 1, 'was cancelled', { state: 'cancelled' }, 'told'],
    ['minutes_due', 1, 'has begun', begun, 'told'],
    ['minutes_due', 1, 'has minutes that are not approved', { state: 'minuted', ...begun }, 'told'],
    ['minutes_due', 1, 'has minutes', { state: 'approved', ...begun }, 'approved'],
  ])('%s of sequence %i, where the meeting %s', async (what, sequence, _, over, fate) => {
    await put(insert('consultation', without(meeting(over))));
    expect(await fateOf(news(what, sequence))).toBe(fate);
  });

  it('that asks for something is not told to somebody on leave; an invitation is', async () => {
    await put(insert('consultation', without(meeting())));
    await onLeave('wen');
    expect(await fateOf(news('agenda_drafted'))).toBe('on_leave');
    const [row] = await world.store.list('consultation', { where: { id: meeting().id } });
    await put(move('consultation', row!, issued));
    expect(await fateOf(news('invited'))).toBe('told');
  });

  it('that came twice is said once', async () => {
    await put(insert('consultation', without(meeting(begun))));
    const [first, second] = [news('minutes_due'), news('minutes_due')];
    second.id = as<IntentId>('minutes_2');
    second.slotAt = at('2016-08-03 09:05');
    const telling = await recheck(first, second);
    expect([first, second].map((of) => fateIn(telling, of))).toEqual(['superseded', 'told']);
  });

  it('for the office is not told to somebody who has left it', async () => {
    await put(insert('consultation', without(meeting())));
    expect(await fateOf(news('agenda_due', 1, { recipient: who('an') }))).toBe('not_in_office');
  });

  it('shows each no more than they may see', async () => {
    await put(insert('consultation', without(meeting(issued))));
    const { told } = await recheck(news('invited', 1, { recipient: who('yin') }));
    expect(told[0]?.item).toMatchObject({
      me: { person: { name: '银人行' }, coming: null },
      consultation: { attendees: [{ person: { name: '银人行' } }] },
      may: expect.arrayContaining(['attend', 'excuse']),
    });
  });
});

describe('a call', () => {
  const INCIDENT = incidentId(CAMPAIGN, 2016, 1);
  const row = (over: Partial<IncidentRow> = {}): Omit<IncidentRow, 'version'> => ({
    id: INCIDENT,
    campaign: CAMPAIGN,
    year: 2016,
    no: 1,
    unit: unitId('gaj'),
    what: '负责人失联',
    where: '',
    amount: '',
    people: '',
    done: '',
    phoned: '周正',
    by: who('an'),
    at: at('2016-08-03 02:30'),
    state: 'open',
    acknowledgedBy: null,
    acknowledgedAt: null,
    escalations: 1,
    called: [who('wen'), who('jin')],
    joinedTo: null,
    entries: 2,
    nextStepAt: null,
    ...over,
  });
  const entry = (no: number, kind: 'first' | 'called') =>
    insert('incidentEntry', {
      id: entryId(INCIDENT, no),
      campaign: CAMPAIGN,
      incident: INCIDENT,
      no,
      kind,
      by: kind === 'first' ? who('an') : null,
      at: at('2016-08-03 02:40'),
      text: '',
      person: kind === 'called' ? who('jin') : null,
      other: null,
    });
  const told = (no: number, recipient: string, call = false) =>
    intent({ kind: 'incident', incident: INCIDENT, entry: no, call }, INCIDENT, {
      recipient: who(recipient),
    });

  it.each<[string, Partial<IncidentRow>, string]>([
    ['that nobody has taken is told at any hour', {}, 'told'],
    ['that was taken is not made', { state: 'acknowledged' }, 'acknowledged'],
    ['that was closed is not made', { state: 'closed' }, 'acknowledged'],
    ['that was joined to another is not made', { joinedTo: incidentId(CAMPAIGN, 2016, 2) }, 'acknowledged'],
  ])('about an incident %s', async (_, over, fate) => {
    world.clock.setCampaign(at('2016-08-06 23:00'));
    await put(insert('incident', row(over)), entry(2, 'called'));
    expect(await fateOf(told(2, 'jin', true))).toBe(fate);
  });

  it('leaves the first report to be told whoever took the incident, but to nobody else', async () => {
    await put(insert('incident', row({ state: 'acknowledged' })), entry(1, 'first'));
    expect(await fateOf(told(1, 'zhou.zheng'))).toBe('told');
    expect(await fateOf(told(1, 'shang'))).toBe('not_in_office');
  });
});
