// The desk has no log-in, so its server listens to this machine's own page and to nobody else.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listen } from '../../desk/http.ts';
import { newStream } from '../../desk/stream.ts';
import { type DeskRig, openDesk } from './rig.ts';

let desk: DeskRig;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const POSTED = { method: 'POST', body: '{"jump":"hour"}' };
const statusOf = async (path: string, init: RequestInit): Promise<number> =>
  (await fetch(desk.url + path, init)).status;

/** fetch forbids setting Host and the like, which is what a browser elsewhere would say. */
function statusWith(headers: Record<string, string>, path = '/api/world'): Promise<number> {
  const { port } = new URL(desk.url);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
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
    expect(await statusWith({ host: 'desk.evil.example' })).toBe(403);
    expect(await statusWith({ host: 'localhost:1' })).toBe(200);
  });
});

describe('a page of another site', () => {
  const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };

  it('cannot take answers in as pictures or scripts, nor hold the stream open', async () => {
    for (const path of ['/api/world', '/api/file?id=F1', '/api/stream', '/page.js'])
      expect(await statusWith(embedded, path), path).toBe(403);
    expect(await statusWith({ ...embedded, 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('may link to the desk', async () => {
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await statusWith(followed, '/')).not.toBe(403);
    expect(await statusWith({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' })).toBe(200);
  });
});

describe('streams', () => {
  it('are limited, and one that ends makes room', async () => {
    const stream = newStream();
    const served = await listen((_request, response) => stream.join(response), 0, '127.0.0.1');
    const opened = Array.from({ length: 50 }, () => new AbortController());
    try {
      const open = (signal?: AbortSignal) => fetch(served.url, signal ? { signal } : {});
      const answers = await Promise.all(opened.map(({ signal }) => open(signal)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect((await open()).status).toBe(503);
      opened[0]!.abort();
      await vi.waitFor(async () => expect((await open()).status).toBe(200));
    } finally {
      for (const each of opened) each.abort();
      stream.close();
      await served.close();
    }
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
