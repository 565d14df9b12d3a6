// Questions in conversations, by what they were read as: how a text is read is a matter of its own (test/unit/ask), here it
// is what is answered. A reading goes in through the same door as typed words.

import type { Read, Reading } from '../../commands/ask/reading.ts';
import { answer } from '../../commands/registry.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Dialog } from './dialog.ts';
import type { World } from './world.ts';

type Talk = Pick<Dialog, 'deps'> & { slackOf: Dialog['slackOf'] | World['slackOf'] };
/** A reading as a test writes it: ids as they stand in the sample. */
export type Asked = { intent: Reading['intent'] } & { [slot: string]: unknown };

export const asReading = (asked: Asked, sure = 1): Reading =>
  ({ used: [], sure, ...asked }) as never as Reading;

/** A text that no command's word stands in. */
const SAID = '请问一下';

/** Somebody says a text that is read so. */
export async function sayReadAs(talk: Talk, person: string, text: string, read: Read): Promise<Outcome> {
  return answer({ ...talk.deps, read: () => read }, await talk.slackOf(person), text);
}

/** Somebody asks what this reading says. */
export const ask = (talk: Talk, person: string, asked: Asked): Promise<Outcome> =>
  sayReadAs(talk, person, SAID, asReading(asked));
