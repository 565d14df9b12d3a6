// Every answer leads on: whatever is asked, by whomever, there is a next step that the asker may take. Pressing it is never
// answered with "not yours". Where no next step makes sense, the table says why.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AskedCommand, Intent } from '../../commands/ask/reading.ts';
import type { Outcome, Refusal } from '../../domain/outcome.ts';
import { ASKERS, type Asker, aLedgerOfCanaries, asks } from '../support/canaries.ts';
import { type Pressable, pressablesOn } from '../support/pressable.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import type { World } from '../support/world.ts';

const ROLES = ['office_staff', 'leader', 'inspector', 'liaison'] as const satisfies Asker[];
type Role = (typeof ROLES)[number];

type Asked = { [slot: string]: unknown };
const W31 = { period: '2016-W31' };
const W30 = { period: '2016-W30' };
const GAJ = { units: ['gaj'] };
const GSJ = { units: ['gsj'] };

const QUESTIONS: Record<Exclude<Intent, 'act'>, Asked[]> = {
  mine: [{}, { from: '2016-08-08', to: '2016-08-14' }, { from: '2016-08-13', to: '2016-08-14' }, GSJ],
  who: [
    {},
    W31,
    W30,
    { period: '2016-W33' },
    { period: '2016-07' },
    { from: '2016-01-01', to: '2016-12-31' },
    { ...W31, state: 'reported' },
    { ...W31, state: 'late' },
    { ...W31, state: 'nil' },
    { ...W31, state: 'waived' },
    { ...W31, ...GSJ },
    { area: 'gg' },
    { state: 'overdue' },
  ],
  status: [
    {},
    W31,
    GAJ,
    GSJ,
    { ...GAJ, ...W31 },
    { ...GSJ, ...W31 },
    { units: ['jrb'] },
    { units: ['rmyh'] },
    { units: ['rmyh'], ...W30 },
    { area: 'gg' },
    { phase: 'survey' },
    { phase: 'inspect' },
    { period: '2016-07' },
    { task: 2 },
  ],
  due: [
    {},
    { from: '2016-08-08', to: '2016-08-14' },
    { from: '2016-08-13', to: '2016-08-14' },
    { ...GSJ, to: '2016-08-31' },
    { duty: 'weekly' },
  ],
  overdue: [{}, GSJ, GAJ, { state: 'red' }, { state: 'yellow' }, { state: 'green' }, { duty: 'weekly' }],
  task: [{ task: 2 }, { task: 3 }, { task: 99 }, {}],
  tasks: [{}, GSJ, { state: 'closed' }, { state: 'in_review' }],
  figures: [
    {},
    W31,
    { period: '2016-W33' },
    { period: '2016-07' },
    GAJ,
    GSJ,
    { from: '2016-01-01', to: '2016-12-31' },
  ],
  timeliness: [{}, W31, { period: '2016-07' }, GSJ, { period: '2016-W33' }],
  latest: [{}, GAJ, GSJ, { units: ['rmyh'] }, { ...GAJ, ...W30 }, { ...GAJ, period: '2016-W33' }],
  consultation_next: [{}, { period: '2016-06' }, { period: '2016-07' }],
  consultation_agenda: [{}, { period: '2016-06' }],
  consultation_attendance: [{}, { period: '2016-06' }],
  decisions: [{}, { query: '没有这样的话' }],
  contact: [
    {},
    { ...GSJ, kind: 'liaison' },
    { person: '安警官' },
    { person: '查无此人' },
    { kind: 'leader' },
  ],
  bulletin: [{}, { no: 1 }, { no: 77 }, W31, { period: '2016-W33' }],
  search: [{ query: '芦荟' }, { query: '没有这样的话' }, { query: '芦荟', kind: 'reports' }],
  history: [{ task: 2 }, GAJ, { ...GAJ, ...W31, duty: 'weekly' }, {}],
  sent: [{}, { from: '2016-06-01', to: '2016-06-02' }],
  help: [{}],
};

const ACTS: AskedCommand[] = [
  'report',
  'nil',
  'chase',
  'return',
  'accept',
  'waive',
  'dispute',
  'bulletin',
  'task',
  'consultation',
  'incident',
  'roster',
  'replace_liaison',
  'leave',
  'rehearse',
  'export',
  'audit',
  'settings',
  'note',
];

/** What has no next step, and why. */
const ENOUGH: Partial<Record<Role, Record<string, string>>> = {
  office_staff: {
    '{"intent":"act","command":"rehearse"}':
      'a rehearsal says what will be sent of itself; whoever wants it otherwise acts on the report or the settings',
  },
};

/** What says that a button was not for whoever pressed it. */
const NOT_YOURS: ReadonlySet<Refusal['kind']> = new Set([
  'unknown_person',
  'office_only',
  'no_role_for',
  'not_your_unit',
  'content_not_yours',
  'not_read',
  'choice_gone',
  'gone',
]);

let fresh: FreshStore;
let world: World;
beforeAll(async () => {
  fresh = await freshStore('sqlite');
  world = await aLedgerOfCanaries(fresh.store);
}, 60_000);
afterAll(() => fresh.close());

/** A form is a step of its own, and a file is what was asked for. */
const isStep = ({ kind }: Outcome): boolean =>
  ['ask_form', 'report_form', 'export', 'invitation'].includes(kind);

async function isFor(role: Role, { action, input }: Pressable): Promise<boolean> {
  // Only whether it may be pressed is looked at: a form that is not filled in changes nothing, and what would is not pressed.
  if (action === 'chase') return role === 'office_staff';
  const outcome = await world.press(ASKERS[role], action, input);
  return outcome.kind !== 'refused' || !NOT_YOURS.has(outcome.refusal.kind);
}

async function stepsOf(role: Role, asked: Asked & { intent: Intent }) {
  const outcome = await asks(world, role, asked);
  if (isStep(outcome)) return { outcome, offered: [], wrong: [], isLed: true };
  const offered = pressablesOn(outcome);
  const wrong: string[] = [];
  for (const each of offered) if (!(await isFor(role, each))) wrong.push(each.label);
  return { outcome, offered, wrong, isLed: offered.length > wrong.length };
}

const lines = [
  ...Object.entries(QUESTIONS).flatMap(([intent, all]) =>
    all.map((asked) => ({ intent: intent as Intent, ...asked })),
  ),
  ...ACTS.map((command) => ({ intent: 'act' as Intent, command })),
];

describe.each(ROLES)('an answer to %s', (role) => {
  it.each(lines.map((asked) => [JSON.stringify(asked), asked] as const))(
    'leads on (%s)',
    async (words, asked) => {
      const { outcome, wrong, isLed } = await stepsOf(role, asked);
      const kind = outcome.kind === 'refused' ? `refused ${outcome.refusal.kind}` : outcome.kind;
      expect({ kind, wrong }).toEqual({ kind, wrong: [] });
      expect({ kind, isLed }).toEqual({ kind, isLed: !(words in (ENOUGH[role] ?? {})) });
    },
  );
});

describe('who is missing', () => {
  const labels = async (person: Asker, asked: Asked = {}) =>
    pressablesOn(await asks(world, person, { intent: 'who', ...asked })).map(({ label }) => label);

  it.each<[string, Asked]>([
    ['of all', {}],
    ['of some', { units: ['rmyh', 'gaj'] }],
    ['in a month', { period: '2016-08' }],
  ])('lets a liaison whose own unit is among them file (%s)', async (_, asked) => {
    expect(await labels('liaison of another unit', asked)).toContain('填报');
  });

  it('lets a liaison look at what their own unit has filed', async () => {
    expect(await labels('liaison')).toContain('查看');
    expect(await labels('liaison')).not.toContain('填报');
  });

  it('lets nobody chase but the office', async () => {
    expect((await labels('office_staff')).some((label) => label.startsWith('催报'))).toBe(true);
    for (const role of ['leader', 'inspector', 'liaison', 'liaison of another unit', 'head'] as const)
      for (const asked of [{}, W31, { units: ['rmyh'] }, { period: '2016-08' }, { state: 'overdue' }])
        expect((await labels(role, asked)).filter((label) => label.startsWith('催报'))).toEqual([]);
  });
});

describe('how a unit stands', () => {
  const labels = async (person: Asker, unit: string) =>
    pressablesOn(await asks(world, person, { intent: 'status', units: [unit] })).map(({ label }) => label);

  it('offers each what is theirs: to file, to look at, to chase, to take away', async () => {
    expect(await labels('liaison of another unit', 'rmyh')).toContain('填报');
    expect(await labels('liaison', 'gaj')).toEqual(expect.arrayContaining(['查看', '谁没报']));
    expect(await labels('liaison', 'gsj')).toEqual(['谁没报']);
    const office = await labels('office_staff', 'rmyh');
    expect(office.some((label) => label.startsWith('催报'))).toBe(true);
    expect(office).toContain('查看台账');
    expect(await labels('leader', 'gaj')).toContain('查看');
    expect(await labels('inspector', 'gaj')).toEqual(expect.arrayContaining(['查看', '查看台账']));
  });
});
