// The reports of the benchmark's ledger: a row for each unit and period with what was filed, the audit's lines about it, what
// its liaison was told, and the bulletin that collects the week. Written as the commands and the plan would have left it.

import { audited } from '../../domain/audit.ts';
import { bulletinFacts } from '../../domain/bulletin.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Campaign, Duty } from '../../domain/campaign.ts';
import { type Change, insert } from '../../domain/change.ts';
import {
  as,
  bulletinId,
  type FigureId,
  type Instant,
  type IntentId,
  type MessageId,
  obligationId,
  type PersonId,
  type SlackChannelId,
  submissionId,
  type UnitId,
} from '../../domain/ids.ts';
import { obligationFacts, type Scene } from '../../domain/obligation-facts.ts';
import { type Deadline, deadlinesBetween, owingUnits } from '../../domain/periods.ts';
import type { BulletinRow, ObligationRow, PersonRow, SubmissionRow } from '../../domain/things.ts';
import { addDays } from '../../domain/zone.ts';
import { NOW } from './bench-campaign.ts';
import type { Chance } from './bench-chance.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A week of the latest ones is still with the office; older ones were taken or, seldom, never came. */
const STILL_OPEN_MS = 21 * DAY_MS;

const SAID = [
  '已排查网贷平台及门店，逐户建立台账，未发现新增风险',
  '联合公安、工商开展现场检查，对两家公司下达整改通知书',
  '校园贷广告已清理，约谈平台负责人，要求限期退出',
  '对辖内投资理财公司开展摸底，移送涉嫌非法集资线索',
  '宣传进社区六场，发放资料两千份，受理群众举报',
  '复查上周问题平台，整改基本到位，剩余一家正在清退',
];
const PROBLEMS = [
  '部分平台注册地与经营地不一致，核查困难',
  '人手不足，建议统一培训',
  '无',
  '存量资金清退进度偏慢',
];

/** What generating needs: the campaign as it will be in the ledger, and who is who. */
export type Making = {
  campaign: Campaign;
  calendar: Calendar;
  scene: Omit<Scene, 'people'> & { people: Map<PersonId, PersonRow> };
  chance: Chance;
};

type Reported = { row: ObligationRow; submissions: SubmissionRow[]; liaison: PersonId };

export const liaisonOf = ({ campaign }: Making, unit: UnitId): PersonId =>
  campaign.people.find((posting) => posting.unit === unit && posting.role === 'liaison')?.person ??
  campaign.people.find((posting) => posting.unit === unit)!.person;

function emptyRow({ campaign }: Making, duty: Duty, unit: UnitId, deadline: Deadline): ObligationRow {
  const { period, from, to, opensAt, wantedOn, dueOn, dueAt, closesAt, missedAt, shift } = deadline;
  return {
    id: obligationId(campaign.id, duty.id, unit, period),
    version: 1,
    campaign: campaign.id,
    duty: duty.id,
    unit,
    period,
    periodFrom: from,
    periodTo: to,
    opensAt,
    wantedOn,
    dueOn,
    dueAt,
    graceMinutes: duty.graceMinutes,
    closesAt,
    missedAt,
    shiftedBy: shift?.name ?? null,
    provisional: deadline.provisional,
    state: 'open',
    reason: null,
    waiver: null,
    returnDueAt: null,
    firstFiledAt: null,
    refiledAt: null,
    latestNo: 0,
    nil: false,
    figures: {},
    dispute: null,
    shortNotice: false,
    plannedThrough: NOW,
    nextStepAt: null,
  };
}

/** When it was filed: mostly in the two days before, some late; null where nothing came (yet). */
function filedAt({ chance }: Making, { dueAt }: ObligationRow): Instant | null {
  const isOld = dueAt < NOW - STILL_OPEN_MS;
  if (chance.happens(isOld ? 0.001 : 0.04)) return null;
  const at = chance.happens(0.07)
    ? dueAt + (1 + chance.number(60)) * HOUR_MS
    : dueAt - chance.number(48 * 60) * 60_000 - 60_000;
  return at <= NOW ? as<Instant>(at) : null;
}

const figuresFrom = ({ campaign, chance }: Making): Record<FigureId, number> =>
  Object.fromEntries(campaign.figures.map(({ id }) => [id, chance.number(40)])) as Record<FigureId, number>;

const textFrom = ({ chance }: Making): Record<string, string> => ({
  progress: `${chance.oneOf(SAID)}；${chance.oneOf(SAID)}。`,
  advice: chance.oneOf(PROBLEMS),
  next: `下周继续${chance.oneOf(SAID)}`,
});

function submissionsOf(making: Making, row: ObligationRow, at: Instant, by: PersonId): SubmissionRow[] {
  const { chance } = making;
  const nil = chance.happens(0.02);
  const versions = chance.happens(0.05) ? 2 : 1;
  return Array.from({ length: versions }, (_, index) => ({
    id: submissionId(row.id, index + 1),
    version: 1,
    campaign: row.campaign,
    obligation: row.id,
    no: index + 1,
    nil,
    content: {
      fields: nil ? {} : textFrom(making),
      figures: nil ? {} : figuresFrom(making),
      files: [],
    },
    filedBy: by,
    filedAt: as<Instant>(at + index * 60_000),
    phonedBy: null,
    afterClose: false,
  }));
}

function reported(making: Making, duty: Duty, unit: UnitId, deadline: Deadline): Reported {
  const row = emptyRow(making, duty, unit, deadline);
  const liaison = liaisonOf(making, unit);
  if (making.chance.happens(0.01)) {
    const waived = { ...row, state: 'waived' as const, waiver: 'office' as const, reason: '撤并' };
    return { row: waived, submissions: [], liaison };
  }
  const at = filedAt(making, row);
  if (at === null) return { row, submissions: [], liaison };
  const submissions = submissionsOf(making, row, at, liaison);
  const state = row.closesAt < NOW ? ('accepted' as const) : ('submitted' as const);
  const newest = submissions.at(-1)!;
  const { nil, content } = newest;
  const filed = { state, firstFiledAt: at, latestNo: newest.no, nil, figures: content.figures };
  return { row: { ...row, ...filed }, submissions, liaison };
}

function linesOf({ campaign }: Making, { row, liaison }: Reported): Change[] {
  if (row.firstFiledAt === null) return [];
  const acting = { campaign: campaign.id, by: liaison, at: row.firstFiledAt };
  const filed = audited(acting, row.nil ? 'nil' : 'report', { id: row.id, version: 1 }, { no: row.latestNo });
  if (row.state !== 'accepted') return [filed];
  const office = { campaign: campaign.id, by: as<PersonId>('wen@loudi.example'), at: row.closesAt };
  return [filed, audited(office, 'accept', { id: row.id, version: 2 })];
}

/** The reminder on the eve, and the message it was told with. */
function toldOf({ campaign, scene }: Making, { row, liaison }: Reported): Change[] {
  const at = as<Instant>(row.dueAt - DAY_MS);
  if (at > NOW) return [];
  const id = `reminder:${row.id}:eve:${liaison}`;
  const why = { role: 'liaison' as const, insteadOf: null };
  const obligation = obligationFacts({ ...scene, now: at }, { ...row, state: 'open' }, null);
  const reminder = { step: 'eve', stepKind: 'before' as const, why, canFile: true, canSnooze: true };
  const item = {
    kind: 'reminder' as const,
    obligation,
    reminder: { ...reminder, liaison: null, remindedOn: [] },
  };
  const { dueOn } = row;
  return [
    insert('intent', {
      id: as<IntentId>(id),
      campaign: campaign.id,
      recipient: liaison,
      notice: { kind: 'reminder', obligation: row.id, step: 'eve', stepKind: 'before', dueOn, why },
      about: row.id,
      slotAt: at,
      createdAt: row.opensAt,
      bundle: 'reminder',
      state: 'bound',
      reason: null,
      message: as<MessageId>(`m:${id}`),
    }),
    insert('message', {
      id: as<MessageId>(`m:${id}`),
      campaign: campaign.id,
      target: { kind: 'person', person: liaison },
      operation: 'post',
      updates: null,
      after: null,
      content: { kind: 'told', zone: campaign.zone, at, items: [item] },
      state: 'sent',
      reason: null,
      attempts: 1,
      createdAt: at,
      sentAt: at,
      notBefore: 0,
      leaseUntil: 0,
      doubtSince: null,
      channelId: as<SlackChannelId>(`D${liaison}`),
      ts: `${at / 1000}.000100`,
    }),
  ];
}

const changesOf = (making: Making, each: Reported): Change[] => [
  insert('obligation', each.row),
  ...each.submissions.map((submission) => insert('submission', submission)),
  ...toldOf(making, each),
];

function bulletinOf(
  making: Making,
  no: number,
  deadline: Deadline,
  own: ObligationRow,
  week: readonly ObligationRow[],
  before: readonly ObligationRow[],
) {
  const { campaign, scene } = making;
  const duty = campaign.duties.find(({ kind }) => kind === 'bulletin')!;
  const isPublished = deadline.dueAt < NOW;
  const at = isPublished ? deadline.dueAt : null;
  const by = isPublished ? as<PersonId>('jin@loudi.example') : null;
  const row: BulletinRow = {
    id: bulletinId(campaign.id, duty.id, deadline.period),
    version: 1,
    campaign: campaign.id,
    duty: duty.id,
    period: deadline.period,
    collects: duty.collects!,
    collectsPeriod: week[0]!.period,
    state: isPublished ? 'published' : 'drafted',
    no: isPublished ? no : null,
    edits: { overview: '各单位工作总体平稳推进。', highlights: [] },
    frozen: null,
    approvedBy: by,
    approvedAt: at,
    publishedBy: by,
    publishedAt: at,
    headMessage: null,
    corrections: [],
  };
  if (!isPublished) return insert('bulletin', row);
  const sources = { bulletin: row, own, current: week, before, tasks: [] };
  return insert('bulletin', { ...row, frozen: bulletinFacts({ ...scene, now: deadline.dueAt }, sources) });
}

const deadlinesOf = ({ campaign, calendar }: Making, duty: Duty): Deadline[] =>
  deadlinesBetween(campaign, duty, calendar, campaign.from, addDays(campaign.to, 7)).filter(
    ({ opensAt }) => opensAt <= NOW,
  );

const filing = (making: Making, duty: Duty, deadline: Deadline): Reported[] =>
  owingUnits(making.campaign, duty, deadline.wantedOn).map((unit) => reported(making, duty, unit, deadline));

/** The office's own rows are met elsewhere: by the bulletin that is published, by the minutes that are approved. */
export function ownRow(making: Making, duty: Duty, deadline: Deadline): ObligationRow {
  const row = emptyRow(making, duty, as<UnitId>('jrb'), deadline);
  return deadline.dueAt < NOW ? { ...row, state: 'accepted', firstFiledAt: deadline.dueAt } : row;
}

/** Every report ever owed, a period at a time. */
export function* reportChanges(making: Making): Generator<Change[]> {
  const { duties } = making.campaign;
  const bulletin = duties.find(({ kind }) => kind === 'bulletin')!;
  const published = deadlinesOf(making, bulletin);
  let before: ObligationRow[] = [];
  for (const duty of duties.filter(({ kind }) => kind === 'report')) {
    for (const deadline of deadlinesOf(making, duty)) {
      const all = filing(making, duty, deadline);
      yield [
        ...all.flatMap((each) => changesOf(making, each)),
        ...all.flatMap((each) => linesOf(making, each)),
      ];
      if (duty.id !== bulletin.collects) continue;
      const week = all.map(({ row }) => row);
      const index = published.findIndex(({ dueAt }) => dueAt > deadline.dueAt);
      const own = published[index] && ownRow(making, bulletin, published[index]);
      if (own)
        yield [
          insert('obligation', own),
          bulletinOf(making, index + 1, published[index]!, own, week, before),
        ];
      before = week;
    }
  }
}
