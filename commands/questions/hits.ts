// Describes what was found: each place from the thing it stands in, read as it is now, with the words around it. Whatever the
// asker may not see, or is no longer there, is left out.

import type { Found } from '../../db/store.ts';
import type { Hit } from '../../domain/ask/found.ts';
import type { ConsultationRow } from '../../domain/consultation/things.ts';
import { dutyFacts, dutyOf, periodFacts, type Scene, unitFacts } from '../../domain/obligation-facts.ts';
import { periodSpan } from '../../domain/periods.ts';
import { excerptOf } from '../../domain/search-excerpt.ts';
import type { SearchWords } from '../../domain/search-words.ts';
import {
  type Searchable,
  searchableConsultation,
  searchableReport,
  searchableTask,
} from '../../domain/searchable.ts';
import { maySee } from '../../domain/sight.ts';
import { dateOf } from '../../domain/zone.ts';
import type { Context } from '../command.ts';
import { latestOf, sceneOf } from '../ledger.ts';

/** Something that can be found, and what leads to it. */
type Place = { searchable: Searchable; lead: Lead };
type Lead = Hit extends infer H ? (H extends Hit ? Omit<H, 'at' | 'excerpt'> : never) : never;

const rootsOf = (found: readonly Found[], kinds: readonly Found['kind'][]): string[] => [
  ...new Set(found.filter(({ kind }) => kinds.includes(kind)).map(({ root }) => root)),
];

async function reportsAmong(context: Context, scene: Scene, found: readonly Found[]): Promise<Place[]> {
  const ids = rootsOf(found, ['report']);
  if (ids.length === 0) return [];
  const rows = await context.store.list('obligation', { where: { id: { in: ids as never[] } } });
  const latest = await latestOf(context, rows);
  return rows.flatMap((row) => {
    const newest = latest.get(row.id);
    const duty = dutyOf(scene.campaign, row);
    const lead: Lead = {
      what: 'report',
      obligation: row.id,
      unit: unitFacts(scene.campaign, row.unit),
      duty: dutyFacts(duty),
      period: periodFacts(scene.campaign, duty, row),
    };
    return newest ? searchableReport(row, newest).map((searchable) => ({ searchable, lead })) : [];
  });
}

async function tasksAmong({ store }: Context, found: readonly Found[]): Promise<Place[]> {
  const ids = rootsOf(found, ['task', 'entry']);
  if (ids.length === 0) return [];
  const rows = await store.list('task', { where: { id: { in: ids as never[] } } });
  const entries = await store.list('taskEntry', { where: { task: { in: ids as never[] } }, orderBy: 'no' });
  return rows.flatMap((task) => {
    const own = entries.filter((entry) => entry.task === task.id);
    const { id, year, no, title } = task;
    return searchableTask(task, own).map((searchable) => ({
      searchable,
      lead: { what: searchable.kind as 'task' | 'entry', task: id, year, no, title },
    }));
  });
}

function meetingLead({ campaign }: Scene, row: ConsultationRow, { kind, units }: Searchable): Lead {
  const duty = dutyOf(campaign, row);
  const day = dateOf(row.startsAt, campaign.zone);
  const span = periodSpan(campaign, duty, row.period) ?? { from: day, to: day };
  return {
    what: kind as 'topic' | 'minutes' | 'decision',
    consultation: row.id,
    duty: dutyFacts(duty),
    period: periodFacts(campaign, duty, { period: row.period, periodFrom: span.from, periodTo: span.to }),
    unit: units[0] === undefined ? null : unitFacts(campaign, units[0]),
  };
}

async function meetingsAmong({ store }: Context, scene: Scene, found: readonly Found[]): Promise<Place[]> {
  const ids = rootsOf(found, ['topic', 'minutes', 'decision']);
  if (ids.length === 0) return [];
  const rows = await store.list('consultation', { where: { id: { in: ids as never[] } } });
  const topics = await store.list('topic', { where: { consultation: { in: ids as never[] } } });
  return rows.flatMap((row) => {
    const own = topics.filter(({ consultation }) => consultation === row.id);
    return searchableConsultation(row, own).map((searchable) => ({
      searchable,
      lead: meetingLead(scene, row, searchable),
    }));
  });
}

const keyOf = ({ kind, root, part }: Found): string => JSON.stringify([kind, root, part]);

/** The hits in the order in which they were found. */
export async function describeHits(
  context: Context,
  found: readonly Found[],
  words: SearchWords,
): Promise<Hit[]> {
  const scene = await sceneOf(context, []);
  const places = (
    await Promise.all([
      reportsAmong(context, scene, found),
      tasksAmong(context, found),
      meetingsAmong(context, scene, found),
    ])
  ).flat();
  const byKey = new Map(places.map((place) => [keyOf(place.searchable), place]));
  return found.flatMap((each) => {
    const place = byKey.get(keyOf(each));
    if (!place || !maySee(context.actor.postings, place.searchable.matter)) return [];
    const { at, texts } = place.searchable;
    return [{ ...place.lead, at, excerpt: excerptOf(texts, words) } as Hit];
  });
}
