// Refusals about incidents: how it stands and who may is why not.
// They tell of an incident, so the asker alone sees them (render.ts).

import type { Language } from '../../domain/campaign.ts';
import type { IncidentFacts, IncidentVerb } from '../../domain/incident/facts.ts';
import { button } from '../blocks.ts';
import type { Catalog } from '../catalog.ts';
import { clockOf, numberOf } from './incident-lines.ts';
import { voiceOf } from './phrases.ts';
import { askOffice, type Sayings } from './refusal-said.ts';
import { briefly } from './task-phrases.ts';

const CHOICES_SHOWN = 20;
const IN_A_BUTTON = 20;

const seeAll = (t: Catalog) => button('incident', { verb: 'list' }, t.incidents.buttons.list);

const choiceOf = (language: Language, verb: IncidentVerb, incident: IncidentFacts) => {
  const voice = voiceOf(language, incident);
  const what = briefly(incident.what, IN_A_BUTTON);
  const label = voice.t.incidents.forms.choice(numberOf(voice, incident), '', what);
  return button('incident', { verb, incident: incident.id }, label);
};

function stateSentence(language: Language, verb: IncidentVerb, incident: IncidentFacts): string {
  const voice = voiceOf(language, incident);
  const { refusals } = voice.t.incidents;
  const number = numberOf(voice, incident);
  if (incident.joinedTo !== null) return refusals.joined(number, numberOf(voice, incident.joinedTo));
  if (incident.state === 'closed') return refusals.closed(number);
  const { acknowledgedBy, acknowledgedAt } = incident;
  if (acknowledgedBy === null || acknowledgedAt === null) return refusals.open(number, verb);
  return refusals.acknowledged(number, acknowledgedBy, clockOf(voice, acknowledgedAt));
}

export const incidentSayings = {
  no_such_incident: ({ typed }, { t }) => ({
    sentence: t.incidents.refusals.noSuch(typed),
    buttons: [seeAll(t)],
  }),
  which_incident: ({ verb, choices }, { language, t }) => ({
    sentence: t.incidents.refusals.which(verb),
    buttons: choices.slice(0, CHOICES_SHOWN).map((incident) => choiceOf(language, verb, incident)),
  }),
  incident_not_yours: ({ verb, contact }, { t }) => ({
    sentence: askOffice(t, t.incidents.refusals.notYours(verb), contact),
    buttons: [button('incident', { verb: 'report' }, t.incidents.buttons.report)],
  }),
  incident_state: ({ verb, incident }, { language, t }) => ({
    sentence: stateSentence(language, verb, incident),
    buttons: [button('incident', { verb: 'show', incident: incident.id }, t.incidents.buttons.show)],
  }),
} satisfies Partial<Sayings>;
