// One line of the audit for every decision: who did what to which row. The store chains the lines (db/store.ts).

import { type Change, ensure } from './change.ts';
import type { CampaignId, Instant, PersonId, UnitId } from './ids.ts';

/** Who decided, when, and in which campaign. */
export type Acting = { campaign: CampaignId; by: PersonId; at: Instant };

/** What a line is about, as rows have it: the unit of a report or a meeting's topic, the lead unit of a task. */
type Audited = { id: string; version: number | string; unit?: UnitId | null; lead?: UnitId };

/** An audit line; `object@version` makes a decision that is retried leave one line only. */
export const audited = (
  { campaign, by, at }: Acting,
  verb: string,
  object: Audited,
  detail: Record<string, unknown> = {},
): Change =>
  ensure('audit', {
    id: `${verb}:${object.id}@${object.version}`,
    at,
    campaign,
    actor: by,
    verb,
    object: object.id,
    unit: object.unit ?? object.lead ?? null,
    detail,
    seq: 0,
    hash: '',
  });
