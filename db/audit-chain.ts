// The audit's chain: each line's hash covers the line and the hash before it, so that a line that was altered, taken
// out or slipped in behind our back is found. The end of the chain stands in a table of its own: it shows when the
// last lines were cut off, and whoever writes audit lines holds that row until the commit, which keeps `seq` gapless.

import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { AuditRow } from '../domain/things.ts';
import { decodeRow, encode, encodeRow, type Value } from './codec.ts';
import type { Call, Statements } from './statements.ts';
import { slot } from './statements.ts';
import type { Store } from './store.ts';

export type ChainEnd = { seq: number; hash: string };

// Keys in order, so that the text is the same however an object was built.
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
};

// Columns that are null are left out, so that a column added later does not break the lines written before it.
const covered = (line: AuditRow): string =>
  canonical(
    Object.fromEntries(Object.entries(line).filter(([name, value]) => name !== 'hash' && value !== null)),
  );

const hashOf = (previous: string, line: AuditRow): string =>
  createHash('sha256').update(previous).update(covered(line)).digest('hex');

/** The line with its place in the chain, and the new end; the hash covers the line as it will be read back. */
export const chained = (end: ChainEnd, values: readonly Value[]): { values: Value[]; end: ChainEnd } => {
  const line = { ...decodeRow('audit', values), seq: end.seq + 1, hash: '' };
  const hash = hashOf(end.hash, line);
  return { values: encodeRow('audit', { ...line, hash }, 1), end: { seq: line.seq, hash } };
};

/** Holds the chain for this transaction and answers where it ends: `seq`, `hash`. */
export const holdChainCall = ({ shaped }: Statements): Call => ({
  statement: shaped(
    'hold audit chain',
    () => sql`
      insert into "audit_chain" ("id", "seq", "hash") values ('audit', 0, '')
      on conflict ("id") do update set "seq" = "audit_chain"."seq"
      returning "seq", "hash"`,
  ),
  values: [],
});

export const moveChainCall = ({ shaped }: Statements, end: ChainEnd): Call => ({
  statement: shaped(
    'move audit chain',
    () => sql`update "audit_chain" set "seq" = ${slot}, "hash" = ${slot} where "id" = 'audit'`,
  ),
  values: [encode('auditChain', 'seq', end.seq), end.hash],
});

/** Where the chain ends as committed; no row before the first line. */
export const chainEndCall = ({ shaped }: Statements): Call => ({
  statement: shaped('audit chain', () => sql`select "seq", "hash" from "audit_chain" where "id" = 'audit'`),
  values: [],
});

export const chainEndOf = (rows: readonly (readonly Value[])[]): ChainEnd => ({
  seq: Number(rows[0]?.[0] ?? 0),
  hash: String(rows[0]?.[1] ?? ''),
});

// How far the chain holds on these lines.
const heldThrough = (start: ChainEnd, lines: readonly AuditRow[]): ChainEnd => {
  let end = start;
  for (const line of lines) {
    if (line.seq !== end.seq + 1 || line.hash !== hashOf(end.hash, line)) break;
    end = { seq: line.seq, hash: line.hash };
  }
  return end;
};

type Verdict = { lines: number; brokenAt: number | null };
const brokenAfter = (lines: number): Verdict => ({ lines, brokenAt: lines + 1 });

const PAGE = 500;

/**
 * Walks the chain page by page. `lines` hold; `brokenAt` is the `seq` of the first line that does not, or that should
 * be there and is not. Lines that are written meanwhile are left for the next walk.
 */
export const walkChain = async (list: Store['list'], readEnd: () => Promise<ChainEnd>): Promise<Verdict> => {
  const [last] = await list('audit', { orderBy: 'seq', desc: true, limit: 1 });
  const end = await readEnd();
  let held: ChainEnd = { seq: 0, hash: '' };
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await list('audit', {
      where: { seq: { gt: after, lte: end.seq } },
      orderBy: 'seq',
      limit: PAGE,
    });
    const before = held.seq;
    held = heldThrough(held, page);
    if (held.seq - before < page.length) return brokenAfter(held.seq);
    if (page.length < PAGE) break;
    after = held.seq;
  }
  if (held.seq < end.seq || (last && last.seq > end.seq)) return brokenAfter(held.seq);
  return held.hash === end.hash ? { lines: held.seq, brokenAt: null } : brokenAfter(held.seq - 1);
};
