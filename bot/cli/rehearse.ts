// duban rehearse --days N [--from INSTANT] [--campaign FILE]
// With a file the campaign is laid out in a database of its own, which is gone afterwards; nobody in it is bound to
// Slack yet, so that is not said of each.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCampaign } from '../../commands/import-campaign.ts';
import type { Store } from '../../db/store.ts';
import { holidayTable } from '../../documents/holidays.ts';
import type { RehearsedSend } from '../../domain/facts.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { parseInstant } from '../../domain/zone.ts';
import { datesIn } from '../../messages/dates.ts';
import { describeSend } from '../../messages/views/rehearsal.ts';
import { readCampaignSource } from '../campaign-source.ts';
import { databaseOf } from '../config.ts';
import { listSends } from '../looking.ts';
import { EXIT, type ExitCode, RefusedStart } from '../refused-start.ts';
import { campaignNow, type Shell, withProgress, withStore } from './terminal.ts';

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

export type RehearseOptions = { days: string; from?: string | undefined; campaign?: string | undefined };
type Rehearsed = { send: RehearsedSend; zone: string };
type Found = { from: Instant; zone: string; sends: Rehearsed[] };

async function rehearseLedger(store: Store, from: Instant, days: number): Promise<Found | null> {
  const [campaign] = await store.list('campaign', { limit: 1 });
  if (!campaign) return null;
  const looking = { store, holidays: holidayTable(), now: () => from };
  return { from, zone: campaign.definition.zone, sends: await listSends(looking, from, days) };
}

const rehearseDatabase = ({ io }: Shell, from: Instant | null, days: number): Promise<Found | null> =>
  withStore(databaseOf(io.env), async (store) =>
    rehearseLedger(store, from ?? (await campaignNow(io, store)), days),
  );

async function rehearseFile(file: string, from: Instant, days: number): Promise<Found | null> {
  const { bytes, name, noticeFile } = readCampaignSource(file);
  const folder = mkdtempSync(join(tmpdir(), 'duban-rehearse-'));
  try {
    return await withStore(`file:${join(folder, 'rehearsal.db')}`, async (store) => {
      const deps = { store, now: () => from, newId: randomUUID, holidays: holidayTable() };
      const result = await importCampaign(deps, bytes, { dryRun: false, source: name, noticeFile });
      if (result.kind === 'refused')
        throw new RefusedStart({ kind: 'campaign_refused', file, problems: result.problems });
      const found = await rehearseLedger(store, from, days);
      const asBound = ({ send, zone }: Rehearsed): Rehearsed => ({ send: { ...send, unbound: false }, zone });
      return found && { ...found, sends: found.sends.map(asBound) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell({ io, language, words, paint }: Shell, { from, zone, sends }: Found, days: number): void {
  const dates = datesIn(language, { now: from, zone });
  const to = as<Instant>(from + days * DAY_MS);
  io.out(sends.length === 0 ? words.nothingSent : words.willSend(dates.at(from), dates.at(to), sends.length));
  let day = '';
  for (const { send, zone: own } of sends) {
    const { to: whom, what, why } = describeSend(send, own, from, language);
    if (dates.on(send.at) !== day) io.out(paint('green', dates.on(send.at)));
    day = dates.on(send.at);
    io.out(`  ${dates.time(send.at)}  ${whom}  ${what}${paint('dim', words.why(why))}`);
  }
}

/** Lists what would be sent; 1 when the database has no campaign. */
export async function runRehearse(shell: Shell, options: RehearseOptions): Promise<ExitCode> {
  const { io, words } = shell;
  const days = /^\d{1,3}$/.test(options.days) ? Number(options.days) : 0;
  const from = options.from === undefined ? null : parseInstant(options.from);
  if (days < 1 || days > MOST_DAYS) io.err(words.badDays(options.days, MOST_DAYS));
  else if (options.from !== undefined && from === null) io.err(words.badFrom(options.from));
  else return rehearse(shell, from, days, options.campaign);
  return EXIT.usage;
}

async function rehearse(
  shell: Shell,
  from: Instant | null,
  days: number,
  file: string | undefined,
): Promise<ExitCode> {
  const found = await withProgress(shell, () =>
    file === undefined
      ? rehearseDatabase(shell, from, days)
      : rehearseFile(file, from ?? as<Instant>(shell.io.now()), days),
  );
  if (found) tell(shell, found, days);
  else shell.io.err(shell.words.noCampaign);
  return found ? EXIT.ok : EXIT.refused;
}
