// The question before a press that asks for one (Block Kit's confirm object), and the page's own questions.

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Confirm } from '../block-kit.ts';
import { Text } from './blocks.tsx';
import { useWords } from './store.ts';

/** Wraps a press: asked first if there is a question, at once if there is none. */
export function useConfirm(confirm: Confirm | undefined): {
  dialog: ReactNode;
  confirmed(act: () => Promise<void>): void;
} {
  const [waiting, setWaiting] = useState<(() => Promise<void>) | null>(null);
  const dialog =
    waiting && confirm ? (
      <Question
        question={confirm}
        onAnswer={(isYes) => {
          setWaiting(null);
          if (isYes) void waiting();
        }}
      />
    ) : null;
  return {
    dialog,
    confirmed(act) {
      if (confirm) setWaiting(() => act);
      else void act();
    },
  };
}

/** A small modal question; Escape means no. */
export function Question({
  question,
  onAnswer,
}: {
  question: Confirm;
  onAnswer(isYes: boolean): void;
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = useWords();
  useEffect(() => dialog.current?.showModal(), []);
  const yes = question.style === 'danger' ? 'button danger' : 'button primary';
  return (
    <dialog
      ref={dialog}
      className="question"
      onCancel={() => onAnswer(false)}
      aria-labelledby="question-title"
    >
      <h2 id="question-title">{question.title?.text}</h2>
      <Text text={question.text} />
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {question.deny?.text ?? words.modal.no}
        </button>
        <button type="button" className={yes} onClick={() => onAnswer(true)}>
          {question.confirm?.text ?? words.modal.yes}
        </button>
      </div>
    </dialog>
  );
}
