// Bolt, put together: who may call (a gatekeeper or a socket), the listeners, and the last error handler.
// `processBeforeResponse` makes Slack wait until a listener has returned, so that an event that dies with the process
// is delivered again. No conversation store: what Duban knows is in the database.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Transport } from './config.ts';
import { gatekeeper, PATIENCE, SLACK_PATH } from './gatekeeper.ts';
import type { House } from './house.ts';
import { listenToActions } from './listeners/actions.ts';
import { listenToDirectMessages } from './listeners/direct-message.ts';
import { listenToHome } from './listeners/home.ts';
import { listenToMentions } from './listeners/mention.ts';
import { listenToPeople } from './listeners/people.ts';
import { listenToShortcuts } from './listeners/shortcuts.ts';
import { listenToSlash } from './listeners/slash.ts';
import { listenToViews } from './listeners/views.ts';
import { slackLog } from './slack-log.ts';
import { createSocket } from './socket.ts';
import { recordError } from './surface.ts';

/** Who we are in Slack; null while Slack could not be asked. */
export type Identity = () => Promise<{ botUserId: string; botId: string } | null>;

export type AppOptions = {
  botToken: string;
  slackApiUrl: string;
  transport: Transport;
  identity: Identity;
  /** Process time, epoch ms. */
  now: () => number;
  sleep: (ms: number) => Promise<void>;
};

export type RunningApp = {
  /** Where Slack's requests go; null with Socket Mode. */
  url: string | null;
  stop(): Promise<void>;
};

function createApp(receiver: Receiver, options: AppOptions, house: House): App {
  const logger = slackLog(house.log);
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    processBeforeResponse: true,
    clientOptions: { slackApiUrl: options.slackApiUrl, logger, retryConfig: { retries: 0 }, timeout: 10_000 },
    authorize: async () => ({ botToken: options.botToken, ...(await options.identity()) }),
  });
  listenToSlash(app, house);
  listenToMentions(app, house);
  listenToDirectMessages(app, house);
  listenToActions(app, house);
  listenToViews(app, house);
  listenToShortcuts(app, house);
  listenToHome(app, house);
  listenToPeople(app, house);
  app.error(async (error) => void recordError(house, 'bolt', error));
  return app;
}

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });

/** How long a stop waits for requests that are under way. */
const LINGER_MS = 5000;

/** Ends a server; connections that are merely kept alive end at once, requests under way get a few seconds. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LINGER_MS).unref();
  });

async function startHttp(
  transport: Transport & { kind: 'http' },
  options: AppOptions,
  house: House,
): Promise<RunningApp> {
  const { signingSecret, host, port } = transport;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [SLACK_PATH],
    processBeforeResponse: true,
    logger: slackLog(house.log),
  });
  createApp(receiver, options, house);
  const next = receiver.requestListener;
  const server = createServer(
    PATIENCE,
    gatekeeper({ signingSecret, now: options.now, log: house.log, next }),
  );
  const bound = await listen(server, port, host);
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : bound.address;
  return { url: `http://${shown}:${bound.port}${SLACK_PATH}`, stop: () => closeServer(server) };
}

async function startSocket(appToken: string, options: AppOptions, house: House): Promise<RunningApp> {
  let stopping = false;
  const { log } = house;
  const { slackApiUrl, sleep } = options;
  const receiver = createSocket(
    {
      appToken,
      logger: slackLog(log),
      installerOptions: { clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, timeout: 10_000 } },
    },
    { log, sleep, isStopping: () => stopping },
  );
  createApp(receiver, options, house);
  await receiver.start();
  const stop = async (): Promise<void> => {
    stopping = true;
    await receiver.stop();
  };
  return { url: null, stop };
}

/** Starts taking Slack's requests. Rejects when the port is taken, or when Slack does not take the app token. */
export const startApp = (options: AppOptions, house: House): Promise<RunningApp> =>
  options.transport.kind === 'http'
    ? startHttp(options.transport, options, house)
    : startSocket(options.transport.appToken, options, house);
