// What the notices of consultations and topics say, with the meeting as it stands now; nobody gets to see more of it than
// when they ask (domain/consultation/seen-by.ts). News is told to the end; what asks for something, only while it still can
// be done:
//
//   topics_called               while the agenda is not drafted yet
//   agenda_drafted, agenda_due  while it is not issued and the meeting has not begun
//   invited                     while it is issued and has not begun; under a newer date `moved` says it
//   moved                       unless it was moved again
//   minutes_due                 while no minutes are approved
//   all but cancelled           while it is not cancelled

import { readConsultationSources } from '../db/reads.ts';
import { type ConsultationSources, consultationFacts, topicFacts } from '../domain/consultation/describe.ts';
import type { Attendee, ConsultationFacts, ConsultationVerb } from '../domain/consultation/facts.ts';
import { attendeesOf } from '../domain/consultation/people.ts';
import { asSeenBy } from '../domain/consultation/seen-by.ts';
import { consultationSlotOf } from '../domain/consultation/steps.ts';
import type { ConsultationRow, TopicRow } from '../domain/consultation/things.ts';
import { consultationVerbsFor } from '../domain/consultation/verbs.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ConsultationNews, Notice, NoticeItem } from '../domain/notice.ts';
import { nameOf, type Scene } from '../domain/obligation-facts.ts';
import { belongsTo, isOffice } from '../domain/permission.ts';
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
  { kind, consultation, news, sequence, why }: OfConsultation,
): Promise<Fate> {
  const row = await ground.store.find('consultation', consultation);
  const stop = row ? findReasonNotToSay(ground, row, news, sequence) : 'gone';
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
  if (!maySeeTopic(ground, proposed)) return { cancel: 'not_in_office' };
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
  if (!row || !topic || !maySeeTopic(ground, topic)) return null;
  const { scene, me: _, ...parts } = await partsOf(ground, row, recipient, [topic.by]);
  return { ...item, ...parts, topic: topicFacts(scene, topic) };
}

const maySeeTopic = ({ postings }: Ground, { unit }: TopicRow): boolean =>
  isOffice(postings) || belongsTo(postings, unit);

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

const FOR_THE_OFFICE: readonly ConsultationNews[] = ['agenda_drafted', 'agenda_due', 'minutes_due'];
/** Somebody else does it while the recipient is away; news is read on coming back. */
const NOT_ON_LEAVE: readonly ConsultationNews[] = [...FOR_THE_OFFICE, 'topics_called'];

function findReasonNotToSay(
  ground: Ground,
  row: ConsultationRow,
  news: ConsultationNews,
  sequence: number,
): string | null {
  if (row.state === 'cancelled' && news !== 'cancelled') return 'cancelled';
  const overtaken = findOvertaken(ground.scene, row, news, sequence);
  if (overtaken) return overtaken;
  const mayHear = FOR_THE_OFFICE.includes(news) ? isOffice(ground.postings) : ground.postings.length > 0;
  if (!mayHear) return 'not_in_office';
  return ground.isAway && NOT_ON_LEAVE.includes(news) ? 'on_leave' : null;
}

/** What came before the notice and makes it needless. */
function findOvertaken(
  { campaign, calendar, now }: Scene,
  row: ConsultationRow,
  news: ConsultationNews,
  sequence: number,
): string | null {
  const hasBegun = now >= row.startsAt;
  switch (news) {
    case 'topics_called':
      if (row.state !== 'planned') return 'issued';
      return now >= consultationSlotOf(campaign, calendar, row, 'agenda') ? 'expired' : null;
    case 'agenda_drafted':
    case 'agenda_due':
      if (row.state !== 'planned') return 'issued';
      return hasBegun ? 'expired' : null;
    case 'invited':
      if (sequence < row.sequence) return 'superseded';
      return hasBegun || row.state !== 'issued' ? 'expired' : null;
    case 'moved':
      return sequence < row.sequence ? 'superseded' : null;
    case 'minutes_due':
      return row.state === 'approved' ? 'approved' : null;
    case 'cancelled':
    case 'minutes_published':
      return null;
  }
}
