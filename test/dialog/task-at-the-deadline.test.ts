// The steps at a deadline are told in its very instant, which is still in time. What they say is that it passed.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeAction, renderMessage } from '../../messages/render.ts';
import { fullTask, OFFICE } from '../support/dialog-tasks.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, type World } from '../support/world.ts';

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-01 09:10' });
  await world.press(OFFICE, 'task', { verb: 'new', values: fullTask({ dueOn: '2016-08-03' }) });
});
afterEach(() => fresh.close());

async function toldToHeadAt(moment: string) {
  await world.liveUntil(moment);
  const sent = world.sent.findLast(({ to, at }) => to === '安局长' && at === moment);
  if (!sent) throw new Error(`the head was told nothing at ${moment}`);
  return renderMessage(sent.content, 'zh');
}

it('the head reads that a task is overdue, and is not offered what it is too late for', async () => {
  const message = await toldToHeadAt('2016-08-03 17:30');
  const said = plainRendering(message);
  expect(said).toContain('尚未办结：督办〔2016〕1号 整改虚假广告');
  expect(said).not.toContain('前请办结');
  const verbs = message.blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((each) =>
          each.type === 'button' ? decodeAction(String(each.action_id), each.value)?.input.verb : undefined,
        )
      : [],
  );
  expect(verbs).toEqual(['sign', 'feed_back', 'submit', 'show']);
});

it('the head reads that nobody has signed in time', async () => {
  const said = plainRendering(await toldToHeadAt('2016-08-02 17:30'));
  expect(said).toContain('已过签收期限（8月2日 周二 17:30），尚未签收');
});
