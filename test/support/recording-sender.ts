// A sender that posts nowhere and remembers everything: what arrived, by key, and what was asked for. A test scripts
// what becomes of the next sends; without a script every one arrives.
// Invariant: `arrived` is what people would see; a post can arrive although its answer was `unknown`.

import { as, type SlackChannelId } from '../../domain/ids.ts';
import type { LookUpResult, Outgoing, Sender, SendResult, Sought } from '../../scheduler/ports.ts';

/**
 * What becomes of one send: an answer as it is (nothing arrives), or `lost_answer` (it arrives, and nobody is told).
 * Absent: it arrives and is answered `sent`.
 */
export type Fate = Exclude<SendResult, { kind: 'sent' }> | { kind: 'lost_answer' } | { kind: 'throws' };

/** Something people see: whom it reached, what it says, where it stands. */
export type Arrival = {
  key: string;
  /** The person's or channel's id in the ledger. */
  to: string;
  text: string;
  blocks: unknown[];
  channelId: SlackChannelId;
  ts: string;
  threadTs: string | null;
  /** An update changes an earlier arrival; it stands here as well, after it. */
  isUpdate: boolean;
};

export type RecordingSender = Sender & {
  readonly arrived: Arrival[];
  /** Every send that was tried, whatever came of it. */
  readonly tried: Outgoing[];
  readonly lookedUp: Sought[];
  /** Decides the next sends, in order. */
  script(...fates: (Fate | null)[]): void;
  /** Decides every send; null lets it arrive. The script goes first. */
  decide(rule: (outgoing: Outgoing) => Fate | null): void;
  /** While true, look-ups answer `unknown`. */
  blind: boolean;
};

const addressee = ({ to }: Sought): string => (to.kind === 'person' ? to.person.id : to.channel.id);
const conversation = ({ to }: Sought): SlackChannelId =>
  to.kind === 'channel'
    ? (to.channel.slack ?? as<SlackChannelId>('C0'))
    : (to.person.dm ?? as<SlackChannelId>(`D-${to.person.slack}`));

/** Makes a recording sender; `ts` counts up from 1000.000001. */
export function recordingSender(): RecordingSender {
  const arrived: Arrival[] = [];
  const scripted: (Fate | null)[] = [];
  let rule: (outgoing: Outgoing) => Fate | null = () => null;

  const arrive = (outgoing: Outgoing): { channelId: SlackChannelId; ts: string } => {
    const ts = outgoing.update?.ts ?? `1000.${String(arrived.length + 1).padStart(6, '0')}`;
    const channelId = outgoing.update?.channelId ?? conversation(outgoing);
    const { key, text, blocks, threadTs } = outgoing;
    const isUpdate = outgoing.update !== null;
    arrived.push({ key, to: addressee(outgoing), text, blocks, channelId, ts, threadTs, isUpdate });
    return { channelId, ts };
  };

  const sender: RecordingSender = {
    arrived,
    tried: [],
    lookedUp: [],
    blind: false,
    script(...fates) {
      scripted.push(...fates);
    },
    decide(next) {
      rule = next;
    },
    async send(outgoing): Promise<SendResult> {
      sender.tried.push(outgoing);
      const fate = scripted.length > 0 ? scripted.shift()! : rule(outgoing);
      if (!fate) return { kind: 'sent', ...arrive(outgoing) };
      if (fate.kind === 'throws') throw new Error('the sender broke');
      if (fate.kind !== 'lost_answer') return fate;
      arrive(outgoing);
      return { kind: 'unknown', reason: 'timeout' };
    },
    async lookUp(sought): Promise<LookUpResult> {
      sender.lookedUp.push(sought);
      if (sender.blind) return { kind: 'unknown', reason: 'history_unavailable' };
      const found = arrived.find((arrival) => arrival.key === sought.key && !arrival.isUpdate);
      return found ? { kind: 'found', channelId: found.channelId, ts: found.ts } : { kind: 'absent' };
    },
  };
  return sender;
}
