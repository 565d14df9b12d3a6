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

/** The same thing said to several people at one time is one entry. */
type Entry = { at: number; what: string; to: string[]; why: string[] };
type Day = { date: ReturnType<typeof dateIn>; entries: Entry[] };

function byDay(lines: readonly RehearsedLine[], zone: string): Day[] {
  const days: Day[] = [];
  for (const line of lines) {
    const date = dateIn(line.at, zone);
    const day = days.at(-1)?.date === date ? (days.at(-1) as Day) : { date, entries: [] };
    if (day.entries.length === 0) days.push(day);
    addTo(day, line);
  }
  return days;
}

function addTo({ entries }: Day, { at, to, what, why }: RehearsedLine): void {
  const known = entries.find((entry) => entry.at === at && entry.what === what);
  if (!known) entries.push({ at, what, to: [to], why: [why] });
  else {
    known.to.push(to);
    if (!known.why.includes(why)) known.why.push(why);
  }
}

function Rehearsal(): ReactNode {
  const { rehearsal } = useDesk();
  const words = useWords();
  const printing = usePrinting();
  if (rehearsal.length === 0) return <p className="empty">{words.ahead.nothingNext}</p>;
  return (
    <div className="ahead-list">
      <p className="ahead-note">{words.ahead.explain}</p>
      {byDay(rehearsal, printing.zone).map(({ date, entries }) => (
        <section key={date}>
          <h3>{dayWithWeekday(date, printing)}</h3>
          <ol>
            {entries.map(({ at, what, to, why }) => (
              <li key={`${at} ${what}`}>
                <time>{timeIn(at, printing.zone)}</time>
                <div>
                  <p>
                    <b>{to.join(words.ahead.and)}</b> {what}
                  </p>
                  <small>{why.join(words.ahead.or)}</small>
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
