import { describe, expect, it } from 'vitest';
import { acknowledgingLate, guardSocket } from '../../bot/socket.ts';

type Logged = { facts: object; text: string };
function guarded(over: {
  start?: () => Promise<unknown>;
  send?: () => Promise<void>;
  isStopping?: () => boolean;
}) {
  const logged: Logged[] = [];
  const waits: number[] = [];
  const client = { start: over.start ?? (async () => 'up'), send: over.send ?? (async () => {}) };
  const note = (facts: object, text: string) => void logged.push({ facts, text });
  guardSocket(client as never, {
    log: { info: note, warn: note, error: note },
    sleep: async (ms) => void waits.push(ms),
    isStopping: over.isStopping ?? (() => false),
  });
  return {
    client: client as unknown as { start(): Promise<unknown>; send(id: string): Promise<void> },
    logged,
    waits,
  };
}
const failing = (times: number, message: string) => {
  let left = times;
  return async () => {
    if (left-- > 0) throw new Error(message);
    return 'up';
  };
};

describe('the socket', () => {
  it('loses an ack quietly when the connection has just gone', async () => {
    const { client, logged } = guarded({ send: () => Promise.reject(new Error('not ready')) });
    await expect(client.send('e1')).resolves.toBeUndefined();
    expect(logged).toHaveLength(1);
  });

  it('tries again, ever more slowly, when Slack cannot be reached', async () => {
    const { client, waits } = guarded({ start: failing(9, 'fetch failed') });
    expect(await client.start()).toBe('up');
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('refuses to start with a token that Slack does not take', async () => {
    const { client } = guarded({ start: failing(1, 'An API error occurred: invalid_auth') });
    await expect(client.start()).rejects.toMatchObject({
      why: { kind: 'token_refused', reason: 'invalid_auth' },
    });
  });

  it('does not end a process that once ran because a reconnect fails', async () => {
    let calls = 0;
    const { client } = guarded({
      start: async () => {
        calls += 1;
        if (calls === 2) throw new Error('An API error occurred: invalid_auth');
      },
    });
    await client.start();
    await expect(client.start()).resolves.toBeUndefined();
    expect(calls).toBe(3);
  });
});

describe('an event by socket', () => {
  const told: string[] = [];
  const ack = async () => void told.push('ack');

  it('is acknowledged after it was handled', async () => {
    told.length = 0;
    const app = acknowledgingLate({
      processEvent: async (event) => {
        await event.ack();
        told.push('handled');
      },
    });
    await app.processEvent({ body: { event: { type: 'message' } }, ack });
    expect(told).toEqual(['handled', 'ack']);
  });

  it('is not acknowledged when handling it failed, so that Slack sends it again', async () => {
    told.length = 0;
    const app = acknowledgingLate({ processEvent: () => Promise.reject(new Error('no')) });
    await expect(app.processEvent({ body: { event: {} }, ack })).rejects.toThrow('no');
    expect(told).toEqual([]);
  });

  it('while a command is answered in its acknowledgement as ever', async () => {
    told.length = 0;
    const app = acknowledgingLate({ processEvent: (event) => event.ack({ text: 'x' }) });
    await app.processEvent({ body: { command: '/duban' }, ack });
    expect(told).toEqual(['ack']);
  });
});
