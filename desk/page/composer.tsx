// Where one writes: plain words go to the conversation, `/duban …` to the bot as a command. Commands complete while one
// types; an input method that is still composing (拼音) is never interrupted.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { CommandLine } from '../contract.ts';
import { usePlaces } from './places.tsx';
import { act, useDesk, useWords } from './store.ts';

const SLASH = '/duban';

export function Composer({ channel, threadTs }: { channel: string; threadTs: string | null }): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const name = usePlaces().titleOf({ kind: 'talk', channel });
  const offers = completions(text, world?.commands ?? []);
  const isOpen = offers.length > 0;

  const write = (next: string) => {
    setText(next);
    setChosen(0);
    input.current?.focus();
  };
  const send = async () => {
    const said = text.trim();
    if (said === '') return;
    setText('');
    const command = /^\/(duban|督办)\s*/i.exec(said);
    if (command) await act({ kind: 'command', channel, text: said.slice(command[0].length) });
    else await act({ kind: 'say', channel, text: said, threadTs });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (isOpen && moveOrTake(event, offers, chosen, setChosen, write)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  return (
    <div className="composer">
      {isOpen && (
        <ul className="completions" id={`${id}-list`} role="listbox" aria-label={words.composer.commands}>
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field that owns the list
            <li
              key={offer.name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              onClick={() => write(typedFor(offer))}
            >
              <b>{`${SLASH} ${offer.word}`}</b> <span className="arguments">{offer.arguments}</span>
              <span className="what">{offer.what}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="composer-field">
        <textarea
          ref={input}
          rows={1}
          value={text}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
          aria-label={words.composer.label(name)}
          placeholder={placeholderFor(words.composer, name, threadTs)}
          data-composer={threadTs === null ? 'talk' : 'thread'}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {threadTs === null && <Extras onSlash={() => write(`${SLASH} `)} />}
        <button
          type="button"
          className="send"
          aria-label={words.composer.send}
          title={words.composer.hint}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          ➤
        </button>
      </div>
    </div>
  );
}

function placeholderFor(
  words: { direct: string; thread: string; channel(name: string): string },
  name: string,
  threadTs: string | null,
): string {
  if (threadTs !== null) return words.thread;
  return name.startsWith('# ') ? words.channel(name.slice(2)) : words.direct;
}

const typedFor = (offer: CommandLine): string => `${SLASH} ${offer.word} `;

/** What may follow `/`, `/dub` or `/duban 填`; nothing once a command is complete. */
function completions(text: string, commands: readonly CommandLine[]): readonly CommandLine[] {
  if (!text.startsWith('/')) return [];
  const [, typed = ''] = /^\/\S*\s+(.*)$/s.exec(text) ?? [];
  if (!text.includes(' ') && !SLASH.startsWith(text) && !'/督办'.startsWith(text)) return [];
  if (commands.some(({ word }) => typed.startsWith(`${word} `))) return [];
  return commands.filter(({ word }) => word.startsWith(typed) && word !== typed);
}

/** Arrows move in the list, Tab and Enter take, Escape gives up the command. */
function moveOrTake(
  event: KeyboardEvent,
  offers: readonly CommandLine[],
  chosen: number,
  choose: (index: number) => void,
  write: (text: string) => void,
): boolean {
  const offer = offers[chosen];
  if (event.key === 'ArrowDown') choose((chosen + 1) % offers.length);
  else if (event.key === 'ArrowUp') choose((chosen - 1 + offers.length) % offers.length);
  else if ((event.key === 'Tab' || event.key === 'Enter') && offer) write(typedFor(offer));
  else if (event.key === 'Escape') write('');
  else return false;
  event.preventDefault();
  return true;
}

function Extras({ onSlash }: { onSlash(): void }): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  return (
    <>
      <button
        type="button"
        className="icon"
        title={words.composer.commands}
        aria-label={words.composer.commands}
        onClick={onSlash}
      >
        /
      </button>
      {world?.shortcuts.map(({ callbackId, name }) => (
        <button
          key={callbackId}
          type="button"
          className="icon"
          title={`${words.composer.shortcuts}：${name}`}
          aria-label={name}
          onClick={() => void act({ kind: 'shortcut', callbackId })}
        >
          ⚡
        </button>
      ))}
    </>
  );
}
