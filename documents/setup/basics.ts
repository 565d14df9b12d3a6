// The first step of the guide: names, days, zone, calendar, channels and hours. What is left out and has a usual value gets
// it; a value that is wrong is named, and read as the usual one by whoever goes on.

import type { z } from 'zod';
import type { CampaignId } from '../../domain/ids.ts';
import { isChannelId, SETUP_CHANNELS, type SetupProblem } from '../../domain/setup/facts.ts';
import type { campaignFileSchema } from '../campaign-schema.ts';
import { findWorkingHours, isCivilDate } from '../notation.ts';
import { LONGEST_NAME, lineAt, oneLine } from './lines.ts';
import { initialsOf } from './short-ids.ts';

export type WrittenHead = z.input<typeof campaignFileSchema>['campaign'];
export type Basics = { head: WrittenHead; office: string; problems: SetupProblem[] };

/** What a form shows where nothing was typed yet. */
export const USUAL_BASICS = {
  zone: 'Asia/Shanghai',
  calendar: 'cn',
  language: 'zh',
  hours: '08:30-17:30',
} as const;

const NAMES = ['name', 'group', 'office', 'bulletin', 'officeChannel'] as const;
const at = (field: string) => lineAt('basics', field)(null);

/** The id of a campaign: initials and the year it begins, with a number where another has that already. */
function idOf(name: string, from: string, taken: ReadonlySet<string>): string {
  const wanted = [initialsOf(name) || 'campaign', from.slice(0, 4)].filter((part) => part !== '').join('-');
  let id = wanted;
  for (let no = 2; taken.has(id); no++) id = `${wanted}-${no}`;
  return id;
}

/** 8:30—17:30, 08:30 至 17:30 */
const hoursOf = (typed: string): string =>
  typed
    .replace(/：/g, ':')
    .replace(/\s*(?:[—–~～至到-]|--|to)+\s*/u, '-')
    .trim();

/** A channel's name as it was typed; of one that was chosen what it is called. */
function channelOf(typed: Record<string, string>, field: (typeof SETUP_CHANNELS)[number]): string {
  const text = oneLine(typed[field]);
  return (isChannelId(text) ? oneLine(typed[`${field}Name`]) : text).replace(/^[#＃]\s*/u, '');
}

const channelProblems = (typed: Record<string, string>): SetupProblem[] =>
  SETUP_CHANNELS.filter((field) => oneLine(typed[field]) !== '' && channelOf(typed, field) === '').map(
    (field) => ({ ...at(field), found: '', code: 'unseen_channel' }),
  );

function nameProblems(typed: Record<string, string>): SetupProblem[] {
  return NAMES.flatMap((field): SetupProblem[] => {
    const text = oneLine(typed[field]);
    const length = [...text].length;
    if (text === '') return [{ ...at(field), found: '', code: 'missing' }];
    return length > LONGEST_NAME
      ? [{ ...at(field), found: text, code: 'too_long', length, most: LONGEST_NAME }]
      : [];
  });
}

function dayProblems(from: string, to: string): SetupProblem[] {
  const wrong = Object.entries({ from, to }).flatMap(([field, found]): SetupProblem[] => {
    if (found === '') return [{ ...at(field), found, code: 'missing' }];
    return isCivilDate(found) ? [] : [{ ...at(field), found, code: 'bad_date' }];
  });
  if (wrong.length === 0 && to < from)
    return [{ ...at('to'), found: to, code: 'ends_before_start', first: from }];
  return wrong;
}

function hourProblems(hours: string): SetupProblem[] {
  const span = findWorkingHours(hours);
  return span && span.from < span.to ? [] : [{ ...at('hours'), found: hours, code: 'bad_hours' }];
}

/** Reads the step; `taken` are the ids of the campaigns that there are. */
export function readBasics(
  typed: Record<string, string> = {},
  taken: ReadonlySet<CampaignId> = new Set(),
): Basics {
  const text = (field: string): string => oneLine(typed[field]);
  const [name, group, from, to] = [text('name'), text('group'), text('from'), text('to')];
  const hours = hoursOf(text('hours')) || USUAL_BASICS.hours;
  return {
    head: {
      id: idOf(name, from, taken),
      name,
      group,
      zone: text('zone') || USUAL_BASICS.zone,
      calendar: text('calendar') === 'weekdays' ? 'weekdays' : 'cn',
      language: text('language') === 'en' ? 'en' : 'zh',
      from,
      to,
      channels: { bulletin: channelOf(typed, 'bulletin'), office: channelOf(typed, 'officeChannel') },
      working_hours: hours,
    },
    office: text('office'),
    problems: [
      ...nameProblems(typed),
      ...channelProblems(typed),
      ...dayProblems(from, to),
      ...hourProblems(hours),
    ],
  };
}
