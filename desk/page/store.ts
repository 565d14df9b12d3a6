// The one store of the page: holds the state, asks the server, tells React. Every act of the person goes through here.

import { useSyncExternalStore } from 'react';
import type { Language } from '../../domain/campaign.ts';
import type { Jump } from '../time-travel.ts';
import type { Act, ActAnswer, Push, TourStepId } from '../world.ts';
import { desk, listen } from './connection.ts';
import { NO_VIEW, type Place, pushed, START, type State, type Tab } from './state.ts';
import { type Words, wordsOf } from './words.ts';

type WithoutAs<A> = A extends unknown ? Omit<A, 'as'> : never;

/** From here on there is room for the right column beside the conversation. */
const ROOMY_PX = 1240;

let state: State = { ...START, isAheadOpen: innerWidth > ROOMY_PX, ...remembered() };
const listeners = new Set<() => void>();
const TROUBLE_SHOWN_MS = 6000;
const REFRESH_AFTER_MS = 250;

function set(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const useDesk = (): State =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );

export const useWords = (): Words => wordsOf(useDesk().world?.language ?? 'zh');

// What a browser remembers of the page: who one was, where, and which columns were open.

type Remembered = Pick<State, 'me' | 'place' | 'isAheadOpen' | 'isTourOpen'>;

function remembered(): Partial<Remembered> {
  try {
    return JSON.parse(localStorage.getItem('duban-desk') ?? '{}') as Partial<Remembered>;
  } catch {
    return {};
  }
}

function remember(): void {
  const { me, place, isAheadOpen, isTourOpen } = state;
  localStorage.setItem('duban-desk', JSON.stringify({ me, place, isAheadOpen, isTourOpen }));
}

// Loading

/** Loads everything and listens from then on. */
export async function start(): Promise<void> {
  listen(onPush, (isOnline) => {
    const isBack = isOnline && !state.isOnline;
    set({ isOnline });
    if (isBack) void load();
  });
  await load();
}

async function load(): Promise<void> {
  const world = await desk.world();
  if (world.playing) return set({ world });
  const known = world.people.some(({ id }) => id === state.me);
  const me = known ? state.me : (world.tour.people.report ?? world.people[0]?.id ?? null);
  const view = me ? await desk.view(me) : NO_VIEW;
  set({ world, me, view });
  if (!known || !isReachable(state.place)) goHomeOrDirect();
  else open(state.place);
  refreshAhead();
}

function isReachable(place: Place): boolean {
  if (place.kind === 'home') return true;
  const { world, me } = state;
  const person = world?.people.find(({ id }) => id === me);
  return (
    place.channel === person?.dm ||
    (world?.channels.some(({ id, members }) => id === place.channel && members.includes(me ?? '')) ?? false)
  );
}

/** A person who is new on the page first sees what Duban told them. */
function goHomeOrDirect(): void {
  const person = state.world?.people.find(({ id }) => id === state.me);
  if (person) open({ kind: 'talk', channel: person.dm });
}

function onPush(push: Push): void {
  set(pushed(state, push));
  if (push.kind === 'reload') void load();
  if (push.kind === 'clock') refreshAhead();
  if (push.kind === 'unread' && push.person === state.me) markRead();
}

let refreshing: ReturnType<typeof setTimeout> | undefined;
function refreshAhead(): void {
  clearTimeout(refreshing);
  refreshing = setTimeout(async () => {
    const [rehearsal, recent] = await Promise.all([desk.rehearsal(), desk.recent()]).catch(() => [[], []]);
    set({ rehearsal, recent });
  }, REFRESH_AFTER_MS);
}

// Going places

export async function become(me: string): Promise<void> {
  if (me === state.me) {
    set({ tab: 'talk' });
    return;
  }
  set({ me, view: NO_VIEW, thread: null });
  const view = await desk.view(me);
  if (state.me !== me) return;
  // Read only now: one may have gone elsewhere while it was loaded.
  const { place } = state;
  set({ view, tab: 'talk' });
  if (place.kind === 'home') open(place);
  else if (isReachable(place)) open(place);
  else goHomeOrDirect();
}

export function open(place: Place): void {
  const thread = JSON.stringify(place) === JSON.stringify(state.place) ? state.thread : null;
  set({ place, thread, tab: state.tab === 'ahead' ? 'talk' : state.tab });
  remember();
  const person = state.world?.people.find(({ id }) => id === state.me);
  if (place.kind === 'home') void act({ kind: 'open', tab: 'home' });
  if (place.kind === 'talk' && place.channel === person?.dm) void act({ kind: 'open', tab: 'messages' });
  markRead();
}

/** Goes to a message that a link names, as far as one may see it. */
export function openMessage(channel: string, ts: string): void {
  const place: Place = { kind: 'talk', channel };
  const message = state.view.messages.find((one) => one.channel === channel && one.ts === ts);
  if (!isReachable(place) || !message) {
    say(wordsOf(state.world?.language ?? 'zh').trouble.unseen);
    return;
  }
  open(place);
  if (message.threadTs !== null && message.threadTs !== ts) openThread(message.threadTs);
  requestAnimationFrame(() =>
    setTimeout(() => document.querySelector<HTMLElement>(`article[data-ts="${ts}"]`)?.focus()),
  );
}

function markRead(): void {
  if (state.place.kind !== 'talk' || state.me === null || document.visibilityState !== 'visible') return;
  const { channel } = state.place;
  if (state.world?.unread[state.me]?.[channel]) void act({ kind: 'read', channel });
}

/** A narrow screen has nothing to fold: its tab shows the column open. */
export const openTab = (tab: Tab): void => set(tab === 'ahead' ? { tab, isAheadOpen: true } : { tab });
export const openThread = (thread: string | null): void => set({ thread });
export function toggleAhead(): void {
  set({ isAheadOpen: !state.isAheadOpen });
  remember();
}
export function showTour(isTourOpen: boolean): void {
  set({ isTourOpen });
  remember();
}
export const showKeys = (areKeysShown: boolean): void => set({ areKeysShown });

// Acting

/** Does something as the person one is; troubles are shown as Slack would. */
export async function act(wish: WithoutAs<Act>): Promise<ActAnswer> {
  if (state.me === null) return { ok: false };
  const answer = await desk.act({ ...wish, as: state.me } as Act).catch((): ActAnswer => ({ ok: false }));
  if (!answer.ok && !answer.errors) complain(answer.trouble);
  return answer;
}

function complain(trouble: ActAnswer['trouble']): void {
  if (state.world?.playing) return;
  const words = wordsOf(state.world?.language ?? 'zh').trouble;
  say(state.isOnline ? words[trouble ?? 'gone'] : words.offline);
}

function say(text: string): void {
  set({ trouble: text });
  setTimeout(() => state.trouble === text && set({ trouble: null }), TROUBLE_SHOWN_MS);
}

export async function travel(jump: Jump): Promise<void> {
  if (state.isMoving) return;
  set({ isMoving: true });
  await desk.travel(jump).catch(() => undefined);
  set({ isMoving: false });
}

export const setLanguage = (language: Language): Promise<object> => desk.setLanguage(language);
export async function startOver(): Promise<void> {
  set({ me: null, view: NO_VIEW, thread: null, isTourOpen: true });
  await desk.startOver();
}

/** Plays a step of the tour; shows where it was played. */
export async function playTourStep(step: TourStepId): Promise<void> {
  set({ isMoving: true });
  const answer = await desk.playTourStep(step).catch((): ActAnswer => ({ ok: false }));
  set({ isMoving: false });
  if (!answer.ok) complain(answer.trouble);
  const bulletin = state.world?.channels.find(({ purpose }) => purpose === 'bulletin');
  if (answer.ok && step === 'publish' && bulletin) open({ kind: 'talk', channel: bulletin.id });
}
