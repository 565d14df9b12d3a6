// A choice that was pressed: exactly the reading that it offered is answered, to whoever pressed it and as far as they may
// see it. What was chosen is what a follow-up leans on from then on. No words call it.

import { type Context, defineCommand } from './command.ts';
import { answerReading } from './questions/answer-reading.ts';
import { readOffered } from './questions/offered.ts';
import { refused } from './review-row.ts';

export const ask = defineCommand({
  name: 'ask',
  words: { zh: [], en: [] },
  access: 'all',
  parse: () => ({}),
  run: async (context: Context, { reading, no = 0 }) => {
    const offered = readOffered(context.actor.campaign.definition, reading);
    if ('gone' in offered) return refused({ kind: 'choice_gone', what: offered.gone });
    context.keep?.(offered);
    return answerReading(context, offered, '', no);
  },
});
