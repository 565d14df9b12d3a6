// 议题: a unit proposes a topic with a reason and what it asks of the group; the office declines one with a reason.

import type { ActionInput } from '../../domain/actions.ts';
import { decideDecline, decideTopic } from '../../domain/consultation/decide.ts';
import { topicFacts } from '../../domain/consultation/describe.ts';
import { as, type TopicId, type UnitId } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import { belongsTo, unitsOf } from '../../domain/permission.ts';
import type { Decision } from '../commit.ts';
import { officeContact } from '../ledger.ts';
import { problemsOf, textProblem } from '../typed-text.ts';
import type { ConsultationUse } from './decision.ts';
import { type At, asking, factsOf, meetingOf, refusing, shown, type Values } from './meeting.ts';

const textIn = (values: Values, field: string): string => (values[field] ?? '').trim();

/** Words alone say what a topic is called; why, and what is asked of the group, is asked for. */
const isOpening = (values: Values | undefined): boolean =>
  values === undefined || (values.reason === undefined && values.ask === undefined);

async function propose(at: At, { values = {}, unit: pointed }: ActionInput): Promise<Decision> {
  const { context, sources } = at;
  const { campaign, postings } = context.actor;
  const own = unitsOf(postings);
  const meant = values.unit || pointed || (own.length === 1 ? own[0]! : '');
  const units = own.map((id) => unitFacts(campaign.definition, id));
  const form = { form: 'topic' as const, consultation: factsOf(at), units };
  if (isOpening(values)) return asking(form, values);
  const unit = as<UnitId>(meant);
  if (meant !== '' && !belongsTo(postings, unit)) return refusing(notYours(at, unit));
  const problems = problemsOf(
    meant === '' ? { field: 'unit', kind: 'required' } : null,
    ...['title', 'reason', 'ask'].map((field) => textProblem(field, values[field] ?? '', true)),
  );
  if (problems.length > 0) return asking(form, values, problems);
  const id = as<TopicId>(context.newId());
  const [title, reason, ask] = ['title', 'reason', 'ask'].map((field) => textIn(values, field));
  const proposal = { id, unit, title: title!, reason: reason!, ask: ask! };
  const { row, topic, changes } = decideTopic(await meetingOf(at), proposal);
  const topics = [...sources.topics, topic];
  return { outcome: shown(at, 'topics', 'topic_proposed', { row, topics }), changes };
}

const notYours = ({ context }: At, unit: UnitId) => ({
  kind: 'not_your_unit' as const,
  unit: unitFacts(context.actor.campaign.definition, unit),
  contact: officeContact(context),
});

async function decline(at: At, { values, topic: id }: ActionInput): Promise<Decision> {
  const { sources, scene } = at;
  const topic = sources.topics.find((each) => each.id === id);
  if (!topic) return refusing({ kind: 'gone', id: id ?? '' });
  // Somebody of the office was quicker: what they said is on the list.
  if (topic.state === 'declined') return { outcome: shown(at, 'topics'), changes: [] };
  const form = {
    form: 'decline_topic' as const,
    consultation: factsOf(at),
    topic: topicFacts(scene, topic),
  };
  if (!values) return asking(form, {});
  const problems = problemsOf(textProblem('reason', values.reason ?? '', true));
  if (problems.length > 0) return asking(form, values, problems);
  const decided = decideDecline(await meetingOf(at), topic, textIn(values, 'reason'));
  const topics = sources.topics.map((each) => (each.id === topic.id ? decided.topic : each));
  return {
    outcome: shown(at, 'topics', 'topic_declined', { row: decided.row, topics }),
    changes: decided.changes,
  };
}

export const proposeTopic: ConsultationUse = { verb: 'topic', which: 'next', act: propose };
export const declineTopic: ConsultationUse = { verb: 'decline_topic', which: 'next', act: decline };
