// Turns ledger rows into facts: the same row looks the same on every screen because it is described here only.

import type { Calendar } from './calendar.ts';
import type { Campaign, Duty, Figure, FormField } from './campaign.ts';
import type {
  DutyFacts,
  FigureFacts,
  ObligationFacts,
  PeriodFacts,
  PersonFacts,
  ReportFacts,
  UnitFacts,
} from './facts.ts';
import type { FigureId, Instant, PersonId, UnitId } from './ids.ts';
import { deadlineNow, dueOnNow, standingOf, TIMED, type TimedRow, timelinessOf } from './obligation.ts';
import { formFields } from './report-form.ts';
import type { ObligationRow, PersonRow, SubmissionRow } from './things.ts';

/** What of people is said where they are named. */
export const KNOWN = ['id', 'name', 'slack', 'email', 'trouble'] as const satisfies (keyof PersonRow)[];
export type Known = Pick<PersonRow, (typeof KNOWN)[number]>;

/** What describing rows needs: the campaign, who is who, and the moment. */
export type Scene = {
  campaign: Campaign;
  calendar: Calendar;
  now: Instant;
  people: ReadonlyMap<PersonId, Known>;
};

/** Facts of units by id, kept with the list they were made from: answers name thousands. Nobody changes facts. */
const unitsKnown = new WeakMap<Campaign['units'], ReadonlyMap<UnitId, UnitFacts>>();

function factsOf(units: Campaign['units']): ReadonlyMap<UnitId, UnitFacts> {
  const known = unitsKnown.get(units);
  if (known) return known;
  const facts = new Map(units.toReversed().map(({ id, name }) => [id, Object.freeze({ id, name })]));
  unitsKnown.set(units, facts);
  return facts;
}

export const unitFacts = (campaign: Campaign, id: UnitId): UnitFacts =>
  factsOf(campaign.units).get(id) ?? { id, name: id };

const dutiesKnown = new WeakMap<Duty, DutyFacts>();

export function dutyFacts(duty: Duty): DutyFacts {
  const known = dutiesKnown.get(duty);
  if (known) return known;
  const { id, name, kind } = duty;
  const facts = Object.freeze({ id, name, kind });
  dutiesKnown.set(duty, facts);
  return facts;
}

/** The name of a person, also of one who left the roster; the id where nothing is known. */
export const nameOf = (scene: Scene, person: PersonId): string =>
  scene.people.get(person)?.name ??
  scene.campaign.people.find((posting) => posting.person === person)?.name ??
  person;

export const personFacts = (scene: Scene, person: PersonId): PersonFacts => ({
  id: person,
  name: nameOf(scene, person),
  slack: scene.people.get(person)?.slack ?? null,
});

type Span = Pick<ObligationRow, 'period' | 'periodFrom' | 'periodTo'>;

/** A period with its span and, for a phase, its name. */
export function periodFacts(campaign: Campaign, duty: Duty, row: Span): PeriodFacts {
  const facts = { id: row.period, from: row.periodFrom, to: row.periodTo };
  const phase = row.period.startsWith('phase:')
    ? campaign.phases.find(({ id }) => row.period === `phase:${id}`)
    : undefined;
  return phase ? { ...facts, kind: 'phase', name: phase.name } : { ...facts, kind: duty.rhythm.every };
}

const disputeOf = ({ dispute }: TimedRow): ObligationFacts['dispute'] => {
  if (!dispute) return 'none';
  if (!dispute.decision) return 'open';
  return dispute.decision.upheld ? 'upheld' : 'rejected';
};

const GONE: Duty = {
  id: '' as Duty['id'],
  name: '',
  kind: 'report',
  owedBy: [],
  form: null,
  nil: false,
  graceMinutes: 0,
  rhythm: { every: 'once', date: '1970-01-01' as never, time: '00:00' as never },
  onHoliday: { roll: 'keep' },
};

/** The duty of a row; imports end duties and never delete them, so a stand-in with the row's id is the worst case. */
export const dutyOf = (campaign: Campaign, row: Pick<ObligationRow, 'duty'>): Duty =>
  campaign.duties.find(({ id }) => id === row.duty) ?? { ...GONE, id: row.duty, name: row.duty };

/** What of a row is said where it is described. */
export const DESCRIBED = [
  'id',
  'duty',
  'unit',
  'period',
  'periodFrom',
  'periodTo',
  'wantedOn',
  'dueOn',
  'shiftedBy',
  'provisional',
  'reason',
  'waiver',
  'latestNo',
  ...TIMED,
] as const satisfies (keyof ObligationRow)[];
export type DescribedRow = Pick<ObligationRow, (typeof DESCRIBED)[number]>;

/** What of its newest submission is said with a row. */
export const FILED = [
  'obligation',
  'filedAt',
  'filedBy',
  'phonedBy',
] as const satisfies (keyof SubmissionRow)[];
export type Filed = Pick<SubmissionRow, (typeof FILED)[number]>;

/** One ledger row as facts; `latest` is its newest submission, if any. */
export function obligationFacts(scene: Scene, row: DescribedRow, latest: Filed | null): ObligationFacts {
  const { campaign, now } = scene;
  const duty = dutyOf(campaign, row);
  const shifted = row.shiftedBy !== null && row.returnDueAt === null;
  return {
    now,
    zone: campaign.zone,
    id: row.id,
    campaign: campaign.id,
    campaignName: campaign.name,
    duty: dutyFacts(duty),
    unit: unitFacts(campaign, row.unit),
    period: periodFacts(campaign, duty, row),
    dueAt: deadlineNow(row),
    dueOn: dueOnNow(row, campaign.zone),
    closesAt: row.closesAt,
    shift: shifted ? { from: row.wantedOn, by: row.shiftedBy ?? '' } : null,
    provisional: row.provisional,
    standing: standingOf(row, now),
    timeliness: timelinessOf(row, now),
    filedAt: latest?.filedAt ?? row.firstFiledAt,
    filedBy: latest ? nameOf(scene, latest.filedBy) : null,
    phonedBy: latest?.phonedBy ?? null,
    nil: row.nil,
    nilAllowed: duty.nil,
    versions: row.latestNo,
    reason: row.reason,
    waiver: row.waiver,
    dispute: disputeOf(row),
  };
}

export const figureFacts = ({ id, name, unit, decimals }: Figure): FigureFacts => ({
  id,
  name,
  unit,
  decimals,
});

function figuresIn(
  scene: Scene,
  submission: SubmissionRow,
  before: SubmissionRow | null,
): ReportFacts['figures'] {
  return scene.campaign.figures
    .filter(({ id }) => submission.content.figures[id] !== undefined)
    .map((figure) => ({
      ...figureFacts(figure),
      value: submission.content.figures[figure.id]!,
      before: before?.content.figures[figure.id as FigureId] ?? null,
    }));
}

/** One version of a report as facts; `before` is the newest report of the period before, for the comparison. */
export function reportFacts(
  scene: Scene,
  row: ObligationRow,
  submission: SubmissionRow,
  before: SubmissionRow | null,
): ReportFacts {
  const fields = formFields(scene.campaign, dutyOf(scene.campaign, row)).filter(
    (field): field is FormField => field.type !== 'figure' && field.type !== 'files',
  );
  return {
    obligation: obligationFacts(scene, row, submission),
    no: submission.no,
    nil: submission.nil,
    afterClose: submission.afterClose,
    filedAt: submission.filedAt,
    filedBy: nameOf(scene, submission.filedBy),
    phonedBy: submission.phonedBy,
    fields: fields
      .map(({ id, name }) => ({ id, name, text: submission.content.fields[id] ?? '' }))
      .filter(({ text }) => text !== ''),
    figures: figuresIn(scene, submission, before),
    files: submission.content.files,
  };
}
