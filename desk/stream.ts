// Server-Sent Events: what changed, pushed to every open page.

import type { ServerResponse } from 'node:http';
import type { Push } from './world.ts';

const HEARTBEAT_MS = 25_000;
/** A page has one; more than so many are no pages. */
const MOST_OPEN = 50;
/** Who does not read is let go; the page opens its stream anew by itself. */
const MOST_UNREAD_BYTES = 4 * 1024 * 1024;

export type Stream = {
  join(response: ServerResponse): void;
  push(push: Push): void;
  close(): void;
};

/** Opens a stream without listeners; a heartbeat keeps their connections alive. */
export function newStream(): Stream {
  const open = new Set<ServerResponse>();
  const sendAll = (text: string) => {
    for (const response of open) {
      if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
      else response.write(text);
    }
  };
  const heartbeat = setInterval(() => sendAll(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    join(response) {
      if (open.size >= MOST_OPEN) return void response.writeHead(503).end();
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    push: (push) => sendAll(`data: ${JSON.stringify(push)}\n\n`),
    close() {
      clearInterval(heartbeat);
      for (const response of open) response.end();
    },
  };
}
