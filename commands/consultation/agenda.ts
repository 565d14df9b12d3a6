// 议程: the office orders the parts of the agenda, leaves some out, adds lines of its own, and issues it.

import type { ActionInput } from '../../domain/actions.ts';
import {
  agendaCandidates,
  agendaItems,
  agendaKeys,
  lineIn,
  lineKey,
} from '../../domain/consultation/agenda.ts';
import { decideAgenda, decideIssue } from '../../domain/consultation/decide.ts';
import { topicFacts } from '../../domain/consultation/describe.ts';
import type { AgendaKey } from '../../domain/consultation/things.ts';
import type { FieldProblem } from '../../domain/facts.ts';
import type { Decision } from '../commit.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import type { ConsultationUse } from './decision.ts';
import { type At, asking, factsOf, meetingOf, shown, type Values } from './meeting.ts';

const isWhole = (typed: string): boolean => /^\d{1,4}$/.test(typed);

/**
 * The place of a part as it was chosen, 0 where it is left out. A topic that the form did not show, because it came in
 * meanwhile, keeps its place at the end: nobody has decided to leave it out.
 */
function placeOf(key: AgendaKey, values: Values, standing: readonly AgendaKey[]): number {
  const typed = values[`pos_${key}`]?.trim();
  if (typed !== undefined && typed !== '') return Number(typed);
  const cameMeanwhile = typed === undefined && key.startsWith('topic:') && standing.includes(key);
  return cameMeanwhile ? Number.POSITIVE_INFINITY : 0;
}

const linesIn = (values: Values): string[] =>
  (values.lines ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function keysIn({ sources }: At, candidates: readonly AgendaKey[], values: Values): AgendaKey[] {
  const standing = agendaKeys(sources);
  const placed = candidates
    .map((key) => ({ key, place: placeOf(key, values, standing) }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
  return [...new Set([...placed.map(({ key }) => key), ...linesIn(values).map(lineKey)])];
}

function problemsIn(candidates: readonly AgendaKey[], values: Values): FieldProblem[] {
  const places = candidates.map((key): FieldProblem | null => {
    const field = `pos_${key}`;
    const typed = values[field]?.trim() ?? '';
    return typed === '' || isWhole(typed) ? null : { field, kind: 'not_a_number', typed };
  });
  return problemsOf(...places, textProblem('lines', values.lines ?? '', false));
}

async function order(at: At, { values }: ActionInput): Promise<Decision> {
  const { scene, sources } = at;
  const topics = sources.topics.map((topic) => topicFacts(scene, topic));
  const keys = agendaCandidates(sources).filter((key) => lineIn(key) === null);
  const candidates = agendaItems(scene, sources, topics, keys);
  const form = { form: 'agenda' as const, consultation: factsOf(at), candidates, seen: at.decided.length };
  if (!values) return asking(form, {});
  const problems = problemsIn(keys, values);
  if (problems.length > 0) return asking(form, values, problems);
  const { row, changes } = decideAgenda(await meetingOf(at), keysIn(at, keys, values));
  return { outcome: shown(at, 'agenda', 'agenda_edited', { row }), changes };
}

async function issue(at: At): Promise<Decision> {
  const { row, changes } = decideIssue(await meetingOf(at), agendaKeys(at.sources));
  return { outcome: shown(at, 'agenda', 'issued', { row }), changes };
}

export const orderAgenda: ConsultationUse = { verb: 'agenda', which: 'next', act: order };
export const issueAgenda: ConsultationUse = { verb: 'issue', which: 'next', act: issue };
