// The office's bulletin: what it says, and its way from draft to publication.
//
//   state     | edited            | approved             | published            | corrected
//   drafted   | → drafted         | → approved (frozen)  | – (approve first)    | –
//   approved  | → drafted (thawed)| –                    | → published, 第N期   | –
//   published | –                 | –                    | –                    | → published, 更正 n
//
// Until approval the numbers are computed anew each time; approval freezes them. The number N is drawn from a counter in
// the commit that publishes, so numbers have no gaps, and a channel that refuses gets the same N once it is repaired.

import { type Acting, audited } from './audit.ts';
import type { Campaign, Duty } from './campaign.ts';
import { type Change, insert, move } from './change.ts';
import type { BulletinFacts, FigureTotal } from './facts.ts';
import {
  as,
  type CivilDate,
  type CivilTime,
  type FigureId,
  type Instant,
  type MessageId,
  type PersonId,
} from './ids.ts';
import type { BulletinPart, MessageContent } from './message-content.ts';
import { countsOf, isFiled, isMissing, standingOf, TIMED, timelinessOf } from './obligation.ts';
import {
  dutyFacts,
  dutyOf,
  figureFacts,
  nameOf,
  periodFacts,
  type Scene,
  unitFacts,
} from './obligation-facts.ts';
import type { TaskSection } from './task/facts.ts';
import { taskSection } from './task/section.ts';
import type { TaskRow } from './task/things.ts';
import type { BulletinEdits, BulletinRow, CounterRow, MessageRow, ObligationRow } from './things.ts';
import { addDays, instantOf } from './zone.ts';

const MIDNIGHT = as<CivilTime>('00:00');

/** What a bulletin is computed from: its own row and obligation, the reported period and the one before. */
export type BulletinSources = {
  bulletin: BulletinRow;
  own: ObligationRow;
  current: readonly ObligationRow[];
  before: readonly CountedRow[];
  /** All tasks of the campaign: 督办事项 names those that were given, closed or overdue in the period. */
  tasks: readonly TaskRow[];
};

/** The columns that figures are summed from. */
export const SUMMED = ['state', 'figures'] as const satisfies (keyof ObligationRow)[];
export type SummedRow = Pick<ObligationRow, (typeof SUMMED)[number]>;
/** What a period is counted by: who stands how, and what they reported in numbers. */
export const COUNTED = ['unit', 'period', 'periodFrom', 'periodTo', ...TIMED, 'figures'] as const;
export type CountedRow = Pick<ObligationRow, (typeof COUNTED)[number]>;

const figureOf = (row: SummedRow, id: FigureId): number => (isFiled(row) && row.figures[id]) || 0;

/** Sums every figure over the units that reported; `before` is null where the period before had nothing to compare. */
export function figureTotals(
  campaign: Pick<Campaign, 'figures'>,
  current: readonly SummedRow[],
  before: readonly SummedRow[],
): FigureTotal[] {
  const sum = (rows: readonly SummedRow[], id: FigureId) =>
    rows.reduce((total, row) => total + figureOf(row, id), 0);
  const comparable = before.some(isFiled);
  return campaign.figures.map((figure) => ({
    ...figureFacts(figure),
    total: sum(current, figure.id),
    before: comparable ? sum(before, figure.id) : null,
  }));
}

const openDispute = (row: ObligationRow): string | null =>
  row.dispute && !row.dispute.decision ? row.dispute.text : null;

function rowsOf(scene: Scene, rows: readonly ObligationRow[]): BulletinFacts['rows'] {
  return rows.map((row) => ({
    unit: unitFacts(scene.campaign, row.unit),
    standing: standingOf(row, scene.now),
    timeliness: timelinessOf(row, scene.now),
    nil: row.nil,
    filedAt: row.firstFiledAt,
    figures: row.figures,
  }));
}

function unitLists(
  scene: Scene,
  rows: readonly ObligationRow[],
): Pick<BulletinFacts, 'missing' | 'late' | 'waived'> {
  const unit = (row: ObligationRow) => unitFacts(scene.campaign, row.unit);
  const late = rows.filter((row) => isFiled(row) && timelinessOf(row, scene.now) === 'late');
  return {
    missing: rows
      .filter((row) => isMissing(row, scene.now))
      .map((row) => ({ unit: unit(row), dispute: openDispute(row) })),
    late: late.map((row) => ({ unit: unit(row), filedAt: row.firstFiledAt!, dispute: openDispute(row) })),
    waived: rows
      .filter(({ state }) => state === 'waived')
      .map((row) => ({ unit: unit(row), reason: row.reason })),
  };
}

function headFacts(scene: Scene, { bulletin, own }: BulletinSources, duty: Duty) {
  const office = scene.campaign.units.find(({ kind }) => kind === 'office');
  return {
    now: scene.now,
    zone: scene.campaign.zone,
    id: bulletin.id,
    campaign: bulletin.campaign,
    campaignName: scene.campaign.name,
    issuer: `${scene.campaign.group}办公室`,
    dueAt: own.dueAt,
    dueOn: own.dueOn,
    duty: dutyFacts(duty),
    period: periodFacts(scene.campaign, duty, own),
    officeName: office?.name,
  };
}

function writtenParts(scene: Scene, { edits, corrections }: BulletinRow) {
  return {
    overview: edits.overview ?? null,
    problems: edits.problems ?? null,
    next: edits.next ?? null,
    highlights: edits.highlights.map(({ unit, text }) => ({ unit: unitFacts(scene.campaign, unit), text })),
    corrections: corrections.map((correction) => ({ ...correction, by: nameOf(scene, correction.by) })),
  };
}

/** The people who are named where a bulletin is described. */
export const peopleInBulletin = ({ corrections, approvedBy, publishedBy }: BulletinRow): PersonId[] =>
  [...corrections.map(({ by }) => by), approvedBy, publishedBy].filter((person) => person !== null);

const signatures = (scene: Scene, row: BulletinRow) => ({
  state: row.state,
  no: row.no,
  approvedBy: row.approvedBy && nameOf(scene, row.approvedBy),
  approvedAt: row.approvedAt,
  publishedBy: row.publishedBy && nameOf(scene, row.publishedBy),
  publishedAt: row.publishedAt,
});

type Span = Pick<ObligationRow, 'periodFrom' | 'periodTo'>;

/** The tasks of the reported period, or of as much of it as has passed. */
function tasksOf(scene: Scene, tasks: readonly TaskRow[], { periodFrom, periodTo }: Span): TaskSection {
  const startOf = (date: CivilDate) => instantOf(date, MIDNIGHT, scene.campaign.zone);
  const to = Math.min(startOf(addDays(periodTo, 1)), scene.now);
  return taskSection(scene, tasks, { from: startOf(periodFrom), to: as<Instant>(to) });
}

/** What the bulletin says at this moment: computed while it is a draft, as frozen afterwards. */
export function bulletinFacts(scene: Scene, sources: BulletinSources): BulletinFacts {
  const { bulletin, current, before } = sources;
  const written = writtenParts(scene, bulletin);
  const signed = signatures(scene, bulletin);
  if (bulletin.frozen) {
    const frozen = bulletin.frozen as BulletinFacts;
    return { ...frozen, ...signed, tasks: frozen.tasks ?? null, corrections: written.corrections };
  }
  const [first] = current;
  const collects = dutyOf(scene.campaign, { duty: bulletin.collects });
  const span = first ?? { ...sources.own, period: bulletin.collectsPeriod };
  return {
    ...headFacts(scene, sources, dutyOf(scene.campaign, bulletin)),
    ...signed,
    ...written,
    collects: dutyFacts(collects),
    collectsPeriod: periodFacts(scene.campaign, collects, span),
    counts: countsOf(current, scene.now),
    before: before.some((row) => row.state !== 'waived') ? countsOf(before, scene.now) : null,
    figures: figureTotals(scene.campaign, current, before),
    ...unitLists(scene, current),
    rows: rowsOf(scene, current),
    tasks: tasksOf(scene, sources.tasks, span),
  };
}

export type BulletinDecision = { bulletin: BulletinRow; changes: Change[] };

function decided(
  bulletin: BulletinRow,
  acting: Acting,
  verb: string,
  to: Partial<BulletinRow>,
  more: Change[] = [],
): BulletinDecision {
  return {
    bulletin: { ...bulletin, ...to, version: bulletin.version + 1 },
    changes: [move('bulletin', bulletin, to), audited(acting, `bulletin_${verb}`, bulletin), ...more],
  };
}

/** Keeps what the office wrote; an approved bulletin becomes a draft again, because it no longer is what was approved. */
export const decideEdit = (bulletin: BulletinRow, acting: Acting, edits: BulletinEdits): BulletinDecision =>
  decided(bulletin, acting, 'edit', {
    edits,
    state: 'drafted',
    frozen: null,
    approvedBy: null,
    approvedAt: null,
  });

/** Freezes the bulletin as it stands. */
export const decideApprove = (
  bulletin: BulletinRow,
  acting: Acting,
  facts: BulletinFacts,
): BulletinDecision =>
  decided(bulletin, acting, 'approve', {
    state: 'approved',
    frozen: facts,
    approvedBy: acting.by,
    approvedAt: acting.at,
  });

export const BULLETIN_PARTS: readonly BulletinPart[] = ['overview', 'units', 'highlights', 'next'];

const messageTo = (
  bulletin: BulletinRow,
  id: MessageId,
  at: Instant,
  content: MessageContent,
  after: MessageId | null,
): Omit<MessageRow, 'version'> => ({
  id,
  campaign: bulletin.campaign,
  target: { kind: 'channel', channel: `${bulletin.campaign}/bulletin` },
  operation: 'post',
  updates: null,
  after,
  content,
  state: 'pending',
  reason: null,
  attempts: 0,
  createdAt: at,
  sentAt: null,
  notBefore: 0,
  leaseUntil: 0,
  doubtSince: null,
  channelId: null,
  ts: null,
});

export const bulletinCounterId = (bulletin: BulletinRow): string => `bulletin:${bulletin.campaign}`;

/** What publishing reads beside the bulletin: its own row, the counter (null before the first), what was approved. */
export type Publishing = {
  own: ObligationRow;
  counter: CounterRow | null;
  facts: BulletinFacts;
  newId: () => string;
  publisher: string;
};

/** Publishes an approved bulletin: draws the number, posts to the channel with the parts in its thread, meets the duty. */
export function decidePublish(
  bulletin: BulletinRow,
  acting: Acting,
  publishing: Publishing,
): BulletinDecision {
  const { own, counter, facts, newId, publisher } = publishing;
  const no = (counter?.value ?? 0) + 1;
  const signed = { state: 'published' as const, no, publishedAt: acting.at };
  const frozen: BulletinFacts = { ...facts, ...signed, publishedBy: publisher };
  const posts = channelPosts(bulletin, acting.at, frozen, newId);
  const columns = { ...signed, publishedBy: acting.by, headMessage: posts[0]!.id, frozen };
  return decided(bulletin, acting, 'publish', columns, [
    drawn(bulletin, counter, no),
    ...posts.map((post) => insert('message', post)),
    ...metBy(own, acting.at),
  ]);
}

const drawn = (bulletin: BulletinRow, counter: CounterRow | null, no: number): Change =>
  counter
    ? move('counter', counter, { value: no })
    : insert('counter', { id: bulletinCounterId(bulletin), value: no });

/** The head and its parts, each after the one before, so that the thread keeps its order through any retry. */
function channelPosts(
  bulletin: BulletinRow,
  at: Instant,
  published: BulletinFacts,
  newId: () => string,
): Omit<MessageRow, 'version'>[] {
  const contents: MessageContent[] = [
    { kind: 'bulletin_head', bulletin: published },
    ...BULLETIN_PARTS.map((part) => ({ kind: 'bulletin_part' as const, part, bulletin: published })),
  ];
  const posts: Omit<MessageRow, 'version'>[] = [];
  for (const content of contents) {
    posts.push(messageTo(bulletin, newId() as MessageId, at, content, posts.at(-1)?.id ?? null));
  }
  return posts;
}

/** The duty to publish is met; a bulletin whose duty was waived may be published all the same. */
const metBy = (own: ObligationRow, at: Instant): Change[] =>
  own.state === 'waived'
    ? []
    : [
        move('obligation', own, {
          state: 'accepted',
          firstFiledAt: own.firstFiledAt ?? at,
          nextStepAt: null,
        }),
      ];

/** Adds a numbered correction under a published bulletin; what was published stays as it was. */
export function decideCorrect(
  bulletin: BulletinRow,
  acting: Acting,
  text: string,
  facts: (row: BulletinRow) => BulletinFacts,
  newId: () => string,
): BulletinDecision {
  const no = bulletin.corrections.length + 1;
  const corrections = [...bulletin.corrections, { no, text, by: acting.by, at: acting.at }];
  const content: MessageContent = {
    kind: 'bulletin_correction',
    bulletin: facts({ ...bulletin, corrections }),
    no,
  };
  return decided(bulletin, acting, 'correct', { corrections }, [
    insert('message', messageTo(bulletin, newId() as MessageId, acting.at, content, bulletin.headMessage)),
  ]);
}
