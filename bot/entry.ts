// Whether a module is what was run. npm starts a bin through a link, so both sides are resolved.

import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Whether the module at this URL is the script that node was started with. */
export const isEntry = (moduleUrl: string): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
