// What the bot can be asked about itself, in words: what will be sent, which commands there are. For the desk and
// the command line; Slack asks the same by commands.

import { commands } from '../commands/registry.ts';
import { readRehearsalSources } from '../db/rehearsal-sources.ts';
import type { Store } from '../db/store.ts';
import type { HolidayTable } from '../domain/calendar.ts';
import type { Language } from '../domain/campaign.ts';
import type { RehearsedSend } from '../domain/facts.ts';
import { as, type Instant } from '../domain/ids.ts';
import type { CommandName } from '../domain/outcome.ts';
import { rehearse } from '../domain/rehearsal.ts';
import { stepOf } from '../domain/rehearsal-intents.ts';
import { describeCommand } from '../messages/render.ts';
import { describeKind, describeSend } from '../messages/views/rehearsal.ts';
import { findNextEvent } from '../scheduler/next-event.ts';

const DAY_MS = 86_400_000;
const LOOKED_AHEAD_DAYS = 14;

export type Looking = { store: Store; holidays: HolidayTable; now: () => Instant };
export type SendLine = { at: number; to: string; what: string; step: string; why: string };

/** Everything that will be sent in the days from `from` if nobody does anything, soonest first. */
export async function listSends(
  { store, holidays }: Looking,
  from: Instant,
  days: number,
): Promise<{ send: RehearsedSend; zone: string }[]> {
  const to = as<Instant>(from + days * DAY_MS);
  const found: { send: RehearsedSend; zone: string }[] = [];
  for (const row of await store.list('campaign')) {
    const sends = rehearse(await readRehearsalSources(store, row, holidays), from, to);
    found.push(...sends.map((send) => ({ send, zone: row.definition.zone })));
  }
  return found.sort((a, b) => a.send.at - b.send.at);
}

/** The same in words. */
export async function rehearseInWords(
  looking: Looking,
  language: Language,
  days: number,
): Promise<SendLine[]> {
  const now = looking.now();
  const sends = await listSends(looking, now, days);
  return sends.map(({ send, zone }) => ({ at: send.at, ...describeSend(send, zone, now, language) }));
}

/** The next moment at which something would be sent, and a few words for it; failing that, something planned. */
export async function findNext(
  looking: Looking,
  language: Language,
): Promise<{ at: number; what: string } | null> {
  const now = looking.now();
  const next = (await listSends(looking, now, LOOKED_AHEAD_DAYS)).find(({ send }) => send.at > now);
  if (next) {
    const { to, what } = describeSend(next.send, next.zone, now, language);
    return { at: next.send.at, what: `${what} → ${to}` };
  }
  const planned = await findNextEvent(looking.store, now);
  if (!planned) return null;
  const { at, notice } = planned;
  return { at, what: notice ? describeKind(notice.kind, stepOf(notice), language) : '' };
}

/** Every command that can be typed. */
export const listCommands = (
  language: Language,
): { name: CommandName; word: string; arguments: string; what: string }[] =>
  commands
    .filter(({ words }) => words[language].length > 0)
    .map(({ name }) => {
      const { word, arguments: more, what } = describeCommand(name as CommandName, language);
      return { name: name as CommandName, word, arguments: more, what };
    });
