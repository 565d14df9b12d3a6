// Questions that Duban suggests to whoever opens the conversation with it, as Slack shows them: one press asks.

import type { ReactNode } from 'react';
import { act, useDesk, useWords } from './store.ts';

export function Prompts({ channel }: { channel: string }): ReactNode {
  const { world, me, view } = useDesk();
  const words = useWords().composer;
  const person = world?.people.find(({ id }) => id === me);
  if (person?.dm !== channel || view.prompts.length === 0) return null;
  return (
    <ul className="prompts" aria-label={words.prompts}>
      {view.prompts.map(({ title, message }) => (
        <li key={message}>
          <button
            type="button"
            title={message}
            onClick={() => void act({ kind: 'say', channel, text: message, threadTs: null })}
          >
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
