// What several processes compete for, each as one statement: the next message to send, the next moment of a gate.
// Being one statement is what makes them safe: nothing is read that could change before it is written.

import { sql } from 'drizzle-orm';
import { encode } from './codec.ts';
import type { Call, Statements } from './statements.ts';
import { slot } from './statements.ts';

/** Takes the pending message that has waited longest and may be sent at `nowMs`; answers its row, or none. */
export const claimCall = ({ shaped, allOf, dialect }: Statements, nowMs: number, leaseMs: number): Call => ({
  statement: shaped(
    'claim message',
    () => sql`
      update "message"
      set "state" = 'sending', "lease_until" = ${slot}, "attempts" = "attempts" + 1, "version" = "version" + 1
      where "id" = (
        select "next"."id" from "message" as "next"
        where "next"."state" = 'pending' and "next"."not_before" <= ${slot} and ("next"."after" is null or exists (
          select 1 from "message" as "head" where "head"."id" = "next"."after" and "head"."state" = 'sent'))
        order by "next"."not_before", "next"."created_at", "next"."id"
        limit 1 ${dialect.skipLocked})
      returning ${allOf('message')}`,
  ),
  values: [encode('message', 'leaseUntil', nowMs + leaseMs), encode('message', 'notBefore', nowMs)],
});

/** Reserves a moment of the gate; answers the moment after which the next one is free, `intervalMs` later. */
export const reserveCall = (
  { shaped, dialect }: Statements,
  gate: string,
  nowMs: number,
  intervalMs: number,
): Call => ({
  statement: shaped(
    'reserve gate',
    () => sql`
      insert into "gate" ("id", "next_at", "paused_until") values (${slot}, ${slot}, 0)
      on conflict ("id") do update
      set "next_at" = ${dialect.greatest}("gate"."next_at", "gate"."paused_until", ${slot}) + ${slot}
      returning "next_at"`,
  ),
  values: [
    encode('gate', 'id', gate),
    encode('gate', 'nextAt', nowMs + intervalMs),
    nowMs,
    encode('gate', 'nextAt', intervalMs),
  ],
});

/** Closes the gate until that moment; a longer pause that stands already is not shortened. */
export const pauseCall = ({ shaped, dialect }: Statements, gate: string, untilMs: number): Call => ({
  statement: shaped(
    'pause gate',
    () => sql`
      insert into "gate" ("id", "next_at", "paused_until") values (${slot}, 0, ${slot})
      on conflict ("id") do update
      set "paused_until" = ${dialect.greatest}("gate"."paused_until", excluded."paused_until")`,
  ),
  values: [encode('gate', 'id', gate), encode('gate', 'pausedUntil', untilMs)],
});
