// Reads a campaign file (FORMAT): text → tree with lines → shape → meaning → Campaign. Either all of it holds, or
// every problem is listed at once, in the order of the file. Never throws, whatever the text. Words for problems are
// in file-problem-words.ts; how a campaign is applied is not known here.

import type { Calendar } from '../domain/calendar.ts';
import type { Campaign, NoticeDay } from '../domain/campaign.ts';
import { type FileProblem, inFileOrder } from '../domain/file-problem.ts';
import { as, type CivilDate } from '../domain/ids.ts';
import { buildCampaign } from './campaign-build.ts';
import { checkMeaning } from './campaign-checks.ts';
import { BOOLEAN_KEYS, campaignFileSchema, NUMBER_KEYS, type WrittenCampaign } from './campaign-schema.ts';
import { checkStructure } from './campaign-structure.ts';
import { type Check, openCheck, type PartlyWritten } from './checks/check.ts';
import { checkNoticeDays, noticeDays, readNotice } from './holiday-notice.ts';
import { createNearest } from './nearest.ts';
import { plainOf, treeOf } from './source-values.ts';
import { findText, readYaml, type SourceNode } from './yaml-source.ts';

/**
 * What a file is read with: the calendar as it stands without the file's own notice (for warnings of 暂定 days), and a
 * way to the text of a notice the file names, null where there is none.
 */
export type ReadingContext = { calendar?: Calendar; noticeFile?: (path: string) => string | null };

export type CampaignReading =
  | { ok: true; campaign: Campaign; warnings: FileProblem[] }
  | { ok: false; problems: FileProblem[] };

/** Reads a campaign file from its text or bytes; never throws, and lists all problems at once in line order. */
export const readCampaignFile = (
  source: string | Uint8Array,
  context: ReadingContext = {},
): CampaignReading => {
  const text = typeof source === 'string' ? source : findText(source);
  if (text === undefined) return { ok: false, problems: [NOT_TEXT] };
  const yaml = readYaml(text);
  return yaml.ok ? readTree(yaml.root, context) : yaml;
};

/** Reads what a file would say from its values (campaign-write.ts); problems have no place then. */
export const readWritten = (written: Record<string, unknown>): CampaignReading =>
  readTree(treeOf(written), {});

const readTree = (root: SourceNode, context: ReadingContext): CampaignReading => {
  const findNearest = createNearest();
  const plain = plainOf(root, { numbers: NUMBER_KEYS, booleans: BOOLEAN_KEYS });
  const shape = checkStructure(campaignFileSchema, root, plain, findNearest);
  const file: PartlyWritten = root.kind === 'map' ? shape.sound : {};
  const opened = openCheck({ file, root, cut: shape.cut, findNearest });
  const fromFile = checkHolidays(opened.check, context);
  checkMeaning(opened.check);
  const problems = inFileOrder([...shape.problems, ...opened.problems, ...fromFile.problems]);
  if (problems.length > 0 || !shape.data) return { ok: false, problems };
  const notice = [...fromFile.days, ...noticeDays(shape.data.holidays?.days ?? [])];
  warnOfProvisionalDays(opened.check, shape.data, notice, context.calendar);
  return { ok: true, campaign: buildCampaign(shape.data, notice), warnings: inFileOrder(opened.warnings) };
};

const NOT_TEXT: FileProblem = {
  line: 1,
  column: 1,
  path: '',
  found: '',
  code: 'not_text',
  expected: 'utf-8',
};

type NoticeOfFile = { days: NoticeDay[]; problems: FileProblem[] };

const checkHolidays = (check: Check, context: ReadingContext): NoticeOfFile => {
  const { holidays } = check.file;
  const nothing: NoticeOfFile = { days: [], problems: [] };
  if (!holidays) return nothing;
  checkNoticeDays(check, ['holidays', 'days'], holidays.days);
  const isUnsure = check.isCut(['holidays', 'file']) || check.isCut(['holidays', 'days']);
  if ((holidays.file === undefined) === (holidays.days === undefined)) {
    const found = holidays.file === undefined ? '' : 'file + days';
    if (!isUnsure) check.report(['holidays'], { code: 'exactly_one', expected: ['file', 'days'] }, { found });
    return nothing;
  }
  return holidays.file === undefined ? nothing : readNoticeFile(check, holidays.file, context);
};

const readNoticeFile = (check: Check, path: string, context: ReadingContext): NoticeOfFile => {
  const text = findNoticeText(path, context);
  if (text === null) {
    check.report(['holidays', 'file'], { code: 'notice_unreadable', expected: 'notice' });
    return { days: [], problems: [] };
  }
  const notice = readNotice(text);
  if (notice.ok) return { days: notice.days, problems: [] };
  return { days: [], problems: notice.problems.map((problem) => ({ ...problem, file: path })) };
};

// The way to the file is the caller's and may fail like any access to a disk: for the reader there is then no notice.
const findNoticeText = (path: string, { noticeFile }: ReadingContext): string | null => {
  try {
    return noticeFile?.(path) ?? null;
  } catch {
    return null;
  }
};

const warnOfProvisionalDays = (
  check: Check,
  { campaign }: WrittenCampaign,
  notice: NoticeDay[],
  calendar: Calendar | undefined,
): void => {
  const isCovered = notice.some(({ date }) => date.slice(0, 4) === campaign.to.slice(0, 4));
  if (campaign.calendar !== 'cn' || isCovered || !calendar?.day(as<CivilDate>(campaign.to)).provisional)
    return;
  check.warn(['campaign', 'to'], { code: 'calendar_provisional', expected: 'notice' });
};
