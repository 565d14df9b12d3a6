// The bar on top: which campaign, what time it is there, and how to move that time; language; the rest in a menu.

import { type ReactNode, useId, useState } from 'react';
import { Question } from './confirm.tsx';
import { dayWithWeekday, nearText, timeIn } from './dates.ts';
import { usePrinting } from './printing.ts';
import { Seal } from './seal.tsx';
import { setLanguage, showKeys, showTour, startOver, travel, useDesk, useWords } from './store.ts';

export function TopBar(): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  return (
    <header className="top-bar">
      <a className="skip" href="#conversation">
        {words.skip}
      </a>
      <div className="brand">
        <Seal className="seal" />
        <h1 title={world?.group}>{world?.campaign}</h1>
      </div>
      <Clock />
      <div className="top-right">
        <LanguageSwitch />
        <Menu />
      </div>
    </header>
  );
}

/** What comes next, in as few words as there are kinds of it: 逾期提醒 · 6 人. */
function useNextWords(): string {
  const { world, rehearsal } = useDesk();
  const words = useWords();
  const next = world?.clock.next;
  const sends = rehearsal.filter(({ at }) => at === next?.at);
  if (!next || sends.length === 0) return next?.what ?? '';
  const steps = [...new Set(sends.map(({ step }) => step))].join(words.ahead.and);
  return `${steps} · ${words.clock.people(new Set(sends.map(({ to }) => to)).size)}`;
}

function Clock(): ReactNode {
  const { world, isMoving } = useDesk();
  const words = useWords();
  const nextWords = useNextWords();
  const printing = usePrinting();
  if (!world) return null;
  const { now, day, next } = world.clock;
  const isBlocked = isMoving || world.playing !== null;
  const mark = day.working ? words.working : words.off;
  return (
    <section className="clock" aria-label={words.clock.label}>
      <p className="clock-now" aria-live="polite" aria-atomic="true">
        <span className={day.working ? 'day-mark is-working' : 'day-mark'} title={day.name ?? undefined}>
          {mark}
        </span>
        <time dateTime={new Date(now).toISOString()}>
          <span>{dayWithWeekday(day.date as never, printing)}</span> <b>{timeIn(now, printing.zone)}</b>
        </time>
        {day.provisional && <small>{words.provisional}</small>}
      </p>
      <div className="clock-buttons">
        <button
          type="button"
          className="button"
          data-clock="hour"
          disabled={isBlocked}
          onClick={() => void travel('hour')}
        >
          {words.clock.hour}
        </button>
        <button
          type="button"
          className="button"
          data-clock="day"
          disabled={isBlocked}
          onClick={() => void travel('day')}
        >
          {words.clock.day}
        </button>
        <button
          type="button"
          className="button next-event"
          data-clock="next"
          aria-busy={isMoving}
          disabled={isBlocked || next === null}
          title={next?.what}
          onClick={() => void travel('next')}
        >
          <span>{words.clock.next}</span>
          <small>{next ? `${nearText(next.at, printing)} ${nextWords}` : words.clock.nothingNext}</small>
        </button>
      </div>
    </section>
  );
}

function LanguageSwitch(): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  return (
    <div className="language" role="group" aria-label={words.language}>
      {(['zh', 'en'] as const).map((language) => (
        <button
          key={language}
          type="button"
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={world?.language === language}
          onClick={() => void setLanguage(language)}
        >
          {language === 'zh' ? '中' : 'EN'}
        </button>
      ))}
    </div>
  );
}

function Menu(): ReactNode {
  const words = useWords();
  const id = useId();
  const { isTourOpen } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const item = (label: string, onChoose: () => void, className?: string) => (
    <button
      type="button"
      className={className}
      popoverTarget={id}
      popoverTargetAction="hide"
      onClick={onChoose}
    >
      {label}
    </button>
  );
  return (
    <div className="menu">
      <button type="button" className="icon" aria-label={words.menu.label} popoverTarget={id}>
        ⋯
      </button>
      <div className="menu-list" id={id} popover="auto">
        {item(words.menu.tour, () => showTour(!isTourOpen))}
        {item(words.menu.keys, () => showKeys(true))}
        {item(words.menu.startOver, () => setAsking(true), 'danger')}
      </div>
      {isAsking && (
        <Question
          question={{
            title: { type: 'plain_text', text: words.menu.startOver },
            text: { type: 'plain_text', text: words.menu.startOverSure },
            confirm: { type: 'plain_text', text: words.menu.startOver },
            style: 'danger',
          }}
          onAnswer={(isYes) => {
            setAsking(false);
            if (isYes) void startOver();
          }}
        />
      )}
    </div>
  );
}
