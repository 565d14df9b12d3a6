// The desk's own web server: the page, a JSON API and the stream of changes. Loopback only, and because any web site
// could send requests to a loopback port, every request must name a loopback host and every change must come from
// this very page.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../domain/campaign.ts';
import type { DeliveryLine, RehearsedLine } from './contract.ts';
import { type Listening, listen, readBody, sendJson } from './http.ts';
import { pageFolder, sendPageFile } from './page-files.ts';
import type { Stream } from './stream.ts';
import type { Jump } from './time-travel.ts';
import type { Act, ActAnswer, PersonView, TourStepId, World } from './world.ts';

/** What the page may ask for. */
export type DeskApi = {
  world(): Promise<World>;
  view(person: string): PersonView;
  act(act: Act): Promise<ActAnswer>;
  travel(jump: Jump): Promise<void>;
  setLanguage(language: Language): Promise<void>;
  startOver(): Promise<void>;
  playTourStep(step: TourStepId): Promise<ActAnswer>;
  rehearse(days: number): Promise<RehearsedLine[]>;
  recent(limit: number): Promise<DeliveryLine[]>;
  upload(name: string, bytes: Buffer): Promise<{ id: string; name: string }>;
  download(file: string): Promise<{ name: string; bytes: Buffer } | null>;
};

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** Listens for pages; the host must be a loopback address. */
export function openServer(api: DeskApi, stream: Stream, port: number, host: string): Promise<Listening> {
  const routes = routesOf(api, stream);
  const folder = pageFolder();
  return listen(
    (request, response) => {
      answer(request, response, routes, folder).catch((error: unknown) => {
        if (!response.headersSent) sendJson(response, { ok: false, error: String(error) }, 500);
        else response.end();
      });
    },
    port,
    host,
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Record<string, Route>,
  folder: string,
): Promise<void> {
  if (!isFromHere(request)) return sendJson(response, { ok: false, error: 'forbidden' }, 403);
  const url = new URL(request.url ?? '/', 'http://desk');
  const route = routes[`${request.method} ${url.pathname}`];
  if (route) return route(request, response, url);
  if (request.method === 'GET') return sendPageFile(response, folder, url.pathname);
  sendJson(response, { ok: false, error: 'not_found' }, 404);
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** A name that merely resolves to this machine is not enough, and neither is another page's form, picture or script. */
function isFromHere(request: IncomingMessage): boolean {
  const { host = '', origin } = request.headers;
  if (!LOOPBACK.test(host) || isEmbedded(request)) return false;
  if (request.method === 'GET') return origin === undefined || origin === `http://${host}`;
  return origin === undefined ? request.headers['x-desk'] === '1' : origin === `http://${host}`;
}

/** Asked for by a page of another site; following a link to the desk is something else. */
function isEmbedded({ headers }: IncomingMessage): boolean {
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = headers;
  return site !== 'none' && site !== 'same-origin' && mode !== 'navigate';
}

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  return JSON.parse((await readBody(request)).toString('utf8')) as T;
}

function routesOf(api: DeskApi, stream: Stream): Record<string, Route> {
  return {
    'GET /api/stream': async (_request, response) => stream.join(response),
    'GET /api/world': async (_request, response) => sendJson(response, await api.world()),
    'GET /api/view': async (_request, response, url) =>
      sendJson(response, api.view(url.searchParams.get('as') ?? '')),
    'GET /api/rehearsal': async (_request, response, url) =>
      sendJson(response, await api.rehearse(Number(url.searchParams.get('days') ?? 14))),
    'GET /api/recent': async (_request, response) => sendJson(response, await api.recent(60)),
    'GET /api/file': async (_request, response, url) =>
      sendFile(response, await api.download(url.searchParams.get('id') ?? '')),
    'POST /api/act': async (request, response) =>
      sendJson(response, await api.act(await bodyOf<Act>(request))),
    'POST /api/clock': async (request, response) => {
      await api.travel((await bodyOf<{ jump: Jump }>(request)).jump);
      sendJson(response, { ok: true });
    },
    'POST /api/language': async (request, response) => {
      await api.setLanguage((await bodyOf<{ language: Language }>(request)).language);
      sendJson(response, { ok: true });
    },
    'POST /api/start-over': async (_request, response) => {
      await api.startOver();
      sendJson(response, { ok: true });
    },
    'POST /api/tour': async (request, response) =>
      sendJson(response, await api.playTourStep((await bodyOf<{ step: TourStepId }>(request)).step)),
    'POST /api/upload': async (request, response, url) =>
      sendJson(response, await api.upload(url.searchParams.get('name') ?? 'file', await readBody(request))),
  };
}

function sendFile(response: ServerResponse, file: { name: string; bytes: Buffer } | null): void {
  if (!file) {
    sendJson(response, { ok: false, error: 'file_not_found' }, 404);
    return;
  }
  // Nothing but a picture is shown by the browser itself.
  const isPicture = file.name.endsWith('.png');
  response.writeHead(200, {
    'content-type': isPicture ? 'image/png' : 'application/octet-stream',
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(file.bytes);
}
