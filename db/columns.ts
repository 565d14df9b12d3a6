// What is kept of each thing: the one place where a column, an index or a whole thing is added. Both engines' schemas
// (sqlite/schema.ts, postgres/schema.ts), the codec and the statements are built from it, and the compiler compares it
// with domain/things.ts: a column that is missing, one too many, of the wrong kind or nullability does not compile.
//
// After a change here: `npm run migrations`. A column that is added after a release and not nullable needs a default,
// `withDefault(int, 0)`, for the rows that are there already. `id` (primary key) and `version` every thing has.

import type { ThingKind } from '../domain/things.ts';
import {
  bool,
  type Column,
  int,
  intOrNull,
  json,
  jsonOrNull,
  type Table,
  type TableFor,
  text,
  textOrNull,
} from './column-kinds.ts';

export { type Column, type ColumnsFor, type Kind, type Table, withDefault } from './column-kinds.ts';

const described = {
  campaign: {
    columns: {
      definition: json,
      definitionNo: int,
      plannedNo: int,
      plannedFrom: intOrNull,
      importedAt: int,
      knownSince: json,
    },
  },
  person: {
    columns: {
      name: text,
      email: textOrNull,
      slack: textOrNull,
      dm: textOrNull,
      language: textOrNull,
      locale: textOrNull,
      trouble: textOrNull,
    },
    indexes: [['slack'], ['email']],
  },
  leave: {
    columns: {
      campaign: text,
      person: text,
      from: text,
      to: text,
      enteredBy: text,
      deputy: textOrNull,
      cancelled: bool,
    },
    indexes: [['campaign', 'person']],
  },
  amendment: {
    columns: {
      campaign: text,
      subject: text,
      state: text,
      patches: json,
      changes: json,
      proposedBy: text,
      proposedAt: int,
      madeBy: textOrNull,
      madeAt: intOrNull,
      undoneBy: textOrNull,
      undoneAt: intOrNull,
    },
    indexes: [['campaign', 'proposedAt']],
  },
  setup: { columns: { by: text, values: json, savedAt: int, campaign: textOrNull } },
  dutyMark: {
    columns: { campaign: text, duty: text, openedThrough: int, nextOpenAt: intOrNull },
    indexes: [['nextOpenAt'], ['campaign', 'duty']],
  },
  obligation: {
    columns: {
      campaign: text,
      duty: text,
      unit: text,
      period: text,
      periodFrom: text,
      periodTo: text,
      opensAt: int,
      wantedOn: text,
      dueOn: text,
      dueAt: int,
      graceMinutes: int,
      closesAt: int,
      missedAt: int,
      shiftedBy: textOrNull,
      provisional: bool,
      state: text,
      reason: textOrNull,
      waiver: textOrNull,
      returnDueAt: intOrNull,
      firstFiledAt: intOrNull,
      refiledAt: intOrNull,
      latestNo: int,
      nil: bool,
      dispute: jsonOrNull,
      shortNotice: bool,
      plannedThrough: int,
      nextStepAt: intOrNull,
    },
    indexes: [
      ['nextStepAt'],
      ['campaign', 'unit', 'state'],
      ['campaign', 'unit', 'dueAt'],
      ['campaign', 'duty', 'dueAt'],
      ['campaign', 'state'],
    ],
    unique: [['campaign', 'duty', 'period', 'unit']],
  },
  submission: {
    columns: {
      campaign: text,
      obligation: text,
      no: int,
      nil: bool,
      content: json,
      filedBy: text,
      filedAt: int,
      phonedBy: textOrNull,
      afterClose: bool,
    },
    indexes: [['campaign', 'filedAt']],
    unique: [['obligation', 'no']],
  },
  draft: {
    columns: { person: text, obligation: text, content: json, savedAt: int },
    indexes: [['person', 'obligation'], ['obligation']],
  },
  snooze: {
    columns: { obligation: text, person: text, step: text, dueOn: text, at: int },
    indexes: [['obligation', 'person']],
  },
  bulletin: {
    columns: {
      campaign: text,
      duty: text,
      period: text,
      collects: text,
      collectsPeriod: text,
      state: text,
      no: intOrNull,
      edits: json,
      frozen: jsonOrNull,
      approvedBy: textOrNull,
      approvedAt: intOrNull,
      publishedBy: textOrNull,
      publishedAt: intOrNull,
      headMessage: textOrNull,
      corrections: json,
    },
    indexes: [
      ['campaign', 'duty', 'period'],
      ['campaign', 'state', 'period'],
      ['campaign', 'period'],
      ['campaign', 'collectsPeriod', 'period'],
      ['headMessage'],
    ],
    unique: [['campaign', 'no']],
  },
  task: {
    columns: {
      campaign: text,
      year: int,
      no: int,
      title: text,
      ask: text,
      source: json,
      area: textOrNull,
      phase: textOrNull,
      lead: text,
      helpers: json,
      priority: text,
      feedback: jsonOrNull,
      evidence: textOrNull,
      dueAt: int,
      dueOn: text,
      provisional: bool,
      shortNotice: bool,
      state: text,
      signBy: int,
      signedAt: intOrNull,
      signedBy: textOrNull,
      percent: int,
      feedbackOn: textOrNull,
      extension: jsonOrNull,
      steps: json,
      returned: textOrNull,
      closedAt: intOrNull,
      createdAt: int,
      createdBy: text,
      submittedAt: intOrNull,
      entries: int,
      plannedThrough: int,
      nextStepAt: intOrNull,
    },
    indexes: [
      ['nextStepAt'],
      ['campaign', 'state', 'closedAt'],
      ['campaign', 'createdAt'],
      ['campaign', 'closedAt'],
    ],
    unique: [['campaign', 'year', 'no']],
  },
  taskEntry: {
    columns: {
      campaign: text,
      task: text,
      no: int,
      kind: text,
      unit: textOrNull,
      by: text,
      at: int,
      text,
      detail: json,
      files: json,
    },
    indexes: [['campaign', 'at']],
    unique: [['task', 'no']],
  },
  consultation: {
    columns: {
      campaign: text,
      duty: text,
      period: text,
      startsAt: int,
      minutesLong: int,
      movedFrom: intOrNull,
      place: text,
      state: text,
      agenda: jsonOrNull,
      issuedBy: textOrNull,
      issuedAt: intOrNull,
      sequence: int,
      minutes: jsonOrNull,
      year: intOrNull,
      no: intOrNull,
      reason: textOrNull,
      plannedThrough: int,
      nextStepAt: intOrNull,
    },
    indexes: [['nextStepAt'], ['campaign', 'startsAt']],
    unique: [['campaign', 'year', 'no']],
  },
  topic: {
    columns: {
      campaign: text,
      consultation: text,
      unit: text,
      title: text,
      reason: text,
      ask: text,
      by: text,
      at: int,
      state: text,
      declined: textOrNull,
    },
    indexes: [['consultation', 'at']],
  },
  attendance: {
    columns: { campaign: text, consultation: text, person: text, coming: bool, instead: text, at: int },
    indexes: [['consultation']],
  },
  incident: {
    columns: {
      campaign: text,
      year: int,
      no: int,
      unit: textOrNull,
      what: text,
      where: text,
      amount: text,
      people: text,
      done: text,
      phoned: text,
      by: text,
      at: int,
      state: text,
      acknowledgedBy: textOrNull,
      acknowledgedAt: intOrNull,
      escalations: int,
      called: json,
      joinedTo: textOrNull,
      entries: int,
      nextStepAt: intOrNull,
    },
    indexes: [['nextStepAt'], ['campaign', 'at']],
    unique: [['campaign', 'year', 'no']],
  },
  incidentEntry: {
    columns: {
      campaign: text,
      incident: text,
      no: int,
      kind: text,
      by: textOrNull,
      at: int,
      text,
      person: textOrNull,
      other: textOrNull,
    },
    indexes: [['campaign', 'at']],
    unique: [['incident', 'no']],
  },
  intent: {
    columns: {
      campaign: text,
      recipient: text,
      notice: json,
      about: textOrNull,
      slotAt: int,
      createdAt: int,
      bundle: text,
      state: text,
      reason: textOrNull,
      message: textOrNull,
    },
    indexes: [['state', 'slotAt'], ['recipient', 'state', 'slotAt'], ['about'], ['message']],
  },
  message: {
    columns: {
      campaign: text,
      target: json,
      operation: text,
      updates: textOrNull,
      after: textOrNull,
      content: json,
      state: text,
      reason: textOrNull,
      attempts: int,
      createdAt: int,
      sentAt: intOrNull,
      notBefore: int,
      leaseUntil: int,
      doubtSince: intOrNull,
      channelId: textOrNull,
      ts: textOrNull,
    },
    indexes: [
      ['state', 'notBefore', 'createdAt', 'id'],
      ['state', 'leaseUntil'],
      ['after'],
      ['updates'],
      ['channelId', 'ts'],
    ],
  },
  counter: { columns: { value: int } },
  request: { columns: { at: int, outcome: jsonOrNull } },
  channel: {
    columns: { campaign: text, purpose: text, name: text, slack: textOrNull, trouble: textOrNull },
    indexes: [['campaign'], ['slack']],
  },
  noticeDay: { columns: { date: text, off: bool, name: text, importedAt: int } },
  audit: {
    columns: {
      at: int,
      campaign: text,
      actor: text,
      verb: text,
      object: text,
      unit: textOrNull,
      detail: json,
      seq: int,
      hash: text,
    },
    indexes: [
      ['campaign', 'object'],
      ['campaign', 'unit', 'seq'],
      ['campaign', 'actor', 'seq'],
      ['campaign', 'seq'],
    ],
    unique: [['seq']],
  },
  meta: { columns: { value: text } },
} as const satisfies { readonly [K in ThingKind]: TableFor<K> };

type OwnTable = { readonly columns: Readonly<Record<string, Column>> } & Partial<
  Pick<Table, 'indexes' | 'unique'>
>;

// What the store keeps for itself. A gate is the next free moment of a channel; the chain has one row, the end of the
// audit: it serialises the writers of audit lines and shows when the last lines were cut off. What can be looked for stands
// in one row each (search-index.ts); its terms are in a table of the engine's own kind, made by hand (ENGINE/by-hand.sql).
const ownTables = {
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

export type TableName = ThingKind | keyof typeof ownTables;

type Described = { readonly columns: Table['columns'] } & Partial<Table>;

const complete = (before: Table['columns'], described: Record<string, Described>) =>
  Object.entries(described).map(([name, { columns, indexes, unique }]): [string, Table] => [
    name,
    { columns: { ...before, ...columns }, indexes: indexes ?? [], unique: unique ?? [] },
  ]);

/** Every table by the name of its thing, `id` first and `version` second. */
export const tables = Object.fromEntries([
  ...complete({ id: text, version: int }, described),
  ...complete({ id: text }, ownTables),
]) as Readonly<Record<TableName, Table>>;

/** The name in SQL: `nextStepAt` is `next_step_at`. */
export const sqlName = (name: string): string =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The name of an index in SQL, over these columns of a table. */
export const indexName = (table: string, on: readonly string[]): string =>
  [table, ...on, 'idx'].map(sqlName).join('_');
