// Which notions go with which intent: those its rows of the grammar ask for, those that go with any, those often said
// beside it. What is left is a sign that something else was meant. Knows rows and notions, neither things found nor slots.

import type { Notion } from './concepts.ts';
import { GRAMMAR, type Row } from './grammar-words.ts';
import type { Concept } from './zh-words.ts';

const sayingOf = ({ intent, command }: Pick<Row, 'intent' | 'command'>): string =>
  `${intent} ${command ?? ''}`;

/** What each intent is asked with, by all the rows of the grammar that speak for it. */
const SPEAKS_FOR = new Map<string, Set<string>>();
for (const row of GRAMMAR) {
  const known = SPEAKS_FOR.get(sayingOf(row)) ?? new Set<string>();
  const needs = row.needs.split(' ').filter((need) => !need.startsWith('!'));
  for (const token of needs.flatMap((need) => need.split('|'))) known.add(token);
  SPEAKS_FOR.set(sayingOf(row), known);
}

/** These go with any intent. */
export const GENERAL: ReadonlySet<string> = new Set<Concept>([
  'fill',
  'who',
  'unitsAsked',
  'howMany',
  'what',
  'list',
  'me',
  'you',
  'they',
  'when',
  'where',
  'next',
  'last',
  'latest',
  'soon',
  'about',
  'open_it',
  'wantTo',
  'whole',
  'ledger',
  'issue',
  'report',
  'exception',
]);

/** What else an intent is asked with, for which no row needs it: 逾期情况, 参会回执收齐没有, 我都交了怎么还催我. */
const GOES_WITH: Readonly<Record<string, readonly Concept[]>> = {
  overdue: ['totalled', 'status', 'missing', 'askFiled', 'late', 'dueWord'],
  task: [
    'status',
    'dueWord',
    'closed',
    'open',
    'inProgress',
    'filed',
    'askFiled',
    'unsigned',
    'inReview',
    'extension',
  ],
  tasks: ['totalled', 'owe', 'todo', 'taskVerb', 'status', 'dueWord', 'decided'],
  who: ['status', 'askFiled', 'filed', 'missing', 'totalled'],
  mine: ['totalled', 'askFiled', 'filed', 'missing', 'owe', 'dueWord', 'file'],
  due: ['totalled', 'file', 'filed', 'missing', 'owe', 'status'],
  status: ['filed', 'missing', 'totalled'],
  figures: ['status', 'done', 'closed', 'most', 'content'],
  timeliness: ['totalled', 'filed', 'file', 'askFiled'],
  latest: ['file', 'filed', 'askFiled', 'status', 'history'],
  consultation_next: ['status', 'decided'],
  consultation_attendance: ['totalled', 'status', 'askFiled', 'leave', 'filed', 'consultationVerb', 'accept'],
  consultation_agenda: ['totalled', 'decided', 'issue', 'content', 'askFiled', 'hold'],
  decisions: ['totalled', 'agenda', 'content', 'status', 'hold'],
  search: ['totalled', 'meeting', 'decided', 'task', 'report', 'content', 'mention', 'attend', 'incident'],
  sent: ['totalled', 'owe', 'askFiled', 'filed', 'missing', 'chase', 'late', 'overdue'],
  help: [
    'status',
    'taskVerb',
    'newTask',
    'file',
    'content',
    'consultationVerb',
    'agenda',
    'chase',
    'sendBack',
    'accept',
    'makeBulletin',
    'meeting',
    'deadline',
    'numbers',
  ],
  history: ['totalled', 'status', 'askFiled', 'late', 'filed', 'taskVerb', 'content'],
  contact: ['office', 'head', 'leadWord'],
  bulletin: ['content', 'status', 'askFiled', 'numbers'],
};
/** Whoever wants something done says why: 数字对不上, 对迟报有异议. */
const OF_ACTS: readonly Concept[] = [
  'late',
  'attend',
  'numbers',
  'returned',
  'waived',
  'draft',
  'bulletin',
  'missing',
  'filed',
  'status',
  'overdue',
  'extension',
  'closed',
  'task',
  'meeting',
  'when',
  'nil',
];

/** Whether two notions share words. */
export const overlap = (a: Notion, b: Notion): boolean => a.at < b.at + b.length && b.at < a.at + a.length;

/** Notions that speak for other intents and not for this one, and are said by words of their own. */
export function strayNotions(row: Row, notions: readonly Notion[]): Notion[] {
  const own = SPEAKS_FOR.get(sayingOf(row)) ?? new Set<string>();
  const alongside: readonly string[] = row.intent === 'act' ? OF_ACTS : (GOES_WITH[row.intent] ?? []);
  const isOwn = ({ concept }: Notion): boolean =>
    own.has(concept) || GENERAL.has(concept) || alongside.includes(concept);
  const used = notions.filter((each) => each.concept !== 'fill' && isOwn(each));
  return notions.filter((each) => !isOwn(each) && !used.some((other) => overlap(each, other)));
}
