// Messages in order, with a line for each day. It follows the newest message as long as one is at the end, and says
// new ones to a screen reader. Only the latest are drawn at first: a year of reminders should not slow the page.

import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { DeskMessage } from '../world.ts';
import { dateIn, dayWithWeekday } from './dates.ts';
import { MessageOf } from './message.tsx';
import { usePrinting } from './printing.ts';
import { useWords } from './store.ts';

const CONTINUED_WITHIN_MS = 5 * 60_000;
const DRAWN_AT_FIRST = 40;
const AT_END_PX = 60;

export type MessageListProps = {
  messages: readonly DeskMessage[];
  label: string;
  repliesTo(ts: string): number;
  /** A conversation opens at its newest message, a thread at its head. */
  opensAt: 'head' | 'end';
};

export function MessageList({ messages, label, repliesTo, opensAt }: MessageListProps): ReactNode {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(DRAWN_AT_FIRST);
  const isAtEnd = useFollowing(list, messages, opensAt === 'end');
  const hidden = Math.max(0, messages.length - drawn);
  const shown = messages.slice(hidden);
  return (
    <div className="message-list-frame">
      <div
        className="message-list"
        ref={list}
        role="log"
        aria-label={label}
        aria-live="polite"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={moveFocus}
      >
        {hidden > 0 && (
          <button type="button" className="earlier" onClick={() => setDrawn(drawn + 80)}>
            {words.talk.earlier(hidden)}
          </button>
        )}
        {messages.length === 0 && <p className="empty">{words.talk.empty}</p>}
        {shown.map((message, index) => (
          <WithDay
            key={message.ts}
            message={message}
            before={shown[index - 1]}
            replies={repliesTo(message.ts)}
          />
        ))}
      </div>
      {!isAtEnd && (
        <button type="button" className="to-newest" onClick={() => scrollToEnd(list.current)}>
          ↓ {words.talk.newest}
        </button>
      )}
    </div>
  );
}

function WithDay({
  message,
  before,
  replies,
}: {
  message: DeskMessage;
  before: DeskMessage | undefined;
  replies: number;
}): ReactNode {
  const printing = usePrinting();
  const date = dateIn(message.at, printing.zone);
  const isNewDay = !before || dateIn(before.at, printing.zone) !== date;
  const isContinued =
    !isNewDay &&
    before.from === message.from &&
    before.onlyFor === message.onlyFor &&
    message.at - before.at < CONTINUED_WITHIN_MS;
  return (
    <>
      {isNewDay && (
        <h3 className="day">
          <span>{dayWithWeekday(date, printing)}</span>
        </h3>
      )}
      <MessageOf message={message} isContinued={isContinued} replies={replies} />
    </>
  );
}

const lastOf = (list: HTMLElement): HTMLElement | undefined =>
  [...list.querySelectorAll<HTMLElement>('article')].at(-1);

const scrollToEnd = (list: HTMLElement | null): void => list?.scrollTo({ top: list.scrollHeight });

/** To the end; but a last message that is taller than the list is shown from its beginning. */
function showNewest(list: HTMLElement | null): void {
  const last = list && lastOf(list);
  if (last && last.offsetHeight > list.clientHeight) list.scrollTo({ top: last.offsetTop - 8 });
  else scrollToEnd(list);
}

/** Whether the end, or the beginning of the last message, is in view. */
function isNewestInView(list: HTMLElement): boolean {
  const isEnd = list.scrollHeight - list.scrollTop - list.clientHeight < AT_END_PX;
  const last = lastOf(list);
  return isEnd || (last !== undefined && Math.abs(last.offsetTop - list.scrollTop) < AT_END_PX);
}

/** Keeps the end in view when it was in view: through new messages and through columns that open beside the list. */
function useFollowing(
  list: React.RefObject<HTMLDivElement | null>,
  messages: readonly DeskMessage[],
  startsAtEnd: boolean,
): boolean {
  const [isAtEnd, setAtEnd] = useState(true);
  const following = useRef(startsAtEnd);
  const newest = messages.at(-1);
  useEffect(() => {
    const frame = list.current;
    if (!frame) return;
    let [width, height] = [frame.clientWidth, frame.scrollHeight];
    const onScroll = () => {
      // A change of size scrolls, too; only the person's own scrolling says whether to follow.
      const isResized = width !== frame.clientWidth || height !== frame.scrollHeight;
      [width, height] = [frame.clientWidth, frame.scrollHeight];
      const isEnd = isNewestInView(frame);
      if (!isResized) following.current = isEnd;
      setAtEnd(isEnd);
    };
    const resized = new ResizeObserver(() => {
      if (following.current) showNewest(frame);
      onScroll();
    });
    // A picture has its height only once it is here; of what is inside, only loading is told, and only to who captures it.
    const onLoad = () => {
      if (following.current) showNewest(frame);
    };
    resized.observe(frame);
    frame.addEventListener('scroll', onScroll, { passive: true });
    frame.addEventListener('load', onLoad, true);
    return () => {
      frame.removeEventListener('scroll', onScroll);
      frame.removeEventListener('load', onLoad, true);
      resized.disconnect();
    };
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new or changed last message is what moves the list
  useLayoutEffect(() => {
    if (following.current) showNewest(list.current);
  }, [newest, messages.length, list]);
  return isAtEnd;
}

/** ↑ and ↓ go from message to message while the list or one of them has the focus. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const target = event.target as HTMLElement;
  const isMessage = target.matches('article');
  if (!isMessage && target !== event.currentTarget) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('article')];
  const at = all.indexOf(target);
  const next = at < 0 ? all.at(-1) : all[at + (event.key === 'ArrowUp' ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
