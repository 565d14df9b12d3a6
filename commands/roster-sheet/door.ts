// The door of files that somebody sends instead of words: the office changes the roster by a sheet (名册表格). It is beside the
// commands' own, for a file is no words. Whether they may is settled before the file is fetched; what it would change is shown
// before it is made, as every change of the roster is.

import { type Bound, planSheet } from '../../documents/roster-sheet/plan.ts';
import { isSheetName, type ReadSheet, readRosterSheet } from '../../documents/roster-sheet/read-sheet.ts';
import { MOST_BYTES } from '../../documents/roster-sheet/table.ts';
import { loadInitials } from '../../documents/setup/short-ids.ts';
import type { SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { permit } from '../../domain/permission.ts';
import type { SheetFacts, SheetFileFault } from '../../domain/roster-sheet.ts';
import { dateOf } from '../../domain/zone.ts';
import { findActor } from '../actor.ts';
import { propose } from '../amend/propose.ts';
import type { Command, Context, Deps } from '../command.ts';
import { giveWay } from '../give-way.ts';
import { officeContact } from '../ledger.ts';
import { refused } from '../review-row.ts';

/** A file as it was sent: `size` in bytes as the sender says; `fetch` gives the bytes, at most `MOST_BYTES`, or why not. */
export type SentFile = {
  name: string;
  size: number;
  fetch(mostBytes: number): Promise<Buffer | 'not_fetched' | 'too_large'>;
};

/** Whether files are meant, and not the words beside them: a sheet always, anything else where there are no words. */
export const areFilesMeant = (files: readonly Pick<SentFile, 'name'>[], text: string): boolean =>
  files.some(({ name }) => isSheetName(name)) || (files.length > 0 && text.trim() === '');

const unreadable = ({ name }: SentFile, fault: SheetFileFault): Outcome =>
  refused({ kind: 'sheet_unreadable', file: name, fault });

async function readBound({ store }: Context): Promise<Bound> {
  const people = await store.list('person');
  return new Map(
    people.flatMap(({ id, name, slack }) => (slack ? [[slack, { person: id, name }] as const] : [])),
  );
}

async function proposeSheet(
  context: Context,
  { name: file }: SentFile,
  sheet: ReadSheet,
  key: string | undefined,
): Promise<Outcome> {
  const { definition } = context.actor.campaign;
  const bound = await readBound(context);
  await giveWay();
  // New units get initials for ids.
  if (sheet.headings.kind) loadInitials();
  await giveWay();
  const today = dateOf(context.at, definition.zone);
  const { campaign: planned, facts, problems } = planSheet(definition, sheet, today, bound);
  if (problems.length > 0) return refused({ kind: 'sheet_wrong', file, sheet: sheet.name, problems });
  await giveWay();
  const read: SheetFacts = { file, ...facts };
  const outcome = await propose(
    context,
    'roster_sheet',
    (campaign, day) =>
      campaign === definition && day === today ? planned : planSheet(campaign, sheet, day, bound).campaign,
    key,
  );
  if (outcome.kind === 'amendment') return { ...outcome, sheet: read };
  const isSame = outcome.kind === 'refused' && outcome.refusal.kind === 'nothing_changes';
  return isSame ? refused({ kind: 'sheet_same', sheet: read }) : outcome;
}

async function readSent(context: Context, file: SentFile, key: string | undefined): Promise<Outcome> {
  if (file.size > MOST_BYTES) return unreadable(file, { code: 'too_large', most: MOST_BYTES });
  const bytes = await file.fetch(MOST_BYTES);
  if (bytes === 'too_large') return unreadable(file, { code: 'too_large', most: MOST_BYTES });
  if (bytes === 'not_fetched') return unreadable(file, { code: 'not_fetched' });
  const reading = await readRosterSheet(file.name, bytes);
  return reading.ok ? proposeSheet(context, file, reading.sheet, key) : unreadable(file, reading.fault);
}

/**
 * Takes files that somebody sent; the same message sent again (`key`) comes to one proposal. `text` are the words beside them, in
 * which somebody of two campaigns may name the one that is meant.
 */
export async function takeFiles(
  deps: Deps & { commands: readonly Command[] },
  who: SlackUserId,
  sent: { files: readonly SentFile[]; text: string; key?: string },
): Promise<Outcome> {
  const actor = await findActor(deps, who, {}, sent.text);
  if ('refusal' in actor) return refused(actor.refusal);
  const context: Context = { ...deps, actor, at: deps.now() };
  if (!permit(actor.postings, 'office'))
    return refused({
      kind: 'sheet_office_only',
      contact: officeContact(context),
      mayReport: permit(actor.postings, 'filers') !== null,
    });
  const sheets = sent.files.filter(({ name }) => isSheetName(name));
  const [sheet] = sheets;
  if (!sheet) return unreadable(sent.files[0]!, { code: 'not_a_sheet' });
  if (sheets.length > 1) return unreadable(sheet, { code: 'several' });
  return readSent(context, sheet, sent.key);
}
