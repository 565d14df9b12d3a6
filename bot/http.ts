// The admin server, on the loopback interface only: is the process alive, can it work, some honest numbers, and the
// simulated clock. It has no log-in, so nothing of a campaign can be read or changed here.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { as, type Instant } from '../domain/ids.ts';
import { parseInstant } from '../domain/zone.ts';
import { closeServer } from './app.ts';
import { parseDurationMs } from './duration.ts';

const LOOPBACK = '127.0.0.1';
const OWN_NAME = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const MOST_BYTES = 10_000;

export type AdminParts = {
  port: number;
  /** Why the bot cannot do its work now; null when it can. */
  findTrouble(): string | null;
  metrics(): Promise<string>;
  clock: {
    isSimulated: boolean;
    now(): Instant;
    /** Sets the clock, plans and delivers once; false, and nothing happens, if that would be back in time. */
    advanceTo(at: Instant): Promise<boolean>;
  };
};

export type RunningAdmin = { url: string; stop(): Promise<void> };
type Answer = { status: number; body: string | object };

/** Reads `{"advance":"PT2H"}` or `{"set":"2016-08-08T09:00:00+08:00"}`; a sentence says what is wrong with anything else. */
export function parseClockRequest(body: string, now: Instant): { at: Instant } | { wrong: string } {
  let asked: { advance?: unknown; set?: unknown };
  try {
    asked = JSON.parse(body) as typeof asked;
  } catch {
    return { wrong: 'The body is not JSON.' };
  }
  if (typeof asked !== 'object' || asked === null || 'advance' in asked === 'set' in asked)
    return { wrong: 'Give either {"advance":"PT2H"} or {"set":"2016-08-08T09:00:00+08:00"}.' };
  if ('set' in asked) {
    const at = parseInstant(String(asked.set));
    return at === null
      ? { wrong: `"set" should be an ISO 8601 instant with an offset, found "${asked.set}".` }
      : { at };
  }
  const ms = parseDurationMs(String(asked.advance));
  return ms === null
    ? { wrong: `"advance" should be an ISO 8601 duration such as PT2H or P1D, found "${asked.advance}".` }
    : { at: as<Instant>(now + ms) };
}

/**
 * A page in a browser on this machine can reach a loopback port, by a name that resolves to it or as a form's target.
 * Only what names the port as its own and was not sent by a page may ask.
 */
function isFromHere({ headers }: IncomingMessage): boolean {
  const { host = '', origin, 'sec-fetch-site': site = 'none' } = headers;
  return OWN_NAME.test(host) && origin === undefined && (site === 'none' || site === 'same-origin');
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > MOST_BYTES) return null;
  }
  return body;
}

async function setClock(request: IncomingMessage, { clock }: AdminParts): Promise<Answer> {
  if (!clock.isSimulated) return { status: 409, body: { error: 'The clock is real and cannot be set.' } };
  const body = await readBody(request);
  if (body === null) return { status: 413, body: { error: 'The body is too long.' } };
  const asked = parseClockRequest(body, clock.now());
  if ('wrong' in asked) return { status: 400, body: { error: asked.wrong } };
  if (!(await clock.advanceTo(asked.at)))
    return { status: 400, body: { error: `The clock never goes back; it stands at ${isoOf(clock.now())}.` } };
  return { status: 200, body: { now: isoOf(clock.now()) } };
}

const isoOf = (at: Instant): string => new Date(at).toISOString();

async function answer(request: IncomingMessage, parts: AdminParts): Promise<Answer> {
  const path = (request.url ?? '').split('?')[0];
  switch (`${request.method} ${path}`) {
    case 'GET /-/healthy':
      return { status: 200, body: 'ok\n' };
    case 'GET /-/ready': {
      const trouble = parts.findTrouble();
      return trouble === null ? { status: 200, body: 'ok\n' } : { status: 503, body: `${trouble}\n` };
    }
    case 'GET /metrics':
      return { status: 200, body: await parts.metrics() };
    case 'POST /-/clock':
      return setClock(request, parts);
    default:
      return { status: 404, body: 'not found\n' };
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const isText = typeof body === 'string';
  // What is too long is not read to its end, so nothing more can come on this connection.
  if (status === 413) response.setHeader('connection', 'close');
  response
    .writeHead(status, {
      'content-type': isText ? 'text/plain; version=0.0.4; charset=utf-8' : 'application/json',
    })
    .end(isText ? body : JSON.stringify(body));
}

/** Starts the admin server; rejects when its port is taken. */
export async function startAdmin(parts: AdminParts): Promise<RunningAdmin> {
  const server = createServer((request, response) => {
    const work = isFromHere(request)
      ? answer(request, parts)
      : Promise.resolve({ status: 403, body: 'forbidden\n' });
    work
      .catch((error: unknown) => ({ status: 500, body: `${String(error)}\n` }))
      .then((made) => send(response, made));
  });
  const bound = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, LOOPBACK, () => resolve(server.address() as AddressInfo));
  });
  return { url: `http://${LOOPBACK}:${bound.port}`, stop: () => closeServer(server) };
}
