// The modal on top of a person's stack, in the browser's own dialog: it traps the focus, and Escape closes it.
// What was typed stays while the bot replaces the view, as long as block and action ids stay.

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { View } from '../block-kit.ts';
import { useBlocks } from './block-context.ts';
import { Blocks } from './blocks.tsx';
import { act, useDesk, useWords } from './store.ts';

export function Modals(): ReactNode {
  const { modals } = useDesk().view;
  const top = modals.at(-1);
  return top ? <Modal view={top} depth={modals.length} key={top.id} /> : null;
}

function Modal({ view, depth }: { view: View; depth: number }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useWords();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isSending, setSending] = useState(false);
  const surface = useBlocks(view.blocks, { view: view.id }, errors);
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the view has answered the old errors
  useEffect(() => {
    setErrors({});
    // The button that was pressed may be gone with the form; the focus stays in the dialog.
    const frame = dialog.current;
    if (frame && !frame.contains(document.activeElement))
      frame.querySelector<HTMLElement>('footer .button')?.focus();
  }, [view.hash]);

  const close = (all: boolean) => void act({ kind: 'close', view: view.id, all, values: surface.values });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const answer = await act({ kind: 'submit', view: view.id, values: surface.values });
    setSending(false);
    setErrors(answer.errors ?? {});
    if (answer.errors)
      requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };

  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-labelledby={`title-${view.id}`}
      onCancel={(event) => {
        event.preventDefault();
        close(false);
      }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <header>
          <h2 id={`title-${view.id}`}>{view.title?.text}</h2>
          <button type="button" className="icon" aria-label={words.modal.close} onClick={() => close(true)}>
            ×
          </button>
        </header>
        <div className="modal-body">
          <Blocks blocks={view.blocks} surface={surface} />
        </div>
        <footer className="dialog-buttons">
          <button type="button" className="button" onClick={() => close(false)}>
            {depth > 1 ? words.modal.back : (view.close?.text ?? words.modal.close)}
          </button>
          {view.submit && (
            <button type="submit" className="button primary" aria-busy={isSending} disabled={isSending}>
              {isSending ? words.modal.sending : view.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
