// The desk: a workspace in the browser that stands in for Slack when there are no tokens. bot/main.ts loads this file
// dynamically and hands in how a bot is started; nothing here is part of a production install.

import type { Campaign } from '../domain/campaign.ts';
import { as, type CivilDate } from '../domain/ids.ts';
import { newApi } from './api.ts';
import type { DeskOptions, RunningDesk } from './contract.ts';
import { emptyGround } from './empty.ts';
import { newLifetime } from './lifetime.ts';
import { openServer } from './server.ts';
import { newStream } from './stream.ts';

const groundOf = ({ campaignFile, clockStart, readCampaign }: DeskOptions): Promise<Campaign> | Campaign =>
  campaignFile === null ? emptyGround(as<CivilDate>(clockStart.slice(0, 10))) : readCampaign(campaignFile);

/**
 * Serves the desk's page at `host:port` and brings its world to life behind it. Resolves as soon as the page can be
 * opened; rejects when the campaign file is refused or the port is taken. `ready` rejects when the bot does not start.
 */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const campaign = await groundOf(options);
  const stream = newStream();
  const lifetime = newLifetime(options, campaign, stream.push);
  const server = await openServer(newApi(lifetime, stream.push), stream, options.port, options.host);
  const ready = lifetime.open();
  ready.catch((error: unknown) => options.log.error({ error: String(error) }, 'desk'));
  return {
    url: server.url,
    ready,
    async stop() {
      await ready.catch(() => undefined);
      stream.close();
      await server.close();
      await lifetime.close();
    },
  };
}

export type { DeskOptions, RunningDesk } from './contract.ts';
