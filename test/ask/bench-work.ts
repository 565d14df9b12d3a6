// Tasks, consultations, incidents and leave of the benchmark's ledger: what one leading group gathers in so many years. Nearly all
// of it is over; what is open is of the last weeks, whatever the years, as it is in an office that does its work.

import { audited } from '../../domain/audit.ts';
import { type Change, insert } from '../../domain/change.ts';
import type { ConsultationRow, Decision } from '../../domain/consultation/things.ts';
import {
  as,
  consultationId,
  entryId,
  type Instant,
  incidentId,
  type PersonId,
  type TopicId,
  taskId,
  type UnitId,
} from '../../domain/ids.ts';
import { type Deadline, deadlinesBetween } from '../../domain/periods.ts';
import type { TaskEntryKind, TaskRow } from '../../domain/task/things.ts';
import { addDays, dateOf } from '../../domain/zone.ts';
import { aTask } from '../support/task-row.ts';
import { NOW, type Size } from './bench-campaign.ts';
import { liaisonOf, type Making, ownRow } from './bench-reports.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TASKS_A_YEAR = 667;
const INCIDENTS_A_YEAR = 6;
const OFFICE = as<PersonId>('wen@loudi.example');

const TITLES = [
  '整改虚假广告',
  '清理校园贷',
  '核查失联平台',
  '清退存量资金',
  '排查投资公司',
  '约谈平台负责人',
  '处置群体投诉',
];
const LINES: readonly TaskEntryKind[] = [
  'dispatched',
  'signed',
  'fed_back',
  'fed_back',
  'submitted',
  'closed',
];

type Dated = { createdAt: Instant; dueAt: Instant; isOver: boolean };

/** Given any time in the years; those of the last three weeks are mostly still open, older ones are done. */
function datesOf({ chance }: Making, { years, tasksAYear = TASKS_A_YEAR }: Size, n: number): Dated {
  const isLate = n % 13 === 0 && n < 3 * tasksAYear;
  const span = isLate ? 21 : years * 365;
  const createdAt = as<Instant>(NOW - Math.floor(chance.number(span * 24) + 1) * HOUR_MS);
  const dueAt = as<Instant>(createdAt + (5 + chance.number(20)) * DAY_MS);
  return { createdAt, dueAt, isOver: !isLate };
}

function taskOf(making: Making, size: Size, n: number, numbers: Map<number, number>): TaskRow {
  const { campaign, chance } = making;
  const { createdAt, dueAt, isOver } = datesOf(making, size, n);
  const year = Number(dateOf(createdAt, campaign.zone).slice(0, 4));
  const no = (numbers.get(year) ?? 0) + 1;
  numbers.set(year, no);
  const units = campaign.units.filter(({ kind }) => kind !== 'office');
  const lead = chance.oneOf(units).id;
  return aTask({
    id: taskId(campaign.id, year, no),
    campaign: campaign.id,
    year,
    no,
    title: `${chance.oneOf(TITLES)}（${n}）`,
    area: chance.happens(0.6) ? chance.oneOf(campaign.areas).id : null,
    phase: chance.happens(0.5) ? chance.oneOf(campaign.phases).id : null,
    lead,
    helpers: chance.happens(0.3) ? [chance.oneOf(units).id] : [],
    dueAt,
    dueOn: dateOf(dueAt, campaign.zone),
    state: isOver
      ? 'closed'
      : chance.oneOf(['dispatched', 'in_progress', 'in_progress', 'in_review'] as const),
    signBy: as<Instant>(createdAt + DAY_MS),
    signedAt: as<Instant>(createdAt + 2 * HOUR_MS),
    signedBy: liaisonOf(making, lead),
    percent: isOver ? 100 : chance.number(90),
    closedAt: isOver ? as<Instant>(Math.min(dueAt, NOW - HOUR_MS)) : null,
    createdAt,
    entries: isOver ? LINES.length : 3,
    plannedThrough: NOW,
  });
}

function taskChanges(making: Making, row: TaskRow): Change[] {
  const step = Math.max(1, Math.floor((Math.min(row.dueAt, NOW) - row.createdAt) / LINES.length));
  const entries = LINES.slice(0, row.entries).map((kind, index) =>
    insert('taskEntry', {
      id: entryId(row.id, index + 1),
      campaign: row.campaign,
      task: row.id,
      no: index + 1,
      kind,
      unit: kind === 'dispatched' || kind === 'closed' ? null : row.lead,
      by: kind === 'dispatched' || kind === 'closed' ? OFFICE : liaisonOf(making, row.lead),
      at: as<Instant>(row.createdAt + index * step),
      text: kind === 'fed_back' ? '已约谈，正在整改' : '',
      detail: {},
      files: [],
    }),
  );
  const lines = LINES.slice(0, row.entries).map((kind, index) =>
    audited(
      { campaign: row.campaign, by: OFFICE, at: as<Instant>(row.createdAt + index * step) },
      `task_${kind}`,
      { id: row.id, version: index + 1 },
      { no: row.no },
    ),
  );
  return [insert('task', row), ...entries, ...lines];
}

const decisionsOf = (
  { campaign, chance }: Making,
  on: Decision['dueOn'],
  tasks: readonly TaskRow[],
): Decision[] =>
  Array.from({ length: 4 }, (_, n) => {
    const task = tasks.length > 0 ? chance.oneOf(tasks) : null;
    const lead = task?.lead ?? chance.oneOf(campaign.units).id;
    return {
      what: `${chance.oneOf(TITLES)}，第${n + 1}项`,
      unit: lead,
      dueOn: addDays(on, 14),
      task: task?.id ?? null,
    };
  });

function meetingOf(
  making: Making,
  deadline: Deadline,
  no: number,
  tasks: readonly TaskRow[],
): ConsultationRow {
  const { campaign } = making;
  const duty = campaign.duties.find(({ kind }) => kind === 'consultation')!;
  const isHeld = deadline.dueAt < NOW;
  const at = as<Instant>(deadline.dueAt + DAY_MS);
  const by = as<PersonId>('zhou.zheng@loudi.example');
  const people = campaign.people.slice(0, 40).map(({ person }) => person);
  return {
    id: consultationId(campaign.id, duty.id, deadline.period),
    version: 1,
    campaign: campaign.id,
    duty: duty.id,
    period: deadline.period,
    startsAt: deadline.dueAt,
    minutesLong: 90,
    movedFrom: null,
    place: '市政府三楼会议室',
    state: isHeld ? 'approved' : 'issued',
    agenda: null,
    issuedBy: OFFICE,
    issuedAt: as<Instant>(deadline.opensAt),
    sequence: 1,
    minutes: isHeld
      ? {
          heard: '听取各单位整治工作进展',
          decisions: decisionsOf(making, deadline.dueOn, tasks),
          attended: people,
          excused: [],
          observers: '',
          by: OFFICE,
          at,
          approvedBy: by,
          approvedAt: at,
        }
      : null,
    year: isHeld ? Number(deadline.period.slice(0, 4)) : null,
    no: isHeld ? no : null,
    reason: null,
    plannedThrough: NOW,
    nextStepAt: null,
  };
}

function besideMeeting(making: Making, row: ConsultationRow): Change[] {
  const { campaign, chance } = making;
  const at = as<Instant>(row.startsAt - 5 * DAY_MS);
  const answers = campaign.people.slice(0, 60).map(({ person }) =>
    insert('attendance', {
      id: `${row.id}:${person}`,
      campaign: campaign.id,
      consultation: row.id,
      person,
      coming: chance.happens(0.9),
      instead: '',
      at,
    }),
  );
  const topics = [1, 2, 3].map((n) =>
    insert('topic', {
      id: as<TopicId>(`${row.id}:topic:${n}`),
      campaign: campaign.id,
      consultation: row.id,
      unit: chance.oneOf(campaign.units).id,
      title: chance.oneOf(TITLES),
      reason: '涉及多个单位',
      ask: '请会商研究',
      by: OFFICE,
      at,
      state: 'proposed',
      declined: null,
    }),
  );
  return [...answers, ...topics];
}

function* consultationChanges(making: Making, tasks: readonly TaskRow[]): Generator<Change[]> {
  const { campaign, calendar } = making;
  const duty = campaign.duties.find(({ kind }) => kind === 'consultation')!;
  const deadlines = deadlinesBetween(campaign, duty, calendar, campaign.from, campaign.to);
  for (const deadline of deadlines.filter(({ opensAt }) => opensAt <= NOW)) {
    const near = tasks.filter(({ createdAt }) => Math.abs(createdAt - deadline.dueAt) < 20 * DAY_MS);
    const row = meetingOf(making, deadline, Number(deadline.period.slice(5)), near);
    yield [
      insert('obligation', ownRow(making, duty, deadline)),
      insert('consultation', row),
      ...besideMeeting(making, row),
    ];
  }
}

function incidentChanges({ campaign, chance }: Making, years: number): Change[] {
  return Array.from({ length: years * INCIDENTS_A_YEAR }, (_, n) => {
    const year = 2018 - Math.floor(n / INCIDENTS_A_YEAR);
    const no = (n % INCIDENTS_A_YEAR) + 1;
    const at = as<Instant>(NOW - (n + 1) * 60 * DAY_MS);
    return insert('incident', {
      id: incidentId(campaign.id, year, no),
      campaign: campaign.id,
      year,
      no,
      unit: chance.oneOf(campaign.units).id as UnitId,
      what: '平台负责人失联，投资人聚集',
      where: '市政府门口',
      amount: '约2000万元',
      people: '约60人',
      done: '已派人到场',
      phoned: '是',
      by: OFFICE,
      at,
      state: 'closed',
      acknowledgedBy: OFFICE,
      acknowledgedAt: at,
      escalations: 0,
      called: [],
      joinedTo: null,
      entries: 0,
      nextStepAt: null,
    });
  });
}

const PER_COMMIT = 200;

/** All tasks, meetings and incidents, some hundred rows at a time. */
export function* workChanges(making: Making, size: Size): Generator<Change[]> {
  const { years, tasksAYear = TASKS_A_YEAR } = size;
  const numbers = new Map<number, number>();
  const tasks = Array.from({ length: years * tasksAYear }, (_, n) => taskOf(making, size, n, numbers));
  for (let from = 0; from < tasks.length; from += PER_COMMIT)
    yield tasks.slice(from, from + PER_COMMIT).flatMap((row) => taskChanges(making, row));
  yield* consultationChanges(making, tasks);
  yield incidentChanges(making, years);
}
