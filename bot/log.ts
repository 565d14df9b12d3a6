// The log: one JSON line a fact on standard error. Ids and reasons only; no texts, e-mails, phones or tokens.
// Whoever writes a line keeps to that; what slips in with the words of somebody else's error is taken out of the finished
// line, so that no path can forget it.

import { type DestinationStream, destination, pino } from 'pino';

export type Log = {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
};

const SECRETS: readonly [RegExp, string][] = [
  [/\bx(?:ox[a-z]|app)[-.][\w.-]{6,}/g, '[token]'],
  [/(hooks\.slack\.com\/)[^\s"\\]+/g, '$1[address]'],
  [/(\/\/[^\s:/@"]{1,100}:)[^\s@"]{1,200}@/g, '$1[password]@'],
  [/[^\s"<>|@:=()/\\]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[e-mail]'],
  [/(?<![\w.])1[3-9]\d{9}(?![\w.])/g, '[phone]'],
];

/** A finished line without tokens, response addresses, passwords, e-mails and phone numbers. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, word]) => text.replace(pattern, word), line);

const MOST_WORDS = 300;

/** An error as facts; without this the line would say `{}`. Its own fields may hold bodies and rows and are left out. */
function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, code, stack = '' } = error as NodeJS.ErrnoException;
  const calls = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name, ...(code && { code }), message: message.slice(0, MOST_WORDS), stack: calls.join('\n') };
}

const standardError = (): DestinationStream => destination({ dest: 2, sync: true });

/** The log of a program that runs; synchronous, so that the last line before a crash is there. */
export const createLog = (to: DestinationStream = standardError()): Log =>
  pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { error: errorFacts },
      hooks: { streamWrite: withoutSecrets },
    },
    to,
  );

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
