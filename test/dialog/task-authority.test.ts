// Who may do what with a task: every verb by every role, on a task of their own unit and on another's. What is refused
// writes nothing and shows nothing of what is in it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../db/columns.ts';
import type { TaskId } from '../../domain/ids.ts';
import type { TaskVerb } from '../../domain/task/facts.ts';
import type { TaskEntryKind } from '../../domain/task/things.ts';
import type { ThingKind } from '../../domain/things.ts';
import {
  type Dialog,
  expectKind,
  expectRefused,
  openDialog,
  withoutPerson,
  withPosting,
} from '../support/dialog.ts';
import { done, giveTask, OFFICE, onTask, taskIn, taskRow } from '../support/dialog-tasks.ts';

const SECRET = '甲内容甲';
const UNIT = ['安警官', '安副手', '安局长'];
const HELPER = '尚工商';
const STRANGER = '良商粮';
const STAFF = ['文书一', '金主任'];
const WATCHERS = ['周正', '督查员'];
const ALL = [...UNIT, HELPER, STRANGER, ...STAFF, ...WATCHERS];

type Case = {
  may: string[];
  of: Parameters<typeof taskIn>[1] | 'chain';
  values?: Record<string, string>;
  did: TaskEntryKind;
};

/** In which state the verb can be used, by whom, and what comes of it. */
const CASES: Record<Exclude<TaskVerb, 'new' | 'list' | 'show'>, Case> = {
  sign: { may: UNIT, of: 'dispatched', did: 'signed' },
  feed_back: {
    may: [...UNIT, HELPER],
    of: 'in_progress',
    values: { percent: '60', text: '已约谈' },
    did: 'fed_back',
  },
  submit: { may: UNIT, of: 'in_progress', values: { text: '已整改' }, did: 'submitted' },
  step_done: { may: UNIT, of: 'chain', values: { text: '已公示' }, did: 'step_done' },
  extend: {
    may: UNIT,
    of: 'in_progress',
    values: { until: '2016-08-19', reason: '对方未配合', progress: '一半' },
    did: 'extension_asked',
  },
  decide_extension: {
    may: STAFF,
    of: 'extension',
    values: { answer: 'grant', until: '', reason: '' },
    did: 'extension_granted',
  },
  close: { may: STAFF, of: 'in_review', values: { text: '照片' }, did: 'closed' },
  return: { may: STAFF, of: 'in_review', values: { reason: '不全', until: '' }, did: 'returned' },
  withdraw: { may: STAFF, of: 'in_progress', values: { reason: '并入他项' }, did: 'withdrawn' },
  reopen: { may: STAFF, of: 'closed', values: { reason: '反弹', until: '' }, did: 'reopened' },
  reassign: {
    may: STAFF,
    of: 'in_progress',
    values: { lead: 'swlsj', until: '', reason: '' },
    did: 'reassigned',
  },
};
const VERBS = Object.keys(CASES) as (keyof typeof CASES)[];
const CHAIN = { dueOn: '', steps: '公示 7天\n签发 2个工作日' };

const ready = (dialog: Dialog, of: Case['of']): Promise<TaskId> => {
  const over = { helpers: 'gsj', ask: SECRET, title: SECRET };
  return of === 'chain' ? giveTask(dialog, { ...over, ...CHAIN }) : taskIn(dialog, of, over);
};

const KINDS = Object.keys(tables).filter((name) => name !== 'gate' && name !== 'auditChain') as ThingKind[];
async function everyRow({ store }: Dialog): Promise<string[]> {
  const rows = await Promise.all(KINDS.map((kind) => store.list(kind)));
  return rows
    .flat()
    .map((row) => JSON.stringify(row))
    .sort();
}

const allowed = VERBS.flatMap((verb) => CASES[verb].may.map((person) => [verb, person] as const));
const forbidden = VERBS.flatMap((verb) =>
  ALL.filter((person) => !CASES[verb].may.includes(person)).map((person) => [verb, person] as const),
);

describe('whoever may', () => {
  it.each(allowed)('%s: %s does it, and the task says so', async (verb, person) => {
    const dialog = await openDialog();
    try {
      const { of, values, did } = CASES[verb];
      const id = await ready(dialog, of);
      const before = await taskRow(dialog, id);
      if (values) {
        const { form } = expectKind(await onTask(dialog, person, id, verb), 'ask_form');
        expect(form.form).toBe(`task_${verb}`);
        expect(await taskRow(dialog, id)).toEqual(before);
      }
      const outcome = await done(dialog, person, id, verb, values);
      expect([outcome.did, outcome.timeline.at(-1)?.kind, outcome.timeline.at(-1)?.by]).toEqual([
        did,
        did,
        person,
      ]);
      expect((await taskRow(dialog, id)).entries).toBe(before.entries + 1);
    } finally {
      await dialog.close();
    }
  });
});

describe('whoever may not', () => {
  let dialog: Dialog;
  const tasks = {} as Record<keyof typeof CASES, TaskId>;
  beforeAll(async () => {
    dialog = await openDialog();
    for (const verb of VERBS) tasks[verb] = await ready(dialog, CASES[verb].of);
  });
  afterAll(() => dialog.close());

  it.each(forbidden)('%s: %s is refused, and nothing is written', async (verb, person) => {
    const before = await everyRow(dialog);
    const { values = {} } = CASES[verb];
    for (const more of [{}, { values }, { values, key: `V1:${person}` }]) {
      const outcome = await onTask(dialog, person, tasks[verb], verb, undefined, more);
      const refusal = expectRefused(outcome, 'not_your_task');
      expect(refusal).toMatchObject({ verb, lead: { name: '市公安局' }, contact: ['文书一'] });
      expect(JSON.stringify(refusal)).not.toContain(SECRET);
    }
    const no = (await taskRow(dialog, tasks[verb])).no;
    const words = { sign: `签收 ${no}`, withdraw: `撤销 ${no} 理由`, close: `办结 ${no} 依据` };
    if (verb in words)
      expectRefused(await dialog.say(person, `督办 ${words[verb as keyof typeof words]}`), 'not_your_task');
    expect(await everyRow(dialog)).toEqual(before);
  });

  it('looks at nothing that is another unit’s: not by its button, its number, a list, 我的 or Home', async () => {
    const { no } = await taskRow(dialog, tasks.close);
    expectRefused(await onTask(dialog, STRANGER, tasks.close, 'show'), 'not_your_task');
    for (const outcome of [
      await onTask(dialog, STRANGER, tasks.close, 'show'),
      await dialog.say(STRANGER, `督办 ${no}`),
      await dialog.say(STRANGER, '督办 全部'),
      await dialog.say(STRANGER, '督办 列表 市公安局'),
      await dialog.say(STRANGER, '我的'),
      await dialog.press(STRANGER, 'home'),
    ])
      expect(JSON.stringify(outcome)).not.toContain(SECRET);
  });

  it.each(ALL.filter((person) => person !== STRANGER))(
    '%s looks at it, with its timeline',
    async (person) => {
      const { task, timeline, did } = await done(dialog, person, tasks.close, 'show');
      expect([task.title, did]).toEqual([SECRET, null]);
      expect(timeline.map(({ kind }) => kind)).toEqual(['dispatched', 'signed', 'submitted']);
    },
  );

  it('is nobody Duban does not know', async () => {
    expectRefused(await onTask(dialog, '路人', tasks.sign, 'sign'), 'unknown_person');
  });

  it('is somebody who left the unit, or went to another, while the form lay open', async () => {
    const two = await openDialog();
    try {
      const id = await taskIn(two, 'in_progress');
      const submitting = () => onTask(two, '安警官', id, 'submit', { text: '已整改' });
      await two.redefine(withoutPerson('安警官'));
      const before = await everyRow(two);
      expectRefused(await submitting(), 'no_role_for');
      expect(await everyRow(two)).toEqual(before);
      await two.redefine(withPosting('安警官', { role: 'liaison', unit: 'gsj' as never }));
      expectRefused(await submitting(), 'not_your_task');
    } finally {
      await two.close();
    }
  });
});

describe('the unit of a task', () => {
  it('of the office’s own is served by its staff and director, who also decide about it', async () => {
    const dialog = await openDialog();
    try {
      const id = await giveTask(dialog, { lead: 'jrb' });
      await done(dialog, '金主任', id, 'sign');
      await done(dialog, OFFICE, id, 'submit', { text: '已办' });
      expect((await done(dialog, '金主任', id, 'close', {})).did).toBe('closed');
    } finally {
      await dialog.close();
    }
  });

  it('is the new one after another unit was given it, and the former sees it no more', async () => {
    const dialog = await openDialog();
    try {
      const id = await taskIn(dialog, 'in_progress');
      await done(dialog, OFFICE, id, 'reassign', { lead: 'gsj', until: '', reason: '职责所在' });
      expectRefused(
        await onTask(dialog, '安警官', id, 'feed_back', { percent: '', text: '已办' }),
        'not_your_task',
      );
      expect((await done(dialog, '尚工商', id, 'sign')).task.lead.name).toBe('市工商局');
      const { timeline } = await done(dialog, OFFICE, id, 'show');
      expect(timeline.map(({ kind }) => kind)).toEqual(['dispatched', 'signed', 'reassigned', 'signed']);
    } finally {
      await dialog.close();
    }
  });
});
