// duban verify: the audit chain, line by line.

import { databaseOf } from '../config.ts';
import { EXIT, type ExitCode } from '../refused-start.ts';
import { type Shell, withProgress, withStore } from './terminal.ts';

/** Says whether the audit chain holds; 1 when it does not. */
export async function runVerify(shell: Shell): Promise<ExitCode> {
  const { io, words, paint } = shell;
  const { lines, brokenAt } = await withProgress(shell, () =>
    withStore(databaseOf(io.env), (store) => store.verifyAudit()),
  );
  if (brokenAt === null) io.out(paint('green', words.chainHolds(lines)));
  else io.err(paint('red', words.chainBroken(lines, brokenAt)));
  return brokenAt === null ? EXIT.ok : EXIT.refused;
}
