// What the channels are called that somebody chose in the guide: asked when the form is sent, and kept beside what was chosen. A
// campaign knows its channels by name.

import { as, type SlackChannelId, type SlackUserId } from '../../domain/ids.ts';
import { isChannelId, SETUP_CHANNELS, type SetupStep } from '../../domain/setup/facts.ts';
import type { Deps } from '../command.ts';
import { readKept } from './kept.ts';

type Typed = Record<string, string>;

async function nameOf(
  { workspace }: Deps,
  id: string,
  known: string | undefined,
): Promise<string | undefined> {
  const said = await workspace?.nameOfChannel?.(as<SlackChannelId>(id));
  if (said === 'unseen') return undefined;
  return said?.name ?? known;
}

/** What was typed into a step, with the names of the channels in it; while Slack is silent those that were known before. */
export async function withChannelNames(
  deps: Deps,
  who: SlackUserId,
  step: SetupStep,
  typed: Typed,
): Promise<Typed> {
  if (step !== 'basics') return typed;
  const kept = (await readKept(deps, who)).values.basics ?? {};
  const entries = await Promise.all(
    SETUP_CHANNELS.map(async (field): Promise<[string, string | undefined]> => {
      const id = typed[field] ?? '';
      const known = kept[field] === id ? kept[`${field}Name`] : undefined;
      return [`${field}Name`, isChannelId(id) ? await nameOf(deps, id, known) : undefined];
    }),
  );
  const names = new Set(entries.map(([key]) => key));
  const others = Object.entries(typed).filter(([key]) => !names.has(key));
  return Object.fromEntries([...others, ...entries.filter(([, name]) => name !== undefined)]) as Typed;
}
