// The forms of the guide. What is wrong stands at its field where one line says it; more than that stands above the
// field, line by line, because Slack shows one short text at a field.

import type { KnownBlock } from '@slack/types';
import { type Language, WEEKDAYS } from '../../domain/campaign.ts';
import {
  isChannelId,
  SETUP_CHANNELS,
  type SetupForm,
  type SetupProblem,
  type SetupStep,
  USUAL_DUTIES,
} from '../../domain/setup/facts.ts';
import { blockIdOf } from '../actions.ts';
import { context, form, LIMITS, section, small } from '../blocks.ts';
import { catalogs } from '../catalog.ts';
import type { SetupField } from '../catalog-setup.ts';
import { join, lengthOf, type Mrkdwn, md, safe } from '../escape.ts';
import {
  boxesField,
  channelField,
  choiceField,
  dateField,
  type FieldFrame,
  type Filled,
  radioField,
  textField,
} from './fields.ts';
import type { RenderedForm } from './form-report.ts';
import { describeFault } from './setup-faults.ts';

type Facts = SetupForm & { values: Record<string, string> };
type Shown = { filled: Filled; wrong: readonly SetupProblem[]; chooses: boolean };

const LINES_SHOWN = 12;

const STEP_OF: Record<SetupForm['form'], SetupStep> = {
  setup_basics: 'basics',
  setup_units: 'units',
  setup_people: 'people',
  setup_duties: 'duties',
  setup_areas: 'areas',
};

function frame({ filled }: Shown, id: SetupField, required: boolean): FieldFrame {
  const { label, hint } = filled.t.setup.fields[id];
  return { id, label, hint, required };
}

const text = (shown: Shown, id: SetupField, required: boolean, lines: 'one' | 'many' = 'one'): KnownBlock =>
  textField(shown.filled, frame(shown, id, required), lines, shown.filled.t.setup.fields[id].placeholder);

/** Chosen where that can be; a name that was typed before stays, to be typed over. */
function channel(shown: Shown, id: (typeof SETUP_CHANNELS)[number]): KnownBlock {
  const { filled } = shown;
  const value = filled.values[id] ?? '';
  if (!shown.chooses || (value !== '' && !isChannelId(value))) return text(shown, id, true);
  return channelField(filled, { ...frame(shown, id, true), hint: filled.t.setup.chosenChannel });
}

const choicesOf = (names: Record<string, string>, among: readonly string[] = Object.keys(names)) =>
  among.map((value) => ({ value, text: names[value]! }));

const basics = (shown: Shown): KnownBlock[] => {
  const { filled } = shown;
  const { setup } = filled.t;
  return [
    text(shown, 'name', true),
    text(shown, 'group', true),
    text(shown, 'office', true),
    dateField(filled, frame(shown, 'from', true)),
    dateField(filled, frame(shown, 'to', true)),
    ...SETUP_CHANNELS.map((id) => channel(shown, id)),
    text(shown, 'hours', true),
    radioField(filled, frame(shown, 'calendar', true), choicesOf(setup.calendars)),
    radioField(filled, frame(shown, 'language', true), choicesOf(setup.languages)),
    text(shown, 'zone', true),
  ];
};

const duties = (shown: Shown): KnownBlock[] => {
  const { filled } = shown;
  const { setup } = filled.t;
  return [
    boxesField(filled, frame(shown, 'duties', true), choicesOf(setup.duties, USUAL_DUTIES)),
    choiceField(filled, frame(shown, 'weekday', true), choicesOf(setup.weekdays, WEEKDAYS)),
    text(shown, 'time', true),
    text(shown, 'figures', false, 'many'),
    text(shown, 'phases', false, 'many'),
    dateField(filled, frame(shown, 'filing', false)),
    dateField(filled, frame(shown, 'final', false)),
  ];
};

const FIELDS: Record<SetupStep, (shown: Shown) => KnownBlock[]> = {
  basics,
  units: (shown) => [text(shown, 'units', true, 'many')],
  people: (shown) => [text(shown, 'people', true, 'many'), text(shown, 'more', false, 'many')],
  duties,
  areas: (shown) => [text(shown, 'areas', false, 'many')],
};

const ofField = ({ filled, wrong }: Shown, block: KnownBlock): SetupProblem[] =>
  wrong.filter(({ field }) => 'block_id' in block && block.block_id === blockIdOf(field, filled.revision));

/** The lines that say what is wrong, above the field they are about. */
function linesAbove(problems: readonly SetupProblem[], language: Language): KnownBlock[] {
  if (problems.length === 0) return [];
  const lines: Mrkdwn[] = problems
    .slice(0, LINES_SHOWN)
    .map((problem) => md`🔴 ${describeFault(problem, language)}`);
  const hidden = problems.length - lines.length;
  if (hidden > 0) lines.push(safe(catalogs[language].setup.moreProblems(hidden)));
  return [context(join(lines, '\n'))];
}

/** Problems under their fields' block ids; none at all where one field has more to say than fits. */
function errorsAt(shown: Shown, blocks: readonly KnownBlock[], language: Language): Record<string, string> {
  const placed = blocks.map((block) => ({ block, problems: ofField(shown, block) }));
  const count = placed.reduce((sum, { problems }) => sum + problems.length, 0);
  const entries = placed
    .filter(({ problems }) => problems.length > 0)
    .map(
      ({ block, problems }) =>
        [block.block_id!, problems.map((each) => describeFault(each, language)).join(' ')] as const,
    );
  const fits = entries.every(([, said]) => lengthOf(said) <= LIMITS.placeholder);
  return fits && count === shown.wrong.length ? Object.fromEntries(entries) : {};
}

/** One step of the guide, with what was typed into it and what is wrong with that. */
export function renderSetupForm(facts: Facts, language: Language, revision: number): RenderedForm {
  const t = catalogs[language];
  const step = STEP_OF[facts.form];
  // A field has no tabs; between the cells of a pasted sheet a comma says the same.
  const values = Object.fromEntries(
    Object.entries(facts.values).map(([field, typed]) => [field, typed.replace(/\t/g, '，')]),
  );
  const shown: Shown = {
    filled: { language, t, values, problems: [], revision },
    wrong: facts.wrong,
    chooses: facts.chooses === true,
  };
  const fields = FIELDS[step](shown);
  const elsewhere = facts.wrong.filter(
    (each) => !fields.some((block) => ofField(shown, block).includes(each)),
  );
  const modal = form(
    {
      form: facts.form,
      title: t.forms.titles[facts.form],
      submit: t.forms.submits[facts.form],
      close: t.forms.close,
      pointer: {},
      notifyOnClose: true,
    },
    [
      ...(facts.wrong.length > 0 ? [section(safe(t.setup.wrong(facts.wrong.length)))] : []),
      ...linesAbove(elsewhere, language),
      ...fields.flatMap((block) => [...linesAbove(ofField(shown, block), language), block]),
      small(t.setup.notes[step]),
    ],
  );
  return { modal, errors: errorsAt(shown, fields, language) };
}
