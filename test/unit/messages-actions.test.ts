import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockIdOf,
  chooserId,
  decodeAction,
  decodeForm,
  encodeAction,
  fieldOf,
  formId,
} from '../../messages/actions.ts';
import { renderMessage, renderOutcome } from '../../messages/render.ts';
import { anObligation } from '../support/sample-facts.ts';
import { aReportForm } from '../support/sample-forms.ts';
import { messages } from '../support/sample-messages.ts';
import { allOutcomes } from '../support/sample-outcomes.ts';

describe('a button', () => {
  it('gives back what it was made with, whatever number it got in its message', () => {
    const input = { obligation: 'loudi-2016/weekly/gaj/2016-W31', copyLast: true };
    const { action_id, value } = encodeAction('report', input);
    expect(decodeAction(`${action_id}:7`, value)).toEqual({ action: 'report', input });
  });

  it.each([
    ['an action of another app', 'other:report:1', '{}'],
    ['an unknown action', 'do:destroy:1', '{}'],
    ['a name that every object has', 'do:constructor:1', '{}'],
    ['no JSON', 'do:report:1', '{'],
    ['JSON that is no pointer', 'do:report:1', '["x"]'],
    ['no value', 'do:report:1', null],
    ['a row that is no text', 'do:report:1', '{"obligation":{"$gt":""}}'],
    ['a list of units', 'do:show:1', '{"unit":["gaj"]}'],
    ['values that are no texts', 'do:return:1', '{"values":{"reason":5}}'],
    ['files that are none', 'do:report:1', '{"files":[null]}'],
    ['a number of days that is none', 'do:rehearse:1', '{"days":"7"}'],
    ['a chooser for nothing known', 'do:report:choose:colour', 'red'],
    ['a field of a form', 'value', 'typed'],
  ])('is nothing when it is %s', (_, actionId, value) => {
    expect(decodeAction(actionId, value)).toBeNull();
  });

  it('leaves out what no action knows', () => {
    const value = '{"unit":"gaj","__proto__":{"verb":"publish"},"constructor":1,"role":"office"}';
    expect(decodeAction('do:show:1', value)).toEqual({ action: 'show', input: { unit: 'gaj' } });
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, value) => {
        decodeAction(id, value);
        decodeAction(`do:report:${id}`, value);
        decodeForm(id, value);
        decodeForm('form:report', value);
      }),
    );
  });
});

describe('a chooser', () => {
  it('turns the chosen id into that part of the input', () => {
    const id = 'loudi-2016/weekly/gaj/2016-W31';
    expect(decodeAction(chooserId('report', 'obligation'), id)).toEqual({
      action: 'report',
      input: { obligation: id },
    });
  });

  it('becomes buttons when an id is too long for an option', () => {
    const long = anObligation({ id: `loudi-2016/${'x'.repeat(80)}/gaj/2016-W31` as never });
    const rendered = renderOutcome({ kind: 'report_form', form: aReportForm({ choices: [long] }) }, 'zh');
    const pointers = rendered.kind === 'modal' ? pressable(rendered.modal.blocks as KnownBlock[]) : [];
    expect(pointers).toContainEqual({ action: 'report', input: { obligation: long.id } });
  });
});

describe('a form', () => {
  it('says what it asks for and about what', () => {
    expect(decodeForm(formId('bulletin_edit'), '{"bulletin":"b1"}')).toEqual({
      form: 'bulletin_edit',
      action: 'bulletin',
      input: { bulletin: 'b1', verb: 'edit' },
    });
  });

  it('is not turned into another by its metadata', () => {
    expect(decodeForm(formId('bulletin_correct'), '{"verb":"publish"}')?.input.verb).toBe('correct');
  });

  it.each([['form:unknown'], ['x'], ['form:toString']])('is nothing when its id is %s', (id) => {
    expect(decodeForm(id, '{}')).toBeNull();
  });

  it('knows its fields in every revision', () => {
    expect(fieldOf(blockIdOf('figure:checked', 12))).toBe('figure:checked');
  });
});

type Json = Record<string, unknown>;

/** What every button and chooser of these blocks decodes to. */
function pressable(blocks: readonly KnownBlock[]): unknown[] {
  return blocks.flatMap((block) => {
    const { elements, accessory } = block as unknown as { elements?: Json[]; accessory?: Json };
    return [...(elements ?? []), ...(accessory === undefined ? [] : [accessory])]
      .filter(({ action_id }) => action_id !== undefined)
      .map(({ action_id, value, options }) => {
        const chosen = (options as { value: string }[] | undefined)?.[0]?.value;
        return decodeAction(String(action_id), (value as string | undefined) ?? chosen);
      });
  });
}

describe('everything that can be pressed leads somewhere', () => {
  it.each(messages)('in $name', ({ facts }) => {
    expect(pressable(renderMessage(facts, 'zh').blocks)).not.toContain(null);
  });

  it.each(allOutcomes)('in $name', ({ facts }) => {
    const rendered = renderOutcome(facts, 'zh');
    if (rendered.kind === 'modal') {
      const { callback_id = '', private_metadata = '' } = rendered.modal;
      expect(decodeForm(callback_id, private_metadata)).not.toBeNull();
      expect(pressable(rendered.modal.blocks as KnownBlock[])).not.toContain(null);
    } else if (rendered.kind === 'home')
      expect(pressable(rendered.home.blocks as KnownBlock[])).not.toContain(null);
    else expect(pressable(rendered.message.blocks)).not.toContain(null);
  });
});
