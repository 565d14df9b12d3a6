// Where one writes: plain words go to the conversation, `/duban …` to the bot as a command. An input method that is
// still composing (拼音) is never interrupted.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Attach } from './attach.tsx';
import { Completions, completionsOf, firstChoice, moveOrTake, SLASH } from './completions.tsx';
import { usePlaces } from './places.tsx';
import { act, useDesk, useWords } from './store.ts';

/** The one that must be found at once. */
const INCIDENT = 'duban_incident';

export type ComposerProps = { channel: string; threadTs: string | null };

export function Composer({ channel, threadTs }: ComposerProps): ReactNode {
  const { world } = useDesk();
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const offers = completionsOf(text, world?.commands ?? []);

  const write = (next: string) => {
    setText(next);
    setChosen(firstChoice(next));
    input.current?.focus();
  };
  const send = () => {
    setText('');
    if (text.trim() !== '') void say(text.trim(), channel, threadTs);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (offers.length > 0 && moveOrTake(event, offers, chosen, setChosen, write)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <div className="composer">
      {offers.length > 0 && <Completions id={id} offers={offers} chosen={chosen} onTake={write} />}
      <div className="composer-field">
        <textarea
          ref={input}
          rows={1}
          value={text}
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={offers[chosen] ? `${id}-${chosen}` : undefined}
          {...useNaming(channel, threadTs)}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {threadTs === null && <Attach channel={channel} text={text} onSent={() => setText('')} />}
        {threadTs === null && <Extras onSlash={() => write(`${SLASH} `)} />}
        <SendButton isEmpty={text.trim() === ''} onSend={send} />
      </div>
    </div>
  );
}

async function say(said: string, channel: string, threadTs: string | null): Promise<void> {
  const command = /^\/(duban|督办)\s*/i.exec(said);
  if (command) await act({ kind: 'command', channel, text: said.slice(command[0].length) });
  else await act({ kind: 'say', channel, text: said, threadTs });
}

function useNaming(channel: string, threadTs: string | null): Record<string, string> {
  const words = useWords().composer;
  const name = usePlaces().titleOf({ kind: 'talk', channel });
  const where = name.startsWith('# ') ? words.channel(name.slice(2)) : words.direct;
  return {
    'aria-label': words.label(name),
    'data-composer': threadTs === null ? 'talk' : 'thread',
    placeholder: threadTs === null ? where : words.thread,
  };
}

function SendButton({ isEmpty, onSend }: { isEmpty: boolean; onSend(): void }): ReactNode {
  const words = useWords().composer;
  return (
    <button
      type="button"
      className="send"
      aria-label={words.send}
      title={words.hint}
      disabled={isEmpty}
      onClick={onSend}
    >
      ➤
    </button>
  );
}

function Extras({ onSlash }: { onSlash(): void }): ReactNode {
  const { world } = useDesk();
  const words = useWords().composer;
  return (
    <>
      <button
        type="button"
        className="icon"
        title={words.commands}
        aria-label={words.commands}
        onClick={onSlash}
      >
        /
      </button>
      {world?.shortcuts
        .filter(({ type }) => type === 'global')
        .map(({ callbackId, name }) => (
          <button
            key={callbackId}
            type="button"
            className={callbackId === INCIDENT ? 'icon is-incident' : 'icon'}
            title={`${words.shortcuts} · ${name}`}
            aria-label={name}
            onClick={() => void act({ kind: 'shortcut', callbackId })}
          >
            {callbackId === INCIDENT ? words.incidentSign : '⚡'}
          </button>
        ))}
    </>
  );
}
