// The forms about tasks. Field ids are those that domain/task/facts.ts lists for each.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type { UnitFacts } from '../../domain/facts.ts';
import type { CivilDate } from '../../domain/ids.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import type { TaskFacts, TaskForm } from '../../domain/task/facts.ts';
import { section, small } from '../blocks.ts';
import { bold, join, md, safe } from '../escape.ts';
import { dateField, type FieldFrame, type Filled, filesField, radioField, textField } from './fields.ts';
import { quoted, voiceOf } from './phrases.ts';
import { newTaskBlocks, unitField } from './task-form-new.ts';
import { dueLine, namedOf, nowLine } from './task-phrases.ts';

export type AskedTaskForm = Extract<AskFormFacts, TaskForm>;
type Body = { blocks: KnownBlock[]; pointer: ActionInput };
type About = Extract<AskedTaskForm, { task: TaskFacts }>;

function aboutTask(task: TaskFacts, language: Language): KnownBlock {
  const voice = voiceOf(language, task);
  return section(
    join([bold(namedOf(voice, task)), safe(dueLine(voice, task)), safe(nowLine(voice, task))], '\n'),
  );
}

const text = (form: Filled, frame: FieldFrame): KnownBlock => textField(form, frame, 'many');

const files = (form: Filled): KnownBlock =>
  filesField(form, {
    id: 'files',
    label: form.t.tasks.forms.files,
    hint: form.t.forms.filesHint,
    required: false,
  });

/** A date that may be left out, with what that means. */
function dateOr(form: Filled, label: string, otherwise: CivilDate | null, task: TaskFacts): KnownBlock {
  const { d } = voiceOf(form.language, task);
  const hint = otherwise === null ? undefined : form.t.tasks.forms.untilHint(d.date(otherwise));
  return dateField(form, { id: 'until', label, hint, required: otherwise === null });
}

const reason = (form: Filled): KnownBlock =>
  text(form, {
    id: 'reason',
    label: form.t.tasks.forms.reason,
    hint: form.t.tasks.forms.reasonHint,
    required: true,
  });

// A file says what was done as well as words, so that words are asked for by the rule and not by the form.

function feedBackFields(form: Filled, { task }: About): KnownBlock[] {
  const { forms } = form.t.tasks;
  const percent = {
    id: 'percent',
    label: forms.percent,
    hint: forms.percentHint(task.percent),
    required: false,
  };
  return [
    textField(form, percent, 'one'),
    text(form, { id: 'text', label: forms.progress, hint: forms.progressHint, required: false }),
    files(form),
  ];
}

function submitFields(form: Filled, { task }: About): KnownBlock[] {
  const { forms } = form.t.tasks;
  const hint = forms.submitHint(task.evidence);
  return [text(form, { id: 'text', label: forms.submitText, hint, required: false }), files(form)];
}

function stepFields(form: Filled, { task }: About): KnownBlock[] {
  const { forms } = form.t.tasks;
  const current = task.steps.find(({ standing }) => standing === 'current');
  const label = forms.stepText(current?.name ?? null);
  return [text(form, { id: 'text', label, hint: forms.stepHint, required: false }), files(form)];
}

function extendFields(form: Filled): KnownBlock[] {
  const { forms } = form.t.tasks;
  return [
    dateField(form, { id: 'until', label: forms.until, required: true }),
    text(form, { id: 'reason', label: forms.extendReason, required: true }),
    text(form, { id: 'progress', label: forms.extendProgress, hint: forms.progressHint, required: true }),
    small(forms.extendNote),
  ];
}

function askedBlock(form: Filled, task: TaskFacts): KnownBlock[] {
  if (task.extension === null) return [];
  const { t, d } = voiceOf(form.language, task);
  const { by, at, until, reason: why, progress } = task.extension;
  const said = t.tasks.forms.asked(by, d.at(at), d.date(until));
  return [
    section(md`${said}\n${quoted(why)}`),
    ...(progress.trim() === '' ? [] : [section(quoted(t.tasks.forms.askedProgress(progress)))]),
  ];
}

function decideFields(form: Filled, { task, ...facts }: About): KnownBlock[] {
  const { forms } = form.t.tasks;
  const answers = [
    { value: 'grant', text: forms.grant },
    { value: 'refuse', text: forms.refuse },
  ];
  return [
    ...askedBlock(form, task),
    radioField(form, { id: 'answer', label: forms.answer, required: true }, answers),
    dateOr(form, forms.grantedUntil, task.extension?.until ?? defaultOf(facts), task),
    text(form, {
      id: 'reason',
      label: forms.answerReason,
      hint: forms.answerReasonHint,
      required: false,
    }),
  ];
}

const defaultOf = ({ defaultDueOn }: Pick<About, 'defaultDueOn'>): CivilDate | null => defaultDueOn;

function closeFields(form: Filled, { task }: About): KnownBlock[] {
  const { forms } = form.t.tasks;
  return [
    text(form, {
      id: 'text',
      label: forms.closeText,
      hint: forms.closeHint(task.evidence),
      required: false,
    }),
    files(form),
  ];
}

const dated = (form: Filled, { task, defaultDueOn }: About): KnownBlock[] => [
  reason(form),
  dateOr(form, form.t.tasks.forms.newDate, defaultDueOn, task),
];

function reassignFields(form: Filled, facts: About & { units: UnitFacts[] }): KnownBlock[] {
  const { forms } = form.t.tasks;
  return [
    unitField(form, { id: 'lead', label: forms.newLead, required: true }, facts.units),
    ...dated(form, facts),
    small(forms.reassignNote),
  ];
}

function fieldsOf(form: Filled, facts: About): KnownBlock[] {
  switch (facts.form) {
    case 'task_feed_back':
      return feedBackFields(form, facts);
    case 'task_submit':
      return submitFields(form, facts);
    case 'task_step_done':
      return stepFields(form, facts);
    case 'task_extend':
      return extendFields(form);
    case 'task_decide_extension':
      return decideFields(form, facts);
    case 'task_close':
      return closeFields(form, facts);
    case 'task_return':
    case 'task_reopen':
      return dated(form, facts);
    case 'task_withdraw':
      return [reason(form), small(form.t.tasks.forms.withdrawNote)];
    case 'task_reassign':
      return reassignFields(form, facts);
  }
}

/** The body of a form about tasks, and what it is about. */
export function taskFormBody(form: Filled, facts: AskedTaskForm): Body {
  if (facts.form === 'task_new')
    return {
      pointer: {
        campaign: facts.campaign,
        ...(facts.permalink !== null && { permalink: facts.permalink }),
      },
      blocks: newTaskBlocks(form, facts),
    };
  return {
    pointer: { task: facts.task.id, ...(facts.seen !== undefined && { no: facts.seen }) },
    blocks: [aboutTask(facts.task, form.language), ...fieldsOf(form, facts)],
  };
}
