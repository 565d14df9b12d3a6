// A campaign file on disk: its bytes, and the holiday notice it may name beside itself.

import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

export type CampaignSource = {
  bytes: Uint8Array;
  /** The file's name, for the audit. */
  name: string;
  /** The text of a file beside the campaign file; null where there is none. */
  noticeFile(path: string): string | null;
};

/** Reads a campaign file; throws what the disk says when it cannot be read. */
export function readCampaignSource(file: string): CampaignSource {
  return {
    bytes: readFileSync(file),
    name: basename(file),
    noticeFile: (path) => readFileSync(resolve(dirname(file), path), 'utf8'),
  };
}
