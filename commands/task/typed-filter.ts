// Which tasks a list is asked for in words: a unit, an area, a light, a state, 我的; in any order, each at most once.

import type { ActionInput } from '../../domain/actions.ts';
import type { Area, Campaign, Unit } from '../../domain/campaign.ts';
import { type Found, findArea, findUnit, plain } from '../../domain/names.ts';
import type { Refusal } from '../../domain/outcome.ts';
import type { Context } from '../command.ts';
import { unknownWord } from '../targets.ts';

type Filter = { light?: string; state?: string; mine?: string };

const WORDS: Record<string, Filter> = {
  红灯: { light: 'red' },
  逾期: { light: 'red' },
  已逾期: { light: 'red' },
  超期: { light: 'red' },
  red: { light: 'red' },
  overdue: { light: 'red' },
  黄灯: { light: 'yellow' },
  临期: { light: 'yellow' },
  yellow: { light: 'yellow' },
  绿灯: { light: 'green' },
  green: { light: 'green' },
  待签收: { state: 'dispatched' },
  未签收: { state: 'dispatched' },
  unsigned: { state: 'dispatched' },
  办理中: { state: 'in_progress' },
  'in progress': { state: 'in_progress' },
  待审核: { state: 'in_review' },
  审核中: { state: 'in_review' },
  'in review': { state: 'in_review' },
  已办结: { state: 'closed' },
  办结: { state: 'closed' },
  已销号: { state: 'closed' },
  closed: { state: 'closed' },
  已撤销: { state: 'withdrawn' },
  撤销: { state: 'withdrawn' },
  withdrawn: { state: 'withdrawn' },
  延期申请中: { state: 'extension' },
  申请延期: { state: 'extension' },
  延期申请: { state: 'extension' },
  延期: { state: 'extension' },
  extension: { state: 'extension' },
  extensions: { state: 'extension' },
  未办结: { state: 'open' },
  在办: { state: 'open' },
  open: { state: 'open' },
  全部: { state: 'all' },
  所有: { state: 'all' },
  all: { state: 'all' },
  我的: { mine: 'yes' },
  本单位: { mine: 'yes' },
  mine: { mine: 'yes' },
};

const byLength = (a: string, b: string): number => b.length - a.length;
const isLatin = (word: string): boolean => /^[a-z]/.test(word);
const pattern = (list: string[]): RegExp =>
  new RegExp(list.map((word) => (isLatin(word) ? `\\b${word}\\b` : word)).join('|'), 'g');

const KNOWN = pattern(Object.keys(WORDS).sort(byLength));
const FILLERS = pattern(
  ['领域', '事项', '督办', '任务', '的', 'tasks?', 'of', 'by', 'the', 'area'].sort(byLength),
);

const without = (text: string, found: Found<unknown> | null): string =>
  found ? `${text.slice(0, found.at)} ${text.slice(found.at + found.length)}` : text;

type Places = { unit: Found<Unit> | null; area: Found<Area> | null; left: string };

/** Unit and area; the longer name is read first, so that a name inside another is not taken for one of its own. */
function findPlaces(campaign: Campaign, text: string): Places {
  const unit = findUnit(campaign, text);
  const area = findArea(campaign, text);
  if ((area?.length ?? 0) > (unit?.length ?? 0)) {
    const left = without(text, area);
    const other = findUnit(campaign, left);
    return { area, unit: other, left: without(left, other) };
  }
  const left = without(text, unit);
  const other = findArea(campaign, left);
  return { unit, area: other, left: without(left, other) };
}

/** Reads what a list is asked for; words that are none of it are refused with the nearest unit. */
export function readFilter(context: Context, said: string): ActionInput | { refusal: Refusal } {
  const { unit, area, left } = findPlaces(context.actor.campaign.definition, said);
  let filter: Filter = {};
  const rest = left.replace(KNOWN, (word) => {
    filter = { ...filter, ...WORDS[word] };
    return ' ';
  });
  const unread = plain(rest.replace(FILLERS, ' ').replace(/[，,。、？?！!]+/g, ' '));
  if (unread !== '') return { refusal: unknownWord(context, unread, 'unit') };
  return {
    verb: 'list',
    ...(unit && { unit: unit.value.id }),
    ...(area && { area: area.value.id }),
    ...(Object.keys(filter).length > 0 && { values: { ...filter } as Record<string, string> }),
  };
}
