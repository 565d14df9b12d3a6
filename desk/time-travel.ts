// Moving the simulated clock. A jump would look to the bot like an outage, after which it sends only the latest step;
// so the clock is led through every event on the way, one by one.

import type { BotClock } from './contract.ts';

const HOUR_MS = 3_600_000;
export type Jump = 'hour' | 'day' | 'next';

/** More events than this in one jump mean that an event does not go away. */
const MOST_STEPS = 5_000;

/** Leads the clock by an hour, by 24 hours or to the next event; `onStep` hears of each stop. */
export async function travel(clock: BotClock, jump: Jump, onStep: () => Promise<void>): Promise<void> {
  const target = await targetOf(clock, jump);
  if (target !== null) await travelTo(clock, target, onStep);
}

async function targetOf(clock: BotClock, jump: Jump): Promise<number | null> {
  if (jump === 'hour') return clock.now() + HOUR_MS;
  if (jump === 'day') return clock.now() + 24 * HOUR_MS;
  return (await clock.nextEventAt())?.at ?? null;
}

/** Leads the clock to an instant, epoch ms, stopping at every event before it. */
export async function travelTo(
  clock: BotClock,
  target: number,
  onStep: () => Promise<void> = async () => {},
): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = await clock.nextStopAt();
    const stop = next !== null && next > clock.now() ? Math.min(next, target) : target;
    await clock.advanceTo(stop);
    await onStep();
    if (stop >= target) return;
  }
  throw new Error(`The clock stopped ${MOST_STEPS} times on the way to ${new Date(target).toISOString()}`);
}
