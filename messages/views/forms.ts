// The forms other than the report's. Field ids are those that domain/outcome.ts lists for each.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import type { AskFormFacts } from '../../domain/outcome.ts';
import type { SetupForm } from '../../domain/setup/facts.ts';
import { chooser, fitsOption, form, option, section, small } from '../blocks.ts';
import { type Catalog, catalogs } from '../catalog.ts';
import { bold, md, safe } from '../escape.ts';
import { consultationBody } from './consultation-forms.ts';
import {
  choiceField,
  dateField,
  errorsOf,
  type Filled,
  manyField,
  problemsElsewhere,
  radioField,
  textField,
} from './fields.ts';
import type { RenderedForm } from './form-report.ts';
import { incidentBody } from './incident-forms.ts';
import { quoted, reportOf, standingOf, titledOf, voiceOf } from './phrases.ts';
import { rosterFormBody } from './roster-forms.ts';
import { settingBody } from './settings.ts';
import { renderSetupForm } from './setup-forms.ts';
import { taskFormBody } from './task-form.ts';

type Of<F extends AskFormFacts['form']> = Extract<AskFormFacts, { form: F }>;
/** The body of a form and what it is about. */
type Body = { blocks: KnownBlock[]; pointer: ActionInput };

function aboutRow(row: ObligationFacts, language: Language): KnownBlock {
  const voice = voiceOf(language, row);
  const { t, d } = voice;
  const detail = [standingOf(t, row), t.answers.deadline(d.due(row))].join(' · ');
  return section(md`${bold(t.forms.about(row.unit.name, titledOf(voice, row)))}\n${detail}`);
}

const reasonField = (filled: Filled, hint: string): KnownBlock =>
  textField(filled, { id: 'reason', label: filled.t.forms.reason, hint, required: true }, 'many');

function returnBody(filled: Filled, facts: Of<'return'>, language: Language): Body {
  const { forms } = filled.t;
  const { d } = voiceOf(language, facts.obligation);
  const hint = forms.returnDateHint(d.date(facts.defaultDueOn));
  return {
    pointer: { obligation: facts.obligation.id },
    blocks: [
      aboutRow(facts.obligation, language),
      reasonField(filled, forms.reasonReturnHint),
      dateField(filled, { id: 'date', label: forms.returnDate, hint, required: false }),
    ],
  };
}

const waiveBody = (filled: Filled, { obligation }: Of<'waive'>, language: Language): Body => ({
  pointer: { obligation: obligation.id },
  blocks: [
    aboutRow(obligation, language),
    reasonField(filled, filled.t.forms.reasonWaiveHint),
    small(filled.t.forms.waiveNote),
  ],
});

function disputeBody(filled: Filled, { obligation }: Of<'dispute'>, language: Language): Body {
  const { forms } = filled.t;
  return {
    pointer: { obligation: obligation.id },
    blocks: [
      aboutRow(obligation, language),
      textField(
        filled,
        { id: 'text', label: forms.disputeText, hint: forms.disputeHint, required: true },
        'many',
      ),
      small(forms.disputeNote),
    ],
  };
}

function decideBody(
  filled: Filled,
  { obligation, text, by }: Of<'decide_dispute'>,
  language: Language,
): Body {
  const { forms } = filled.t;
  const verdicts = [
    { value: 'yes', text: forms.upheldYes },
    { value: 'no', text: forms.upheldNo },
  ];
  return {
    pointer: { obligation: obligation.id },
    blocks: [
      aboutRow(obligation, language),
      section(md`${forms.disputeSaid(by)}\n${quoted(text)}`),
      radioField(filled, { id: 'upheld', label: forms.upheld, required: true }, verdicts),
      textField(filled, { id: 'reason', label: forms.decideReason, required: true }, 'many'),
    ],
  };
}

function nilBody(filled: Filled, { obligation, choices, onBehalf }: Of<'nil'>, language: Language): Body {
  const { forms } = filled.t;
  const voice = voiceOf(language, obligation);
  const others = choices.filter(({ id }) => id !== obligation.id && fitsOption(id));
  const options = others.map((row) => option(forms.choice(row.unit.name, reportOf(voice, row)), row.id));
  const phoned = { id: 'phonedBy', label: forms.phonedBy, hint: forms.phonedByHint, required: true };
  return {
    pointer: { obligation: obligation.id },
    blocks: [
      aboutRow(obligation, language),
      section(safe(forms.nilNote(obligation.unit.name, reportOf(voice, obligation)))),
      ...(options.length === 0
        ? []
        : [section(safe(forms.choose), chooser('nil', 'obligation', forms.choosePlaceholder, options))]),
      ...(onBehalf ? [textField(filled, phoned, 'one')] : []),
      small(forms.nilKept),
    ],
  };
}

function bulletinEditBody(
  filled: Filled,
  { bulletin, candidates }: Of<'bulletin_edit'>,
  language: Language,
): Body {
  const { forms, words } = filled.t;
  const choices = candidates.map(({ unit, text }) => ({
    value: unit.id,
    text: words.labelled(unit.name, text),
  }));
  const voice = voiceOf(language, bulletin);
  return {
    pointer: { bulletin: bulletin.id },
    blocks: [
      section(bold(titledOf(voice, bulletin))),
      textField(
        filled,
        { id: 'overview', label: forms.overview, hint: forms.overviewHint, required: false },
        'many',
      ),
      ...manyField(
        filled,
        { id: 'highlights', label: forms.highlights, hint: forms.highlightsHint, required: false },
        choices,
      ),
      textField(filled, { id: 'problems', label: forms.problemsField, required: false }, 'many'),
      textField(
        filled,
        { id: 'next', label: forms.nextField, hint: forms.overviewHint, required: false },
        'many',
      ),
    ],
  };
}

function bulletinCorrectBody(filled: Filled, { bulletin }: Of<'bulletin_correct'>): Body {
  const { forms } = filled.t;
  const frame = { id: 'text', label: forms.correction, hint: forms.correctionHint, required: true };
  return {
    pointer: { bulletin: bulletin.id },
    blocks: [
      section(bold(filled.t.bulletin.title(bulletin.duty.name, bulletin.no))),
      textField(filled, frame, 'many'),
    ],
  };
}

function leaveBody(filled: Filled, { people, chosen, deputies }: Of<'leave'>): Body {
  const { forms } = filled.t;
  const withChosen = { ...filled, values: { person: chosen.id, ...filled.values } };
  const choices = people.map(({ id, name }) => ({ value: id, text: name }));
  const person = choiceField(withChosen, { id: 'person', label: forms.leavePerson, required: true }, choices);
  const deputy = choiceField(
    filled,
    { id: 'deputy', label: forms.leaveDeputy, hint: forms.leaveDeputyHint, required: false },
    deputies.map(({ id, name }) => ({ value: id, text: name })),
  );
  return {
    pointer: { person: chosen.id },
    blocks: [
      ...(people.length > 1 ? [person] : [section(bold(chosen.name))]),
      dateField(filled, { id: 'from', label: forms.leaveFrom, required: true }),
      dateField(filled, { id: 'to', label: forms.leaveTo, required: true }),
      ...(deputies.length === 0 ? [] : [deputy]),
      small(forms.leaveNote),
    ],
  };
}

function replaceBody(filled: Filled, { units, chosen, current }: Of<'replace_liaison'>): Body {
  const { forms } = filled.t;
  const withChosen = { ...filled, values: { unit: chosen.id, ...filled.values } };
  const choices = units.map(({ id, name }) => ({ value: id, text: name }));
  const unit = choiceField(withChosen, { id: 'unit', label: forms.unit, required: true }, choices);
  return {
    pointer: { unit: chosen.id },
    blocks: [
      section(md`${bold(chosen.name)}\n${forms.currentLiaison(current?.name ?? null)}`),
      ...(units.length > 1 ? [unit] : []),
      textField(filled, { id: 'name', label: forms.newName, required: true }, 'one'),
      textField(
        filled,
        { id: 'email', label: forms.newEmail, hint: forms.newEmailHint, required: true },
        'one',
      ),
    ],
  };
}

function bodyOf(filled: Filled, facts: Exclude<AskFormFacts, SetupForm>, language: Language): Body {
  switch (facts.form) {
    case 'return':
      return returnBody(filled, facts, language);
    case 'waive':
      return waiveBody(filled, facts, language);
    case 'dispute':
      return disputeBody(filled, facts, language);
    case 'decide_dispute':
      return decideBody(filled, facts, language);
    case 'nil':
      return nilBody(filled, facts, language);
    case 'bulletin_edit':
      return bulletinEditBody(filled, facts, language);
    case 'bulletin_correct':
      return bulletinCorrectBody(filled, facts);
    case 'leave':
      return leaveBody(filled, facts);
    case 'replace_liaison':
      return replaceBody(filled, facts);
    case 'roster_person':
    case 'roster_unit':
    case 'roster_bind':
      return rosterFormBody(filled, facts);
    case 'setting':
      return settingBody(filled, facts);
    case 'task_new':
    case 'task_feed_back':
    case 'task_submit':
    case 'task_step_done':
    case 'task_extend':
    case 'task_decide_extension':
    case 'task_close':
    case 'task_return':
    case 'task_withdraw':
    case 'task_reopen':
    case 'task_reassign':
      return taskFormBody(filled, facts);
    case 'topic':
    case 'decline_topic':
    case 'agenda':
    case 'move_consultation':
    case 'cancel_consultation':
    case 'excuse':
    case 'minutes':
      return consultationBody(filled, facts, language);
    case 'incident':
    case 'incident_follow_up':
    case 'incident_final':
    case 'incident_join':
      return incidentBody(filled, facts, language);
  }
}

const frameOf = ({ forms }: Catalog, name: AskFormFacts['form']) => ({
  form: name,
  title: forms.titles[name],
  submit: forms.submits[name],
  close: forms.close,
});

/** A form with what was typed in it, and what is wrong by block id. */
export function renderForm(facts: AskFormFacts, language: Language, revision: number): RenderedForm {
  if ('wrong' in facts) return renderSetupForm(facts, language, revision);
  const t = catalogs[language];
  const filled: Filled = { language, t, values: facts.values, problems: facts.problems, revision };
  const { blocks, pointer } = bodyOf(filled, facts, language);
  const modal = form({ ...frameOf(t, facts.form), pointer }, [
    ...problemsElsewhere(filled, blocks).slice(0, 3),
    ...blocks,
  ]);
  return { modal, errors: errorsOf(filled, blocks) };
}
