// Slack's limits, as a checker of whole payloads: what is wrong with a message, a modal or a Home, in sentences.
// It knows nothing of Duban's views, so it finds what they forget. Lengths are counted in code points.

import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { LIMITS, type Message } from './blocks.ts';
import { lengthOf } from './escape.ts';

export type Payload = Message | ModalView | HomeView;
type Json = Record<string, unknown>;
/** Where in the payload something stands, and the list that problems go into. */
type Place = { at: string; say: (problem: string) => void };

const NOT_IN_VIEWS = ['table', 'data_table', 'markdown', 'container', 'card', 'carousel'];
const MODAL_ONLY = ['file_input', 'email_text_input', 'number_input', 'url_text_input'];
/** `<` may only begin what Duban itself writes: a mention by id. */
const RAW_MARKUP = /<(?!@[UW][A-Z0-9]+>)/;
const RAW_AMPERSAND = /&(?!amp;|lt;|gt;)/;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const inside = ({ at, say }: Place, step: string): Place => ({ at: `${at}.${step}`, say });

function checkLength({ at, say }: Place, text: unknown, most: number) {
  if (typeof text !== 'string') return say(`${at} is not text`);
  if (text.length === 0) say(`${at} is empty`);
  const length = lengthOf(text);
  if (length > most) say(`${at} has ${length} characters, at most ${most} are allowed`);
  if (BIDI.test(text)) say(`${at} has a bidi control character`);
}

function checkCount({ at, say }: Place, items: unknown, most: number, least = 1) {
  const count = list(items).length;
  if (count > most) say(`${at} has ${count} items, at most ${most} are allowed`);
  if (count < least) say(`${at} has ${count} items, at least ${least} are needed`);
}

function checkMrkdwn({ at, say }: Place, text: string) {
  if (RAW_MARKUP.test(text)) say(`${at} has an unescaped <`);
  if (RAW_AMPERSAND.test(text)) say(`${at} has an unescaped &`);
}

function checkText(place: Place, text: unknown, most: number, isPlain: boolean) {
  if (!isObject(text)) return place.say(`${place.at} is missing`);
  checkLength(place, text.text, most);
  if (isPlain && text.type !== 'plain_text') place.say(`${place.at} must be plain_text`);
  if (text.type === 'mrkdwn' && typeof text.text === 'string') checkMrkdwn(place, text.text);
}

function checkOption(place: Place, option: unknown) {
  if (!isObject(option)) return place.say(`${place.at} is no option`);
  checkText(inside(place, 'text'), option.text, LIMITS.optionText, false);
  checkLength(inside(place, 'value'), option.value, LIMITS.optionValue);
}

const sameOption = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function checkOptions(place: Place, element: Json) {
  const few = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const most = element.type === 'overflow' ? 5 : few ? LIMITS.fewOptions : LIMITS.options;
  checkCount(inside(place, 'options'), element.options, most);
  const options = list(element.options);
  options.forEach((option, i) => {
    checkOption(inside(place, `options.${i}`), option);
  });
  const initial = [
    ...list(element.initial_options),
    ...(element.initial_option ? [element.initial_option] : []),
  ];
  for (const chosen of initial) {
    if (!options.some((option) => sameOption(option, chosen)))
      place.say(`${place.at} begins with an option it has not`);
  }
}

function checkConfirm(place: Place, confirm: unknown) {
  if (!isObject(confirm)) return;
  checkText(inside(place, 'title'), confirm.title, LIMITS.confirmTitle, true);
  checkText(inside(place, 'text'), confirm.text, LIMITS.confirmText, false);
  checkText(inside(place, 'confirm'), confirm.confirm, LIMITS.confirmButton, true);
  checkText(inside(place, 'deny'), confirm.deny, LIMITS.confirmButton, true);
}

function checkButton(place: Place, element: Json) {
  checkText(inside(place, 'text'), element.text, LIMITS.buttonText, true);
  if (element.value !== undefined) checkLength(inside(place, 'value'), element.value, LIMITS.value);
}

function checkElement(place: Place, element: unknown, isModal: boolean) {
  if (!isObject(element)) return place.say(`${place.at} is no element`);
  const { type } = element;
  if (MODAL_ONLY.includes(String(type)) && !isModal) place.say(`${place.at}: ${type} is for modals only`);
  if (element.action_id !== undefined) checkLength(inside(place, 'action_id'), element.action_id, LIMITS.id);
  if (element.placeholder !== undefined)
    checkText(inside(place, 'placeholder'), element.placeholder, LIMITS.placeholder, true);
  checkConfirm(inside(place, 'confirm'), element.confirm);
  if (type === 'button') checkButton(place, element);
  if ('options' in element || String(type).endsWith('static_select')) checkOptions(place, element);
  if (type === 'image') checkLength(inside(place, 'alt_text'), element.alt_text, 2000);
  if (type === 'plain_text_input' && element.initial_value !== undefined)
    checkLength(inside(place, 'initial_value'), element.initial_value, LIMITS.input);
  if (
    type === 'datepicker' &&
    element.initial_date !== undefined &&
    !/^\d{4}-\d\d-\d\d$/.test(String(element.initial_date))
  )
    place.say(`${place.at}.initial_date is no date`);
}

function checkSection(place: Place, block: Json, isModal: boolean) {
  if (block.text === undefined && block.fields === undefined)
    place.say(`${place.at} has neither text nor fields`);
  if (block.text !== undefined) checkText(inside(place, 'text'), block.text, LIMITS.text, false);
  if (block.fields !== undefined) checkCount(inside(place, 'fields'), block.fields, LIMITS.fields);
  list(block.fields).forEach((field, i) => {
    checkText(inside(place, `fields.${i}`), field, LIMITS.fieldText, false);
  });
  if (block.accessory !== undefined) checkElement(inside(place, 'accessory'), block.accessory, isModal);
}

function checkElements(
  place: Place,
  elements: unknown,
  most: number,
  check: (place: Place, element: unknown) => void,
) {
  checkCount(inside(place, 'elements'), elements, most);
  list(elements).forEach((element, i) => {
    check(inside(place, `elements.${i}`), element);
  });
}

function checkContextElement(place: Place, element: unknown) {
  if (isObject(element) && element.type === 'image')
    return checkLength(inside(place, 'alt_text'), element.alt_text, 2000);
  checkText(place, element, LIMITS.text, false);
}

function checkTable(place: Place, block: Json) {
  const rows = list(block.rows);
  checkCount(inside(place, 'rows'), rows, LIMITS.tableRows);
  rows.forEach((row, i) => {
    checkCount(inside(place, `rows.${i}`), row, LIMITS.tableCells);
    if (list(row).length !== list(rows[0]).length)
      place.say(`${place.at}.rows.${i} is not as long as the first`);
    list(row).forEach((cell, no) => {
      checkCell(inside(place, `rows.${i}.${no}`), cell);
    });
  });
  const length = lengthOf(textsIn(rows).join(''));
  if (length > LIMITS.tableCharacters)
    place.say(`${place.at} has ${length} characters, at most ${LIMITS.tableCharacters} are allowed`);
}

function checkCell(place: Place, cell: unknown) {
  if (!isObject(cell) || !['raw_text', 'rich_text'].includes(String(cell.type)))
    return place.say(`${place.at} is no cell`);
  const [first, ...others] = textsIn(cell);
  checkLength(place, [first ?? '', ...others].join(''), LIMITS.text);
}

/** Every text inside, wherever it stands. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return [...(typeof value.text === 'string' ? [value.text] : []), ...textsIn(value.elements)];
}

function checkBlock(place: Place, block: KnownBlock, isModal: boolean) {
  const json = block as unknown as Json;
  switch (block.type) {
    case 'section':
      return checkSection(place, json, isModal);
    case 'header':
      return checkText(inside(place, 'text'), json.text, LIMITS.header, true);
    case 'actions':
      return checkElements(place, json.elements, LIMITS.actions, (at, element) =>
        checkElement(at, element, isModal),
      );
    case 'context':
      return checkElements(place, json.elements, LIMITS.contextElements, checkContextElement);
    case 'input':
      checkText(inside(place, 'label'), json.label, LIMITS.label, true);
      if (json.hint !== undefined) checkText(inside(place, 'hint'), json.hint, LIMITS.label, true);
      return checkElement(inside(place, 'element'), json.element, isModal);
    case 'table':
      return checkTable(place, json);
    case 'divider':
      return;
    default:
      place.say(`${place.at}: ${block.type} is a block that this checker does not know`);
  }
}

function checkUnique(say: Place['say'], what: string, ids: readonly unknown[]) {
  const seen = new Set<unknown>();
  for (const id of ids) {
    if (id === undefined) continue;
    if (seen.has(id)) say(`${what} ${String(id)} stands twice`);
    seen.add(id);
  }
}

/** Action ids outside of inputs: those inside are told apart by their block. */
function actionIds(block: KnownBlock): unknown[] {
  const json = block as unknown as Json;
  const elements = [...list(json.elements), ...(json.accessory === undefined ? [] : [json.accessory])];
  return elements.filter(isObject).map(({ action_id }) => action_id);
}

function checkBlocks(
  say: Place['say'],
  blocks: readonly KnownBlock[],
  surface: 'message' | 'modal' | 'home',
) {
  checkCount({ at: 'blocks', say }, blocks, surface === 'message' ? LIMITS.messageBlocks : LIMITS.viewBlocks);
  blocks.forEach((block, i) => {
    const place = { at: `blocks.${i}`, say };
    if (surface !== 'message' && NOT_IN_VIEWS.includes(block.type))
      say(`${place.at}: ${block.type} is not for a ${surface}`);
    if (block.block_id !== undefined) checkLength(inside(place, 'block_id'), block.block_id, LIMITS.id);
    checkBlock(place, block, surface === 'modal');
  });
  checkUnique(
    say,
    'block_id',
    blocks.map(({ block_id }) => block_id),
  );
  checkUnique(say, 'action_id', blocks.flatMap(actionIds));
}

function checkModal(say: Place['say'], modal: ModalView) {
  checkText({ at: 'title', say }, modal.title, LIMITS.title, true);
  if (modal.submit !== undefined) checkText({ at: 'submit', say }, modal.submit, LIMITS.title, true);
  if (modal.close !== undefined) checkText({ at: 'close', say }, modal.close, LIMITS.title, true);
  const hasInput = modal.blocks.some(({ type }) => type === 'input');
  if (hasInput && modal.submit === undefined) say('a modal with an input needs submit');
}

function checkView(say: Place['say'], view: ModalView | HomeView) {
  if (view.callback_id !== undefined) checkLength({ at: 'callback_id', say }, view.callback_id, LIMITS.id);
  if (view.private_metadata !== undefined)
    checkLength({ at: 'private_metadata', say }, view.private_metadata, LIMITS.metadata);
  if (view.type === 'modal') checkModal(say, view);
}

/** Everything in a payload that Slack would refuse or misread, as sentences; empty when it is sound. */
export function checkLimits(payload: Payload): string[] {
  const problems: string[] = [];
  const say = (problem: string) => {
    problems.push(problem);
  };
  if ('text' in payload) {
    checkLength({ at: 'text', say }, payload.text, LIMITS.text);
    checkMrkdwn({ at: 'text', say }, payload.text);
    checkBlocks(say, payload.blocks, 'message');
    const tables = payload.blocks.filter(({ type }) => type === 'table').length;
    if (tables > 1) say(`blocks have ${tables} tables, at most one is allowed`);
    return problems;
  }
  checkView(say, payload);
  checkBlocks(say, payload.blocks as KnownBlock[], payload.type === 'home' ? 'home' : 'modal');
  return problems;
}
