// The middle column: the heading, then Home or the messages of a conversation with a composer; beside it the thread.

import { type ReactNode, useMemo } from 'react';
import type { DeskMessage } from '../world.ts';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { MessageList } from './message-list.tsx';
import { usePlaces } from './places.tsx';
import { Prompts } from './prompts.tsx';
import { openThread, useDesk, useWords } from './store.ts';

export function Conversation(): ReactNode {
  const { place, me } = useDesk();
  const { titleOf } = usePlaces();
  return (
    <main className="conversation" id="conversation" aria-label={titleOf(place)}>
      <header className="place-heading">
        <h2>{titleOf(place)}</h2>
      </header>
      {place.kind === 'home' ? <Home /> : <Talk channel={place.channel} key={`${me} ${place.channel}`} />}
    </main>
  );
}

function useMessages(channel: string): readonly DeskMessage[] {
  const { messages } = useDesk().view;
  return useMemo(() => messages.filter((message) => message.channel === channel), [messages, channel]);
}

function Talk({ channel }: { channel: string }): ReactNode {
  const words = useWords();
  const { titleOf } = usePlaces();
  const messages = useMessages(channel);
  const heads = messages.filter(({ threadTs, ts }) => threadTs === null || threadTs === ts);
  const replies = useMemo(() => countReplies(messages), [messages]);
  const name = titleOf({ kind: 'talk', channel });
  return (
    <>
      <MessageList
        messages={heads}
        label={words.talk.label(name)}
        repliesTo={(ts) => replies.get(ts) ?? 0}
        opensAt="end"
      />
      <Prompts channel={channel} />
      <Composer channel={channel} threadTs={null} />
    </>
  );
}

function countReplies(messages: readonly DeskMessage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { threadTs, ts } of messages) {
    if (threadTs !== null && threadTs !== ts) counts.set(threadTs, (counts.get(threadTs) ?? 0) + 1);
  }
  return counts;
}

/** The thread under one message, in a column of its own. */
export function Thread(): ReactNode {
  const { place, thread } = useDesk();
  const words = useWords();
  const channel = place.kind === 'talk' ? place.channel : '';
  const messages = useMessages(channel);
  if (thread === null || place.kind !== 'talk') return null;
  const shown = messages.filter(({ ts, threadTs }) => ts === thread || threadTs === thread);
  return (
    <aside className="thread" aria-label={words.talk.thread}>
      <header className="place-heading">
        <h2>{words.talk.thread}</h2>
        <button type="button" className="icon" aria-label={words.talk.close} onClick={() => openThread(null)}>
          ×
        </button>
      </header>
      <MessageList
        messages={shown}
        label={words.talk.thread}
        repliesTo={() => 0}
        opensAt="head"
        key={thread}
      />
      <Composer channel={channel} threadTs={thread} />
    </aside>
  );
}
