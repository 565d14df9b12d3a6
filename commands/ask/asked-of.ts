// Whether an intent answers the way in which it is asked: the question words it has an answer to, the direction of time it
// tells of, the states of which it has one. Knows intents, notions and times; weighs nothing (confidence.ts does).

import type { CivilDate } from '../../domain/ids.ts';
import { overlap } from './alongside.ts';
import type { Notion } from './concepts.ts';
import type { Row } from './grammar-words.ts';
import type { Intent } from './reading.ts';
import type { Entity } from './scan.ts';
import type { Concept } from './zh-words.ts';

/** What is told of the past: nobody was late next month, whatever year was meant. */
const OF_THE_PAST: ReadonlySet<Intent> = new Set<Intent>([
  'figures',
  'timeliness',
  'latest',
  'history',
  'decisions',
  'bulletin',
]);
/** Whether a reading tells of the past what lies ahead. */
export const isYetToCome = ({ intent, state }: Row, entities: readonly Entity[], today: CivilDate): boolean =>
  (OF_THE_PAST.has(intent) || (intent === 'who' && state !== 'missing')) &&
  entities.some(({ time }) => time !== undefined && time.from > today);

/** 下期通报写什么, 下一次提醒什么时候: what is yet to be written and sent. */
export const isNext = ({ intent }: Row, notions: readonly Notion[]): boolean =>
  (OF_THE_PAST.has(intent) || intent === 'sent') && notions.some(({ concept }) => concept === 'next');

/** Nothing falls due in a time gone by: 上周没赶上截止的 asks for something else. */
export const isGoneBy = ({ intent }: Row, entities: readonly Entity[], today: CivilDate): boolean =>
  intent === 'due' && entities.some(({ time }) => time !== undefined && time.to < today);

/**
 * Whether something of the past is asked about a month or a quarter whose namesake the campaign only has next year: 一季度
 * in September is the one that has gone by.
 */
export const isOfTheYearBefore = (
  { intent }: { intent: Intent },
  entities: readonly Entity[],
  today: CivilDate,
): boolean =>
  (OF_THE_PAST.has(intent) || intent === 'who') &&
  entities.some(
    ({ time }) =>
      time?.yearless === true &&
      !['day', 'week'].includes(time.grain) &&
      time.from.slice(0, 4) > today.slice(0, 4),
  );

/** What may be asked with a question word; asked with another one a reading answers something else. */
export const ANSWERS: Readonly<Partial<Record<Concept, ReadonlySet<Intent>>>> = {
  who: new Set<Intent>([
    'who',
    'contact',
    'history',
    'timeliness',
    'task',
    'tasks',
    'overdue',
    'figures',
    'consultation_attendance',
    'search',
    'sent',
  ]),
  when: new Set<Intent>([
    'due',
    'consultation_next',
    'task',
    'tasks',
    'history',
    'sent',
    'status',
    'overdue',
    'help',
  ]),
  where: new Set<Intent>(['consultation_next', 'help', 'search', 'bulletin']),
  why: new Set<Intent>(['sent', 'help']),
  howMany: new Set<Intent>([
    'who',
    'mine',
    'due',
    'overdue',
    'task',
    'tasks',
    'figures',
    'timeliness',
    'status',
    'history',
    'sent',
    'search',
    'decisions',
    'consultation_agenda',
    'consultation_attendance',
  ]),
};

/** How many question words stand in a text that the intent does not answer: 通报发给谁, 整治报告交给谁. */
export const asksOtherwise = (row: Row, notions: readonly Notion[]): number =>
  (Object.entries(ANSWERS) as [Concept, ReadonlySet<Intent>][]).filter(
    ([word, intents]) =>
      !intents.has(row.intent) &&
      !row.needs.split(/[ |]/).includes(word) &&
      notions.some(({ concept, text }) => concept === word && (ONLY[word]?.test(text) ?? true)),
  ).length;
/** 几家 and which ones count and choose, 电话多少 asks for no count: which of the words ask for somebody, or count. */
const ONLY: Readonly<Partial<Record<Concept, RegExp>>> = {
  who: /谁|哪位|^who|^any(?:one|body)/,
  howMany: /几|how many|number of|count/,
};

/** States of which a reading has one: 迟报和零报告的, 红灯变绿灯的. */
const STATES: readonly (readonly Concept[])[] = [
  ['late', 'onTime', 'nil', 'returned', 'waived'],
  ['missing', 'nil', 'returned', 'waived'],
  ['filed', 'returned', 'waived'],
  ['red', 'yellow', 'green'],
  ['unsigned', 'inProgress', 'inReview', 'closed'],
];
/** Whether another state than that of the reading is said. */
export const hasRivalStates = ({ state }: Row, notions: readonly Notion[]): boolean =>
  state !== undefined &&
  STATES.some((states) => {
    const said = notions.filter(({ concept }) => states.includes(concept));
    return said.some((a) => said.some((b) => a.concept !== b.concept && !overlap(a, b)));
  });
