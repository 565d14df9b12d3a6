// Files that somebody sent in Slack, and how their bytes are fetched: with the bot's token, therefore from Slack alone, and no
// redirect is followed, for Slack answers with one (to its log-in page) where the token may not read files.

import type { Readable } from 'node:stream';
import type { SentFile } from '../commands/roster-sheet/door.ts';
import type { Log } from './log.ts';

/** A file in an event, as far as it is looked at (https://docs.slack.dev/reference/objects/file-object). */
export type EventFile = {
  name?: unknown;
  size?: unknown;
  url_private_download?: unknown;
  url_private?: unknown;
};

export type FetchFile = (url: string, mostBytes: number) => Promise<Buffer | 'not_fetched' | 'too_large'>;

const TIMEOUT_MS = 10_000;
const SLACK_HOSTS = /(?:^|\.)slack(?:-gov)?\.com$/;

/** Whether the token may be shown there: to Slack over HTTPS, or to the host that stands in for it. */
function isSlack(url: URL, slackApiUrl: string): boolean {
  const api = new URL(slackApiUrl);
  if (url.protocol === 'https:' && SLACK_HOSTS.test(url.hostname)) return true;
  return url.protocol === api.protocol && url.hostname === api.hostname;
}

async function bounded(body: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Buffer | 'too_large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return 'too_large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Options = { token: string; slackApiUrl: string; log: Pick<Log, 'warn'>; timeoutMs?: number };

/** Makes what fetches files of one workspace; whatever goes wrong is an answer, and is in the log without its address. */
export const createFetchFile =
  ({ token, slackApiUrl, log, timeoutMs = TIMEOUT_MS }: Options): FetchFile =>
  async (url, mostBytes) => {
    const failed = (reason: string): 'not_fetched' => {
      log.warn({ reason }, 'a file could not be fetched from Slack');
      return 'not_fetched';
    };
    if (!URL.canParse(url) || !isSlack(new URL(url), slackApiUrl)) return failed('not at Slack');
    try {
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${token}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!answer.ok || !answer.body) return failed(`answered with ${answer.status}`);
      if (/^text\/html\b/i.test(answer.headers.get('content-type') ?? ''))
        return failed('answered with a page');
      return await bounded(answer.body as unknown as Readable, mostBytes);
    } catch (error) {
      return failed(error instanceof Error ? error.name : 'unknown');
    }
  };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The files of a message, to be fetched when they are to be read. */
export function sentFiles(files: unknown, fetchFile: FetchFile): SentFile[] {
  if (!Array.isArray(files)) return [];
  return files
    .filter((file): file is EventFile => typeof file === 'object' && file !== null)
    .map(({ name, size, url_private_download, url_private }) => ({
      name: textOf(name),
      size: typeof size === 'number' ? size : 0,
      fetch: (mostBytes) => fetchFile(textOf(url_private_download) || textOf(url_private), mostBytes),
    }));
}
