// The right column: what will be sent next if nobody does anything, and what was sent just now.

import { type ReactNode, useState } from 'react';
import type { DeliveryLine, RehearsedLine } from '../contract.ts';
import { dateIn, dayWithWeekday, nearText, timeIn } from './dates.ts';
import { usePrinting } from './printing.ts';
import { toggleAhead, useDesk, useWords } from './store.ts';

export function Ahead(): ReactNode {
  const { isAheadOpen } = useDesk();
  const words = useWords();
  const [isNext, setNext] = useState(true);
  if (!isAheadOpen) {
    return (
      <aside className="ahead is-folded">
        <button
          type="button"
          className="icon"
          aria-label={words.ahead.unfold}
          title={words.ahead.unfold}
          onClick={toggleAhead}
        >
          ‹
        </button>
      </aside>
    );
  }
  return (
    <aside className="ahead" aria-label={words.ahead.label}>
      <header className="ahead-heading">
        <div className="switch" role="group" aria-label={words.ahead.label}>
          <button type="button" aria-pressed={isNext} onClick={() => setNext(true)}>
            {words.ahead.next}
          </button>
          <button type="button" aria-pressed={!isNext} onClick={() => setNext(false)}>
            {words.ahead.just}
          </button>
        </div>
        <button
          type="button"
          className="icon fold"
          aria-label={words.ahead.fold}
          title={words.ahead.fold}
          onClick={toggleAhead}
        >
          ›
        </button>
      </header>
      {isNext ? <Rehearsal /> : <Recent />}
    </aside>
  );
}

type Day = { date: ReturnType<typeof dateIn>; lines: RehearsedLine[] };

function byDay(lines: readonly RehearsedLine[], zone: string): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const date = dateIn(line.at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.lines.push(line);
    else days.push({ date, lines: [line] });
  }
  return days;
}

function Rehearsal(): ReactNode {
  const { rehearsal } = useDesk();
  const words = useWords();
  const printing = usePrinting();
  if (rehearsal.length === 0) return <p className="empty">{words.ahead.nothingNext}</p>;
  return (
    <div className="ahead-list">
      <p className="ahead-note">{words.ahead.explain}</p>
      {byDay(rehearsal, printing.zone).map(({ date, lines }) => (
        <section key={date}>
          <h3>{dayWithWeekday(date, printing)}</h3>
          <ol>
            {lines.map((line, index) => (
              <li key={index}>
                <time>{timeIn(line.at, printing.zone)}</time>
                <div>
                  <p>
                    <b>{line.to}</b> {line.what}
                  </p>
                  <small>{line.why}</small>
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Recent(): ReactNode {
  const { recent } = useDesk();
  const words = useWords();
  if (recent.length === 0) return <p className="empty">{words.ahead.nothingJust}</p>;
  return (
    <ol className="ahead-list is-recent">
      {recent.map((line, index) => (
        <Delivery key={index} line={line} />
      ))}
    </ol>
  );
}

function Delivery({ line }: { line: DeliveryLine }): ReactNode {
  const words = useWords();
  const printing = usePrinting();
  return (
    <li>
      <div>
        <p>
          <b>{line.to}</b> {line.what}
        </p>
        <small>
          <span className={`state is-${line.state}`}>{words.ahead.states[line.state]}</span>{' '}
          {nearText(line.at, printing)}
          {line.why && ` · ${line.why}`}
        </small>
      </div>
    </li>
  );
}
