// What a failed Web API call means, by what the caller may do next. The one place where Slack's failures are read.
//
//   never reached Slack, or Slack said "not now"   not_sent   safe to try again at `retryAtMs`
//   Slack said no, and would say so again          refused    parked, somebody is told
//   nobody knows whether it was carried out        unknown    look it up before anything else
//
// A token or scope that Slack does not take (yet) is `not_sent`: nothing was posted, the operator mends it, and then
// everything that waited goes out.

import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

export type Failure =
  | { kind: 'not_sent'; retryAtMs: number; reason: string; isRateLimit: boolean }
  | { kind: 'refused'; reason: string }
  | { kind: 'unknown'; reason: string };

const SECOND_MS = 1000;
const NETWORK_RETRY_MS = 5 * SECOND_MS;
const RATE_RETRY_MS = 30 * SECOND_MS;
const OPERATOR_RETRY_MS = 300 * SECOND_MS;
const PROXY_RETRY_MS = 60 * SECOND_MS;

const RATE_LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
const IN_DOUBT = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);
const FOR_THE_OPERATOR = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'no_permission',
  'org_login_required',
  'team_added_to_org',
  'ekm_access_denied',
]);
/** Whether a reason is one that only the operator can mend: the token, its scopes, the installation. */
export const isForOperator = (reason: string): boolean => FOR_THE_OPERATOR.has(reason);

/** A connection that was never made carried nothing. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const notSent = (retryAtMs: number, reason: string, isRateLimit = false): Failure => ({
  kind: 'not_sent',
  retryAtMs,
  reason,
  isRateLimit,
});

function ofPlatform(error: WebAPIPlatformError, nowMs: number): Failure {
  const reason = error.data.error;
  // A body that is no JSON, such as a proxy's page, arrives here as its own text.
  if (!/^[a-z0-9_]+$/.test(reason)) return { kind: 'unknown', reason: 'unreadable_answer' };
  if (IN_DOUBT.has(reason)) return { kind: 'unknown', reason };
  if (FOR_THE_OPERATOR.has(reason)) return notSent(nowMs + OPERATOR_RETRY_MS, reason);
  if (!RATE_LIMITED.has(reason)) return { kind: 'refused', reason };
  const seconds = error.data.response_metadata?.retryAfter;
  return notSent(nowMs + (seconds === undefined ? RATE_RETRY_MS : seconds * SECOND_MS), reason, true);
}

function ofStatus(status: number, nowMs: number): Failure {
  const reason = `http_${status}`;
  const isCertainlyRefused = status >= 400 && status < 500 && status !== 408;
  return isCertainlyRefused ? notSent(nowMs + PROXY_RETRY_MS, reason) : { kind: 'unknown', reason };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'network';
  const { code, cause } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return cause === undefined ? error.name : codeOf(cause);
}

function ofNetwork(error: Error, nowMs: number): Failure {
  const reason = codeOf(error);
  return NEVER_CONNECTED.has(reason)
    ? notSent(nowMs + NETWORK_RETRY_MS, reason)
    : { kind: 'unknown', reason };
}

/** Says what a failed call to the Web API means; `nowMs` is process time, epoch ms. */
export function classifyFailure(error: unknown, nowMs: number): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return notSent(nowMs + error.retryAfter * SECOND_MS, 'ratelimited', true);
  if (error instanceof WebAPIPlatformError) return ofPlatform(error, nowMs);
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode, nowMs);
  if (error instanceof WebAPIRequestError) return ofNetwork(error.original, nowMs);
  if (error instanceof Error && error.message.startsWith('Retry header did not contain'))
    return notSent(nowMs + RATE_RETRY_MS, 'ratelimited', true);
  return { kind: 'unknown', reason: codeOf(error) };
}
