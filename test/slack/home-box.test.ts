// The box on Home: words typed there are asked like any others and answered over Home, where they were asked; what a modal
// cannot hold goes to the direct messages whole.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { type BotRig, openBotRig } from '../support/bot-rig.ts';
import { wordsOf } from '../support/http-player.ts';
import { aReportForm } from '../support/sample-forms.ts';
import { outcomes } from '../support/sample-outcomes.ts';
import { interact, nextTs } from '../support/signed-requests.ts';
import type { Json } from '../support/slack-stand-in.ts';

let bot: BotRig;
beforeEach(async () => {
  bot = await openBotRig();
});
afterEach(() => bot.close());

/** Types into the box and presses Enter, as Slack sends it. */
async function type(value: string | null, triggerId?: string): Promise<number> {
  const reply = await interact(bot.url, {
    type: 'block_actions',
    user: { id: bot.user, username: 'an', team_id: 'T0TEST' },
    api_app_id: 'A0TESTAPP1',
    team: { id: 'T0TEST', domain: 'test' },
    container: { type: 'view', view_id: 'V1' },
    trigger_id: triggerId ?? (await bot.slack.trigger(bot.user)),
    view: {
      id: 'V1',
      type: 'home',
      callback_id: '',
      private_metadata: '',
      blocks: [],
      state: { values: {} },
    },
    actions: [{ type: 'plain_text_input', block_id: 'ask', action_id: 'words', value, action_ts: nextTs() }],
  });
  await bot.idle();
  return reply.status;
}
const home = (outcome: Outcome) => (asked: { door: string }) =>
  asked.door === 'act' ? outcomes.home[0]! : outcome;
const opened = (): Json[] => bot.slack.callsOf('views.open').map(({ args }) => args.view as Json);
const posted = () => bot.slack.callsOf('chat.postMessage').map(({ args }) => args);

describe('the box on Home', () => {
  it('asks what was typed, answers over Home, and draws Home anew', async () => {
    bot.reply(home(outcomes.missing[0]!));
    expect(await type('  谁还没交周报 ')).toBe(200);
    expect(bot.asked).toEqual([
      { door: 'answer', who: bot.user, text: '谁还没交周报' },
      { door: 'act', who: bot.user, action: 'home', input: {} },
    ]);
    expect(opened().map(wordsOf).join()).toContain('未报');
    expect(posted()).toEqual([]);
  });

  it('opens the form that was asked for', async () => {
    bot.reply(home({ kind: 'report_form', form: aReportForm() }));
    await type('填报');
    expect(opened()[0]).toMatchObject({ callback_id: 'form:report' });
  });

  it('takes nothing typed for nothing asked', async () => {
    bot.reply(home(outcomes.mine[0]!));
    expect(await type(null)).toBe(200);
    expect(bot.asked[0]).toMatchObject({ door: 'answer', text: '' });
  });

  it('answers in the direct messages when the trigger is spent', async () => {
    bot.reply(home(outcomes.missing[0]!));
    await type('谁还没交周报', '1.2.spent');
    expect(posted()).toMatchObject([{ channel: bot.direct }]);
  });

  it('answers every outcome somewhere, once, whatever it holds', async () => {
    for (const outcome of (Object.values(outcomes) as Outcome[][]).flatMap((all) => all.slice(0, 1))) {
      const before = opened().length + posted().length + bot.slack.callsOf('views.publish').length;
      bot.reply(home(outcome));
      expect(await type('x')).toBe(200);
      const after = opened().length + posted().length + bot.slack.callsOf('views.publish').length;
      expect(after - before, outcome.kind).toBeGreaterThanOrEqual(2);
    }
    expect(bot.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
