// What every screen says of an incident in the same words: its number, who reported it, how it stands, what may be done.
// It shouts by structure alone: the sign and the number stand first, one fact a line, then who takes it.

import type { Button } from '@slack/types';
import { as, type Instant } from '../../domain/ids.ts';
import type { IncidentFacts, IncidentNumber, IncidentVerb } from '../../domain/incident/facts.ts';
import { button } from '../blocks.ts';
import type { IncidentField } from '../catalog-incidents.ts';
import { bold, clean, type Mrkdwn, md, safe, truncate } from '../escape.ts';
import type { Sign } from './card.ts';
import { namesOf, signed, type Voice, voiceOf } from './phrases.ts';
import { briefly } from './task-phrases.ts';

const FIELD_LENGTH = 700;
/** So much of a typed text stands in a line among others. */
export const IN_A_LINE = 80;
const MINUTE_MS = 60_000;

export const numberOf = ({ t }: Voice, { year, no }: IncidentNumber): string => t.incidents.number(year, no);
/** The voice as of the incident's own moment. */
export const incidentVoice = (voice: Voice, incident: IncidentFacts): Voice =>
  voiceOf(voice.language, incident);

/** 重大情况急报〔2016〕1号 */
export const titleOf = (voice: Voice, incident: IncidentFacts): string => {
  const title = voice.t.incidents.title(numberOf(voice, incident));
  return incident.state === 'closed' ? voice.t.incidents.closedTitle(title) : title;
};
/** 🔴 until the final report is in; none once it is joined to another, which has its own. */
export function signOf({ state, joinedTo }: Pick<IncidentFacts, 'state' | 'joinedTo'>): Sign {
  if (joinedTo !== null) return '';
  return state === 'closed' ? '✅' : '🔴';
}
/** Whether somebody is still called for it. */
export const isCalling = ({ state, joinedTo }: Pick<IncidentFacts, 'state' | 'joinedTo'>): boolean =>
  state === 'open' && joinedTo === null;

/** A text at the end of a sentence. */
export const withoutStop = (text: string): string => text.replace(/[。.；;，,！!\s]+$/u, '');

/** 02:51 today, else with the day. */
export const clockOf = ({ d }: Voice, at: Instant): string => (d.daysTo(at) === 0 ? d.time(at) : d.brief(at));

/** 🔴 待接报, ✅ 已由金主任于 02:51 接报, ✅ 已终报. */
export function standingLine(voice: Voice, incident: IncidentFacts): string {
  const { incidents } = voice.t;
  const { state, acknowledgedBy, acknowledgedAt, joinedTo } = incident;
  if (joinedTo !== null) return incidents.isJoined(numberOf(voice, joinedTo));
  if (acknowledgedBy !== null && acknowledgedAt !== null)
    return `✅ ${incidents.acknowledged(acknowledgedBy, clockOf(voice, acknowledgedAt))}`;
  return `${state === 'open' ? '🔴' : '✅'} ${incidents.state[state]}`;
}

const FIELDS: readonly IncidentField[] = ['what', 'where', 'amount', 'people', 'done', 'phoned'];

/** What was reported, a line for each field that says something. */
function fieldLines({ t }: Voice, incident: IncidentFacts): Mrkdwn[] {
  return FIELDS.filter((field) => incident[field].trim() !== '').map((field) => {
    const text = truncate(clean(incident[field]).trim(), FIELD_LENGTH);
    return safe(t.words.labelled(t.incidents.fields[field], text));
  });
}

const fromLine = ({ t, d }: Voice, { unit, by, at }: IncidentFacts): Mrkdwn =>
  safe(t.incidents.from(unit?.name ?? null, by, d.at(at)));

/** Who was called so far and when the next is, until somebody takes it; then who did. */
function callLines(voice: Voice, incident: IncidentFacts): Mrkdwn[] {
  const { t } = voice;
  if (incident.acknowledgedBy !== null && incident.joinedTo === null)
    return [safe(standingLine(voice, incident))];
  if (!isCalling(incident)) return [];
  const { called, nextCallAt, calledThrough } = incident;
  if (called.length === 0 || nextCallAt === null) return [safe(t.incidents.noNextCall)];
  const names = t.incidents.called(namesOf(t, called));
  const at = clockOf(voice, nextCallAt);
  const then = calledThrough
    ? [t.incidents.calledThrough, t.incidents.nextCallOfAll(at)]
    : [t.incidents.nextCall(at)];
  return [names, ...then].map(safe);
}

function joinLines(voice: Voice, { joined, joinedTo }: IncidentFacts): Mrkdwn[] {
  const { t } = voice;
  const others = joined.map((other) => numberOf(voice, other));
  return [
    ...(joinedTo === null ? [] : [safe(t.incidents.joinedTo(numberOf(voice, joinedTo)))]),
    ...(others.length === 0 ? [] : [safe(t.incidents.joined(namesOf(t, others)))]),
  ];
}

/** The incident in full, below its title. */
export const incidentLines = (voice: Voice, incident: IncidentFacts): Mrkdwn[] => [
  fromLine(voice, incident),
  ...fieldLines(voice, incident),
  ...callLines(voice, incident),
  ...joinLines(voice, incident),
];

/** 现请您接报, on a line of its own, and why it is this person's turn. */
export function calledLines({ t }: Voice, incident: IncidentFacts, calledAt: Instant): Mrkdwn[] {
  if (!isCalling(incident)) return [];
  const waited = Math.round((calledAt - lastCallBefore(incident, calledAt)) / MINUTE_MS);
  const because = waited > 0 ? [safe(t.incidents.calledBecause(waited))] : [];
  return [bold(t.incidents.callYou), ...because, safe(t.incidents.callHow)];
}

/** When somebody was called last before this call; at first, when it was reported. */
function lastCallBefore({ entries, at }: IncidentFacts, calledAt: Instant): Instant {
  const earlier = entries
    .filter((entry) => (entry.kind === 'called' || entry.kind === 'first') && entry.at < calledAt)
    .map((entry) => entry.at);
  return as<Instant>(Math.max(at, ...earlier));
}

/** One line of a list: what, whose, and how it stands. */
export function listedIncident(seen: Voice, incident: IncidentFacts): Mrkdwn {
  const voice = incidentVoice(seen, incident);
  const { t, d } = voice;
  const title = signed(signOf(incident), titleOf(voice, incident));
  const where = [t.incidents.unit(incident.unit?.name ?? null), incident.where, d.at(incident.at)];
  const about = where.filter((part) => part.trim() !== '').map((part) => briefly(part, IN_A_LINE));
  return md`${title}\n${about.join(' · ')}\n${briefly(incident.what, IN_A_LINE)}\n${standingLine(voice, incident)}`;
}

const ORDER: readonly IncidentVerb[] = ['acknowledge', 'follow_up', 'final', 'join', 'show', 'list'];

/** What this person may do with it, the most wanted first; `leaving` what the screen shows already. */
export function incidentButtons(
  { t }: Voice,
  incident: IncidentNumber,
  may: readonly IncidentVerb[],
  leaving: readonly IncidentVerb[] = [],
): Button[] {
  return ORDER.filter((verb) => may.includes(verb) && !leaving.includes(verb)).map((verb) => {
    const label = t.incidents.buttons[verb];
    if (verb === 'list') return button('incident', { verb }, label);
    const style = verb === 'acknowledge' ? 'primary' : undefined;
    return button('incident', { verb, incident: incident.id }, label, style);
  });
}
