// A question in one's own words, answered from the ledger: each intent by what a command says already, or by an outcome of
// its own where none does. How a text is read is none of its business (commands/ask); who may see what is a rule of the
// domain, asked where the answer is made.

import type { PageFacts } from '../../domain/ask/facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { permit } from '../../domain/permission.ts';
import { type Intent, type Read, type Reading, SURE } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { refused } from '../review-row.ts';
import { answerAct } from './act.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { answerBulletin } from './bulletin.ts';
import { clarify, different, factsOf } from './clarify.ts';
import { answerContact } from './contact.ts';
import { answerDue } from './due.ts';
import { answerFigures } from './figures.ts';
import { answerHelp } from './help.ts';
import { answerHistory } from './history.ts';
import { answerAgenda, answerAttendance, answerDecisions, answerMeeting } from './meetings.ts';
import { answerMine } from './mine.ts';
import { offeredOf } from './offered.ts';
import { answerOverdue } from './overdue.ts';
import { notRead } from './refuse.ts';
import { answerLatest } from './reports.ts';
import { answerSearch } from './search.ts';
import { answerSent } from './sent.ts';
import { noSuchPeriod } from './span.ts';
import { answerStatus } from './status.ts';
import { answerTask, answerTasks } from './tasks.ts';
import { answerTimeliness } from './timeliness.ts';
import { answerWho } from './who.ts';

const ANSWERERS: Record<Intent, Answerer> = {
  mine: answerMine,
  who: answerWho,
  status: answerStatus,
  due: answerDue,
  overdue: answerOverdue,
  task: answerTask,
  tasks: answerTasks,
  figures: answerFigures,
  timeliness: answerTimeliness,
  latest: answerLatest,
  consultation_next: answerMeeting,
  consultation_agenda: answerAgenda,
  consultation_attendance: answerAttendance,
  decisions: answerDecisions,
  contact: answerContact,
  bulletin: answerBulletin,
  search: answerSearch,
  history: answerHistory,
  sent: answerSent,
  help: answerHelp,
  act: answerAct,
};

/** Answers that come one screen at a time. */
const PAGED: ReadonlySet<Outcome['kind']> = new Set([
  'who',
  'missing',
  'due',
  'overdue',
  'figures',
  'timeliness',
  'tasks',
  'sent',
]);

/** Says which screen it is, and how another is asked for. */
function paged({ actor }: Context, reading: Reading, outcome: Outcome, from: number): Outcome {
  if (!PAGED.has(outcome.kind)) return outcome;
  const again = { campaign: actor.campaign.id, reading: offeredOf(reading) };
  const page: PageFacts = { from, action: 'ask', again };
  return { ...outcome, page } as Outcome;
}

/** What answers nothing, and so cannot be mistaken. */
const NO_ANSWER: ReadonlySet<Outcome['kind']> = new Set(['refused', 'clarify']);

/** Says as what a text was read, where that is not sure. */
const readAs = (context: Context, reading: Reading, outcome: Outcome): Outcome =>
  reading.sure >= SURE || NO_ANSWER.has(outcome.kind)
    ? outcome
    : { ...outcome, readAs: { ...factsOf(context, reading), ...momentOf(context) } };

/**
 * Answers what a text was read as, puts two readings to the asker, or says why there is none; `text` as it was typed, `from`
 * the first row of the screen that is wanted, from 0.
 */
export async function answerReading(context: Context, read: Read, text: string, from = 0): Promise<Outcome> {
  // A command open to anybody may have let somebody in who stands on no roster: to them nothing is answered.
  if (!permit(context.actor.postings, 'all')) return refused({ kind: 'unknown_person' });
  if ('refuse' in read) return notRead(context, read.refuse, text);
  if ('clarify' in read) {
    const [only, another] = different(read.clarify);
    return only && !another ? answerReading(context, only, text) : clarify(context, read.clarify);
  }
  const none = noSuchPeriod(context, read, text);
  if (none !== null) return refused({ kind: 'unknown_period', typed: none });
  const outcome = await ANSWERERS[read.intent](context, read, text);
  return readAs(context, read, paged(context, read, outcome, from));
}
