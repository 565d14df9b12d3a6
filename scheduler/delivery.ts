// What a delivery needs from outside, in one type: the store, a sender, the re-check, the retelling, a renderer, two clocks.
// Nothing here decides; the parts that do are bind.ts (intents become messages), dispatch.ts (one message goes out),
// reconcile.ts (doubt is resolved) and deliver.ts (the order of a pass).

import type { Store } from '../db/store.ts';
import type { Language } from '../domain/campaign.ts';
import type { Change } from '../domain/change.ts';
import type { MessageId } from '../domain/ids.ts';
import type { MessageContent } from '../domain/message-content.ts';
import type { MessageRow, PersonRow } from '../domain/things.ts';
import type { AtPoint, Clocks, Recheck, Retell, Sender } from './ports.ts';

/** Turns what a message says into words and blocks of one language. */
export type Render = (content: MessageContent, language: Language) => { text: string; blocks: unknown[] };

/** Where trouble is written down; a pino logger fits. Never carries what a message says. */
export type Log = {
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/** All in process time, milliseconds. */
export type DeliveryOptions = {
  /** How long a claim is ours; a send must have begun within it. */
  leaseMs: number;
  /** How long a doubtful post may still be on its way before its absence means anything. */
  settleMs: number;
  /** How many messages to different recipients may be under way at once. */
  atOnce: number;
  /** After this long a pass claims nothing more, so that planning is never starved by a slow workspace. */
  passMs: number;
};

export const LIVE_OPTIONS: DeliveryOptions = { leaseMs: 15_000, settleMs: 60_000, atOnce: 4, passMs: 60_000 };
/** With a simulated clock nothing else is on the line, and somebody is waiting in front of the screen. */
export const SIMULATED_OPTIONS: DeliveryOptions = { ...LIVE_OPTIONS, settleMs: 3_000 };

export type Delivery = {
  store: Store;
  sender: Sender;
  recheck: Recheck;
  retell: Retell;
  clocks: Clocks;
  render: Render;
  languageOf: (person: PersonRow) => Language;
  /** A new opaque message id. It leaves the house as metadata, so nothing may be read from it. */
  newId: () => MessageId;
  /** What is to be written when a message was definitely refused: who is told, which channel is in trouble. */
  onRefused: (message: MessageRow, reason: string) => Promise<Change[]> | Change[];
  atPoint: AtPoint;
  log: Log;
  options: DeliveryOptions;
  /** Ends a pass early: what is under way is finished, nothing more is begun. */
  signal?: AbortSignal;
};

/** How long to wait before the next try, after so many: 0.5 s, 1 s, 2 s … at most a minute. */
export const backoffMs = (attempts: number): number => Math.min(500 * 2 ** Math.max(attempts - 1, 0), 60_000);
