// The parts of a zip archive, unpacked within bounds: an archive says how large its parts are, and may lie; what comes out is
// counted, and no more is unpacked than was allowed.

import { type Entry, fromBufferPromise } from 'yauzl';
import { MOST_UNPACKED_BYTES, SheetFileError } from './table.ts';

const MOST_ENTRIES = 2000;

const tooLarge = () => new SheetFileError({ code: 'too_large', most: MOST_UNPACKED_BYTES });

export type Archive = {
  /** The bytes of a part; null where there is none. Rejects when all that was unpacked is more than is allowed. */
  unpack(name: string): Promise<Buffer | null>;
};

/** Opens an archive; rejects with SheetFileError, or with the reason why it is none. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { autoClose: false, lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName.toLowerCase(), entry);
    if (entries.size > MOST_ENTRIES) throw tooLarge();
  }
  let left = MOST_UNPACKED_BYTES;
  return {
    async unpack(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      if (entry.uncompressedSize > left) throw tooLarge();
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        left -= (chunk as Buffer).length;
        if (left < 0) throw tooLarge();
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
  };
}
