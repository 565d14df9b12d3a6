// The commands that may follow `/duban`, offered while one types. The text field keeps the focus and owns the list:
// arrows move in it, Tab and Enter take, Escape gives the command up.

import type { KeyboardEvent, ReactNode } from 'react';
import type { CommandLine } from '../contract.ts';
import { useWords } from './store.ts';

export const SLASH = '/duban';

/** What taking an offer writes into the field. */
export const typedFor = (offer: CommandLine): string => `${SLASH} ${offer.word} `;

/** What may follow `/`, `/dub` or `/duban 填`; nothing once a command is complete. */
export function completionsOf(text: string, commands: readonly CommandLine[]): readonly CommandLine[] {
  if (!text.startsWith('/')) return [];
  const [, typed = ''] = /^\/\S*\s+(.*)$/s.exec(text) ?? [];
  if (!text.includes(' ') && !SLASH.startsWith(text) && !'/督办'.startsWith(text)) return [];
  if (commands.some(({ word }) => typed.startsWith(`${word} `))) return [];
  return commands.filter(({ word }) => word.startsWith(typed) && word !== typed);
}

/** A bare `/duban` is a command itself, so that Enter must send it: nothing is chosen until one moves. */
export const firstChoice = (text: string): number => (/^\/(duban|督办)\s*$/i.test(text) ? -1 : 0);

/** Carries out a key that belongs to the list; false if it does not. */
export function moveOrTake(
  event: KeyboardEvent,
  offers: readonly CommandLine[],
  chosen: number,
  choose: (index: number) => void,
  write: (text: string) => void,
): boolean {
  const offer = offers[chosen];
  if (event.key === 'ArrowDown') choose((chosen + 1) % offers.length);
  else if (event.key === 'ArrowUp') choose((Math.max(0, chosen) - 1 + offers.length) % offers.length);
  else if ((event.key === 'Tab' || event.key === 'Enter') && offer) write(typedFor(offer));
  else if (event.key === 'Escape') write('');
  else return false;
  event.preventDefault();
  return true;
}

export type CompletionsProps = {
  id: string;
  offers: readonly CommandLine[];
  chosen: number;
  onTake(text: string): void;
};

export function Completions({ id, offers, chosen, onTake }: CompletionsProps): ReactNode {
  const words = useWords();
  return (
    <div className="completions" id={`${id}-list`} role="listbox" aria-label={words.composer.commands}>
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field that owns the list
        <div
          key={offer.name}
          id={`${id}-${index}`}
          className="completion"
          role="option"
          aria-selected={index === chosen}
          tabIndex={-1}
          onClick={() => onTake(typedFor(offer))}
        >
          <b>{`${SLASH} ${offer.word}`}</b> <span className="arguments">{offer.arguments}</span>
          <span className="what">{offer.what}</span>
        </div>
      ))}
    </div>
  );
}
