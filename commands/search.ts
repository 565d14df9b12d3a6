// 搜索: words in reports, on tasks and in meetings, as far as the asker may see them. What is typed after the word is read as a
// question first, so that where and when it asks to look is understood; what is not read so is looked for as it stands.

import type { ActionInput } from '../domain/actions.ts';
import { plain } from '../domain/names.ts';
import type { Outcome } from '../domain/outcome.ts';
import { type Context, defineCommand } from './command.ts';
import { offeredOf, readOffered } from './questions/offered.ts';
import { answerSearchFrom, lookFor } from './questions/search.ts';
import { refused } from './review-row.ts';

const words = { zh: ['搜索', '查找', '检索', '全文搜索'], en: ['search', 'find'] };

/** English words stand in many a sentence; only at its beginning do they call. */
const isCalled = (typed: string): boolean =>
  words.zh.some((word) => typed.includes(word)) || words.en.some((word) => typed.startsWith(word));

function parse(rest: string, { read, actor, at: now }: Context, typed: string): ActionInput {
  const found = read?.(actor.campaign, { postings: actor.postings, now, text: typed });
  const isSearch = found && 'intent' in found && found.intent === 'search' && found.query !== undefined;
  return isSearch ? { reading: offeredOf(found) } : { text: rest };
}

async function run(context: Context, { reading, values, text, offset = 0 }: ActionInput): Promise<Outcome> {
  if (!reading) return lookFor(context, { query: values?.query ?? text ?? '' }, offset);
  const offered = readOffered(context.actor.campaign.definition, reading);
  if ('gone' in offered) return refused({ kind: 'choice_gone', what: offered.gone });
  return answerSearchFrom(context, offered, offset);
}

export const search = defineCommand({
  name: 'search',
  words,
  access: 'all',
  parse: (rest, context, typed) =>
    isCalled(plain(typed))
      ? parse(rest, context, typed)
      : { refusal: { kind: 'unknown_word', typed: rest, command: 'search' } },
  run,
});
