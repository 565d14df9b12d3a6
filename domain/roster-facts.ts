// What screens state about changing the roster: the forms for a person, a unit, a binding. Keys of `values`:
//
//   roster_person: name, phone, email, language (zh, en, slack), end (posts that end, `ROLE/UNIT` joined by commas), role, unit
//   roster_unit: name, aliases (separated by commas or 、), kind, to
//   roster_bind: account (a Slack user id), email

import type { Role, UnitKind } from './campaign.ts';
import type { PersonFacts, UnitFacts } from './facts.ts';
import type { CivilDate } from './ids.ts';

/** What can be done to the roster by button, form or words. */
export const ROSTER_VERBS = ['person', 'unit', 'bind', 'unbind'] as const;
export type RosterVerb = (typeof ROSTER_VERBS)[number];

export type HeldPost = { key: string; role: Role; unit: UnitFacts | null };

export type RosterForm =
  /** `person` null: somebody new, who must get a role. */
  | { form: 'roster_person'; person: PersonFacts | null; held: HeldPost[]; roles: Role[]; units: UnitFacts[] }
  /** `unit` null: a new one. Without `kinds` neither kind nor end may be changed. */
  | { form: 'roster_unit'; unit: (UnitFacts & { to: CivilDate | null }) | null; kinds: UnitKind[] }
  | { form: 'roster_bind'; person: PersonFacts; email: string | null; bound: boolean };

/** What the asker may change, for the buttons. */
export type RosterMay = {
  /** The unit that is shown: its people, its names, its liaison. */
  unit: boolean;
  /** Everything, also new units and Slack accounts. */
  all: boolean;
};
