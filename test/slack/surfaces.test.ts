import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportFormFacts } from '../../domain/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type BotRig, openBotRig, refusal } from '../support/bot-rig.ts';
import { aReportForm } from '../support/sample-forms.ts';
import { outcomes } from '../support/sample-outcomes.ts';
import {
  closeView,
  directMessage,
  event,
  interact,
  mention,
  nextTs,
  pressInMessage,
  pressInView,
  shortcut,
  slash,
  submit,
} from '../support/signed-requests.ts';
import type { Fault } from '../support/slack-stand-in.ts';

let bot: BotRig;
beforeEach(async () => {
  bot = await openBotRig();
});
afterEach(() => bot.close());

const slow = (ms: number, outcome: Outcome) => (): Promise<Outcome> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(outcome), ms);
  });
const broken = (): Outcome => {
  throw new Error('the disk is full');
};
const field = (value: string) => ({ value: { type: 'plain_text_input', value } });
async function openedView(): Promise<{ id: string; hash: string }> {
  const modal = { type: 'modal', title: { type: 'plain_text', text: 't' }, blocks: [] };
  const trigger_id = await bot.slack.trigger(bot.user);
  const { view } = await bot.slack.call('views.open', { trigger_id, view: JSON.stringify(modal) });
  return view as { id: string; hash: string };
}
const rehearsal = outcomes.rehearsal[0]!;
const REPORT = { callbackId: 'form:report', metadata: '{"obligation":"o1"}' };

describe('/duban', () => {
  it('is answered in the acknowledgement, to the asker alone', async () => {
    const reply = await slash(bot.url, { user: bot.user, text: ' 谁没报  周报 ' });
    expect(bot.asked).toEqual([{ door: 'answer', who: bot.user, text: '谁没报  周报' }]);
    expect(reply.json).toMatchObject({
      response_type: 'ephemeral',
      text: expect.any(String),
      blocks: expect.any(Array),
    });
  });

  it('hands on what was typed without the escapes that Slack put in', async () => {
    await slash(bot.url, { user: bot.user, text: '查看 a &amp; b &lt;3' });
    expect(bot.asked[0]).toMatchObject({ text: '查看 a & b <3' });
  });

  it('is heard in time when the answer takes longer, and the answer follows', async () => {
    bot.reply(slow(2700, refusal('later')));
    const startedMs = Date.now();
    const reply = await slash(bot.url, { user: bot.user, text: 'x', responseUrl: bot.slack.responseUrl() });
    expect(Date.now() - startedMs).toBeLessThan(2700);
    expect(reply.text).toBe('');
    await bot.idle();
    expect(bot.slack.responses).toHaveLength(1);
    expect(bot.slack.responses[0]).toMatchObject({ response_type: 'ephemeral' });
  });

  it('that needs a form opens it at once', async () => {
    bot.reply({ kind: 'report_form', form: aReportForm() });
    const triggerId = await bot.slack.trigger(bot.user);
    const reply = await slash(bot.url, { user: bot.user, text: '填报', triggerId });
    expect(reply.text).toBe('');
    expect(bot.slack.callsOf('views.open')[0]?.answer).toMatchObject({ ok: true });
  });

  it.each<[string, Fault]>([
    ['the trigger is spent', { kind: 'error', error: 'expired_trigger_id' }],
    ['Slack does not answer', { kind: 'hang' }],
  ])('offers the form by a button when %s', async (_why, fault) => {
    bot.slack.fail('views.open', fault);
    bot.reply({ kind: 'report_form', form: aReportForm() });
    const startedMs = Date.now();
    const triggerId = await bot.slack.trigger(bot.user);
    const reply = await slash(bot.url, { user: bot.user, text: '填报', triggerId });
    expect(JSON.stringify(reply.json?.blocks)).toContain('do:report');
    expect(Date.now() - startedMs).toBeLessThan(2800);
  });

  it('whose answer is a file sends it to the direct messages', async () => {
    bot.reply({ kind: 'export', name: '台账.csv', text: 'a,b\r\n', rows: 1 });
    const reply = await slash(bot.url, { user: bot.user, text: '导出' });
    await bot.idle();
    expect(reply.json?.response_type).toBe('ephemeral');
    expect(bot.slack.callsOf('files.completeUploadExternal')[0]?.args).toMatchObject({
      channel_id: bot.direct,
    });
  });

  it('loses nothing but the answer when the response address is dead', async () => {
    bot.slack.refuseResponses(404);
    bot.reply(slow(2700, refusal('later')));
    const reply = await slash(bot.url, { user: bot.user, text: 'x', responseUrl: bot.slack.responseUrl() });
    await bot.idle();
    expect(reply.status).toBe(200);
    expect(bot.logged.some(({ level }) => level === 'warn')).toBe(true);
  });

  it('shows an unexpected error with an id that is in the log, and nothing of what went wrong', async () => {
    bot.reply(broken);
    const reply = await slash(bot.url, { user: bot.user, text: 'x' });
    const error = bot.logged.find(({ level }) => level === 'error');
    expect(reply.status).toBe(200);
    expect(reply.text).toContain(String(error?.facts.id));
    expect(reply.text).not.toContain('disk');
  });
});

describe('a direct message', () => {
  it('is answered where it stands', async () => {
    await event(bot.url, directMessage({ user: bot.user, channel: bot.direct, text: '我的' }));
    expect(bot.asked).toEqual([{ door: 'answer', who: bot.user, text: '我的' }]);
    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(bot.slack.callsOf('chat.postMessage')[0]?.args).toMatchObject({
      channel: bot.direct,
      unfurl_links: 'false',
    });
    expect(bot.slack.callsOf('chat.postMessage')[0]?.args.thread_ts).toBeUndefined();
  });

  it('in a thread is answered in the thread', async () => {
    const threadTs = nextTs();
    await event(bot.url, directMessage({ user: bot.user, channel: bot.direct, text: '我的', threadTs }));
    expect(bot.slack.callsOf('chat.postMessage')[0]?.args.thread_ts).toBe(threadTs);
  });

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a bot', { bot_id: 'B1' }],
    ['a channel', { channel_type: 'channel' }],
    ['nobody', { user: undefined }],
  ])('from %s is not answered', async (_who, over) => {
    await event(bot.url, { ...directMessage({ user: bot.user, channel: bot.direct, text: 'x' }), ...over });
    expect(bot.asked).toEqual([]);
  });
});

describe('what Slack delivers twice is answered once', () => {
  it('the same event again', async () => {
    const message = directMessage({ user: bot.user, channel: bot.direct, text: 'x' });
    await event(bot.url, message, { eventId: 'Ev1' });
    await event(bot.url, message, { eventId: 'Ev1', retry: 1 });
    expect(bot.asked).toHaveLength(1);
  });

  it('one text as a mention and as a message', async () => {
    const ts = nextTs();
    await event(bot.url, mention({ user: bot.user, channel: bot.direct, text: 'x', ts }));
    await event(bot.url, directMessage({ user: bot.user, channel: bot.direct, text: 'x', ts }));
    expect(bot.asked).toHaveLength(1);
  });

  it('but a first delivery that says it is a retry is answered: the process may have died', async () => {
    await event(bot.url, directMessage({ user: bot.user, channel: bot.direct, text: 'x' }), { retry: 2 });
    expect(bot.asked).toHaveLength(1);
  });

  it('and the same words said twice are answered twice', async () => {
    for (const text of ['x', 'x'])
      await event(bot.url, directMessage({ user: bot.user, channel: bot.direct, text }));
    expect(bot.asked).toHaveLength(2);
  });
});

describe('a mention', () => {
  it('is asked without the mention itself and answered in its thread', async () => {
    const ts = nextTs();
    await event(bot.url, mention({ user: bot.user, channel: bot.channel, text: '谁没报', ts }));
    expect(bot.asked).toEqual([{ door: 'answer', who: bot.user, text: '谁没报' }]);
    const posts = bot.slack.callsOf('chat.postMessage');
    expect(posts.every(({ args }) => args.thread_ts === ts && args.channel === bot.channel)).toBe(true);
  });

  it('whose answer is private goes to the asker alone, with a word in the thread', async () => {
    bot.reply(rehearsal);
    await event(bot.url, mention({ user: bot.user, channel: bot.channel, text: '演练' }));
    expect(bot.slack.callsOf('chat.postEphemeral')[0]?.args).toMatchObject({
      user: bot.user,
      channel: bot.channel,
    });
    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(1);
    expect(JSON.stringify(bot.slack.callsOf('chat.postMessage')[0]?.args)).not.toContain('演练：');
  });

  it('in which a form is asked for offers it by a button that only the asker sees', async () => {
    bot.reply({ kind: 'report_form', form: aReportForm() });
    await event(bot.url, mention({ user: bot.user, channel: bot.channel, text: '填报' }));
    const offered = JSON.stringify(bot.slack.callsOf('chat.postEphemeral')[0]?.args.blocks);
    expect(offered).toContain('do:report');
    expect(offered).toContain(aReportForm().obligation.id);
  });
});

describe('a button', () => {
  it('asks for what stands in it, and its answer follows in the direct message', async () => {
    await pressInMessage(bot.url, {
      user: bot.user,
      channel: bot.direct,
      actionId: 'do:note:2',
      value: '{"obligation":"o1","step":"eve"}',
    });
    await bot.idle();
    expect(bot.asked).toEqual([
      { door: 'act', who: bot.user, action: 'note', input: { obligation: 'o1', step: 'eve' } },
    ]);
    expect(bot.slack.callsOf('chat.postMessage')[0]?.args.channel).toBe(bot.direct);
    expect(bot.nudges()).toBe(1);
  });

  it('in a channel answers the one who pressed, alone', async () => {
    const responseUrl = bot.slack.responseUrl();
    await pressInMessage(bot.url, {
      user: bot.user,
      channel: bot.channel,
      actionId: 'do:status:0',
      value: '{}',
      responseUrl,
    });
    await bot.idle();
    expect(bot.slack.responses[0]).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(bot.slack.callsOf('chat.postMessage')).toHaveLength(0);
  });

  it('under an ephemeral message is answered in its place', async () => {
    const responseUrl = bot.slack.responseUrl();
    await pressInMessage(bot.url, {
      user: bot.user,
      channel: bot.channel,
      actionId: 'do:show:0',
      value: '{}',
      ephemeral: true,
      responseUrl,
    });
    await bot.idle();
    expect(bot.slack.responses[0]).toMatchObject({ replace_original: true });
  });

  it('that chooses hands on the choice', async () => {
    await pressInMessage(bot.url, {
      user: bot.user,
      channel: bot.direct,
      actionId: 'do:show:choose:unit',
      selected: 'gaj',
    });
    expect(bot.asked[0]).toMatchObject({ action: 'show', input: { unit: 'gaj' } });
  });

  it.each([
    ['not written here', 'do:dance:0', '{}'],
    ['with a pointer that makes no sense', 'do:note:0', 'not json'],
    ['of a link', 'open-link', undefined],
  ])('%s does nothing and is acknowledged', async (_what, actionId, value) => {
    const reply = await pressInMessage(bot.url, {
      user: bot.user,
      channel: bot.direct,
      actionId,
      ...(value ? { value } : {}),
    });
    expect(reply.status).toBe(200);
    expect(bot.asked).toEqual([]);
  });

  it('pressed twice asks twice: the command finds out', async () => {
    const press = {
      user: bot.user,
      channel: bot.direct,
      actionId: 'do:note:0',
      value: '{"obligation":"o1"}',
    };
    const replies = [await pressInMessage(bot.url, press), await pressInMessage(bot.url, press)];
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(bot.asked).toHaveLength(2);
  });

  it('on the Home tab answers in a modal and draws the tab anew', async () => {
    const triggerId = await bot.slack.trigger(bot.user);
    await pressInView(bot.url, {
      user: bot.user,
      view: { type: 'home' },
      actionId: 'do:accept:0',
      value: '{}',
      triggerId,
    });
    await bot.idle();
    expect(bot.slack.callsOf('views.open')).toHaveLength(1);
    expect(bot.asked.map((asked) => asked.door === 'act' && asked.action)).toEqual(['accept', 'home']);
  });

  it('in an open form keeps what was typed before the form changes', async () => {
    await pressInView(bot.url, {
      user: bot.user,
      view: {
        ...(await openedView()),
        ...REPORT,
        metadata: '{"obligation":"o1","period":"2016-W31"}',
        values: { 'progress~0': field('typed') },
      },
      actionId: 'do:report:choose:obligation',
      selected: 'o2',
    });
    await bot.idle();
    expect(bot.asked).toMatchObject([
      { action: 'draft', input: { obligation: 'o1', values: { progress: 'typed' } } },
      { action: 'report', input: { obligation: 'o2', period: '2016-W31' } },
    ]);
    expect(bot.slack.callsOf('views.update')).toHaveLength(1);
  });

  it('in a form that was closed meanwhile is no error', async () => {
    await pressInView(bot.url, { user: bot.user, view: REPORT, actionId: 'do:report:0', value: '{}' });
    await bot.idle();
    expect(bot.slack.callsOf('views.update')).toHaveLength(1);
    expect(bot.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('a field that reports what is typed keeps it as a draft and says nothing', async () => {
    const view = { ...REPORT, values: { 'progress~3': field('half') } };
    await pressInView(bot.url, { user: bot.user, view, actionId: 'value', value: 'half' });
    await bot.idle();
    expect(bot.asked).toMatchObject([
      { action: 'draft', input: { obligation: 'o1', values: { progress: 'half' } } },
    ]);
    expect(bot.slack.callsOf('views.update')).toHaveLength(0);
  });
});

describe('a form', () => {
  it('is carried out before it is acknowledged, under a key of its own', async () => {
    const view = {
      ...REPORT,
      id: 'V1',
      hash: 'h1',
      values: { 'progress~0': field('done'), 'figure:checked~2': field('12') },
    };
    const reply = await submit(bot.url, { user: bot.user, view });
    expect(bot.asked).toEqual([
      {
        door: 'act',
        who: bot.user,
        action: 'report',
        input: {
          obligation: 'o1',
          values: { progress: 'done', 'figure:checked': '12' },
          files: [],
          key: 'V1:h1',
        },
      },
    ]);
    expect(reply.json?.response_action).toBe('update');
    expect(bot.nudges()).toBe(1);
  });

  it('with something wrong stays open, with what is wrong at the field as it stands there', async () => {
    const problems: ReportFormFacts['problems'] = [{ field: 'progress', kind: 'required' }];
    bot.reply({
      kind: 'refused',
      refusal: { kind: 'form', form: { form: 'report', report: aReportForm({ problems }) } },
    });
    const view = { ...REPORT, values: { 'progress~4': field(''), 'next~4': field('继续') } };
    const reply = await submit(bot.url, { user: bot.user, view });
    expect(reply.json).toMatchObject({
      response_action: 'errors',
      errors: { 'progress~4': expect.any(String) },
    });
  });

  it('with something wrong that has no field here is shown anew', async () => {
    const problems: ReportFormFacts['problems'] = [{ field: 'progress', kind: 'required' }];
    bot.reply({
      kind: 'refused',
      refusal: { kind: 'form', form: { form: 'report', report: aReportForm({ problems }) } },
    });
    const reply = await submit(bot.url, {
      user: bot.user,
      view: { ...REPORT, values: { 'next~4': field('继续') } },
    });
    expect(reply.json?.response_action).toBe('update');
    expect(JSON.stringify(reply.json?.view)).toContain('progress~5');
  });

  it('repeated has the same key, and a correction in the same form another', async () => {
    for (const hash of ['h1', 'h1', 'h2'])
      await submit(bot.url, { user: bot.user, view: { ...REPORT, id: 'V1', hash, values: {} } });
    const keys = bot.asked.map((asked) => (asked.door === 'act' ? asked.input.key : null));
    expect(keys).toEqual(['V1:h1', 'V1:h1', 'V1:h2']);
  });

  it('after an unexpected error stays under the notice, and what was typed is kept as a draft', async () => {
    bot.reply((asked) => (asked.door === 'act' && asked.action === 'report' ? broken() : refusal('')));
    const reply = await submit(bot.url, {
      user: bot.user,
      view: { ...REPORT, values: { progress: field('long work') } },
    });
    expect(reply.json?.response_action).toBe('push');
    expect(bot.asked.at(-1)).toMatchObject({ action: 'draft', input: { values: { progress: 'long work' } } });
  });

  it('that takes long says so in time, and shows what came of it after', async () => {
    bot.reply(slow(2600, refusal('x')));
    const { id } = await openedView();
    const startedMs = Date.now();
    const reply = await submit(bot.url, { user: bot.user, view: { ...REPORT, id, values: {} } });
    expect(Date.now() - startedMs).toBeLessThan(2600);
    expect(reply.json?.response_action).toBe('update');
    await bot.idle();
    expect(bot.slack.callsOf('views.update')[0]?.args.view_id).toBe(id);
  });

  it('that is refused for another reason than its fields stays under the word, as it was typed', async () => {
    bot.reply(refusal('x'));
    const typed = { ...REPORT, values: { 'progress~1': field('long work') } };
    const reply = await submit(bot.url, { user: bot.user, view: typed });
    expect(reply.json?.response_action).toBe('push');
    const empty = await submit(bot.url, { user: bot.user, view: { ...REPORT, values: {} } });
    expect(empty.json?.response_action).toBe('update');
  });

  it('that fails after Slack was told "one moment" comes back with what was typed', async () => {
    bot.reply(async (asked) => {
      if (asked.door === 'act' && asked.action === 'task') await slow(2600, refusal('x'))();
      return broken();
    });
    const { id } = await openedView();
    const block = {
      type: 'input',
      block_id: 'reason~3',
      label: { type: 'plain_text', text: '理由' },
      element: { type: 'plain_text_input', action_id: 'value', initial_value: 'before' },
    };
    const view = { id, callbackId: 'form:task_return', metadata: '{"task":"t1"}', blocks: [block] };
    await submit(bot.url, { user: bot.user, view: { ...view, values: { 'reason~3': field('typed') } } });
    await bot.idle();
    const again = bot.slack.callsOf('views.update')[0]?.args.view as {
      callback_id: string;
      private_metadata: string;
      blocks: object[];
    };
    expect(again).toMatchObject({ callback_id: 'form:task_return', private_metadata: '{"task":"t1"}' });
    expect(again.blocks.at(-1)).toMatchObject({
      block_id: 'reason~4',
      element: { initial_value: 'typed' },
    });
    expect(JSON.stringify(again.blocks[0])).toContain(
      String(bot.logged.find(({ level }) => level === 'error')?.facts.id),
    );
  });

  it('that is not ours is closed and does nothing', async () => {
    const reply = await submit(bot.url, { user: bot.user, view: { callbackId: 'other', values: {} } });
    expect(reply.json?.response_action).toBe('clear');
    expect(bot.asked).toEqual([]);
  });

  it('closed by mistake keeps what was in it', async () => {
    await closeView(bot.url, {
      user: bot.user,
      view: { ...REPORT, values: { 'progress~1': field('half') } },
    });
    expect(bot.asked).toMatchObject([
      { action: 'draft', input: { obligation: 'o1', values: { progress: 'half' } } },
    ]);
  });

  it('closed with nothing Slack tells of keeps the draft there is', async () => {
    await closeView(bot.url, { user: bot.user, view: { ...REPORT, values: {} } });
    expect(bot.asked).toEqual([]);
  });
});

describe('a file', () => {
  const pressed: [string, () => Promise<unknown>][] = [
    ['direct messages', () => pressInMessage(bot.url, { user: bot.user, channel: bot.direct, ...pointer })],
    [
      'a channel',
      () =>
        pressInMessage(bot.url, {
          user: bot.user,
          channel: bot.channel,
          ...pointer,
          responseUrl: bot.slack.responseUrl(),
        }),
    ],
    [
      'Home',
      async () =>
        pressInView(bot.url, {
          user: bot.user,
          view: { type: 'home' },
          ...pointer,
          triggerId: await bot.slack.trigger(bot.user),
        }),
    ],
    ['a form', () => submit(bot.url, { user: bot.user, view: { callbackId: 'form:excuse', values: {} } })],
  ];
  const pointer = { actionId: 'do:consultation', value: '{"verb":"calendar"}' };

  it.each(pressed)(
    'asked for in %s goes to the asker alone, and again when it is asked for again',
    async (_, ask) => {
      const file: Outcome = { kind: 'export', name: '会商.ics', text: 'BEGIN:VCALENDAR', rows: 0 };
      // Home is drawn anew after a press on it.
      bot.reply((asked) => (asked.door === 'act' && asked.action === 'home' ? refusal('') : file));
      for (const times of [1, 2]) {
        await ask();
        await bot.idle();
        const sent = bot.slack.callsOf('files.completeUploadExternal');
        expect(sent.map(({ args }) => args.channel_id)).toEqual(Array(times).fill(bot.direct));
      }
      const inChannel = bot.slack
        .callsOf('chat.postMessage')
        .filter(({ args }) => args.channel === bot.channel);
      expect(inChannel).toEqual([]);
    },
  );
});

describe('the pane', () => {
  it('draws Home when it is opened', async () => {
    await event(bot.url, {
      type: 'app_home_opened',
      user: bot.user,
      channel: bot.direct,
      tab: 'home',
      event_ts: nextTs(),
    });
    expect(bot.asked).toEqual([{ door: 'act', who: bot.user, action: 'home', input: {} }]);
    expect(bot.slack.callsOf('views.publish')).toHaveLength(1);
  });

  const openMessages = async () => {
    const opened = { type: 'app_home_opened', user: bot.user, channel: bot.direct, tab: 'messages' };
    await event(bot.url, { ...opened, event_ts: nextTs() });
    await bot.idle();
  };
  const suggested = () => bot.slack.callsOf('assistant.threads.setSuggestedPrompts');

  it.each([
    ['zh', { title: '本周谁没报', message: '本周谁还没报' }],
    ['en', { title: 'Who is missing this week', message: 'who has not reported this week' }],
  ] as const)(
    'suggests questions in the language of whoever opens the conversation (%s)',
    async (language, first) => {
      bot.speak(language);
      await openMessages();
      expect(suggested()[0]!.args).toMatchObject({
        channel_id: bot.direct,
        prompts: [first, expect.anything()],
      });
    },
  );

  it('suggests nothing to a stranger', async () => {
    bot.suggest([]);
    await openMessages();
    expect(suggested()).toEqual([]);
  });

  it('does not insist where Slack has no use for suggestions, and says so once', async () => {
    bot.slack.fail('assistant.threads.setSuggestedPrompts', { kind: 'error', error: 'unknown_method' });
    for (let opened = 0; opened < 3; opened++) await openMessages();
    expect(suggested()).toHaveLength(1);
    expect(bot.logged.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });
});

describe('accounts and the app', () => {
  it('a new language and a closed account are handed on', async () => {
    await event(bot.url, { type: 'user_change', user: { id: bot.user, locale: 'en-GB', deleted: true } });
    expect(bot.changed).toEqual([{ slack: bot.user, locale: 'en-GB', isDeactivated: true }]);
  });

  it('the end of the installation is handed on', async () => {
    await event(bot.url, { type: 'app_uninstalled' });
    await event(bot.url, { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['U2'] } });
    await event(bot.url, { type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    expect(bot.removed).toEqual(['app_uninstalled', 'tokens_revoked']);
  });
});

it("every interaction without a listener is acknowledged within Slack's patience", async () => {
  const startedMs = Date.now();
  const replies = await Promise.all([
    shortcut(bot.url, { user: bot.user, callbackId: 'somebody_elses' }),
    interact(bot.url, {
      type: 'message_action',
      user: { id: bot.user },
      team: { id: 'T1' },
      callback_id: 'x',
      trigger_id: 't',
      message: {},
      channel: { id: 'C1' },
    }),
  ]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(Date.now() - startedMs).toBeLessThan(1000);
});
