// Requests as Slack makes them: signed (v0, HMAC-SHA256), to the bot's one address, with three seconds for an answer.

import { createHmac } from 'node:crypto';

const ACK_WITHIN_MS = 3000;

/** What came back: the body of a 2xx, or what Slack would call the failure. */
export type Ack =
  | { kind: 'acked'; body: string }
  | { kind: 'failed'; trouble: 'dispatch_failed' | 'operation_timeout' };

export type SlackEvents = {
  /** Slash commands and interactions are forms … */
  sendForm(form: Record<string, string>): Promise<Ack>;
  /** … whose only field is a payload, in the case of interactions … */
  sendPayload(payload: object): Promise<Ack>;
  /** … and events are JSON. */
  sendEvent(envelope: object): Promise<Ack>;
};

/** Signs with the secret that the bot was given; `url` is asked each time, for a bot may be started anew. */
export function newSlackEvents(url: () => string, signingSecret: string): SlackEvents {
  const post = (body: string, contentType: string) => deliver(url(), body, contentType, signingSecret);
  const sendForm = (form: Record<string, string>) =>
    post(new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded');
  return {
    sendForm,
    sendPayload: (payload) => sendForm({ payload: JSON.stringify(payload) }),
    sendEvent: (envelope) => post(JSON.stringify(envelope), 'application/json'),
  };
}

async function deliver(url: string, body: string, contentType: string, secret: string): Promise<Ack> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...signatureOf(body, secret) },
      body,
      signal: AbortSignal.timeout(ACK_WITHIN_MS),
    });
    const text = await response.text();
    return response.ok ? { kind: 'acked', body: text } : { kind: 'failed', trouble: 'dispatch_failed' };
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: 'failed', trouble: late ? 'operation_timeout' : 'dispatch_failed' };
  }
}

/** The two headers by which an app knows that a request is Slack's. */
export function signatureOf(body: string, secret: string, atMs = Date.now()): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
