// What an answer offers next: to whom their own unit's reports are, to file what is owed or to look at what was filed; to
// whoever may, the rows to take away; to everybody the way back to how all units stand.

import type { Button } from '@slack/types';
import type { ActionInput } from '../../domain/actions.ts';
import type { ObligationFacts } from '../../domain/facts.ts';
import { button } from '../blocks.ts';
import { filingButtons, isOwed, type Voice } from './phrases.ts';

const OWN_SHOWN = 2;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isAwaited = (row: ObligationFacts): boolean => isOwed(row) || row.standing === 'upcoming';

/** 填报 while one's own is owed, 查看 once it is filed. */
export const ownButtons = ({ t }: Voice, own: readonly ObligationFacts[] = []): Button[] =>
  own.slice(0, OWN_SHOWN).flatMap((row) => {
    if (isAwaited(row)) return filingButtons(t, row);
    return row.versions > 0 ? [button('show', { obligation: row.id }, t.words.buttons.show)] : [];
  });

export const ledgerButton = ({ t }: Voice, about: ActionInput): Button =>
  button('export', about, t.words.buttons.ledger);

/** How punctual the units were with this duty. */
export const timelinessButton = ({ t }: Voice, { campaign, duty }: ActionInput): Button =>
  button(
    'ask',
    { ...(campaign && { campaign }), reading: { intent: 'timeliness', ...(duty && { duty }) } },
    capitalised(t.asking.asks.timeliness),
  );
