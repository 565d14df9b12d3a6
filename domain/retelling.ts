// What was told and has changed since: every message in which a row was shown is updated in place. The update is written in
// the commit that changes the row; what it says is made when it is sent, so of several only the newest is needed
// (scheduler/coalesce.ts) and their order does not matter. What a channel was told is never made anew: it says what was
// approved.

import { type Change, ensure } from './change.ts';
import { as, type Instant, type MessageId } from './ids.ts';
import type { MessageRow } from './things.ts';

const isShown = ({ operation, state, content }: MessageRow): boolean =>
  operation === 'post' && state !== 'cancelled' && content.kind === 'told';

/** Updates of every message in which this row was shown; `about.version` is the version that the decision leads to. */
export function retold(
  shown: readonly MessageRow[],
  about: { id: string; version: number },
  at: Instant,
): Change[] {
  return shown.filter(isShown).map((message) =>
    ensure('message', {
      ...withoutVersion(message),
      id: as<MessageId>(`update:${message.id}:${about.id}@${about.version}`),
      operation: 'update',
      updates: message.id,
      after: null,
      state: 'pending',
      reason: null,
      attempts: 0,
      createdAt: at,
      sentAt: null,
      notBefore: 0,
      leaseUntil: 0,
      doubtSince: null,
      channelId: null,
      ts: null,
    }),
  );
}

/** Whether what this update says is made when it is sent: a person's message, which is told from the ledger. */
export const isRetelling = ({ operation, target, content }: MessageRow): boolean =>
  operation === 'update' && target.kind === 'person' && content.kind === 'told';

const withoutVersion = ({ version: _, ...row }: MessageRow): Omit<MessageRow, 'version'> => row;
