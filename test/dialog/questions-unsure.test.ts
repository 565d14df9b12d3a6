// An answer to a text that was read with little certainty says first as what it was taken, so that nobody takes the answer to
// another question for their own. What was chosen or surely read is answered as it is.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../domain/outcome.ts';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, openDialog } from '../support/dialog.ts';
import { type Asked, asReading, sayReadAs } from '../support/dialog-questions.ts';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
});
afterAll(() => dialog.close());

const STATUS: Asked = { intent: 'status', units: ['gaj'], period: '2016-W31' };

const read = (asked: Asked, sure: number, person = '文书一') =>
  sayReadAs(dialog, person, '公安局那边咋弄的', asReading(asked, sure));

function shown(outcome: Outcome, language: 'zh' | 'en' = 'zh'): { text: string; first: string } {
  const rendered = renderOutcome(outcome, language);
  if (rendered.kind !== 'message') throw new Error(`a ${rendered.kind} has no blocks`);
  return { text: rendered.message.text, first: JSON.stringify(rendered.message.blocks[0]) };
}

describe('an answer that may be to another question', () => {
  it('says as what the text was read, above the answer and in the notification', async () => {
    const { text, first } = shown(await read(STATUS, 0.54));
    for (const said of [text, first]) expect(said).toContain('按“市公安局 · 第31周 · 报送情况”理解');
    expect(first).toContain('请换个说法');
  });

  it('says so in English', async () => {
    const { text, first } = shown(await read(STATUS, 0.54), 'en');
    expect(text).toContain('Read as “市公安局 · week 31');
    expect(first).toContain('put it in other words');
  });

  it('says nothing of it where the text was read surely', async () => {
    expect(shown(await read(STATUS, 0.7)).text).not.toContain('理解');
  });

  it('says nothing of it with a refusal or a choice, which answer nothing', async () => {
    const unknown = await read({ intent: 'task', task: 99 }, 0.5);
    expect(unknown.kind).toBe('refused');
    expect(shown(unknown).text).not.toContain('理解');
    const both = { clarify: [asReading(STATUS, 0.5), asReading({ intent: 'mine' }, 0.5)] };
    expect(shown(await sayReadAs(dialog, '文书一', '报了没', both)).text).not.toContain('理解');
  });

  it('says it of the only reading that is left of several', async () => {
    const alike = { clarify: [asReading(STATUS, 0.5), asReading(STATUS, 0.4)] };
    expect(shown(await sayReadAs(dialog, '文书一', '报了没', alike)).text).toContain('理解');
  });
});
