// "What did you send me": all of it, one screen at a time, also of days that lie far back. A liaison who never reports is told
// of it several times a week.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { expectKind } from '../support/dialog.ts';
import { ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { pressablesOn } from '../support/pressable.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

const LIAISON = '尚工商';

let fresh: FreshStore;
let world: World;
beforeAll(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-07-04 08:00' });
  await world.liveUntil('2016-08-05 18:00');
}, 60_000);
afterAll(() => fresh.close());

const sent = async (asked: object = {}) =>
  expectKind(await ask(world, LIAISON, { intent: 'sent', ...asked }), 'sent');
const toldTo = () => world.sent.filter(({ to, isUpdate }) => to === LIAISON && !isUpdate);

function messageOf(outcome: Outcome, language: 'zh' | 'en' = 'zh') {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return rendered.message;
}

describe('what was sent', () => {
  it('is all of it, and says how many', async () => {
    expect(toldTo().length).toBeGreaterThan(12);
    const said = await sent();
    expect(said.items).toHaveLength(toldTo().length);
    expect(plainRendering(messageOf(said))).toContain(`发给您的消息 ${toldTo().length} 条`);
  });

  it('comes one screen at a time, with a button to the next', async () => {
    const first = await sent();
    const text = plainRendering(messageOf(first));
    expect(text).toContain(`第 1—12 项，共 ${toldTo().length} 项`);
    const more = pressablesOn(first).find(({ label }) => label.startsWith('更多'))!;
    const next = expectKind(await world.press(LIAISON, more.action, more.input), 'sent');
    expect(next.page?.from).toBe(12);
    const second = plainRendering(messageOf(next));
    expect(second).toContain('第 13—');
    const times = (shown: string) => shown.match(/^\*\d+月\d+日 \S+ \d\d:\d\d\*/gm) ?? [];
    expect(times(text)).toHaveLength(12);
    expect(times(second).length).toBeGreaterThan(0);
    expect(times(second)[0]).not.toBe(times(text)[0]);
    expect(plainRendering(messageOf(next, 'en'))).toContain('messages sent to you');
  });

  it('on days long past is that of those days, however much came since', async () => {
    const said = await sent({ from: '2016-07-04', to: '2016-07-10' });
    const then = toldTo().filter(({ at }) => at < '2016-07-11');
    expect(then.length).toBeGreaterThan(1);
    expect(said.items).toHaveLength(then.length);
  });

  it('of one duty is what was told of it, and says so', async () => {
    const weekly = await sent({ duty: 'weekly' });
    expect(weekly.items.length).toBeGreaterThan(0);
    const duties = weekly.items.flatMap(({ told = [] }) =>
      told.flatMap((item) => ('obligation' in item ? [item.obligation.duty.id] : [])),
    );
    expect(new Set(duties)).toEqual(new Set(['weekly']));
    expect(plainRendering(messageOf(weekly))).toContain('工作进展周报 · 发给您的消息');
    const report = await sent({ duty: 'final-report' });
    expect(report.items).toEqual([]);
    expect(plainRendering(messageOf(report))).toContain('整治报告 · 这段时间没有给您发过消息');
  });

  it('of a task is what was told of it', async () => {
    expect((await sent({ task: 7 })).items).toEqual([]);
    expect(plainRendering(messageOf(await sent({ task: 7 })))).toContain('督办 7 号');
  });
});
