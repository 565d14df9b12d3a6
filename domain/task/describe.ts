// Turns the rows of tasks into facts: the same task looks the same on every screen because it is described here only.

import type { PersonId, UnitId } from '../ids.ts';
import { nameOf, type Scene, unitFacts } from '../obligation-facts.ts';
import { dateOf } from '../zone.ts';
import { currentStep, projectedEnds } from './chain.ts';
import type { Light, TaskCounts, TaskEntryFacts, TaskFacts, TaskLine, TaskStepFacts } from './facts.ts';
import { isOpenTask, isOverdueTask, lightOf } from './task.ts';
import type { TaskEntryRow, TaskRow } from './things.ts';

const lightNow = ({ campaign, calendar, now }: Scene, row: TaskRow): Light =>
  lightOf(row, calendar, campaign.zone, now);

function stepFacts({ campaign, calendar, now }: Scene, { steps }: TaskRow): TaskStepFacts[] {
  const ends = projectedEnds(calendar, steps, dateOf(now, campaign.zone));
  const current = currentStep(steps);
  return steps.map(({ name, unit, length, doneAt }, index) => ({
    name,
    unit: unitFacts(campaign, unit),
    length,
    dueOn: ends[index]!,
    standing: doneAt !== null ? 'done' : index === current ? 'current' : 'waiting',
    doneAt,
  }));
}

const namedIn = (named: readonly { id: string; name: string }[], id: string | null): string | null =>
  id === null ? null : (named.find((each) => each.id === id)?.name ?? id);

function signatures(scene: Scene, { signedBy, signedAt, createdBy, createdAt, extension }: TaskRow) {
  return {
    signedBy: signedBy && nameOf(scene, signedBy),
    signedAt,
    createdBy: nameOf(scene, createdBy),
    createdAt,
    extension: extension && { ...extension, by: nameOf(scene, extension.by) },
  };
}

function unitsIn({ campaign }: Scene, { lead, helpers, area, phase }: TaskRow) {
  return {
    lead: unitFacts(campaign, lead),
    helpers: helpers.map((unit) => unitFacts(campaign, unit)),
    area: namedIn(campaign.areas, area),
    phase: namedIn(campaign.phases, phase),
  };
}

/** The people who are named where these tasks are described. */
export const peopleInTasks = (rows: readonly TaskRow[]): PersonId[] =>
  rows
    .flatMap(({ createdBy, signedBy, extension }) => [createdBy, signedBy, extension?.by ?? null])
    .filter((person) => person !== null);

/** One task as facts, at the moment of the scene. */
export function taskFacts(scene: Scene, row: TaskRow): TaskFacts {
  const { campaign, now } = scene;
  return {
    now,
    zone: campaign.zone,
    id: row.id,
    campaign: campaign.id,
    campaignName: campaign.name,
    year: row.year,
    no: row.no,
    title: row.title,
    ask: row.ask,
    source: row.source,
    ...unitsIn(scene, row),
    priority: row.priority,
    feedback: row.feedback,
    feedbackOn: row.feedbackOn,
    evidence: row.evidence,
    dueAt: row.dueAt,
    dueOn: row.dueOn,
    provisional: row.provisional,
    shortNotice: row.shortNotice,
    state: row.state,
    light: lightNow(scene, row),
    overdue: isOverdueTask(row, now),
    signBy: row.signBy,
    ...signatures(scene, row),
    percent: row.percent,
    steps: stepFacts(scene, row),
    returned: row.returned,
    closedAt: row.closedAt,
  };
}

/** One entry of a task's timeline as facts. */
export function taskEntryFacts(scene: Scene, entry: TaskEntryRow): TaskEntryFacts {
  const { detail } = entry;
  const unit = (id: UnitId | null | undefined) => (id ? unitFacts(scene.campaign, id) : null);
  return {
    no: entry.no,
    kind: entry.kind,
    unit: unit(entry.unit),
    by: nameOf(scene, entry.by),
    at: entry.at,
    text: entry.text,
    percent: detail.percent ?? null,
    until: detail.until ?? null,
    before: detail.before ?? null,
    progress: detail.progress ?? null,
    fromUnit: unit(detail.fromUnit),
    toUnit: unit(detail.toUnit),
    step: detail.step ?? null,
    files: entry.files,
  };
}

/** A task in one line, for lists inside bulletins and agendas. */
export const taskLine = (scene: Scene, row: TaskRow): TaskLine => ({
  id: row.id,
  year: row.year,
  no: row.no,
  title: row.title,
  lead: unitFacts(scene.campaign, row.lead),
  dueOn: row.dueOn,
  state: row.state,
  overdue: isOverdueTask(row, scene.now),
});

/** The numbers of the open ones among these tasks. */
export function taskCounts(scene: Scene, rows: readonly TaskRow[]): TaskCounts {
  const open = rows.filter(isOpenTask);
  const count = (fits: (row: TaskRow) => boolean) => open.filter(fits).length;
  return {
    open: open.length,
    unsigned: count(({ state }) => state === 'dispatched'),
    inReview: count(({ state }) => state === 'in_review'),
    extensions: count(({ extension }) => extension !== null),
    yellow: count((row) => lightNow(scene, row) === 'yellow'),
    red: count((row) => lightNow(scene, row) === 'red'),
  };
}
