// Whom an incident calls out, and when: the order, the rounds, leave, outages; and, for whatever order of ticks and
// acknowledgements, that no call is made too early, twice, or after somebody took it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../domain/campaign.ts';
import type { Change } from '../../domain/change.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { decideStep } from '../../domain/incident/decide.ts';
import { calloutOrder, isCalling, planIncident } from '../../domain/incident/plan.ts';
import type { IncidentRow } from '../../domain/incident/things.ts';
import type { LeaveRow } from '../../domain/things.ts';
import { civilOf } from '../../domain/zone.ts';
import { aCampaign, aPosting, at, unitId } from '../support/builders.ts';
import {
  aLeave,
  entriesOf,
  mailboxOf,
  NIGHT,
  peopleTold,
  reported,
  standingAfter,
  toldBy,
  viewAt,
  who,
} from '../support/incident-row.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;
const clockOf = (instant: Instant): string => {
  const { date, time } = civilOf(instant, ZONE);
  return `${date.slice(5)} ${time}`;
};

/** Plans the row each minute until a moment: who was called when. */
function callsUntil(moment: string, first: IncidentRow, campaign?: Campaign, leaves?: LeaveRow[]): string[] {
  let row = first;
  const calls: string[] = [];
  const end = at(moment);
  for (let now = row.at; now <= end; now = as<Instant>(Math.max(now + MINUTE_MS, row.nextStepAt ?? 0))) {
    const changes = planIncident(viewAt(now, campaign, leaves), row);
    const called = toldBy(changes).filter(({ notice }) => notice.kind === 'incident' && notice.call);
    calls.push(...called.map(({ recipient }) => `${clockOf(now)} ${mailboxOf(recipient)}`));
    row = standingAfter(row, changes);
  }
  return calls;
}

describe('the call-out order', () => {
  it('is the roles of incident_order, with people in file order', () => {
    const order = calloutOrder(viewAt(at(NIGHT)).presence, aCampaign());
    expect(order.map(mailboxOf)).toEqual(['wen', 'jin', 'zhou.zheng']);
  });

  it('follows the campaign file, and names nobody twice', () => {
    const also = aPosting({
      person: who('jin'),
      name: '金主任',
      role: 'deputy_leader',
      email: 'jin@loudi.example',
    });
    const campaign = aCampaign({
      incidentOrder: ['leader', 'deputy_leader', 'office_director'],
      people: [...aCampaign().people, also],
    });
    const order = calloutOrder(viewAt(at(NIGHT), campaign).presence, campaign);
    expect(order.map(mailboxOf)).toEqual(['zhou.zheng', 'jin']);
  });

  it('leaves out who is on leave that day, and who is not in Slack', () => {
    const { presence } = viewAt(at(NIGHT), aCampaign(), [aLeave(who('jin'), '2016-10-01', '2016-10-07')]);
    const here = { ...presence, unreachable: new Set([who('wen')]) };
    expect(calloutOrder(here, aCampaign()).map(mailboxOf)).toEqual(['zhou.zheng']);
  });

  it('of people who are all on leave, or are the reporter, is those on leave: somebody must hear of it', () => {
    const leaves = ['wen', 'jin'].map((mailbox) => aLeave(who(mailbox), '2016-10-01', '2016-10-07'));
    const { presence } = viewAt(at(NIGHT), aCampaign(), leaves);
    const order = calloutOrder(presence, aCampaign(), who('zhou.zheng'));
    expect(order.map(mailboxOf)).toEqual(['wen', 'jin']);
  });
});

describe('a first report', () => {
  it('is told at any hour to the office staff and the leaders, and calls the first on the list', () => {
    const { changes, row } = reported();
    expect(peopleTold(changes)).toEqual(['wen!', 'zhou.zheng']);
    expect(toldBy(changes).map(({ slotAt }) => slotAt)).toEqual([at(NIGHT), at(NIGHT)]);
    expect(toldBy(changes)[0]).toMatchObject({
      id: 'incident:loudi-2016/incident/2016/1:entry-1:wen@loudi.example',
      bundle: 'incident:loudi-2016/incident/2016/1:1',
      about: 'loudi-2016/incident/2016/1',
    });
    expect(row).toMatchObject({ no: 1, year: 2016, escalations: 0, called: [who('wen')] });
    expect(row.nextStepAt).toBe(at('2016-10-01 02:40'));
  });

  it('is told to the director when nobody of the staff is there', () => {
    const leaves = [aLeave(who('wen'), '2016-10-01', '2016-10-07')];
    const { changes } = reported(NIGHT, 'leng', viewAt(at(NIGHT), aCampaign(), leaves));
    expect(peopleTold(changes)).toEqual(['jin!', 'zhou.zheng']);
  });

  it('is told to all who are on leave when nobody else is left, and calls them in order', () => {
    const leaves = ['wen', 'jin', 'zhou.zheng'].map((mailbox) =>
      aLeave(who(mailbox), '2016-10-01', '2016-10-07'),
    );
    const { changes, row } = reported(NIGHT, 'leng', viewAt(at(NIGHT), aCampaign(), leaves));
    expect(peopleTold(changes)).toEqual(['wen!', 'jin', 'zhou.zheng']);
    expect(callsUntil('2016-10-01 02:50', row, aCampaign(), leaves)).toEqual([
      '10-01 02:40 jin',
      '10-01 02:50 zhou.zheng',
    ]);
  });

  it('is told to the first on the list whoever that is', () => {
    const campaign = aCampaign({ incidentOrder: ['inspector', 'leader'] });
    const { changes } = reported(NIGHT, 'leng', viewAt(at(NIGHT), campaign));
    expect(peopleTold(changes)).toEqual(['ducha!', 'wen', 'zhou.zheng']);
  });

  it('by somebody on the list goes to the others: the director for the only one of the staff', () => {
    const { changes, row } = reported(NIGHT, 'wen');
    expect(peopleTold(changes)).toEqual(['jin!', 'zhou.zheng']);
    expect(callsUntil('2016-10-01 03:00', row)).toEqual([
      '10-01 02:40 zhou.zheng',
      '10-01 02:50 jin',
      '10-01 03:00 zhou.zheng',
    ]);
  });

  it('is taken where nobody can be told, and asks again whether somebody can', () => {
    const campaign = aCampaign({ people: aCampaign().people.filter(({ role }) => role === 'liaison') });
    const { row, changes } = reported(NIGHT, 'leng', viewAt(at(NIGHT), campaign));
    expect(peopleTold(changes)).toEqual([]);
    const later = standingAfter(row, planIncident(viewAt(row.nextStepAt!, campaign), row));
    expect(later).toMatchObject({ escalations: 0, entries: 1, nextStepAt: at('2016-10-01 02:50') });
    const present = planIncident(viewAt(later.nextStepAt!), later);
    expect(peopleTold(present)).toEqual(['wen!']);
  });

  it('draws its number from the year of the campaign’s own clock', () => {
    expect(reported('2016-12-31 23:59').row.id).toBe('loudi-2016/incident/2016/1');
    expect(reported('2017-01-01 00:00').row.id).toBe('loudi-2016/incident/2017/1');
  });
});

describe('while nobody acknowledges', () => {
  it('calls one after the other, three times through the list, then the whole list each morning, holiday or not', () => {
    expect(callsUntil('2016-10-03 12:00', reported().row)).toEqual([
      '10-01 02:40 jin',
      '10-01 02:50 zhou.zheng',
      '10-01 03:00 wen',
      '10-01 03:10 jin',
      '10-01 03:20 zhou.zheng',
      '10-01 03:30 wen',
      '10-01 03:40 jin',
      '10-01 03:50 zhou.zheng',
      ...['10-01', '10-02', '10-03'].flatMap((day) =>
        ['wen', 'jin', 'zhou.zheng'].map((person) => `${day} 08:30 ${person}`),
      ),
    ]);
  });

  it('tells the reporter once, with the last call of the third round, that nobody answered', () => {
    let { row } = reported();
    const told: string[] = [];
    while (row.escalations < 11) {
      const changes = planIncident(viewAt(row.nextStepAt!), row);
      told.push(...peopleTold(changes).map((person) => `${clockOf(row.nextStepAt!)} ${person}`));
      row = standingAfter(row, changes);
    }
    expect(told.filter((line) => line.endsWith('leng'))).toEqual(['10-01 03:50 leng']);
  });

  it('waits as long as the campaign file says', () => {
    const campaign = aCampaign({ incidentMinutes: 25 });
    const { row } = reported(NIGHT, 'leng', viewAt(at(NIGHT), campaign));
    expect(callsUntil('2016-10-01 03:25', row, campaign)).toEqual([
      '10-01 02:55 jin',
      '10-01 03:20 zhou.zheng',
    ]);
  });

  it('writes each call down, with a number of its own and who was called', () => {
    const { row } = reported();
    const changes = planIncident(viewAt(row.nextStepAt!), row);
    expect(entriesOf(changes)).toEqual([
      expect.objectContaining({ id: `${row.id}#2`, no: 2, kind: 'called', by: null, person: who('jin') }),
    ]);
    expect(standingAfter(row, changes)).toMatchObject({
      escalations: 1,
      entries: 2,
      called: [who('wen'), who('jin')],
    });
  });

  it('makes one call after an outage of several lengths, and waits the whole length again', () => {
    const { row } = reported();
    const changes = planIncident(viewAt(at('2016-10-01 05:17')), row);
    expect(peopleTold(changes)).toEqual(['jin!']);
    expect(standingAfter(row, changes)).toMatchObject({ escalations: 1, nextStepAt: at('2016-10-01 05:27') });
  });

  it('calls next who came back from leave, and nobody whose leave began', () => {
    const leaves = [
      aLeave(who('wen'), '2016-10-02', '2016-10-07'),
      aLeave(who('jin'), '2016-10-01', '2016-10-01'),
    ];
    const { row } = reported('2016-10-01 23:45', 'leng', viewAt(at('2016-10-01 23:45'), aCampaign(), leaves));
    expect(callsUntil('2016-10-02 00:25', row, aCampaign(), leaves)).toEqual([
      '10-01 23:55 zhou.zheng',
      '10-02 00:05 jin',
      '10-02 00:15 jin',
      '10-02 00:25 zhou.zheng',
    ]);
  });

  it('calls somebody new with all others, once the list was called through', () => {
    const people = aCampaign().people;
    const newcomer = aPosting({
      name: '文书二',
      role: 'office_staff',
      email: 'wen2@loudi.example',
      unit: unitId('jrb'),
    });
    let row = reported().row;
    while (row.escalations < 11) row = standingAfter(row, planIncident(viewAt(row.nextStepAt!), row));
    const changes = planIncident(viewAt(row.nextStepAt!, aCampaign({ people: [...people, newcomer] })), row);
    expect(peopleTold(changes)).toEqual(['wen!', 'wen2!', 'jin!', 'zhou.zheng!']);
  });

  it('calls nobody before the time, and nobody when planned once more at the same moment', () => {
    const { row } = reported();
    expect(planIncident(viewAt(at('2016-10-01 02:39')), row)).toEqual([]);
    const next = standingAfter(row, planIncident(viewAt(row.nextStepAt!), row));
    expect(planIncident(viewAt(row.nextStepAt!), next)).toEqual([]);
  });

  it.each([
    ['acknowledged', { state: 'acknowledged' as const }],
    ['closed', { state: 'closed' as const }],
    ['joined to another', { joinedTo: as<IncidentRow['id']>('other') }],
  ])('stops for one that is %s', (_, over) => {
    const row = { ...reported().row, ...over };
    const changes = planIncident(viewAt(row.nextStepAt!), row);
    expect(toldBy(changes)).toEqual([]);
    expect(standingAfter(row, changes).nextStepAt).toBeNull();
  });
});

// ---- whatever happens in whatever order

type Event = {
  after: number;
  what: 'tick' | 'acknowledge' | 'follow_up' | 'final' | 'wen_away' | 'wen_back';
};
const events = fc.array(
  fc.record({
    after: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 15 }) },
      fc.integer({ min: 0, max: 3000 }),
    ),
    what: fc.oneof(
      { weight: 12, arbitrary: fc.constant('tick' as const) },
      fc.constantFrom<Event['what']>('acknowledge', 'follow_up', 'final', 'wen_away', 'wen_back'),
    ),
  }),
  { maxLength: 80 },
);

type Lived = {
  row: IncidentRow;
  calls: { at: Instant; to: string; key: string }[];
  all: Change[];
  takenAt: Instant | null;
};

function live(happening: readonly Event[], minutes: number): Lived {
  const campaign = aCampaign({ incidentMinutes: minutes });
  const begin = at('2016-09-30 16:00');
  const first = reported('2016-09-30 16:00', 'leng', viewAt(begin, campaign));
  const lived: Lived = { row: first.row, calls: [], all: [...first.changes], takenAt: null };
  let now = begin;
  let leaves: LeaveRow[] = [];
  const take = (changes: readonly Change[]) => {
    lived.row = standingAfter(lived.row, changes);
    lived.all.push(...changes);
    for (const { id, recipient, notice } of toldBy(changes))
      if (notice.kind === 'incident' && notice.call) lived.calls.push({ at: now, to: recipient, key: id });
  };
  const step = (kind: 'acknowledged' | 'final' | 'follow_up') => {
    const acting = { campaign: campaign.id, by: who('jin'), at: now };
    const following = { campaign, acting, row: lived.row, told: [], shown: [], joined: [] };
    take(decideStep(following, { kind, text: '' }).changes);
    if (kind !== 'follow_up') lived.takenAt ??= now;
  };
  for (const { after: later, what } of happening) {
    now = as<Instant>(now + later * MINUTE_MS);
    if (what === 'wen_away') leaves = [aLeave(who('wen'), '2016-01-01', '2017-12-31')];
    else if (what === 'wen_back') leaves = [];
    else if (what === 'acknowledge' && lived.row.state === 'open') step('acknowledged');
    else if (what === 'final' && lived.row.state !== 'closed') step('final');
    else if (what === 'follow_up') step('follow_up');
    else if (lived.row.nextStepAt !== null && lived.row.nextStepAt <= now)
      take(planIncident(viewAt(now, campaign, leaves), lived.row));
  }
  return lived;
}

describe('whatever happens in whatever order', () => {
  const property = (holds: (lived: Lived, minutes: number, happening: Event[]) => void) =>
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 240 }), (happening, minutes) =>
        holds(live(happening, minutes), minutes, happening),
      ),
      { numRuns: 400 },
    );

  it('at least one whole length lies between two calls', () => {
    property(({ calls }, minutes) => {
      const moments = [at('2016-09-30 16:00'), ...new Set(calls.map((call) => call.at))];
      moments.slice(1).forEach((moment, index) => {
        expect(moment - moments[index]!).toBeGreaterThanOrEqual(minutes * MINUTE_MS);
      });
    });
  });

  it('nobody is called once somebody took it or it is closed', () => {
    property(({ calls, takenAt, row }) => {
      expect(isCalling(row)).toBe(takenAt === null);
      if (takenAt === null) return;
      expect(calls.every((call) => call.at <= takenAt)).toBe(true);
      expect(row.nextStepAt).toBeNull();
    });
  });

  it('one is called at a time until the list was called three times through, then each once', () => {
    property(({ calls }) => {
      const sizes = [...new Set(calls.map((call) => call.at))].map(
        (moment) => calls.filter((call) => call.at === moment).length,
      );
      const whole = sizes.findIndex((size) => size > 1);
      if (whole >= 0) expect(sizes.slice(0, whole).length).toBeGreaterThanOrEqual(5);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
    });
  });

  it('the row counts the calls really made, and its timeline has no gap', () => {
    property(({ row, calls, all }) => {
      expect(row.escalations).toBe(calls.length);
      expect(row.called.slice(1)).toEqual(calls.map(({ to }) => to));
      const entries = entriesOf(all);
      expect(entries.map(({ no }) => no)).toEqual(entries.map((_, index) => index + 1));
      expect(row.entries).toBe(entries.length);
      expect(entries.filter(({ kind }) => kind === 'called')).toHaveLength(calls.length);
    });
  });

  it('a call that is due is made by the next tick', () => {
    property((lived, minutes, happening) => {
      if (lived.row.nextStepAt === null) return;
      const further = live([...happening, { after: 20_000, what: 'tick' }], minutes);
      expect(further.calls.length).toBeGreaterThan(lived.calls.length);
    });
  });
});
