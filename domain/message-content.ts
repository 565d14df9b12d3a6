// What one message row says. A person's message points at its intents (their facts are made when it is sent);
// a channel's carries its facts, because what was approved must be what is published.

import type { BulletinFacts } from './facts.ts';
import type { Instant } from './ids.ts';
import type { NoticeItem } from './notice.ts';

export type MessageContent =
  /** The bound intents of one recipient; `items` as last rendered, for the record. */
  | { kind: 'told'; zone: string; at: Instant; items: NoticeItem[] }
  /** The bulletin in the channel; its parts follow in the thread. */
  | { kind: 'bulletin_head'; bulletin: BulletinFacts }
  | { kind: 'bulletin_part'; part: BulletinPart; bulletin: BulletinFacts }
  | { kind: 'bulletin_correction'; bulletin: BulletinFacts; no: number };

/** The thread under a bulletin, in order. */
export type BulletinPart = 'overview' | 'units' | 'highlights' | 'next';
