// The form in which a report is filed: what it is about, what else could be filed, the fields of the campaign file.
// Buttons, Home, commands and shortcuts all open this one.

import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { ReportFormFacts } from '../../domain/facts.ts';
import { MOST_FIELDS } from '../../domain/report-form.ts';
import {
  actions,
  button,
  chooser,
  context,
  divider,
  fitsOption,
  form,
  LIMITS,
  option,
  section,
  small,
} from '../blocks.ts';
import { bold, md, safe } from '../escape.ts';
import {
  choiceField,
  dateField,
  errorsOf,
  type FieldFrame,
  type Filled,
  filesField,
  problemsElsewhere,
  textField,
} from './fields.ts';
import {
  isPastDue,
  namesOf,
  plainNumber,
  reportOf,
  shiftOf,
  titledOf,
  type Voice,
  voiceOf,
} from './phrases.ts';

export type RenderedForm = { modal: ModalView; errors: Record<string, string> };

type Field = ReportFormFacts['fields'][number];
const CHOICE_BUTTONS = 10;

function figureField(form: Filled, field: Extract<Field, { type: 'figure' }>, before: string): KnownBlock {
  const { t } = form;
  const hint = t.forms.figureHint(field.decimals);
  const last =
    field.before === null ? [] : [t.forms.figureBefore(before, plainNumber(field.before, field.decimals))];
  const frame: FieldFrame = {
    id: `figure:${field.id}`,
    label: t.forms.figure(field.name, field.unit),
    // Not a placeholder: that is gone as soon as something stands in the field, and last period's figure already does.
    hint: [...last, hint].join(' · '),
    required: true,
    dispatch: true,
  };
  return textField(form, frame, 'one');
}

function fieldOf(form: Filled, field: Field, before: string): KnownBlock {
  if (field.type === 'figure') return figureField(form, field, before);
  const frame: FieldFrame = { id: field.id, label: field.name, hint: field.hint, required: field.required };
  switch (field.type) {
    case 'text':
      return textField(form, { ...frame, dispatch: true }, 'many');
    case 'number':
      return textField(form, { ...frame, dispatch: true }, 'one');
    case 'date':
      return dateField(form, frame);
    case 'choice':
      return choiceField(
        form,
        frame,
        (field.choices ?? []).map((choice) => ({ value: choice, text: choice })),
      );
    case 'files':
      return filesField(form, { ...frame, hint: field.hint ?? form.t.forms.filesHint, required: false });
  }
}

/** What else may be filed here. An id too long for an option of a select goes on a button. */
function chooserBlocks(voice: Voice, { obligation, choices }: ReportFormFacts): KnownBlock[] {
  const { t } = voice;
  const others = choices.filter(({ id }) => id !== obligation.id);
  if (others.length === 0) return [];
  const label = (row: ReportFormFacts['obligation']) => t.forms.choice(row.unit.name, reportOf(voice, row));
  const lead = section(safe(t.forms.choose));
  if (!others.every(({ id }) => fitsOption(id))) {
    const buttons = others
      .slice(0, CHOICE_BUTTONS)
      .map((row) => button('report', { obligation: row.id }, label(row)));
    return [lead, ...actions(buttons)];
  }
  const options = others.slice(0, LIMITS.options).map((row) => option(label(row), row.id));
  return [section(safe(t.forms.choose), chooser('report', 'obligation', t.forms.choosePlaceholder, options))];
}

function aboutBlocks(voice: Voice, facts: ReportFormFacts): KnownBlock[] {
  const { t, d } = voice;
  const { obligation } = facts;
  const left = isPastDue(obligation) ? d.overdue(obligation.dueAt) : d.left(obligation.dueAt);
  const shift = shiftOf(voice, obligation);
  const due = [t.forms.dueLine(d.due(obligation), left), ...(shift === null ? [] : [shift])].join(' · ');
  const copy = button(
    'report',
    { obligation: obligation.id, copyLast: true },
    t.words.copyLast(t.words.before[obligation.period.kind]),
  );
  return [
    section(md`${bold(t.forms.about(obligation.unit.name, titledOf(voice, obligation)))}\n${due}`),
    ...(obligation.standing === 'returned' && obligation.reason !== null
      ? [context(md`🟡 ${t.words.labelled(t.words.standing.returned, obligation.reason)}`)]
      : []),
    ...(facts.onBehalf ? [context(md`🟡 ${t.forms.onBehalf(obligation.unit.name)}`)] : []),
    ...chooserBlocks(voice, facts),
    ...(facts.canCopyLast ? actions([copy]) : []),
    ...(facts.filledFrom === 'nothing' ? [] : [small(t.forms.filledFrom[facts.filledFrom])]),
  ];
}

const keptFiles = ({ t }: Voice, { files }: ReportFormFacts): KnownBlock[] =>
  files.length === 0
    ? []
    : [
        context(
          safe(
            t.forms.filesKept(
              namesOf(
                t,
                files.map(({ name }) => name),
              ),
            ),
          ),
        ),
      ];

/** The form of one report, filled with what is known, and what is wrong by block id. */
export function renderReportForm(facts: ReportFormFacts, language: Language, revision: number): RenderedForm {
  const voice = voiceOf(language, facts.obligation);
  const { t } = voice;
  const filled: Filled = { language, t, values: facts.values, problems: facts.problems, revision };
  const before = t.words.before[facts.obligation.period.kind];
  const hidden = facts.fields.length - MOST_FIELDS;
  const phoned: FieldFrame = {
    id: 'phonedBy',
    label: t.forms.phonedBy,
    hint: t.forms.phonedByHint,
    required: true,
  };
  const fields = [
    ...(facts.onBehalf ? [textField(filled, phoned, 'one')] : []),
    ...facts.fields.slice(0, MOST_FIELDS).map((field) => fieldOf(filled, field, before)),
  ];
  const blocks: KnownBlock[] = [
    ...aboutBlocks(voice, facts),
    ...problemsElsewhere(filled, fields).slice(0, 3),
    divider,
    ...fields,
    ...keptFiles(voice, facts),
    ...(hidden > 0 ? [small(t.forms.tooManyFields(hidden))] : []),
  ];
  const frame = {
    form: 'report' as const,
    title: t.forms.titles.report,
    submit: t.forms.submits.report,
    close: t.forms.close,
  };
  const modal = form({ ...frame, pointer: { obligation: facts.obligation.id }, notifyOnClose: true }, blocks);
  return { modal, errors: errorsOf(filled, fields) };
}
