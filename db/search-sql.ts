// What the engines do each in their own way for the index of what can be looked for: SQLite has it in FTS5, PostgreSQL as
// tsvector under GIN. Both hold the same terms, letters and digits that neither takes apart.

import type { Call } from './statements.ts';

/** One row of the index; `seq` null: it gets the next one, as what was written last. */
export type SearchDoc = {
  id: string;
  seq: number | null;
  campaign: string;
  kind: string;
  root: string;
  part: string;
  at: number;
  filters: string;
  plain: string;
  terms: string[];
};

/** Terms of which each group has one in the row; a term that ends in `*` is a beginning. */
export type TermGroups = readonly (readonly string[])[];
/** What a row must have: terms, texts in its plain text, and an instant within, `to` excluded. */
export type Wanted = {
  groups: TermGroups;
  needles: readonly string[];
  from: number;
  to: number;
  limit: number;
};

export type SearchSql = {
  /** Lets nobody else change the rows of these roots until the commit. */
  lock(roots: readonly string[]): Call[];
  /** Writes a row that is not there. */
  write(doc: SearchDoc): Call[];
  /** Answers kind, root, part and instant, by `seq` downwards. */
  find(wanted: Wanted): Call;
};

/** The row's values in the order in which both engines write them, without `seq` and terms. */
export const docValues = ({ id, campaign, kind, root, part, at, filters, plain }: SearchDoc) => [
  id,
  campaign,
  kind,
  root,
  part,
  at,
  filters,
  plain,
];
