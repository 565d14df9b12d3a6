// Every question, by everybody: what is in the answer and what is not. The table is written by hand from product.md and
// knows nothing of domain/sight.ts; an intent, or something that can be asked to be done, without a line does not compile.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedCommand, Intent } from '../../commands/ask/reading.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  ASKERS,
  type Asker,
  aLedgerOfCanaries,
  asks,
  CANARIES,
  type Canary,
  canariesIn,
  LURE,
  LURE_IN_ASKS,
  opensHome,
  says,
} from '../support/canaries.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import type { World } from '../support/world.ts';

type Shows = { readonly [C in Canary]?: readonly Asker[] };
/** What is asked, beside the intent; and who gets to see what. */
type Line = [asked: { [slot: string]: unknown }, shows: Shows];

const OFFICE: Asker[] = ['office_director', 'office_staff'];
const LEADERS: Asker[] = ['leader', 'deputy_leader'];
const OVERSEERS: Asker[] = [...LEADERS, ...OFFICE, 'inspector'];
const OF_GAJ: Asker[] = ['head', 'liaison', 'deputy'];
const OF_GSJ: Asker[] = ['liaison of gsj'];
const ROSTER: Asker[] = [...OVERSEERS, ...OF_GAJ, ...OF_GSJ, 'liaison of another unit'];
const WITH_GAJ = [...OVERSEERS, ...OF_GAJ];
const WITH_GSJ = [...OVERSEERS, ...OF_GSJ];
const LEDGER_READERS: Asker[] = [...OFFICE, 'inspector'];

const without = (all: readonly Asker[], ...left: Asker[]): Asker[] =>
  all.filter((one) => !left.includes(one));

const NOTHING: Shows = {};
const TASK_TITLES: Shows = { 'gaj task': WITH_GAJ, 'gsj task': WITH_GSJ };
/** A decision of the published minutes became a task of gsj, so its words are that task's title. */
const ALL_TITLES: Shows = { ...TASK_TITLES, decision: WITH_GSJ };
const TASK_OF_GAJ: Shows = { 'gaj task': WITH_GAJ, 'gaj task ask': WITH_GAJ, 'gaj task entry': WITH_GAJ };
const TASK_OF_GSJ: Shows = { 'gsj task': WITH_GSJ, 'gsj task ask': WITH_GSJ, 'gsj task entry': WITH_GSJ };
const REPORT_OF_GAJ: Shows = { 'gaj report': WITH_GAJ, 'gaj figure': WITH_GAJ };
const REPORT_OF_GSJ: Shows = { 'gsj report': WITH_GSJ, 'gsj figure': WITH_GSJ };
const OWN_REPORT: Shows = {
  'gaj report': OF_GAJ,
  'gaj figure': OF_GAJ,
  'gsj report': OF_GSJ,
  'gsj figure': OF_GSJ,
};
const DRAFT_BULLETIN: Shows = {
  'draft bulletin': OFFICE,
  'gaj figure': OFFICE,
  'gsj figure': OFFICE,
  'sum of figures': OFFICE,
  'gaj task': OFFICE,
  'gsj task': OFFICE,
  'waiver reason': OFFICE,
};
/** Topics before the agenda is issued; the agenda itself is a draft of the office. */
const MEETING_AHEAD: Shows = { 'gaj topic': WITH_GAJ, 'gsj topic': WITH_GSJ, 'draft agenda': OVERSEERS };
const DRAFT_MINUTES: Shows = { 'draft minutes': OFFICE, 'draft decision': OFFICE };
const MINUTES: Shows = { minutes: ROSTER, decision: ROSTER };
const PHONE_OF_GSJ: Shows = { 'gsj phone': OF_GSJ, 'gsj phone masked': without(ROSTER, ...OF_GSJ) };
const PHONE_OF_GAJ: Shows = { 'gaj phone': ['liaison'], 'gaj phone masked': without(ROSTER, 'liaison') };
const PHONES: Shows = {
  ...PHONE_OF_GAJ,
  ...PHONE_OF_GSJ,
  'office phone': ['office_staff'],
  'office phone masked': without(ROSTER, 'office_staff'),
};
const LEDGER_OF_GAJ: Shows = { 'gaj figure': [...LEDGER_READERS, ...OF_GAJ] };
const LEDGER_OF_GSJ: Shows = { 'gsj figure': [...LEDGER_READERS, ...OF_GSJ] };
const LEDGER: Shows = { ...LEDGER_OF_GAJ, ...LEDGER_OF_GSJ, 'waiver reason': LEDGER_READERS };

const GSJ = { units: ['gsj'] };
const GAJ = { units: ['gaj'] };
const W31 = { period: '2016-W31' };
const AROUND = { from: '2016-08-01', to: '2016-08-12' };

const QUESTIONS: Record<Exclude<Intent, 'act'>, Line[]> = {
  mine: [
    [{}, { 'gaj task': OF_GAJ, 'gsj task': OF_GSJ, decision: OF_GSJ }],
    [AROUND, { 'gaj task': OF_GAJ, 'gsj task': OF_GSJ }],
    [{ units: ['rmyh'] }, NOTHING],
  ],
  who: [
    [{}, NOTHING],
    [{ state: 'reported', ...W31 }, NOTHING],
    [{ state: 'waived', ...W31 }, { 'waiver reason': ROSTER }],
  ],
  status: [
    [{}, { 'sum of figures': OVERSEERS }],
    [W31, { 'sum of figures': OVERSEERS }],
    [{ area: 'gg', ...W31 }, { 'gsj figure': OVERSEERS }],
    [{ ...GSJ, ...W31 }, NOTHING],
    [{ task: 3 }, TASK_OF_GSJ],
  ],
  due: [
    [AROUND, TASK_TITLES],
    [{ ...GSJ, ...AROUND }, { 'gsj task': WITH_GSJ }],
  ],
  overdue: [
    [{}, TASK_TITLES],
    [GSJ, { 'gsj task': WITH_GSJ }],
    [{ state: 'red' }, TASK_TITLES],
  ],
  task: [
    [{ task: 2 }, TASK_OF_GAJ],
    [{ task: 3 }, TASK_OF_GSJ],
    [{}, ALL_TITLES],
  ],
  tasks: [
    [{}, ALL_TITLES],
    [GSJ, { 'gsj task': WITH_GSJ, decision: WITH_GSJ }],
  ],
  figures: [
    [W31, { 'sum of figures': OVERSEERS, 'gaj figure': OF_GAJ, 'gsj figure': OF_GSJ }],
    // Over several periods a picture stands beside the words, for the same eyes.
    [
      { from: '2016-07-25', to: '2016-08-07' },
      { 'sum of figures': OVERSEERS, 'gaj figure': OF_GAJ, 'gsj figure': OF_GSJ },
    ],
    [{ ...GSJ, phase: 'cleanup' }, { 'gsj figure': WITH_GSJ }],
    [{ ...GSJ, ...W31 }, { 'gsj figure': WITH_GSJ }],
    [{ ...GAJ, ...W31 }, { 'gaj figure': WITH_GAJ }],
    [{ area: 'gg', ...W31 }, { 'gsj figure': WITH_GSJ }],
    [{ units: ['gaj', 'gsj'], ...W31 }, { 'sum of figures': OVERSEERS }],
  ],
  timeliness: [
    [{}, NOTHING],
    [GSJ, NOTHING],
  ],
  latest: [
    [GSJ, REPORT_OF_GSJ],
    [{ ...GAJ, ...W31 }, REPORT_OF_GAJ],
    [{ area: 'gg' }, REPORT_OF_GSJ],
    [{}, OWN_REPORT],
    [{ units: ['gaj', 'gsj'] }, NOTHING],
  ],
  consultation_next: [
    [{}, MEETING_AHEAD],
    [{ period: '2016-06' }, MINUTES],
    // Held, its minutes not approved: the office goes on writing them, the others who oversee have its agenda.
    [
      { period: '2016-07' },
      {
        ...DRAFT_MINUTES,
        'gaj task': [...LEADERS, 'inspector'],
        'gsj task': [...LEADERS, 'inspector'],
        decision: [...LEADERS, 'inspector'],
      },
    ],
  ],
  consultation_agenda: [
    [{ period: '2016-06' }, { agenda: ROSTER }],
    [{}, { 'gaj topic': OVERSEERS, 'gsj topic': OVERSEERS, 'draft agenda': OVERSEERS }],
  ],
  consultation_attendance: [[{}, { 'gaj stand-in': [...OVERSEERS, 'head'], 'gsj stand-in': WITH_GSJ }]],
  decisions: [
    [{}, { decision: ROSTER }],
    [{ query: LURE }, { decision: ROSTER }],
  ],
  contact: [
    [{}, PHONES],
    [{ ...GSJ, kind: 'liaison' }, PHONE_OF_GSJ],
    [{ person: '安警官' }, PHONE_OF_GAJ],
  ],
  bulletin: [
    [{}, { ...DRAFT_BULLETIN, bulletin: without(ROSTER, ...OFFICE) }],
    [{ no: 1 }, { bulletin: ROSTER }],
    [W31, DRAFT_BULLETIN],
  ],
  search: [
    [
      { query: LURE, kind: 'reports' },
      { 'gaj report': WITH_GAJ, 'gsj report': WITH_GSJ },
    ],
    [
      { query: LURE, kind: 'tasks', ...GAJ },
      { 'gaj task': WITH_GAJ, 'gaj task entry': WITH_GAJ },
    ],
    [
      { query: LURE, kind: 'tasks', ...GSJ },
      { 'gsj task': WITH_GSJ, 'gsj task entry': WITH_GSJ, decision: WITH_GSJ },
    ],
    [{ query: LURE_IN_ASKS }, { ...TASK_TITLES, 'gaj task ask': WITH_GAJ, 'gsj task ask': WITH_GSJ }],
    [
      { query: LURE, kind: 'decisions' },
      { 'gaj topic': WITH_GAJ, 'gsj topic': WITH_GSJ, ...MINUTES },
    ],
  ],
  history: [
    [{ task: 2 }, TASK_OF_GAJ],
    [{ task: 3 }, TASK_OF_GSJ],
    [{ query: 'zqauditdetail' }, { 'audit detail': LEDGER_READERS }],
    [{ query: 'zqinsteadgsj' }, { 'gsj stand-in': LEDGER_READERS }],
  ],
  sent: [
    [
      {},
      {
        'gaj task': [...OFFICE, ...OF_GAJ],
        'gsj task': [...OFFICE, ...OF_GSJ],
        'gaj topic': ['office_staff'],
        'gsj topic': ['office_staff'],
        decision: OF_GSJ,
      },
    ],
  ],
  help: [[{}, NOTHING]],
};

/** What is asked to be done shows no more than the form or the list that it opens. */
const ACTS: Record<AskedCommand, Line[]> = {
  report: [
    [{}, { 'gaj figure': OF_GAJ, 'gsj figure': OF_GSJ }],
    [GSJ, { 'gsj figure': [...OFFICE, ...OF_GSJ] }],
  ],
  nil: [[GSJ, NOTHING]],
  chase: [[{}, NOTHING]],
  return: [[{ ...GSJ, ...W31 }, NOTHING]],
  accept: [[GSJ, { 'gsj report': OFFICE, 'gsj figure': OFFICE }]],
  waive: [[GSJ, NOTHING]],
  dispute: [[GSJ, NOTHING]],
  bulletin: [[{}, DRAFT_BULLETIN]],
  task: [
    [{ task: 3 }, TASK_OF_GSJ],
    // Who may give tasks gets the form for a new one, the others the list.
    [
      {},
      {
        'gaj task': ['inspector', ...OF_GAJ],
        'gsj task': ['inspector', ...OF_GSJ],
        decision: ['inspector', ...OF_GSJ],
      },
    ],
  ],
  consultation: [[{}, MEETING_AHEAD]],
  incident: [[{}, NOTHING]],
  roster: [[GSJ, PHONE_OF_GSJ]],
  replace_liaison: [[GSJ, NOTHING]],
  leave: [[{ person: '尚工商' }, NOTHING]],
  rehearse: [[{}, { 'gaj task': OFFICE, 'gsj task': OFFICE }]],
  export: [
    [{}, LEDGER],
    [GSJ, LEDGER_OF_GSJ],
  ],
  // The newest lines of the log, of one unit: what was decided on its rows and tasks.
  audit: [[{ units: ['rmyh'] }, NOTHING]],
  settings: [[{}, NOTHING]],
  note: [
    [{ task: 3 }, TASK_OF_GSJ],
    [GSJ, REPORT_OF_GSJ],
  ],
};

/** Commands as they are typed. */
const TYPED: Record<string, Shows> = {
  '查看 市工商局': REPORT_OF_GSJ,
  '查看 市公安局 第31周': REPORT_OF_GAJ,
  查看: OWN_REPORT,
  导出: LEDGER,
  '导出 市工商局': LEDGER_OF_GSJ,
  '导出 市公安局': LEDGER_OF_GAJ,
  '督办 查看 3号': TASK_OF_GSJ,
  '督办 列表': ALL_TITLES,
  会商: MEETING_AHEAD,
  '会商 纪要': DRAFT_MINUTES,
  '急报 查看 1号': { 'gaj incident': WITH_GAJ },
  '急报 查看 2号': { 'gsj incident': WITH_GSJ },
  '日志 zqauditdetail': { 'audit detail': LEDGER_READERS },
  名册: PHONES,
  通报: DRAFT_BULLETIN,
  状态: { 'sum of figures': OVERSEERS },
};

const HOME: Shows = {
  ...ALL_TITLES,
  'sum of figures': OVERSEERS,
  'gaj incident': WITH_GAJ,
  'gsj incident': WITH_GSJ,
  'gsj dispute': OFFICE,
  'gaj stand-in': ['head'],
  'gsj stand-in': OF_GSJ,
};

const EVERYBODY = Object.keys(ASKERS) as Asker[];
const inWords = (asked: object): string =>
  Object.keys(asked).length > 0 ? JSON.stringify(asked) : 'as it is';

let fresh: FreshStore;
let world: World;
beforeAll(async () => {
  fresh = await freshStore('sqlite');
  world = await aLedgerOfCanaries(fresh.store);
}, 60_000);
afterAll(() => fresh.close());

/** Everybody is shown what the table says, and nothing else. */
async function expectShown(shows: Shows, answerTo: (asker: Asker) => Promise<Outcome>): Promise<void> {
  const seen: Record<string, Canary[]> = {};
  for (const asker of EVERYBODY) seen[asker] = canariesIn(await answerTo(asker)).sort();
  const canaries = Object.keys(shows) as Canary[];
  const expected = EVERYBODY.map((asker) => [
    asker,
    canaries.filter((c) => shows[c]!.includes(asker)).sort(),
  ]);
  expect(seen).toEqual(Object.fromEntries(expected));
}

describe.each(Object.entries(QUESTIONS))('a question of %s', (intent, lines) => {
  it.each(lines.map(([asked, shows]) => [inWords(asked), asked, shows] as const))(
    'is answered to each with what is theirs (%s)',
    async (_, asked, shows) => {
      await expectShown(shows, (asker) => asks(world, asker, { intent: intent as Intent, ...asked }));
    },
  );
});

describe.each(Object.entries(ACTS))('a wish to %s', (command, lines) => {
  it.each(lines.map(([asked, shows]) => [inWords(asked), asked, shows] as const))(
    'is met with no more than is theirs (%s)',
    async (_, asked, shows) => {
      await expectShown(shows, (asker) => asks(world, asker, { intent: 'act', command, ...asked }));
    },
  );
});

describe('typed words', () => {
  it.each(Object.entries(TYPED))('show to each what is theirs (%s)', async (text, shows) => {
    await expectShown(shows, (asker) => says(world, asker, text));
  });
});

describe('Home', () => {
  it('shows to each what is theirs', async () => {
    await expectShown(HOME, (asker) => opensHome(world, asker));
  });
});

describe('the table', () => {
  it('has somebody who sees each thing, so that nothing is missed because it was never there', () => {
    const lines = [...Object.values(QUESTIONS), ...Object.values(ACTS)].flat().map(([, shows]) => shows);
    const shown = [...lines, ...Object.values(TYPED), HOME].flatMap((shows) => Object.keys(shows));
    expect(Object.keys(CANARIES).filter((canary) => !shown.includes(canary))).toEqual([]);
  });
});
