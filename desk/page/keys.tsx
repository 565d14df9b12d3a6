// Single keys for those who prefer them, active only while nothing is being typed and no dialog is open; and the list
// that explains them.

import { type ReactNode, useEffect, useRef } from 'react';
import { usePlaces } from './places.tsx';
import { open, openThread, showKeys, showTour, toggleAhead, travel, useDesk, useWords } from './store.ts';

/** An open dialog keeps its keys wherever the focus is: what had it may be gone with the form it stood in. */
const isTyping = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && target.matches('input, textarea, select'));

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

export function useKeys(): void {
  const { places } = usePlaces();
  const { isTourOpen, thread } = useDesk();
  useEffect(() => {
    const go = (key: string) => {
      const found = places.find((one) => one.key === key);
      if (found) open(found.place);
    };
    const keys: Record<string, () => void> = {
      p: () => focusOn('[role=listbox] [aria-selected=true]'),
      h: () => go('home'),
      d: () => go('direct'),
      1: () => go('bulletin'),
      2: () => go('office'),
      '/': () => focusOn('[data-composer=talk]'),
      n: () => void travel('next'),
      a: toggleAhead,
      t: () => showTour(!isTourOpen),
      '?': () => showKeys(true),
      escape: () => thread !== null && openThread(null),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const act = keys[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [places, isTourOpen, thread]);
}

export function KeysHelp(): ReactNode {
  const { areKeysShown } = useDesk();
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (areKeysShown) dialog.current?.showModal();
  }, [areKeysShown]);
  if (!areKeysShown) return null;
  return (
    <dialog ref={dialog} className="question" aria-labelledby="keys-title" onClose={() => showKeys(false)}>
      <h2 id="keys-title">{words.keys.title}</h2>
      <dl className="keys">
        {words.keys.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              {key.split(/\s+/).map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-buttons">
        <button type="button" className="button primary" onClick={() => dialog.current?.close()}>
          {words.keys.close}
        </button>
      </div>
    </dialog>
  );
}
