// Finds the campaign's own names in what a person typed: units by name, alias or id, duties by name or part of it, areas,
// people, periods. Longest name first; nothing is guessed: what is ambiguous is returned as such.

import type { Area, Campaign, Duty, Unit } from './campaign.ts';
import { as, type CivilDate, type Period } from './ids.ts';
import { periodOf } from './periods.ts';
import { addDays } from './zone.ts';

/** The spelling under which two names count as one: NFKC, lower case, no spaces. */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

export type Found<T> = { value: T; at: number; length: number };

type UnitWords = readonly { value: Unit; words: readonly string[] }[];

/** What units are called, kept with the list that says so: there may be thousands, and each command asks. */
const unitWords = new WeakMap<Campaign['units'], UnitWords>();

/** The names by which each unit is found, as plain spells them. */
export function unitWordsOf({ units }: Pick<Campaign, 'units'>): UnitWords {
  const known = unitWords.get(units);
  if (known) return known;
  const made = units.map((unit) => ({
    value: unit,
    words: [unit.name, unit.id, ...unit.aliases].map(plain),
  }));
  unitWords.set(units, made);
  return made;
}

const isLatin = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);
const isWordAt = (text: string, at: number, word: string): boolean =>
  !isLatin(word) ||
  (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + word.length] ?? ' '));

function findWord(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (isWordAt(text, at, word)) return at;
  return -1;
}

function longestIn<T>(
  text: string,
  named: readonly { value: T; words: readonly string[] }[],
): Found<T> | null {
  let best: Found<T> | null = null;
  for (const { value, words } of named) {
    for (const word of words) {
      const at = word === '' ? -1 : findWord(text, word);
      if (at >= 0 && word.length > (best?.length ?? 0)) best = { value, at, length: word.length };
    }
  }
  return best;
}

/** The unit named in a (plain) text, the longest name winning; null if there is none. */
export const findUnit = (campaign: Campaign, text: string): Found<Unit> | null =>
  longestIn(text, unitWordsOf(campaign));

/** Beginnings and endings of a name that people use alone: two characters at least, and in no other name. */
function partsOf(name: string, others: readonly string[]): string[] {
  const cuts = Array.from({ length: Math.max(0, name.length - 2) }, (_, at) => at + 1);
  return cuts
    .flatMap((at) => [name.slice(at), name.slice(0, -at)])
    .filter((part) => part.length >= 2 && !others.some((other) => other.includes(part)));
}

/** Short names of a duty or an area: 工作进展周报 → 周报, 进展周报. */
const shortNames = (
  named: readonly { id: string; name: string }[],
  { id, name }: { id: string; name: string },
) =>
  partsOf(
    plain(name),
    named.filter((other) => other.id !== id).map((other) => plain(other.name)),
  );

/** The area (领域) named in a (plain) text, by name, id or an unmistakable part of the name. */
export const findArea = (campaign: Campaign, text: string): Found<Area> | null =>
  longestIn(
    text,
    campaign.areas.map((area) => ({
      value: area,
      words: [plain(area.name), area.id, ...shortNames(campaign.areas, area)],
    })),
  );

/** What a duty to meet is called on every screen, where the campaign has one of them. */
function kindNames({ duties }: Campaign, duty: Duty): string[] {
  const meetings = duties.filter(({ kind }) => kind === 'consultation');
  return meetings.length === 1 && meetings[0] === duty ? ['会商', 'consultation'] : [];
}

/** The duty named in a (plain) text, by name, id, an unmistakable part of the name, or as the campaign's 会商. */
export const findDutyNamed = (campaign: Campaign, text: string): Found<Duty> | null =>
  longestIn(
    text,
    campaign.duties.map((duty) => ({
      value: duty,
      words: [plain(duty.name), duty.id, ...shortNames(campaign.duties, duty), ...kindNames(campaign, duty)],
    })),
  );

type PeriodReader = { pattern: RegExp; read: (match: RegExpExecArray, today: CivilDate) => string };

const weekAt = (today: CivilDate, weeks: number): Period => periodOf('week', addDays(today, weeks * 7));
const monthAt = (today: CivilDate, months: number): string => {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
};
const two = (text: string | undefined): string => (text ?? '').padStart(2, '0');
const isoYear = (today: CivilDate): string => periodOf('week', today).slice(0, 4);

/** Ways to name a period, the most explicit first. A week or month without a year is of this year. */
const PERIOD_WORDS: readonly PeriodReader[] = [
  { pattern: /(\d{4})-?w(\d{1,2})(?!\d)/, read: ([, year, week]) => `${year}-W${two(week)}` },
  { pattern: /(\d{4})年第(\d{1,2})周/, read: ([, year, week]) => `${year}-W${two(week)}` },
  { pattern: /第(\d{1,2})周/, read: ([, week], today) => `${isoYear(today)}-W${two(week)}` },
  {
    pattern: /(?<![a-z0-9])(?:w|week ?)(\d{1,2})(?!\d)/,
    read: ([, week], today) => `${isoYear(today)}-W${two(week)}`,
  },
  { pattern: /(\d{4})-(\d{2})(?![\d-])/, read: ([, year, month]) => `${year}-${month}` },
  { pattern: /(\d{4})年(\d{1,2})月(?!\d)/, read: ([, year, month]) => `${year}-${two(month)}` },
  {
    pattern: /(?<!\d)(\d{1,2})月份?(?!\d)/,
    read: ([, month], today) => `${today.slice(0, 4)}-${two(month)}`,
  },
  { pattern: /上上周/, read: (_, today) => weekAt(today, -2) },
  { pattern: /上周|last week/, read: (_, today) => weekAt(today, -1) },
  { pattern: /本周|这周|this week/, read: (_, today) => weekAt(today, 0) },
  { pattern: /下周|next week/, read: (_, today) => weekAt(today, 1) },
  { pattern: /上个?月|last month/, read: (_, today) => monthAt(today, -1) },
  { pattern: /本月|这个月|this month/, read: (_, today) => monthAt(today, 0) },
];

/** The period named in a (plain) text, as of the civil day `today`. Whether a duty has it is asked of periods.ts. */
export function findPeriod(campaign: Campaign, text: string, today: CivilDate): Found<Period> | null {
  for (const { pattern, read } of PERIOD_WORDS) {
    const match = pattern.exec(text);
    if (match) return { value: as<Period>(read(match, today)), at: match.index, length: match[0].length };
  }
  const phase = longestIn(
    text,
    campaign.phases.map((each) => ({ value: each, words: [plain(each.name), `phase:${each.id}`] })),
  );
  return phase && { ...phase, value: as<Period>(`phase:${phase.value.id}`) };
}
