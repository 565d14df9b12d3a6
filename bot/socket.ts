// Socket Mode, with three things mended that socket-mode 3.1.0 leaves open:
//   * an ack on a connection that has just gone rejects where nobody listens, and would end the process
//   * a reconnect that fails for a reason it takes for final rejects likewise, and is never tried again
//   * events are acknowledged before they are handled, so a crash in between would lose them

import { type App, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Log } from './log.ts';
import { RefusedStart } from './refused-start.ts';

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;
/** Slack will say the same tomorrow. */
const FINAL =
  /not_authed|invalid_auth|account_inactive|token_revoked|token_expired|not_allowed_token_type|missing_scope/;

type Client = {
  start(): Promise<unknown>;
  send(id: string, body?: unknown): Promise<void>;
};
type Parts = { log: Log; sleep: (ms: number) => Promise<void>; isStopping: () => boolean };

/** Makes a client's acks and reconnects harmless: a lost ack is redelivered by Slack, a failed reconnect tried again. */
export function guardSocket(client: Client, { log, sleep, isStopping }: Parts): void {
  const { start, send } = client;
  let hasStarted = false;
  client.send = (id, body) =>
    send.call(client, id, body).catch((error: unknown) => log.warn({ error: String(error) }, 'ack lost'));
  client.start = async () => {
    for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      try {
        const answer = await start.call(client);
        hasStarted = true;
        return answer;
      } catch (error) {
        if (isStopping()) return;
        // A token that is wrong at the start stops the start; one that is withdrawn later is the operator's to mend.
        const reason = FINAL.exec(String(error))?.[0];
        if (reason && !hasStarted)
          throw new RefusedStart({ kind: 'token_refused', setting: 'SLACK_APP_TOKEN', reason });
        log.warn({ error: String(error), waitMs }, 'Slack cannot be reached, trying again');
        await sleep(waitMs);
      }
    }
  };
}

/** Lets an event be acknowledged when it has been handled, and not at all if handling it failed: Slack sends it again. */
export const acknowledgingLate = (app: Pick<App, 'processEvent'>): Pick<App, 'processEvent'> => ({
  processEvent: async (event: ReceiverEvent) => {
    if (!('event' in event.body)) return app.processEvent(event);
    await app.processEvent({ ...event, ack: async () => {} });
    await event.ack();
  },
});

/** A Socket Mode receiver that survives what the network does to it. */
export function createSocket(
  options: ConstructorParameters<typeof SocketModeReceiver>[0],
  parts: Parts,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver(options);
  guardSocket(receiver.client as unknown as Client, parts);
  const init = receiver.init.bind(receiver);
  receiver.init = (app) => init(acknowledgingLate(app) as App);
  return receiver;
}
