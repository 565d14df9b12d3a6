// Answers about incidents: one in full with the course of events, all of them in a list, and the red part of Home.
// All of it is for the asker alone: incidents are open to the reporting unit, the office, leaders and inspectors only.

import type { KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { IncidentEntryFacts, IncidentFacts } from '../../domain/incident/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { actions, button, type Message, message, section, sections, small } from '../blocks.ts';
import { bold, type Mrkdwn, md, safe } from '../escape.ts';
import {
  clockOf,
  IN_A_LINE,
  incidentButtons,
  incidentLines,
  isCalling,
  listedIncident,
  numberOf,
  signOf,
  titleOf,
  withoutStop,
} from './incident-lines.ts';
import { namesOf, signed, type Voice, voiceOf } from './phrases.ts';
import { briefly } from './task-phrases.ts';

type Of<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;
const ENTRIES_SHOWN = 15;
const LISTED = 12;
const ON_HOME = 3;
const ENTRY_LENGTH = 300;

function entryLine(voice: Voice, incident: IncidentFacts, entry: IncidentEntryFacts): Mrkdwn {
  const { t } = voice;
  const other = entry.other === null ? null : numberOf(voice, entry.other);
  const what =
    entry.kind === 'joined' && other !== null
      ? t.incidents.entryTitle(numberOf(voice, incident), entry.kind, other)
      : t.incidents.entry[entry.kind];
  const who = [clockOf(voice, entry.at), what, entry.by].join(' · ');
  const isSaid = entry.kind !== 'first' && entry.text.trim() !== '';
  return safe(isSaid ? t.words.labelled(who, briefly(entry.text, ENTRY_LENGTH)) : who);
}

/** What happened since, the newest last; of a long course the last part. */
function timelineBlocks(voice: Voice, incident: IncidentFacts): KnownBlock[] {
  const { t } = voice;
  if (incident.entries.length === 0) return [];
  const hidden = incident.entries.length - ENTRIES_SHOWN;
  const lines = incident.entries.slice(-ENTRIES_SHOWN).map((entry) => entryLine(voice, incident, entry));
  return [
    ...sections([bold(t.incidents.timeline), ...lines]),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden))] : []),
  ];
}

/** What was just done, and whom it reached. */
function didBlocks(voice: Voice, { incident, did, told }: Of<'incident'>): KnownBlock[] {
  const { t } = voice;
  if (did === null) return [];
  const names = told.map(({ name }) => name);
  const reachedNobody = did === 'first' && names.length === 0;
  const lines = [
    ...(names.length === 0 ? [] : [t.incidents.toldAtOnce(namesOf(t, names))]),
    ...(did === 'first' ? [t.incidents.keepPhoneFree] : []),
  ];
  const title = t.incidents.did(numberOf(voice, incident))[did];
  const alarm = reachedNobody ? [signed('🔴', t.incidents.reachedNobody)] : [];
  return sections([...alarm, signed('✅', title), ...lines.map(safe)]);
}

function sentenceOf(voice: Voice, { incident, did, told }: Of<'incident'>): string {
  const { t } = voice;
  if (did === 'first' && told.length === 0) return t.incidents.reachedNobody;
  if (did !== null) return t.incidents.did(numberOf(voice, incident))[did];
  const what = withoutStop(briefly(incident.what, IN_A_LINE));
  return t.incidents.text(titleOf(voice, incident), briefly(incident.where, IN_A_LINE), what);
}

/** One incident as it stands, with what was done to it just now. */
export function renderIncident(outcome: Of<'incident'>, language: Language): Message {
  const { incident, may } = outcome;
  const voice = voiceOf(language, incident);
  const { t, d } = voice;
  const blocks: KnownBlock[] = [
    ...didBlocks(voice, outcome),
    ...sections([signed(signOf(incident), titleOf(voice, incident)), ...incidentLines(voice, incident)]),
    ...timelineBlocks(voice, incident),
    ...actions(incidentButtons(voice, incident, may, ['show'])),
    small(t.words.sentences([t.words.sentence(t.words.asOf(d.at(incident.now))), t.incidents.note])),
  ];
  return message(t.words.sentence(sentenceOf(voice, outcome)), blocks, t.words.cut);
}

const listedWithButton = (voice: Voice, incident: IncidentFacts): KnownBlock =>
  section(
    listedIncident(voice, incident),
    button('incident', { verb: 'show', incident: incident.id }, voice.t.incidents.buttons.show),
  );

/** All incidents that the asker may see, as they come. */
export function renderIncidents(outcome: Of<'incidents'>, language: Language): Message {
  const voice = voiceOf(language, outcome);
  const { t, d } = voice;
  const { incidents } = outcome;
  const asOf = t.words.asOf(d.at(outcome.now));
  const open = incidents.filter(isCalling).length;
  const hidden = incidents.length - LISTED;
  const said = incidents.length === 0 ? t.incidents.listEmpty : t.incidents.list(incidents.length);
  const text =
    incidents.length === 0
      ? t.incidents.listEmpty
      : t.words.sentence(t.incidents.listText(incidents.length, open));
  const blocks: KnownBlock[] = [
    section(md`${bold(withoutStop(said))} · ${asOf}`),
    ...incidents.slice(0, LISTED).map((incident) => listedWithButton(voice, incident)),
    ...(hidden > 0 ? [small(t.words.moreItems(hidden))] : []),
    ...actions([button('incident', { verb: 'report' }, t.incidents.buttons.report)]),
  ];
  return message(text, blocks, t.words.cut);
}

/** Incidents without a final report: the first thing on Home. */
export function homeIncidents(voice: Voice, incidents: readonly IncidentFacts[]): KnownBlock[] {
  if (incidents.length === 0) return [];
  const hidden = incidents.length - ON_HOME;
  const { t } = voice;
  return [
    section(signed('🔴', t.incidents.homeTitle(incidents.length))),
    ...incidents.slice(0, ON_HOME).map((incident) => listedWithButton(voice, incident)),
    ...(hidden > 0
      ? [
          section(
            safe(t.words.moreItems(hidden)),
            button('incident', { verb: 'list' }, t.incidents.buttons.list),
          ),
        ]
      : []),
  ];
}
