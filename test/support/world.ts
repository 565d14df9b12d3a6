// A whole Duban without Slack: the sample campaign imported into a fresh store, everybody bound, a clock that moves when
// the test says so, planning and delivery as in production, and a sender that remembers. What was sent reads as
// `08-05 17:00 安警官: overdue weekly gaj`, an update of what was sent before as `08-05 17:00 安警官: ~task dispatched 1`.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Deps } from '../../commands/command.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { act, answer } from '../../commands/registry.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { as, type Instant, type MessageId, type SlackChannelId, type SlackUserId } from '../../domain/ids.ts';
import type { MessageContent } from '../../domain/message-content.ts';
import type { NoticeItem } from '../../domain/notice.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { civilOf } from '../../domain/zone.ts';
import { deliver } from '../../scheduler/deliver.ts';
import type { Delivery } from '../../scheduler/delivery.ts';
import { createMeeting } from '../../scheduler/meet.ts';
import { findNextEvent } from '../../scheduler/next-event.ts';
import type { Directory } from '../../scheduler/ports.ts';
import { createRecheck } from '../../scheduler/recheck.ts';
import { createOnRefused } from '../../scheduler/refused.ts';
import { createRetell } from '../../scheduler/retell.ts';
import { tick } from '../../scheduler/tick.ts';
import { at } from './builders.ts';
import { fakeClock } from './fake-clock.ts';
import { type RecordingSender, recordingSender } from './recording-sender.ts';

export const SAMPLE = readFileSync(new URL('../../documents/samples/loudi.yml', import.meta.url), 'utf8');

export type Sent = {
  at: string;
  to: string;
  said: string[];
  content: MessageContent;
  /** An update of an earlier message. */
  isUpdate: boolean;
  /** In the thread of an earlier message. */
  isInThread: boolean;
};

export type World = {
  deps: Deps;
  store: Store;
  sender: RecordingSender;
  clock: ReturnType<typeof fakeClock>;
  sent: Sent[];
  /** Moves the clock to an instant (`2016-08-05 17:00`), plans and delivers once: what an outage until then looks like. */
  jumpTo(when: string): Promise<void>;
  /** Moves the clock through every event until an instant, as a running bot lives through it. */
  liveUntil(when: string): Promise<void>;
  /** Plans and delivers once at the present moment. */
  pass(): Promise<void>;
  /** What was sent since the last call, as `MM-DD HH:mm name: what`, updates as `name: ~what`. */
  news(): string[];
  say(person: string, text: string): Promise<Outcome>;
  press(person: string, action: ActionName, input?: ActionInput): Promise<Outcome>;
  slackOf(person: string): SlackUserId;
};

export type WorldOptions = {
  campaign?: string;
  from?: string;
  /** People (by e-mail) that Slack does not know. */
  strangers?: string[];
  /** Channel names that Slack does not know. */
  noChannels?: string[];
  /** Channel names that are archived; a test may put names in and take them out as it goes. */
  archived?: string[];
};

const userIdOf = (email: string): SlackUserId =>
  as<SlackUserId>(`U${email.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);

/** Everybody and every channel is there, except who is named. */
export function directoryWithout({
  strangers = [],
  noChannels = [],
  archived = [],
}: WorldOptions = {}): Directory {
  return {
    findUser: async (by) => {
      if ('slack' in by) return { kind: 'found', slack: by.slack, locale: 'zh-CN', active: true };
      if (strangers.includes(by.email)) return { kind: 'absent' };
      return { kind: 'found', slack: userIdOf(by.email), locale: 'zh-CN', active: true };
    },
    findChannel: async (name) =>
      noChannels.includes(name)
        ? { kind: 'absent' }
        : {
            kind: 'found',
            slack: as<SlackChannelId>(`C${name}`),
            joined: true,
            archived: archived.includes(name),
          },
  };
}

const label = (item: NoticeItem): string => {
  switch (item.kind) {
    case 'reminder':
      return `${item.reminder.step} ${item.obligation.duty.id} ${item.obligation.unit.id}`;
    case 'receipt':
    case 'late_report':
      return `${item.kind} ${item.report.obligation.duty.id} ${item.report.obligation.unit.id}`;
    case 'bulletin_drafted':
      return `${item.kind} ${item.bulletin.period.id}`;
    case 'person_unbound':
      return `${item.kind} ${item.person.name}`;
    case 'channel_trouble':
      return `${item.kind} ${item.channel}`;
    case 'unit_unreachable':
      return `${item.kind} ${item.unit.id} ${item.because}`;
    case 'delivery_refused':
    case 'database_trouble':
    case 'handed_over':
    case 'stand_in':
      return item.kind;
    case 'task':
      return `task ${item.entry.kind} ${item.task.no}`;
    case 'task_reminder':
      return `task ${item.step} ${item.task.no}`;
    case 'consultation':
    case 'topic':
      return `${item.kind} ${item.news}`;
    case 'incident':
      return `incident ${item.entry.kind} ${item.incident.no}${item.call ? ' call' : ''}`;
    default:
      return `${item.kind} ${item.obligation.duty.id} ${item.obligation.unit.id}`;
  }
};

const saidBy = (content: MessageContent): string[] => {
  if (content.kind === 'told') return content.items.map(label);
  return [
    content.kind === 'bulletin_part'
      ? `${content.kind} ${content.part}`
      : `${content.kind} ${content.bulletin.no}`,
  ];
};

/** Builds the world in a fresh store; the campaign is imported and planned at `from`. */
export async function aWorld(store: Store, options: WorldOptions = {}): Promise<World> {
  const clock = fakeClock(options.from ?? '2016-06-01 08:00');
  const sender = recordingSender();
  const holidays = holidayTable();
  const deps: Deps = { store, now: clock.campaign, newId: randomUUID, holidays };
  const imported = await importCampaign(deps, options.campaign ?? SAMPLE, {
    dryRun: false,
    source: 'sample',
  });
  if (imported.kind !== 'applied') throw new Error(JSON.stringify(imported));
  const directory = directoryWithout(options);
  const meeting = createMeeting({ store, directory, clocks: clock, holidays });
  const delivery: Delivery = {
    store,
    sender,
    clocks: clock,
    recheck: createRecheck({ store, holidays }),
    retell: createRetell({ store, holidays }),
    render: (content) => ({ text: JSON.stringify(content), blocks: [] }),
    languageOf: () => 'zh',
    newId: () => as<MessageId>(randomUUID()),
    onRefused: createOnRefused({ store, clocks: clock, holidays }),
    atPoint: () => {},
    log: { warn: fail, error: fail },
    options: { leaseMs: 15_000, settleMs: 3_000, atOnce: 1, passMs: 60_000 },
  };
  return worldOf({ deps, store, sender, clock, delivery, meeting });
}

function fail(fields: object, message: string): never {
  throw new Error(
    `${message} ${'error' in fields ? String((fields.error as Error)?.stack) : JSON.stringify(fields)}`,
  );
}

type Parts = Pick<World, 'deps' | 'store' | 'sender' | 'clock'> & {
  delivery: Delivery;
  meeting: ReturnType<typeof createMeeting>;
};

async function worldOf({ deps, store, sender, clock, delivery, meeting }: Parts): Promise<World> {
  const sent: Sent[] = [];
  let read = 0;
  let arrivedBefore = 0;
  const nameOf = async (id: string) =>
    (await store.find('person', id))?.name ?? (await store.find('channel', id))?.name ?? id;
  const pass = async () => {
    await meeting.meet(1000);
    await tick(deps);
    clock.advanceProcess(60_000);
    await deliver(delivery);
    for (const arrival of sender.arrived.slice(arrivedBefore)) {
      const { date, time } = civilOf(clock.campaign(), 'Asia/Shanghai');
      const content = JSON.parse(arrival.text) as MessageContent;
      sent.push({
        at: `${date} ${time}`,
        to: await nameOf(arrival.to),
        said: saidBy(content),
        content,
        isUpdate: arrival.isUpdate,
        isInThread: arrival.threadTs !== null,
      });
    }
    arrivedBefore = sender.arrived.length;
  };
  const goTo = async (instant: Instant) => {
    clock.setCampaign(instant);
    await pass();
  };
  const liveUntil = async (when: string) => {
    const end = at(when);
    for (
      let next = await findNextEvent(store, clock.campaign());
      next && next.at <= end;
      next = await findNextEvent(store, clock.campaign())
    ) {
      await goTo(next.at);
    }
    await goTo(end);
  };
  const slackOf = (name: string) => {
    const person = people.find((row) => row.name === name);
    if (!person?.slack) throw new Error(`${name} has no Slack account`);
    return person.slack;
  };
  await pass();
  const people = await store.list('person');
  return {
    deps,
    store,
    sender,
    clock,
    sent,
    slackOf,
    liveUntil,
    jumpTo: (when) => goTo(at(when)),
    pass,
    news: () => {
      const fresh = sent
        .slice(read)
        .map(
          ({ at: when, to, said, isUpdate }) =>
            `${when.slice(5)} ${to}: ${isUpdate ? '~' : ''}${said.join(' + ')}`,
        );
      read = sent.length;
      return fresh;
    },
    say: async (person, text) => {
      const outcome = await answer(deps, slackOf(person), text);
      await pass();
      return outcome;
    },
    press: async (person, action, input = {}) => {
      const outcome = await act(deps, slackOf(person), action, input);
      await pass();
      return outcome;
    },
  };
}
