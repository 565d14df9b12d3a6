// A file sent in a conversation, with the words that were typed beside it.

import { type ReactNode, useRef } from 'react';
import { desk } from './connection.ts';
import { act, useWords } from './store.ts';

export type AttachProps = { channel: string; text: string; onSent(): void };

export function Attach({ channel, text, onSent }: AttachProps): ReactNode {
  const words = useWords().composer;
  const input = useRef<HTMLInputElement>(null);

  const send = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    const uploaded = await Promise.all(chosen.map(desk.upload));
    onSent();
    await act({
      kind: 'say',
      channel,
      text: text.trim(),
      threadTs: null,
      files: uploaded.map(({ id }) => id),
    });
  };

  return (
    <>
      <button
        type="button"
        className="icon"
        title={words.attach}
        aria-label={words.attach}
        onClick={() => input.current?.click()}
      >
        {/* Drawn, for a machine without a font of signs shows a box instead of a paper clip. */}
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M13 7.5 8 12.5a3.2 3.2 0 0 1-4.5-4.5l5.2-5.2a2.1 2.1 0 0 1 3 3L6.6 10.9a1 1 0 0 1-1.5-1.4l4.6-4.7"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-attach=""
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          void send(chosen);
        }}
      />
    </>
  );
}
