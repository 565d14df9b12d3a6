// What the store keeps for itself beside the things of the domain. A gate is the next free moment of a channel; the chain has
// one row, the end of the audit: it serialises the writers of audit lines and shows when the last lines were cut off. What can
// be looked for stands in one row each (search-index.ts); its terms are in a table of the engine's own kind, which is made by
// hand (ENGINE/by-hand.sql).

import { type Column, int, type Table, text } from './column-kinds.ts';

type OwnTable = { readonly columns: Readonly<Record<string, Column>> } & Partial<
  Pick<Table, 'indexes' | 'unique'>
>;

/** The columns of each, besides its id. */
export const ownTables = {
  gate: { columns: { nextAt: int, pausedUntil: int } },
  auditChain: { columns: { seq: int, hash: text } },
  searchState: { columns: { madeFor: int } },
  // The text comes last: a row is read over before it without it.
  searchDoc: {
    columns: {
      seq: int,
      campaign: text,
      kind: text,
      root: text,
      part: text,
      at: int,
      filters: text,
      plain: text,
    },
    indexes: [['root']],
    unique: [['seq']],
  },
} as const satisfies Record<string, OwnTable>;

export type OwnTableName = keyof typeof ownTables;
