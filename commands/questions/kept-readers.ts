// Readers of questions, one for each campaign: what it costs to compile a campaign's words is paid once for each of its
// definitions, not with each question.

import type { Campaign } from '../../domain/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import type { Question, Read } from '../ask/reading.ts';
import type { Deps } from '../command.ts';

type Reader = { read(question: Question): Read };

/** What reads questions about any campaign, with a reader made for each definition that is in force. */
export function keepReaders(make: (campaign: Campaign) => Reader): NonNullable<Deps['read']> {
  const kept = new Map<CampaignId, { definitionNo: number; reader: Reader }>();
  return ({ id, definitionNo, definition }, question) => {
    const known = kept.get(id);
    const current = known?.definitionNo === definitionNo ? known : { definitionNo, reader: make(definition) };
    kept.set(id, current);
    return current.reader.read(question);
  };
}
