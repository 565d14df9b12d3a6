// What Slack offers on a message: the app's message shortcuts, and a reply in its thread. Opened by the button that shows on
// the message, by a right click, or by the menu key; a right click on a link or on chosen words stays the browser's own.

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { DeskMessage } from '../world.ts';
import { act, openThread, useDesk, useWords } from './store.ts';

/** Where the menu opens; with `isRight` its right edge lies there. */
type Point = { x: number; y: number; isRight?: boolean };
const EDGE_PX = 8;

/** The menu's state for one message; `onContextMenu` belongs on the message itself. */
export function useMessageMenu(): {
  at: Point | null;
  openAt(point: Point): void;
  close(): void;
  onContextMenu(event: MouseEvent<HTMLElement>): void;
} {
  const [at, setAt] = useState<Point | null>(null);
  return {
    at,
    openAt: setAt,
    close: () => setAt(null),
    onContextMenu(event) {
      const isOwn = (event.target as Element).closest('a, button, input, select, textarea') !== null;
      if (isOwn || String(getSelection()) !== '') return;
      event.preventDefault();
      setAt(pointOf(event));
    },
  };
}

/** The menu key has no place of its own: the menu then opens at the message. */
function pointOf({ clientX, clientY, currentTarget }: MouseEvent<HTMLElement>): Point {
  if (clientX > 0 || clientY > 0) return { x: clientX, y: clientY };
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: left + 60, y: top + 20 };
}

/** The button on a message; `children` is the menu while it is open. */
export function MessageMenuButton({ onOpen }: { onOpen(point: Point): void }): ReactNode {
  const words = useWords().talk;
  return (
    <button
      type="button"
      className="icon message-more"
      aria-label={words.more}
      title={words.more}
      aria-haspopup="menu"
      onClick={({ currentTarget }) => {
        const { right, bottom } = currentTarget.getBoundingClientRect();
        onOpen({ x: right, y: bottom + 2, isRight: true });
      }}
    >
      ⋯
    </button>
  );
}

/** Keeps the menu inside the window, whose edge may be near. */
function useShownAt(menu: RefObject<HTMLDivElement | null>, at: Point): void {
  useEffect(() => {
    const list = menu.current;
    if (!list) return;
    list.showPopover();
    const { width, height } = list.getBoundingClientRect();
    const within = (wanted: number, most: number) =>
      `${Math.max(EDGE_PX, Math.min(wanted, most - EDGE_PX))}px`;
    list.style.left = within(at.isRight ? at.x - width : at.x, innerWidth - width);
    list.style.top = within(at.y, innerHeight - height);
    list.querySelector('button')?.focus();
  }, [menu, at]);
}

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
  // Escape closes the menu and nothing behind it.
  event.stopPropagation();
  const move = MOVES[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('button')];
  const next = items.indexOf(document.activeElement as HTMLButtonElement) + move;
  items.at(next % items.length)?.focus();
}

export function MessageMenu({
  message,
  at,
  onClose,
}: {
  message: DeskMessage;
  at: Point;
  onClose(): void;
}): ReactNode {
  const { world } = useDesk();
  const words = useWords().talk;
  const menu = useRef<HTMLDivElement>(null);
  useShownAt(menu, at);
  const { channel, ts } = message;
  const item = (key: string, label: string, onChoose: () => void) => (
    <button
      key={key}
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        menu.current?.hidePopover();
        onChoose();
      }}
    >
      {label}
    </button>
  );
  return (
    <div
      className="menu-list message-menu"
      popover="auto"
      role="menu"
      aria-label={words.more}
      ref={menu}
      onKeyDown={onKeyDown}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      {(world?.shortcuts ?? [])
        .filter(({ type }) => type === 'message')
        .map(({ callbackId, name }) =>
          item(
            callbackId,
            name,
            () => void act({ kind: 'message_shortcut', callbackId, channel, message: ts }),
          ),
        )}
      {item('thread', words.replyInThread, () => openThread(message.threadTs ?? ts))}
    </div>
  );
}
