// Where what is told of an incident stands: what follows is in the thread of the message that first told this person, at
// any hour; and it is told alone rather than lost when that message never arrived.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentVerb } from '../../domain/incident/facts.ts';
import type { Fate } from '../support/recording-sender.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  // The night of a holiday, on which nothing else is told.
  world = await aWorld(fresh.store, { from: '2016-10-02 02:30' });
  world.news();
});
afterEach(() => fresh.close());

const REPORT = {
  what: '负责人失联，百余人聚集',
  where: '乐坪大道',
  amount: '',
  people: '',
  done: '',
  phoned: '周正',
};

async function report(): Promise<IncidentId> {
  await world.press('安警官', 'incident', { verb: 'report', values: REPORT });
  return (await world.store.list('incident'))[0]!.id;
}

const on = (person: string, incident: IncidentId, verb: IncidentVerb, text?: string) =>
  world.press(person, 'incident', { incident, verb, ...(text !== undefined && { values: { text } }) });

/** Everything sent to one person since the last look, with `>` for what stands in a thread. */
const toldTo = (name: string) => {
  const from = world.sent.findIndex(({ said }) => said.some((one) => one.startsWith('incident')));
  return world.sent
    .slice(from)
    .filter(({ to, isUpdate }) => to === name && !isUpdate)
    .map(({ said, isInThread }) => `${isInThread ? '> ' : ''}${said.join(' + ')}`);
};

it('puts what follows under the first telling, for each who was told', async () => {
  const incident = await report();
  await on('文书一', incident, 'acknowledge');
  await on('安警官', incident, 'follow_up', '现场已控制');
  await on('安警官', incident, 'final', '已平息');
  expect(toldTo('周正')).toEqual([
    'incident first 1',
    '> incident acknowledged 1',
    '> incident follow_up 1',
    '> incident final 1',
  ]);
  const keys = world.sender.arrived
    .filter(({ threadTs }) => threadTs !== null)
    .map(({ threadTs }) => threadTs);
  const first = world.sender.arrived.map(({ ts }) => ts);
  expect(keys.every((ts) => first.includes(ts!))).toBe(true);
});

it('shows on every card who took it', async () => {
  const incident = await report();
  await on('文书一', incident, 'acknowledge');
  const updated = world.sent.filter(({ isUpdate, to }) => isUpdate && to === '周正');
  expect(updated.map(({ said }) => said)).toEqual([['incident first 1']]);
  expect(JSON.stringify(updated[0]!.content)).toContain('"acknowledgedBy":"文书一"');
});

it('tells an incident at once, at any hour, and calls again without waiting for the morning', async () => {
  await report();
  expect(world.news().every((line) => line.startsWith('10-02 02:30'))).toBe(true);
  await world.liveUntil('2016-10-02 02:45');
  const isCall = (line: string) => line.endsWith('call') && !line.includes('~');
  expect(world.news().filter(isCall)).toEqual(['10-02 02:40 金主任: incident called 1 call']);
});

it('calls in a message of its own, so that it rings, and shows the call on the other cards', async () => {
  await report();
  await world.liveUntil('2016-10-02 02:50');
  expect(toldTo('周正')).toEqual(['incident first 1', 'incident called 1 call']);
  const updated = world.sent.findLast(({ isUpdate, to }) => isUpdate && to === '文书一');
  expect(JSON.stringify(updated!.content)).toContain('"called":["文书一","金主任","周正"]');
});

it('does not call when somebody has taken it before the call goes out', async () => {
  const incident = await report();
  const none: Fate = { kind: 'not_sent', retryAtMs: 0 };
  world.sender.decide(() => none);
  await world.liveUntil('2016-10-02 02:40');
  world.sender.decide(() => null);
  await on('文书一', incident, 'acknowledge');
  expect(toldTo('金主任').filter((line) => line.includes('called'))).toEqual([]);
  const [call] = (await world.store.list('intent')).filter(({ id }) => id.includes('entry-2'));
  expect(call).toMatchObject({ state: 'cancelled', reason: 'acknowledged' });
});

it('tells what follows alone to somebody whom the first message never reached', async () => {
  world.sender.decide(({ to }) =>
    to.kind === 'person' && to.person.name === '周正' ? { kind: 'refused', reason: 'msg_too_long' } : null,
  );
  const incident = await report();
  world.sender.decide(() => null);
  await on('安警官', incident, 'follow_up', '现场已控制');
  expect(toldTo('周正')).toEqual(['incident follow_up 1']);
});
