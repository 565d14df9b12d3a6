// What is to be written: a decision returns a list of changes, the store applies all of them or none.
//
//   insert  the row must not exist; if it does, nothing is written and the answer is `duplicate`
//   ensure  the row is written unless its id exists; "exists already" is success
//   move    the row is at version n; it becomes n+1 with these columns; if it is elsewhere: `stale`
//   expect  the row is still at version n and is not written: for facts that were read and relied on

import type { Thing, ThingKind } from './things.ts';

type Id<K extends ThingKind> = Thing<K>['id'];
type Columns<K extends ThingKind> = Omit<Thing<K>, 'id' | 'version'>;

export type ChangeOf<K extends ThingKind> =
  | { mode: 'insert'; thing: K; row: Omit<Thing<K>, 'version'> }
  | { mode: 'ensure'; thing: K; row: Omit<Thing<K>, 'version'> }
  | { mode: 'move'; thing: K; id: Id<K>; from: number; to: Partial<Columns<K>> }
  | { mode: 'expect'; thing: K; id: Id<K>; version: number };

export type Change = { [K in ThingKind]: ChangeOf<K> }[ThingKind];

/** Writes a new row (version 1); an existing id makes the whole commit a duplicate. */
export const insert = <K extends ThingKind>(thing: K, row: Omit<Thing<K>, 'version'>): Change =>
  ({ mode: 'insert', thing, row }) as unknown as Change;

/** Writes a new row (version 1) unless its id exists. */
export const ensure = <K extends ThingKind>(thing: K, row: Omit<Thing<K>, 'version'>): Change =>
  ({ mode: 'ensure', thing, row }) as unknown as Change;

/** Changes columns of the row as it was read; stale if somebody changed it meanwhile. */
export const move = <K extends ThingKind>(thing: K, row: Thing<K>, to: Partial<Columns<K>>): Change =>
  ({ mode: 'move', thing, id: row.id, from: row.version, to }) as unknown as Change;

/** Demands that the row is still as it was read. */
export const expectUnchanged = <K extends ThingKind>(thing: K, row: Thing<K>): Change =>
  ({ mode: 'expect', thing, id: row.id, version: row.version }) as unknown as Change;

/** What a commit came to. `stale` and `duplicate` wrote nothing and name the row that stood in the way. */
export type CommitResult =
  | { kind: 'committed' }
  | { kind: 'stale'; thing: ThingKind; id: string }
  | { kind: 'duplicate'; thing: ThingKind; id: string };
