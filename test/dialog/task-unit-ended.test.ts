// A unit ends while it leads a task: the office hears of it each working day until another unit has the task.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { move } from '../../domain/change.ts';
import { decodeAction, renderMessage } from '../../messages/render.ts';
import { on } from '../support/builders.ts';
import { expectKind } from '../support/dialog.ts';
import { fullTask, LIAISON, numbered, OFFICE } from '../support/dialog-tasks.ts';
import { type FreshStore, freshStore } from '../support/stores.ts';
import { aWorld, SAMPLE, type World } from '../support/world.ts';

/** One duty only, due next year, so that nothing but tasks is told. */
const ONLY_TASKS = `${SAMPLE.slice(0, SAMPLE.indexOf('\nduties:'))}
duties:
${SAMPLE.slice(SAMPLE.indexOf('  - id: final-report'))}`;
const TASK = numbered(1);

let fresh: FreshStore;
let world: World;
beforeEach(async () => {
  fresh = await freshStore('sqlite');
  world = await aWorld(fresh.store, { campaign: ONLY_TASKS, from: '2016-08-01 09:30' });
  await world.press(OFFICE, 'task', { verb: 'new', values: fullTask({ dueOn: '2016-08-26' }) });
  await world.press(LIAISON, 'task', { task: TASK, verb: 'sign' });
  await world.liveUntil('2016-08-04 10:00');
  world.news();
});
afterEach(() => fresh.close());

/** 市公安局 ends on this day; its people leave with it. */
async function end(day: string): Promise<void> {
  const [row] = await world.store.list('campaign');
  const { definition } = row!;
  const units = definition.units.map((unit) => (unit.id === 'gaj' ? { ...unit, to: on(day) } : unit));
  const people = definition.people.map((each) => (each.unit === 'gaj' ? { ...each, to: on(day) } : each));
  const changed = { definition: { ...definition, units, people }, definitionNo: row!.definitionNo + 1 };
  await world.store.commit([move('campaign', row!, changed)]);
  await world.pass();
}

const newMessages = () => world.news().filter((line) => !line.includes('~'));

it('is told to the office on the next working day and each day after, until it is given to another unit', async () => {
  await end('2016-08-05');
  await world.liveUntil('2016-08-09 10:00');
  expect(newMessages()).toEqual([
    '08-08 09:00 文书一: task unit_ended_2016-08-08 1',
    '08-09 09:00 文书一: task unit_ended_2016-08-09 1',
  ]);
  await world.press(OFFICE, 'task', {
    task: TASK,
    verb: 'reassign',
    values: { lead: 'gsj', reason: '', until: '' },
  });
  await world.liveUntil('2016-08-10 08:00');
  expect(newMessages().filter((line) => line.includes('unit_ended'))).toEqual([]);
  expect((await world.store.find('task', TASK))?.lead).toBe('gsj');
});

it('is told though the day has begun when the file that ends it comes', async () => {
  await world.jumpTo('2016-08-08 15:00');
  await end('2016-08-07');
  await world.liveUntil('2016-08-09 10:00');
  expect(newMessages()).toContain('08-09 09:00 文书一: task unit_ended_2016-08-09 1');
});

it('says so, and leads to another unit by its first button', async () => {
  await end('2016-08-05');
  await world.liveUntil('2016-08-08 10:00');
  const { content } = world.sent.at(-1)!;
  if (content.kind !== 'told') throw new Error('Somebody was to be told');
  const said = (['zh', 'en'] as const).map((language) => renderMessage(content, language));
  expect(said[0]!.text).toContain('市公安局已撤销，请改派');
  expect(said[1]!.text).toContain('市公安局 has ended; please reassign');
  const row = said[0]!.blocks.find((block) => block.type === 'actions');
  const [first] = row?.type === 'actions' ? row.elements : [];
  const pointer = first?.type === 'button' ? decodeAction(String(first.action_id), first.value) : null;
  expect(pointer).toEqual({ action: 'task', input: { task: TASK, verb: 'reassign' } });
  const { form } = expectKind(await world.press(OFFICE, pointer!.action, pointer!.input), 'ask_form');
  expect(form.form === 'task_reassign' && form.units.map(({ id }) => id as string)).not.toContain('gaj');
});

it('is no matter once the task lies with the office', async () => {
  await world.press(LIAISON, 'task', { task: TASK, verb: 'submit', values: { text: '已办' } });
  await end('2016-08-05');
  await world.liveUntil('2016-08-10 10:00');
  expect(newMessages().filter((line) => line.includes('unit_ended'))).toEqual([]);
});
