// The numbers of /metrics, in Prometheus' text format: what waits, what is in doubt or refused, and what sends came to
// since the start. Only states that end are counted by asking the database; what was sent long ago is not read again.

import type { Store } from '../db/store.ts';
import type { MessageState } from '../domain/things.ts';
import type { SendResult } from '../scheduler/ports.ts';

const OPEN_STATES: MessageState[] = ['pending', 'sending', 'unknown', 'refused'];

export type Metrics = {
  noteSend(result: SendResult): void;
  /** Planning ended well at this process time, epoch ms. */
  notePlan(atMs: number): void;
  /** When planning ended well last; null before the first time. */
  lastPlanMs(): number | null;
  text(): Promise<string>;
};

type Sample = { labels?: Record<string, string>; value: number };

function metric(name: string, type: 'gauge' | 'counter', help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => {
    const inside = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${name}${inside.length > 0 ? `{${inside.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
}

async function countMessages(store: Store): Promise<Sample[]> {
  const rows = await store.list('message', { where: { state: { in: OPEN_STATES } } });
  return OPEN_STATES.map((state) => ({
    labels: { state },
    value: rows.filter((row) => row.state === state).length,
  }));
}

/** Keeps the numbers of one process. */
export function createMetrics(store: Store): Metrics {
  const sends: Record<SendResult['kind'], number> = { sent: 0, not_sent: 0, refused: 0, unknown: 0 };
  let plans = 0;
  let lastPlanMs: number | null = null;
  return {
    noteSend: ({ kind }) => {
      sends[kind] += 1;
    },
    notePlan: (atMs) => {
      plans += 1;
      lastPlanMs = atMs;
    },
    lastPlanMs: () => lastPlanMs,
    text: async () => {
      const waiting = (await store.list('intent', { where: { state: 'pending' } })).length;
      const results = Object.entries(sends).map(([result, value]) => ({ labels: { result }, value }));
      return [
        metric('duban_intents_pending', 'gauge', 'What people are owed to be told and was not yet bound.', [
          { value: waiting },
        ]),
        metric(
          'duban_messages',
          'gauge',
          'Messages that are not settled, by state.',
          await countMessages(store),
        ),
        metric('duban_sends_total', 'counter', 'What sends came to since the start.', results),
        metric('duban_plans_total', 'counter', 'Plans that ended well since the start.', [{ value: plans }]),
        metric('duban_last_plan_timestamp_seconds', 'gauge', 'When planning ended well last.', [
          { value: (lastPlanMs ?? 0) / 1000 },
        ]),
      ].join('');
    },
  };
}
