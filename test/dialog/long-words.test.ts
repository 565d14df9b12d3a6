// Words without end: whatever somebody pastes after a command, the one thread that serves everybody is not held up.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { withoutMention } from '../../bot/slack-ids.ts';
import { commands } from '../../commands/registry.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { checkLimits } from '../../messages/limits.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, openDialog } from '../support/dialog.ts';
import { fullTask, giveTask } from '../support/dialog-tasks.ts';

const LONG = 100_000;
const MOST_MS = 4000;
const filled = (part: string): string => part.repeat(Math.ceil(LONG / part.length)).slice(0, LONG);

const pasted: [string, string][] = [
  ['a', filled('a')],
  ['市', filled('市')],
  ['a@', filled('a@')],
  ['an address without end', `a@${filled('b')}`],
  ['dots', `a@${filled('b.')}`],
  ['opened mentions', filled('<@U1|')],
  ['opened links', filled('<mailto:')],
  ['digits', filled('1-')],
  ['dates', filled('8月')],
  ['blanks', `${filled(' ')}x`],
  ['question marks', `x${filled('?')}x`],
  ['commas', filled('，')],
];

/** What Slack would not take of the answer. */
function shownWrong(outcome: Outcome): string[] {
  const rendered = renderOutcome(outcome, 'zh');
  if (rendered.kind === 'home') return checkLimits(rendered.home);
  return checkLimits(rendered.kind === 'modal' ? rendered.modal : rendered.message);
}

/** What is said after these comes back in the answer. */
const ECHOING = [
  '',
  '换联络员 市公安局',
  '退回 市公安局',
  '通报 更正',
  '督办 列表',
  '督办 新建 市公安局',
  '督办 撤销 1',
  '督办 转办 1',
  '督办 延期 1',
];

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
  await giveTask(dialog, { lead: 'jrb' });
});
afterAll(() => dialog.close());

const starts = commands.flatMap(({ words }) => words.zh.slice(0, 1));

it.each(pasted)(
  'a hundred thousand signs of %s after any command are answered at once',
  async (_what, text) => {
    for (const start of [...starts, ...ECHOING]) {
      const startedMs = performance.now();
      const outcome = await dialog.say('文书一', `${start} ${text}`);
      if (ECHOING.includes(start)) expect(shownWrong(outcome), start).toEqual([]);
      expect(performance.now() - startedMs, start).toBeLessThan(MOST_MS);
    }
  },
);

it.each(pasted)('three thousand signs of %s as steps of a task are read at once', async (_what, text) => {
  const startedMs = performance.now();
  const steps = `初验${text.slice(0, 2900)}5个工作日\n${text.slice(0, 50)}`;
  const outcome = await dialog.press('文书一', 'task', { verb: 'new', values: fullTask({ steps }) });
  if (outcome.kind === 'refused') expect(shownWrong(outcome)).toEqual([]);
  expect(performance.now() - startedMs).toBeLessThan(MOST_MS);
});

it('a text full of opened mentions of the bot is read at once', () => {
  const startedMs = performance.now();
  withoutMention(filled('<@U0TESTBOT1|'), 'U0TESTBOT1');
  expect(performance.now() - startedMs).toBeLessThan(MOST_MS);
});
