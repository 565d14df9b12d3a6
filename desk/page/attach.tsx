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
        📎
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
