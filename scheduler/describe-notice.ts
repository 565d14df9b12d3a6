// What a notice says, made from the ledger as it is now; or why it need not be said any more. One case a kind of notice.

import { readBulletinSources, readLastReport } from '../db/reads.ts';
import { bulletinFacts } from '../domain/bulletin.ts';
import type { ObligationFacts } from '../domain/facts.ts';
import { submissionId } from '../domain/ids.ts';
import type { Notice, NoticeItem } from '../domain/notice.ts';
import { isOwed } from '../domain/obligation.ts';
import {
  dutyFacts,
  dutyOf,
  nameOf,
  obligationFacts,
  periodFacts,
  personFacts,
  reportFacts,
  type Scene,
  unitFacts,
} from '../domain/obligation-facts.ts';
import type { IntentRow, ObligationRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { describeConsultation, describeTopic } from './describe-consultation.ts';
import { describeIncident } from './describe-incident.ts';
import { describeTask, describeTaskReminder } from './describe-task.ts';
import type { Fate } from './fate.ts';
import { type Ground, knowing } from './ground.ts';
import { asSaidBy, findReasonNotToRemind, type Reminding, readReminderFacts } from './still-owed.ts';

/** Looks at what the notice is about and answers its facts, or the reason to keep silent. */
export async function describeNotice(ground: Ground, intent: IntentRow): Promise<Fate> {
  const { notice } = intent;
  switch (notice.kind) {
    case 'bulletin_drafted':
      return describeBulletin(ground, notice);
    case 'person_unbound':
      return describeUnbound(ground, notice);
    case 'channel_trouble':
    case 'delivery_refused':
    case 'database_trouble':
      return { item: notice };
    case 'stand_in':
      return describeStandIn(ground, intent, notice);
    case 'handed_over':
      return { item: { ...notice, unit: unitFacts(ground.scene.campaign, notice.unit) } };
    case 'task':
      return describeTask(ground, notice);
    case 'task_reminder':
      return describeTaskReminder(ground, notice);
    case 'consultation':
      return describeConsultation(ground, intent.recipient, notice);
    case 'topic':
      return describeTopic(ground, intent.recipient, notice);
    case 'incident':
      return describeIncident(ground, intent.recipient, notice);
    default: {
      const row = ground.rows.get(notice.obligation);
      return row ? describeAboutRow(ground, intent, notice, row) : { cancel: 'gone' };
    }
  }
}

/** Told while it is so: a leave may be called off, or somebody else named, before the slot. */
async function describeStandIn(
  ground: Ground,
  { recipient }: IntentRow,
  { kind, leave, person, from, to, ended }: Extract<Notice, { kind: 'stand_in' }>,
): Promise<Fate> {
  const row = await ground.store.find('leave', leave);
  const today = dateOf(ground.scene.now, ground.scene.campaign.zone);
  const stands = row !== null && !row.cancelled && row.deputy === recipient && row.to >= today;
  // With other days it was told anew.
  const isSame = row !== null && row.from === from && row.to === to;
  if (stands === ended || (stands && !isSame)) return { cancel: 'superseded' };
  const scene = await knowing(ground, [person]);
  return { item: { kind, person: personFacts(scene, person), from, to, ended } };
}

type AboutRow = Extract<Notice, { obligation: unknown }>;

async function readLatest({ store, scene }: Ground, row: ObligationRow): Promise<ObligationFacts> {
  const latest = row.latestNo > 0 ? await store.find('submission', submissionId(row.id, row.latestNo)) : null;
  return obligationFacts(scene, row, latest);
}

async function describeAboutRow(
  ground: Ground,
  intent: IntentRow,
  notice: AboutRow,
  row: ObligationRow,
): Promise<Fate> {
  const { scene } = ground;
  const obligation = await readLatest(ground, row);
  const by = 'by' in notice ? nameOf(scene, notice.by) : '';
  switch (notice.kind) {
    case 'reminder':
    case 'chase':
    case 'returned':
      return describeReminding(ground, intent, notice, row, obligation);
    case 'receipt':
    case 'late_report':
      return describeReport(ground, notice, row);
    case 'deadline_changed':
      return isOwed(row) ? { item: { kind: notice.kind, obligation, from: notice.from } } : NOT_OWED;
    case 'unit_unreachable':
      return isOwed(row) ? { item: unreachable(scene, notice, row) } : NOT_OWED;
    case 'dispute_filed':
      if (row.dispute?.decision) return { cancel: 'decided' };
      return { item: { kind: notice.kind, obligation, text: notice.text, by } };
    case 'waived':
      return { item: { kind: notice.kind, obligation, by, reason: notice.reason } };
    case 'filed_for_you':
      return { item: { kind: notice.kind, obligation, by, phonedBy: notice.phonedBy } };
    case 'dispute_decided': {
      const { kind, upheld, reason } = notice;
      return { item: { kind, obligation, upheld, reason, by } };
    }
  }
}

const NOT_OWED: Fate = { cancel: 'not_owed' };

async function describeReminding(
  ground: Ground,
  intent: IntentRow,
  notice: Reminding,
  row: ObligationRow,
  obligation: ObligationFacts,
): Promise<Fate> {
  const stop = await findReasonNotToRemind(ground, intent, notice, row);
  if (stop) return { cancel: stop };
  const reminder = await readReminderFacts(ground, notice, row);
  if (notice.kind === 'reminder')
    return { item: { kind: 'reminder', obligation: asSaidBy(notice, obligation), reminder } };
  const by = nameOf(ground.scene, notice.by);
  if (notice.kind === 'chase') return { item: { kind: 'chase', obligation, by, reminder } };
  return { item: { kind: 'returned', obligation, by, reason: notice.reason, reminder } };
}

function unreachable(
  scene: Scene,
  notice: Extract<Notice, { kind: 'unit_unreachable' }>,
  row: ObligationRow,
): NoticeItem {
  const duty = dutyOf(scene.campaign, row);
  return {
    kind: 'unit_unreachable',
    unit: unitFacts(scene.campaign, notice.unit),
    duty: dutyFacts(duty),
    period: periodFacts(scene.campaign, duty, row),
    because: notice.because,
  };
}

async function describeReport(
  ground: Ground,
  notice: Extract<Notice, { kind: 'receipt' | 'late_report' }>,
  row: ObligationRow,
): Promise<Fate> {
  const submission = await ground.store.find('submission', submissionId(row.id, notice.no));
  if (!submission) return { cancel: 'gone' };
  const before = await readLastReport(ground.store, ground.scene.campaign, row);
  return { item: { kind: notice.kind, report: reportFacts(ground.scene, row, submission, before) } };
}

async function describeBulletin(
  ground: Ground,
  notice: Extract<Notice, { kind: 'bulletin_drafted' }>,
): Promise<Fate> {
  const bulletin = await ground.store.find('bulletin', notice.bulletin);
  if (!bulletin) return { cancel: 'gone' };
  if (bulletin.state === 'published') return { cancel: 'published' };
  const sources = await readBulletinSources(ground.store, ground.scene.campaign, bulletin);
  return sources
    ? { item: { kind: 'bulletin_drafted', bulletin: bulletinFacts(ground.scene, sources) } }
    : { cancel: 'gone' };
}

async function describeUnbound(
  ground: Ground,
  notice: Extract<Notice, { kind: 'person_unbound' }>,
): Promise<Fate> {
  const person = ground.scene.people.get(notice.person);
  if (!person?.trouble) return { cancel: 'bound_meanwhile' };
  // Whom the office itself unbound it need not be told of.
  if (person.trouble === 'unbound') return { cancel: 'unbound' };
  const posting = ground.scene.campaign.people.find((each) => each.person === notice.person);
  const unit = posting?.unit ? unitFacts(ground.scene.campaign, posting.unit) : null;
  return {
    item: {
      kind: 'person_unbound',
      person: personFacts(ground.scene, notice.person),
      email: person.email,
      unit,
      trouble: notice.trouble,
    },
  };
}
