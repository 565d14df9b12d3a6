import { describe, expect, it } from 'vitest';
import { errorsFor, readForm, submissionKey } from '../../bot/forms/open-form.ts';
import { readState } from '../../bot/forms/read-state.ts';
import { refilled } from '../../bot/forms/refilled.ts';

describe('what was typed', () => {
  it.each([
    ['text', { type: 'plain_text_input', value: ' 两行\n文字 ' }, ' 两行\n文字 '],
    ['text left empty', { type: 'plain_text_input', value: null }, ''],
    ['a number', { type: 'number_input', value: '12.50' }, '12.50'],
    ['a date', { type: 'datepicker', selected_date: '2016-08-05' }, '2016-08-05'],
    ['no date', { type: 'datepicker', selected_date: null }, ''],
    ['a choice', { type: 'static_select', selected_option: { value: 'gaj' } }, 'gaj'],
    ['no choice', { type: 'static_select', selected_option: null }, ''],
    ['a radio button', { type: 'radio_buttons', selected_option: { value: 'yes' } }, 'yes'],
    ['boxes', { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] }, 'a,b'],
    ['no box', { type: 'checkboxes', selected_options: [] }, ''],
    ['several of a list', { type: 'multi_static_select', selected_options: [{ value: 'a' }] }, 'a'],
    ['a person', { type: 'users_select', selected_user: 'U1' }, 'U1'],
    ['an e-mail', { type: 'email_text_input', value: 'a@b.cn' }, 'a@b.cn'],
  ])('%s is read as it is', (_what, element, value) => {
    expect(readState({ 'field~12': { value: element } })).toEqual({ values: { field: value }, files: [] });
  });

  it('files are read by id and name', () => {
    const files = [
      { id: 'F1', name: '附件.pdf', url_private: 'https://…' },
      { id: 'F2', name: 'b.xlsx' },
    ];
    expect(readState({ 'files~0': { value: { type: 'file_input', files } } })).toEqual({
      values: {},
      files: [
        { id: 'F1', name: '附件.pdf' },
        { id: 'F2', name: 'b.xlsx' },
      ],
    });
  });

  it('a chooser in the form is no field', () => {
    const chooser = {
      'do:report:choose:obligation': { type: 'static_select', selected_option: { value: 'o2' } },
    };
    expect(readState({ chooser })).toEqual({ values: {}, files: [] });
  });

  it.each<unknown>([undefined, null, { a: null }, { b: {} }, { c: { value: null } }])(
    '%j is nothing',
    (state) => {
      expect(readState(state)).toEqual({ values: {}, files: [] });
    },
  );
});

describe('a form that is put back', () => {
  const notice = { text: '…', blocks: [{ type: 'divider' as const }] };
  const input = (id: string, element: object) => ({
    type: 'input',
    block_id: `${id}~0`,
    label: { type: 'plain_text', text: id },
    element: { action_id: 'value', ...element },
  });
  const put = (element: object, state: object) => {
    const view = {
      id: 'V1',
      blocks: [input('field', element)],
      state: { values: { 'field~0': { value: state } } },
    };
    return (refilled(view, 1, notice).blocks[1] as unknown as { element: Record<string, unknown> }).element;
  };
  const a = { text: { type: 'plain_text', text: 'A' }, value: 'a' };

  it.each([
    ['text', { initial_value: 'old' }, { type: 'plain_text_input', value: 'new' }, { initial_value: 'new' }],
    ['text that was taken out', { initial_value: 'old' }, { type: 'plain_text_input', value: null }, {}],
    ['a date', {}, { type: 'datepicker', selected_date: '2016-08-05' }, { initial_date: '2016-08-05' }],
    ['a time', {}, { type: 'timepicker', selected_time: '09:00' }, { initial_time: '09:00' }],
    [
      'a choice',
      { options: [a] },
      { type: 'static_select', selected_option: a },
      { options: [a], initial_option: a },
    ],
    [
      'several',
      { options: [a] },
      { type: 'multi_static_select', selected_options: [a] },
      { options: [a], initial_options: [a] },
    ],
    ['none of several', { initial_options: [a] }, { type: 'checkboxes', selected_options: [] }, {}],
  ])('has %s as it was typed', (_what, element, state, element2) => {
    expect(put(element, state)).toEqual({ action_id: 'value', ...element2 });
  });
});

describe('an open form', () => {
  const view = {
    id: 'V1',
    hash: 'h1',
    callback_id: 'form:return',
    private_metadata: '{"obligation":"o1"}',
    blocks: [{ block_id: 'reason~2' }, { block_id: 'due~2' }, {}],
  };

  it('knows what it is about, its key, and which revision comes next', () => {
    const form = readForm(view);
    expect(form.pointer).toMatchObject({ action: 'return', input: { obligation: 'o1' } });
    expect([submissionKey(form), form.nextRevision]).toEqual(['V1:h1', 3]);
  });

  it('puts problems at the fields as they stand open', () => {
    expect(errorsFor(readForm(view), { 'reason~3': '必填' })).toEqual({ 'reason~2': '必填' });
  });

  it('has no place for a problem of a field that is not there', () => {
    expect(errorsFor(readForm(view), { 'reason~3': '必填', 'other~3': '必填' })).toBeNull();
  });

  it.each(['', 'form:', 'form:dance', 'other:return', 'form:__proto__'])(
    'of callback id %j is not ours',
    (callback_id) => {
      expect(readForm({ ...view, callback_id }).pointer).toBeNull();
    },
  );
});
