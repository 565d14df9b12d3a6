// The form in which a task is given: what is asked of whom, until when, how often it is fed back, and by which steps.

import type { KnownBlock } from '@slack/types';
import type { UnitFacts } from '../../domain/facts.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import type { TaskPriority, TaskSource } from '../../domain/task/things.ts';
import { context, LIMITS } from '../blocks.ts';
import { safe } from '../escape.ts';
import {
  choiceField,
  dateField,
  type FieldFrame,
  type Filled,
  manyField,
  radioField,
  textField,
} from './fields.ts';
import { briefly } from './task-phrases.ts';

type NewTask = Extract<AskFormFacts, { form: 'task_new' }>;

const PRIORITIES: readonly TaskPriority[] = ['normal', 'urgent', 'most_urgent'];
const RHYTHMS = [1, 2, 3, 5, 10];
/** Sources that somebody may name; a decision's task is made from its minutes. */
const SOURCES: readonly TaskSource['kind'][] = ['plan', 'instruction', 'inspection', 'other'];
const LINK_LENGTH = 300;

const choicesOf = (named: readonly { id: string; name: string }[]) =>
  named.map(({ id, name }) => ({ value: id, text: name }));

/** More units than a select holds are asked for by name, so that none is out of reach. */
export function unitField(form: Filled, frame: FieldFrame, units: readonly UnitFacts[]): KnownBlock {
  if (units.length <= LIMITS.options) return choiceField(form, frame, choicesOf(units));
  return textField(form, { ...frame, hint: form.t.tasks.forms.leadHint }, 'one');
}

function helpersField(form: Filled, units: readonly UnitFacts[]): KnownBlock[] {
  const { forms } = form.t.tasks;
  const frame = { id: 'helpers', label: forms.helpers, required: false };
  if (units.length <= LIMITS.options)
    return manyField(form, { ...frame, hint: forms.helpersHint }, choicesOf(units));
  return [textField(form, { ...frame, hint: forms.namesHint }, 'one')];
}

function priorityField(form: Filled): KnownBlock {
  const { forms, priority } = form.t.tasks;
  const frame = { id: 'priority', label: forms.priority, hint: forms.priorityHint, required: true };
  const choices = PRIORITIES.map((value) => ({ value, text: priority[value] }));
  return radioField(withValue(form, 'priority', 'normal'), frame, choices);
}

function feedbackField(form: Filled): KnownBlock {
  const { forms, rhythm } = form.t.tasks;
  const choices = [
    { value: 'none', text: forms.feedbackNone },
    { value: 'week', text: rhythm({ every: 'week' }) },
    ...RHYTHMS.map((days) => ({ value: String(days), text: rhythm({ every: 'working_days', days }) })),
  ];
  const frame = { id: 'feedback', label: forms.feedback, required: true };
  return choiceField(withValue(form, 'feedback', 'none'), frame, choices);
}

/** What stands in a field where nothing was chosen yet. */
const withValue = (form: Filled, id: string, value: string): Filled => ({
  ...form,
  values: { ...form.values, [id]: form.values[id] || value },
});

function sourceFields(form: Filled, { permalink }: NewTask): KnownBlock[] {
  const { forms, source } = form.t.tasks;
  const typed = form.values.source;
  const kinds: TaskSource['kind'][] = [
    ...(permalink === null ? [] : ['message' as const]),
    ...SOURCES,
    ...(typed === 'decision' ? ['decision' as const] : []),
  ];
  const choices = kinds.map((kind) => ({ value: kind, text: source[kind] }));
  const chosen = withValue(form, 'source', kinds[0] === 'message' ? 'message' : '');
  return [
    choiceField(chosen, { id: 'source', label: forms.source, required: false }, choices),
    textField(
      form,
      { id: 'sourceText', label: forms.sourceText, hint: forms.sourceHint, required: false },
      'one',
    ),
  ];
}

/** A campaign without areas or phases is not asked for them. */
function placeFields(form: Filled, { areas, phases }: NewTask): KnownBlock[] {
  const { forms } = form.t.tasks;
  const choice = (id: string, label: string, named: NewTask['areas']): KnownBlock[] =>
    named.length === 0 ? [] : [choiceField(form, { id, label, required: false }, choicesOf(named))];
  return [...choice('area', forms.area, areas), ...choice('phase', forms.phase, phases)];
}

/** The fields of a new task; what every task needs stands first. */
export function newTaskBlocks(form: Filled, facts: NewTask): KnownBlock[] {
  const { forms } = form.t.tasks;
  const { units, permalink } = facts;
  return [
    ...(permalink === null ? [] : [context(safe(forms.fromMessage(briefly(permalink, LINK_LENGTH))))]),
    textField(form, { id: 'title', label: forms.title, required: true }, 'one'),
    textField(form, { id: 'ask', label: forms.ask, hint: forms.askHint, required: true }, 'many'),
    unitField(form, { id: 'lead', label: forms.lead, required: true }, units),
    dateField(form, { id: 'dueOn', label: forms.dueOn, hint: forms.dueOnHint, required: false }),
    priorityField(form),
    ...helpersField(form, units),
    feedbackField(form),
    textField(
      form,
      { id: 'evidence', label: forms.evidence, hint: forms.evidenceHint, required: false },
      'one',
    ),
    textField(form, { id: 'steps', label: forms.steps, hint: forms.stepsHint, required: false }, 'many'),
    ...sourceFields(form, facts),
    ...placeFields(form, facts),
  ];
}
