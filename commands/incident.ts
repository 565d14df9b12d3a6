// 急报: a serious matter reaches a person at any hour. One command with a verb; what each verb does is a use case of its own
// in commands/incident/. Who may do what is asked of domain/incident/verbs.ts there.

import type { ActionInput } from '../domain/actions.ts';
import type { IncidentVerb } from '../domain/incident/facts.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Context, defineCommand } from './command.ts';
import { actOnIncident } from './incident/decision.ts';
import { joinIncidents } from './incident/join.ts';
import { reportIncident } from './incident/report.ts';
import { listIncidents, showIncident } from './incident/shown.ts';
import { parseIncident, words } from './incident/typed.ts';
import { refused } from './review-row.ts';

const VERBS: Record<IncidentVerb, (context: Context, input: ActionInput) => Promise<Outcome>> = {
  report: reportIncident,
  list: listIncidents,
  show: showIncident,
  acknowledge: (context, input) => actOnIncident(context, 'acknowledge', input),
  follow_up: (context, input) => actOnIncident(context, 'follow_up', input),
  final: (context, input) => actOnIncident(context, 'final', input),
  join: joinIncidents,
};

const isVerb = (verb: string): verb is IncidentVerb => Object.hasOwn(VERBS, verb);

export const incident = defineCommand({
  name: 'incident',
  words,
  access: 'anybody',
  parse: parseIncident,
  run: async (context, input) => {
    // A chooser only says which incident; looking at it comes first.
    const verb = input.verb ?? (input.incident ? 'show' : 'report');
    if (!isVerb(verb)) return refused({ kind: 'unknown_word', typed: verb, command: 'incident' });
    return VERBS[verb](context, input);
  },
});
