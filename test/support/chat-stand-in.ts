// A tiny chat service on 127.0.0.1: it takes posts, numbers them and finds them again by their key. Some posts it takes
// without ever answering, some it neither takes nor answers, so that its caller is left in doubt both ways.

import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';

export type Post = { key: string; to: string; text: string; threadTs: string | null };
/** What becomes of the n-th post that comes in (from 1). */
export type Mood = (nth: number) => 'answer' | 'take_and_hang' | 'hang';
export type ChatStandIn = { url: string; taken: Post[]; close(): Promise<void> };

const answer = (response: ServerResponse, body: unknown) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
};

/** Starts the service on a free port. */
export async function chatStandIn(mood: Mood): Promise<ChatStandIn> {
  const taken: Post[] = [];
  let count = 0;
  const tsOf = (key: string) => {
    const index = taken.findIndex((post) => post.key === key);
    return index < 0 ? null : `1.${index + 1}`;
  };
  const post = (body: Post, response: ServerResponse) => {
    const fate = mood(++count);
    if (fate !== 'hang') taken.push(body);
    if (fate === 'answer') answer(response, { ts: `1.${taken.length}` });
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readText(request).catch(() => 'null')) as Post | null;
    if (!body) return;
    if (request.url === '/post') post(body, response);
    else answer(response, { ts: tsOf(body.key) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, close };
}
