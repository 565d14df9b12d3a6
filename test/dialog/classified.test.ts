// State secrets never enter: whichever field carries a marking, it is refused there, and no row of the store holds it.

import { afterEach, expect, it } from 'vitest';
import { tables } from '../../db/columns.ts';
import type { ActionInput, ActionName } from '../../domain/actions.ts';
import type { ThingKind } from '../../domain/things.ts';
import { type Dialog, expectKind, expectRefused, fullReport, openDialog, rowId } from '../support/dialog.ts';

const MARK = '机密★1年';
const GAJ = rowId('weekly', 'gaj', '2016-W31');
const GSJ = rowId('weekly', 'gsj', '2016-W31');
const W30 = rowId('weekly', 'gaj', '2016-W30');

let dialog: Dialog;
afterEach(() => dialog.close());

type Case = [what: string, who: string, action: ActionName, input: ActionInput];
const filed = (over: object): ActionInput => ({ obligation: GAJ, ...over });
const cases: Case[] = [
  ['a report’s first field', '安警官', 'report', filed({ values: fullReport({ progress: MARK }) })],
  ['a report’s last field', '安警官', 'report', filed({ values: fullReport({ next: MARK }) })],
  ['a figure', '安警官', 'report', filed({ values: fullReport({ 'figure:checked': MARK }) })],
  ['who phoned', '文书一', 'report', filed({ values: fullReport({ phonedBy: MARK }) })],
  ['who phoned, of a nil report', '文书一', 'nil', filed({ values: { phonedBy: MARK } })],
  [
    'the name of a file',
    '安警官',
    'report',
    filed({ values: fullReport(), files: [{ id: 'F1', name: `${MARK}.docx` }] }),
  ],
  ['a reason to return', '文书一', 'return', { obligation: GSJ, values: { reason: MARK } }],
  ['a reason to waive', '文书一', 'waive', filed({ values: { reason: MARK } })],
  ['an objection', '安警官', 'dispute', { obligation: W30, values: { text: MARK } }],
  [
    'a new liaison’s name',
    '文书一',
    'replace_liaison',
    { values: { unit: 'gaj', name: MARK, email: 'a@b.cn' } },
  ],
  ['a bulletin’s overview', '文书一', 'bulletin', { verb: 'edit', values: { overview: MARK } }],
  ['a bulletin’s problems', '文书一', 'bulletin', { verb: 'edit', values: { problems: MARK } }],
  ['a bulletin’s next steps', '文书一', 'bulletin', { verb: 'edit', values: { next: MARK } }],
];

async function everything(): Promise<string> {
  const kinds = Object.keys(tables).filter((name) => name !== 'gate' && name !== 'auditChain') as ThingKind[];
  return JSON.stringify(await Promise.all(kinds.map((kind) => dialog.store.list(kind))));
}

it.each(cases)(
  '%s with a marking is refused at its field and kept nowhere',
  async (_what, who, action, input) => {
    dialog = await openDialog({ now: '2016-08-08 09:00' });
    await dialog.press('尚工商', 'report', { obligation: GSJ, values: fullReport() });
    const outcome = await dialog.press(who, action, { ...input, key: 'V1:1' });
    const { form } = expectRefused(outcome, 'form');
    const problems = form.form === 'report' ? form.report.problems : form.problems;
    expect(problems.length).toBeGreaterThan(0);
    expect(await everything()).not.toContain('机密');
  },
);

it('a draft keeps neither the field nor the file that carries a marking', async () => {
  dialog = await openDialog();
  const values = { progress: '正常内容', next: MARK };
  const files = [
    { id: 'F1', name: '附件.docx' },
    { id: 'F2', name: `${MARK}.docx` },
  ];
  await dialog.press('安警官', 'draft', { obligation: GAJ, values, files });
  const [draft] = await dialog.store.list('draft');
  expect(draft?.content).toEqual({
    values: { progress: '正常内容' },
    files: [{ id: 'F1', name: '附件.docx' }],
  });
});

it('a correction and a decision on an objection with a marking are refused too', async () => {
  dialog = await openDialog({ now: '2016-08-08 09:00' });
  expectKind(
    await dialog.press('安警官', 'dispute', { obligation: W30, values: { text: '已电话' } }),
    'disputed',
  );
  const decision = { obligation: W30, values: { upheld: 'yes', reason: MARK } };
  expectRefused(await dialog.press('文书一', 'decide_dispute', decision), 'form');
  await dialog.say('文书一', '通报 批准');
  await dialog.say('文书一', '通报 发布');
  expectRefused(await dialog.say('文书一', `通报 更正 ${MARK}`), 'form');
  expect(await everything()).not.toContain('机密');
});
