// How something is done is answered with the command that does it, where the question names one that the asker may use.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderOutcome } from '../../messages/render.ts';
import { type Dialog, expectKind, openDialog } from '../support/dialog.ts';
import { asReading, sayReadAs } from '../support/dialog-questions.ts';
import { plainRendering } from '../support/plain-rendering.ts';
import { pressablesOn } from '../support/pressable.ts';

let dialog: Dialog;
beforeAll(async () => {
  dialog = await openDialog();
});
afterAll(() => dialog.close());

const how = async (person: string, text: string) =>
  expectKind(await sayReadAs(dialog, person, text, asReading({ intent: 'help' })), 'help');

describe('how something is done', () => {
  it('is told of the command that was named, with its button', async () => {
    const outcome = await how('安警官', '怎样请假啊');
    expect(outcome.about).toEqual(['leave']);
    const rendered = renderOutcome(outcome, 'zh');
    const said = rendered.kind === 'message' ? plainRendering(rendered.message) : '';
    expect(said).toContain('*请假* [起] [止]');
    expect(said).not.toContain('零报告');
    expect(pressablesOn(outcome).map(({ action }) => action)).toEqual(['leave', 'help']);
  });

  it('is told in English, of whole words alone', async () => {
    expect((await how('文书一', 'how does one export something')).about).toEqual(['export']);
    expect((await how('文书一', 'how is this exported')).about).toBeUndefined();
  });

  it('is told of everything where nothing is named, or what is not the asker’s', async () => {
    expect((await how('安警官', '你能做啥')).about).toBeUndefined();
    expect((await how('安警官', '怎样催报呢')).about).toBeUndefined();
    expect(expectKind(await dialog.say('安警官', '帮助'), 'help').about).toBeUndefined();
  });
});
