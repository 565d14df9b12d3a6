// What screens state of words that were looked for: where, on whose behalf, and each place with the words around it.

import type { ActionInput } from '../actions.ts';
import type { DutyFacts, Moment, PeriodFacts, UnitFacts } from '../facts.ts';
import type { CampaignId, CivilDate, Instant } from '../ids.ts';
import type { Stretch } from '../search-excerpt.ts';

/** One place where the words stand, with what leads there: the row of the ledger, the task or the meeting. */
export type Hit = { at: Instant; excerpt: Stretch[] } & (
  | { what: 'report'; obligation: string; unit: UnitFacts; duty: DutyFacts; period: PeriodFacts }
  | { what: 'task' | 'entry'; task: string; year: number; no: number; title: string }
  | {
      what: 'topic' | 'minutes' | 'decision';
      consultation: string;
      duty: DutyFacts;
      period: PeriodFacts;
      /** Who proposed the topic, or has to do what was decided. */
      unit: UnitFacts | null;
    }
);

export type FoundOutcome = {
  kind: 'found';
  campaign: CampaignId;
  query: string;
  /** Whether anything in the query can be looked for. */
  usable: boolean;
  /** Null: everywhere. */
  where: 'reports' | 'tasks' | 'decisions' | null;
  /** Whose alone was looked through; null: anybody's. */
  units: UnitFacts[] | null;
  area: string | null;
  days: { from: CivilDate | null; to: CivilDate | null } | null;
  /** The asker sees the reports and tasks of their own units only. */
  own: boolean;
  hits: Hit[];
  /** How many of those before these were shown already. */
  offset: number;
  /** How many there are in all that the asker may see; `isMore`: at least so many. */
  of: number;
  isMore: boolean;
  /** What a press on 更多 asks for. */
  next: ActionInput | null;
} & Moment;
