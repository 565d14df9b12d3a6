// A reading on its way through a button: written small, read back with suspicion. A button may be months old or forged, so
// whatever is not of a reading's shape is unreadable, and an id that the campaign no longer has is gone; both are said in
// words. Whether the presser may have the answer is asked where it is made.

import type { OfferedReading } from '../../domain/actions.ts';
import type { ChoiceGone } from '../../domain/ask/facts.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { parseDate } from '../../domain/zone.ts';
import { INTENTS, type Reading, type Slots } from '../ask/reading.ts';

type Gone = ChoiceGone['what'];
type Check = (value: unknown, campaign: Campaign) => Gone | null;

const LONGEST_TEXT = 300;
const MOST_IDS = 400;
const PERIOD = /^(?:\d{4}(?:-W\d\d|-\d\d)?|once|phase:.+)$/;
const STATES: ReadonlySet<NonNullable<Slots['state']>> = new Set([
  ...(['missing', 'reported', 'on_time', 'late', 'nil', 'returned', 'waived'] as const),
  ...(['dispatched', 'in_progress', 'in_review', 'closed', 'open', 'extension', 'overdue'] as const),
  ...(['red', 'yellow', 'green'] as const),
]);
const KINDS: ReadonlySet<NonNullable<Slots['kind']>> = new Set([
  ...(['liaison', 'deputy', 'head', 'office', 'leader'] as const),
  ...(['reports', 'tasks', 'decisions'] as const),
]);
const COMMANDS: ReadonlySet<NonNullable<Slots['command']>> = new Set([
  ...(['report', 'nil', 'chase', 'return', 'accept', 'waive', 'dispute', 'bulletin', 'task'] as const),
  ...(['consultation', 'incident', 'roster', 'replace_liaison', 'leave', 'rehearse', 'export'] as const),
  ...(['audit', 'settings', 'note'] as const),
]);

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;
const isNumber = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const soundIf =
  (isSound: (value: unknown) => boolean): Check =>
  (value) =>
    isSound(value) ? null : 'unreadable';
const oneOf = (known: ReadonlySet<string>): Check => soundIf((value) => isText(value) && known.has(value));

const idIn =
  (what: Gone, idsOf: (campaign: Campaign) => readonly string[]): Check =>
  (value, campaign) =>
    isText(value) ? (idsOf(campaign).includes(value) ? null : what) : 'unreadable';
const idsIn =
  (what: Gone, idsOf: (campaign: Campaign) => readonly string[]): Check =>
  (value, campaign) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_IDS) return 'unreadable';
    const known = new Set(idsOf(campaign));
    if (!value.every(isText)) return 'unreadable';
    return value.every((id) => known.has(id)) ? null : what;
  };

const ids = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);
const phasePeriod: Check = (value, { phases }) => {
  if (!isText(value) || !PERIOD.test(value)) return 'unreadable';
  const phase = /^phase:(.+)$/.exec(value)?.[1];
  return phase === undefined || ids(phases).includes(phase) ? null : 'phase';
};
const date = soundIf((value) => isText(value) && parseDate(value) !== null);

const CHECKS: Record<keyof Slots | 'intent', Check> = {
  intent: oneOf(new Set(INTENTS)),
  units: idsIn('unit', ({ units }) => ids(units)),
  duty: idIn('duty', ({ duties }) => ids(duties)),
  area: idIn('area', ({ areas }) => ids(areas)),
  phase: idIn('phase', ({ phases }) => ids(phases)),
  period: phasePeriod,
  from: date,
  to: date,
  state: oneOf(STATES),
  figure: idsIn('figure', ({ figures }) => ids(figures)),
  task: soundIf(isNumber),
  person: idIn('person', ({ people }) => people.map(({ name }) => name)),
  kind: oneOf(KINDS),
  query: soundIf(isText),
  no: soundIf(isNumber),
  command: oneOf(COMMANDS),
};

/** A reading without what only reading it was of use for: what a button carries. */
export const offeredOf = ({ used, sure, ...asked }: Reading): OfferedReading => asked;

/** The reading that a button carried, in the words of the campaign as it is now; or what of it is gone. */
export function readOffered(
  campaign: Campaign,
  offered: OfferedReading | undefined,
): Reading | { gone: Gone } {
  if (!offered || !Object.hasOwn(offered, 'intent')) return { gone: 'unreadable' };
  for (const [slot, value] of Object.entries(offered)) {
    if (!Object.hasOwn(CHECKS, slot)) return { gone: 'unreadable' };
    const gone = CHECKS[slot as keyof typeof CHECKS](value, campaign);
    if (gone) return { gone };
  }
  return { ...(offered as { intent: Reading['intent'] } & Slots), used: [], sure: 1 };
}
