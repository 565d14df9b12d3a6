// Whether the database is sound. Looking through all of it takes time, so that is done at the start and once a day, and
// while it is in trouble every ten minutes, so that one which is sound again shows. What is found is logged and told to
// the office, once until it is sound again. Never throws: whatever else can still be done goes on.

import { dateOf } from '../domain/zone.ts';
import type { Log } from './delivery.ts';
import { type MeetDeps, planOfficeTold } from './meet.ts';

const LOOK_AGAIN_MS = { sound: 86_400_000, troubled: 10 * 60_000 } as const;

type Deps = Omit<MeetDeps, 'directory'> & { log: Log };

export type DatabaseWatch = {
  /** Looks through the database if it is time to, by process time; meant for every pass. */
  look(): Promise<void>;
  /** What the last look found, in the database's words; null while it is sound, and before the first look. */
  findTrouble(): string | null;
};

/** Starts with a look at the first call. */
export function createDatabaseWatch(deps: Deps): DatabaseWatch {
  const { store, clocks, log } = deps;
  let lookAtMs = 0;
  let trouble: string | null = null;
  let isTold = false;
  return {
    findTrouble: () => trouble,
    look: async () => {
      if (clocks.process() < lookAtMs) return;
      trouble = await store.check().catch((error: unknown) => String(error));
      lookAtMs = clocks.process() + LOOK_AGAIN_MS[trouble === null ? 'sound' : 'troubled'];
      if (trouble !== null) log.error({ trouble }, 'the database is not sound');
      isTold = trouble !== null && (isTold || (await tellOffice(deps, trouble)));
    },
  };
}

/** A database in trouble may not take the news either; then it is tried again at the next look. */
async function tellOffice(deps: Deps, detail: string): Promise<boolean> {
  try {
    for (const campaign of await deps.store.list('campaign')) {
      const key = `database:${dateOf(deps.clocks.campaign(), campaign.definition.zone)}`;
      await deps.store.commit(
        await planOfficeTold(deps, campaign, key, { kind: 'database_trouble', detail }),
      );
    }
    return true;
  } catch (error) {
    deps.log.error({ error }, 'the office could not be told that the database is not sound');
    return false;
  }
}
