// Finds people on the roster by what is typed after 名册: part of a name or its pinyin initials, a unit's name or part of it, a
// role, the beginning of an e-mail. Every word of several must fit. Pure but for the pinyin, which is loaded when it is needed.

import { createNearest } from '../../documents/nearest.ts';
import type { Campaign, Posting, Role, Unit } from '../../domain/campaign.ts';
import { findUnit, plain } from '../../domain/names.ts';
import { initialsOf } from '../ask/sounds.ts';

/** How people call the roles when they look somebody up. */
const ROLE_WORDS: Record<Role, readonly string[]> = {
  leader: ['组长', '领导', 'leader'],
  deputy_leader: ['副组长', '领导', 'deputy leader', 'leader'],
  office_director: ['办公室主任', '主任', '办公室', 'director', 'office'],
  office_staff: ['办公室工作人员', '工作人员', '办公室', 'staff', 'office'],
  head: ['单位负责人', '负责人', '局长', 'head'],
  liaison: ['联络员', 'a角', 'liaison'],
  deputy: ['b角', '副联络员', 'deputy'],
  inspector: ['督查', '督查员', 'inspector'],
};

const PINYIN = /^[a-z]{2,}$/;
const nameOfUnit = ({ name, aliases, id }: Unit): string[] => [plain(name), ...aliases.map(plain), id];

type Fits = (posting: Posting) => boolean;

/** What one typed word may mean of a posting. */
function fitting({ units }: Campaign, word: string): Fits {
  const named = new Set(
    units.filter((unit) => nameOfUnit(unit).some((name) => name.includes(word))).map(({ id }) => id),
  );
  const roles = (Object.keys(ROLE_WORDS) as Role[]).filter((role) =>
    ROLE_WORDS[role].some((known) => known === word),
  );
  return ({ name, unit, role, email }) =>
    plain(name).includes(word) ||
    (unit !== undefined && named.has(unit)) ||
    roles.includes(role) ||
    (email?.toLowerCase().startsWith(word) ?? false) ||
    (PINYIN.test(word) && initialsOf(name, true).startsWith(word));
}

/** 公安局联络员 is two words, the unit's name and what is left. */
function wordsOf(campaign: Campaign, query: string): string[] {
  const text = plain(query);
  const unit = findUnit(campaign, text);
  if (!unit) return text.split(/[\s的，,、]+/).filter((word) => word !== '');
  const rest = `${text.slice(0, unit.at)} ${text.slice(unit.at + unit.length)}`;
  const others = rest.split(/[\s的，,、]+/).filter((word) => word !== '');
  return [plain(unit.value.name), ...others];
}

/** The postings that fit every word of what was typed, in roster order. */
export function findPostings(campaign: Campaign, postings: readonly Posting[], query: string): Posting[] {
  const fits = wordsOf(campaign, query).map((word) => fitting(campaign, word));
  return postings.filter((posting) => fits.every((each) => each(posting)));
}

/** The person whose name is nearest to what was typed, where one is near. */
export function nearestPerson(postings: readonly Posting[], query: string): Posting | undefined {
  const near = createNearest()(
    query,
    postings.map(({ person, name }) => ({ value: person, name, words: [name] })),
  );
  return postings.find(({ person }) => person === near?.value);
}
