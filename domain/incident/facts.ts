// What screens state about incidents, and the ways in which commands about them end. Made by describe.ts.

import type { Moment, PersonFacts, UnitFacts } from '../facts.ts';
import type { CampaignId, IncidentId, Instant } from '../ids.ts';
import type { IncidentEntryKind, IncidentState } from './things.ts';

/** What can be asked of incidents; the same in buttons, forms and typed commands. */
export type IncidentVerb = 'report' | 'list' | 'show' | 'acknowledge' | 'follow_up' | 'final' | 'join';

export type IncidentNumber = { id: IncidentId; year: number; no: number };

export type IncidentEntryFacts = {
  no: number;
  kind: IncidentEntryKind;
  /** Who did it; for `called`, who was called. */
  by: string;
  at: Instant;
  text: string;
  other: IncidentNumber | null;
};

/** One incident at one moment. */
export type IncidentFacts = Moment &
  IncidentNumber & {
    campaign: CampaignId;
    campaignName: string;
    /** Null: the reporter belongs to no unit. */
    unit: UnitFacts | null;
    what: string;
    where: string;
    amount: string;
    people: string;
    done: string;
    phoned: string;
    by: string;
    at: Instant;
    state: IncidentState;
    acknowledgedBy: string | null;
    acknowledgedAt: Instant | null;
    escalations: number;
    /** Everybody called so far, each once, in order. */
    called: string[];
    nextCallAt: Instant | null;
    /** Everybody was called in each round and nobody has taken it: the whole list is called each morning. */
    calledThrough: boolean;
    joinedTo: IncidentNumber | null;
    joined: IncidentNumber[];
    entries: IncidentEntryFacts[];
  };

export type IncidentOutcome =
  /** `did` null: shown. `told`: who is told at once. */
  | {
      kind: 'incident';
      incident: IncidentFacts;
      may: IncidentVerb[];
      did: IncidentEntryKind | null;
      told: PersonFacts[];
    }
  | ({ kind: 'incidents'; incidents: IncidentFacts[] } & Moment);

export type IncidentRefusal =
  | { kind: 'no_such_incident'; typed: string }
  | { kind: 'which_incident'; verb: IncidentVerb; choices: IncidentFacts[] }
  | { kind: 'incident_not_yours'; verb: IncidentVerb; contact: string[] }
  /** Already acknowledged, closed or joined: by whom and when. */
  | { kind: 'incident_state'; verb: IncidentVerb; incident: IncidentFacts };

/**
 * Forms about incidents. Keys of `values`:
 *
 *   incident: unit (where there are several), what, where, amount, people, done, phoned · incident_follow_up, incident_final: text
 *   incident_join: other (the id of the earlier incident)
 */
export type IncidentForm =
  /** `campaign` goes with the form: somebody of several reports to the one whose form was opened. */
  | {
      form: 'incident';
      campaign: CampaignId;
      unit: UnitFacts | null;
      /** All units of the reporter: of several, one is chosen. */
      units: UnitFacts[];
      contact: string[];
    }
  | { form: 'incident_follow_up' | 'incident_final'; incident: IncidentFacts }
  | { form: 'incident_join'; incident: IncidentFacts; choices: IncidentFacts[] };
