// What the scheduler knows of the outside: somebody who posts, somebody who looks people up, and two clocks.
// It does not know that this is Slack.

import type { Instant, MessageId, SlackChannelId, SlackUserId } from '../domain/ids.ts';
import type { NoticeItem } from '../domain/notice.ts';
import type { ChannelRow, IntentRow, MessageRow, PersonRow } from '../domain/things.ts';

export type Destination = { kind: 'person'; person: PersonRow } | { kind: 'channel'; channel: ChannelRow };

/** One post or update, rendered and addressed. `key` finds it again in the conversation's history. */
export type Outgoing = {
  key: MessageId;
  to: Destination;
  text: string;
  blocks: unknown[];
  /** Post into this thread. */
  threadTs: string | null;
  /** Change this message instead of posting one. */
  update: { channelId: SlackChannelId; ts: string } | null;
};

/** What is needed to find a post again: its key and where it was to go. */
export type Sought = Pick<Outgoing, 'key' | 'to' | 'threadTs'>;

/** What came of a send, by what the caller may do next. Instants are process time, epoch ms. */
export type SendResult =
  | { kind: 'sent'; channelId: SlackChannelId; ts: string }
  | { kind: 'not_sent'; retryAtMs: number }
  | { kind: 'refused'; reason: string }
  | { kind: 'unknown'; reason: string };

/** Whether a doubtful post arrived. `absent` is only said when the whole stretch was read and the key is not in it. */
export type LookUpResult =
  | { kind: 'found'; channelId: SlackChannelId; ts: string }
  | { kind: 'absent' }
  | { kind: 'unknown'; reason: string };

export type Sender = {
  /**
   * Posts or updates. `startByMs` (process time): after it the claim is no longer ours, so a post that has to wait
   * longer than that for its turn must not begin and is answered `not_sent`.
   */
  send(outgoing: Outgoing, startByMs?: number): Promise<SendResult>;
  /** Looks for a post by its key in the conversation (and thread) it was meant for. */
  lookUp(sought: Sought): Promise<LookUpResult>;
};

/** Finds Slack accounts and channels. `unknown`: could not be asked just now. */
export type Directory = {
  findUser(
    by: { email: string } | { slack: SlackUserId },
  ): Promise<
    | { kind: 'found'; slack: SlackUserId; locale: string | null; active: boolean }
    | { kind: 'absent' }
    | { kind: 'unknown' }
  >;
  findChannel(
    name: string,
  ): Promise<
    | { kind: 'found'; slack: SlackChannelId; joined: boolean; archived: boolean }
    | { kind: 'absent' }
    | { kind: 'unknown' }
  >;
};

/** Campaign time says what is due; process time (epoch ms, real) measures leases, settling and retries. */
export type Clocks = { campaign: () => Instant; process: () => number };

/** What becomes of due intents when they are looked at once more, just before they are told. */
export type Telling = {
  /** Still true: the facts to be said. */
  told: { intent: IntentRow; item: NoticeItem }[];
  /** No longer owed, noted, left: with a reason for the record. */
  cancelled: { intent: IntentRow; reason: string }[];
  /** Outside reminder hours by now: the next slot. */
  postponed: { intent: IntentRow; slotAt: Instant }[];
};

/** Re-checks intents of one recipient against the ledger as it is now. */
export type Recheck = (intents: IntentRow[], now: Instant) => Promise<Telling>;

/**
 * Makes what a message to one person says anew from the ledger as it is now, item by item and in the same order. What may
 * not be shown to that person any more, and what is not told anew, stays as the message says it.
 */
export type Retell = (message: MessageRow, now: Instant) => Promise<NoticeItem[]>;

/** Points at which a process may be killed by a test; in production nothing happens at them. */
export type KillPoint = 'after_enqueue' | 'after_claim' | 'before_post' | 'after_post' | 'during_reconcile';
export type AtPoint = (point: KillPoint, message: MessageRow | null) => void;
