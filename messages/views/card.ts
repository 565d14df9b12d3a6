// One thing told, before it is known whether it stands alone or in a list.

import type { Button, KnownBlock } from '@slack/types';
import type { Mrkdwn } from '../escape.ts';

export type Sign = '' | '🟢' | '🟡' | '🔴' | '✅' | '⏳';

/** What comes first in a list: what is late, what is soon, what is later, what is only to be known. */
export const RANK = { late: 0, soon: 1, later: 2, news: 3 } as const;

export type Card = {
  rank: number;
  /** Something is to be done, rather than only known. */
  todo: boolean;
  sign: Sign;
  /** What it is, without a full stop; alone it is set in bold. */
  title: string;
  /** A whole sentence for the notification. */
  text: string;
  details: Mrkdwn[];
  buttons: Button[];
  /** Why it came; for lists also without the rest of the small print. */
  small: string | null;
  why: string | null;
  /** The same in one line of a list; with its own buttons where a list wants fewer. */
  line: { sign: Sign; text: string; buttons?: Button[] };
  /** The full form, where title, details and buttons do not make it. */
  blocks: KnownBlock[] | null;
  /** What ends its reminders, for the small print of a list: filing (if left out), or something else. */
  ends?: 'other';
};

/** A card that is only to be known. */
export const news = (card: Pick<Card, 'title' | 'text'> & Partial<Card>): Card => ({
  rank: RANK.news,
  todo: false,
  sign: '',
  details: [],
  buttons: [],
  small: null,
  why: null,
  line: { sign: card.sign ?? '', text: card.title },
  blocks: null,
  ...card,
});
