// Somebody who belongs to two campaigns is told of which an answer is; whoever belongs to one is not.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { pressablesOn } from '../support/pressable.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

const [LOUDI, FOOD] = ['娄底市互联网金融风险专项整治', '娄底市食品安全专项整治'];
/** With an inspector of its own, so that somebody belongs to one of the two alone. */
const OTHER = SAMPLE.replace('id: loudi-2016', 'id: food-2016')
  .replace(`name: ${LOUDI}`, `name: ${FOOD}`)
  .replaceAll('督查员', '食督查')
  .replaceAll('ducha', 'shiducha');

let fresh: FreshStore;
let world: World;
beforeAll(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-02 12:00' });
  const imported = await importCampaign(world.deps, OTHER, { dryRun: false, source: 'food.yml' });
  if (imported.kind !== 'applied') throw new Error(JSON.stringify(imported));
  await world.liveUntil('2016-08-05 18:00');
}, 60_000);
afterAll(() => fresh.close());

function messageOf(outcome: Outcome, language: 'zh' | 'en' = 'zh') {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message' && rendered.kind !== 'file')
    throw new Error(`A message was wanted, not a ${rendered.kind}`);
  return rendered.message;
}

const ASKED: Asked[] = [
  { intent: 'who' },
  { intent: 'who', state: 'late' },
  { intent: 'who', period: '2016-W33' },
  { intent: 'status' },
  { intent: 'status', units: ['gsj'] },
  { intent: 'status', units: ['gsj', 'gaj'] },
  { intent: 'due', from: '2016-08-08', to: '2016-08-14' },
  { intent: 'overdue' },
  { intent: 'tasks' },
  { intent: 'figures' },
  { intent: 'timeliness' },
  { intent: 'latest', units: ['gsj'] },
  { intent: 'consultation_next' },
  { intent: 'decisions' },
  { intent: 'contact', units: ['gsj'] },
  { intent: 'bulletin' },
  { intent: 'search', query: '风险' },
  { intent: 'history' },
  { intent: 'sent' },
  { intent: 'mine' },
];

describe('an answer to somebody of two campaigns', () => {
  it.each(ASKED.map((asked) => [JSON.stringify(asked), asked] as const))(
    'says of which it is, in the scope line and in the notification (%s)',
    async (_, asked) => {
      const { text, blocks } = messageOf(await ask(world, '文书一', asked));
      expect(text).toMatch(new RegExp(`^${FOOD}：`));
      const [first = ''] = plainRendering({ text, blocks }).split('\n').slice(1);
      expect(first).toContain(`*${FOOD}* · `);
    },
  );

  it('keeps to it after a press, and names the other where that was asked about', async () => {
    const asked = { campaign: 'loudi-2016', reading: { intent: 'who' } } as const;
    const loudi = await world.press('文书一', 'ask', asked);
    expect(messageOf(loudi).text).toContain(`${LOUDI}：`);
    const status = pressablesOn(loudi).find(({ action }) => action === 'status')!;
    const next = messageOf(await world.press('文书一', status.action, status.input));
    expect(next.text).toContain(`${LOUDI}：`);
    expect(messageOf(await world.say('文书一', `${LOUDI} 谁没报`)).text).toContain(LOUDI);
  });

  it('says it in English as well, and of a command that was typed', async () => {
    const { text } = messageOf(await ask(world, '文书一', { intent: 'who' }), 'en');
    expect(text).toMatch(new RegExp(`^${FOOD}: `));
    expect(messageOf(await world.say('尚工商', '状态')).text).toMatch(new RegExp(`^${FOOD}：`));
    expect(messageOf(await world.say('文书一', '帮助')).text).not.toContain(FOOD);
  });

  it('says nothing of it to whoever belongs to one', async () => {
    const said = JSON.stringify(messageOf(await ask(world, '督查员', { intent: 'who' })));
    expect(said).not.toContain(FOOD);
    expect(said).not.toContain(LOUDI);
  });
});
