// One call of the Web API: forwarded to the stand-in with its own ids, mended where the stand-in lacks something,
// and shown to whoever watches. The bot's calls (gateway.ts) and the desk's own go through the same lines.

import { BOT_TOKEN, type Workspace } from './workspace.ts';

export type Args = Record<string, unknown>;
export type Answer = Record<string, unknown> & { ok: boolean; error?: string };
/** A call as it was asked and answered, both in the desk's ids. */
export type WebApiCall = { method: string; args: Args; answer: Answer };

/** What the stand-in should have said: gets its answer, returns the one the bot gets. */
export type Mend = (call: WebApiCall) => Answer;

export type WebApi = {
  /** Carries a request body as it came over HTTP. */
  carry(method: string, body: string, contentType: string, token: string | null): Promise<Answer>;
  /** Calls as the bot, or as whoever the token belongs to. */
  call(method: string, args: Args, token?: string): Promise<Answer>;
};

/** Joins the stand-in to those who mend and watch; `watch` sees successful calls of the bot only. */
export function newWebApi(workspace: Workspace, mend: Mend, watch: (call: WebApiCall) => void): WebApi {
  async function carry(
    method: string,
    body: string,
    contentType: string,
    token: string | null,
  ): Promise<Answer> {
    const args = parseArgs(body, contentType);
    const sent = method === 'files.getUploadURLExternal' ? withPlainName(body, contentType) : body;
    const answer = mend({ method, args, answer: await forward(workspace, method, sent, contentType, token) });
    if (answer.ok && token === BOT_TOKEN) watch({ method, args, answer });
    return answer;
  }
  return {
    carry,
    call: (method, args, token = BOT_TOKEN) => carry(method, JSON.stringify(args), 'application/json', token),
  };
}

/** The stand-in serves no file whose name has other letters than a header may have: it gets another, see `nameOfFile`. */
function withPlainName(body: string, contentType: string): string {
  const args = parseArgs(body, contentType);
  const plain = { ...args, filename: encodeURIComponent(String(args.filename)) };
  if (contentType.includes('application/json')) return JSON.stringify(plain);
  return new URLSearchParams(
    Object.entries(plain).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

/** The name of a file as it was uploaded. */
export function nameOfFile(plain: string): string {
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

async function forward(
  { url, ids }: Workspace,
  method: string,
  body: string,
  contentType: string,
  token: string | null,
): Promise<Answer> {
  const headers: Record<string, string> = { 'content-type': contentType };
  if (token) headers.authorization = `Bearer ${token}`;
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers,
    body: ids.toStandIn(body),
  });
  if (response.status === 404) return { ok: false, error: 'unknown_method' };
  return JSON.parse(ids.toDesk(await response.text())) as Answer;
}

/** Reads JSON or form-encoded arguments; structures inside a form are JSON themselves. */
export function parseArgs(body: string, contentType: string): Args {
  if (contentType.includes('application/json')) return JSON.parse(body || '{}') as Args;
  const args: Args = {};
  for (const [key, value] of new URLSearchParams(body))
    args[key] = /^[[{]/.test(value) ? parsedOrRaw(value) : value;
  return args;
}

function parsedOrRaw(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
