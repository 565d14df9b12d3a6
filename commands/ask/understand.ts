// Weighs what a text can mean: which rows of the grammar its notions and things fulfil, how much of it was read, how far the
// second-best intent is behind. Knows the grammar and slots; what may be asked and what is refused is settled in reader.ts.

import type { Posting } from '../../domain/campaign.ts';
import type { CivilDate, UnitId } from '../../domain/ids.ts';
import { addDays, weekOf } from '../../domain/zone.ts';
import { coverage, type Notion, notionsIn } from './concepts.ts';
import { sureOf } from './confidence.ts';
import { type Finder, findIn } from './finder.ts';
import { GRAMMAR, type Row } from './grammar-words.ts';
import type { Intent, Reading, Slots } from './reading.ts';
import type { Entity, Letter } from './scan.ts';
import { type Found, slotsOf } from './slots.ts';
import type { Time } from './spans.ts';
import { withoutAsides } from './unread.ts';
import type { Concept } from './zh-words.ts';

export type Text = {
  plain: string;
  cased: string;
  today: CivilDate;
  own: readonly UnitId[];
  postings: readonly Posting[];
  after?: Reading;
};

export type Understood = {
  entities: readonly Entity[];
  shape: string;
  plain: string;
  today: CivilDate;
  said: ReadonlySet<Concept>;
  used: string[];
  notions: readonly Notion[];
  /** How much of the text was read, 0…1. */
  share: number;
  /** Of the best row; 0 if there is none. */
  weight: number;
  rows: readonly { row: Row; slots: Slots }[];
  /** Words of everyday speech with nothing of this campaign. */
  isTalk: boolean;
  /** The readings to choose from where a name or a day has several meanings; the reading itself otherwise. */
  choices(reading: Reading): Reading[];
  /** What the text says for the intent of the question before it. */
  asIn(before: Reading): Slots;
};

type Need = { any: readonly string[]; not: boolean };
const compiled = GRAMMAR.map((row) => ({
  row,
  needs: row.needs
    .split(' ')
    .map((need): Need => ({ any: need.replace(/^!/, '').split('|'), not: need.startsWith('!') })),
}));

/** The heaviest row of each intent that the text fulfils, heaviest first. */
function rowsFor(tokens: ReadonlySet<string>): Row[] {
  const best = new Map<string, Row>();
  for (const { row, needs } of compiled) {
    if (!needs.every(({ any, not }) => any.some((token) => tokens.has(token)) !== not)) continue;
    const key = row.intent;
    if ((best.get(key)?.weight ?? 0) < row.weight) best.set(key, row);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}

/** Whoever says we speaks for the unit; whoever says me may want something for himself. */
const WE = /(?:我|咱|俺)们|(?<![a-z])(?:we|our|ours|(?<!(?:tell|show|give|let|send) )us)(?![a-z])/;

const MOST_CHOICES = 4;

function unitChoices(reading: Reading, entities: readonly Entity[]): Reading[] {
  const shared = entities.find(({ letter }) => letter === 'G');
  if (!shared) return [reading];
  return (shared.named ?? [])
    .slice(0, MOST_CHOICES)
    .map(({ id }) => ({ ...reading, units: [id as UnitId], sure: reading.sure / 2 }));
}

/** 8月第二周: the week of the eighth, or the week after it. */
function weekChoices(reading: Reading, vague: Time): Reading[] {
  const next = { ...reading, period: weekOf(addDays(vague.from, 7)) };
  return [reading, next].map((each) => ({ ...each, sure: each.sure / 2 }));
}

/** 10月初: the first of the month, or its first ten days. */
function dayChoices(reading: Reading, entities: readonly Entity[]): Reading[] {
  const vague = entities.find(({ time }) => time?.vague)?.time;
  if (vague?.grain === 'week' && reading.period === vague.period) return weekChoices(reading, vague);
  if (!vague || (reading.to === undefined && reading.from === undefined)) return [reading];
  const tenth = `${vague.from.slice(0, 8)}10` as CivilDate;
  return [vague.from, tenth].map((to) => ({ ...reading, to, sure: reading.sure / 2 }));
}

const usedWords = (
  entities: readonly Entity[],
  notions: readonly { concept: Concept; text: string }[],
): string[] => [
  ...new Set([
    ...entities.map(({ raw }) => raw),
    ...notions
      .filter(({ concept }) => concept !== 'fill')
      .map(({ text }) => text.replace(/[A-Z]/g, '').trim())
      .filter((text) => text !== ''),
  ]),
];

/** Queries keep the capitals in which they were typed. */
function withCapitals(entity: Entity, { plain, cased }: Text): Entity {
  const at = entity.query === undefined ? -1 : plain.indexOf(entity.query);
  return at < 0 || plain.length !== cased.length
    ? entity
    : { ...entity, query: cased.slice(at, at + entity.query!.length) };
}

/** What a reading has one of, and the letter of what fills it. */
const ONE_OF: readonly (readonly [Letter, keyof Slots])[] = [
  ['D', 'duty'],
  ['A', 'area'],
  ['P', 'phase'],
  ['K', 'task'],
  ['B', 'no'],
];

/** 周报和整治报告谁没报, 督办3号和5号: several things where one is told at a time. */
function thingChoices(reading: Reading, entities: readonly Entity[]): Reading[] {
  for (const [letter, slot] of ONE_OF) {
    const all = entities.filter((each) => each.letter === letter);
    const values = [...new Set(all.map(({ no, named }) => no ?? named?.[0]?.id))];
    if (slot in reading && values.length > 1)
      return values
        .slice(0, MOST_CHOICES)
        .map((value) => ({ ...reading, [slot]: value, sure: reading.sure / 2 }));
  }
  return [reading];
}

/** Reads what a text says, without deciding. */
export function understand(finder: Finder, text: Text): Understood {
  const found = findIn(finder, text);
  const entities = found.entities.map((entity) => withCapitals(entity, text));
  const notions = notionsIn(found.shape);
  const said = new Set(notions.map(({ concept }) => concept));
  const tokens = new Set<string>([
    ...said,
    ...entities.map(({ letter }) => letter),
    ...(text.own.length > 0 ? ['asUnit'] : []),
  ]);
  const isOurs = text.own.length > 0 && notions.some(({ text: words }) => WE.test(words));
  const all: Found = { campaign: finder.campaign, entities, said, isOurs, own: text.own, today: text.today };
  const rows = rowsFor(tokens).map((row) => ({ row, slots: slotsOf(all, row) }));
  const { share, unread } = coverage(withoutAsides(found.shape, notions), notions);
  return {
    entities,
    shape: found.shape,
    plain: text.plain,
    today: text.today,
    said,
    used: usedWords(entities, notions),
    notions,
    share: entities.some(({ mended }) => mended) ? share * 0.9 : share,
    weight: rows[0]?.row.weight ?? 0,
    rows,
    isTalk:
      unread.length >= 2 && isTalk(notions) && !entities.some(({ letter }) => OF_THE_CAMPAIGN.has(letter)),
    choices: (reading) =>
      unitChoices(reading, entities)
        .flatMap((each) => dayChoices(each, entities))
        .flatMap((each) => thingChoices(each, entities)),
    asIn: (before) => asIn(all, tokens, before),
  };
}

/** For the intent before: its own way of saying states and kinds, else only what was found. */
function asIn(found: Found, tokens: ReadonlySet<string>, before: Reading): Slots {
  const { intent } = before;
  const own = compiled
    .filter(({ row }) => row.intent === intent && (row.state || row.kind))
    .find(({ needs }) =>
      needs.some(({ any, not }) => !not && any.length === 1 && tokens.has(any[0]!) && isState(any[0]!)),
    );
  const row: Row = {
    intent,
    weight: 0,
    needs: '',
    ...(own?.row.state && { state: own.row.state }),
    ...(own?.row.kind && { kind: own.row.kind }),
  };
  return slotsOf(found, row);
}

/** Who names a unit, a duty or a task means this campaign, though nobody understands what is asked of it. */
const OF_THE_CAMPAIGN: ReadonlySet<Letter> = new Set<Letter>(['U', 'D', 'A', 'P', 'F', 'N', 'K', 'B', 'O']);

/** Some words of everyday speech, more than one character that happens to be one. */
const isTalk = (notions: readonly { concept: Concept; text: string }[]): boolean =>
  notions.filter(({ concept }) => concept === 'fill').reduce((sum, { text }) => sum + text.length, 0) >= 3;

const PLAIN_NOTIONS: ReadonlySet<string> = new Set(['task', 'who', 'list', 'what', 'howMany', 'contactWord']);
const isState = (token: string): boolean => !PLAIN_NOTIONS.has(token) && /^[a-z]/.test(token);

const FAR = 1.2;
/** Weights this near are the same; within the second distance the next intent is worth offering. */
const TIED = 0.05;
const NEAR = 1.2;

const intentOf = ({ row }: { row: Row }): Intent => row.intent;

/** The likeliest readings, the best first. */
export function likeliest(understood: Understood): Reading[] {
  const { rows, used } = understood;
  const [first, second] = rows;
  if (!first) return [];
  const behind = second ? first.row.weight - second.row.weight : FAR;
  const best = {
    intent: intentOf(first),
    ...first.slots,
    used,
    sure: sureOf(first.row, first.slots, behind, understood),
  };
  if (!second || behind > NEAR) return [best];
  const sure = behind > TIED ? sureOf(second.row, second.slots, 0, understood) : best.sure;
  return [best, { intent: intentOf(second), ...second.slots, used, sure }];
}
