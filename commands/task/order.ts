// The form of a new task, read: every field checked, all problems at once, and the order that comes of it.
//
//   title, ask, lead   required; a lead unit may be left out where every step of a chain has its own
//   helpers            units that exist, other than the lead
//   dueOn              required without steps, not over; with steps their lengths decide and it is not read
//   feedback           none, week, or every 1–30 working days
//   source             the words are required where a plan or an inspection is named

import type { FieldProblem } from '../../domain/facts.ts';
import { type AreaId, as, type PhaseId, type UnitId } from '../../domain/ids.ts';
import type { TaskOrder } from '../../domain/task/dispatch.ts';
import type { FeedbackRhythm, TaskPriority, TaskSource } from '../../domain/task/things.ts';
import type { Context } from '../command.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import { dayIn, deadlineProblem, textIn, unitIn, unitProblem, unitsToChoose, type Values } from './fields.ts';
import { readSteps } from './steps.ts';

const LONGEST_TITLE = 80;
const MOST_FEEDBACK_DAYS = 30;
const PRIORITIES: readonly TaskPriority[] = ['normal', 'urgent', 'most_urgent'];
type TypedSource = Exclude<TaskSource['kind'], 'decision'>;
const SOURCES: readonly TypedSource[] = ['plan', 'instruction', 'message', 'inspection', 'other'];
const NEEDS_WORDS: readonly TypedSource[] = ['plan', 'inspection'];

type Order = { order: TaskOrder } | { problems: FieldProblem[] };
type Read<T> = { value: T } | { problem: FieldProblem };

function titleProblem(values: Values): FieldProblem | null {
  const title = textIn(values, 'title');
  const length = [...title].length;
  if (length > LONGEST_TITLE) return { field: 'title', kind: 'too_long', length, most: LONGEST_TITLE };
  return textProblem('title', title, true);
}

function choice<T extends string>(field: string, typed: string, choices: readonly T[], left: T): Read<T> {
  if (typed === '') return { value: left };
  const value = choices.find((each) => each === typed);
  return value ? { value } : { problem: { field, kind: 'not_a_choice', typed, choices: [...choices] } };
}

/** One of the campaign's areas or phases, by id; left out: none. */
function named<Id extends string>(
  field: string,
  typed: string,
  all: readonly { id: Id; name: string }[],
): Read<Id | null> {
  const found = all.find(({ id }) => id === typed);
  if (typed === '' || found) return { value: found?.id ?? null };
  return { problem: { field, kind: 'not_a_choice', typed, choices: all.map(({ name }) => name) } };
}

function feedbackIn(values: Values): Read<FeedbackRhythm | null> {
  const typed = textIn(values, 'feedback').normalize('NFKC');
  if (typed === '' || typed === 'none') return { value: null };
  if (typed === 'week') return { value: { every: 'week' } };
  const days = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (days >= 1 && days <= MOST_FEEDBACK_DAYS) return { value: { every: 'working_days', days } };
  const choices = ['none', 'week', `1–${MOST_FEEDBACK_DAYS}`];
  return { problem: { field: 'feedback', kind: 'not_a_choice', typed, choices } };
}

/** A message may be named as the source only where the form was opened from one. */
function sourceIn(values: Values, permalink: string | null): Read<TaskSource> {
  const text = textIn(values, 'sourceText');
  const choices = SOURCES.filter((kind) => kind !== 'message' || permalink !== null);
  const kind = choice('source', textIn(values, 'source'), choices, permalink === null ? 'other' : 'message');
  if ('problem' in kind) return kind;
  const wrong = textProblem('sourceText', text, NEEDS_WORDS.includes(kind.value));
  if (wrong) return { problem: wrong };
  if (kind.value === 'message') return { value: { kind: 'message', permalink: permalink ?? '', text } };
  // Whatever it is called, where it came from stays on record.
  return { value: { kind: kind.value, text: [text, permalink ?? ''].filter((part) => part).join(' ') } };
}

function helpersIn(context: Context, values: Values): Read<UnitId[]> {
  const lead = unitIn(context, values.lead ?? '');
  const typed = textIn(values, 'helpers')
    .split(/[,，、;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const problem = typed.map((each) => unitProblem(context, 'helpers', each)).find((each) => each !== null);
  if (problem) return { problem };
  const units = typed.map((each) => unitIn(context, each)!);
  if (lead && units.some(({ id }) => id === lead.id)) {
    const others = unitsToChoose(context).filter(({ id }) => id !== lead.id);
    const choices = others.map(({ name }) => name);
    return { problem: { field: 'helpers', kind: 'not_a_choice', typed: lead.name, choices } };
  }
  return { value: [...new Set(units.map(({ id }) => id))] };
}

const NOBODY = as<UnitId>('');

function leadIn(context: Context, values: Values): Read<UnitId> {
  const typed = textIn(values, 'lead');
  const problem = typed === '' ? null : unitProblem(context, 'lead', typed);
  return problem ? { problem } : { value: unitIn(context, typed)?.id ?? NOBODY };
}

type Chain = { lead: UnitId; helpers: UnitId[]; steps: TaskOrder['steps'] };

/** Steps and whose they are; a lead unit without a step of its own stays with the task as one that co-operates. */
function chainIn(context: Context, values: Values, lead: UnitId, helpers: UnitId[]): Read<Chain> {
  const read = readSteps(context, values.steps ?? '', lead);
  if ('problem' in read) return read;
  const { steps } = read;
  const units = steps.map(({ unit }) => unit);
  const isLeadWanted = steps.length === 0 || units.includes(NOBODY);
  if (lead === NOBODY && isLeadWanted) return { problem: { field: 'lead', kind: 'required' } };
  const isLeadInChain = steps.length === 0 || lead === NOBODY || units.includes(lead);
  const first = units[0] ?? lead;
  return { value: { lead: first, helpers: isLeadInChain ? helpers : [lead, ...helpers], steps } };
}

function dueOnProblem(context: Context, values: Values): FieldProblem | null {
  if (textIn(values, 'steps') !== '') return null;
  const typed = values.dueOn ?? '';
  if (typed.trim() === '') return { field: 'dueOn', kind: 'required' };
  return deadlineProblem(context, 'dueOn', typed);
}

const problemIn = (read: Read<unknown>): FieldProblem | null => ('problem' in read ? read.problem : null);

/** Reads the form; the order, or all that is wrong with it. */
export function readOrder(context: Context, values: Values, permalink: string | null): Order {
  const { areas, phases } = context.actor.campaign.definition;
  const lead = leadIn(context, values);
  const helpers = helpersIn(context, values);
  const area = named<AreaId>('area', textIn(values, 'area'), areas);
  const phase = named<PhaseId>('phase', textIn(values, 'phase'), phases);
  const priority = choice('priority', textIn(values, 'priority'), PRIORITIES, 'normal');
  const feedback = feedbackIn(values);
  const source = sourceIn(values, permalink);
  const chain = chainIn(
    context,
    values,
    'value' in lead ? lead.value : NOBODY,
    'value' in helpers ? helpers.value : [],
  );
  const reads = [lead, helpers, chain, priority, feedback, area, phase, source];
  const problems = problemsOf(
    titleProblem(values),
    textProblem('ask', values.ask ?? '', true),
    ...reads.map(problemIn),
    dueOnProblem(context, values),
    textProblem('evidence', values.evidence ?? '', false),
  );
  const isWhole =
    'value' in area &&
    'value' in phase &&
    'value' in priority &&
    'value' in feedback &&
    'value' in source &&
    'value' in chain;
  if (problems.length > 0 || !isWhole) return { problems: onePerField(problems) };
  return {
    order: {
      title: textIn(values, 'title'),
      ask: textIn(values, 'ask'),
      ...chain.value,
      dueOn: chain.value.steps.length > 0 ? null : dayIn(context, values.dueOn),
      source: source.value,
      area: area.value,
      phase: phase.value,
      priority: priority.value,
      feedback: feedback.value,
      evidence: textIn(values, 'evidence') || null,
    },
  };
}

/** A lead unit that is wrong is also missing in the chain; the first of two says more. */
const onePerField = (problems: FieldProblem[]): FieldProblem[] =>
  problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index);
