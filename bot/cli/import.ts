// duban import FILE [--dry-run]

import { randomUUID } from 'node:crypto';
import { type ImportResult, importCampaign } from '../../commands/import-campaign.ts';
import { describeCampaignChange } from '../../documents/campaign-change-words.ts';
import { describeProblem } from '../../documents/file-problem-words.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { readCampaignSource } from '../campaign-source.ts';
import { databaseOf } from '../config.ts';
import { EXIT, type ExitCode, RefusedStart } from '../refused-start.ts';
import { campaignNow, type Shell, withProgress, withStore } from './terminal.ts';

type Told = Exclude<ImportResult, { kind: 'refused' }>;

function headline({ words, paint }: Shell, result: Told): string {
  const { name } = result.campaign;
  switch (result.kind) {
    case 'applied':
      return paint('green', words.applied(name, result.changes.length));
    case 'would_apply':
      return words.wouldApply(name, result.changes.length);
    case 'unchanged':
      return words.unchanged(name);
  }
}

function tell(shell: Shell, result: Told): void {
  const { io, language, words, paint } = shell;
  io.out(headline(shell, result));
  for (const change of result.changes) io.out(`  ${describeCampaignChange(change, language)}`);
  if (result.warnings.length === 0) return;
  io.err(paint('yellow', words.warnings(result.warnings.length)));
  for (const warning of result.warnings) io.err(`  ${describeProblem(warning, language)}`);
}

/** Imports a campaign file and says what changes; throws RefusedStart with every problem when it is wrong. */
export async function runImport(
  shell: Shell,
  file: string,
  { dryRun }: { dryRun: boolean },
): Promise<ExitCode> {
  const { bytes, name, noticeFile } = readCampaignSource(file);
  const result = await withProgress(shell, () =>
    withStore(databaseOf(shell.io.env), async (store) => {
      const now = await campaignNow(shell.io, store);
      const deps = { store, now: () => now, newId: randomUUID, holidays: holidayTable() };
      return importCampaign(deps, bytes, { dryRun, source: name, noticeFile });
    }),
  );
  if (result.kind === 'refused')
    throw new RefusedStart({ kind: 'campaign_refused', file, problems: result.problems });
  tell(shell, result);
  return EXIT.ok;
}
