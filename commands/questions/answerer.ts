// What answers a question: one function for each intent, from the reading of a text to what a command would have said, or
// to an outcome of its own where no command says it.

import type { Outcome } from '../../domain/outcome.ts';
import type { Reading } from '../ask/reading.ts';
import type { Context } from '../command.ts';

/** Answers one reading; `text` is the question as it was typed. */
export type Answerer = (context: Context, reading: Reading, text: string) => Promise<Outcome>;

/** The moment an answer was computed, and the zone to print it in. */
export const momentOf = ({ at, actor }: Context) => ({ now: at, zone: actor.campaign.definition.zone });
