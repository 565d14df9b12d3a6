// Time in the running bot: the scheduler's loop with everything it needs, and the wish for a pass at once, which comes
// after every answer, so that what a command has committed goes out without waiting for the next interval.

import { randomUUID } from 'node:crypto';
import type { Deps } from '../commands/command.ts';
import { as, type MessageId } from '../domain/ids.ts';
import { languageOf, renderMessage } from '../messages/render.ts';
import type { DatabaseWatch } from '../scheduler/database-watch.ts';
import { LIVE_OPTIONS, SIMULATED_OPTIONS } from '../scheduler/delivery.ts';
import { type Loop, startLoop } from '../scheduler/loop.ts';
import { createMeeting } from '../scheduler/meet.ts';
import type { AtPoint, Clocks } from '../scheduler/ports.ts';
import { createRecheck } from '../scheduler/recheck.ts';
import { createOnRefused } from '../scheduler/refused.ts';
import { createRetell } from '../scheduler/retell.ts';
import { tick } from '../scheduler/tick.ts';
import type { Background } from './background.ts';
import { type CampaignClock, processNow } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { SlackSide } from './slack-side.ts';

/** From the end of one pass to the next, process time. */
const PASS_INTERVAL_MS = 2000;
/** People looked up in the first pass and in each later one: Slack lets an app ask about fifty a minute. */
const MEETINGS = { live: { first: 40, later: 1 }, simulated: { first: 1000, later: 100 } };

type Parts = {
  deps: Deps;
  clock: CampaignClock;
  clocks: Clocks;
  slack: SlackSide;
  database: DatabaseWatch;
  metrics: Metrics;
  atPoint: AtPoint;
  log: Log;
};

/** Looks people up before planning, so that the first reminders find them; a database in trouble may fail what follows. */
function createTick({ deps, clock, clocks, slack, database, metrics }: Parts): () => Promise<void> {
  const { first, later } = MEETINGS[clock.isSimulated ? 'simulated' : 'live'];
  const meeting = createMeeting({
    store: deps.store,
    directory: slack.directory,
    clocks,
    holidays: deps.holidays,
  });
  let most = first;
  return async () => {
    await database.look();
    await meeting.meet(most);
    most = later;
    await tick(deps);
    metrics.notePlan(processNow());
  };
}

/** Starts planning and delivering. */
export function startPassing(parts: Parts): Loop {
  const { deps, clock, clocks, slack, atPoint, log } = parts;
  const { store, holidays } = deps;
  return startLoop({
    store,
    sender: slack.sender,
    clocks,
    atPoint,
    log,
    recheck: createRecheck(deps),
    retell: createRetell(deps),
    render: renderMessage,
    languageOf,
    newId: () => as<MessageId>(randomUUID()),
    onRefused: createOnRefused({ store, clocks, holidays }),
    options: clock.isSimulated ? SIMULATED_OPTIONS : LIVE_OPTIONS,
    tick: createTick(parts),
    intervalMs: PASS_INTERVAL_MS,
  });
}

/** Asks for a pass in the background; several wishes before it begins are one. */
export function createNudge(background: Background, loop: Loop): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    background.run('nudge', async () => {
      isAsked = false;
      await loop.pass();
    });
  };
}
