// What the notices of consultations and topics say, with the meeting as it stands now; nobody gets to see more of it than
// when they ask (domain/consultation/seen-by.ts). Whether they still say something is domain/consultation/overtaken.ts.

import { readConsultationSources } from '../db/reads.ts';
import { type ConsultationSources, consultationFacts, topicFacts } from '../domain/consultation/describe.ts';
import type { Attendee, ConsultationFacts, ConsultationVerb } from '../domain/consultation/facts.ts';
import { findOvertaken, isForThosePresent, NEWS_FOR_THE_OFFICE } from '../domain/consultation/overtaken.ts';
import { attendeesOf } from '../domain/consultation/people.ts';
import { asSeenBy } from '../domain/consultation/seen-by.ts';
import type { ConsultationRow, TopicRow } from '../domain/consultation/things.ts';
import { consultationVerbsFor } from '../domain/consultation/verbs.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Notice, NoticeItem } from '../domain/notice.ts';
import { nameOf, type Scene } from '../domain/obligation-facts.ts';
import { isOffice } from '../domain/permission.ts';
import { maySee } from '../domain/sight.ts';
import { dateOf } from '../domain/zone.ts';
import type { Fate } from './fate.ts';
import { type Ground, knowing } from './ground.ts';

type OfConsultation = Extract<Notice, { kind: 'consultation' }>;
type OfTopic = Extract<Notice, { kind: 'topic' }>;
type Item = Extract<NoticeItem, { kind: 'consultation' }>;
type TopicItem = Extract<NoticeItem, { kind: 'topic' }>;

/** What a consultation's notice says to the recipient; or why it is not said. */
export async function describeConsultation(
  ground: Ground,
  recipient: PersonId,
  notice: OfConsultation,
): Promise<Fate> {
  const { kind, consultation, news, why } = notice;
  const row = await ground.store.find('consultation', consultation);
  const stop = row ? findReasonNotToSay(ground, row, notice) : 'gone';
  if (!row || stop) return { cancel: stop ?? 'gone' };
  const { scene: _, ...parts } = await partsOf(ground, row, recipient);
  return { item: { kind, news, why, ...parts } };
}

/** What is said of a proposed topic to the recipient; or why it is not said. */
export async function describeTopic(
  ground: Ground,
  recipient: PersonId,
  { kind, consultation, topic, news, by }: OfTopic,
): Promise<Fate> {
  const [row, proposed] = await Promise.all([
    ground.store.find('consultation', consultation),
    ground.store.find('topic', topic),
  ]);
  if (!row || !proposed) return { cancel: 'gone' };
  if (!seesTopic(ground, proposed)) return { cancel: 'not_in_office' };
  if (news === 'proposed' && proposed.state === 'declined') return { cancel: 'decided' };
  const { scene, me: _, ...parts } = await partsOf(ground, row, recipient, [by, proposed.by]);
  return { item: { kind, news, by: nameOf(scene, by), topic: topicFacts(scene, proposed), ...parts } };
}

/** The card of a consultation as it stands now; null where the recipient may not see it any more. */
export async function retellConsultation(
  ground: Ground,
  recipient: PersonId,
  item: Item,
): Promise<Item | null> {
  const row = await ground.store.find('consultation', item.consultation.id);
  if (!row || ground.postings.length === 0) return null;
  const { scene: _, ...parts } = await partsOf(ground, row, recipient);
  return { ...item, ...parts };
}

/** The card of a topic as it stands now; null where the recipient may not see it any more. */
export async function retellTopic(
  ground: Ground,
  recipient: PersonId,
  item: TopicItem,
): Promise<TopicItem | null> {
  const row = await ground.store.find('consultation', item.consultation.id);
  const topic = await ground.store.find('topic', item.topic.id);
  if (!row || !topic || !seesTopic(ground, topic)) return null;
  const { scene, me: _, ...parts } = await partsOf(ground, row, recipient, [topic.by]);
  return { ...item, ...parts, topic: topicFacts(scene, topic) };
}

/** News of a topic is for its unit, also once everybody reads it on the agenda: who moved to another hears no more of it. */
const seesTopic = ({ postings }: Ground, { unit }: TopicRow): boolean =>
  maySee(postings, { kind: 'topic', unit, onIssuedAgenda: false });

type Parts = {
  scene: Scene;
  consultation: ConsultationFacts;
  me: Attendee | null;
  may: ConsultationVerb[];
};

async function partsOf(
  ground: Ground,
  row: ConsultationRow,
  recipient: PersonId,
  named: readonly PersonId[] = [],
): Promise<Parts> {
  const { campaign, now } = ground.scene;
  const sources = await readConsultationSources(ground.store, campaign, row, now);
  const scene = await knowing(ground, [...named, ...namedIn(ground, sources)]);
  const facts = consultationFacts(scene, sources);
  return {
    scene,
    consultation: asSeenBy(facts, ground.postings, recipient),
    me: facts.attendees.find(({ person }) => person.id === recipient) ?? null,
    may: consultationVerbsFor(campaign, row, recipient, now),
  };
}

function namedIn({ scene }: Ground, { row, topics }: ConsultationSources): (PersonId | null)[] {
  const { minutes, issuedBy, startsAt } = row;
  const attendees = attendeesOf(scene.campaign, dateOf(startsAt, scene.campaign.zone));
  return [
    issuedBy,
    ...attendees.map(({ person }) => person),
    ...topics.map(({ by }) => by),
    ...(minutes ? [...minutes.attended, ...minutes.excused, minutes.by, minutes.approvedBy] : []),
  ];
}

function findReasonNotToSay(ground: Ground, row: ConsultationRow, notice: OfConsultation): string | null {
  const { news } = notice;
  const overtaken = findOvertaken(ground.scene, row, notice, ground.scene.now);
  if (overtaken) return overtaken;
  const isForOffice = NEWS_FOR_THE_OFFICE.includes(news);
  const mayHear = isForOffice ? isOffice(ground.postings) : ground.postings.length > 0;
  if (!mayHear) return 'not_in_office';
  return ground.isAway && isForThosePresent(news) ? 'on_leave' : null;
}
