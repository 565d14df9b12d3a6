// The address that the bot takes for Slack: the Web API under /api/ and response_url under /response/.
// It carries, never decides: web-api.ts forwards, mending.ts completes, watching.ts keeps the picture.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listening, listen, readBody, sendJson } from './http.ts';
import type { Response, ResponseUrls } from './response-urls.ts';
import { parseArgs, type WebApi } from './web-api.ts';

export type GatewayParts = { webApi(): WebApi; responseUrls: ResponseUrls };

/** Listens on a free loopback port. */
export const openGateway = (parts: GatewayParts): Promise<Listening> =>
  listen(
    (request, response) => {
      route(request, response, parts).catch((error: unknown) => {
        sendJson(response, { ok: false, error: 'fatal_error', message: String(error) }, 500);
      });
    },
    0,
    '127.0.0.1',
  );

async function route(request: IncomingMessage, response: ServerResponse, parts: GatewayParts): Promise<void> {
  const [, area, name = ''] = new URL(request.url ?? '/', 'http://desk').pathname.split('/');
  const body = (await readBody(request)).toString('utf8');
  const contentType = request.headers['content-type'] ?? 'application/x-www-form-urlencoded';
  if (area === 'api') {
    const token = request.headers.authorization?.replace(/^Bearer\s+/i, '') ?? null;
    return sendJson(response, await parts.webApi().carry(name, body, contentType, token));
  }
  if (area === 'response') {
    const known = await parts.responseUrls.respond(name, parseArgs(body, contentType) as Response);
    return known
      ? sendJson(response, { ok: true })
      : sendJson(response, { ok: false, error: 'expired_url' }, 404);
  }
  sendJson(response, { ok: false, error: 'not_found' }, 404);
}
