// Serves the built page, and nothing outside its folder. Everything comes from this machine: the policy forbids the rest.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  // The Block Kit library sets a few sizes in style attributes.
  "style-src 'self' 'unsafe-inline'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** Next to this file once built; from the sources, what `npm run build` left in dist. */
export function pageFolder(): string {
  const beside = fileURLToPath(new URL('./page/', import.meta.url));
  return existsSync(join(beside, 'page.js'))
    ? beside
    : fileURLToPath(new URL('../dist/desk/page/', import.meta.url));
}

/** Sends one file of the page; unknown names are answered with 404. */
export async function sendPageFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = path === '/' ? 'index.html' : path.slice(1);
  const type = TYPES[extname(name)];
  const body = type && /^[\w.-]+$/.test(name) ? await readFile(join(folder, name)).catch(() => null) : null;
  if (!type || body === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  response.end(body);
}
