// The tour, step by step as the desk does it for whoever asks: each step really happens and is found done.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningDesk } from '../../desk/contract.ts';
import type { ActAnswer, TourStepId } from '../../desk/world.ts';
import { openRealDesk } from './real-desk.ts';
import { askingAt } from './rig.ts';

const STEPS: TourStepId[] = [
  'report',
  'nil',
  'missing',
  'chase',
  'monday',
  'approve',
  'publish',
  'task',
  'sign',
  'close',
];

let desk: RunningDesk;
beforeAll(async () => {
  desk = await openRealDesk();
  await desk.ready;
}, 120_000);
afterAll(() => desk?.stop());

const play = async (step: TourStepId): Promise<ActAnswer> => {
  const headers = { 'x-desk': '1' };
  const body = JSON.stringify({ step });
  return (await (await fetch(`${desk.url}/api/tour`, { method: 'POST', headers, body })).json()) as ActAnswer;
};

it('does every step for whoever asks, and finds it done', async () => {
  for (const [index, step] of STEPS.entries()) {
    expect([step, await play(step)]).toEqual([step, { ok: true }]);
    expect((await askingAt(desk).world()).tour.done).toEqual(STEPS.slice(0, index + 1));
  }
}, 60_000);

it('leaves the task that was made with the unit that signed for it', async () => {
  const ask = askingAt(desk);
  const { id, dm } = await ask.personNamed('安警官');
  const told = (await ask.view(id)).messages.filter(
    ({ channel, text }) => channel === dm && text.includes('鑫汇理财'),
  );
  expect(told[0]?.edited).toBe(true);
  expect(JSON.stringify(told[0]?.blocks)).toContain('办理中');
});
