// What can be looked for: which texts of which things, whose they are and to whom they are open. The store keeps an index of
// this beside the things themselves and makes it anew from them at any time; nothing else says what is searched.
//
//   found      | texts                                                              | open as (sight.ts)
//   report     | the newest version: fields, names of files                         | contents of its unit
//   task       | title, what is asked, source, evidence wanted, names of its steps   | the task
//   entry      | what somebody wrote on its timeline                                | the task
//   topic      | title, reason, what is asked, unless it was declined                | the topic
//   minutes    | what was heard, who sat in; once approved                          | the minutes
//   decision   | what was decided; once approved                                    | the minutes
//
// Each belongs to one thing, its root, and is made anew with it: what is open to whom may change for all of them at once.

import type { Change } from './change.ts';
import { topicKey } from './consultation/agenda.ts';
import type { ConsultationRow, TopicRow } from './consultation/things.ts';
import type { CampaignId, Instant, UnitId } from './ids.ts';
import type { Matter } from './sight.ts';
import { unitsConcerned } from './task/chain.ts';
import type { TaskEntryRow, TaskRow } from './task/things.ts';
import type { ObligationRow, SubmissionRow, ThingKind } from './things.ts';

export const SEARCH_KINDS = ['report', 'task', 'entry', 'topic', 'minutes', 'decision'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What is looked for belongs to one of these. */
export type SearchRoot = 'obligation' | 'task' | 'consultation';

/** Something that can be found. `part` names it within its root: an entry's or topic's id, a decision's place. */
export type Searchable = {
  kind: SearchKind;
  root: string;
  part: string;
  campaign: CampaignId;
  at: Instant;
  texts: string[];
  /** Whose it is. */
  units: UnitId[];
  matter: Matter;
};

/** To whom a matter is open, besides those who see everything of their campaign: everybody on the roster, or some units. */
export function audienceOf(matter: Matter): 'roster' | UnitId[] {
  switch (matter.kind) {
    case 'contents':
      return matter.unit === null ? [] : [matter.unit];
    case 'task':
      return unitsConcerned(matter.task);
    case 'topic':
      return matter.onIssuedAgenda ? 'roster' : [matter.unit];
    case 'minutes':
      return matter.approved ? 'roster' : [];
    default:
      return [];
  }
}

const written = (texts: readonly (string | null)[]): string[] =>
  texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');

/** A report, by its newest version; none where that says nothing. */
export function searchableReport(row: ObligationRow, newest: SubmissionRow): Searchable[] {
  const { campaign, unit } = row;
  const { fields = {}, files = [] } = newest.content ?? {};
  const texts = written([...Object.values(fields), ...files.map(({ name }) => name)]);
  if (texts.length === 0) return [];
  const matter: Matter = { kind: 'contents', unit };
  const { filedAt: at } = newest;
  return [{ kind: 'report', root: row.id, part: '', campaign, at, texts, units: [unit], matter }];
}

/** A task and what was written on its timeline. */
export function searchableTask(task: TaskRow, entries: readonly TaskEntryRow[]): Searchable[] {
  const { campaign, title, ask, source, evidence, steps } = task;
  const shared = { root: task.id, campaign, matter: { kind: 'task', task } as const };
  const concerned = unitsConcerned(task);
  const texts = written([title, ask, source.text, evidence, ...steps.map(({ name }) => name)]);
  const own = { ...shared, kind: 'task', part: '', at: task.createdAt, texts, units: concerned } as const;
  const said = entries.map(({ id, at, text, detail, files, unit }) => ({
    ...shared,
    kind: 'entry' as const,
    part: id,
    at,
    texts: written([text, detail.progress ?? null, ...files.map(({ name }) => name)]),
    units: unit === null ? concerned : [unit],
  }));
  return [own, ...said].filter((each) => each.texts.length > 0);
}

function searchableTopics(row: ConsultationRow, topics: readonly TopicRow[]): Searchable[] {
  const issued = new Set(row.issuedAt === null ? [] : (row.agenda ?? []));
  return topics
    .filter(({ state }) => state === 'proposed')
    .map((topic) => ({
      kind: 'topic',
      root: row.id,
      part: topic.id,
      campaign: row.campaign,
      at: topic.at,
      texts: written([topic.title, topic.reason, topic.ask]),
      units: [topic.unit],
      matter: { kind: 'topic', unit: topic.unit, onIssuedAgenda: issued.has(topicKey(topic)) },
    }));
}

function searchableMinutes(row: ConsultationRow): Searchable[] {
  const { minutes, state, campaign } = row;
  if (state !== 'approved' || !minutes) return [];
  const at = minutes.approvedAt ?? minutes.at;
  const shared = { root: row.id, campaign, at, matter: { kind: 'minutes', approved: true } as const };
  const heard = written([minutes.heard, minutes.observers]);
  return [
    { ...shared, kind: 'minutes', part: '', texts: heard, units: [] },
    ...minutes.decisions.map(({ what, unit }, index) => ({
      ...shared,
      kind: 'decision' as const,
      part: String(index),
      texts: written([what]),
      units: [unit],
    })),
  ];
}

/** A meeting's topics, and once they are approved its minutes and decisions. */
export const searchableConsultation = (row: ConsultationRow, topics: readonly TopicRow[]): Searchable[] =>
  [...searchableTopics(row, topics), ...searchableMinutes(row)].filter(({ texts }) => texts.length > 0);

/** The things whose texts are searched, and the columns that say anything about it; other moves change nothing. */
const WATCHED: { readonly [K in ThingKind]?: { root: SearchRoot; of: string; columns: readonly string[] } } =
  {
    submission: { root: 'obligation', of: 'obligation', columns: ['content', 'filedAt'] },
    task: {
      root: 'task',
      of: 'id',
      columns: ['title', 'ask', 'source', 'lead', 'helpers', 'steps', 'evidence'],
    },
    taskEntry: { root: 'task', of: 'task', columns: ['text', 'detail', 'files'] },
    consultation: {
      root: 'consultation',
      of: 'id',
      columns: ['minutes', 'state', 'agenda', 'issuedAt'],
    },
    topic: {
      root: 'consultation',
      of: 'consultation',
      columns: ['title', 'reason', 'ask', 'unit', 'state'],
    },
  };

/** Of what a change makes the searchable texts anew: a root, or the root that a row names in a column; null for nothing. */
export type Touched = { root: SearchRoot; id: string } | { root: SearchRoot; thing: ThingKind; row: string };

/** What a change touches. */
export function touchedBy(change: Change): Touched | null {
  const watched = WATCHED[change.thing];
  if (!watched || change.mode === 'expect') return null;
  const { root, of, columns } = watched;
  if (change.mode === 'move') {
    if (!columns.some((name) => name in change.to)) return null;
    return of === 'id' ? { root, id: change.id } : { root, thing: change.thing, row: change.id };
  }
  return { root, id: String((change.row as Record<string, unknown>)[of]) };
}

/** The column of a watched thing that names its root. */
export const rootColumnOf = (thing: ThingKind): string => WATCHED[thing]?.of ?? 'id';
