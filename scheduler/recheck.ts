// Intents of one recipient are looked at once more, just before they are told: does the unit still owe, is the person
// still in office and present, was it noted (已知悉), is it still within the reminder hours? What holds gets its facts.

import { readBulletinSources, readLastReport } from '../db/reads.ts';
import type { Store } from '../db/store.ts';
import { bulletinFacts } from '../domain/bulletin.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { ObligationFacts, PersonFacts } from '../domain/facts.ts';
import { as, type CivilDate, type Instant, submissionId } from '../domain/ids.ts';
import type { Notice, NoticeItem, ReminderFacts, Why } from '../domain/notice.ts';
import { dueOnNow, isOwed } from '../domain/obligation.ts';
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
import { isInHours, slotAfter } from '../domain/office-hours.ts';
import { SLOT_TOLERANCE_MS } from '../domain/plan.ts';
import { isExpired } from '../domain/reminders.ts';
import type { IntentRow, ObligationRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import { createDesks, type Desk } from './desk.ts';
import type { Recheck, Telling } from './ports.ts';

/** One intent's fate. */
type Fate = { item: NoticeItem } | { cancel: string } | { again: Instant };

const MINUTE_MS = 60_000;

/** Makes the re-check that delivery calls for each recipient's due intents, which may be of several campaigns. */
export function createRecheck(deps: { store: Store; holidays: HolidayTable }): Recheck {
  const openDesk = createDesks(deps);
  return async (intents, now) => {
    const telling: Telling = { told: [], cancelled: [], postponed: [] };
    for (const campaign of new Set(intents.map((intent) => intent.campaign))) {
      const some = intents.filter((intent) => intent.campaign === campaign);
      const desk = await openDesk(some, now);
      for (const intent of some) {
        const fate = desk ? await decideFate(desk, intent) : { cancel: 'gone' };
        if ('item' in fate) telling.told.push({ intent, item: fate.item });
        else if ('cancel' in fate) telling.cancelled.push({ intent, reason: fate.cancel });
        else telling.postponed.push({ intent, slotAt: fate.again });
      }
    }
    return telling;
  };
}

const isImmediate = (notice: Notice): boolean => notice.kind === 'receipt';

async function decideFate(desk: Desk, intent: IntentRow): Promise<Fate> {
  const { recipient, scene } = desk;
  if (isSuperseded(desk, intent)) return { cancel: 'superseded' };
  if (!recipient || recipient.trouble) return { cancel: 'unbound' };
  if (!recipient.slack) return { again: as<Instant>(scene.now + MINUTE_MS) };
  if (!isImmediate(intent.notice) && isOutOfHours(scene, intent)) {
    return { again: slotAfter(scene.now, scene.calendar, scene.campaign.zone) };
  }
  return describe(desk, intent);
}

const isOutOfHours = ({ now, calendar, campaign }: Scene, { slotAt }: IntentRow): boolean =>
  now - slotAt > SLOT_TOLERANCE_MS && !isInHours(now, calendar, campaign.zone);

/** Of several reminders about one row only the latest is said; a chase beside a reminder says nothing more. */
function isSuperseded(desk: Desk, intent: IntentRow): boolean {
  const others = desk.reminders.get(intent.about ?? '') ?? [];
  if (intent.notice.kind === 'chase') return others.some(({ id }) => desk.together.has(id));
  if (intent.notice.kind !== 'reminder') return false;
  return others.some(
    (other) =>
      other.id !== intent.id &&
      (other.slotAt > intent.slotAt ||
        (other.slotAt === intent.slotAt && other.createdAt > intent.createdAt)),
  );
}

// Facts, one case a kind of notice

async function describe(desk: Desk, intent: IntentRow): Promise<Fate> {
  const { notice } = intent;
  switch (notice.kind) {
    case 'bulletin_drafted':
      return describeBulletin(desk, notice);
    case 'person_unbound':
      return describeUnbound(desk, notice);
    case 'channel_trouble':
    case 'delivery_refused':
    case 'database_trouble':
      return { item: notice };
    case 'handed_over':
      return { item: { ...notice, unit: unitFacts(desk.scene.campaign, notice.unit) } };
    default: {
      const row = desk.rows.get(notice.obligation);
      return row ? describeAboutRow(desk, intent, notice, row) : { cancel: 'gone' };
    }
  }
}

type AboutRow = Extract<Notice, { obligation: unknown }>;

async function describeAboutRow(
  desk: Desk,
  intent: IntentRow,
  notice: AboutRow,
  row: ObligationRow,
): Promise<Fate> {
  const { scene } = desk;
  const obligation = obligationFacts(
    scene,
    row,
    row.latestNo > 0 ? await desk.store.find('submission', submissionId(row.id, row.latestNo)) : null,
  );
  switch (notice.kind) {
    case 'reminder':
    case 'chase':
    case 'returned': {
      const stop = await reasonNotToRemind(desk, intent, notice, row);
      if (stop) return { cancel: stop };
      const reminder = await reminderFacts(desk, notice, row);
      if (notice.kind === 'reminder')
        return { item: { kind: 'reminder', obligation: asSaidBy(notice, obligation), reminder } };
      const by = nameOf(scene, notice.by);
      return {
        item:
          notice.kind === 'chase'
            ? { kind: 'chase', obligation, by, reminder }
            : { kind: 'returned', obligation, by, reason: notice.reason, reminder },
      };
    }
    case 'deadline_changed':
      return isOwed(row)
        ? { item: { kind: 'deadline_changed', obligation, from: notice.from } }
        : { cancel: 'not_owed' };
    case 'waived':
      return { item: { kind: 'waived', obligation, by: nameOf(scene, notice.by), reason: notice.reason } };
    case 'filed_for_you':
      return {
        item: { kind: 'filed_for_you', obligation, by: nameOf(scene, notice.by), phonedBy: notice.phonedBy },
      };
    case 'receipt':
    case 'late_report':
      return describeReport(desk, notice, row);
    case 'dispute_filed':
      return row.dispute?.decision
        ? { cancel: 'decided' }
        : { item: { kind: 'dispute_filed', obligation, text: notice.text, by: nameOf(scene, notice.by) } };
    case 'dispute_decided':
      return {
        item: {
          kind: 'dispute_decided',
          obligation,
          upheld: notice.upheld,
          reason: notice.reason,
          by: nameOf(scene, notice.by),
        },
      };
    case 'unit_unreachable':
      return isOwed(row) ? { item: unreachable(scene, notice, row) } : { cancel: 'not_owed' };
  }
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

/** The step at the deadline is said in its very instant, which is still in time to file; what it says is that it passed. */
function asSaidBy(
  { stepKind }: Extract<Notice, { kind: 'reminder' }>,
  facts: ObligationFacts,
): ObligationFacts {
  const isPast = stepKind === 'overdue' || stepKind === 'escalation';
  return isPast && facts.standing !== 'missed' ? { ...facts, standing: 'overdue' } : facts;
}

type Reminding = Extract<Notice, { kind: 'reminder' | 'chase' | 'returned' }>;

async function reasonNotToRemind(
  desk: Desk,
  intent: IntentRow,
  notice: Reminding,
  row: ObligationRow,
): Promise<string | null> {
  const { scene } = desk;
  if (!isOwed(row)) return row.state === 'waived' ? 'waived' : 'filed';
  if (notice.kind === 'reminder' && notice.dueOn !== dueOnNow(row, scene.campaign.zone))
    return 'deadline_moved';
  if (notice.kind === 'reminder' && isExpired({ kind: notice.stepKind }, row, scene.now)) return 'expired';
  if (!holdsOffice(desk, intent, row)) return 'not_in_office';
  if (desk.isAway) return 'on_leave';
  return notice.kind === 'reminder' && (await isNoted(desk, intent, notice, row)) ? 'noted' : null;
}

/** Of the unit that owes, or of the office. */
const holdsOffice = ({ held }: Desk, { recipient }: IntentRow, { unit }: ObligationRow): boolean =>
  [` ${unit}`, 'office_staff', 'office_director'].some((key) =>
    held.get(key)?.some(({ person }) => person === recipient),
  );

async function isNoted(
  { store }: Desk,
  { recipient }: IntentRow,
  notice: Extract<Notice, { kind: 'reminder' }>,
  row: ObligationRow,
): Promise<boolean> {
  const noted = await store.list('snooze', {
    where: { obligation: row.id, person: recipient, step: notice.step },
  });
  return noted.some(({ dueOn }) => dueOn === notice.dueOn);
}

const FILERS: readonly Why['role'][] = ['liaison', 'deputy', 'head'];

async function reminderFacts(desk: Desk, notice: Reminding, row: ObligationRow): Promise<ReminderFacts> {
  const { why } = notice;
  const stepKind = notice.kind === 'reminder' ? notice.stepKind : 'before';
  const liaison = why.role === 'liaison' || why.role === 'deputy' ? null : liaisonOf(desk, row);
  return {
    step: notice.kind === 'reminder' ? notice.step : notice.kind,
    stepKind,
    why,
    canFile: FILERS.includes(why.role),
    canSnooze: notice.kind === 'reminder' && stepKind === 'before',
    liaison,
    remindedOn: liaison ? await remindedOn(desk, liaison, row) : [],
  };
}

function liaisonOf({ scene, held }: Desk, { unit }: ObligationRow): PersonFacts | null {
  const [posting] = held.get(`liaison ${unit}`) ?? [];
  return posting ? personFacts(scene, posting.person) : null;
}

/** The civil days on which somebody was told about the row. */
async function remindedOn(
  { store, scene }: Desk,
  liaison: PersonFacts,
  row: ObligationRow,
): Promise<CivilDate[]> {
  const told = await store.list('intent', {
    where: { about: row.id, recipient: liaison.id, state: 'bound' },
    orderBy: 'slotAt',
  });
  return [...new Set(told.map(({ slotAt }) => dateOf(slotAt, scene.campaign.zone)))];
}

async function describeReport(
  desk: Desk,
  notice: Extract<Notice, { kind: 'receipt' | 'late_report' }>,
  row: ObligationRow,
): Promise<Fate> {
  const submission = await desk.store.find('submission', submissionId(row.id, notice.no));
  if (!submission) return { cancel: 'gone' };
  const before = await readLastReport(desk.store, desk.scene.campaign, row);
  return { item: { kind: notice.kind, report: reportFacts(desk.scene, row, submission, before) } };
}

async function describeBulletin(
  desk: Desk,
  notice: Extract<Notice, { kind: 'bulletin_drafted' }>,
): Promise<Fate> {
  const bulletin = await desk.store.find('bulletin', notice.bulletin);
  if (!bulletin) return { cancel: 'gone' };
  if (bulletin.state === 'published') return { cancel: 'published' };
  const sources = await readBulletinSources(desk.store, desk.scene.campaign, bulletin);
  return sources
    ? { item: { kind: 'bulletin_drafted', bulletin: bulletinFacts(desk.scene, sources) } }
    : { cancel: 'gone' };
}

async function describeUnbound(
  desk: Desk,
  notice: Extract<Notice, { kind: 'person_unbound' }>,
): Promise<Fate> {
  const person = desk.scene.people.get(notice.person);
  if (!person?.trouble) return { cancel: 'bound_meanwhile' };
  const posting = desk.scene.campaign.people.find((each) => each.person === notice.person);
  const unit = posting?.unit ? unitFacts(desk.scene.campaign, posting.unit) : null;
  return {
    item: {
      kind: 'person_unbound',
      person: personFacts(desk.scene, notice.person),
      email: person.email,
      unit,
      trouble: notice.trouble,
    },
  };
}
