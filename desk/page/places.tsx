// Where the person one is can go: Home, the direct conversation with Duban, their channels.

import type { ReactNode } from 'react';
import type { Place } from './state.ts';
import { open, useDesk, useWords } from './store.ts';

type Listed = { place: Place; name: string; sign: string; unread: number; key: string };

/** The places of the current person, and the name of any place. */
export function usePlaces(): { places: Listed[]; titleOf(place: Place): string } {
  const { world, me } = useDesk();
  const words = useWords();
  const person = world?.people.find(({ id }) => id === me);
  const unread = world?.unread[me ?? ''] ?? {};
  const talk = (channel: string, name: string, sign: string, key: string): Listed => ({
    place: { kind: 'talk', channel },
    name,
    sign,
    unread: unread[channel] ?? 0,
    key,
  });
  const places: Listed[] = person
    ? [
        { place: { kind: 'home' }, name: words.places.home, sign: '⌂', unread: 0, key: 'home' },
        talk(person.dm, words.places.direct, '督', 'direct'),
        ...(world?.channels ?? [])
          .filter(({ members }) => members.includes(person.id))
          .map(({ id, name, purpose }) => talk(id, name, '#', purpose)),
      ]
    : [];
  return {
    places,
    titleOf: (place) => {
      if (place.kind === 'home') return words.places.home;
      const found = places.find((one) => one.place.kind === 'talk' && one.place.channel === place.channel);
      return found ? (found.sign === '#' ? `# ${found.name}` : found.name) : '';
    },
  };
}

export const isSamePlace = (a: Place, b: Place): boolean =>
  a.kind === 'home' ? b.kind === 'home' : b.kind === 'talk' && a.channel === b.channel;

export function Places(): ReactNode {
  const { world, me, place } = useDesk();
  const words = useWords();
  const { places } = usePlaces();
  const name = world?.people.find(({ id }) => id === me)?.name ?? '';
  return (
    <nav className="places" aria-label={words.places.label(name)}>
      <h2>{words.places.label(name)}</h2>
      <ul>
        {places.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              data-place={one.key}
              className={one.unread > 0 ? 'place is-unread' : 'place'}
              aria-current={isSamePlace(one.place, place) ? 'page' : undefined}
              onClick={() => open(one.place)}
            >
              <span className={one.sign === '督' ? 'place-sign is-seal' : 'place-sign'} aria-hidden="true">
                {one.sign}
              </span>
              <span className="place-name">{one.name}</span>
              {one.unread > 0 && (
                <span className="badge" title={words.people.unread(one.unread)}>
                  {one.unread}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
