// An answer to somebody who belongs to several campaigns says of which it is: in front of its scope, and of the sentence that
// the notification shows. Whoever belongs to one is not told what they know.

import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Language } from '../../domain/campaign.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { LIMITS, type Message, section } from '../blocks.ts';
import { catalogs } from '../catalog.ts';
import { bold, clean, lengthOf, safe, truncate } from '../escape.ts';

const NAME_LENGTH = 60;

/** What is about the asker or the product and not about a campaign. */
const OF_NONE: ReadonlySet<Outcome['kind']> = new Set([
  'help',
  'settings',
  'setup_greeting',
  'setup_guide',
  'setup_wrong',
  'setup_preview',
  'setup_done',
  'setup_file',
]);

const takesMore = (block: KnownBlock | undefined, length: number): block is SectionBlock =>
  block?.type === 'section' && block.text !== undefined && lengthOf(block.text.text) + length <= LIMITS.text;

/** The message with the name of the campaign that it is about, where one is given. */
export function ofCampaign(said: Message, { kind, inCampaign }: Outcome, language: Language): Message {
  if (inCampaign === undefined || OF_NONE.has(kind)) return said;
  const { words } = catalogs[language];
  const name = truncate(clean(inCampaign), NAME_LENGTH);
  const before = `${bold(name).mrkdwn} · `;
  const [first, ...rest] = said.blocks;
  const blocks: KnownBlock[] = takesMore(first, lengthOf(before))
    ? [{ ...first, text: { ...first.text!, text: before + first.text!.text } }, ...rest]
    : [section(bold(name)), ...said.blocks].slice(0, LIMITS.messageBlocks);
  return { text: words.labelled(safe(name).mrkdwn, said.text), blocks };
}
