// One person, two campaigns: what both have to say at one time is one message that names them, and each button acts in the
// campaign that it stands for.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import type { ActionInput } from '../../domain/actions.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { decodeAction, decodeForm, type Pointer, renderOutcome } from '../../messages/render.ts';
import { renderTold } from '../../messages/views/told.ts';
import { expectKind } from '../support/dialog.ts';
import { fullTask } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

const FOOD = SAMPLE.replace('id: loudi-2016', 'id: food-2016').replace(
  'name: 娄底市互联网金融风险专项整治',
  'name: 娄底市食品安全专项整治',
);

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { from: '2016-08-02 12:00' });
  const imported = await importCampaign(world.deps, FOOD, { dryRun: false, source: 'food.yml' });
  expect(imported.kind).toBe('applied');
  await world.pass();
});
afterEach(() => fresh.close());

const toldTo = (name: string, when: string) =>
  world.sent.filter(({ to, at }) => to === name && at === when).map(({ content }) => content);
const wordsOf = (name: string, when: string): string => {
  const [content] = toldTo(name, when);
  if (content?.kind !== 'told') throw new Error(`${name} was told nothing at ${when}`);
  return JSON.stringify(renderTold({ ...content, now: content.at }, 'zh'));
};

it('a liaison of both gets one message that says of which each report is', async () => {
  await world.liveUntil('2016-08-03 09:30');
  expect(toldTo('尚工商', '2016-08-03 09:00')).toHaveLength(1);
  const words = wordsOf('尚工商', '2016-08-03 09:00');
  expect(words).toContain('娄底市食品安全专项整治：');
  expect(words).toContain('娄底市互联网金融风险专项整治：');
});

it('the office of both gets one message with a board for each', async () => {
  await world.liveUntil('2016-08-08 09:30');
  expect(toldTo('文书一', '2016-08-08 09:00')).toHaveLength(1);
  const words = wordsOf('文书一', '2016-08-08 09:00');
  expect(words.match(/催报 10/g) ?? []).toHaveLength(2);
});

it.each(['food-2016', 'loudi-2016'])(
  'the button under the board of %s chases in that campaign',
  async (campaign) => {
    await world.liveUntil('2016-08-08 09:30');
    const pointer = { campaign, duty: 'weekly', period: '2016-W31' };
    const { rows } = expectKind(await world.press('文书一', 'chase', pointer), 'chased');
    expect(new Set(rows.map((row) => row.campaign))).toEqual(new Set([campaign]));
  },
);

it('once one of them is filed, the message is about the other alone', async () => {
  await world.liveUntil('2016-08-03 12:00');
  await world.press('尚工商', 'nil', { obligation: 'food-2016/weekly/gsj/2016-W31', values: {} });
  await world.liveUntil('2016-08-04 09:30');
  const words = wordsOf('尚工商', '2016-08-04 09:00');
  expect(words).not.toContain('食品安全');
});

const pointersOn = (outcome: Outcome): Pointer[] => {
  const rendered = renderOutcome(outcome, 'zh');
  const blocks: unknown =
    rendered.kind === 'message'
      ? rendered.message.blocks
      : rendered.kind === 'home'
        ? rendered.home.blocks
        : [];
  const buttons = JSON.stringify(blocks).matchAll(
    /"action_id":("(?:\\.|[^"\\])*")[^{}]*?"value":("(?:\\.|[^"\\])*")/g,
  );
  return [...buttons].flatMap(([, id, value]) => decodeAction(JSON.parse(id!), JSON.parse(value!)) ?? []);
};

describe('an answer about the campaign that was not imported last', () => {
  const campaign = 'loudi-2016';
  const isBound = ({ input }: Pointer): boolean =>
    [input.campaign, input.obligation?.split('/')[0]].includes(campaign);

  it.each([
    { intent: 'who' },
    { intent: 'who', state: 'late' },
    { intent: 'status' },
    { intent: 'figures' },
    { intent: 'timeliness' },
    { intent: 'latest', units: ['gsj'] },
  ])('leads on in that campaign and in no other (%o)', async (reading) => {
    await world.liveUntil('2016-08-05 15:30');
    const pointers = pointersOn(await world.press('文书一', 'ask', { campaign, reading }));
    expect(pointers.length).toBeGreaterThan(0);
    expect(pointers.filter((pointer) => !isBound(pointer))).toEqual([]);
  });

  it('chases whom it names', async () => {
    await world.liveUntil('2016-08-05 15:30');
    const pointers = pointersOn(await world.press('文书一', 'ask', { campaign, reading: { intent: 'who' } }));
    const chase = pointers.find(({ action }) => action === 'chase')!;
    const { rows } = expectKind(await world.press('文书一', 'chase', chase.input), 'chased');
    expect(new Set(rows.map((row) => row.campaign))).toEqual(new Set([campaign]));
  });
});

describe('tasks in the campaign that was not imported last', () => {
  const loudi = 'loudi-2016';
  /** What names a row belongs to its campaign anyway. */
  const unnamed = (outcome: Outcome): ActionInput[] =>
    pointersOn(outcome)
      .filter(({ action, input }) => action === 'task' && input.task === undefined)
      .map(({ input }) => input);

  it('its lists, its Home and one’s own tasks lead to its tasks', async () => {
    const given = { campaign: loudi, verb: 'new', values: fullTask({ lead: 'jrb' }) };
    const outcome = expectKind(await world.press('文书一', 'task', given), 'task');
    expect(outcome.task.campaign).toBe(loudi);
    const shown = [
      outcome,
      await world.press('文书一', 'task', { campaign: loudi, verb: 'list' }),
      await world.press('文书一', 'home', { campaign: loudi }),
    ];
    for (const each of shown) {
      expect(unnamed(each).length).toBeGreaterThan(0);
      expect(unnamed(each).map(({ campaign }) => campaign)).toEqual(unnamed(each).map(() => loudi));
    }
  });

  it('the form of a new task gives it there', async () => {
    const list = await world.press('文书一', 'task', { campaign: loudi, verb: 'list' });
    const button = unnamed(list).find(({ verb }) => verb === 'new')!;
    const form = renderOutcome(await world.press('文书一', 'task', button), 'zh');
    if (form.kind !== 'modal') throw new Error('A form was wanted');
    const { callback_id = '', private_metadata = '' } = form.modal;
    const { action, input } = decodeForm(callback_id, private_metadata)!;
    const submitted = await world.press('文书一', action, { ...input, values: fullTask() });
    expect(expectKind(submitted, 'task').task.campaign).toBe(loudi);
  });
});
