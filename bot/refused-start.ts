// A start that cannot be: the words for whoever started it, and the code with which the program ends.

import { DatabaseProblem } from '../db/problem.ts';
import type { Language } from '../domain/campaign.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { describeProblem } from '../messages/file-problem-words.ts';
import { terminalWords } from './terminal-words.ts';

/** Codes with which the program ends; scripts rely on them. */
export const EXIT = { ok: 0, refused: 1, usage: 2, database: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

type Why =
  | { kind: 'was_simulated' | 'was_live' | 'no_desk' }
  | { kind: 'token_refused'; setting: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; reason: string }
  | { kind: 'campaign_refused'; file: string; problems: FileProblem[] }
  | { kind: 'campaign_unreadable'; file: string; reason: string };

/** Thrown when a start is refused; `why` is for people, and never holds a secret. */
export class RefusedStart extends Error {
  override name = 'RefusedStart';
  readonly why: Why;

  constructor(why: Why) {
    super(why.kind);
    this.why = why;
  }
}

function describeWhy(why: Why, language: Language): string {
  const words = terminalWords(language);
  switch (why.kind) {
    case 'was_simulated':
      return words.wasSimulated;
    case 'was_live':
      return words.wasLive;
    case 'no_desk':
      return words.howToGetTokens;
    case 'token_refused':
      return words.tokenRefused(why.setting, why.reason);
    case 'campaign_unreadable':
      return words.fileUnreadable(why.file, why.reason);
    case 'campaign_refused':
      return [
        words.fileRefused(why.file, why.problems.length),
        ...why.problems.map((problem) => describeProblem(problem, language)),
      ].join('\n');
  }
}

/** What to tell whoever started the program, and with which code to end it. */
export function describeFailure(error: unknown, language: Language): { text: string; code: ExitCode } {
  const words = terminalWords(language);
  if (error instanceof RefusedStart) return { text: describeWhy(error.why, language), code: EXIT.refused };
  if (error instanceof DatabaseProblem) return { text: words.database(error.problem), code: EXIT.database };
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return { text: words.portTaken(port ?? 0), code: EXIT.refused };
  return { text: words.unexpected(message ?? String(error)), code: EXIT.refused };
}
