// The answer to a question, from the ledger in the database and for the terminal. Somebody on the stored campaign's roster
// asks it, in the one role that was named. Invariant: nothing is written; what would leave a record is left to Slack.

import { randomUUID } from 'node:crypto';
import { createReader } from '../../commands/ask/reader.ts';
import type { Question } from '../../commands/ask/reading.ts';
import type { Actor, Context } from '../../commands/command.ts';
import { answerReading } from '../../commands/questions/answer-reading.ts';
import { commands } from '../../commands/registry.ts';
import { readCalendar, readPeople } from '../../db/reads.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { Campaign } from '../../domain/campaign.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import { inOffice } from '../../domain/recipients.ts';
import type { CampaignRow } from '../../domain/things.ts';
import { dateOf } from '../../domain/zone.ts';
import { databaseOf } from '../config.ts';
import { EXIT, type ExitCode } from '../refused-start.ts';
import { plainAnswer } from './plain-answer.ts';
import { type Shell, withProgress, withStore } from './terminal.ts';

/** Why there is no answer, in words of the terminal. */
class NoAnswer extends Error {}

/** Nobody is asked by Slack here, so whoever is not bound to it yet gets an answer too. */
const UNBOUND = as<SlackUserId>('U0');

const askedOnly = (store: Store, { words }: Shell): Store => ({
  ...store,
  commit: async () => {
    throw new NoAnswer(words.recordedInSlack);
  },
});

/** The first on the roster who holds the role (and is of the unit) that day, with that posting alone. */
async function findAsker(
  { words }: Shell,
  store: Store,
  campaign: CampaignRow,
  { postings: [wanted], now }: Question,
): Promise<Actor> {
  const { definition } = campaign;
  const posting = inOffice(definition, dateOf(now, definition.zone)).find(
    ({ role, unit }) => role === wanted?.role && (wanted.unit === undefined || unit === wanted.unit),
  );
  const person = posting && (await store.find('person', posting.person));
  if (!posting || !person)
    throw new NoAnswer(words.nobodyInRole([wanted?.role, wanted?.unit].filter(Boolean).join(':')));
  const calendar = await readCalendar(store, definition, holidayTable());
  return { person, slack: person.slack ?? UNBOUND, campaign, postings: [posting], calendar };
}

async function answerIn(
  shell: Shell,
  store: Store,
  { id, name }: Campaign,
  question: Question,
): Promise<string> {
  const campaign = await store.find('campaign', id);
  if (!campaign) throw new NoAnswer(shell.words.notStored(name));
  const actor = await findAsker(shell, store, campaign, question);
  const { now, text } = question;
  const holidays = holidayTable();
  const context: Context = { store, now: () => now, newId: randomUUID, holidays, actor, at: now, commands };
  const read = createReader(campaign.definition).read({ ...question, postings: actor.postings });
  const outcome = await answerReading(context, read, text);
  const people = [...(await readPeople(store)).values()];
  const names = new Map(people.flatMap(({ slack, name: called }) => (slack ? [[slack, called]] : [])));
  return plainAnswer(outcome, shell.language, names);
}

/** Prints the answer; 1 where the database has not this campaign, nobody holds the role, or Slack must be used. */
export async function answerFromLedger(
  shell: Shell,
  campaign: Campaign,
  question: Question,
): Promise<ExitCode> {
  const { io } = shell;
  try {
    const answer = await withProgress(shell, () =>
      withStore(databaseOf(io.env), (store) => answerIn(shell, askedOnly(store, shell), campaign, question)),
    );
    io.out(answer);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    io.err(error.message);
    return EXIT.refused;
  }
}
