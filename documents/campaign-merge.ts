// What an import makes of a campaign that is already running. An import never deletes what has a past: a unit, posting
// or duty that the new file no longer names is kept and ended on the day before, so that the ledger keeps its meaning.
// What past reports refer to (figures, forms, phases that began) is kept as well. Pure; writes nothing.

import type { Campaign, Duty, Figure, Phase, Posting, Unit } from '../domain/campaign.ts';
import type { CivilDate } from '../domain/ids.ts';
import { addDays } from '../domain/zone.ts';
import { keepPeople } from './same-people.ts';

/** What one posting is: one person in one role of one unit. */
const postingKey = ({ person, role, unit }: Posting): string => `${person}/${role}/${unit ?? ''}`;

/** The same with the day it began: who comes back to an office holds it a second time. */
export const postingTimeKey = (posting: Posting): string => `${postingKey(posting)}/${posting.from ?? ''}`;

/** Says of a file's people who they are among those that are known. */
export type Identify = (before: readonly Posting[], file: readonly Posting[], today: CivilDate) => Posting[];

/** For a definition whose people carry their ids already, as one that was edited in chat does. */
export const asGiven: Identify = (_before, people) => [...people];

/**
 * The campaign as it stands after importing `file` over `before` on `today` (a civil date in the campaign's zone). Units,
 * postings and duties that are missing in `file` end yesterday if they began before today, and are dropped if they did
 * not; postings keep the day they began, and new ones begin today. Who is known keeps their id,
 * whatever address the file gives them (same-people.ts). Throws when the two are not one campaign.
 */
export const mergeCampaigns = (
  before: Campaign,
  file: Campaign,
  today: CivilDate,
  identify: Identify = keepPeople,
): Campaign => {
  if (before.id !== file.id) throw new Error(`Cannot merge campaign ${file.id} into ${before.id}`);
  const people = keepBeginnings(before, identify(before.people, file.people, today), today);
  const after = { ...file, people };
  const ending = { start: before.from, today };
  return {
    ...after,
    units: [...after.units, ...endedOf(before.units, after.units, unitKey, ending)],
    people: [...people, ...endedOf(before.people, people, postingTimeKey, ending)],
    duties: [...after.duties, ...endedOf(before.duties, after.duties, dutyKey, ending)],
    phases: [
      ...after.phases,
      ...missing(before.phases, after.phases, phaseKey).filter(({ from }) => from < today),
    ],
    figures: [...after.figures, ...missing(before.figures, after.figures, figureKey)],
    forms: { ...before.forms, ...after.forms },
  };
};

const unitKey = (unit: Unit): string => unit.id;
const dutyKey = (duty: Duty): string => duty.id;
const phaseKey = (phase: Phase): string => phase.id;
const figureKey = (figure: Figure): string => figure.id;

const missing = <T>(before: readonly T[], after: readonly T[], key: (item: T) => string): T[] => {
  const there = new Set(after.map(key));
  return before.filter((item) => !there.has(key(item)));
};

type Spanned = { from?: CivilDate; to?: CivilDate };
type Ending = { start: CivilDate; today: CivilDate };

const endedOf = <T extends Spanned>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  { start, today }: Ending,
): T[] => {
  const yesterday = addDays(today, -1);
  // Without a `from` of its own a thing began with the campaign.
  const hasPast = ({ from }: T): boolean => (from === undefined || from < start ? start : from) < today;
  const ended = (item: T): T =>
    item.to !== undefined && item.to < today ? item : { ...item, to: yesterday };
  return missing(before, after, key).filter(hasPast).map(ended);
};

/** Of somebody who held an office twice, the time that is not over is the one a file means. */
const keepBeginnings = (before: Campaign, people: readonly Posting[], today: CivilDate): Posting[] => {
  const isOver = ({ to }: Posting) => to !== undefined && to < today;
  const latest = [...before.people.filter(isOver), ...before.people.filter((each) => !isOver(each))];
  const known = new Map(latest.map((posting) => [postingKey(posting), posting]));
  return people.map((posting) => {
    // A file says neither; what says so is history.
    if (posting.from !== undefined || posting.to !== undefined) return posting;
    const earlier = known.get(postingKey(posting));
    if (!earlier) return today > before.from ? { ...posting, from: today } : posting;
    return earlier.from === undefined ? posting : { ...posting, from: earlier.from };
  });
};
