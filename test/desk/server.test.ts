// The desk has no log-in, so its server listens to this machine's own page and to nobody else.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskRig, openDesk } from './rig.ts';

let desk: DeskRig;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const POSTED = { method: 'POST', body: '{"jump":"hour"}' };
const statusOf = async (path: string, init: RequestInit): Promise<number> =>
  (await fetch(desk.url + path, init)).status;

/** fetch forbids setting Host, which is what a name that merely resolves to this machine would change. */
function statusWithHost(host: string): Promise<number> {
  const { port } = new URL(desk.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/world', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('a request', () => {
  it.each([
    ['from the page itself', () => ({ origin: desk.url }), 200],
    ['from a script on this machine', () => ({ 'x-desk': '1' }), 200],
    ['from another site', () => ({ origin: 'https://evil.example' }), 403],
    [
      'from another site that knows the header',
      () => ({ origin: 'https://evil.example', 'x-desk': '1' }),
      403,
    ],
    ['from a form without origin', () => ({}), 403],
  ])('%s', async (_from, headers, status) => {
    expect(await statusOf('/api/clock', { ...POSTED, headers: headers() as Record<string, string> })).toBe(
      status,
    );
  });

  it('under a name that is not loopback is refused (DNS rebinding)', async () => {
    expect(await statusWithHost('desk.evil.example')).toBe(403);
    expect(await statusWithHost('localhost:1')).toBe(200);
  });
});

describe('a file of the page', () => {
  it.each(['/../package.json', '/%2e%2e/package.json', '/nothing.js', '/api/nothing'])(
    '%s is not served',
    async (path) => {
      expect(await statusOf(path, {})).toBe(404);
    },
  );
});
