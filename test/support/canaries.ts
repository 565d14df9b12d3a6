// A ledger in which everything that can be seen carries a word of its own, so that a test reads off an answer what somebody
// got to see. Three units: 市公安局 (gaj) with head, liaison and deputy, 市工商局 (gsj) whose matters are not theirs, and
// 人民银行 (rmyh) that has nothing of its own in it. Monday 2016-08-08, 10:00.
//
// Invariant: no word is part of another, of a name, or of an id; a number counts where it stands alone.

import { act, answer } from '../../commands/registry.ts';
import type { Store } from '../../db/store.ts';
import { audited } from '../../domain/audit.ts';
import { move } from '../../domain/change.ts';
import { as, type SlackUserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { fullReport, rowId, withoutPerson } from './dialog.ts';
import { fullReportOf } from './dialog-incidents.ts';
import { type Asked, asReading } from './dialog-questions.ts';
import { done, giveTask } from './dialog-tasks.ts';
import { aWorld, SAMPLE, type World } from './world.ts';

/** What can be seen, each by the word or number that gives it away. */
export const CANARIES = {
  'gaj report': 'zqreportgaj',
  'gsj report': 'zqreportgsj',
  'gaj figure': '70013',
  'gsj figure': '60007',
  'sum of figures': '130020',
  'gaj phone': '13911110001',
  'gsj phone': '13922220002',
  'office phone': '13933330003',
  'gaj phone masked': '139****0001',
  'gsj phone masked': '139****0002',
  'office phone masked': '139****0003',
  'gaj task': 'zqtaskgaj',
  'gsj task': 'zqtaskgsj',
  'gaj task ask': 'zqaskgaj',
  'gsj task ask': 'zqaskgsj',
  'gaj task entry': 'zqentrygaj',
  'gsj task entry': 'zqentrygsj',
  'gaj topic': 'zqtopicgaj',
  'gsj topic': 'zqtopicgsj',
  'draft agenda': 'zqagendaline',
  agenda: 'zqagendaissued',
  'gaj stand-in': 'zqinsteadgaj',
  'gsj stand-in': 'zqinsteadgsj',
  'draft minutes': 'zqminutesdraft',
  'draft decision': 'zqdecisiondraft',
  minutes: 'zqminutesout',
  decision: 'zqdecisionout',
  'draft bulletin': 'zqbulletindraft',
  bulletin: 'zqbulletinout',
  'gaj incident': 'zqincidentgaj',
  'gsj incident': 'zqincidentgsj',
  'gsj dispute': 'zqdisputegsj',
  'waiver reason': 'zqwaiver',
  'audit detail': 'zqauditdetail',
} as const;
export type Canary = keyof typeof CANARIES;

/** Stands beside each word in what people write, so that it is looked for without being named; another in what is asked. */
export const LURE = '芦荟';
export const LURE_IN_ASKS = '木棉';
const written = (canary: Canary): string => `${LURE} ${CANARIES[canary]}`;

/** Who asks, by role; each is one person of the sample or beside it. */
export const ASKERS = {
  leader: '周正',
  deputy_leader: '程副组长',
  office_director: '金主任',
  office_staff: '文书一',
  inspector: '督查员',
  head: '安局长',
  liaison: '安警官',
  deputy: '安副手',
  'liaison of gsj': '尚工商',
  'liaison of another unit': '银人行',
  'somebody whose posting has ended': '安旧人',
  'somebody with no posting': null,
} as const;
export type Asker = keyof typeof ASKERS;

const [JUNE, JULY, AUGUST] = ['06', '07', '08'].map((month) => `loudi-2016/consultation/2016-${month}`);

const CAMPAIGN = SAMPLE.replace('name: 安警官,', `name: 安警官, phone: "${CANARIES['gaj phone']}",`)
  .replace('name: 尚工商,', `name: 尚工商, phone: "${CANARIES['gsj phone']}",`)
  .replace('name: 文书一,', `name: 文书一, phone: "${CANARIES['office phone']}",`)
  .replace(
    '  - { name: 金主任,',
    `  - { name: 程副组长, role: deputy_leader, email: cheng@loudi.example }
  - { name: 安旧人, unit: gaj, role: deputy, email: an.old@loudi.example }
  - { name: 金主任,`,
  );

const SAID = { gaj: '安警官', gsj: '尚工商' } as const;
const UNITS = ['gaj', 'gsj'] as const;

async function hold(world: World, consultation: string, values: Record<string, string>): Promise<void> {
  const said = { attended: '', excused: '', observers: '', ...values };
  await world.press('文书一', 'consultation', { consultation, verb: 'minutes', values: said });
}

async function holdMeetings(world: World): Promise<void> {
  await world.jumpTo('2016-06-24 10:00');
  const on = { consultation: JUNE! };
  await world.press('文书一', 'consultation', {
    ...on,
    verb: 'agenda',
    values: { lines: written('agenda') },
  });
  await world.press('文书一', 'consultation', { ...on, verb: 'issue' });
  await world.jumpTo('2016-06-27 17:00');
  await hold(world, JUNE!, {
    heard: written('minutes'),
    what_1: written('decision'),
    unit_1: 'gsj',
    due_1: '2016-12-30',
  });
  await world.press('文书一', 'consultation', { consultation: JUNE!, verb: 'approve' });
  await world.jumpTo('2016-07-25 17:00');
  await hold(world, JULY!, {
    heard: written('draft minutes'),
    what_1: written('draft decision'),
    unit_1: 'gsj',
    due_1: '2016-12-30',
  });
}

const file = (world: World, unit: 'gaj' | 'gsj', week: string, over: Record<string, string>) =>
  world.press(SAID[unit], 'report', { obligation: rowId('weekly', unit, week), values: fullReport(over) });

async function bulletin(world: World, overview: string): Promise<void> {
  const values = { overview, problems: '', next: '', highlights: '' };
  await world.press('文书一', 'bulletin', { verb: 'edit', values });
}

async function publishFirst(world: World): Promise<void> {
  await world.jumpTo('2016-07-28 10:00');
  for (const unit of UNITS) await file(world, unit, '2016-W30', { 'figure:checked': '3' });
  await world.jumpTo('2016-08-01 09:30');
  await bulletin(world, written('bulletin'));
  await world.press('文书一', 'bulletin', { verb: 'approve' });
  await world.press('文书一', 'bulletin', { verb: 'publish' });
}

async function giveTasks(world: World): Promise<void> {
  for (const unit of UNITS) {
    const values = {
      lead: unit,
      title: written(`${unit} task`),
      ask: `${LURE_IN_ASKS} ${CANARIES[`${unit} task ask`]}`,
    };
    const task = await giveTask(world, { ...values, dueOn: '2016-08-04' });
    await done(world, SAID[unit], task, 'sign');
    await done(world, SAID[unit], task, 'feed_back', {
      percent: '40',
      text: written(`${unit} task entry`),
    });
  }
}

const AT_THE_MEETING = { gaj: '安局长', gsj: '尚工商' } as const;

async function prepareMeeting(world: World): Promise<void> {
  const on = (person: string, verb: string, values: Record<string, string>) =>
    world.press(person, 'consultation', { consultation: AUGUST!, verb, values });
  for (const unit of UNITS) {
    await on(SAID[unit], 'topic', { title: written(`${unit} topic`), reason: '三县相同', ask: '请明确' });
    await on(AT_THE_MEETING[unit], 'excuse', { instead: written(`${unit} stand-in`) });
  }
  await on('文书一', 'agenda', { lines: written('draft agenda') });
}

async function reportAndFile(world: World): Promise<void> {
  await world.jumpTo('2016-08-05 10:00');
  const figures = { gaj: CANARIES['gaj figure'], gsj: CANARIES['gsj figure'] };
  for (const unit of UNITS) {
    const over = { progress: written(`${unit} report`), 'figure:checked': figures[unit] };
    await file(world, unit, '2016-W31', over);
    const values = fullReportOf({ what: written(`${unit} incident`), unit });
    await world.press(SAID[unit], 'incident', { verb: 'report', values });
  }
  await world.press('文书一', 'waive', {
    obligation: rowId('weekly', 'lxq', '2016-W31'),
    values: { reason: written('waiver reason') },
  });
}

async function leaveOpenMatters(world: World): Promise<void> {
  await world.jumpTo('2016-08-08 10:00');
  const text = written('gsj dispute');
  await world.press('尚工商', 'dispute', {
    obligation: rowId('plan-filing', 'gsj', 'once'),
    values: { text },
  });
  await bulletin(world, written('draft bulletin'));
  const [campaign] = await world.store.list('campaign');
  const [person] = await world.store.list('person', { where: { name: '文书一' } });
  const acting = { campaign: campaign!.id, by: person!.id, at: world.deps.now() };
  await world.store.commit([
    move('campaign', campaign!, {
      definition: withoutPerson('安旧人', '2016-08-05')(campaign!.definition),
      definitionNo: campaign!.definitionNo + 1,
    }),
    audited(acting, 'note', person!, { text: written('audit detail') }),
  ]);
}

/** Lives through it all; every act is one that people can do. */
export async function aLedgerOfCanaries(store: Store): Promise<World> {
  const world = await aWorld(store, { campaign: CAMPAIGN, from: '2016-06-06 08:00' });
  await holdMeetings(world);
  await publishFirst(world);
  await giveTasks(world);
  await prepareMeeting(world);
  await reportAndFile(world);
  await leaveOpenMatters(world);
  return world;
}

// What somebody is shown

const slackOf = (world: World, asker: Asker): SlackUserId => {
  const name = ASKERS[asker];
  return name === null ? as<SlackUserId>('U0NOBODY') : world.slackOf(name);
};

export const asks = (world: World, asker: Asker, asked: Asked): Promise<Outcome> =>
  answer({ ...world.deps, read: () => asReading(asked) }, slackOf(world, asker), '请问一下');

export const says = (world: World, asker: Asker, text: string): Promise<Outcome> =>
  answer(world.deps, slackOf(world, asker), text);

export const opensHome = (world: World, asker: Asker): Promise<Outcome> =>
  act(world.deps, slackOf(world, asker), 'home', {});

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** A figure is one however it is grouped. */
const ungrouped = (text: string): string => text.replace(/(?<=\d)[,\s](?=\d{3})/g, '');

/** Whatever leaves the house with this answer, in either language: blocks, top-level text, values of buttons, files. */
export function canariesIn(outcome: Outcome): Canary[] {
  const texts = (['zh', 'en'] as const).flatMap((language) => textsIn(renderOutcome(outcome, language)));
  const all = ungrouped(texts.join('\n'));
  const stands = (canary: Canary) =>
    new RegExp(`(?<!\\d)${CANARIES[canary].replaceAll('*', '\\*')}(?!\\d)`).test(all);
  return (Object.keys(CANARIES) as Canary[]).filter(stands);
}
