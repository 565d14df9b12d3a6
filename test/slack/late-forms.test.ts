// A form that lay open too long, over signed HTTP: the week closed meanwhile, or somebody else is the liaison now; and a
// button under a message two months old, pressed twice. What the person sees, and that nothing typed is lost.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { silentLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import { importCampaign } from '../../commands/import-campaign.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import type { RunningBot } from '../../desk/contract.ts';
import { holidayTable } from '../../documents/holidays.ts';
import { at } from '../support/builders.ts';
import { fullReport, rowId, sampleFile } from '../support/dialog.ts';
import { createPlayer, type Player, wordsOf } from '../support/http-player.ts';
import { accountsOf, SAMPLE_CHANNELS, sampleBot } from '../support/sample-bot.ts';
import { openSlackStandIn, type SlackStandIn } from '../support/slack-stand-in.ts';

const PEOPLE = ['jin', 'wen', 'an', 'an.b', 'an.head', 'shang'];
const W31 = rowId('weekly', 'gaj', '2016-W31');

let folder: string;
let slack: SlackStandIn;
let bot: RunningBot;
let player: Player;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duban-late-'));
  const databaseUrl = `file:${join(folder, 'duban.db')}`;
  slack = await openSlackStandIn(accountsOf(PEOPLE), SAMPLE_CHANNELS);
  bot = await startBot(sampleBot(slack.apiUrl, databaseUrl), { log: silentLog });
  player = createPlayer(bot, slack);
  // The command line works beside a running bot.
  store = await openStore(databaseUrl, { role: 'cli' });
  await bot.idle();
}, 60_000);
afterEach(async () => {
  await store?.close();
  await bot?.stop();
  await slack?.close();
  rmSync(folder, { recursive: true, force: true });
});

const draftOf = async () =>
  (await store.list('draft', { where: { obligation: W31 } })).map(({ content }) => content.values);

it('submitted after the week closed is kept as 补报, and the office is told', async () => {
  await player.clockTo('2016-08-05 15:00');
  const form = await player.openForm('an', '填报');
  await player.clockTo('2016-08-08 09:30');
  const reply = await player.submit('an', form, fullReport());
  expect(wordsOf(reply.json)).toContain('补报');
  expect(await store.find('obligation', W31)).toMatchObject({ state: 'submitted', latestNo: 1 });
  await bot.idle();
  expect((await player.inbox('wen')).some(({ text }) => text.includes('补报'))).toBe(true);
});

it('submitted after the liaison was replaced says whose it is now, and keeps what was typed', async () => {
  await player.clockTo('2016-08-05 15:00');
  const form = await player.openForm('an', '填报');
  const text = sampleFile((file) => file.replace(/.*安警官.*\n/, ''));
  const deps = {
    store,
    now: () => at('2016-08-05 15:30'),
    newId: () => crypto.randomUUID(),
    holidays: holidayTable(),
  };
  expect((await importCampaign(deps, text, { dryRun: false, source: 'cli' })).kind).toBe('applied');
  const reply = await player.submit('an', form, fullReport());
  expect(wordsOf(reply.json)).toContain('市公安局');
  expect(wordsOf(reply.json)).toContain('文书一');
  expect(await store.find('obligation', W31)).toMatchObject({ state: 'open', latestNo: 0 });
  expect(await draftOf()).toMatchObject([fullReport()]);
});

it('asked for by a button two months old, twice, opens twice and files once for each sending', async () => {
  await player.clockTo('2016-08-03 09:00');
  const old = await player.lastOf('an');
  await player.clockTo('2016-10-10 10:00');
  const [first, second] = [
    await player.openForm('an', '填报', old),
    await player.openForm('an', '填报', old),
  ];
  await player.submit('an', first, fullReport());
  await player.submit('an', first, fullReport());
  expect(await store.find('obligation', W31)).toMatchObject({ latestNo: 1 });
  const reply = await player.submit('an', second, fullReport({ next: '改' }));
  expect(wordsOf(reply.json)).toContain('补报');
  expect(await store.find('obligation', W31)).toMatchObject({ latestNo: 2 });
});
