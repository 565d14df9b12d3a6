// Telling people something outside the ladders: who is told in the next reminder hours, as intents. A decision hands the
// changes to the same commit that writes what it is about. Who is there is asked for the day on which it is said.

import type { Calendar } from './calendar.ts';
import type { Campaign, RecipientRole } from './campaign.ts';
import { type Change, ensure } from './change.ts';
import type { Instant, PersonId, UnitId } from './ids.ts';
import type { Notice, Why } from './notice.ts';
import { slotAfter } from './office-hours.ts';
import { intentOf } from './plan.ts';
import { officeStaff, type Presence, type Recipients, recipientsOf } from './recipients.ts';
import { dateOf } from './zone.ts';

/** What telling stands on. `now` is the moment of the decision. */
export type Telling = { campaign: Campaign; calendar: Calendar; presence: Presence; now: Instant };

/** What is told: `key` is a sentence that makes it once for each person, `about` the row by which it is found again. */
export type News = { key: string; about: string; notice: (why: Why | null) => Notice };

type Told = { person: PersonId; why: Why | null };

/** The next instant at which Duban may speak unasked: now, inside the reminder hours. */
export const nextSlot = ({ campaign, calendar, now }: Omit<Telling, 'presence'>): Instant =>
  slotAfter(now, calendar, campaign.zone);

const presentThen = (telling: Telling): Presence =>
  telling.presence.on(dateOf(nextSlot(telling), telling.campaign.zone));

/** Tells these people, each once, in the next reminder hours. */
export function tellPeople(telling: Telling, told: readonly Told[], { key, about, notice }: News): Change[] {
  const slotAt = nextSlot(telling);
  const once = told.filter(
    ({ person }, index) => told.findIndex((other) => other.person === person) === index,
  );
  return once.map(({ person, why }) =>
    ensure('intent', intentOf(telling, `${key}:${person}`, person, notice(why), { slotAt, about })),
  );
}

/** The people of a unit in these roles as they will be there when it is said. */
export const unitPeople = (
  telling: Telling,
  unit: UnitId,
  roles: readonly RecipientRole[],
): Recipients['told'] => recipientsOf(presentThen(telling), unit, roles).told;

/** The office's staff (its director when none of them is there) when it is said; without whoever decided. */
export const officePeople = (telling: Telling, except?: PersonId): Told[] =>
  officeStaff(presentThen(telling))
    .filter((person) => person !== except)
    .map((person) => ({ person, why: null }));
