// A bot of few words, for tests of the desk alone: it answers signed requests and calls the Web API, nothing more.
// Its messages are shaped like Duban's, so that what the page makes of them can be looked at.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import type { DeskBotSettings, RunningBot } from '../../desk/contract.ts';
import { type Calendar, workCalendar } from '../../domain/calendar.ts';
import type { Campaign, Language } from '../../domain/campaign.ts';

type Json = Record<string, unknown>;

const md = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: md(text) });
const context = (text: string) => ({ type: 'context', elements: [md(text)] });
const button = (text: string, action: string, input: Json = {}, style?: string) => ({
  type: 'button',
  text: plain(text),
  action_id: `do:${action}:${Math.random().toString(36).slice(2, 6)}`,
  value: JSON.stringify(input),
  ...(style ? { style } : {}),
});
const actions = (...elements: Json[]) => ({ type: 'actions', elements });

/** The sample campaign, as far as the desk reads it. */
export function sampleCampaign(): Campaign {
  const raw = parse(
    readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8'),
  ) as Json;
  const head = raw.campaign as Json;
  return {
    ...head,
    units: raw.units,
    people: (raw.people as Json[]).map((person) => ({ ...person, person: person.email })),
    areas: [],
    phases: [],
    figures: raw.figures,
    forms: {},
    incidentOrder: [],
    incidentMinutes: 10,
    ranking: false,
    quietDays: [],
    notice: [],
    duties: [
      {
        id: 'weekly',
        name: '工作进展周报',
        kind: 'report',
        owedBy: ['member', 'locality'],
        nil: true,
        form: null,
        rhythm: { every: 'week', weekday: 'fri', time: '17:00' },
        onHoliday: { roll: 'previous' },
        graceMinutes: 0,
      },
      {
        id: 'bulletin',
        name: '情况通报',
        kind: 'bulletin',
        owedBy: ['office'],
        nil: false,
        form: null,
        collects: 'weekly',
        rhythm: { every: 'week', weekday: 'mon', time: '12:00' },
        onHoliday: { roll: 'next', nth: 1 },
        graceMinutes: 0,
      },
    ],
    channels: head.channels,
    workingHours: { from: '08:30', to: '17:30' },
  } as unknown as Campaign;
}

const reportForm = (hash: number): Json => ({
  type: 'modal',
  callback_id: 'form:report',
  private_metadata: '{}',
  notify_on_close: true,
  title: plain('填报'),
  submit: plain('报送'),
  close: plain('取消'),
  blocks: [
    {
      type: 'section',
      block_id: 'about',
      text: md('*市公安局 · 工作进展周报（第31周，8月1日—7日）*\n截止 8月5日 周五 17:00 · 还差 1 小时 30 分'),
    },
    context('已填入上期的数字和下步安排，请核对后报送。'),
    actions(button('与上周相同', 'report', { copyLast: true })),
    {
      type: 'input',
      block_id: `progress~${hash}`,
      label: plain('进展及成效'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true },
    },
    ...[
      ['checked', '排查机构数（家）', '9'],
      ['problems', '发现问题数（个）', '4'],
      ['rectified', '整改完成数（个）', '2'],
    ].map(([id, label, value]) => ({
      type: 'input',
      block_id: `figure:${id}~${hash}`,
      label: plain(label ?? ''),
      hint: plain(`上周 ${value} · 填整数`),
      element: { type: 'number_input', action_id: 'value', is_decimal_allowed: false, initial_value: value },
    })),
    {
      type: 'input',
      optional: true,
      block_id: `new~${hash}`,
      label: plain('新情况新问题'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true },
    },
    {
      type: 'input',
      block_id: `next~${hash}`,
      label: plain('下步安排'),
      element: {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        initial_value: '完成剩余机构现场核查。',
      },
    },
    {
      type: 'input',
      optional: true,
      block_id: `files~${hash}`,
      label: plain('附件'),
      element: { type: 'file_input', action_id: 'value', max_files: 10 },
    },
  ],
});

const nilForm: Json = {
  type: 'modal',
  callback_id: 'form:nil',
  private_metadata: '{}',
  title: plain('零报告'),
  submit: plain('确认零报告'),
  close: plain('取消'),
  blocks: [section('确认市商务粮食局第31周工作进展周报无情况可报。零报告计为已报。')],
};

const reminder = (unit: string) => ({
  text: `今天 17:00 前请报送：工作进展周报（第31周）`,
  blocks: [
    section(
      `*今天 17:00 前请报送：工作进展周报（第31周，8月1日—7日）*\n${unit} · 截止 <!date^1470387600^{date_short_pretty} {time}|8月5日 周五 17:00> · 还差 2 小时`,
    ),
    actions(button('填报', 'report', {}, 'primary'), button('零报告', 'nil'), button('已知悉', 'note')),
    context(`_因您是${unit}联络员；报送后不再提醒。_`),
  ],
});

const status = {
  text: '工作进展周报 第31周 应报 10 已报 6',
  blocks: [
    section(
      '*工作进展周报 · 第31周 · 截至 8月5日 周五 16:00（还有 1 小时）*\n应报 10 · 已报 6（零报告 1） · 未报 4：市工商局、市公安局、市商务粮食局、双峰县人民政府',
    ),
    actions(button('催报 4 家', 'chase', {}, 'primary'), button('查看台账', 'status')),
  ],
};

const bulletin = {
  text: '情况通报 第9期',
  blocks: [
    { type: 'header', text: plain('情况通报 第9期') },
    context('市领导小组办公室 · 8月8日 周一'),
    section(
      '第31周应报 10 家，按时 8 家（80%，上周 70%），迟报 1 家，未报 1 家。\n排查机构 86 家（+11），发现问题 23 个（+4），整改完成 15 个（+6）。\n未报：市工商局　迟报：双峰县（8月6日 10:20）',
    ),
    context('_全文、各单位情况、下步要求见本条回复。_'),
  ],
};

const home = (name: string): Json => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plain('督办') },
    section(`*${name}*，您是市公安局联络员。`),
    { type: 'divider' },
    section('⏳ *工作进展周报（第31周）*\n截止 8月5日 周五 17:00 · 还差 1 小时 30 分'),
    actions(button('填报', 'report', {}, 'primary'), button('零报告', 'nil')),
    { type: 'section', fields: [md('*已报*\n6 家'), md('*未报*\n4 家')] },
  ],
});

export type FakeBot = RunningBot & { heard: { kind: string; body: Json }[] };

/** Starts it; reminders are waiting in everybody's direct conversation. */
export async function startFakeBot(settings: DeskBotSettings, campaign: Campaign): Promise<FakeBot> {
  const heard: FakeBot['heard'] = [];
  let now = Math.max(settings.clockAt, Date.parse('2016-08-05T15:30:00+08:00'));
  let work: Promise<unknown> = Promise.resolve();
  const call = async (method: string, args: Json): Promise<Json> => {
    const response = await fetch(settings.slackApiUrl + method, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.botToken}` },
      body: JSON.stringify(args),
    });
    const answer = (await response.json()) as Json;
    if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
    return answer;
  };
  const channelNamed = async (name: string): Promise<string> => {
    const { channels } = (await call('conversations.list', {})) as {
      channels: { id: string; name: string }[];
    };
    return channels.find((one) => one.name === name)?.id ?? '';
  };
  const later = (job: () => Promise<unknown>) => {
    work = work.then(job);
  };

  async function handlePayload(payload: Json): Promise<Json | null> {
    const user = (payload.user as Json).id as string;
    if (payload.type === 'view_submission') {
      const view = payload.view as {
        callback_id: string;
        state: { values: Record<string, { value: { value: string | null } }> };
      };
      const empty = Object.entries(view.state.values).find(
        ([id, { value }]) => id.startsWith('progress') && !value.value,
      );
      if (empty) return { response_action: 'errors', errors: { [empty[0]]: '请填写此项。' } };
      const what = view.callback_id === 'form:nil' ? '零报告' : '第31周工作进展周报';
      later(() =>
        call('chat.postMessage', {
          channel: user,
          text: `已收到${what}`,
          blocks: [
            section(
              `✅ *已收到${what}*，8月5日 周五 15:42，按时。\n排查机构 12 家（上周 9，+3） · 发现问题 4 个 · 整改完成 2 个`,
            ),
            context('本周日 24:00 前可以更正。'),
            actions(button('更正', 'report'), button('查看', 'show')),
          ],
        }),
      );
      return null;
    }
    if (payload.type !== 'block_actions') return null;
    const [action] = payload.actions as { action_id: string }[];
    const name = action?.action_id.split(':')[1];
    if (name === 'report')
      await call('views.open', { trigger_id: payload.trigger_id, view: reportForm(Date.now()) });
    if (name === 'nil') await call('views.open', { trigger_id: payload.trigger_id, view: nilForm });
    if (name === 'chase')
      later(() =>
        respond(payload.response_url as string, { text: '已催报 4 家。', replace_original: false }),
      );
    if (name === 'note')
      later(() => respond(payload.response_url as string, { text: '好的，下一次提醒不再发给您。' }));
    if (name === 'bulletin')
      later(async () => call('chat.postMessage', { channel: await channelNamed('整治通报'), ...bulletin }));
    return null;
  }

  const respond = (url: string, body: Json) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function handle(raw: string, contentType: string): Promise<Json | string | null> {
    if (contentType.includes('json')) {
      const { event } = JSON.parse(raw) as { event: Json };
      heard.push({ kind: String(event.type), body: event });
      if (event.type === 'app_home_opened' && event.tab === 'home')
        await call('views.publish', { user_id: event.user, view: home('安警官') });
      if (event.type === 'app_mention')
        later(() => call('chat.postMessage', { channel: event.channel, thread_ts: event.ts, ...status }));
      if (event.type === 'message')
        later(() => call('chat.postMessage', { channel: event.channel, ...status }));
      return null;
    }
    const form = Object.fromEntries(new URLSearchParams(raw)) as Record<string, string>;
    if (form.payload) {
      const payload = JSON.parse(form.payload) as Json;
      heard.push({ kind: String(payload.type), body: payload });
      return handlePayload(payload);
    }
    heard.push({ kind: 'command', body: form });
    if (form.text?.startsWith('填报'))
      await call('views.open', { trigger_id: form.trigger_id, view: reportForm(1) });
    else later(() => respond(form.response_url ?? '', { response_type: 'ephemeral', ...status }));
    return null;
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString('utf8');
      const stamp = String(request.headers['x-slack-request-timestamp']);
      const right = `v0=${createHmac('sha256', settings.signingSecret).update(`v0:${stamp}:${raw}`).digest('hex')}`;
      if (request.headers['x-slack-signature'] !== right) return void response.writeHead(401).end();
      handle(raw, request.headers['content-type'] ?? '').then(
        (answer) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(answer === null ? '' : JSON.stringify(answer));
        },
        () => response.writeHead(500).end(),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  for (const person of campaign.people.filter(({ role }) => role === 'liaison')) {
    const { user } = (await call('users.lookupByEmail', { email: person.email })) as { user: { id: string } };
    const unit = campaign.units.find(({ id }) => id === person.unit)?.name ?? '';
    await call('chat.postMessage', {
      channel: user.id,
      ...reminder(unit),
      metadata: { event_type: 'duban', event_payload: { key: person.email } },
    });
  }
  const channel = await channelNamed('整治通报');
  const head = await call('chat.postMessage', { channel, ...bulletin });
  for (const part of [
    '*各单位情况*\n娄底银监分局　按时\n市公安局　按时',
    '*下步要求*\n未报单位请于今日下班前补报。',
  ])
    await call('chat.postMessage', { channel, thread_ts: head.ts, text: part, blocks: [section(part)] });

  const events = [
    { at: '2016-08-05T17:00:00+08:00', what: '逾期提醒' },
    { at: '2016-08-08T09:00:00+08:00', what: '通报起草' },
  ];
  return {
    heard,
    url: `${url}/slack/events`,
    adminUrl: url,
    clock: {
      now: () => now,
      async advanceTo(ms) {
        const due = events.filter(({ at }) => Date.parse(at) > now && Date.parse(at) <= ms);
        now = Math.max(now, ms);
        for (const { what } of due) {
          const text = what === '通报起草' ? '情况通报已起草，请审阅' : '🔴 工作进展周报尚未报送';
          const office = await channelNamed('整治办公室');
          const buttons = [
            button('预览', 'bulletin', { verb: 'preview' }),
            button('批准', 'bulletin', { verb: 'approve' }, 'primary'),
          ];
          await call('chat.postMessage', {
            channel: office,
            text,
            blocks: [section(`*${text}*`), actions(...buttons)],
          });
        }
      },
      nextStopAt: async () => {
        const next = events.find(({ at }) => Date.parse(at) > now);
        return next ? Date.parse(next.at) : null;
      },
      nextEventAt: async () => {
        const next = events.find(({ at }) => Date.parse(at) > now);
        return next ? { at: Date.parse(next.at), what: next.what } : null;
      },
      calendar: () => weekdays(),
    },
    rehearse: async (_language: Language) => [
      {
        at: Date.parse(events[0]?.at ?? ''),
        to: '尚工商',
        what: '工作进展周报（第31周） 逾期提醒',
        step: '逾期提醒',
        why: '市工商局联络员 · 仍未报送',
      },
      {
        at: Date.parse(events[0]?.at ?? ''),
        to: '安局长',
        what: '工作进展周报（第31周） 逾期提醒',
        step: '逾期提醒',
        why: '市公安局负责人 · 仍未报送',
      },
      {
        at: Date.parse(events[1]?.at ?? ''),
        to: '文书一',
        what: '情况通报 起草完成',
        step: '初稿拟出',
        why: '办公室工作人员',
      },
    ],
    recent: async () => [
      {
        at: now - 1_800_000,
        to: '安警官',
        what: '工作进展周报（第31周） 截止前提醒',
        state: 'sent' as const,
        why: null,
      },
      {
        at: now - 1_800_000,
        to: '银人行',
        what: '工作进展周报（第31周） 截止前提醒',
        state: 'cancelled' as const,
        why: '已经报送',
      },
    ],
    reword: async () => [],
    commands: async () => [
      { name: 'report' as const, word: '填报', arguments: '[事项]', what: '填写并报送本单位的报告' },
      { name: 'nil' as const, word: '零报告', arguments: '[事项]', what: '本期无情况，一次点击即报' },
      { name: 'missing' as const, word: '谁没报', arguments: '[事项] [报送期]', what: '还没有报送的单位' },
      { name: 'chase' as const, word: '催报', arguments: '[事项或单位]', what: '提醒尚未报送的单位' },
    ],
    shortcuts: () => [
      { callbackId: 'report', type: 'global', name: '填报' },
      { callbackId: 'task', type: 'message', name: '消息转督办' },
    ],
    idle: async () => {
      await work.catch(() => undefined);
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const weekdays = (): Calendar =>
  workCalendar('weekdays', { years: { from: 2004, to: 2026 }, off: new Map(), work: new Map() }, []);
