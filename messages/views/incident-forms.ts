// The forms of incidents. The first says first that one phones before one writes, and wants little: what is not known yet
// follows. Field ids as in domain/incident/facts.ts.

import type { KnownBlock } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { Language } from '../../domain/campaign.ts';
import type { IncidentFacts, IncidentForm } from '../../domain/incident/facts.ts';
import { section, sections, small } from '../blocks.ts';
import type { IncidentField } from '../catalog-incidents.ts';
import { md, safe } from '../escape.ts';
import { choiceField, type Filled, textField } from './fields.ts';
import { IN_A_LINE, numberOf, signOf, standingLine, titleOf } from './incident-lines.ts';
import { namesOf, signed, voiceOf } from './phrases.ts';
import { unitField } from './task-form-new.ts';
import { briefly } from './task-phrases.ts';

type Of<F extends IncidentForm['form']> = Extract<IncidentForm, { form: F }>;
type Body = { blocks: KnownBlock[]; pointer: ActionInput };

/** How each field is typed, and whether it may be left out when things are pressing. */
const FIELDS: [IncidentField, 'one' | 'many', boolean][] = [
  ['what', 'many', true],
  ['where', 'one', false],
  ['amount', 'one', false],
  ['people', 'one', false],
  ['done', 'many', false],
  ['phoned', 'one', true],
];

/** Of several units one is chosen; the first stands there, for time presses. */
function whoseBlocks(filled: Filled, { unit, units }: Of<'incident'>): KnownBlock[] {
  const { forms } = filled.t.incidents;
  if (units.length < 2) return sections([safe(unit === null ? forms.noUnit : forms.unit(unit.name))]);
  const values = { ...(unit !== null && { unit: unit.id }), ...filled.values };
  return [unitField({ ...filled, values }, { id: 'unit', label: forms.whichUnit, required: true }, units)];
}

function firstBody(filled: Filled, facts: Of<'incident'>): Body {
  const { campaign, unit, units, contact } = facts;
  const { incidents } = filled.t;
  const { forms } = incidents;
  const phone = contact.length === 0 ? forms.noContact : forms.contact(namesOf(filled.t, contact));
  const fields = FIELDS.map(([id, lines, required]) =>
    textField(filled, { id, label: incidents.fields[id], hint: forms.hints[id], required }, lines),
  );
  return {
    pointer: { campaign, ...(unit !== null && units.length < 2 && { unit: unit.id }) },
    blocks: [
      ...sections([signed('🔴', forms.phoneFirst), safe(phone)]),
      ...whoseBlocks(filled, facts),
      ...fields,
      small(incidents.note),
    ],
  };
}

/** Which incident a form is about. */
function aboutBlock(incident: IncidentFacts, language: Language): KnownBlock {
  const voice = voiceOf(language, incident);
  const about = [incident.where, incident.what]
    .filter((text) => text.trim() !== '')
    .map((text) => briefly(text, IN_A_LINE));
  const title = signed(signOf(incident), titleOf(voice, incident));
  return section(md`${title}\n${about.join(' · ')}\n${standingLine(voice, incident)}`);
}

function followBody(
  filled: Filled,
  { form, incident }: Of<'incident_follow_up' | 'incident_final'>,
  language: Language,
): Body {
  const { forms } = filled.t.incidents;
  const isFinal = form === 'incident_final';
  const frame = {
    id: 'text',
    label: isFinal ? forms.final : forms.followUp,
    hint: isFinal ? forms.finalHint : forms.followUpHint,
    required: true,
  };
  return {
    pointer: { incident: incident.id },
    blocks: [aboutBlock(incident, language), textField(filled, frame, 'many')],
  };
}

function joinBody(filled: Filled, { incident, choices }: Of<'incident_join'>, language: Language): Body {
  const { forms } = filled.t.incidents;
  const voice = voiceOf(language, incident);
  const others = choices.map((other) => ({
    value: other.id,
    text: forms.choice(numberOf(voice, other), briefly(other.where, 20), briefly(other.what, 40)),
  }));
  return {
    pointer: { incident: incident.id },
    blocks: [
      aboutBlock(incident, language),
      choiceField(filled, { id: 'other', label: forms.other, required: true }, others),
      small(forms.joinNote),
    ],
  };
}

/** The body of a form about incidents. */
export function incidentBody(filled: Filled, facts: IncidentForm, language: Language): Body {
  switch (facts.form) {
    case 'incident':
      return firstBody(filled, facts);
    case 'incident_follow_up':
    case 'incident_final':
      return followBody(filled, facts, language);
    case 'incident_join':
      return joinBody(filled, facts, language);
  }
}
