// The rules of consultations that need no ledger: when each step is said, who is told, who attends, how a moved meeting is
// told, and what a new definition does to one.

import { describe, expect, it } from 'vitest';
import type { Campaign, Posting } from '../../domain/campaign.ts';
import { attendeesOf, consultationRecipients, entitledToMinutes } from '../../domain/consultation/people.ts';
import {
  newConsultation,
  planConsultation,
  planConsultationRevision,
} from '../../domain/consultation/plan.ts';
import {
  consultationStepsOf,
  dueConsultationSteps,
  nextConsultationStepAt,
} from '../../domain/consultation/steps.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { allowsConsultationVerb, consultationVerbsFor } from '../../domain/consultation/verbs.ts';
import { as, type CampaignId, type Instant, type IntentId, type PersonId } from '../../domain/ids.ts';
import type { ConsultationNews } from '../../domain/notice.ts';
import type { PlanView } from '../../domain/plan.ts';
import { presenceOn } from '../../domain/recipients.ts';
import type { CampaignRow, IntentRow, LeaveRow } from '../../domain/things.ts';
import { civilOf, dateOf } from '../../domain/zone.ts';
import { aCampaign, aConsultationDuty, at, calendarOf, on, period } from '../support/builders.ts';

const campaign = aCampaign();
const calendar = calendarOf(campaign);
const duty = aConsultationDuty();
const zone = campaign.zone;

const aMeeting = (over: Partial<ConsultationRow> = {}): ConsultationRow => ({
  ...newConsultation({ campaign, calendar }, duty, {
    period: period('2016-08'),
    dueAt: at('2016-08-25 15:00'),
  }),
  version: 1,
  ...over,
});

const moment = (instant: Instant): string => {
  const { date, time } = civilOf(instant, zone);
  return `${date.slice(5)} ${time}`;
};

const viewAt = (now: string, of: Campaign = campaign, leaves: LeaveRow[] = []): PlanView => {
  const instant = at(now);
  return {
    row: {} as CampaignRow,
    campaign: of,
    calendar: calendarOf(of),
    presence: presenceOn(dateOf(instant, of.zone), of, leaves, []),
    now: instant,
  };
};

const told = (news: ConsultationNews, who: string): IntentRow => ({
  id: as<IntentId>(`${news}:${who}`),
  version: 2,
  campaign: as<CampaignId>('loudi-2016'),
  recipient: as<PersonId>(who),
  notice: { kind: 'consultation', consultation: aMeeting().id, news, sequence: 0, why: null },
  about: aMeeting().id,
  slotAt: at('2016-08-18 09:00'),
  createdAt: at('2016-08-18 09:00'),
  bundle: 'notices',
  state: 'bound',
  reason: null,
  message: null,
});

const nameOf = (id: string, of: Campaign = campaign): string =>
  of.people.find(({ person }) => person === id)?.name ?? id;

describe('the steps of a consultation', () => {
  const inWords = (startsAt: string) =>
    consultationStepsOf(campaign, calendar, { startsAt: at(startsAt) }).map(
      ({ id, slotAt, to }) => `${moment(slotAt)} ${id} ${to}`,
    );

  it('count working days from the day of the meeting', () => {
    expect(inWords('2016-08-25 15:00')).toEqual([
      '08-18 09:00 topics units',
      '08-23 09:00 agenda office',
      '08-24 09:00 agenda_due office_and_director',
      '08-24 09:00 invite attendees',
      '08-26 09:00 minutes office',
      '08-29 09:00 minutes_2 office_and_director',
    ]);
  });

  it('step over the mid-autumn days and use the Sunday that is worked for them', () => {
    expect(inWords('2016-09-19 09:00').map((step) => step.split(' ').slice(0, 3).join(' '))).toEqual([
      '09-09 09:00 topics',
      '09-14 09:00 agenda',
      '09-18 09:00 agenda_due',
      '09-18 09:00 invite',
      '09-20 09:00 minutes',
      '09-21 09:00 minutes_2',
    ]);
  });

  it('of a meeting on a day off come before it all the same', () => {
    expect(inWords('2016-08-27 10:00').map((step) => step.slice(0, 11))).toEqual([
      '08-22 09:00',
      '08-25 09:00',
      '08-26 09:00',
      '08-26 09:00',
      '08-29 09:00',
      '08-30 09:00',
    ]);
  });

  it.each([
    ['planned', '2016-08-23 09:00', '08-24 09:00'],
    ['planned', '2016-08-24 09:00', '08-26 09:00'],
    ['issued', '2016-08-23 09:00', '08-24 09:00'],
    ['minuted', '2016-08-26 09:00', '08-29 09:00'],
    ['approved', '2016-08-25 18:00', null],
    ['cancelled', '2016-08-20 09:00', null],
  ] as const)('%s and planned through %s the plan looks again at %s', (state, through, next) => {
    const found = nextConsultationStepAt(
      campaign,
      calendar,
      aMeeting({ state, plannedThrough: at(through) }),
    );
    expect(found && moment(found)).toBe(next);
  });

  const said = (row: ConsultationRow, now: string) => {
    const { say, skipped } = dueConsultationSteps(campaign, calendar, row, at(now));
    return { say: say.map(({ id }) => id), skipped: skipped.map(({ id }) => id) };
  };

  it('after an outage the office hears only the latest, and topics are called for while there still is time', () => {
    expect(said(aMeeting(), '2016-08-22 09:00')).toEqual({ say: ['topics'], skipped: [] });
    expect(said(aMeeting(), '2016-08-23 09:00')).toEqual({ say: ['agenda'], skipped: ['topics'] });
    expect(said(aMeeting(), '2016-08-24 11:00')).toEqual({
      say: ['agenda_due'],
      skipped: ['topics', 'agenda'],
    });
    expect(said(aMeeting(), '2016-08-29 09:00')).toEqual({
      say: ['minutes_2'],
      skipped: ['topics', 'agenda', 'agenda_due', 'minutes'],
    });
  });

  it('invites nobody to a meeting that has begun', () => {
    const row = aMeeting({ state: 'issued', plannedThrough: at('2016-08-23 12:00') });
    expect(said(row, '2016-08-25 14:59')).toEqual({ say: ['invite'], skipped: [] });
    expect(said(row, '2016-08-25 15:00')).toEqual({ say: [], skipped: ['invite'] });
  });
});

describe('who is told', () => {
  const presence = (day = '2016-08-18', of = campaign, leaves: LeaveRow[] = []) =>
    presenceOn(on(day), of, leaves, []);
  const names = (of: readonly { person: string }[]) => of.map(({ person }) => nameOf(person));

  it('attends: leaders, heads, liaisons where there is no head, the office', () => {
    const posts = attendeesOf(campaign, on('2016-08-25')).map(({ name, role }) => `${name} ${role}`);
    expect(posts[0]).toBe('周正 leader');
    expect(posts).toContain('安局长 head');
    expect(posts).not.toContain('安警官 liaison');
    expect(posts).toContain('尚工商 liaison');
    expect(posts.slice(-2)).toEqual(['金主任 office_director', '文书一 office_staff']);
    expect(posts).toHaveLength(13);
  });

  it('of a unit that has ended, or an association, nobody attends', () => {
    const of: Campaign = {
      ...campaign,
      units: campaign.units.map((unit) => {
        if (unit.id === 'gsj') return { ...unit, to: on('2016-08-24') };
        return unit.id === 'lxq' ? { ...unit, kind: 'association' as const } : unit;
      }),
    };
    const names = attendeesOf(of, on('2016-08-25')).map(({ name }) => name);
    expect(names).not.toContain('尚工商');
    expect(names).not.toContain('娄小星');
    expect(attendeesOf(of, on('2016-08-24')).map(({ name }) => name)).toContain('尚工商');
  });

  it('topics are called from the liaison of every unit but the office', () => {
    const called = names(consultationRecipients(presence(), 'units', on('2016-08-25')));
    expect(called).toHaveLength(10);
    expect(called).toContain('安警官');
    expect(called).not.toContain('文书一');
  });

  it('a liaison on leave is called for by the deputy', () => {
    const an = campaign.people.find(({ name }) => name === '安警官')!.person;
    const leave: LeaveRow = {
      id: 'l',
      version: 1,
      campaign: campaign.id,
      person: an,
      from: on('2016-08-18'),
      to: on('2016-08-18'),
      enteredBy: an,
      deputy: null,
      cancelled: false,
    };
    const called = consultationRecipients(
      presence('2016-08-18', campaign, [leave]),
      'units',
      on('2016-08-25'),
    );
    expect(called.find(({ person }) => nameOf(person) === '安副手')?.why).toEqual({
      role: 'deputy',
      insteadOf: '安警官',
    });
  });

  it('minutes go to attendees, heads and liaisons of all units, the office, leaders and inspectors, each once', () => {
    const all = names(entitledToMinutes(presence('2016-08-26'), on('2016-08-25')));
    expect(all).toHaveLength(new Set(all).size);
    expect([...all].sort()).toEqual(
      campaign.people
        .map(({ name }) => name)
        .filter((name) => name !== '安副手')
        .sort(),
    );
  });
});

describe('planning', () => {
  const intentsOf = (view: PlanView, row: ConsultationRow) =>
    planConsultation(view, row).flatMap((change) =>
      change.mode === 'ensure' && change.thing === 'intent' ? [change.row] : [],
    );

  it('twice at one moment makes the same intents: their keys carry the day of the meeting', () => {
    const [first, second] = [1, 2].map(() => intentsOf(viewAt('2016-08-18 09:00'), aMeeting()));
    expect(first!.map(({ id }) => id)).toEqual(second!.map(({ id }) => id));
    expect(first![0]!.id).toMatch(/^consultation:loudi-2016\/consultation\/2016-08:topics:on-2016-08-25:/);
    expect(first!.every(({ slotAt }) => slotAt === at('2016-08-18 09:00'))).toBe(true);
  });

  it('of a late start says it in the next reminder hours', () => {
    const intents = intentsOf(viewAt('2016-08-19 20:00'), aMeeting());
    expect(new Set(intents.map(({ slotAt }) => moment(slotAt)))).toEqual(new Set(['08-22 08:30']));
  });

  it('records what expired unsaid', () => {
    const intents = intentsOf(viewAt('2016-08-23 10:00'), aMeeting());
    const skipped = intents.filter(({ state }) => state === 'skipped');
    expect(skipped).toHaveLength(10);
    expect(skipped.every(({ reason }) => reason === 'expired')).toBe(true);
  });

  it('never looks back behind what was planned', () => {
    const row = aMeeting({ plannedThrough: at('2016-08-24 09:00') });
    const [change] = planConsultation(viewAt('2016-08-20 09:00'), row);
    expect(change).toMatchObject({ to: { plannedThrough: at('2016-08-24 09:00') } });
  });
});

describe('a new definition', () => {
  const onDay = (day: number): Campaign => ({
    ...campaign,
    duties: campaign.duties.map((each) =>
      each.id === duty.id ? { ...each, rhythm: { every: 'month', day, time: as('15:00') } } : each,
    ),
  });
  const revision = (
    of: Campaign,
    row: ConsultationRow,
    intents: IntentRow[] = [],
    now = '2016-08-19 10:00',
  ) => planConsultationRevision(viewAt(now, of), row, intents);
  const columns = (changes: ReturnType<typeof revision>) => {
    const move = changes.find((change) => change.mode === 'move');
    return move?.mode === 'move' ? (move.to as Partial<ConsultationRow>) : null;
  };

  it('moves a planned meeting, and tells who was told', () => {
    const changes = revision(onDay(30), aMeeting({ plannedThrough: at('2016-08-18 09:00') }), [
      told('topics_called', 'a'),
    ]);
    expect(columns(changes)).toMatchObject({
      startsAt: at('2016-08-30 15:00'),
      sequence: 1,
      // topics were called for once: the agenda is next
      nextStepAt: at('2016-08-26 09:00'),
    });
    const intents = changes.filter((change) => change.mode === 'ensure' && change.thing === 'intent');
    expect(intents).toMatchObject([{ row: { recipient: 'a', notice: { news: 'moved', sequence: 1 } } }]);
  });

  it('starts the steps anew where nobody was told', () => {
    expect(columns(revision(onDay(30), aMeeting()))).toMatchObject({ nextStepAt: at('2016-08-23 09:00') });
  });

  it('leaves alone what the office moved, issued or held', () => {
    for (const over of [
      { movedFrom: at('2016-08-24 15:00') },
      { state: 'issued' as const },
      { state: 'approved' as const, nextStepAt: null },
    ]) {
      expect(columns(revision(onDay(30), aMeeting(over)))?.startsAt).toBeUndefined();
    }
  });

  it('moves nothing into the past, and nothing that has begun', () => {
    expect(columns(revision(onDay(18), aMeeting()))?.startsAt).toBeUndefined();
    expect(columns(revision(onDay(30), aMeeting(), [], '2016-08-25 15:00'))?.startsAt).toBeUndefined();
  });

  it('counts the steps anew when a notice makes a day before the meeting a day off', () => {
    const of: Campaign = { ...campaign, notice: [{ date: on('2016-08-24'), off: true, name: '临时放假' }] };
    const row = aMeeting({ plannedThrough: at('2016-08-18 09:00'), nextStepAt: at('2016-08-23 09:00') });
    expect(columns(revision(of, row))).toEqual({ nextStepAt: at('2016-08-22 09:00') });
    expect(revision(campaign, row)).toEqual([]);
  });

  it('keeps a meeting whose duty is gone as it is', () => {
    const of: Campaign = { ...campaign, duties: campaign.duties.filter(({ id }) => id !== duty.id) };
    expect(columns(revision(of, aMeeting()))?.startsAt).toBeUndefined();
  });
});

describe('what may be done', () => {
  const states = ['planned', 'issued', 'minuted', 'approved', 'cancelled'] as const;
  const allowed = (now: string) =>
    Object.fromEntries(
      states.map((state) => [
        state,
        (
          [
            'topic',
            'decline_topic',
            'agenda',
            'issue',
            'attend',
            'excuse',
            'calendar',
            'move',
            'cancel',
            'minutes',
            'approve',
          ] as const
        ).filter((verb) => allowsConsultationVerb(aMeeting({ state }), verb, at(now))),
      ]),
    );

  it('before the meeting is what the table says', () => {
    expect(allowed('2016-08-25 14:59')).toEqual({
      planned: [
        'topic',
        'decline_topic',
        'agenda',
        'issue',
        'attend',
        'excuse',
        'calendar',
        'move',
        'cancel',
      ],
      issued: ['attend', 'excuse', 'calendar', 'move', 'cancel'],
      minuted: ['minutes', 'approve'],
      approved: [],
      cancelled: ['calendar', 'move'],
    });
  });

  it('from its start on is what the table says', () => {
    expect(allowed('2016-08-25 15:00')).toEqual({
      planned: ['calendar', 'move', 'cancel', 'minutes'],
      issued: ['calendar', 'move', 'cancel', 'minutes'],
      minuted: ['minutes', 'approve'],
      approved: [],
      cancelled: ['calendar', 'move'],
    });
  });

  it('by whom is decided by the roster of the day', () => {
    const may = (name: string) => {
      const { person } = campaign.people.find((posting: Posting) => posting.name === name)!;
      return consultationVerbsFor(campaign, aMeeting(), person, at('2016-08-20 10:00'));
    };
    expect(may('文书一')).toEqual([
      'show',
      'attend',
      'excuse',
      'calendar',
      'agenda',
      'issue',
      'decline_topic',
      'move',
      'cancel',
      'decisions',
    ]);
    expect(may('周正')).toEqual(['show', 'attend', 'excuse', 'calendar', 'decisions']);
    expect(may('安局长')).toEqual(['show', 'attend', 'excuse', 'calendar', 'topic', 'decisions']);
    expect(may('安警官')).toEqual(['show', 'topic', 'decisions']);
    expect(may('督查员')).toEqual(['show', 'decisions']);
    expect(
      consultationVerbsFor(campaign, aMeeting(), as<PersonId>('stranger'), at('2016-08-20 10:00')),
    ).toEqual([]);
  });
});
