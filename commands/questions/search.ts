// What holds the words that somebody looks for, as far as they may see it. The store looks only into what is open to the
// asker; each hit is then described from the things themselves, and asked once more of the rule of seeing.

import type { Found, Search } from '../../db/store.ts';
import type { FoundOutcome, Hit } from '../../domain/ask/found.ts';
import { as, type CivilDate, type CivilTime, type Instant } from '../../domain/ids.ts';
import { unitFacts } from '../../domain/obligation-facts.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { unitsOf } from '../../domain/permission.ts';
import { type SearchWords, searchWordsOf } from '../../domain/search-words.ts';
import type { SearchKind } from '../../domain/searchable.ts';
import { addDays, dateOf, instantOf } from '../../domain/zone.ts';
import type { Reading, Slots } from '../ask/reading.ts';
import type { Context } from '../command.ts';
import { type Answerer, momentOf } from './answerer.ts';
import { describeHits } from './hits.ts';
import { offeredOf } from './offered.ts';
import { daysNamed } from './span.ts';
import { closedTo, contentNotYours, seesAll, whoseAsked } from './whose.ts';

/** One screen of hits, and how many are counted at most. */
const SHOWN = 6;
const COUNTED = 200;
const LONGEST = 200;

type Where = NonNullable<FoundOutcome['where']>;
const KINDS: Record<Where, readonly SearchKind[]> = {
  reports: ['report'],
  tasks: ['task', 'entry'],
  decisions: ['decision', 'minutes', 'topic'],
};

const whereAsked = ({ kind }: Slots): Where | null =>
  kind === 'reports' || kind === 'tasks' || kind === 'decisions' ? kind : null;

function daysAsked(context: Context, slots: Slots): FoundOutcome['days'] {
  const days = daysNamed(context, slots);
  return days && { from: days.from ?? null, to: days.to ?? null };
}

/** The first instant of a civil day in the campaign's zone. */
const startOf = ({ actor }: Context, day: CivilDate): Instant =>
  instantOf(day, as<CivilTime>('00:00'), actor.campaign.definition.zone);

const today = ({ actor, at }: Context): CivilDate => dateOf(at, actor.campaign.definition.zone);

function searchOf(context: Context, slots: Slots, words: SearchWords): Search {
  const { campaign, postings } = context.actor;
  const [where, days, { units }] = [whereAsked(slots), daysAsked(context, slots), whoseAsked(context, slots)];
  return {
    campaign: campaign.id,
    words,
    seenBy: seesAll(context) ? 'all' : unitsOf(postings),
    limit: COUNTED + 1,
    ...(where && { kinds: KINDS[where] }),
    ...(units && { units }),
    ...(days?.from && { from: startOf(context, days.from) }),
    ...(days && { to: startOf(context, addDays(days.to ?? today(context), 1)) }),
  };
}

/** As much of a query as is read, and as a button carries. */
const queryOf = ({ query = '' }: Slots): string => query.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '');

/** What was asked, without what came of it. */
function scopeOf(context: Context, slots: Slots) {
  const { definition, id: campaign } = context.actor.campaign;
  const { units, named, area } = whoseAsked(context, slots);
  return {
    kind: 'found' as const,
    ...momentOf(context),
    campaign: as<FoundOutcome['campaign']>(campaign),
    query: queryOf(slots),
    where: whereAsked(slots),
    units: named ?? (area === null ? (units?.map((unit) => unitFacts(definition, unit)) ?? null) : null),
    area,
    days: daysAsked(context, slots),
    own: !seesAll(context),
  };
}

/** The next screen, of the same question. */
const nextOf = (context: Context, slots: Slots, offset: number): FoundOutcome['next'] => ({
  campaign: context.actor.campaign.id,
  reading: offeredOf({ ...slots, query: queryOf(slots), intent: 'search', used: [], sure: 1 }),
  offset,
});

/** Looks for the words of a query; `offset`: how many hits were shown already. */
export async function lookFor(context: Context, slots: Slots, offset = 0): Promise<FoundOutcome> {
  const scope = scopeOf(context, slots);
  const words = searchWordsOf(scope.query);
  if (!words) return { ...scope, usable: false, hits: [], offset: 0, of: 0, isMore: false, next: null };
  const found: Found[] = await context.store.search(searchOf(context, slots, words));
  const from = offset > 0 && offset < found.length ? offset : 0;
  const hits: Hit[] = await describeHits(context, found.slice(from, from + SHOWN), words);
  const of = Math.min(found.length, COUNTED);
  const shown = from + SHOWN;
  const next = shown < of ? nextOf(context, slots, shown) : null;
  return { ...scope, usable: true, hits, offset: from, of, isMore: found.length > COUNTED, next };
}

/** The slots of a reading that a search asks by. */
const slotsOf = ({ units, area, phase, period, from, to, kind, query }: Reading): Slots => ({
  ...(units && { units }),
  ...(area && { area }),
  ...(phase && { phase }),
  ...(period && { period }),
  ...(from && { from }),
  ...(to && { to }),
  ...(kind && { kind }),
  ...(query && { query }),
});

/** Answers what a question looks for, from the hit after those that were shown; reports of others are not looked through. */
export async function answerSearchFrom(context: Context, reading: Reading, offset: number): Promise<Outcome> {
  const slots = slotsOf(reading);
  const { units } = whoseAsked(context, slots);
  const asked = whereAsked(slots) === 'reports' ? (units ?? []) : [];
  const closed = asked.filter((unit) => closedTo(context, [unit]) !== null);
  const [first] = closed;
  return first && closed.length === asked.length
    ? contentNotYours(context, first)
    : lookFor(context, slots, offset);
}

/** The same from the first hit. */
export const answerSearch: Answerer = (context, reading) => answerSearchFrom(context, reading, 0);
