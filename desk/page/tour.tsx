// The guided week: one card that says what to do now, points at it, takes one there or does it. It can be left at any
// time and goes on where the week stands, because what is done is judged by what happened.

import { type ReactNode, useEffect, useState } from 'react';
import type { TourStepId } from '../world.ts';
import { useName } from './avatar.tsx';
import { become, open, openTab, playTourStep, showTour, useDesk, useWords } from './store.ts';
import { nextStep, STEPS, stageOf, targetsOf } from './tour-target.ts';

export function Tour(): ReactNode {
  const { world, isTourOpen } = useDesk();
  const words = useWords();
  const done = world?.tour.done ?? [];
  const current = nextStep(done);
  const [shown, setShown] = useState<TourStepId | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that became done moves the card on
  useEffect(() => setShown(null), [current]);
  if (!world || world.playing || Object.values(world.tour.people).every((person) => person === null))
    return null;
  if (!isTourOpen) {
    return (
      <button type="button" className="tour-resume" onClick={() => showTour(true)}>
        {words.tour.label}
        <span className="tour-count">
          {done.length}/{STEPS.length}
        </span>
      </button>
    );
  }
  const step = shown ?? current;
  return (
    <section className="tour" aria-label={words.tour.label}>
      <Dots shown={step} onShow={setShown} />
      {step ? <Step step={step} key={step} /> : <Finished />}
      <button
        type="button"
        className="icon tour-close"
        aria-label={words.tour.later}
        title={words.tour.later}
        onClick={() => showTour(false)}
      >
        ×
      </button>
    </section>
  );
}

function Dots({ shown, onShow }: { shown: TourStepId | null; onShow(step: TourStepId): void }): ReactNode {
  const words = useWords();
  const { world } = useDesk();
  return (
    <ol className="tour-dots">
      {STEPS.map((step, index) => {
        const isDone = world?.tour.done.includes(step) ?? false;
        return (
          <li key={step}>
            <button
              type="button"
              className={isDone ? 'is-done' : ''}
              aria-current={step === shown ? 'step' : undefined}
              aria-label={`${index + 1} ${words.tour.steps[step].title}${isDone ? `，${words.tour.done}` : ''}`}
              title={words.tour.steps[step].title}
              onClick={() => onShow(step)}
            >
              {isDone ? '✓' : index + 1}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Step({ step }: { step: TourStepId }): ReactNode {
  const state = useDesk();
  const words = useWords();
  const nameOf = useName();
  const [isDoing, setDoing] = useState(false);
  const isDone = state.world?.tour.done.includes(step) ?? false;
  const person = state.world?.tour.people[step] ?? null;
  const { title, text } = words.tour.steps[step];
  usePointing(isDone ? [] : targetsOf(state, step));
  const doIt = async () => {
    setDoing(true);
    await goThere(state, step);
    await playTourStep(step);
    setDoing(false);
  };
  return (
    <>
      <div className="tour-text" aria-live="polite">
        <h2>
          <small>{words.tour.step(STEPS.indexOf(step) + 1, STEPS.length)}</small>
          {title}
          {person && <span className="tour-who">{nameOf(person)}</span>}
        </h2>
        <p>{person ? text : words.tour.nobody}</p>
      </div>
      <div className="tour-buttons">
        {isDone ? (
          <span className="tour-done">✓ {words.tour.done}</span>
        ) : (
          <>
            <button
              type="button"
              className="button"
              disabled={isDoing || !person}
              onClick={() => void goThere(state, step)}
            >
              {words.tour.takeMe}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={isDoing || !person}
              aria-busy={isDoing}
              onClick={() => void doIt()}
            >
              {isDoing ? words.tour.doing : words.tour.doIt}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function Finished(): ReactNode {
  const { finished } = useWords().tour;
  return (
    <div className="tour-text" aria-live="polite">
      <h2>{finished.title}</h2>
      <p>{finished.text}</p>
    </div>
  );
}

async function goThere(state: Parameters<typeof stageOf>[0], step: TourStepId): Promise<void> {
  const { person, channel } = stageOf(state, step);
  if (person !== null) await become(person);
  if (channel !== null) open({ kind: 'talk', channel });
  openTab('talk');
}

const POINTED = 'is-pointed-at';

/** The last match of the first selector that has one on screen. */
function firstVisible(selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (one) => one.offsetParent !== null,
    );
    if (shown.length > 0) return shown.at(-1) ?? null;
  }
  return null;
}

/** Marks the first target that is there, and follows the page as it changes. */
function usePointing(targets: readonly string[]): void {
  const wanted = targets.join('\n');
  useEffect(() => {
    let marked: Element | null = null;
    const point = () => {
      const found = wanted === '' ? null : firstVisible(wanted.split('\n'));
      if (found === marked) return;
      marked?.classList.remove(POINTED);
      found?.classList.add(POINTED);
      found?.scrollIntoView({ block: 'nearest' });
      marked = found;
    };
    point();
    const observer = new MutationObserver(point);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      marked?.classList.remove(POINTED);
    };
  }, [wanted]);
}
