// An answer to a text that may have meant something else says first as what it was read, in the words of the button that would
// ask it, so that nobody takes it for the answer to their own question. Whoever asked in other words is told to try again.

import type { KnownBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { LIMITS, type Message, small } from '../blocks.ts';
import { safe } from '../escape.ts';
import { voiceOf } from './phrases.ts';
import { labelOf } from './question-choices.ts';

/** The message with what the text was taken to ask, where that is not sure. */
export function readAs(said: Message, { readAs: taken }: Outcome, language: Language): Message {
  if (taken === undefined) return said;
  const voice = voiceOf(language, taken);
  const { asking, words } = voice.t;
  const label = asking.readAs(labelOf(voice, taken));
  const blocks: KnownBlock[] = [
    small(words.sentences([words.sentence(label), asking.orElse])),
    ...said.blocks,
  ];
  return {
    text: words.labelled(safe(label).mrkdwn, said.text),
    blocks: blocks.slice(0, LIMITS.messageBlocks),
  };
}
