// The rows of incidents (重大情况急报): the first report, and what followed, which only grows.

import type { CampaignId, IncidentId, Instant, PersonId, UnitId } from '../ids.ts';

/** `open` nobody has taken it yet · `acknowledged` 已接报 · `closed` the final report 终报 is in. */
export type IncidentState = 'open' | 'acknowledged' | 'closed';

export type IncidentRow = {
  id: IncidentId;
  version: number;
  campaign: CampaignId;
  year: number;
  no: number;
  /** The reporter's unit; null for somebody who belongs to none, which is marked. */
  unit: UnitId | null;
  what: string;
  where: string;
  /** 涉及金额, 涉及人数 as typed. */
  amount: string;
  people: string;
  /** 已采取的措施. */
  done: string;
  /** 已电话报告: who was phoned; said first is phone first, write after. */
  phoned: string;
  by: PersonId;
  at: Instant;
  state: IncidentState;
  acknowledgedBy: PersonId | null;
  acknowledgedAt: Instant | null;
  /** How often somebody further was called because nobody had acknowledged. */
  escalations: number;
  /** Everybody called so far, in order; a person called again stands here again. */
  called: PersonId[];
  /** 并入: the incident that this one was found to be the same matter as. */
  joinedTo: IncidentId | null;
  entries: number;
  /** When the next person is called; null once acknowledged or joined. */
  nextStepAt: Instant | null;
};

/** `called` is an escalation; the others are what people did. */
export type IncidentEntryKind = 'first' | 'called' | 'acknowledged' | 'follow_up' | 'final' | 'joined';

/** One entry on an incident's timeline; id `INCIDENT#NO`. */
export type IncidentEntryRow = {
  id: string;
  version: number;
  campaign: CampaignId;
  incident: IncidentId;
  no: number;
  kind: IncidentEntryKind;
  /** Who did it; null for an escalation, which time brings. */
  by: PersonId | null;
  at: Instant;
  text: string;
  /** `called`: who was called. */
  person: PersonId | null;
  /** `joined`: the other incident. */
  other: IncidentId | null;
};
