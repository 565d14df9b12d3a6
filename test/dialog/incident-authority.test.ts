// Who may do what with an incident: every verb by every role, on an incident of their own unit and on another's. What is
// refused writes nothing and shows nothing of what is in it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../db/columns.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentVerb } from '../../domain/incident/facts.ts';
import type { ThingKind } from '../../domain/things.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  openDialog,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';
import { doneTo, giveIncident, incidentRow, onIncident } from '../support/dialog-incidents.ts';

const SECRET = '甲内容甲';
const REPORTER = '安警官';
const UNIT = ['安副手', '安局长'];
const OFFICE = ['文书一', '金主任'];
const LEADER = '周正';
const INSPECTOR = '督查员';
const STRANGER = '良商粮';
const ALL = [REPORTER, ...UNIT, ...OFFICE, LEADER, INSPECTOR, STRANGER];

type Act = Exclude<IncidentVerb, 'report' | 'list'>;
const MAY: Record<Act, string[]> = {
  show: [REPORTER, ...UNIT, ...OFFICE, LEADER, INSPECTOR],
  acknowledge: [...OFFICE, LEADER],
  follow_up: [REPORTER, ...UNIT, ...OFFICE],
  final: [REPORTER, ...UNIT, ...OFFICE],
  join: OFFICE,
};
const VERBS = Object.keys(MAY) as Act[];
const DID = {
  show: null,
  acknowledge: 'acknowledged',
  follow_up: 'follow_up',
  final: 'final',
  join: 'joined',
};
const each = (isAllowed: boolean) =>
  VERBS.flatMap((verb) =>
    ALL.filter((person) => MAY[verb].includes(person) === isAllowed).map((person) => [verb, person] as const),
  );

const KINDS = Object.keys(tables).filter((name) => name !== 'gate' && name !== 'auditChain') as ThingKind[];
async function everyRow({ store }: Dialog): Promise<string[]> {
  const rows = await Promise.all(KINDS.map((kind) => store.list(kind)));
  return rows.flatMap((some) => some.map((row) => JSON.stringify(row))).sort();
}

/** An earlier incident of another unit's, and one of 市公安局's. */
async function ready(dialog: Dialog): Promise<{ id: IncidentId; other: IncidentId }> {
  const other = await giveIncident(dialog, {}, '冷小江');
  return { id: await giveIncident(dialog, { what: SECRET, where: SECRET }, REPORTER), other };
}

const valuesFor = (verb: Act, other: IncidentId): Record<string, string> | undefined => {
  if (verb === 'join') return { other };
  return verb === 'follow_up' || verb === 'final' ? { text: '已处置' } : undefined;
};

describe('whoever may', () => {
  it.each(each(true))('%s: %s does it', async (verb, person) => {
    const dialog = await openDialog({ now: '2016-10-01 02:30' });
    try {
      const { id, other } = await ready(dialog);
      const shown = await doneTo(dialog, person, id, 'show');
      if (verb !== 'show') expect(shown.may).toContain(verb);
      expect((await doneTo(dialog, person, id, verb, valuesFor(verb, other))).did).toBe(DID[verb]);
    } finally {
      await dialog.close();
    }
  });
});

describe('whoever may not', () => {
  let dialog: Dialog;
  let id: IncidentId;
  let other: IncidentId;
  beforeAll(async () => {
    dialog = await openDialog({ now: '2016-10-01 02:30' });
    ({ id, other } = await ready(dialog));
  });
  afterAll(() => dialog.close());

  it.each(each(false))('%s: %s is refused, and nothing is written', async (verb, person) => {
    const before = await everyRow(dialog);
    const values = valuesFor(verb, other);
    const { no } = await incidentRow(dialog, id);
    const typed = { show: '查看', acknowledge: '收到', follow_up: '续报', final: '终报', join: '并入' }[verb];
    for (const outcome of [
      await onIncident(dialog, person, id, verb),
      await onIncident(dialog, person, id, verb, values, { key: `V1:${person}` }),
      await dialog.say(person, `急报 ${typed} ${no} ${values?.text ?? ''}`),
    ]) {
      expect(expectRefused(outcome, 'incident_not_yours')).toMatchObject({ verb, contact: ['文书一'] });
      expect(JSON.stringify(outcome)).not.toContain(SECRET);
    }
    expect(await everyRow(dialog)).toEqual(before);
  });

  it('sees another unit’s in no list', async () => {
    expect(expectKind(await dialog.say(STRANGER, '急报 列表'), 'incidents').incidents).toEqual([]);
    const own = expectKind(await dialog.say('冷小江', '急报 列表'), 'incidents').incidents;
    expect(own.map((incident) => incident.id)).toEqual([other]);
    for (const person of [...OFFICE, LEADER, INSPECTOR]) {
      const all = expectKind(await dialog.say(person, '急报 列表'), 'incidents').incidents;
      expect(all.map((incident) => incident.id)).toEqual([id, other]);
    }
  });

  it('is told by no form what stands in it', async () => {
    for (const verb of VERBS)
      expect(JSON.stringify(await onIncident(dialog, STRANGER, id, verb))).not.toContain(SECRET);
  });
});

describe('a role that changes while a button or a form is open', () => {
  it('counts as it is when it is pressed', async () => {
    const dialog = await openDialog({ now: '2016-10-01 02:30' });
    try {
      const { id } = await ready(dialog);
      await dialog.redefine(withoutPerson('安副手'));
      expectRefused(await onIncident(dialog, '安副手', id, 'final', { text: '完' }), 'incident_not_yours');
      await dialog.redefine(withPosting('督查员', { role: 'deputy_leader' }));
      expect((await doneTo(dialog, '督查员', id, 'acknowledge')).did).toBe('acknowledged');
    } finally {
      await dialog.close();
    }
  });

  it('leaves the reporter their own incident', async () => {
    const dialog = await openDialog({ now: '2016-10-01 02:30' });
    try {
      const { id } = await ready(dialog);
      await dialog.redefine(withoutPerson(REPORTER));
      expect((await doneTo(dialog, REPORTER, id, 'follow_up', { text: '又一批' })).did).toBe('follow_up');
      expect(expectKind(await dialog.say(REPORTER, '急报 查看'), 'incident').incident.id).toBe(id);
    } finally {
      await dialog.close();
    }
  });

  it('lets whoever was called out answer, in whatever role', async () => {
    const dialog = await openDialog({ now: '2016-10-01 02:30' });
    try {
      await dialog.redefine((campaign) => ({ ...campaign, incidentOrder: ['inspector', 'leader'] }));
      const id = await giveIncident(dialog);
      expect((await doneTo(dialog, INSPECTOR, id, 'acknowledge')).did).toBe('acknowledged');
    } finally {
      await dialog.close();
    }
  });
});
