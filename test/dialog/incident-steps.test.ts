// What follows a first report: it is taken, followed up, closed, joined to another. Each step is written down, told at once to
// those who were told before, and the second of two who do it at once hears what the first did.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insert, move } from '../../domain/change.ts';
import { as, type IncidentId, type MessageId } from '../../domain/ids.ts';
import { at } from '../support/builders.ts';
import { type Dialog, expectKind, expectRefused, openDialog } from '../support/dialog.ts';
import {
  doneTo,
  giveIncident,
  incidentRow,
  onIncident,
  REPORTER,
  timelineOf,
  toldOf,
} from '../support/dialog-incidents.ts';

let dialog: Dialog;
let id: IncidentId;
beforeEach(async () => {
  dialog = await openDialog({ now: '2016-10-01 02:30' });
  id = await giveIncident(dialog);
});
afterEach(() => dialog.close());

const kindsOf = async (incident: IncidentId) => (await timelineOf(dialog, incident)).map(({ kind }) => kind);
const told = async (incident: IncidentId, no: number) => (await toldOf(dialog, incident, no)).join(' ');

describe('acknowledging', () => {
  it('is said to all who were told and to the reporter, and ends the calling', async () => {
    await dialog.until('2016-10-01 02:40');
    await dialog.until('2016-10-01 02:53');
    const { incident, did, told: people, may } = await doneTo(dialog, '周正', id, 'acknowledge');
    expect(incident).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: '周正',
      acknowledgedAt: at('2016-10-01 02:53'),
      escalations: 2,
      called: ['文书一', '金主任', '周正'],
      nextCallAt: null,
    });
    expect([did, may]).toEqual(['acknowledged', []]);
    expect(people.map(({ name }) => name).sort()).toEqual(['冷小江', '文书一', '金主任'].sort());
    expect(await told(id, 4)).toBe(['冷小江', '文书一', '金主任'].sort().join(' '));
    await dialog.until('2016-10-09 12:00');
    expect((await incidentRow(dialog, id)).escalations).toBe(2);
  });

  it('is done by the first; the second hears by whom and when', async () => {
    const [first, second] = await Promise.all([
      onIncident(dialog, '文书一', id, 'acknowledge'),
      onIncident(dialog, '周正', id, 'acknowledge'),
    ]);
    const [taken, late] = first.kind === 'incident' ? [first, second] : [second, first];
    const { acknowledgedBy } = expectKind(taken, 'incident').incident;
    expect(expectRefused(late, 'incident_state').incident).toMatchObject({
      acknowledgedBy,
      acknowledgedAt: at('2016-10-01 02:30'),
    });
    expect(await kindsOf(id)).toEqual(['first', 'acknowledged']);
  });

  it('pressed twice with one key is done once', async () => {
    const press = () => onIncident(dialog, '文书一', id, 'acknowledge', undefined, { key: 'B1' });
    expect(await press()).toEqual(await press());
    expect(await kindsOf(id)).toEqual(['first', 'acknowledged']);
  });

  it('in the same moment as the next call: either the call stands first, or there is none', async () => {
    dialog.clock.setCampaign(at('2016-10-01 02:40'));
    await Promise.all([dialog.until('2016-10-01 02:40'), onIncident(dialog, '文书一', id, 'acknowledge')]);
    const kinds = await kindsOf(id);
    expect([
      ['first', 'acknowledged'],
      ['first', 'called', 'acknowledged'],
    ]).toContainEqual(kinds);
    expect(await incidentRow(dialog, id)).toMatchObject({ nextStepAt: null, escalations: kinds.length - 2 });
  });

  it('updates every message in which the incident was shown', async () => {
    const [intent] = await dialog.store.list('intent', { where: { about: id } });
    const { message } = await bound(intent!.id);
    await doneTo(dialog, '文书一', id, 'acknowledge');
    const [update] = await dialog.store.list('message', { where: { updates: message } });
    expect(update).toMatchObject({ operation: 'update', state: 'pending', id: `update:${message}:${id}@2` });
  });
});

/** The intent as delivery binds it to a message. */
async function bound(intentId: string) {
  const intent = (await dialog.store.find('intent', intentId))!;
  const message = as<MessageId>('m1');
  await dialog.store.commit([
    move('intent', intent, { state: 'bound', message }),
    insert('message', {
      id: message,
      campaign: intent.campaign,
      target: { kind: 'person', person: intent.recipient },
      operation: 'post',
      updates: null,
      after: null,
      content: { kind: 'told', zone: 'Asia/Shanghai', at: dialog.clock.campaign(), items: [] },
      state: 'sent',
      reason: null,
      attempts: 1,
      createdAt: dialog.clock.campaign(),
      sentAt: dialog.clock.campaign(),
      notBefore: 0,
      leaseUntil: 0,
      doubtSince: null,
      channelId: as('D1'),
      ts: '1.1',
    }),
  ]);
  return { message };
}

describe('a follow-up', () => {
  it('is told at once to everybody told so far, except who wrote it, and leaves the calling alone', async () => {
    await dialog.until('2016-10-01 02:40');
    await dialog.until('2016-10-01 02:45');
    const { incident, did } = await doneTo(dialog, REPORTER, id, 'follow_up', { text: ' 人群已散去一半 ' });
    expect([did, incident.entries.at(-1)]).toEqual([
      'follow_up',
      {
        no: 3,
        kind: 'follow_up',
        by: REPORTER,
        at: at('2016-10-01 02:45'),
        text: '人群已散去一半',
        other: null,
      },
    ]);
    expect(await told(id, 3)).toBe(['周正', '文书一', '金主任'].sort().join(' '));
    expect(incident).toMatchObject({ state: 'open', nextCallAt: at('2016-10-01 02:50') });
  });

  it('by the office reaches the reporter', async () => {
    await doneTo(dialog, '金主任', id, 'follow_up', { text: '市里已派人' });
    expect(await told(id, 2)).toBe([REPORTER, '周正', '文书一'].sort().join(' '));
  });

  it('after the final report is kept and told, and reopens nothing', async () => {
    await doneTo(dialog, REPORTER, id, 'final', { text: '已处置完毕' });
    const { incident } = await doneTo(dialog, REPORTER, id, 'follow_up', { text: '又有五人到场' });
    expect(incident.state).toBe('closed');
    expect(await told(id, 3)).toBe(['周正', '文书一'].sort().join(' '));
  });

  it.each(['follow_up', 'final'] as const)(
    '%s asks for its text, and comes back with what was typed',
    async (verb) => {
      const asked = expectKind(await onIncident(dialog, REPORTER, id, verb), 'ask_form');
      expect(asked.form).toMatchObject({ form: `incident_${verb}`, values: {}, incident: { id } });
      for (const [text, kind] of [
        [' ', 'required'],
        ['绝密 名单', 'classified'],
        ['长'.repeat(3001), 'too_long'],
      ] as const) {
        const { form } = expectRefused(await onIncident(dialog, REPORTER, id, verb, { text }), 'form');
        expect(form).toMatchObject({ values: { text }, problems: [{ field: 'text', kind }] });
      }
      expect(await kindsOf(id)).toEqual(['first']);
    },
  );

  it('two at once both stand, one after the other', async () => {
    await Promise.all([
      onIncident(dialog, REPORTER, id, 'follow_up', { text: '甲' }),
      onIncident(dialog, '文书一', id, 'follow_up', { text: '乙' }),
    ]);
    const entries = await timelineOf(dialog, id);
    expect(entries.map(({ no, kind }) => `${no} ${kind}`)).toEqual(['1 first', '2 follow_up', '3 follow_up']);
    expect(entries.map(({ text }) => text).sort()).toEqual(['', '乙', '甲'].sort());
  });
});

describe('a final report', () => {
  it('closes, is told, and ends the calling though nobody acknowledged', async () => {
    const { incident, may } = await doneTo(dialog, REPORTER, id, 'final', { text: '已处置完毕' });
    expect(incident).toMatchObject({ state: 'closed', acknowledgedBy: null, nextCallAt: null });
    expect(may).toEqual(['follow_up']);
    expect(await told(id, 2)).toBe(['周正', '文书一'].sort().join(' '));
    await dialog.until('2016-10-01 12:00');
    expect((await incidentRow(dialog, id)).escalations).toBe(0);
  });

  it('is written once; neither it nor an acknowledgement follows it', async () => {
    await doneTo(dialog, REPORTER, id, 'final', { text: '已处置完毕' });
    for (const [person, verb] of [
      [REPORTER, 'final'],
      ['文书一', 'acknowledge'],
    ] as const) {
      const refusal = expectRefused(await onIncident(dialog, person, id, verb), 'incident_state');
      expect(refusal).toMatchObject({ verb, incident: { state: 'closed' } });
    }
  });
});

describe('joining', () => {
  let later: IncidentId;
  beforeEach(async () => {
    await dialog.until('2016-10-01 02:35');
    later = await giveIncident(dialog, { what: '群众聚集' }, '安警官');
  });

  it('asks which other one, and joins the later to the earlier, whichever is named first', async () => {
    const asked = expectKind(await onIncident(dialog, '文书一', id, 'join'), 'ask_form');
    expect(asked.form).toMatchObject({ form: 'incident_join', incident: { id }, choices: [{ id: later }] });
    const { incident, did } = await doneTo(dialog, '文书一', id, 'join', { other: later });
    expect([did, incident]).toMatchObject(['joined', { id: later, joinedTo: { no: 1 }, nextCallAt: null }]);
    expect(incident.entries.at(-1)).toMatchObject({ kind: 'joined', by: '文书一', other: { no: 1 } });
    const main = (await doneTo(dialog, '文书一', id, 'show')).incident;
    expect(main).toMatchObject({ joinedTo: null, joined: [{ no: 2 }] });
    expect(main.entries.at(-1)).toMatchObject({ kind: 'joined', other: { no: 2 } });
  });

  it('tells those who know the later one, and both reporters, and deletes nothing', async () => {
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    expect(await told(later, 2)).toBe(['周正', '安警官'].sort().join(' '));
    expect(await told(id, 2)).toBe(REPORTER);
    expect((await incidentRow(dialog, later)).what).toBe('群众聚集');
    expect(await kindsOf(later)).toEqual(['first', 'joined']);
  });

  it('ends the calling for the later one alone', async () => {
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    await dialog.until('2016-10-01 02:50');
    expect((await incidentRow(dialog, later)).escalations).toBe(0);
    expect((await incidentRow(dialog, id)).escalations).toBe(1);
  });

  it('passes follow-ups and an acknowledgement to the earlier one', async () => {
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    const shown = await doneTo(dialog, '安警官', later, 'follow_up', { text: '带离两人' });
    // Another unit's report is not theirs to see.
    expect([shown.incident.id, shown.did]).toEqual([later, 'follow_up']);
    expect((await timelineOf(dialog, id)).at(-1)).toMatchObject({ kind: 'follow_up', text: '带离两人' });
    expect(await told(id, 3)).toBe([REPORTER, '周正', '文书一'].sort().join(' '));
    const taken = await doneTo(dialog, '周正', later, 'acknowledge');
    expect(taken.incident).toMatchObject({ id, acknowledgedBy: '周正' });
    expect(await incidentRow(dialog, later)).toMatchObject({ state: 'acknowledged', nextStepAt: null });
    expect(await told(later, 3)).toBe('安警官');
  });

  it('closes the later with the earlier, and lets no final report be written under the later', async () => {
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    const refusal = expectRefused(
      await onIncident(dialog, '安警官', later, 'final', { text: '完' }),
      'incident_state',
    );
    expect(refusal.incident.joinedTo).toMatchObject({ no: 1 });
    await doneTo(dialog, REPORTER, id, 'final', { text: '甲内容甲' });
    expect((await incidentRow(dialog, later)).state).toBe('closed');
    expect((await timelineOf(dialog, later)).map(({ text }) => text).join('')).not.toContain('甲内容甲');
  });

  it('to one that somebody has taken already ends the calling with that', async () => {
    await doneTo(dialog, '周正', id, 'acknowledge');
    const { incident } = await doneTo(dialog, '文书一', later, 'join', { other: id });
    expect(incident).toMatchObject({ state: 'acknowledged', acknowledgedBy: '周正', nextCallAt: null });
  });

  it.each([
    ['itself', () => id],
    ['one that there is not', () => '99'],
    ['no number at all', () => '那一件'],
  ])('refuses %s, with what was typed', async (_, other) => {
    const { form } = expectRefused(
      await onIncident(dialog, '文书一', id, 'join', { other: other() }),
      'form',
    );
    expect(form).toMatchObject({
      values: { other: other() },
      problems: [{ field: 'other', kind: 'not_a_choice' }],
    });
    expect(await kindsOf(id)).toEqual(['first']);
  });

  it('refuses what is joined already, from either side, so that no circle comes of it', async () => {
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    for (const [incident, other] of [
      [id, later],
      [later, id],
    ] as const) {
      const outcome = await onIncident(dialog, '文书一', incident, 'join', { other });
      expect(expectRefused(outcome, 'incident_state').incident.id).toBe(later);
    }
  });

  it('of three leads from the last to the first', async () => {
    await dialog.until('2016-10-01 02:36');
    const third = await giveIncident(dialog, {}, '周正');
    await doneTo(dialog, '文书一', third, 'join', { other: later });
    await doneTo(dialog, '文书一', later, 'join', { other: id });
    await doneTo(dialog, '文书一', third, 'acknowledge');
    for (const each of [id, later, third])
      expect((await incidentRow(dialog, each)).state).toBe('acknowledged');
    expect(await kindsOf(id)).toEqual(['first', 'joined', 'acknowledged']);
  });

  it('twice at once is done once', async () => {
    const both = await Promise.all([
      onIncident(dialog, '文书一', later, 'join', { other: id }),
      onIncident(dialog, '金主任', id, 'join', { other: later }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['incident', 'refused']);
    expect(await kindsOf(later)).toEqual(['first', 'joined']);
  });

  it('is not possible while there is no other', async () => {
    const single = await openDialog({ now: '2016-10-01 02:30' });
    try {
      const only = await giveIncident(single);
      expectRefused(await onIncident(single, '文书一', only, 'join'), 'no_such_incident');
    } finally {
      await single.close();
    }
  });
});
