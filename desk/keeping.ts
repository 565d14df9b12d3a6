// The desk's world on disk: the bot's database and, beside it, the picture of the conversations. The world as it was
// when the person took over is kept a second time, so that starting over takes no time.
// A world belongs to one campaign file; when that changes, the old world is put away.

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Language } from '../domain/campaign.ts';
import type { KeptPicture } from './picture.ts';
import type { TourStepId } from './world.ts';

/** Grows when the played past or the database's tables become others: a world of before is put away. */
const FORMAT = 2;

export type KeptWorld = { language: Language; clockAt: number; picture: KeptPicture; tour: TourStepId[] };
type KeptFile = KeptWorld & { format: number; fingerprint: string };

export type Keeping = {
  /** The world as it was left, or null when there is none of this campaign. */
  load(): Promise<KeptWorld | null>;
  save(world: KeptWorld): Promise<void>;
  /** Keeps the world as the one to start over with; the bot must have let go of its database. */
  keepAsStart(): Promise<void>;
  /** Puts the start back in place; false when there is none. */
  restoreStart(): Promise<boolean>;
  clear(): Promise<void>;
};

/** Keeps worlds of one fingerprint beside the database file of this URL (`file:` only). */
export function newKeeping(databaseUrl: string, fingerprint: string): Keeping {
  const database = fileOf(databaseUrl);
  const picture = `${database.replace(/\.db$/, '')}.json`;
  const start = { database: `${database}.start`, picture: `${picture}.start` };
  let saving: Promise<void> = Promise.resolve();
  const write = async (world: KeptWorld): Promise<void> => {
    await mkdir(dirname(picture), { recursive: true });
    const file: KeptFile = { ...world, format: FORMAT, fingerprint };
    await writeFile(`${picture}.new`, JSON.stringify(file));
    await rename(`${picture}.new`, picture);
  };
  const clear = async () => {
    await saving.catch(() => undefined);
    for (const suffix of ['', '-wal', '-shm', '.bot', '.bot-journal'])
      await rm(database + suffix, { force: true });
    await rm(picture, { force: true });
  };
  return {
    clear,
    load: () => readKept(picture, fingerprint),
    // One after the other: two at once would take each other's new file away.
    save: (world) => {
      saving = saving.catch(() => undefined).then(() => write(world));
      return saving;
    },
    async keepAsStart() {
      await copyFile(database, start.database);
      await copyFile(picture, start.picture);
    },
    async restoreStart() {
      if ((await readKept(start.picture, fingerprint)) === null) return false;
      await clear();
      await copyFile(start.database, database);
      await copyFile(start.picture, picture);
      return true;
    },
  };
}

function fileOf(databaseUrl: string): string {
  if (!databaseUrl.startsWith('file:'))
    throw new Error(`The desk needs a database file of its own, not ${databaseUrl}`);
  return databaseUrl.slice('file:'.length);
}

async function readKept(path: string, fingerprint: string): Promise<KeptWorld | null> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as KeptFile;
    return kept.format === FORMAT && kept.fingerprint === fingerprint ? kept : null;
  } catch {
    return null;
  }
}

/** What a world depends on: another campaign or another starting moment make another world. */
export const fingerprintOf = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
