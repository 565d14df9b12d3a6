// A message, modal or Home as text that a person can review: what is read, and what can be pressed, in brackets.

import type { Payload } from '../../messages/limits.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown): string =>
  isObject(value)
    ? String(value.text)
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
        .replace(/\u200B/g, '')
    : '';

function element(json: Json): string {
  switch (json.type) {
    case 'button':
      return `[${textOf(json.text)}]${json.confirm ? `〔${textOf((json.confirm as Json).title)}〕` : ''}`;
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons': {
      const chosen = [
        ...list(json.initial_options),
        ...(isObject(json.initial_option) ? [json.initial_option] : []),
      ];
      const options = list(json.options).map(
        (option) => `${chosen.some((one) => one.value === option.value) ? '●' : '○'} ${textOf(option.text)}`,
      );
      return `{${options.join(' | ')}}`;
    }
    case 'plain_text_input':
      return `{${String(json.initial_value ?? '')}${json.placeholder ? ` ‹${textOf(json.placeholder)}›` : ''}}`;
    case 'datepicker':
      return `{${String(json.initial_date ?? 'date')}}`;
    default:
      return `{${String(json.type)}}`;
  }
}

const cellOf = (cell: Json): string =>
  cell.type === 'rich_text'
    ? list(cell.elements)
        .flatMap((part) => list(part.elements))
        .map(textOf)
        .join('')
    : textOf(cell);

function block(json: Json): string[] {
  switch (json.type) {
    case 'section':
      return [`${textOf(json.text)}${isObject(json.accessory) ? `  ${element(json.accessory)}` : ''}`];
    case 'header':
      return [`# ${textOf(json.text)}`];
    case 'actions':
      return [list(json.elements).map(element).join('  ')];
    case 'context':
      return list(json.elements).map((each) => `  ${textOf(each)}`);
    case 'table':
      return (json.rows as unknown[]).map((row) => `| ${list(row).map(cellOf).join(' | ')} |`);
    case 'divider':
      return ['———'];
    case 'input': {
      const optional = json.optional === true ? ' (optional)' : '';
      const hint = json.hint ? `  ‹${textOf(json.hint)}›` : '';
      return [`${textOf(json.label)}${optional}: ${element(json.element as Json)}${hint}`];
    }
    default:
      return [`<${String(json.type)}>`];
  }
}

/** The payload as lines of text; the notification's sentence or the modal's title comes first. */
export function plainRendering(payload: Payload, errors: Record<string, string> = {}): string {
  const blocks = (payload.blocks as unknown as Json[]).flatMap(block);
  const wrong = Object.entries(errors).map(([id, text]) => `! ${id}: ${text}`);
  if ('text' in payload) return [`(${textOf(payload)})`, ...blocks].join('\n');
  if (payload.type === 'home') return blocks.join('\n');
  const foot =
    payload.submit === undefined ? [] : [`[${textOf(payload.submit)}]  [${textOf(payload.close)}]`];
  return [`▢ ${textOf(payload.title)}`, ...blocks, ...wrong, ...foot].join('\n');
}
