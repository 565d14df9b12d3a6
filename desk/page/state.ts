// What the page knows, in one value, and how pushes change it. Pure: the store (store.ts) does the asking.

import type { DeliveryLine, RehearsedLine } from '../contract.ts';
import type { DeskMessage, PersonView, Push, World } from '../world.ts';

/** Where one is: Home, or a conversation. */
export type Place = { kind: 'home' } | { kind: 'talk'; channel: string };
/** Which column a narrow screen shows. */
export type Tab = 'people' | 'talk' | 'ahead';

export type State = {
  world: World | null;
  me: string | null;
  place: Place;
  view: PersonView;
  /** The head of the thread that is open. */
  thread: string | null;
  tab: Tab;
  isAheadOpen: boolean;
  isTourOpen: boolean;
  areKeysShown: boolean;
  rehearsal: RehearsedLine[];
  recent: DeliveryLine[];
  isMoving: boolean;
  isOnline: boolean;
  trouble: string | null;
};

export const NO_VIEW: PersonView = { messages: [], home: null, modals: [], prompts: [] };

export const START: State = {
  world: null,
  me: null,
  place: { kind: 'home' },
  view: NO_VIEW,
  thread: null,
  tab: 'talk',
  isAheadOpen: true,
  isTourOpen: true,
  areKeysShown: false,
  rehearsal: [],
  recent: [],
  isMoving: false,
  isOnline: true,
  trouble: null,
};

/** Whether this person is meant to see a message. */
export function isVisible(world: World, me: string, message: DeskMessage): boolean {
  if (message.onlyFor !== null) return message.onlyFor === me;
  const person = world.people.find(({ id }) => id === me);
  if (person?.dm === message.channel) return true;
  return world.channels.some(({ id, members }) => id === message.channel && members.includes(me));
}

const withWorld = (state: State, change: Partial<World>): State =>
  state.world ? { ...state, world: { ...state.world, ...change } } : state;

const withView = (state: State, change: Partial<PersonView>): State => ({
  ...state,
  view: { ...state.view, ...change },
});

/** The state after a push; `reload` is the store's to answer. */
export function pushed(state: State, push: Push): State {
  switch (push.kind) {
    case 'message':
      return withMessage(state, push.message);
    case 'removed':
      return withView(state, { messages: state.view.messages.filter((one) => !isSame(one, push)) });
    case 'home':
      return push.person === state.me ? withView(state, { home: push.view }) : state;
    case 'modals':
      return push.person === state.me ? withView(state, { modals: push.views }) : state;
    case 'prompts':
      return push.person === state.me ? withView(state, { prompts: push.prompts }) : state;
    case 'clock':
      return withWorld(state, { clock: push.clock });
    case 'unread':
      return state.world
        ? withWorld(state, { unread: { ...state.world.unread, [push.person]: push.unread } })
        : state;
    case 'playing':
      // Its end is a `reload`: until then there is nothing to show.
      return push.playing === null ? state : withWorld(state, { playing: push.playing });
    case 'tour':
      return withWorld(state, { tour: push.tour });
    case 'reload':
      return state;
  }
}

const isSame = (a: { channel: string; ts: string }, b: { channel: string; ts: string }): boolean =>
  a.channel === b.channel && a.ts === b.ts;

function withMessage(state: State, message: DeskMessage): State {
  if (!state.world || state.me === null || !isVisible(state.world, state.me, message)) return state;
  const { messages } = state.view;
  const index = messages.findIndex((one) => isSame(one, message));
  return withView(state, { messages: index < 0 ? [...messages, message] : messages.with(index, message) });
}

/** The name of a place, as its heading says it. */
export function channelOf(state: State): string | null {
  return state.place.kind === 'talk' ? state.place.channel : null;
}
