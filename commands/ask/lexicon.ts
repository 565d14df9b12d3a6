// The words of one campaign, compiled once: which word names which unit, duty, area, phase, figure or person. Knows no
// question. Invariant: a word of several values keeps all of them; who uses it asks, and guesses nothing.

import type { Campaign, Unit } from '../../domain/campaign.ts';
import type { AreaId, CivilDate, DutyId, FigureId, PhaseId, UnitId } from '../../domain/ids.ts';
import { plain } from '../../domain/names.ts';
import { DUTY_WORDS, ENGLISH_NAMES, FIGURE_WORDS, shortNames } from './short-names.ts';
import { soundOf } from './sounds.ts';

export type Named =
  | { kind: 'unit'; id: UnitId }
  | { kind: 'duty'; id: DutyId }
  | { kind: 'area'; id: AreaId }
  | { kind: 'phase'; id: PhaseId; full: boolean }
  | { kind: 'figure'; id: FigureId; full: boolean }
  | { kind: 'person'; id: string };

export type Word = { word: string; named: Named[]; pattern?: RegExp };

export type Lexicon = {
  /** By first character, the longest first. */
  words: ReadonlyMap<string, readonly Word[]>;
  /** English names, tried where words found nothing. */
  patterns: readonly Word[];
  /** The names of units, for misspellings; `unitSounds` in Latin letters. */
  unitWords: readonly { word: string; id: UnitId }[];
  unitSounds: readonly { word: string; id: UnitId }[];
  /** Bureaus without 局, looked for last: 银监 in 银监、工商都报了吗. */
  cutNames: ReadonlyMap<string, readonly Word[]>;
};

const isLatin = (word: string): boolean => /^[\x20-\x7e]+$/.test(word);

/** Latin ids of two letters are words in English; an id must say more than that. */
const idWords = (id: string): string[] =>
  id.length >= 2 && !/^(?:is|in|on|to|my|me|us|at|by|of|or|we|do|go|no)$/.test(id) ? [id] : [];

const STEM = /(?:人民政府|县|市|区|政府)+$/;

/** 娄星区人民政府 is also said louxing in an English sentence. */
function soundsOf(unit: Unit): string[] {
  if (unit.kind !== 'locality') return [];
  const stem = plain(unit.name).replace(STEM, '');
  return stem.length >= 2 && stem.length <= 4 ? [soundOf(stem)] : [];
}

const unitWordsOf = (unit: Unit): string[] => {
  const names = [unit.name, ...unit.aliases].map(plain);
  const stems = names
    .filter((name) => /(?:县|市|区)人民政府$/.test(name))
    .map((name) => name.replace(/人民政府$/, ''));
  const short = names.filter((name) => /^市.{3,}$/.test(name)).map((name) => name.slice(1));
  const governments = stems.map((stem) => `${stem}政府`);
  return [...new Set([...names, ...stems, ...governments, ...short, unit.id, ...soundsOf(unit)])].filter(
    (word) => word.length >= 2,
  );
};

const isActive = (unit: Unit, today: CivilDate | null): boolean =>
  today === null || ((unit.from ?? today) <= today && today <= (unit.to ?? today));

type Add = (word: string, named: Named) => void;

function addUnits(campaign: Campaign, add: Add): void {
  for (const unit of campaign.units)
    for (const word of unitWordsOf(unit)) add(word, { kind: 'unit', id: unit.id });
}

function addOthers(campaign: Campaign, add: Add): void {
  const context = plain(campaign.name);
  const reports = campaign.duties.filter(({ kind }) => kind === 'report');
  for (const [duty, forms] of shortNames(reports, context))
    for (const word of [...forms, ...idWords(duty.id), duty.id.replaceAll('-', ' ')])
      add(word, { kind: 'duty', id: duty.id });
  for (const [part, words] of DUTY_WORDS) {
    const having = reports.filter(({ name }) => name.includes(part));
    if (having.length === 1) for (const word of words) add(word, { kind: 'duty', id: having[0]!.id });
  }
  for (const [area, forms] of shortNames(campaign.areas, context))
    for (const word of [...forms, ...idWords(area.id)]) add(word, { kind: 'area', id: area.id });
  for (const [phase, forms] of shortNames(campaign.phases, context))
    for (const word of forms) add(word, { kind: 'phase', id: phase.id, full: word === plain(phase.name) });
  for (const [figure, forms] of shortNames(campaign.figures, context))
    for (const word of forms) add(word, { kind: 'figure', id: figure.id, full: word === plain(figure.name) });
  for (const [part, words] of FIGURE_WORDS) {
    const having = campaign.figures.filter(({ name }) => name.includes(part));
    if (having.length === 1)
      for (const word of words) add(word, { kind: 'figure', id: having[0]!.id, full: false });
  }
  for (const { name } of campaign.people) add(plain(name), { kind: 'person', id: name });
}

/** A weekly duty is called 周报 and weekly, whatever its name, where there is only one of its rhythm. */
function addRhythms(campaign: Campaign, add: Add): void {
  for (const [every, words] of [
    ['week', ['周报', '每周报告', 'weekly', 'weekly report', 'weekly reports']],
    ['month', ['月报', '每月报告', 'monthly report', 'monthly reports']],
  ] as const) {
    const duties = campaign.duties.filter(({ kind, rhythm }) => kind === 'report' && rhythm.every === every);
    if (duties.length === 1) for (const word of words) add(word, { kind: 'duty', id: duties[0]!.id });
  }
}

function collect(campaign: Campaign): Map<string, Named[]> {
  const words = new Map<string, Named[]>();
  const add: Add = (word, named) => {
    const known = words.get(word) ?? [];
    if (!known.some(({ kind, id }) => kind === named.kind && id === named.id))
      words.set(word, [...known, named]);
  };
  addUnits(campaign, add);
  addRhythms(campaign, add);
  addOthers(campaign, add);
  return words;
}

/** 市工商局 and 工商局 without 局, if that names nothing else. */
function cutNamesOf({ units }: Campaign, words: ReadonlyMap<string, Named[]>): Map<string, Named[]> {
  const cut = new Map<string, Named[]>();
  for (const { id, name, aliases } of units)
    for (const each of [name, ...aliases].map(plain)) {
      const stem = /^市?([^县市区]{2,4}?)分?局$/.exec(each)?.[1];
      if (stem === undefined || words.has(stem) || /金融|政府/.test(stem)) continue;
      const known = cut.get(stem) ?? [];
      if (!known.some((one) => one.id === id)) cut.set(stem, [...known, { kind: 'unit', id }]);
    }
  return cut;
}

function byFirst(words: ReadonlyMap<string, Named[]>): Map<string, Word[]> {
  const map = new Map<string, Word[]>();
  const sorted = [...words].sort(([a], [b]) => b.length - a.length);
  for (const [word, named] of sorted) map.set(word[0]!, [...(map.get(word[0]!) ?? []), { word, named }]);
  return map;
}

/** The one thing whose name has the Chinese word; nothing where several or none have. */
function patternsOf(campaign: Campaign): Word[] {
  const { units, areas, duties, phases, figures } = campaign;
  const things: { name: string; named: Named }[] = [
    ...units.map(({ id, name, aliases }) => ({
      name: plain([name, ...aliases].join(' ')),
      named: { kind: 'unit', id } as const,
    })),
    ...duties
      .filter(({ kind }) => kind === 'report')
      .map(({ id, name }) => ({ name: plain(name), named: { kind: 'duty', id } as const })),
    ...areas.map(({ id, name }) => ({ name: plain(name), named: { kind: 'area', id } as const })),
    ...figures.map(({ id, name }) => ({
      name: plain(name),
      named: { kind: 'figure', id, full: true } as const,
    })),
    ...phases.map(({ id, name }) => ({
      name: plain(name),
      named: { kind: 'phase', id, full: false } as const,
    })),
  ];
  return ENGLISH_NAMES.flatMap(([kind, word, source]) => {
    const having = things.filter(({ name, named }) => named.kind === kind && name.includes(word));
    const pattern = new RegExp(`(?<![a-z0-9])(?:the )?(?:${source})(?![a-z0-9])`, 'g');
    return having.length === 1 ? [{ word, named: [having[0]!.named], pattern }] : [];
  });
}

/** Compiles the words of a campaign. */
export function compileLexicon(campaign: Campaign): Lexicon {
  const unitWords = campaign.units.flatMap((unit) =>
    unitWordsOf(unit)
      .filter((word) => word.length >= (unit.kind === 'locality' ? 2 : 3) && !isLatin(word))
      .map((word) => ({ word, id: unit.id })),
  );
  const unitSounds = campaign.units.flatMap((unit) => soundsOf(unit).map((word) => ({ word, id: unit.id })));
  const words = collect(campaign);
  const cutNames = byFirst(cutNamesOf(campaign, words));
  return { words: byFirst(words), patterns: patternsOf(campaign), unitWords, unitSounds, cutNames };
}

/** Of several units with one name those that exist on the day, if any do. */
export function activeOf(campaign: Campaign, ids: readonly UnitId[], today: CivilDate): UnitId[] {
  const units = campaign.units.filter(({ id }) => ids.includes(id));
  const active = units.filter((unit) => isActive(unit, today));
  return (active.length > 0 ? active : units).map(({ id }) => id);
}
