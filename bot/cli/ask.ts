// duban ask --campaign FILE --now ISO --as ROLE[:UNIT] [--context TEXT] [--explain] TEXT, or --batch with a question a line
// on standard input. Without --explain the answer is printed, from the database (answer.ts); with it, and for a batch, only
// how a question is understood, and no database is opened.

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createReader, type Reader } from '../../commands/ask/reader.ts';
import type { Question, Read } from '../../commands/ask/reading.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import type { Campaign, Posting, Role } from '../../domain/campaign.ts';
import { as, type Instant, type PersonId } from '../../domain/ids.ts';
import { parseInstant } from '../../domain/zone.ts';
import { readCampaignSource } from '../campaign-source.ts';
import { EXIT, type ExitCode, RefusedStart } from '../refused-start.ts';
import { answerFromLedger } from './answer.ts';
import type { Shell } from './terminal.ts';

export type AskOptions = {
  campaign?: string;
  now?: string;
  as?: string;
  context?: string;
  explain: boolean;
  batch: boolean;
};

const ROLES: readonly string[] = [
  'leader',
  'deputy_leader',
  'office_director',
  'office_staff',
  'head',
  'liaison',
  'deputy',
  'inspector',
] satisfies Role[];

/** What is wrong with a question before it is read, in words of the terminal. */
class WrongQuestion extends Error {}

function readCampaign(file: string): Campaign {
  const { bytes, noticeFile } = readCampaignSource(file);
  const reading = readCampaignFile(bytes, { noticeFile });
  if (!reading.ok) throw new RefusedStart({ kind: 'campaign_refused', file, problems: reading.problems });
  return reading.campaign;
}

/** Somebody in this role and unit; nobody of the roster, for a reading depends on roles alone. */
function postingOf({ words }: Shell, { units }: Campaign, typed: unknown): Posting {
  const [role = '', id] = typeof typed === 'string' ? typed.split(':') : [];
  if (!ROLES.includes(role)) throw new WrongQuestion(words.badRole(String(typed ?? ''), ROLES.join(', ')));
  const unit = units.find((each) => each.id === id);
  if (id !== undefined && !unit) throw new WrongQuestion(words.badUnit(id));
  return {
    person: as<PersonId>(`${role}:${id ?? ''}`),
    name: role,
    role: role as Role,
    ...(unit && { unit: unit.id }),
  };
}

function instantOf({ words }: Shell, typed: unknown): Instant {
  const now = typeof typed === 'string' ? parseInstant(typed) : null;
  if (now === null) throw new WrongQuestion(words.badNow(String(typed ?? '')));
  return now;
}

type Typed = { text?: unknown; now?: unknown; as?: unknown; context?: unknown };

function questionOf(shell: Shell, campaign: Campaign, typed: Typed): Question {
  if (typeof typed.text !== 'string') throw new WrongQuestion(shell.words.noText);
  return {
    text: typed.text,
    now: instantOf(shell, typed.now),
    postings: [postingOf(shell, campaign, typed.as)],
    ...(typeof typed.context === 'string' && { context: typed.context }),
  };
}

function readLine(shell: Shell, campaign: Campaign, reader: Reader, line: string): Read | { error: string } {
  try {
    const typed = JSON.parse(line) as Typed | null;
    return reader.read(questionOf(shell, campaign, typed ?? {}));
  } catch (error) {
    return { error: error instanceof SyntaxError ? shell.words.badLine : (error as Error).message };
  }
}

/** One reading a line; a line that is none gets an error of its own, and the rest goes on. */
async function readBatch(shell: Shell, campaign: Campaign, input: Readable): Promise<ExitCode> {
  const reader = createReader(campaign);
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line.trim() !== '') shell.io.out(JSON.stringify(readLine(shell, campaign, reader, line)));
  return EXIT.ok;
}

async function askOne(
  shell: Shell,
  campaign: Campaign,
  text: string | undefined,
  options: AskOptions,
): Promise<ExitCode> {
  const question = questionOf(shell, campaign, { ...options, text });
  if (!options.explain) return answerFromLedger(shell, campaign, question);
  shell.io.out(JSON.stringify(createReader(campaign).read(question)));
  return EXIT.ok;
}

/** Answers or reads one question, or with `batch` reads one a line; 2 where role, moment or text are wrong, 1 for a refusal. */
export async function runAsk(
  shell: Shell,
  text: string | undefined,
  options: AskOptions,
  input: Readable = process.stdin,
): Promise<ExitCode> {
  const { io, words } = shell;
  try {
    if (options.campaign === undefined) throw new WrongQuestion(words.askNeedsCampaign);
    const campaign = readCampaign(options.campaign);
    return options.batch
      ? await readBatch(shell, campaign, input)
      : await askOne(shell, campaign, text, options);
  } catch (error) {
    if (!(error instanceof WrongQuestion)) throw error;
    io.err(error.message);
    return EXIT.usage;
  }
}
