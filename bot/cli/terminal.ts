// What a subcommand needs of the world: words, output, colours where a person looks, the time, and the database.

import type { Store } from '../../db/store.ts';
import type { Language } from '../../domain/campaign.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { type CliWords, cliWords } from '../cli-words.ts';
import { findSimulatedNow } from '../kept-clock.ts';
import { terminalLanguage } from '../terminal-words.ts';

export type Io = {
  env: NodeJS.ProcessEnv;
  out(text: string): void;
  err(text: string): void;
  /** Whether a person reads the output; files and pipes get no colours. */
  isTerminal: boolean;
  /** Real time, epoch ms. */
  now(): number;
};

export type Shell = { io: Io; language: Language; words: CliWords; paint: Paint };
type Paint = (colour: 'red' | 'green' | 'yellow' | 'dim', text: string) => string;

const CODES = { red: 31, green: 32, yellow: 33, dim: 2 } as const;
const SLOW_MS = 1000;

const paintFor = ({ isTerminal, env }: Io): Paint => {
  const isPlain = !isTerminal || Boolean(env.NO_COLOR) || env.TERM === 'dumb';
  return (colour, text) => (isPlain ? text : `\u001b[${CODES[colour]}m${text}\u001b[0m`);
};

/** The terminal in the language of whoever runs it. */
export function openShell(io: Io): Shell {
  const language = terminalLanguage(io.env);
  return { io, language, words: cliWords(language), paint: paintFor(io) };
}

/** Says that it is working if that takes longer than a second and somebody is looking. */
export async function withProgress<T>({ io, words, paint }: Shell, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => io.isTerminal && io.err(paint('dim', words.working)), SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the database beside a running bot, and closes it when the work is done. */
export async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../../db/open.ts');
  const store = await openStore(url, { role: 'cli' });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Campaign time: where the simulated clock of this database stands, else the real time. */
export const campaignNow = async (io: Io, store: Store): Promise<Instant> =>
  (await findSimulatedNow(store)) ?? as<Instant>(io.now());
