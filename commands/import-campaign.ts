// A campaign file, or a holiday notice, is applied: whole or not at all, in one commit. Nothing with a past is deleted
// (documents/campaign-merge.ts ends it). What is written, and since when it holds, is said in definition-changes.ts.

import { planImport } from '../documents/campaign-diff.ts';
import { readCampaignFile } from '../documents/campaign-file.ts';
import { audited } from '../domain/audit.ts';
import { workCalendar } from '../domain/calendar.ts';
import type { Campaign, NoticeDay } from '../domain/campaign.ts';
import type { CampaignChange } from '../domain/campaign-change.ts';
import { type Change, insert, move } from '../domain/change.ts';
import type { FileProblem } from '../domain/file-problem.ts';
import { as, type CivilDate, type Instant, type PersonId } from '../domain/ids.ts';
import type { CampaignRow, NoticeDayRow } from '../domain/things.ts';
import { dateOf } from '../domain/zone.ts';
import type { Deps } from './command.ts';
import { type DefinitionGround, definitionChanges, readGround } from './definition-changes.ts';

/** `source` names the file in the audit; `noticeFile` reads a notice that the file names, null where there is none. */
export type ImportOptions = {
  dryRun: boolean;
  source: string;
  noticeFile?: (path: string) => string | null;
};

export type ImportResult =
  | {
      kind: 'applied' | 'would_apply' | 'unchanged';
      campaign: Campaign;
      changes: CampaignChange[];
      warnings: FileProblem[];
    }
  | { kind: 'refused'; problems: FileProblem[] };

export type NoticeResult = { kind: 'applied' | 'would_apply' | 'unchanged'; days: NoticeDay[] };

/** Who stands in the audit for what came from the command line. */
const IMPORTER = as<PersonId>('duban');
const MOST_TRIES = 5;

/**
 * Reads a campaign file and applies it whole, or refuses it whole with every problem at once; a dry run writes nothing.
 * Throws only when the store is changed under it five times running.
 */
export async function importCampaign(
  deps: Deps,
  text: string | Uint8Array,
  options: ImportOptions,
): Promise<ImportResult> {
  const imported = await deps.store.list('noticeDay');
  const calendar = workCalendar('cn', deps.holidays, imported);
  const { noticeFile } = options;
  const reading = readCampaignFile(text, { calendar, ...(noticeFile && { noticeFile }) });
  if (!reading.ok) return { kind: 'refused', problems: reading.problems };
  const { campaign: file, warnings } = reading;
  return untilCommitted(deps, options.dryRun, async () => {
    const ground = await readGround(deps, file.id);
    const today = dateOf(ground.now, file.zone);
    const { campaign, changes } = planImport(ground.row?.definition ?? null, file, today);
    const written = changes.length === 0 ? [] : writes(ground, campaign, changes, today, options.source);
    return { result: { campaign, changes, warnings }, written };
  });
}

type Decided<T> = { result: T; written: Change[] };
type Kind = 'applied' | 'would_apply' | 'unchanged';

async function untilCommitted<T extends object>(
  { store }: Deps,
  dryRun: boolean,
  decide: () => Promise<Decided<T>>,
): Promise<T & { kind: Kind }> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { result, written } = await decide();
    if (written.length === 0) return { kind: 'unchanged', ...result };
    if (dryRun) return { kind: 'would_apply', ...result };
    if ((await store.commit(written)).kind === 'committed') return { kind: 'applied', ...result };
  }
  throw new Error('The ledger was busy, nothing was imported. Try again.');
}

function writes(
  ground: DefinitionGround,
  campaign: Campaign,
  changes: readonly CampaignChange[],
  today: CivilDate,
  source: string,
): Change[] {
  const { row, now } = ground;
  const acting = { campaign: campaign.id, by: IMPORTER, at: now };
  const object = { id: campaign.id, version: row?.version ?? 0 };
  return [
    ...definitionChanges(ground, campaign, today, now),
    audited(acting, 'import', object, { source, changes: changes.length }),
  ];
}

// Holiday notices

/**
 * Takes in the days of a holiday notice (notices appear each November) and lets every campaign reckon its open deadlines
 * again. Answers the days that are new or different; a dry run writes nothing.
 */
export const importNotice = (
  deps: Deps,
  days: readonly NoticeDay[],
  { dryRun, source }: Pick<ImportOptions, 'dryRun' | 'source'>,
): Promise<NoticeResult> =>
  untilCommitted(deps, dryRun, async () => {
    const known = new Map((await deps.store.list('noticeDay')).map((row) => [row.date, row]));
    const fresh = days.filter((day) => isNews(known.get(day.date), day));
    if (fresh.length === 0) return { result: { days: [] }, written: [] };
    const at = deps.now();
    const campaigns = await deps.store.list('campaign');
    const rows = fresh.map((day) => noticeChange(known.get(day.date), day, at));
    const replanned = campaigns.flatMap((row) => replan(row, { source, days: fresh.length }, at));
    return { result: { days: fresh }, written: [...rows, ...replanned] };
  });

const isNews = (known: NoticeDayRow | undefined, { off, name }: NoticeDay): boolean =>
  known?.off !== off || known.name !== name;

const noticeChange = (known: NoticeDayRow | undefined, day: NoticeDay, importedAt: Instant): Change =>
  known
    ? move('noticeDay', known, { off: day.off, name: day.name, importedAt })
    : insert('noticeDay', { id: day.date, ...day, importedAt });

const replan = (row: CampaignRow, detail: Record<string, unknown>, at: Instant): Change[] => [
  move('campaign', row, { definitionNo: row.definitionNo + 1 }),
  audited({ campaign: row.id, by: IMPORTER, at }, 'import_notice', row, detail),
];
