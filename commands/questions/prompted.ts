// Which questions are suggested to somebody in Slack: a rule of the domain over the postings they hold now.

import { type PromptName, suggestedPrompts } from '../../domain/ask/prompts.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import { findActor } from '../actor.ts';
import type { Deps } from '../command.ts';

/** Questions to begin with; none for somebody who stands on no roster. */
export async function promptsFor(deps: Deps, who: SlackUserId): Promise<PromptName[]> {
  const actor = await findActor(deps, who, {});
  return 'refusal' in actor ? [] : suggestedPrompts(actor.postings);
}
