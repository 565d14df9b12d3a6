// Who may do what, whatever a button or form says. Every action, by every role, with every pointer at what is not
// theirs: another unit's row, a bulletin, a person, a row of another campaign, or nonsense. What is not theirs is
// refused, nothing is written (every row of the store is compared), and nothing of it is shown.
//
// The one thing written for a stranger is their own text: a form that is refused is kept as their draft, which nobody
// else ever sees.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCampaign } from '../../commands/import-campaign.ts';
import { act, commands } from '../../commands/registry.ts';
import { tables } from '../../db/columns.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import { move } from '../../domain/change.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ThingKind } from '../../domain/things.ts';
import { renderOutcome } from '../../messages/render.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  fullReport,
  openDialog,
  rowId,
  sampleFile,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';
import { fullTask } from '../support/dialog-tasks.ts';

const PHONE = '13912345678';
/** What only some may see, wherever it turns up. */
const SECRETS = {
  report: '甲内容甲',
  draft: '乙草稿乙',
  bulletin: '丙通报丙',
  dispute: '丁申诉丁',
  task: '戊督办戊',
  incident: '己急报己',
  phone: PHONE,
} as const;
type Secret = keyof typeof SECRETS;

const FOREIGN = 'xhx';
const W31 = rowId('weekly', FOREIGN, '2016-W31');
const W30 = rowId('weekly', FOREIGN, '2016-W30');
const W32 = rowId('weekly', FOREIGN, '2016-W32');

type Role =
  | 'liaison'
  | 'deputy'
  | 'head'
  | 'leader'
  | 'deputy_leader'
  | 'inspector'
  | 'office_staff'
  | 'office_director'
  | 'former'
  | 'elsewhere'
  | 'unbound';
const PEOPLE: Record<Role, string> = {
  liaison: '尚工商',
  deputy: '安副手',
  head: '安局长',
  leader: '周正',
  deputy_leader: '银人行',
  inspector: '督查员',
  office_staff: '文书一',
  office_director: '金主任',
  /** The unit's own liaison until yesterday. */
  former: '新小化',
  /** The office's director of another campaign. */
  elsewhere: '他金主任',
  unbound: '路人',
};
const ROLES = Object.keys(PEOPLE) as Role[];
/** Whoever reported the incident; of another unit than all above. */
const REPORTER = '娄小星';
const OFFICE: Role[] = ['office_staff', 'office_director'];
const READERS: Role[] = [...OFFICE, 'leader', 'deputy_leader', 'inspector'];
const MAY_SEE: Record<Secret, Role[]> = {
  report: READERS,
  draft: [],
  bulletin: OFFICE,
  /** The audit holds it, and inspectors read the audit. */
  dispute: [...OFFICE, 'inspector'],
  task: READERS,
  incident: READERS,
  phone: [],
};

const ACTIONS = commands.map(({ name }) => name);
/** Everything a form of any action may hold. */
const VALUES = {
  ...fullReport(),
  reason: '理由',
  text: '说明',
  upheld: 'yes',
  overview: '总体',
  phonedBy: '某人',
  from: '2016-08-08',
  to: '2016-08-09',
  name: '冒名者',
  email: 'mao@loudi.example',
  object: '',
};
const VERBS: Partial<Record<ActionName, string[]>> = {
  bulletin: ['preview', 'edit', 'approve', 'publish', 'correct', 'constructor'],
  leave: ['cancel'],
  // Each verb by each role is in task-authority.test.ts and its like; here, that a pointer leads nobody astray.
  task: ['show', 'feed_back', 'close'],
  consultation: ['agenda', 'issue', 'cancel'],
  incident: ['show', 'follow_up'],
  amendment: ['make', 'drop', 'undo'],
};

type Pointer = { what: string; input: ActionInput };
/** What an action reads of its pointer; what it does not read cannot lead it astray. */
type Part = 'row' | 'unit' | 'person' | 'bulletin' | 'task' | 'consultation' | 'incident' | 'amendment';
const READS: Partial<Record<ActionName, Part[]>> = {
  report: ['row', 'unit'],
  nil: ['row', 'unit'],
  draft: ['row', 'unit'],
  note: ['row'],
  status: ['unit'],
  missing: ['unit'],
  show: ['row', 'unit'],
  chase: ['row', 'unit'],
  return: ['row', 'unit'],
  accept: ['row', 'unit'],
  waive: ['row', 'unit'],
  dispute: ['row', 'unit'],
  decide_dispute: ['row', 'unit'],
  bulletin: ['bulletin'],
  task: ['task'],
  consultation: ['consultation'],
  incident: ['incident'],
  roster: ['unit'],
  replace_liaison: ['unit'],
  leave: ['person'],
  rehearse: ['unit'],
  export: ['unit'],
  audit: ['row', 'unit'],
  home: ['unit'],
  mine: ['unit'],
  help: ['unit'],
  settings: ['unit'],
  amendment: ['amendment'],
  ask: ['unit'],
  search: ['unit'],
};
const elsewhere = (id: string): string => id.replace('loudi-2016', 'other-2016');

const within = {
  row: (): Pointer[] => [
    { what: 'another unit’s filed row', input: { obligation: W31 } },
    { what: 'another unit’s disputed row', input: { obligation: W30 } },
    { what: 'another unit’s open row', input: { obligation: W32 } },
  ],
  unit: (): Pointer[] => [
    { what: 'another unit', input: { unit: FOREIGN } },
    { what: 'another unit’s week', input: { unit: FOREIGN, duty: 'weekly', period: '2016-W31' } },
  ],
  person: (): Pointer[] => [{ what: 'another unit’s person', input: { person } }],
  bulletin: (): Pointer[] => [{ what: 'the bulletin', input: { bulletin } }],
  task: (): Pointer[] => [{ what: 'another unit’s task', input: { task } }],
  consultation: (): Pointer[] => [{ what: 'the consultation', input: { consultation } }],
  incident: (): Pointer[] => [{ what: 'another unit’s incident', input: { incident } }],
  amendment: (): Pointer[] => [{ what: 'a change that the office proposed', input: { amendment } }],
};
const abroad = {
  row: (): Pointer[] => [
    { what: 'a row of another campaign', input: { obligation: elsewhere(W31) } },
    { what: 'a row that is none', input: { obligation: `${W31}/..` } },
  ],
  unit: (): Pointer[] => [],
  person: (): Pointer[] => [{ what: 'a person that is none', input: { person: 'p-0' } }],
  bulletin: (): Pointer[] => [
    { what: 'a bulletin of another campaign', input: { bulletin: elsewhere(bulletin) } },
    { what: 'a bulletin that is none', input: { bulletin: `${bulletin}/..` } },
  ],
  task: (): Pointer[] => [{ what: 'a task of another campaign', input: { task: elsewhere(task) } }],
  consultation: (): Pointer[] => [
    { what: 'a consultation that is none', input: { consultation: `${consultation}/..` } },
  ],
  incident: (): Pointer[] => [{ what: 'an incident that is none', input: { incident: `${incident}/..` } }],
  amendment: (): Pointer[] => [{ what: 'a change that is none', input: { amendment: `${amendment}/..` } }],
};

/** For somebody of another campaign what is abroad is what the others have at home. */
function pointersFor(role: Role, action: ActionName): Pointer[] {
  const reads = READS[action] ?? [];
  if (OFFICE.includes(role)) return reads.flatMap((part) => abroad[part]());
  if (role !== 'elsewhere') return reads.flatMap((part) => [...within[part](), ...abroad[part]()]);
  return reads.filter((part) => part !== 'unit').flatMap((part) => within[part]());
}

let dialog: Dialog;
let bulletin: string;
let task: string;
let consultation: string;
let incident: string;
let amendment: string;
let person: string;

const slackOf = async (role: Role): Promise<SlackUserId> =>
  role === 'unbound' ? as<SlackUserId>('U0NOBODY') : dialog.slackOf(PEOPLE[role]);

const otherFile = (): string =>
  sampleFile((text) =>
    text
      .replace('id: loudi-2016', 'id: other-2016')
      .replaceAll('@loudi.example', '@other.example')
      .replaceAll('- { name: ', '- { name: 他'),
  );

async function bindRest(): Promise<void> {
  const people = (await dialog.store.list('person')).filter(({ slack }) => slack === null);
  await dialog.store.commit(
    people.map((row, index) => move('person', row, { slack: as<SlackUserId>(`U${2000 + index}`) })),
  );
}

/** Reports, a dispute, a draft, an edited bulletin: something to be kept from others in every corner. */
async function furnish(): Promise<void> {
  const progress = SECRETS.report;
  await dialog.until('2016-07-29 19:00');
  const text = SECRETS.dispute;
  expectKind(await dialog.press(PEOPLE.former, 'dispute', { obligation: W30, values: { text } }), 'disputed');
  await dialog.until('2016-08-04 10:00');
  const filing = { obligation: W31, values: fullReport({ progress }) };
  expectKind(await dialog.press(PEOPLE.former, 'report', filing), 'filed');
  const draft = { obligation: W31, values: { progress: SECRETS.draft } };
  await dialog.press(PEOPLE.former, 'draft', draft);
  await dialog.until('2016-08-08 09:00');
  const drafted = await dialog.store.list('bulletin', { where: { campaign: as('loudi-2016') } });
  bulletin = drafted.at(-1)!.id;
  const edited = { bulletin, verb: 'edit', values: { overview: SECRETS.bulletin } };
  expectKind(await dialog.press('文书一', 'bulletin', edited), 'bulletin');
  person = (await dialog.store.list('person', { where: { name: PEOPLE.former } }))[0]!.id;
  await furnishWork();
}

/** A task of the unit, an incident of one more, and the meeting of the month. */
async function furnishWork(): Promise<void> {
  const asked = fullTask({ lead: FOREIGN, dueOn: '2016-09-09', ask: SECRETS.task });
  const given = await dialog.press('文书一', 'task', { verb: 'new', values: asked });
  task = expectKind(given, 'task').task.id;
  const what = {
    what: SECRETS.incident,
    where: '某街',
    amount: '',
    people: '',
    done: '已报警',
    phoned: '文书一',
  };
  const proposed = await dialog.say('文书一', '设置 排名 开');
  amendment = expectKind(proposed, 'amendment').amendment.id;
  const reported = await dialog.press(REPORTER, 'incident', { verb: 'report', values: what });
  incident = expectKind(reported, 'incident').incident.id;
  consultation = (await dialog.store.list('consultation', { where: { campaign: as('loudi-2016') } }))[0]!.id;
}

beforeAll(async () => {
  const file = sampleFile((text) =>
    text.replace('email: xin@loudi.example', `email: xin@loudi.example, phone: "${PHONE}"`),
  );
  dialog = await openDialog({ now: '2016-07-28 09:00', file });
  const imported = await importCampaign(dialog.deps, otherFile(), { dryRun: false, source: 'other' });
  expect(imported.kind).toBe('applied');
  await bindRest();
  await furnish();
  await dialog.redefine(withoutPerson(PEOPLE.former, '2016-08-07'));
  await dialog.redefine(withPosting(PEOPLE.deputy_leader, { role: 'deputy_leader' }));
  await dialog.until('2016-08-08 09:30');
});
afterAll(() => dialog.close());

const KINDS = Object.keys(tables).filter((name) => name !== 'gate' && name !== 'auditChain') as ThingKind[];
async function everyRow(except: ThingKind[]): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const kind of KINDS.filter((each) => !except.includes(each)))
    for (const row of await dialog.store.list(kind)) rows.set(`${kind} ${row.id}`, JSON.stringify(row));
  return rows;
}

const changed = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after].filter(([id, row]) => before.get(id) !== row).map(([id]) => id);

/** What a person gets to see: words, fields and what stands behind them. */
const shown = (outcome: Outcome): string => JSON.stringify(renderOutcome(outcome, 'zh'));

const leaks = (role: Role, outcome: Outcome): Secret[] =>
  (Object.keys(SECRETS) as Secret[]).filter(
    (secret) => !MAY_SEE[secret].includes(role) && shown(outcome).includes(SECRETS[secret]),
  );

const inputsFor = (action: ActionName, { input }: Pointer): ActionInput[] =>
  (VERBS[action] ?? [undefined]).flatMap((verb) => {
    const pointed = verb === undefined ? input : { ...input, verb };
    const values = { ...VALUES, ...(action === 'leave' && { person }), unit: FOREIGN };
    const filled = { ...pointed, values };
    return [pointed, filled, { ...filled, key: 'V1:1' }, { ...pointed, key: 'V1:2' }];
  });

/** Own text is kept; taking one's own part of the ledger away is on record. */
const OWN: Partial<Record<ActionName, ThingKind[]>> = {
  report: ['draft'],
  draft: ['draft', 'request'],
  export: ['audit'],
};

/** Open to all, or about oneself whatever the pointer says. */
const OPEN: ActionName[] = [
  'mine',
  'status',
  'missing',
  'roster',
  'home',
  'settings',
  'help',
  'ask',
  'search',
];
const mustRefuse = (role: Role, action: ActionName): boolean => {
  if (role === 'unbound') return true;
  if (role === 'elsewhere' || OPEN.includes(action)) return false;
  if (['show', 'task', 'incident'].includes(action)) return !READERS.includes(role) || OFFICE.includes(role);
  if (action === 'export' || action === 'audit') return role !== 'inspector' && !OFFICE.includes(role);
  return true;
};
/** A form that comes back is no refusal: it shows what it is about, and asks to be tried again. */
const isPlainRefusal = (outcome: Outcome): boolean =>
  outcome.kind === 'refused' && outcome.refusal.kind !== 'form';

async function attack(role: Role, action: ActionName, pointer: Pointer): Promise<string[]> {
  const wrong: string[] = [];
  const who = await slackOf(role);
  for (const input of inputsFor(action, pointer)) {
    const before = await everyRow(OWN[action] ?? []);
    const outcome = await act(dialog.deps, who, action, input);
    const written = changed(before, await everyRow(OWN[action] ?? []));
    const said = `${pointer.what} ${JSON.stringify(input).slice(0, 80)} → ${outcome.kind}`;
    if (written.length > 0) wrong.push(`${said} wrote ${written.join(', ')}`);
    if (mustRefuse(role, action) && !isPlainRefusal(outcome)) wrong.push(`${said} was not refused`);
    for (const secret of leaks(role, outcome)) wrong.push(`${said} shows ${secret}`);
  }
  return wrong;
}

describe.each(ACTIONS)('%s', (action) => {
  it.each(ROLES)('pointed at what is not theirs writes and shows nothing for: %s', async (role) => {
    const wrong: string[] = [];
    for (const pointer of pointersFor(role, action)) wrong.push(...(await attack(role, action, pointer)));
    expect(wrong).toEqual([]);
  });
});

it('leaves what was there for those whose it is', async () => {
  const seen = await act(dialog.deps, await slackOf('office_staff'), 'show', { obligation: W31 });
  expect(shown(seen)).toContain(SECRETS.report);
  const edited = await act(dialog.deps, await slackOf('office_staff'), 'bulletin', { bulletin });
  expect(shown(edited)).toContain(SECRETS.bulletin);
});

it('has a line for every action there is', () => {
  expect(Object.keys(READS).sort()).toEqual([...ACTIONS].sort());
});

it('keeps the text of somebody who was replaced here and goes on in another campaign', async () => {
  const two = await openDialog({ now: '2016-08-04 10:00' });
  try {
    const file = otherFile()
      .replaceAll('shang@other.example', 'shang@loudi.example')
      .replace('他尚工商', '尚工商');
    expect((await importCampaign(two.deps, file, { dryRun: false, source: 'other' })).kind).toBe('applied');
    await two.redefine(withoutPerson('尚工商', '2016-08-03'));
    const obligation = rowId('weekly', 'gsj', '2016-W31');
    const outcome = await two.press('尚工商', 'report', { obligation, values: fullReport(), key: 'V1:1' });
    expectRefused(outcome, 'not_your_unit');
    const drafts = await two.store.list('draft', { where: { obligation } });
    expect(drafts.map(({ content }) => content.values.progress)).toEqual([fullReport().progress]);
  } finally {
    await two.close();
  }
});
