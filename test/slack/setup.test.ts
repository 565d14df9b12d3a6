// The guide of setting up a campaign as it stands in Slack: forms in modals, the guide after them in the same modal, and what
// outlives the modal.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotRig, openBotRig } from '../support/bot-rig.ts';
import { wordsOf } from '../support/http-player.ts';
import { setupForms, setupOutcomes } from '../support/sample-setup.ts';
import { closeView, pressInMessage, pressInView, submit } from '../support/signed-requests.ts';
import type { Json } from '../support/slack-stand-in.ts';

let bot: BotRig;
beforeEach(async () => {
  bot = await openBotRig();
});
afterEach(() => bot.close());

const typed = (value: string): Json => ({ value: { type: 'plain_text_input', value } });
const UNITS = { callbackId: 'form:setup_units', metadata: '{}', values: { 'units~0': typed('市公安局') } };
const posted = () => bot.slack.callsOf('chat.postMessage').map(({ args }) => args);

it('a step of the guide in the direct message opens its form', async () => {
  bot.reply({ kind: 'ask_form', form: setupForms.setup_units });
  await pressInMessage(bot.url, {
    user: bot.user,
    channel: bot.direct,
    actionId: 'do:setup:1',
    value: '{"verb":"units"}',
    triggerId: await bot.slack.trigger(bot.user),
  });
  await bot.idle();
  expect(bot.asked).toMatchObject([{ action: 'setup', input: { verb: 'units' } }]);
  expect(bot.slack.callsOf('views.open')[0]!.args.view).toMatchObject({
    callback_id: 'form:setup_units',
    notify_on_close: true,
  });
});

it('a channel is chosen from those that there are, by its id; one that was typed before stays text', async () => {
  const form = { ...setupForms.setup_basics, chooses: true };
  const values = { ...form.values, bulletin: 'C0BULLETIN' };
  bot.reply({ kind: 'ask_form', form: { ...form, values } });
  await pressInMessage(bot.url, {
    user: bot.user,
    channel: bot.direct,
    actionId: 'do:setup:1',
    value: '{"verb":"basics"}',
    triggerId: await bot.slack.trigger(bot.user),
  });
  await bot.idle();
  const { view } = bot.slack.callsOf('views.open')[0]!.args as { view: { blocks: Json[] } };
  const elementOf = (field: string) => view.blocks.find((block) => block.block_id === `${field}~0`)?.element;
  expect(elementOf('bulletin')).toMatchObject({
    type: 'conversations_select',
    initial_conversation: 'C0BULLETIN',
  });
  expect(elementOf('officeChannel')).toMatchObject({ type: 'plain_text_input', initial_value: '整治办公室' });
  const chosen = { value: { type: 'conversations_select', selected_conversation: 'C0OFFICE01' } };
  bot.reply(setupOutcomes.setup_guide[1]!);
  const sent = { callbackId: 'form:setup_basics', metadata: '{}', values: { 'officeChannel~0': chosen } };
  await submit(bot.url, { user: bot.user, view: sent });
  expect(bot.asked.at(-1)).toMatchObject({ input: { values: { officeChannel: 'C0OFFICE01' } } });
});

it('a form that was sent becomes the guide, from which the next step opens', async () => {
  bot.reply(setupOutcomes.setup_guide[1]!);
  const { json } = await submit(bot.url, { user: bot.user, view: UNITS });
  expect(bot.asked).toMatchObject([
    { action: 'setup', input: { verb: 'units', values: { units: '市公安局' } } },
  ]);
  expect(json).toMatchObject({ response_action: 'update' });
  expect(wordsOf(json!.view as Json)).toContain('③ 人员');
});

it('what is wrong stands at its field, and the form stays', async () => {
  const wrong = [
    { step: 'units', field: 'units', line: 2, code: 'repeated', found: '市公安局', firstLine: 1 } as const,
  ];
  const form = { ...setupForms.setup_units, wrong };
  bot.reply({ kind: 'refused', refusal: { kind: 'form', form } });
  const { json } = await submit(bot.url, { user: bot.user, view: UNITS });
  expect(json).toEqual({
    response_action: 'errors',
    errors: { 'units~0': '第 2 行：“市公安局”与第 1 行重复，请删去一处。' },
  });
});

it('more than one line holds stands above the field, with everything that was typed', async () => {
  const wrong = Array.from({ length: 20 }, (_, no) => ({
    ...({ step: 'units', field: 'units', line: no + 2, code: 'repeated', found: '市公安局' } as const),
    firstLine: 1,
  }));
  const form = { ...setupForms.setup_units, values: { units: '市公安局\n'.repeat(21) }, wrong };
  bot.reply({ kind: 'refused', refusal: { kind: 'form', form } });
  const { json } = await submit(bot.url, { user: bot.user, view: UNITS });
  expect(json).toMatchObject({ response_action: 'update', view: { callback_id: 'form:setup_units' } });
  const said = JSON.stringify(json);
  expect(said).toContain('第 13 行');
  expect(said).toContain('另有 8 处');
  expect(said).toContain('市公安局\\n市公安局');
});

it('a form that is closed keeps what stands in it', async () => {
  bot.reply(setupOutcomes.setup_guide[0]!);
  await closeView(bot.url, { user: bot.user, view: UNITS });
  await bot.idle();
  expect(bot.asked).toMatchObject([
    { action: 'setup', input: { verb: 'units', step: 'keep', values: { units: '市公安局' } } },
  ]);
});

it('that it is set up is said in the modal, and in the direct message where it stays', async () => {
  bot.reply(setupOutcomes.setup_done[0]!);
  await pressInView(bot.url, {
    user: bot.user,
    view: {},
    actionId: 'do:setup:1',
    value: '{"verb":"found","no":4}',
  });
  await bot.idle();
  expect(bot.slack.callsOf('views.update')).toHaveLength(1);
  expect(posted()).toHaveLength(1);
  expect(String(posted()[0]!.text)).toContain('已设立');
});
