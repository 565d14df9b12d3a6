// Everybody one can be, by unit, with unread marks. One list with one tab stop: arrows move, Enter becomes.

import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { DeskPerson, PeopleGroup } from '../world.ts';
import { Avatar } from './avatar.tsx';
import { become, useDesk, useWords } from './store.ts';

export function PeopleList(): ReactNode {
  const { world, me } = useDesk();
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  if (!world) return null;
  return (
    <section className="people">
      <h2 id="people-label">{words.people.label}</h2>
      <div
        className="people-scroll"
        ref={list}
        role="listbox"
        aria-labelledby="people-label"
        onKeyDown={moveFocus}
      >
        {world.groups.map((group) => (
          <Group key={group.kind} group={group} people={world.people} me={me} />
        ))}
      </div>
    </section>
  );
}

function Group({
  group,
  people,
  me,
}: {
  group: PeopleGroup;
  people: readonly DeskPerson[];
  me: string | null;
}): ReactNode {
  const words = useWords();
  const name = words.groups[group.kind];
  return (
    <div role="group" aria-label={name} className="people-group">
      <p className="group-name" aria-hidden="true">
        {name}
      </p>
      {group.people.map((id) => {
        const person = people.find((one) => one.id === id);
        return person ? <Person key={id} person={person} isMe={id === me} /> : null;
      })}
    </div>
  );
}

function Person({ person, isMe }: { person: DeskPerson; isMe: boolean }): ReactNode {
  const { world } = useDesk();
  const words = useWords();
  const unread = Object.values(world?.unread[person.id] ?? {}).reduce((sum, count) => sum + count, 0);
  const postings = person.postings.map(({ role, unitName }) =>
    `${unitName ?? ''} ${words.roles[role]}`.trim(),
  );
  const roles = [...(person.administrator ? [words.people.administrator] : []), ...postings].join('、');
  return (
    <button
      type="button"
      role="option"
      aria-selected={isMe}
      tabIndex={isMe ? 0 : -1}
      data-person={person.id}
      className={unread > 0 ? 'person is-unread' : 'person'}
      onClick={() => void become(person.id)}
    >
      <Avatar id={person.id} size="small" />
      <span className="person-name">{person.name}</span>
      <span className="person-role">{roles}</span>
      {unread > 0 && (
        <span className="badge" title={words.people.unread(unread)}>
          {unread}
        </span>
      )}
    </button>
  );
}

const MOVES: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const move = MOVES[event.key];
  const next =
    event.key === 'Home'
      ? all[0]
      : event.key === 'End'
        ? all.at(-1)
        : move === undefined
          ? undefined
          : all[at + move];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
