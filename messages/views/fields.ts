// The fields of forms: one element for each type of field, filled with what was typed, and what is wrong beside it.
// A value that an element cannot hold (a date that is none) is left empty here and named in the problem.

import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import { as, type CivilDate, type Instant } from '../../domain/ids.ts';
import { isChannelId } from '../../domain/setup/facts.ts';
import { parseDate } from '../../domain/zone.ts';
import { blockIdOf } from '../actions.ts';
import { context, fitsOption, input, LIMITS, option, plainText } from '../blocks.ts';
import type { Catalog } from '../catalog.ts';
import { type Dates, datesIn } from '../dates.ts';
import { clean, md, truncate } from '../escape.ts';

/** What every field needs to know of its form. */
export type Filled = {
  language: Language;
  t: Catalog;
  values: Record<string, string>;
  problems: readonly FieldProblem[];
  revision: number;
};
export type FieldFrame = {
  id: string;
  label: string;
  hint?: string | undefined;
  required: boolean;
  dispatch?: boolean;
};

const ACTION_ID = 'value';

const frameOf = ({ revision }: Filled, { id, ...rest }: FieldFrame) => ({
  blockId: blockIdOf(id, revision),
  ...rest,
});
const typedIn = ({ values }: Filled, id: string): string => truncate(clean(values[id] ?? ''), LIMITS.input);
const initial = (value: string): { initial_value?: string } => (value === '' ? {} : { initial_value: value });

/** Lines of text; a draft is kept while it is being typed if the frame says so. */
export function textField(
  form: Filled,
  frame: FieldFrame,
  lines: 'one' | 'many',
  placeholder?: string,
): KnownBlock {
  return input(frameOf(form, frame), {
    type: 'plain_text_input',
    action_id: ACTION_ID,
    multiline: lines === 'many',
    max_length: LIMITS.input,
    ...initial(typedIn(form, frame.id)),
    ...(placeholder === undefined ? {} : { placeholder: plainText(placeholder, LIMITS.placeholder) }),
    ...(frame.dispatch === true
      ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
      : {}),
  });
}

export function dateField(form: Filled, frame: FieldFrame): KnownBlock {
  const typed = typedIn(form, frame.id);
  return input(frameOf(form, frame), {
    type: 'datepicker',
    action_id: ACTION_ID,
    placeholder: plainText(form.t.forms.pickDate, LIMITS.placeholder),
    ...(parseDate(typed) === null ? {} : { initial_date: typed }),
  });
}

/** A member of the workspace, by account. */
export function userField(form: Filled, frame: FieldFrame): KnownBlock {
  const typed = typedIn(form, frame.id);
  return input(frameOf(form, frame), {
    type: 'users_select',
    action_id: ACTION_ID,
    placeholder: plainText(form.t.forms.pickOne, LIMITS.placeholder),
    ...(/^[UW][A-Z0-9]+$/.test(typed) ? { initial_user: typed } : {}),
  });
}

/** A channel of the workspace, public or private, that whoever chooses is in. */
export function channelField(form: Filled, frame: FieldFrame): KnownBlock {
  const typed = typedIn(form, frame.id);
  return input(frameOf(form, frame), {
    type: 'conversations_select',
    action_id: ACTION_ID,
    placeholder: plainText(form.t.forms.pickOne, LIMITS.placeholder),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(isChannelId(typed) ? { initial_conversation: typed } : {}),
  });
}

type Choice = { value: string; text: string };
const optionsOf = (choices: readonly Choice[]): PlainTextOption[] =>
  choices
    .filter(({ value }) => fitsOption(value))
    .slice(0, LIMITS.options)
    .map(({ value, text }) => option(text, value));

/** One of several; without any that fits there is nothing to choose, so a line of text is asked for. */
export function choiceField(form: Filled, frame: FieldFrame, choices: readonly Choice[]): KnownBlock {
  const options = optionsOf(choices);
  if (options.length === 0) return textField(form, frame, 'one');
  const chosen = options.find(({ value }) => value === form.values[frame.id]);
  return input(frameOf(form, frame), {
    type: 'static_select',
    action_id: ACTION_ID,
    placeholder: plainText(form.t.forms.pickOne, LIMITS.placeholder),
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  });
}

/** One of a few, all in sight. */
export function radioField(form: Filled, frame: FieldFrame, choices: readonly Choice[]): KnownBlock {
  const options = optionsOf(choices).slice(0, LIMITS.fewOptions);
  const chosen = options.find(({ value }) => value === form.values[frame.id]);
  return input(frameOf(form, frame), {
    type: 'radio_buttons',
    action_id: ACTION_ID,
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  });
}

/** Any number of several; the chosen values are joined by commas. */
export function manyField(form: Filled, frame: FieldFrame, choices: readonly Choice[]): KnownBlock[] {
  const options = optionsOf(choices);
  if (options.length === 0) return [];
  const wanted = (form.values[frame.id] ?? '').split(',');
  const chosen = options.filter(({ value }) => wanted.includes(value ?? ''));
  return [
    input(frameOf(form, frame), {
      type: 'multi_static_select',
      action_id: ACTION_ID,
      placeholder: plainText(form.t.forms.pickOne, LIMITS.placeholder),
      options,
      ...(chosen.length === 0 ? {} : { initial_options: chosen }),
    }),
  ];
}

/** Any number of a few, all in sight; the chosen values are joined by commas. */
export function boxesField(form: Filled, frame: FieldFrame, choices: readonly Choice[]): KnownBlock {
  const options = optionsOf(choices).slice(0, LIMITS.fewOptions);
  const wanted = (form.values[frame.id] ?? '').split(',');
  const chosen = options.filter(({ value }) => wanted.includes(value ?? ''));
  return input(frameOf(form, frame), {
    type: 'checkboxes',
    action_id: ACTION_ID,
    options,
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  });
}

export const filesField = (form: Filled, frame: FieldFrame): KnownBlock =>
  input(frameOf(form, frame), { type: 'file_input', action_id: ACTION_ID, max_files: 10 });

/** What is wrong with a field, in words. */
function problemText({ t, language }: Filled, problem: FieldProblem): string {
  // Each kind has its phrase; that this one takes this problem is more than the compiler can follow.
  const say = t.forms.problems[problem.kind] as (
    problem: FieldProblem,
    date: (date: CivilDate) => string,
  ) => string;
  return say(problem, (date) => datesWithin(language, date).date(date));
}

/** A form has no moment of its own: a date is seen from its own year, which is not said. */
const datesWithin = (language: Language, date: CivilDate): Dates =>
  datesIn(language, { now: as<Instant>(Date.parse(date)), zone: 'UTC' });

/** Problems by block id, for those fields that stand in the form; the first one of each field. */
export function errorsOf(form: Filled, blocks: readonly KnownBlock[]): Record<string, string> {
  const shown = new Set(blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : [])));
  const errors: Record<string, string> = {};
  for (const problem of form.problems) {
    const id = blockIdOf(problem.field, form.revision);
    if (shown.has(id) && errors[id] === undefined)
      errors[id] = truncate(problemText(form, problem), LIMITS.placeholder);
  }
  return errors;
}

/** Problems of fields that are not in the form, as lines above it, so that none is silent. */
export function problemsElsewhere(form: Filled, blocks: readonly KnownBlock[]): KnownBlock[] {
  const shown = new Set(blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : [])));
  return form.problems
    .filter(({ field }) => !shown.has(blockIdOf(field, form.revision)))
    .slice(0, LIMITS.contextElements)
    .map((problem) =>
      context(md`🔴 ${form.t.forms.problemElsewhere(problem.field, problemText(form, problem))}`),
    );
}
