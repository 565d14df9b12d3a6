// Stands before Bolt's HTTP receiver and lets through only what Slack can have sent. Bolt checks the signature again;
// here are also refused what it would trust: a time in the future, a body that is no object, a body without end.
//
//   over 1 MiB 413 · not whole in time 408 · forged, stale or future-dated 401 · authentic but of no known shape 400
//   anything else is Bolt's
//
// The signature comes before the shape, so that a stranger learns nothing from the answer.

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import type { Log } from './log.ts';

const MOST_BYTES = 1_048_576;
const MOST_SKEW_SECONDS = 300;
export const SLACK_PATH = '/slack/events';
/** How slow a request may be; Slack's arrive in one piece. Node answers 408 and hangs up. */
export const PATIENCE = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

type Parts = { signingSecret: string; now: () => number; log: Log; next: RequestListener };
type Verdict = 'pass' | 400 | 401 | 413;
/** Bolt takes the body from here if it is there. */
type Buffered = IncomingMessage & { rawBody: Buffer };

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function isAuthentic(request: IncomingMessage, body: string, { signingSecret, now }: Parts): boolean {
  const signature = request.headers['x-slack-signature'];
  const stamp = request.headers['x-slack-request-timestamp'];
  if (typeof signature !== 'string' || typeof stamp !== 'string' || !/^\d{1,12}$/.test(stamp)) return false;
  if (Math.abs(now() / 1000 - Number(stamp)) > MOST_SKEW_SECONDS) return false;
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(stamp) },
    nowMilliseconds: now(),
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (value: unknown): boolean => isObject(value) && typeof value.id === 'string';

function isInteraction(body: Record<string, unknown>): boolean {
  if (!hasId(body.user)) return false;
  if (body.type === 'block_actions') return Array.isArray(body.actions) && isObject(body.actions[0]);
  if (body.type === 'view_submission' || body.type === 'view_closed') return hasId(body.view);
  return body.type === 'shortcut' || body.type === 'message_action';
}

function isEvent(body: Record<string, unknown>): boolean {
  if (body.type === 'url_verification') return typeof body.challenge === 'string';
  return isObject(body.event) && typeof body.event.type === 'string';
}

function isOfKnownShape(body: string, contentType: string): boolean {
  try {
    if (contentType !== 'application/x-www-form-urlencoded') {
      const event: unknown = JSON.parse(body);
      return isObject(event) && isEvent(event);
    }
    const form = new URLSearchParams(body);
    const payload = form.get('payload');
    if (payload === null) return form.has('command') && form.has('user_id');
    const interaction: unknown = JSON.parse(payload);
    return form.getAll('payload').length === 1 && isObject(interaction) && isInteraction(interaction);
  } catch {
    return false;
  }
}

function judge(request: IncomingMessage, body: Buffer | null, parts: Parts): Verdict {
  if (body === null) return 413;
  const text = body.toString();
  if (!isAuthentic(request, text, parts)) return 401;
  return isOfKnownShape(text, request.headers['content-type'] ?? '') ? 'pass' : 400;
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
  request.resume();
}

/** The listener of the public server: only `POST /slack/events` exists. */
export const gatekeeper = (parts: Parts): RequestListener => {
  const admit = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0];
    if (path !== SLACK_PATH || request.method !== 'POST') return refuse(request, response, 404);
    const body = await readBody(request);
    const verdict = judge(request, body, parts);
    if (verdict !== 'pass') {
      parts.log.warn({ status: verdict }, 'request refused');
      return refuse(request, response, verdict);
    }
    (request as Buffered).rawBody = body!;
    parts.next(request, response);
  };
  return (request, response) => {
    admit(request, response).catch((error: unknown) => {
      // The other side hung up while it was being read; there is nobody left to answer.
      parts.log.warn({ error: String(error) }, 'request broke off');
      response.destroy();
    });
  };
};
