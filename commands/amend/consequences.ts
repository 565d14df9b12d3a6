// What follows from a change beside the new definition, by what it is about: who is told, what is handed over.

import type { AmendmentSubject } from '../../domain/amendment.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Change } from '../../domain/change.ts';
import type { Context } from '../command.ts';
import { handOver } from './hand-over.ts';
import { linesOfPeople, linesOfUnits } from './roster-lines.ts';

/** The definition before and after, when a change is made or undone. */
export type Turn = { before: Campaign; after: Campaign; undone: boolean };
type Consequence = (context: Context, turn: Turn) => Promise<Change[]>;

/** A sheet may do all of it at once. */
const ofSheet: Consequence = async (context, turn) =>
  (await Promise.all([handOver, linesOfUnits, linesOfPeople].map((each) => each(context, turn)))).flat();

const CONSEQUENCES: Partial<Record<AmendmentSubject, Consequence>> = {
  liaison: handOver,
  unit: linesOfUnits,
  person: linesOfPeople,
  roster_sheet: ofSheet,
};

/** All that is to be written together with a change. */
export const consequencesOf = async (
  context: Context,
  subject: AmendmentSubject,
  turn: Turn,
): Promise<Change[]> => (await CONSEQUENCES[subject]?.(context, turn)) ?? [];
