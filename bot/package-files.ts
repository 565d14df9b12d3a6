// Files that come with the package, found from where this module lies: in the sources or in dist.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function packageRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`No package.json above ${from}`);
  }
}

const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)));

/** The campaign that ships as a sample. */
export const SAMPLE_CAMPAIGN = join(ROOT, 'documents', 'samples', 'loudi.yml');
/** The app manifest that ships with the package. */
export const MANIFEST = join(ROOT, 'manifest.yml');

/** The version in package.json. */
export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
