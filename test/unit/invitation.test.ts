// Invitations, read back with another parser than the library that writes them.

import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Invited, invitationFile } from '../../documents/invitation.ts';
import type { ConsultationFacts } from '../../domain/consultation/facts.ts';
import { as, type CampaignId, type ConsultationId, type Instant } from '../../domain/ids.ts';
import { at, dutyId, period } from '../support/builders.ts';

const MEETING: ConsultationFacts = {
  now: at('2016-08-24 09:00'),
  zone: 'Asia/Shanghai',
  id: as<ConsultationId>('loudi-2016/consultation/2016-08'),
  campaign: as<CampaignId>('loudi-2016'),
  campaignName: '娄底市互联网金融风险专项整治',
  group: '市地方金融风险监测预警联动工作领导小组',
  duty: { id: dutyId('consultation'), name: '领导小组会议（会商）', kind: 'consultation' },
  period: { id: period('2016-08'), kind: 'month', from: as('2016-08-01'), to: as('2016-08-31') },
  startsAt: at('2016-08-25 15:00'),
  minutesLong: 90,
  movedFrom: null,
  place: '市政府三楼; 第一会议室, 东侧',
  state: 'issued',
  reason: null,
  standing: 'ahead',
  topicsUntil: at('2016-08-23 09:00'),
  topics: [],
  agenda: [{ key: 'line:x', kind: 'line', text: '部署下阶段工作，含“回头看”\n及其他' }],
  issuedBy: '文书一',
  issuedAt: at('2016-08-23 10:00'),
  attendees: [],
  minutes: null,
};

const INVITED: Invited = {
  sequence: 0,
  method: 'request',
  organizer: { name: '文书一', email: 'wen@loudi.example' },
  attendee: { name: '安局长', email: 'an.head@loudi.example', coming: null },
};

function read(over: Partial<ConsultationFacts> = {}, invited: Partial<Invited> = {}) {
  const { text } = invitationFile({ ...MEETING, ...over }, { ...INVITED, ...invited });
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const component = calendar.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(component);
  const result = {
    text,
    calendar,
    event,
    component,
    method: calendar.getFirstPropertyValue('method'),
    startsAt: event.startDate.toUnixTime() * 1000,
    endsAt: event.endDate.toUnixTime() * 1000,
  };
  ICAL.TimezoneService.reset();
  return result;
}

describe('an invitation', () => {
  it('is a request that an independent parser reads in the zone of the campaign', () => {
    const { method, event, component, startsAt, endsAt, calendar } = read();
    expect(method).toBe('REQUEST');
    expect(component.getFirstProperty('dtstart')!.getParameter('tzid')).toBe('Asia/Shanghai');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
    expect(event.startDate.toString()).toBe('2016-08-25T15:00:00');
    expect(startsAt).toBe(MEETING.startsAt);
    expect(endsAt).toBe(at('2016-08-25 16:30'));
    expect(event.summary).toBe('市地方金融风险监测预警联动工作领导小组 领导小组会议（会商）');
    expect(event.location).toBe(MEETING.place);
    expect(event.description).toBe('1. 部署下阶段工作，含“回头看”\n及其他');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2016-08-24T01:00:00Z');
  });

  it('names the office as its organizer and the asker as the one who is asked', () => {
    const { component } = read();
    const organizer = component.getFirstProperty('organizer')!;
    expect(organizer.getFirstValue()).toBe('mailto:wen@loudi.example');
    expect(organizer.getParameter('cn')).toBe('文书一');
    const [attendee, ...others] = component.getAllProperties('attendee');
    expect(others).toEqual([]);
    expect(String(attendee!.getFirstValue()).toLowerCase()).toBe('mailto:an.head@loudi.example');
    expect(attendee!.getParameter('partstat')).toBe('NEEDS-ACTION');
    expect(attendee!.getParameter('rsvp')).toBe('TRUE');
  });

  it.each([
    [true, 'ACCEPTED'],
    [false, 'DECLINED'],
  ])('says what was answered (%s) as %s', (coming, partstat) => {
    const { component } = read({}, { attendee: { ...INVITED.attendee!, coming } });
    expect(component.getFirstProperty('attendee')!.getParameter('partstat')).toBe(partstat);
  });

  it('is updated under the same UID with a higher SEQUENCE', () => {
    const first = read();
    const moved = read({ startsAt: at('2016-08-26 10:00') }, { sequence: 1 });
    expect(moved.event.uid).toBe(first.event.uid);
    expect([first.event.sequence, moved.event.sequence]).toEqual([0, 1]);
    expect(moved.startsAt).toBe(at('2016-08-26 10:00'));
    expect(moved.method).toBe('REQUEST');
  });

  it('is withdrawn under the same UID, with the reason', () => {
    const { event, component, method } = read(
      { state: 'cancelled', reason: '与市委会议冲突' },
      { sequence: 2, method: 'cancel' },
    );
    expect(method).toBe('CANCEL');
    expect(event.uid).toBe(read().event.uid);
    expect(event.sequence).toBe(2);
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event.description).toContain('与市委会议冲突');
  });

  it('is tentative while the agenda is not issued', () => {
    expect(read({ state: 'planned' }).component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });

  it('asks nobody whose address is not known, and is published to them', () => {
    const { component, method } = read({}, { attendee: null });
    expect(method).toBe('PUBLISH');
    expect(component.getAllProperties('attendee')).toEqual([]);
    expect(component.getFirstProperty('organizer')).not.toBeNull();
  });

  it('does without an organizer where the office has no address', () => {
    const { component, method } = read({}, { organizer: null });
    expect(method).toBe('PUBLISH');
    expect(component.getFirstProperty('organizer')).toBeNull();
  });

  it('keeps lines within 75 octets and ends them as the standard wants', () => {
    const { text } = read();
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('in a zone whose clocks change', () => {
  const berlin = (local: string, instant: string) => {
    const startsAt = as<Instant>(Date.parse(instant));
    const result = read({ zone: 'Europe/Berlin', startsAt });
    expect(result.event.startDate.toString()).toBe(local);
    expect(result.startsAt).toBe(startsAt);
    return result;
  };

  it.each([
    ['the Friday before spring forward', '2016-03-25T15:00:00', '2016-03-25T14:00:00Z'],
    ['the Monday after it', '2016-03-28T15:00:00', '2016-03-28T13:00:00Z'],
    ['the Friday before autumn back', '2016-10-28T15:00:00', '2016-10-28T13:00:00Z'],
    ['the Monday after it', '2016-10-31T15:00:00', '2016-10-31T14:00:00Z'],
    ['New Year', '2017-01-02T09:00:00', '2017-01-02T08:00:00Z'],
  ])('the invitation means the same instant on %s', (_, local, instant) => {
    berlin(local, instant);
  });

  it('an update over the change keeps the hour of the day', () => {
    const before = berlin('2016-03-25T15:00:00', '2016-03-25T14:00:00Z');
    const after = berlin('2016-03-29T15:00:00', '2016-03-29T13:00:00Z');
    expect(after.startsAt - before.startsAt).toBe((4 * 24 - 1) * 3_600_000);
  });

  it('works west of Greenwich and at half hours too', () => {
    for (const [zone, instant] of [
      ['America/St_Johns', '2016-07-01T12:00:00Z'],
      ['Asia/Kolkata', '2016-07-01T12:00:00Z'],
      ['Australia/Sydney', '2016-01-15T01:00:00Z'],
    ] as const) {
      const startsAt = as<Instant>(Date.parse(instant));
      expect(read({ zone, startsAt }).startsAt).toBe(startsAt);
    }
  });
});
