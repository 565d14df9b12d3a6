// Where the tour points: the next thing to press for a step, given where one is. Pure; the selectors name attributes
// that the page's parts carry for this purpose.

import type { TourStepId } from '../world.ts';
import type { State } from './state.ts';

export const STEPS: readonly TourStepId[] = [
  'report',
  'nil',
  'missing',
  'chase',
  'monday',
  'approve',
  'publish',
  'task',
  'sign',
  'close',
];

/** What a step is played on: the direct conversation, or the office's channel. */
const PLACES: Record<TourStepId, 'direct' | 'office' | null> = {
  report: 'direct',
  nil: 'direct',
  missing: 'office',
  chase: 'office',
  monday: null,
  approve: 'direct',
  publish: 'direct',
  task: 'office',
  sign: 'direct',
  close: 'direct',
};

/** The first step that is not done; null when all are. */
export const nextStep = (done: readonly TourStepId[]): TourStepId | null =>
  STEPS.find((step) => !done.includes(step)) ?? null;

/** Who plays the step and where; null where it does not matter. */
export function stageOf(state: State, step: TourStepId): { person: string | null; channel: string | null } {
  const person = state.world?.tour.people[step] ?? null;
  const where = PLACES[step];
  if (where === null) return { person: null, channel: null };
  const dm = state.world?.people.find(({ id }) => id === person)?.dm ?? null;
  const office = state.world?.channels.find(({ purpose }) => purpose === 'office')?.id ?? null;
  return { person, channel: where === 'direct' ? dm : office };
}

/** Selectors of what to press next, best first; the last match of the first that is there is meant. */
export function targetsOf(state: State, step: TourStepId): string[] {
  if (state.view.modals.length > 0) return ['dialog.modal [type=submit]'];
  const { person, channel } = stageOf(state, step);
  if (person !== null && state.me !== person) return [`[data-person="${person}"]`, '[data-tab=people]'];
  if (channel !== null && !(state.place.kind === 'talk' && state.place.channel === channel))
    return [`[data-place="${PLACES[step]}"]`, '[data-tab=talk]'];
  return CONTROLS[step];
}

const verb = (name: string, action = 'bulletin'): string =>
  `.message [data-action^="do:${action}"][data-value*='"verb":"${name}"']`;

const CONTROLS: Record<TourStepId, string[]> = {
  report: ['.message [data-action^="do:report"]'],
  nil: ['.message [data-action^="do:nil"]'],
  missing: ['[data-composer=talk]'],
  chase: ['.message [data-action^="do:chase"]'],
  monday: ['[data-clock=next]'],
  approve: [verb('approve')],
  publish: [verb('publish')],
  task: ['[role=menuitem]', '.message-more'],
  sign: [verb('sign', 'task')],
  close: [verb('close', 'task')],
};
