// The grammar of questions: which notions together speak for which intent, and how strongly. One row is one way of asking:
// every word of it must be in the question, `a|b` either, `!a` not; capital letters are things found (scan.ts). The
// heaviest row of an intent counts. Weights: 9 cannot mean anything else · 6 clear · 4 likely · 2 only if nothing else does.

import type { AskedCommand, AskedKind, AskedState, Intent } from './reading.ts';

export type Row = {
  intent: Intent;
  weight: number;
  needs: string;
  state?: AskedState;
  kind?: AskedKind;
  command?: AskedCommand;
};

type Says = Pick<Row, 'state' | 'kind' | 'command'>;
const row = (intent: Intent, weight: number, needs: string, says: Says = {}): Row => ({
  intent,
  weight,
  needs,
  ...says,
});
const act = (command: AskedCommand, weight: number, needs: string): Row =>
  row('act', weight, needs, { command });

/** How a unit stands: the state and the notion that says it. */
const STANDINGS: readonly (readonly [state: AskedState, says: string, weight?: number])[] = [
  ['missing', 'missing'],
  ['reported', 'filed', 6],
  ['late', 'late'],
  ['on_time', 'onTime'],
  ['nil', 'nil'],
  ['returned', 'returned'],
  ['waived', 'waived'],
];

/** How a task stands. */
const TASK_STATES: readonly (readonly [AskedState, string])[] = [
  ['dispatched', 'unsigned'],
  ['in_progress', 'inProgress'],
  ['in_review', 'inReview'],
  ['closed', 'closed'],
  ['open', 'open'],
  ['extension', 'extension'],
  ['overdue', 'overdue'],
  ['red', 'red'],
  ['yellow', 'yellow'],
];

const STATE_OF = {
  unsigned: 'dispatched',
  inProgress: 'in_progress',
  inReview: 'in_review',
  extension: 'extension',
} as const;

const WHO: readonly Row[] = STANDINGS.flatMap(([state, says, weight = 6.1]) => [
  row('who', weight, `${says} who|howMany !K !F !O`, { state }),
  row('who', weight - 0.2, `${says} what !K !F !O !me !task !U !content`, { state }),
  row('who', 5.5, `${says} list|R !K !me`, { state }),
  row('who', 3.6, `${says} D|T|A|P !U !O !me !K !task`, { state }),
  row('who', 3, `${says} !U !O !me !K !task !meeting`, { state }),
]);

/** 有没有报过第40周, asked by nobody of a unit: of whom is not said, so all who have are told. */
const ANY_FILED = row(
  'who',
  4.8,
  'askFiled T !D !U !O !R !G !X !me !asUnit !K !task !meeting !content !bulletin',
  {
    state: 'reported',
  },
);

/** Who filed on time asks for units, and not who pressed the button. */
const WHO_FILED: readonly Row[] = [
  row('who', 7.3, 'returned history who|unitsAsked !K !U !O !D', { state: 'returned' }),
  row('who', 5.6, 'history onTime D|T !K !O !U', { state: 'on_time' }),
  row('who', 5.6, 'history late D|T !K !O !U', { state: 'late' }),
];

/** Who owes a report has not filed it. */
const OWING = row('who', 6, 'owe who D|T !K !F !O !me !task', { state: 'missing' });

const TASKS: readonly Row[] = [
  ...TASK_STATES.flatMap(([state, says]) => [
    row('tasks', 7, `task ${says} !K`, { state }),
    row('tasks', 3, `${says} who|what|list|howMany !K !D !missing !bulletin`, { state }),
  ]),
  row('tasks', 6.9, 'task late !K', { state: 'overdue' }),
  row('tasks', 7, 'task deadline|dueWord T !K'),
  row('tasks', 6.6, 'task deadline !K'),
  ...(['unsigned', 'inProgress', 'inReview', 'extension'] as const).map((says) =>
    row('tasks', 4.4, `${says} !K !D !missing !taskVerb !howTo`, { state: STATE_OF[says] }),
  ),
  row('tasks', 5, 'task !K !taskVerb !newTask !search !wantTo'),
  row('tasks', 6, 'task list|what|howMany|who|U|A|O|T !K !search'),
];

const OVERDUE: readonly Row[] = [
  row('overdue', 5.5, 'overdue !task !K'),
  row('overdue', 5.6, 'overdue U|A|O|R|what|who|howMany !task !K'),
  row('overdue', 6.2, 'late what !who !D !T !K'),
  ...(['red', 'yellow', 'green'] as const).map((state) =>
    row('overdue', 5.8, `${state} !task !K`, { state }),
  ),
];

const READINGS: readonly Row[] = [
  row('mine', 6.5, 'me|O owe !K !why !task !who'),
  row('mine', 6, 'me missing !U !B !why !who !filed !sentMe'),
  row('mine', 6.2, 'O missing !U !why !filed !sentMe'),
  row('mine', 6.6, 'O owe what|list|D|status !who'),
  row('mine', 6.2, 'me|O missing what|list|D !who !sentMe'),
  row('mine', 6.6, 'todo !K !task !sentMe'),
  row('mine', 6.4, 'me|O what missing|owe !why'),
  row('mine', 6.3, 'me|O dueWord askFiled|filed !who !why'),
  row('mine', 5, 'me dueWord !T !deadline !file'),
  row('mine', 5.2, 'me|O dueWord list|what !T !deadline !file'),
  row('mine', 6.4, 'missing asUnit howMany|what !unitsAsked !U !R'),
  row('mine', 3.5, 'owe what|list !U !who'),

  row('status', 5, 'status U|A|D|P|R|O !F !meeting !task !K'),
  row('status', 6, 'askFiled U|O|R|G|X !K !content !task'),
  row('status', 5, 'askFiled D !who'),
  row('status', 5.3, 'askFiled me asUnit !who !content'),
  row('status', 4.9, 'askFiled T asUnit !D !U !O !R !G !X !who !content !K !task !meeting !bulletin'),
  row('status', 5.2, 'filed U|O|G !who !content !history !K !howMany'),
  row('status', 5.1, 'missing U|O|G D|T !who !me !content'),
  row('status', 5, 'whole status|what'),
  row('status', 4.5, 'status whole'),
  row('status', 5.1, 'done P|A'),
  row('status', 5.2, 'late|onTime U|O !who !what !content !history !K !task !howMany !most !timely !why !R'),
  row(
    'status',
    5.2,
    'late|onTime me asUnit !who !what !content !history !K !task !howMany !most !timely !why',
  ),
  row('status', 5, 'whole when !meeting !K !task'),
  row('status', 4, 'ledger T|D|U'),
  row('status', 3, 'status !meeting !K !task !F'),
  row('status', 3.5, 'status !T !K !task !F !meeting !bulletin'),
  row('status', 1.9, 'U|A|P D|T'),
  row('status', 2, 'P|A|U|R'),
  row('status', 2.2, 'D'),
  row('status', 2.4, 'D T'),
  row('status', 2.6, 'whole'),

  row('due', 6, 'dueWord T !who'),
  row('due', 6.2, 'deadline T !meeting !K'),
  row('due', 6.5, 'dueWord what T !missing !filed'),
  row('due', 6.4, 'dueWord T soon|what|me|O'),
  row('due', 6, 'deadline D|U|what|list !K !meeting !task'),
  row('due', 5.4, 'deadline !K !task !meeting'),
  row('due', 5.5, 'dueWord when D|what'),
  row('due', 6.4, 'fileWhat T !U'),
  row('due', 5, 'dueWord soon'),
  row('due', 4.9, 'deadline soon'),
  row('due', 5, 'dueWord what !me !who'),
  row('due', 5.6, 'P when !meeting !K !task !history !F'),
  row('due', 4.6, 'when D !meeting !history !content'),
  row('due', 4.4, 'dueWord D !who !me'),

  row('task', 7, 'K'),
  row('task', 8, 'K status|deadline|content|what|open_it|askFiled|done|who !history !taskVerb'),

  row('figures', 6.4, 'F howMany|totalled !search'),
  row('figures', 5.4, 'F U|T|A|P|R|O !search'),
  row('figures', 4.4, 'F'),
  row('figures', 6.1, 'F status T|U|R'),
  row('figures', 5.5, 'numbers !audit !contactWord'),
  row('figures', 5.8, 'numbers T|U|A|R|totalled|list'),

  row('timeliness', 6.6, 'timely !F'),
  row('timeliness', 6.8, 'timely most|ranking|status|U|O|D|T|howMany'),
  row('timeliness', 7, 'most late|onTime|missing|timely'),
  row('timeliness', 5.6, 'most who !F !meeting !task !content !numbers !when'),
  row('timeliness', 6, 'ranking !F'),
  row('timeliness', 7.2, 'timely onTime|late|most who|U|R !F'),

  row('latest', 6.3, 'content U|O|R|G|they !bulletin !meeting !K !mention'),
  row('latest', 6.5, 'content U|O|G D|T|report !bulletin !meeting !mention'),
  row('latest', 5.6, 'latest U|O|G|X D|report !bulletin'),
  row('latest', 5.4, 'latest U|O|G !bulletin !status'),
  row('latest', 5.5, 'open_it U|O|G D|report !status !askFiled !missing !filed'),
  row('latest', 4.8, 'content D !bulletin'),
  row('latest', 4, 'content !bulletin !meeting !decided'),
  row('latest', 4, 'report U|O|G'),
  row('latest', 4.5, 'latest D|report !bulletin'),
  row('latest', 3.6, 'content report|T|they !bulletin !meeting'),
  row('latest', 4.2, 'report U|O|G content|open_it'),

  row('consultation_next', 6.5, 'meeting when|where'),
  row('consultation_next', 7, 'meeting when|where hold|next|T'),
  row('consultation_next', 5.2, 'meeting next'),
  row('consultation_next', 4, 'when|where hold !D !K'),
  row(
    'consultation_next',
    4,
    'where !D !K !U !O !A !P !F !B !Q !N !X !task !bulletin !status !file !report !content',
  ),
  row('consultation_next', 3.4, 'meeting !decided !attend !agenda'),
  row('consultation_next', 3.8, 'meeting T|hold !decided'),
  row('consultation_agenda', 7.2, 'agenda meeting'),
  row('consultation_agenda', 7.6, 'agenda decided !Q !last !what'),
  row('consultation_agenda', 5, 'agenda'),
  row('consultation_attendance', 7.3, 'attend meeting'),
  row('consultation_attendance', 7.4, 'leave meeting who|howMany|T|list'),
  row('consultation_attendance', 7.4, 'consultationVerb howMany|who|list'),
  row('consultation_attendance', 7.9, 'attend meeting U !wantTo !when !chase'),
  row('consultation_attendance', 5.2, 'attend !D !leave'),
  row('consultation_attendance', 6.9, 'attend who|list|howMany !D !leave'),
  row('decisions', 6.2, 'decided !task'),
  row('decisions', 7.5, 'decided meeting !when !where'),
  row('decisions', 7.1, 'decided meeting !when !where'),
  row('decisions', 6.8, 'decided Q !search'),
  row('decisions', 3.6, 'Q meeting'),

  row('contact', 7, 'liaison U|O|G|X|R|they|who|contactWord', { kind: 'liaison' }),
  row('contact', 5, 'liaison', { kind: 'liaison' }),
  row('contact', 6.4, 'deputy U|O|G|who|contactWord', { kind: 'deputy' }),
  row('contact', 6.3, 'head U|O|G|X|they', { kind: 'head' }),
  row('contact', 6, 'head who|contactWord U|O|G|they', { kind: 'head' }),
  row('contact', 6.2, 'leader who|contactWord|what', { kind: 'leader' }),
  row('contact', 4.4, 'leader', { kind: 'leader' }),
  row('contact', 6.2, 'office contactWord|who !missing !filed', { kind: 'office' }),
  row('contact', 6.1, 'contactWord U|O|G|N|X|they'),
  row('contact', 9, 'N contactWord !K'),
  row('contact', 4, 'N'),
  row('contact', 6.1, 'N who'),
  row('contact', 3, 'contactWord'),
  row('contact', 6.4, 'leadWord A|D'),
  row('contact', 6.3, 'A who R'),
  row('contact', 7.8, 'contactWord liaison U|O|G', { kind: 'liaison' }),
  row('contact', 7.8, 'contactWord deputy U|O|G', { kind: 'deputy' }),
  row('contact', 7.8, 'contactWord head U|O|G', { kind: 'head' }),

  row('bulletin', 7, 'bulletin B !makeBulletin'),
  row('bulletin', 6, 'B'),
  row('bulletin', 5.9, 'bulletin !makeBulletin'),
  row('bulletin', 6.6, 'bulletin T|latest|content|open_it|issue|last !makeBulletin'),
  row('bulletin', 6.6, 'bulletin draft !makeBulletin'),

  row('search', 7.6, 'search Q'),
  row('search', 8, 'search Q decided'),
  row('search', 6, 'about Q'),
  row('search', 8, 'mention Q'),
  row('search', 6.4, 'Q report|task|D who|what|list|about !decided'),
  row('search', 3.4, 'Q'),
  row('search', 6, 'Q content !decided !meeting'),
  row('search', 6.4, 'about Q task|report'),

  row('history', 8.6, 'history K'),
  row('history', 7, 'history U|O|D|T|A !meeting !onTime !late'),
  row('history', 7.5, 'history U|O|G D|T !meeting'),
  row('history', 4.2, 'history !meeting !onTime !late'),
  row('history', 6.3, 'history they'),
  row('history', 7.4, 'whyReturned why U|O|D|K|me !who !list !howMany'),
  row('history', 7, 'history task'),
  row('history', 8.6, 'audit K'),
  row('history', 7.5, 'audit U|D !export'),

  row('sent', 7.4, 'sentMe why'),
  row('sent', 7, 'sentMe you|T|what|howMany'),
  row('sent', 7.6, 'sentMe you why|what|T|howMany'),
  row('sent', 5.2, 'sentMe !meeting'),
  row('sent', 1, 'why'),

  row('help', 8.9, 'howTo !audit'),
  row('help', 7, 'helpWord'),
  row('help', 7.9, 'howTo where|what|D|nil|leave|task|extension|dispute|export'),
];

const ACTS: readonly Row[] = [
  act('report', 6.8, 'file !nil !who !what !dueWord !howMany !askFiled !status !history'),
  act('report', 7.2, 'wantTo file !nil !what !who'),
  act('nil', 6.4, 'nil asUnit !who !what !howMany !list !U !status !most !returned !timely'),
  act('nil', 7, 'file nil U !who !howMany !list !status !timely !askFiled !most'),
  act('nil', 7, 'wantTo nil !who !what !howMany !list !U !timely !askFiled'),
  act('nil', 6.9, 'T|O|me nil asUnit !who !what !howMany !list !U !status !timely !askFiled'),
  act('chase', 7.2, 'chase !sentMe !howMany !history !when'),
  act('chase', 7.4, 'chase U|R|they|missing !sentMe !when !history'),
  act('return', 7, 'sendBack U|D|T|they|N !who !list !howMany !K !task !askFiled'),
  act('return', 4.2, 'sendBack !who !list !howMany !K !task !askFiled !status'),
  act('accept', 4.2, 'accept !who !list !howMany !K !task !meeting !status'),
  act('accept', 7, 'accept U|D|they !who !list !howMany !K !task !meeting'),
  act('waive', 7.2, 'waive U|D|O|they|N !who !list !howMany'),
  act('waive', 6.6, 'wantTo waive !who !list !unitsAsked'),
  act('dispute', 7.2, 'dispute !who !list !howMany'),
  act('bulletin', 7.6, 'makeBulletin'),
  act('task', 8.4, 'taskVerb K !who'),
  act('task', 7.3, 'newTask !who !what !list !howMany !status !D'),
  act('task', 7.6, 'taskVerb|newTask task !who !what !list !howMany'),
  act('task', 7.2, 'taskVerb !who !what !list !howMany !status !D'),
  act('consultation', 7.8, 'consultationVerb !who !what !howMany !list'),
  act('incident', 7.4, 'incident !who !Q !howMany !what !when'),
  act('roster', 7.1, 'roster'),
  act('roster', 4.6, 'leave who !meeting !attend !K !D'),
  act('replace_liaison', 8.2, 'replaceLiaison !who'),
  act('leave', 7.1, 'leave !who !meeting !howMany'),
  act('rehearse', 8, 'rehearse'),
  act('export', 7.9, 'export'),
  act('audit', 7.3, 'audit !K !D !U'),
  act('audit', 6.4, 'audit !K'),
  act('settings', 7.4, 'settings'),
  act('note', 8.7, 'note'),
];

/** Every row of the grammar. */
export const GRAMMAR: readonly Row[] = [
  ...WHO,
  ...WHO_FILED,
  ANY_FILED,
  OWING,
  ...TASKS,
  ...OVERDUE,
  ...READINGS,
  ...ACTS,
];
