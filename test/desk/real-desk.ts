// A desk with the real bot and the sample campaign, for tests that do on the page what people do in Slack.

import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCampaignSource } from '../../bot/campaign-source.ts';
import { silentLog } from '../../bot/log.ts';
import { startBot } from '../../bot/main.ts';
import type { DeskBotSettings, RunningDesk } from '../../desk/contract.ts';
import { startDesk } from '../../desk/main.ts';
import { readCampaignFile } from '../../documents/campaign-file.ts';
import { as, type Instant } from '../../domain/ids.ts';
import { newFolder, optionsIn, START } from './rig.ts';

const SAMPLE = fileURLToPath(new URL('../../documents/samples/loudi.yml', import.meta.url));

async function readSample(file: string) {
  const { bytes, noticeFile } = readCampaignSource(file);
  const reading = readCampaignFile(bytes, { noticeFile });
  if (!reading.ok) throw new Error('the sample campaign is refused');
  return reading.campaign;
}

const startRealBot = ({ signingSecret, clockAt, ...settings }: DeskBotSettings) =>
  startBot(
    {
      kind: 'bot',
      ...settings,
      transport: { kind: 'http', signingSecret, host: '127.0.0.1', port: 0 },
      adminPort: 0,
      clockAt: as<Instant>(clockAt),
      paced: false,
    },
    { log: silentLog },
  );

/**
 * Opens the desk in a folder of its own; whoever takes over does so at `clockStart`. It may not be ready yet. Without a
 * campaign file nothing is set up in it.
 */
export async function openRealDesk(
  clockStart = START,
  campaignFile: string | null = SAMPLE,
): Promise<RunningDesk> {
  const folder = newFolder();
  const desk = await startDesk({
    ...optionsIn(folder),
    clockStart,
    campaignFile,
    readCampaign: readSample,
    startBot: startRealBot,
  });
  return {
    ...desk,
    async stop() {
      await desk.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
