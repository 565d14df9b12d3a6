// A campaign file on disk: its bytes, and the holiday notice it may name beside itself.

import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { RefusedStart } from './refused-start.ts';

export type CampaignSource = {
  bytes: Uint8Array;
  /** The file's name, for the audit. */
  name: string;
  /** The text of a file beside the campaign file; null where there is none. */
  noticeFile(path: string): string | null;
};

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new RefusedStart({ kind: 'campaign_unreadable', file, reason: (error as Error).message });
  }
}

/** Reads a campaign file; throws RefusedStart when the disk does not give it. */
export const readCampaignSource = (file: string): CampaignSource => ({
  bytes: readBytes(file),
  name: basename(file),
  noticeFile: (path) => readFileSync(resolve(dirname(file), path), 'utf8'),
});
