// The log: one JSON line a fact on standard error. Ids and reasons only; no texts, e-mails, phones or tokens.

import { destination, pino } from 'pino';

export type Log = {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
};

/** The log of a program that runs; synchronous, so that the last line before a crash is there. */
export const createLog = (): Log =>
  pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination({ dest: 2, sync: true }));

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
