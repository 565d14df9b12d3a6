// Bolt's logger on top of ours. Its debug lines hold whole request bodies, so they are never taken over.

import { type Logger, LogLevel } from '@slack/web-api';
import type { Log } from './log.ts';

/** A logger for Bolt and the Web API clients that keeps warnings and errors only. */
export const slackLog = (log: Log): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (...parts) => log.warn({}, parts.map(String).join(' ')),
  error: (...parts) => log.error({}, parts.map(String).join(' ')),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
