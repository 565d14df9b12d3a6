// Somebody who belongs to two campaigns is told of which an answer is; whoever belongs to one is not. In a channel the channel's own
// campaign is meant, and of another one nobody hears there; what a button of another campaign says is done in none.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReader } from '../../commands/ask/reader.ts';
import type { AskedQuestion, Conversation } from '../../commands/command.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { keepReaders } from '../../commands/questions/kept-readers.ts';
import { act, answer } from '../../commands/registry.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { as, type SlackChannelId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { expectKind, expectRefused } from '../support/dialog.ts';
import { type Asked, ask } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { pressablesOn } from '../support/pressable.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

const [LOUDI, FOOD] = ['娄底市互联网金融风险专项整治', '娄底市食品安全专项整治'];
/** With channels, an inspector and a director of its own, so that somebody belongs to one of the two alone. */
const OTHER = SAMPLE.replace('id: loudi-2016', 'id: food-2016')
  .replace(`name: ${LOUDI}`, `name: ${FOOD}`)
  .replaceAll('督查员', '食督查')
  .replaceAll('ducha', 'shiducha')
  .replaceAll('金主任', '食主任')
  .replaceAll('jin@', 'shijin@')
  .replace('bulletin: 整治通报, office: 整治办公室', 'bulletin: 食安通报, office: 食安办公室');

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

const slackNamed = async (name: string) => (await world.store.list('person', { where: { name } }))[0]!.slack!;
const pressed = async (name: string, action: ActionName, input: ActionInput) =>
  act(world.deps, await slackNamed(name), action, input);

describe('a button of a campaign that is not one’s own', () => {
  it.each([
    ['食主任', 'loudi-2016'],
    ['督查员', 'food-2016'],
    ['食督查', 'there-is-none'],
  ])('brings nothing, and does nothing in one’s own (%s, %s)', async (name, campaign) => {
    const before = await world.store.list('intent');
    const asked: [ActionName, ActionInput][] = [
      ['ask', { campaign, reading: { intent: 'who' } }],
      ['status', { campaign }],
      ['chase', { campaign, duty: 'weekly', period: '2016-W31' }],
      ['export', { campaign, duty: 'weekly', period: '2016-W31' }],
    ];
    for (const [action, input] of asked)
      expect(expectRefused(await pressed(name, action, input), 'gone').id).toBe(campaign);
    expect(await world.store.list('intent')).toEqual(before);
  });
});

/** What is said in a channel, in one thread. */
function inChannel(channel: string) {
  const deps = { ...world.deps, read: keepReaders(createReader) };
  let last: AskedQuestion | null = null;
  const conversation: Conversation = {
    channel: as<SlackChannelId>(`C${channel}`),
    before: () => last,
    keep: (asked) => {
      last = asked;
    },
  };
  return {
    say: async (name: string, text: string) =>
      answer(deps, await slackNamed(name), text, undefined, conversation),
    press: async (name: string, action: ActionName) =>
      act(deps, await slackNamed(name), action, {}, conversation),
  };
}
const isPrivate = (outcome: Outcome): boolean => {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind !== 'message') throw new Error(rendered.kind);
  return rendered.private;
};

describe('in a channel', () => {
  it.each([
    ['整治办公室', LOUDI],
    ['整治通报', LOUDI],
    ['食安办公室', FOOD],
    ['大家的', FOOD],
  ])('of a campaign that one is meant (%s)', async (channel, campaign) => {
    for (const outcome of [
      await inChannel(channel).say('尚工商', '谁没报'),
      await inChannel(channel).press('尚工商', 'missing'),
    ]) {
      expect(messageOf(outcome).text).toContain(`${campaign}：`);
      expect(isPrivate(outcome)).toBe(false);
    }
  });

  it.each(['尚工商', '食督查'])('another campaign is spoken of to the asker alone (%s)', async (name) => {
    const outcome = await inChannel('整治办公室').say(name, `${FOOD} 谁没报`);
    expectKind(outcome, 'missing');
    expect(isPrivate(outcome)).toBe(true);
  });

  it('what is asked next is asked of the same campaign', async () => {
    const { say } = inChannel('大家的');
    expect(messageOf(await say('尚工商', `${LOUDI} 谁没报`)).text).toContain(`${LOUDI}：`);
    expect(messageOf(await say('尚工商', '状态')).text).toContain(`${LOUDI}：`);
  });
});
