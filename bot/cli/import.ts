// duban import FILE [--dry-run]: a campaign file, or a holiday notice; what stands in the file says which.

import { randomUUID } from 'node:crypto';
import type { Deps } from '../../commands/command.ts';
import {
  type ImportResult,
  importCampaign,
  importNotice,
  type NoticeResult,
} from '../../commands/import-campaign.ts';
import { isNotice, readNotice } from '../../documents/holiday-notice.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { findText } from '../../documents/yaml-source.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { describeCampaignChange } from '../../messages/campaign-change-words.ts';
import { datesIn } from '../../messages/dates.ts';
import { describeProblem } from '../../messages/file-problem-words.ts';
import { type CampaignSource, readCampaignSource } from '../campaign-source.ts';
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

/** Notices are China's, so their days are told as seen from there. */
const NOTICE_ZONE = 'Asia/Shanghai';

function noticeHeadline({ words, paint }: Shell, { kind, days }: NoticeResult): string {
  switch (kind) {
    case 'applied':
      return paint('green', words.noticeApplied(days.length));
    case 'would_apply':
      return words.noticeWouldApply(days.length);
    case 'unchanged':
      return words.noticeUnchanged;
  }
}

function tellNotice(shell: Shell, result: NoticeResult): void {
  const { io, language, words } = shell;
  const dates = datesIn(language, { now: as<Instant>(io.now()), zone: NOTICE_ZONE });
  io.out(noticeHeadline(shell, result));
  for (const { date, off, name } of result.days) io.out(`  ${words.noticeDay(dates.date(date), off, name)}`);
}

type Options = { dryRun: boolean };

const withDeps = <T>(shell: Shell, work: (deps: Deps) => Promise<T>): Promise<T> =>
  withProgress(shell, () =>
    withStore(databaseOf(shell.io.env), async (store) => {
      const now = await campaignNow(shell.io, store);
      return work({ store, now: () => now, newId: randomUUID, holidays: holidayTable() });
    }),
  );

/** Imports a campaign file or a notice and says what changes; throws RefusedStart with every problem when it is wrong. */
export async function runImport(shell: Shell, file: string, options: Options): Promise<ExitCode> {
  const source = readCampaignSource(file);
  const text = findText(source.bytes);
  if (text !== undefined && isNotice(text))
    return runNotice(shell, file, { ...options, name: source.name, text });
  return runCampaign(shell, file, { ...options, ...source });
}

async function runCampaign(
  shell: Shell,
  file: string,
  { dryRun, bytes, name, noticeFile }: Options & CampaignSource,
): Promise<ExitCode> {
  const result = await withDeps(shell, (deps) =>
    importCampaign(deps, bytes, { dryRun, source: name, noticeFile }),
  );
  if (result.kind === 'refused')
    throw new RefusedStart({ kind: 'campaign_refused', file, problems: result.problems });
  tell(shell, result);
  return EXIT.ok;
}

async function runNotice(
  shell: Shell,
  file: string,
  { dryRun, name, text }: Options & { name: string; text: string },
): Promise<ExitCode> {
  const notice = readNotice(text);
  if (!notice.ok) throw new RefusedStart({ kind: 'campaign_refused', file, problems: notice.problems });
  tellNotice(
    shell,
    await withDeps(shell, (deps) => importNotice(deps, notice.days, { dryRun, source: name })),
  );
  return EXIT.ok;
}
