// 会商: the monthly meeting, from the call for topics to the decisions that become tasks. One command with a verb; what each
// verb does is a use case of its own in commands/consultation/. Who may do what, and when, is domain/consultation/verbs.ts.

import type { ActionInput } from '../domain/actions.ts';
import type { ConsultationVerb } from '../domain/consultation/facts.ts';
import type { Outcome } from '../domain/outcome.ts';
import { isOffice, unitsOf } from '../domain/permission.ts';
import { type Context, defineCommand } from './command.ts';
import { issueAgenda, orderAgenda } from './consultation/agenda.ts';
import { attend, excuse, invitation } from './consultation/attendance.ts';
import { chooseConsultation } from './consultation/chosen.ts';
import { type ConsultationUse, consult } from './consultation/decision.ts';
import { listDecisions } from './consultation/decisions.ts';
import { approveMinutes, writeMinutes } from './consultation/minutes.ts';
import { cancel, move } from './consultation/schedule.ts';
import { showConsultation } from './consultation/show.ts';
import { declineTopic, proposeTopic } from './consultation/topics.ts';
import { parseConsultation, type Typed, words } from './consultation/typed.ts';
import { refused } from './review-row.ts';

type Run = (context: Context, input: ActionInput) => Promise<Outcome>;

const using =
  (use: ConsultationUse): Run =>
  (context, input) =>
    consult(context, use, input);

/** Who has no unit has no topic to propose; asked for by words, the topics are shown. */
const topicOrTopics: Run = (context, input) =>
  unitsOf(context.actor.postings).length > 0 || input.values
    ? consult(context, proposeTopic, input)
    : showConsultation(context, 'topics', input);

/** The office writes minutes while there are any to write; others, and the office later, read them. */
async function minutesOrForm(context: Context, input: ActionInput): Promise<Outcome> {
  if (input.values) return consult(context, writeMinutes, input);
  const chosen = await chooseConsultation(context, 'last', input);
  const isWritten = 'row' in chosen && chosen.row.state === 'approved';
  return isWritten || !isOffice(context.actor.postings)
    ? showConsultation(context, 'minutes', input)
    : consult(context, writeMinutes, input);
}

const VERBS: Record<ConsultationVerb | Typed, Run> = {
  show: (context, input) => showConsultation(context, null, input),
  see_agenda: (context, input) => showConsultation(context, 'agenda', input),
  see_topics: (context, input) => showConsultation(context, 'topics', input),
  see_attendance: (context, input) => showConsultation(context, 'attendance', input),
  topic: topicOrTopics,
  decline_topic: using(declineTopic),
  agenda: using(orderAgenda),
  issue: using(issueAgenda),
  attend: using(attend),
  excuse: using(excuse),
  calendar: using(invitation),
  minutes: minutesOrForm,
  approve: using(approveMinutes),
  move: using(move),
  cancel: using(cancel),
  decisions: listDecisions,
};

const isVerb = (verb: string): verb is ConsultationVerb | Typed => Object.hasOwn(VERBS, verb);

export const consultation = defineCommand({
  name: 'consultation',
  words,
  access: 'all',
  parse: parseConsultation,
  run: async (context, input) => {
    const verb = input.verb ?? 'show';
    if (!isVerb(verb)) return refused({ kind: 'unknown_word', typed: verb, command: 'consultation' });
    return VERBS[verb](context, input);
  },
});
